// Overviews and tests of the model.
#include <algorithm>

#include "base/fold.hpp"
#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/names.hpp"
#include "diagnostics/messages/reading.hpp"
#include "model/criteria.hpp"
#include "model/describe.hpp"
#include "resolve/names/actors.hpp"
#include "resolve/names/lookup.hpp"
#include "resolve/phrases/clauses.hpp"
#include "resolve/resolution.hpp"
#include "resolve/statements/asked.hpp"
#include "resolve/values/conditions.hpp"
#include "resolve/values/matter.hpp"
#include "resolve/values/values.hpp"
#include "syntax/leading_article.hpp"

namespace belegd::resolve {
namespace {

using syntax::Tree;

std::optional<Day> one_day(Resolution& r, const Phrase& clause, const Tree& tree) {
    const auto found = date_of(r, clause, tree);
    return found ? std::optional(found->first) : std::nullopt;
}

void stage(Resolution& r, const Phrase& clause, Overview& out) {
    const auto name = clause.items.empty() ? std::string() : folded(clause.items.front().text);
    if (name == "concept" || name == "draft")
        out.stage = Overview::Stage::draft;
    else if (name == "definitief" || name == "final")
        out.stage = Overview::Stage::final_;
    else if (!clause.items.empty() && clause.items.front().value == Word::none)
        r.report(Code::N05, say(message::overview_stage, {quoted(Text(clause.items.front().text))}), clause.span,
                 {{say(message::overview_stage_remedy)}});
}

void overview(Resolution& r, const Tree& tree, const Phrase& phrase) {
    Overview out;
    if (!phrase.items.empty()) out.name = std::string(phrase.items.front().text);
    out.title = phrase.title.empty() ? Text(out.name) : phrase.title;
    out.span = phrase.span;
    if (!phrase.items.empty()) r.mention_inside(NameKind::overview, "", out.name, name_span(phrase), true);
    for (const auto& other : r.model.overviews)
        if (folded(other.name) == folded(out.name))
            r.report(Code::N02, say(message::declared_twice, {say(message::kind_overview), quoted(Text(out.name))}),
                     name_span(phrase), {{say(message::choose_other_name)}},
                     {{other.span, say(message::declared_here)}});
    each_clause(r, tree, phrase, [&](const Phrase& clause) {
        switch (clause.word) {
            case Word::for_: out.parties = parties_named(r, clause.items); break;
            case Word::tasks: out.tasks = matter_of_tasks(r, clause).tasks; break;
            case Word::functions: out.functions = functions_named(r, clause.items); break;
            case Word::columns:
                for (const auto& item : divided_items(r, clause.items, {NameKind::variant}))
                    if (const auto column = situation_named(r, item)) out.columns.push_back(*column);
                break;
            case Word::reference_day: out.reference_day = one_day(r, clause, tree); break;
            case Word::dated: out.dated = date_of(r, clause, tree); break;
            case Word::reference: out.reference = remark_of(clause); break;
            case Word::remark: out.remarks.push_back(remark_of(clause)); break;
            case Word::stage: stage(r, clause, out); break;
            default: break;
        }
    });
    r.model.overviews.push_back(std::move(out));
}

class TestReader {
   public:
    TestReader(Resolution& r, const Tree& tree, const Phrase& phrase) : r_(r), tree_(tree), phrase_(phrase) {}

    void read() {
        out_.span = phrase_.whole;
        out_.text = sentence_at(r_, phrase_.whole);
        if (asks_of_costs(phrase_)) {
            costs();
            return;
        }
        if (asks_of_boards(phrase_)) {
            board();
            return;
        }
        if (asks_of_plan(r_, phrase_)) {
            planned();
            return;
        }
        if (tell_order_words(r_, phrase_)) return;
        for (const auto& clause : phrase_.clauses) read(clause);
        if (verdict_ == nullptr) {
            if (!phrase_.broken)
                r_.report(Code::N05, say(message::test_what), phrase_.span, {{say(message::test_example)}});
            return;
        }
        if (!out_.values.empty() && (out_.verdict >= Test::Verdict::finding || asks_about_sentences()))
            r_.report(Code::N04, say(message::value_asks_who), out_.values.front().span,
                      {{say(message::value_asks_who_out)}});
        if (out_.verdict == Test::Verdict::status) {
            of_status();
        } else {
            cells();
        }
        r_.model.tests.push_back(std::move(out_));
    }

