// Rules (`regel`): what they are about, what they ask, and the words in which they tell it.
#include <algorithm>
#include <cctype>

#include "base/fold.hpp"
#include "base/suggest.hpp"
#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/names.hpp"
#include "diagnostics/messages/rules.hpp"
#include "model/describe.hpp"
#include "resolve/phrases/clauses.hpp"
#include "resolve/rules/rule_conditions.hpp"
#include "resolve/rules/rule_contradictions.hpp"
#include "resolve/values/values.hpp"

namespace belegd::resolve {
namespace {

using syntax::Kind;
using syntax::Tree;

/// `W-14`: one to three capitals, a hyphen and a number.
bool well_formed(std::string_view code) {
    std::size_t at = 0;
    while (at < code.size() && std::isupper(static_cast<unsigned char>(code[at])) != 0) ++at;
    if (at == 0 || at > 3 || at >= code.size() || code[at] != '-') return false;
    const auto digits = code.substr(at + 1);
    return !digits.empty() && digits.size() <= 3 &&
           std::all_of(digits.begin(), digits.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
}

/// What a rule and a condition with a name have in common: what they are about, and what they ask of it.
class StepReader {
   public:
    StepReader(Resolution& r, const Tree& tree, Rule& rule, RuleConditions::Named named)
        : r_(r), tree_(tree), rule_(rule), conditions_(r, tree, rule, std::move(named)) {}

    void bindings(const Phrase& clause) {
        for (const auto child : tree_.children(clause.node))
            if (tree_[child].kind == Kind::binding && !conditions_.bind(child)) bound_ = false;
    }

    void step(const Phrase& clause) {
        using Step = Rule::Step;
        if (clause.word == Word::let) {
            std::uint32_t variable = 0;
            for (const auto child : tree_.children(clause.node)) {
                if (tree_[child].kind == Kind::variable) variable = child;
                if (tree_[child].kind != Kind::operand || variable == 0) continue;
                if (const auto slot = conditions_.let(variable, child))
                    rule_.steps.push_back(
                        {Step::Kind::let, rule_.variables[*slot].list, *slot, words_of(child), tree_.span(child)});
                else
                    sound_ = false;
            }
        }
        if (clause.word != Word::where && clause.word != Word::requires_) return;
        for (const auto child : tree_.children(clause.node)) {
            if (tree_[child].kind != Kind::any_of) continue;
            if (const auto read = conditions_.condition(child))
                rule_.steps.push_back({clause.word == Word::where ? Step::Kind::where : Step::Kind::requires_, *read, 0,
                                       words_of(child), tree_.span(child)});
            else
                sound_ = false;
        }
    }

    /// Of the library only who wants every rule tells them.
    Text words_of(std::uint32_t node) const {
        return r_.every_rule || r_.sources[tree_.file].own() ? sentence_at(r_, tree_.span(node)) : Text();
    }

    Resolution& r_;
    const Tree& tree_;
    Rule& rule_;
    RuleConditions conditions_;
    bool sound_ = true, bound_ = true;
};

/// Says of conditions that can never hold together that they cannot.
bool can_hold(Resolution& r, const Rule& rule) {
    const auto found = contradiction_in(rule, r.sources);
    if (!found) return true;
    const auto words = [&](Span span) { return quoted(Text(on_one_line(r.sources.text(span)))); };
    r.report(Code::N20, say(message::rule_never, {words(found->first), words(found->second)}), found->second,
             {{say(message::rule_never_out)}}, {{found->first, {}}});
    return false;
}

/// Reads a condition with a name into its row.
class NamedConditionReader : StepReader {
   public:
    NamedConditionReader(Resolution& r, const Tree& tree, NamedCondition& row, RuleConditions::Named named)
        : StepReader(r, tree, row.body, std::move(named)) {}

    /// Whether it can be used.
    bool read(const Phrase& phrase) {
        rule_.code = std::string(phrase.items.front().text);
        rule_.span = phrase.span;
        std::vector<const Phrase*> said;  // they stay where they are
        each_clause(r_, tree_, phrase, [&](const Phrase& clause) { said.push_back(&clause); });
        for (const auto* clause : said)
            if (clause->word == Word::each_of) bindings(*clause);
        rule_.bound = rule_.variables.size();
        if (!bound_ || phrase.broken) return false;
        const auto name = phrase.items.front().span;
        const auto wrong = [&](Message message, Span span, Message remedy) {
            r_.report(Code::N20, say(message), span, {{say(remedy)}});
            return false;
        };
        if (rule_.bound == 0) return wrong(message::condition_of_nothing, name, message::condition_each);
        for (const auto& variable : rule_.variables)
            if (variable.list != Expression::kNone)
                return wrong(message::condition_in_list, rule_.expressions[variable.list].span,
                             message::rule_ask_of_each);
        for (const auto* clause : said) {
            step(*clause);
            if (clause->broken) sound_ = false;
        }
        if (!sound_) return false;
        if (std::none_of(rule_.steps.begin(), rule_.steps.end(),
                         [](const Rule::Step& step) { return step.kind == Rule::Step::Kind::where; }))
            return wrong(message::condition_asks_nothing, name, message::condition_where);
        return can_hold(r_, rule_);
    }
};

/// The conditions with a name, each read when a rule or another condition first asks for it.
class NamedConditions {
   public:
    explicit NamedConditions(Resolution& r) : r_(r), states_(r.model.conditions.size()) {
        for (const auto& [tree, phrase] : r.statements) {
            if (phrase.word != Word::named_condition || phrase.items.empty()) continue;
            const auto& name = phrase.items.front();
            if (const auto found = r.names[NameKind::condition].find(name.text);
                found && r.model.conditions[*found].span == name.span)
                states_[*found].tree = tree, states_[*found].phrase = &phrase;
        }
        // Those of the library are known to be right, and are read when a rule asks for them.
        for (std::uint32_t i = 0; i < states_.size(); ++i)
            if (r.sources[r.model.conditions[i].span.file].own()) (void)at(i);
    }

    const NamedCondition* at(std::uint32_t index) {
        auto& state = states_[index];
        auto& row = r_.model.conditions[index];
        if (state.reading == State::Reading::now) {
            r_.report(Code::N06, say(message::condition_circle, {quoted(Text(row.name))}), row.span,
                      {{say(message::circle_out)}});
            state.reading = State::Reading::unsound;
        }
        if (state.reading == State::Reading::before && state.phrase != nullptr) {
            state.reading = State::Reading::now;
            const bool sound = NamedConditionReader(r_, *state.tree, row, [this](std::uint32_t other) {
                                   return at(other);
                               }).read(*state.phrase);
            if (state.reading == State::Reading::now)
                state.reading = sound ? State::Reading::sound : State::Reading::unsound;
        }
        return state.reading == State::Reading::sound ? &row : nullptr;
    }

   private:
    struct State {
        enum class Reading : std::uint8_t { before, now, sound, unsound } reading = Reading::before;
        const Tree* tree = nullptr;
        const Phrase* phrase = nullptr;
    };
    Resolution& r_;
    std::vector<State> states_;
};

class RuleReader : StepReader {
   public:
    RuleReader(Resolution& r, const Tree& tree, const Phrase& phrase, RuleConditions::Named named)
        : StepReader(r, tree, own_, std::move(named)), phrase_(phrase) {}

    void read() {
        begin();
        std::vector<const Phrase*> said;  // they stay where they are
        each_clause(r_, tree_, phrase_, [&](const Phrase& clause) { said.push_back(&clause); });
        rule_.backing = backing_of(r_, phrase_);
        rule_.term = term_of(r_, phrase_, tree_);
        for (const auto* clause : said) facts(*clause);
        for (const auto* clause : said)
            if (clause->word == Word::each_of) bindings(*clause);
        rule_.bound = rule_.variables.size();
        // Of a rule that is about nothing known there is nothing else to say.
        if (!bound_) return;
        // The rules of the library are known to be right: one that is about nothing of this model need not be read further.
        const bool may_idle = !r_.every_rule && !r_.sources[phrase_.span.file].own();
        const auto asks = std::count_if(said.begin(), said.end(), [](const Phrase* clause) {
            return clause->word == Word::where || clause->word == Word::requires_;
        });
        rule_.idle = may_idle && about_nothing();
        for (const auto* clause : said) {
            if (rule_.idle) break;
            step(*clause);
            // A case that the only condition does not fit is a sound one, and counted.
            rule_.idle = may_idle && sound_ && asks > 1 && clause->word == Word::where && first_never_holds();
        }
        if (rule_.idle) {
            r_.model.rules.push_back(std::move(rule_));
            return;
        }
        for (const auto* clause : said) words(*clause);
        for (const auto* clause : said) permission(*clause);
        complete();
        if (sound_) r_.model.rules.push_back(std::move(rule_));
    }

   private:
    /// `vergt toestemming van raad van betrokken`
    void permission(const Phrase& clause) {
        if (clause.word != Word::asks_permission || clause.items.empty()) return;
        const auto organ = known_organ(r_, clause.items.front());
        const auto* of = clause.clause(Word::of);
        const auto whose = of == nullptr || of->items.empty() ? std::string() : folded(of->items.front().text);
        for (std::uint32_t slot = 0; organ && slot < rule_.variables.size(); ++slot)
            if (const auto& each = rule_.variables[slot];
                folded(each.name) == whose && each.type == Type::party && each.many) {
                rule_.permission = {*organ, slot};
                return;
            }
        if (organ)
            r_.report(Code::N20, say(message::rule_permission_of_whom), clause.span,
                      {{say(message::rule_permission_let)}});
        sound_ = false;
    }

    /// Whether the model has nothing at all of some kind that the rule is about.
    bool about_nothing() const {
        const auto& model = r_.model;
        const auto none = [&](Type kind) {
            switch (kind) {
                case Type::transfer:
                case Type::step: return model.transfers.empty();
                case Type::duty: return model.without_act.empty();
                case Type::cooperation:
                case Type::turnover:
                case Type::participant: return model.cooperations.empty();
                case Type::article: return model.articles.empty();
                case Type::decision: return model.decisions.empty();
                case Type::milestone: return model.milestones.empty();
                case Type::procedure:
                case Type::procedure_step: return model.procedures.empty();
                case Type::decision_rule:
                case Type::criterion: return model.decision_rules.empty();
                case Type::board:
                    return std::all_of(model.cooperations.begin(), model.cooperations.end(),
                                       [](const Cooperation& each) { return each.boards.empty(); });
                case Type::variant: return model.variants.empty();
                case Type::cost: return model.costs.empty();
                case Type::settlement: return model.settlements.empty();
                case Type::ending:
                    return model.endings.empty() &&
                           std::all_of(model.variants.begin(), model.variants.end(),
                                       [](const Variant& each) { return each.endings.empty(); });
                default: return false;
            }
        };
        return std::any_of(rule_.variables.begin(), rule_.variables.end(), [&](const Rule::Variable& each) {
            return each.list == Expression::kNone && none(each.type);
        });
    }

    /// Whether the last step is the first that asks, and asks for what nothing of this model is.
    bool first_never_holds() const {
        const auto asking = [](const Rule::Step& step) { return step.kind != Rule::Step::Kind::let; };
        return std::count_if(rule_.steps.begin(), rule_.steps.end(), asking) == 1 && asking(rule_.steps.back()) &&
               never_holds(rule_.expressions[rule_.steps.back().expression]);
    }

    /// Only of what is known by now, and settled: as what a sentence transfers, and the forms of cooperations.
    bool never_holds(const Expression& e) const {
        const auto never = [&](std::uint32_t each) { return never_holds(rule_.expressions[each]); };
        if (e.kind == Expression::Kind::all_of) return std::any_of(e.operands.begin(), e.operands.end(), never);
        if (e.kind == Expression::Kind::any_of) return std::all_of(e.operands.begin(), e.operands.end(), never);
        if (e.kind != Expression::Kind::is && e.kind != Expression::Kind::among) return false;
        const auto &left = rule_.expressions[e.operands[0]], &right = rule_.expressions[e.operands[1]];
        if (left.kind != Expression::Kind::attribute || left.many || right.kind != Expression::Kind::constant)
            return false;
        const auto& model = r_.model;
        const auto* one = std::get_if<long long>(&right.value.is);
        if (left.attribute == Attribute::transfer_title || left.attribute == Attribute::step_title) {
            const auto is = [&](const Transfer& each) { return static_cast<long long>(each.kind) == *one; };
            return one != nullptr && *one != static_cast<long long>(TransferKind::keeps) &&
                   std::none_of(model.transfers.begin(), model.transfers.end(), is) &&
                   std::none_of(model.without_act.begin(), model.without_act.end(), is);
        }
        const auto* forms = std::get_if<std::vector<Entity>>(&right.value.is);
        if (left.attribute != Attribute::cooperation_form || forms == nullptr) return false;
        return std::all_of(model.cooperations.begin(), model.cooperations.end(), [&](const Cooperation& each) {
            return each.form.valid() && !each.form_open &&
                   std::find(forms->begin(), forms->end(), each.form.index) == forms->end();
        });
    }

    void wrong(Message message, Span span, std::vector<Remedy> remedies) {
        r_.report(Code::N20, say(message), span, std::move(remedies));
        sound_ = false;
    }

    void begin() {
        rule_.span = phrase_.span;
        if (phrase_.broken) sound_ = false;
        if (phrase_.items.empty()) {
            sound_ = false;
            return;
        }
        const auto& name = phrase_.items.front();
        rule_.code = std::string(name.text);
        rule_.title = phrase_.title.empty() ? Text(rule_.code) : phrase_.title;
        if (!well_formed(rule_.code)) wrong(message::rule_code, name.span, {{say(message::rule_code_letters)}});
        const auto index = static_cast<std::uint32_t>(r_.model.rules.size());
        const auto wanted = folded(rule_.code);
        const bool known = r_.names[NameKind::rule].find(rule_.code).has_value();
        for (const auto& other : r_.model.rules)
            if (known && folds_to(other.code, wanted)) {
                r_.report(Code::N02, say(message::declared_twice, {say(message::kind_rule), quoted(Text(rule_.code))}),
                          name.span, {{say(message::choose_other_name)}}, {{other.span, say(message::declared_here)}});
                sound_ = false;
                return;
            }
        r_.names[NameKind::rule].add(rule_.code, index);
        r_.used(NameKind::rule, index, name.span, true);
    }

    void facts(const Phrase& clause) {
        switch (clause.word) {
            case Word::according_to: merge(rule_.backing, backing_of_clause(r_, clause)); break;
            case Word::valid: rule_.term = term_of(r_, clause, tree_); break;
            case Word::in_force: rule_.in_force = true; break;
            case Word::ground: ground(clause); break;
            default: break;
        }
        if (clause.broken) sound_ = false;
    }

    void ground(const Phrase& clause) {
        if (clause.items.empty()) return;
        using Ground = Rule::Ground;
        const std::pair<Message, Ground> known[] = {{message::ground_text, Ground::statute_text},
                                                    {message::ground_page, Ground::page},
                                                    {message::ground_memory, Ground::memory},
                                                    {message::ground_inference, Ground::inference}};
        const auto& item = clause.items.front();
        std::vector<Text> names;
        for (const auto& [message, value] : known) {
            const auto name = say(message);
            names.push_back(name);
            if (folded(name.nl) != folded(item.text) && folded(name.en) != folded(item.text)) continue;
            rule_.ground = value;
            return;
        }
        r_.report(Code::N20, say(message::rule_unknown_ground, {quoted(Text(item.text))}), item.span,
                  {{say(message::rule_choices, {alternatives(names)})}});
        sound_ = false;
    }

    void words(const Phrase& clause) {
        switch (clause.word) {
            case Word::says_error: message(clause, Severity::error); break;
            case Word::says_warning: message(clause, Severity::warning); break;
            case Word::remark: message(clause, Severity::note); break;
            case Word::consequence: rule_.consequence = sentence(clause); break;
            case Word::advise: rule_.advice = sentence(clause); break;
            case Word::write_line: rule_.line = sentence(clause); break;
            case Word::question: rule_.question = sentence(clause); break;
            default: break;
        }
    }

    void message(const Phrase& clause, Severity severity) {
        if (!rule_.message.empty()) {
            wrong(message::rule_one_severity, clause.span, {{say(message::rule_split)}});
            return;
        }
        rule_.severity = severity;
        rule_.message = sentence(clause);
    }

    Rule::Template sentence(const Phrase& clause) {
        if (clause.items.empty()) return {};
        const auto& item = clause.items.front();
        const auto dutch = clause.title.nl.empty() ? std::string(item.text) : clause.title.nl;
        const auto english = clause.title.en.empty() ? std::string(item.text) : clause.title.en;
        return {pieces(dutch, item.span), dutch == english ? pieces(english, item.span) : pieces(english, clause.span)};
    }

    std::vector<Rule::Template::Piece> pieces(std::string_view text, Span span) {
        std::vector<Rule::Template::Piece> out;
        out.reserve(1 + 2 * static_cast<std::size_t>(std::count(text.begin(), text.end(), '{')));
        while (!text.empty()) {
            const auto open = std::min(text.find('{'), text.size());
            const auto words = text.substr(0, open);
            if (words.find('}') != std::string_view::npos)
                wrong(message::rule_brace_closed, span, {{say(message::rule_open_brace)}});
            if (open > 0) out.push_back({std::string(words)});
            text.remove_prefix(open);
            if (text.empty()) break;
            const auto close = text.find('}');
            if (close == std::string_view::npos) {
                wrong(message::rule_brace, span, {{say(message::rule_close_brace)}});
                break;
            }
            // Where it stands, when these are the words of the text itself.
            auto where = span;
            const auto inside = text.substr(1, close - 1);
            const auto colon = std::min(inside.find_first_of(":|"), inside.size());
            const auto path = inside.substr(0, colon);
            auto forms = inside.substr(colon);
            const auto whole = r_.sources.text(span);
            if (const auto at = whole.find(text.substr(0, close + 1)); at != std::string_view::npos) {
                where.begin = span.begin + static_cast<std::uint32_t>(at) + 1;
                where.end = where.begin + static_cast<std::uint32_t>(path.size());
            }
            const auto found = conditions_.path(path, where);
            sound_ = sound_ && found;
            if (found && forms.empty()) out.push_back({{}, *found});
            if (found && forms.starts_with('|')) {
                const auto first = forms.find_first_not_of(' ', 1);
                if (first == std::string_view::npos || forms.find('|', 1) != std::string_view::npos)
                    wrong(message::rule_forms, where, {{say(message::rule_write_forms)}});
                else
                    out.push_back({std::string(forms.substr(first)), *found});
            } else if (found && !forms.empty()) {
                const auto bar = forms.find('|');
                const auto one = bar == std::string_view::npos ? bar : forms.find_first_not_of(' ', 1);
                if (one == std::string_view::npos || one == bar || bar + 1 == forms.size() ||
                    forms.find('|', bar + 1) != std::string_view::npos)
                    wrong(message::rule_forms, where, {{say(message::rule_write_forms)}});
                else
                    out.push_back(
                        {std::string(forms.substr(one, bar - one)), *found, std::string(forms.substr(bar + 1))});
            }
            text.remove_prefix(close + 1);
        }
        return out;
    }

    void can_it_find() {
        sound_ = can_hold(r_, rule_);
        if (const auto where = form_not_there(rule_, r_.sources, r_.model)) {
            r_.report(Code::N20, say(message::rule_never_in_force, {Text(r_.sources.text(*where))}), *where,
                      {{say(message::rule_other_days)}});
            sound_ = false;
        }
    }

    void complete() {
        if (phrase_.items.empty()) return;
        const auto span = phrase_.items.front().span;
        if (rule_.bound == 0 && sound_) wrong(message::rule_lacks_each, span, {{say(message::rule_no_variables)}});
        if (rule_.message.empty() && sound_)
            wrong(message::rule_lacks_message, span, {{say(message::rule_write_message)}});
        const bool asks = std::any_of(rule_.steps.begin(), rule_.steps.end(),
                                      [](const Rule::Step& step) { return step.kind != Rule::Step::Kind::let; });
        if (!asks && sound_) wrong(message::rule_lacks_condition, span, {{say(message::rule_write_condition)}});
        if (sound_) can_it_find();
        // From memory or by inference nothing is more than a warning.
        if (rule_.ground == Rule::Ground::memory || rule_.ground == Rule::Ground::inference)
            rule_.severity = std::min(rule_.severity, Severity::warning);
    }

    const Phrase& phrase_;
    Rule own_;
};

}  // namespace

void resolve_rules(Resolution& resolution) {
    NamedConditions conditions(resolution);
    const auto named = [&](std::uint32_t index) { return conditions.at(index); };
    for (const auto& [tree, phrase] : resolution.statements)
        if (phrase.word == Word::rule) RuleReader(resolution, *tree, phrase, named).read();
}

}  // namespace belegd::resolve
