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

class RuleReader {
   public:
    RuleReader(Resolution& r, const Tree& tree, const Phrase& phrase)
        : r_(r), tree_(tree), phrase_(phrase), conditions_(r, tree, rule_) {}

    void read() {
        begin();
        std::vector<Phrase> said;
        each_clause(r_, tree_, phrase_, [&](const Phrase& clause) { said.push_back(clause); });
        rule_.backing = backing_of(r_, phrase_);
        rule_.term = term_of(r_, phrase_, tree_);
        for (const auto& clause : said) facts(clause);
        for (const auto& clause : said)
            if (clause.word == Word::each_of) bindings(clause);
        rule_.bound = rule_.variables.size();
        // Of a rule that is about nothing known there is nothing else to say.
        if (!bound_) return;
        for (const auto& clause : said) step(clause);
        for (const auto& clause : said) words(clause);
        complete();
        if (sound_) r_.model.rules.push_back(std::move(rule_));
    }

   private:
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
        for (const auto& other : r_.model.rules)
            if (folds_to(other.code, wanted)) {
                r_.report(
                    Code::N02,
                    say(message::declared_twice, {say(message::kind_rule), say(message::quoted, {Text(rule_.code)})}),
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
        r_.report(Code::N20, say(message::rule_unknown_ground, {say(message::quoted, {Text(item.text)})}), item.span,
                  {{say(message::rule_choices, {alternatives(names)})}});
        sound_ = false;
    }

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
                    rule_.steps.push_back({Step::Kind::let, rule_.variables[*slot].list, *slot,
                                           sentence_at(r_, tree_.span(child)), tree_.span(child)});
                else
                    sound_ = false;
            }
        }
        if (clause.word != Word::where && clause.word != Word::requires_) return;
        for (const auto child : tree_.children(clause.node)) {
            if (tree_[child].kind != Kind::any_of) continue;
            if (const auto read = conditions_.condition(child))
                rule_.steps.push_back({clause.word == Word::where ? Step::Kind::where : Step::Kind::requires_, *read, 0,
                                       sentence_at(r_, tree_.span(child)), tree_.span(child)});
            else
                sound_ = false;
        }
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
            const auto colon = std::min(inside.find(':'), inside.size());
            const auto path = inside.substr(0, colon);
            auto forms = inside.substr(colon);
            const auto whole = r_.sources.text(span);
            if (const auto at = whole.find("{" + std::string(inside) + "}"); at != std::string_view::npos) {
                where.begin = span.begin + static_cast<std::uint32_t>(at) + 1;
                where.end = where.begin + static_cast<std::uint32_t>(path.size());
            }
            const auto found = conditions_.path(path, where);
            sound_ = sound_ && found;
            if (found && forms.empty()) out.push_back({{}, *found});
            if (found && !forms.empty()) {
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
        if (const auto found = contradiction_in(rule_, r_.sources)) {
            const auto words = [&](Span span) {
                return say(message::quoted, {Text(on_one_line(r_.sources.text(span)))});
            };
            r_.report(Code::N20, say(message::rule_never, {words(found->first), words(found->second)}), found->second,
                      {{say(message::rule_never_out)}}, {{found->first, {}}});
            sound_ = false;
        }
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

    Resolution& r_;
    const Tree& tree_;
    const Phrase& phrase_;
    Rule rule_;
    RuleConditions conditions_;
    bool sound_ = true, bound_ = true;
};

}  // namespace

void resolve_rules(Resolution& resolution) {
    for (const auto& [tree, phrase] : resolution.statements)
        if (phrase.word == Word::rule) RuleReader(resolution, *tree, phrase).read();
}

}  // namespace belegd::resolve