   private:
    /// Of a board: its members, its votes, what comes of a vote.
    void board() {
        auto asked = asked_board(r_, tree_, phrase_);
        if (!asked) return;
        each_nested(phrase_, [&](const Phrase& clause) {
            if (clause.word == Word::for_ || clause.word == Word::in || clause.word == Word::on) read(clause);
        });
        if (anywhere(phrase_, Word::in) == nullptr) out_.variant = r_.model[asked->cooperation].variant;
        out_.verdict = Test::Verdict::planned;
        out_.asked_board = std::move(asked);
        r_.model.tests.push_back(std::move(out_));
    }
    /// Of an item of cost, or of all that a cooperation costs.
    void costs() {
        each_nested(phrase_, [&](const Phrase& clause) {
            if (clause.word == Word::for_ || clause.word == Word::in) read(clause);
        });
        out_.asked_cost = asked_cost(r_, tree_, phrase_, out_.variant);
        if (!out_.asked_cost) return;
        out_.verdict = Test::Verdict::planned;
        r_.model.tests.push_back(std::move(out_));
    }
    template <typename Seen>
    static void each_nested(const Phrase& phrase, Seen seen) {
        for (const auto& each : phrase.clauses) {
            seen(each);
            each_nested(each, seen);
        }
    }

    /// Of a decision, a milestone or a cooperation.
    void planned() {
        auto asked = asked_of(r_, tree_, phrase_);
        if (!asked) return;
        for (const auto& clause : phrase_.clauses)
            if (clause.word == Word::for_ || clause.word == Word::in ||
                (clause.word == Word::on && asked->what != Asked::What::on))
                read(clause);
        // Of a cooperation of a variant it is asked there.
        if (const auto id = asked->of.cooperation; id.valid() && phrase_.clause(Word::in) == nullptr)
            out_.variant = r_.model[id].variant;
        if (const auto id = asked->of.rule; id.valid() && phrase_.clause(Word::in) == nullptr)
            if (const auto only = only_situation(r_.model, r_.model[id])) out_.variant = *only;
        out_.verdict = Test::Verdict::planned;
        out_.asked = std::move(asked);
        r_.model.tests.push_back(std::move(out_));
    }

    /// What is asked of how it is written, whatever the case.
    bool asks_about_sentences() const {
        switch (out_.verdict) {
            case Test::Verdict::not_stated:
            case Test::Verdict::conditional:
            case Test::Verdict::partly:
            case Test::Verdict::undetermined: return true;
            default: return false;
        }
    }

    void verdict(const Phrase& clause, Test::Verdict verdict) {
        if (verdict_ != nullptr) {
            r_.report(Code::N07, say(message::one_verdict), clause.span, {{say(message::one_line_per_verdict)}},
                      {{verdict_->span, say(message::also_here)}});
            return;
        }
        verdict_ = &clause;
        out_.verdict = verdict;
    }

    void read(const Phrase& clause) {
        using Verdict = Test::Verdict;
        switch (clause.word) {
            case Word::for_:
                if (const auto value = value_asked(clause))
                    out_.values.push_back(*value);
                else if (!lacks_unit(clause))
                    out_.parties = parties_named(r_, clause.items);
                break;
            case Word::on: out_.day = one_day(r_, clause, tree_); break;
            case Word::in:
                if (!clause.items.empty())
                    if (const auto variant = situation_named(r_, clause.items.front())) out_.variant = *variant;
                break;
            case Word::with:
                if (const auto value = value_asked(clause)) {
                    out_.values.push_back(*value);
                    break;
                }
                [[fallthrough]];
            case Word::also_with:
            case Word::competent:
                verdict(clause, clause.word == Word::with        ? Verdict::performer
                                : clause.word == Word::also_with ? Verdict::may_perform
                                                                 : Verdict::competent);
                out_.actors = actors_of(r_, clause, {});
                break;
            case Word::unassigned: verdict(clause, Verdict::unassigned); break;
            case Word::by_law: verdict(clause, Verdict::by_law); break;
            case Word::not_stated:
            case Word::untitled: verdict(clause, Verdict::not_stated); break;
            case Word::conditional: verdict(clause, Verdict::conditional); break;
            case Word::partly: verdict(clause, Verdict::partly); break;
            case Word::contradictory: verdict(clause, Verdict::contradictory); break;
            case Word::undetermined: verdict(clause, Verdict::undetermined); break;
            case Word::finding:
                verdict(clause, Verdict::finding);
                for (const auto& item : clause.items) code(item);
                break;
            case Word::no_findings: verdict(clause, Verdict::no_findings); break;
            case Word::status:
                verdict(clause, Verdict::status);
                out_.status = status_of(clause, tree_).value_or(Status::decided);
                break;
            default: break;
        }
        for (const auto& inner : clause.clauses)
            if (inner.word != Word::of) read(inner);
    }

    /// `voor een bedrag van € 40.000`, `bij loonwaarde 85 %`
    std::optional<Test::Value> value_asked(const Phrase& clause) {
        if (clause.argument == 0 || tree_[clause.argument].kind != syntax::Kind::measure) return std::nullopt;
        auto number = clause;
        Test::Value out{{}, 0, {}, tree_.span(clause.argument)};
        for (const auto child : tree_.children(clause.argument)) {
            if (tree_[child].kind == syntax::Kind::name)
                out.of = syntax::behind_article(r_.sources.text(tree_.span(child)));
            if (tree_[child].kind == syntax::Kind::number || tree_[child].kind == syntax::Kind::amount)
                number.argument = child;
        }
        const auto amount = quantity_of(r_, number, tree_);
        if (!amount) return std::nullopt;
        out.hundredths = amount->hundredths;
        out.unit = unit_of(*amount);
        if (!is_of_a_limit(out)) return std::nullopt;
        return out;
    }

    /// `voor loonwaarde 85`, `voor loonwaarde tot 85 %`: meant as a value, and not one with its unit.
    bool lacks_unit(const Phrase& clause) {
        if (clause.items.size() != 1 || clause.argument != 0) return false;
        const auto name = syntax::behind_article(clause.items.front().text);
        if (r_.knows(NameKind::party, name)) return false;
        for (const auto& x : r_.model.transfers) {
            if (!x.condition) continue;
            const auto& limit = *x.condition;
            if (limit.text.empty() || !limit.takes_part() || !limit.limited()) continue;
            const auto of = folded(limit.text), said = folded(name);
            if (said != of && !said.starts_with(of + " ")) continue;
            r_.report(Code::N05, say(message::value_lacks_unit, {quoted(Text(limit.text))}), clause.span,
                      {{say(message::value_with_unit, {Text(limit.text), amount_said(8500, limit.unit)})}});
            return true;
        }
        return false;
    }

    /// What limits are about, of those counted in this unit; empty: an amount without a name.
    std::vector<std::string> limits_in(const std::string& unit) const {
        std::vector<std::string> out;
        const auto look = [&](const Condition& limit) {
            if (limit.takes_part() && limit.limited() && limit.unit == unit &&
                std::find(out.begin(), out.end(), limit.text) == out.end())
                out.push_back(limit.text);
        };
        for (const auto& x : r_.model.transfers) {
            if (!x.condition) continue;
            look(*x.condition);
            for (const auto& limit : x.condition->further) look(limit);
        }
        return out;
    }

    /// A value that no limit speaks of would make no difference: a slip of the pen, or a question about another model.
    bool is_of_a_limit(Test::Value& value) {
        const auto known = limits_in(value.unit);
        const auto said = quoted(r_.sources.text(value.span));
        if (known.empty() && (r_.incomplete || !r_.unknown.empty())) return false;  // its sentence may be the one
        if (known.empty()) {
            r_.report(Code::N05, say(message::no_limit_in_unit, {said, Text(value.unit)}), value.span,
                      {{say(message::no_limit_in_unit_out, {amount_said(value.hundredths, value.unit)})}});
            return false;
        }
        const auto is = [&](std::string_view name) { return folded(name) == folded(value.of); };
        if (std::any_of(known.begin(), known.end(), [&](const std::string& each) { return !each.empty() && is(each); }))
            return true;
        std::vector<std::string> names;
        for (const auto& each : known)
            if (!each.empty()) names.push_back(each);
        const auto general = [&] {
            const std::string_view words[] = {"", "bedrag", "waarde", "getal", "amount", "value", "sum"};
            return std::any_of(std::begin(words), std::end(words), is);
        };
        if (!general() && !names.empty()) {
            std::vector<Remedy> remedies;
            if (const auto near = r_.nearest_to(value.of, names))
                remedies.push_back({say(message::did_you_mean, {Text(*near)})});
            std::vector<Text> all;
            all.reserve(names.size());
            for (const auto& each : names) all.push_back(quoted(Text(each)));
            remedies.push_back({say(message::limits_are_of, {Text(value.unit), listed(all)})});
            r_.report(Code::N01, say(message::no_limit_of, {quoted(Text(value.of))}), value.span, std::move(remedies));
            return false;
        }
        value.of.clear();
        return true;
    }

    /// A finding by its code or by its name in either language.
    void code(const Item& item) {
        if (auto known = finding_code(r_, item)) out_.codes.push_back(std::move(*known));
    }

    void of_status() {
        if (phrase_.items.empty()) {
            r_.report(Code::N05, say(message::status_of_what), phrase_.span, {{say(message::status_example)}});
            return;
        }
        const auto& item = phrase_.items.front();
        if (const auto variant = r_.names[NameKind::variant].find(item.text)) {
            r_.used(NameKind::variant, *variant, item.span);
            out_.status_of_variant = {*variant};
        } else if (const auto owner = r_.names[NameKind::party].find(item.text);
                   owner && r_.owners[*owner].cooperation.valid()) {
            r_.used(NameKind::party, *owner, item.span);
            out_.status_of_cooperation = r_.owners[*owner].cooperation;
        } else if (const auto planned = r_.names[NameKind::decision].find(item.text)) {
            r_.used(NameKind::decision, *planned, item.span);
            out_.status_of_decision = r_.planned[*planned].decision;
            out_.status_of_milestone = r_.planned[*planned].milestone;
        } else {
            (void)named(r_, NameKind::variant, item.text, item.span);
        }
    }

    /// `toets dienst bevinding G-12`: a finding is asked of tasks, or of the whole model; told with the line.
    bool finding_of_cooperation() {
        const bool asks = out_.verdict == Test::Verdict::finding || out_.verdict == Test::Verdict::no_findings;
        if (!asks || phrase_.items.size() != 1) return false;
        const auto& item = phrase_.items.front();
        const auto owner = r_.names[NameKind::party].find(item.text);
        if (!owner || r_.knows(NameKind::task, item.text) || r_.knows(NameKind::function, item.text)) return false;
        r_.used(NameKind::party, *owner, item.span);
        const auto line = joined(
            {syntax::info(Word::test).phrase, sentence_at(r_, {phrase_.whole.file, item.span.end, phrase_.whole.end})},
            " ");
        r_.report(Code::N03, say(message::finding_of_tasks, {quoted(Text(item.text))}), item.span,
                  {{say(message::write_instead, {line})}});
        return true;
    }

    void cells() {
        if (finding_of_cooperation()) return;
        const auto* of = phrase_.clause(Word::of);
        if (of != nullptr) {
            out_.functions = functions_named(r_, phrase_.items);
            auto meant = task_set(r_, of->items, of);
            if (!out_.functions.empty()) meant.only(leaves_of(r_, out_.functions));
            out_.tasks = nodes_of(r_.model, meant.all());
            return;
        }
        for (const auto& item : divided_items(r_, phrase_.items, {NameKind::function, NameKind::task})) {
            if (r_.knows(NameKind::function, item.text))
                out_.functions.push_back({*named(r_, NameKind::function, item.text, item.span)});
            else if (const auto task = named(r_, NameKind::task, item.text, item.span))
                out_.tasks.push_back({*task});
        }
        const bool about_cells = out_.verdict != Test::Verdict::finding && out_.verdict != Test::Verdict::no_findings;
        if (about_cells && out_.functions.empty() && out_.tasks.empty())
            r_.report(Code::N05, say(message::test_of_what), phrase_.span, {{say(message::test_example)}});
    }

    Resolution& r_;
    const Tree& tree_;
    const Phrase& phrase_;
    Test out_;
    const Phrase* verdict_ = nullptr;
};

}  // namespace

void resolve_outputs(Resolution& r) {
    for (const auto& [tree, phrase] : r.statements) {
        if (phrase.word == Word::overview) overview(r, *tree, phrase);
        if (phrase.word == Word::test) TestReader(r, *tree, phrase).read();
    }
}

}  // namespace belegd::resolve
