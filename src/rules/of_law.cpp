// R00: what the rules of the library and of the model find; each finding goes by the code of its rule. What they cannot
// decide goes to R01 on the way.
#include "rules/of_law.hpp"

#include <algorithm>
#include <set>

#include "checks/lines.hpp"
#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/rules.hpp"
#include "model/describe.hpp"
#include "rules/not_checked.hpp"

namespace belegd::rules {

using namespace model;

namespace {

using Verdict = RuleEvaluation::Verdict;

/// Where the bound things of a case stand: the last that stands in the model is what the finding is about.
std::vector<Passage> places(const RuleFacts& facts, const Rule& rule, const std::vector<Value>& slots) {
    std::vector<Passage> out;
    for (auto i = rule.bound; i-- > 0;) {
        const auto place = facts.place(rule.variables[i].type, static_cast<Entity>(std::get<long long>(slots[i].is)));
        if (!place.span.empty() && std::find(out.begin(), out.end(), place) == out.end()) out.push_back(place);
    }
    return out;
}

template <typename Of>
void add_cells_of_successors(const RuleFacts& facts, const Of& of, Cause& cause) {
    for (auto& [function, cells] : facts.left_to_successors(of)) {
        if (cause.functions.none()) cause.functions = BitSet(facts.model().leaf_functions.size());
        cause.functions.set(function);
        cause.cells.push_back(std::move(cells));
    }
}

/// What a rule rests on when it is not the text of a statute.
Text ground_said(const Rule& rule) {
    switch (rule.ground) {
        case Rule::Ground::page: return say(message::rests_on_page);
        case Rule::Ground::memory: return say(message::rests_on_memory);
        case Rule::Ground::inference: return say(message::rests_on_inference);
        default: return {};
    }
}

Diagnostic word_given_up(const Subject& subject, const Cause& cause) {
    const auto what = quoted(Text(subject.model.rules[cause.item].code));
    return {Code::R04,
            say(message::r04, {what}),
            at(cause.culprit.span),
            {},
            {},
            say(message::r04_why, {number(static_cast<long long>(kMostSteps))}),
            {},
            {{say(message::r04_narrow)}},
            "R04/" + what.nl,
            {},
            {}};
}

bool asks(const Rule& rule, Attribute attribute) {
    return std::any_of(rule.expressions.begin(), rule.expressions.end(),
                       [&](const Expression& e) { return e.attribute == attribute; });
}
/// Whether it tells once of all participants that were abolished together.
bool speaks_of_all(const Rule& rule) { return asks(rule, Attribute::participant_abolished_together); }

/// The later versions of which a rule that is asked of the first alone would find the same: their text says it still.
std::vector<CooperationId> still_so(const Subject& subject, const Subject::View& view, const Rule& rule,
                                    CooperationId first) {
    std::vector<CooperationId> out;
    if (rule.bound != 1 || !asks(rule, Attribute::cooperation_first)) return out;
    for (const auto version : view.world->versions(first)) {
        if (version == first.index || view.world->force({version}).empty()) continue;
        RuleFacts facts(subject, view);
        facts.take_as_first({version});
        if (RuleEvaluation(facts, rule).finds({version})) out.push_back({version});
    }
    return out;
}

/// Of a sentence that is older than the text in which it is wrong, in which text that is.
Text later_text(const RuleFacts& facts, const Rule& rule, const std::vector<Value>& slots) {
    const auto& model = facts.model();
    for (std::size_t i = 0; i < rule.bound; ++i) {
        if (rule.variables[i].type != Type::transfer) continue;
        const auto& x = facts.transfer(static_cast<Entity>(std::get<long long>(slots[i].is)));
        if (!x.cooperation.valid() || model[x.cooperation].amended_by.empty()) continue;
        const auto older = [&](const Transfer& other) {
            return other.statement == x.statement && other.cooperation.valid() &&
                   model[other.cooperation].version < model[x.cooperation].version;
        };
        if (std::any_of(model.transfers.begin(), model.transfers.end(), older))
            return say(message::rule_in_text, {facts.text_said(x.cooperation)});
    }
    return {};
}

}  // namespace

bool asks_after_successors(const Rule& rule) {
    return asks(rule, Attribute::participant_unsucceeded) || asks(rule, Attribute::transfer_unsucceeded);
}

namespace {

/// Whether who gives or receives no longer exists when the sentence begins.
bool names_someone_gone(const Subject& subject, const Transfer& x) {
    const auto begin = subject.views().front().world->lasting(x).from;
    const auto gone = [&](const Actor& actor) {
        return actor.owner == Actor::Owner::party && subject.model.parties[actor.index].term.days.until <= begin;
    };
    return (x.giver && gone(*x.giver)) || std::any_of(x.receivers.begin(), x.receivers.end(), gone);
}

}  // namespace

void leave_to_rules(const Subject& subject, Causes& causes) {
    const auto& model = subject.model;
    std::vector<Span> told;
    for (const auto& cause : causes.all())
        if (cause.code == Code::R00 && asks(model.rules[cause.rule], Attribute::party_end))
            told.push_back(cause.culprit.span);
    const auto tells = [&](Span span) { return std::find(told.begin(), told.end(), span) != told.end(); };
    std::erase_if(causes.all(), [&](const Cause& cause) {
        if (cause.code != Code::B09 || !cause.culprit.row.valid()) return false;
        const auto& x = model[cause.culprit.row];
        return names_someone_gone(subject, x) &&
               (tells(cause.culprit.span) || (x.decision.valid() && tells(model[x.decision].span)));
    });
}

void find_of_law(const Subject& subject, Causes& causes) {
    const auto& model = subject.model;
    std::vector<std::size_t> left(model.rules.size(), kMostSteps);
    for (const auto& view : subject.views()) {
        const RuleFacts facts(subject, view);
        for (std::uint32_t r = 0; r < model.rules.size(); ++r) {
            const auto& rule = model.rules[r];
            RuleEvaluation evaluation(facts, rule);
            const bool after_successors = asks_after_successors(rule);
            const bool all = evaluation.each(left[r], [&](const RuleEvaluation::Case& found) {
                if (found.verdict == Verdict::undecided) leave_open(facts, evaluation, r, found, causes);
                if (found.verdict != Verdict::found) return;
                auto about = places(facts, rule, *found.slots);
                if (about.empty()) return;  // about nothing that the model says
                const auto culprit = about.front();
                about.erase(about.begin());
                const graph::Run* run = nullptr;
                for (std::size_t i = 0; i < rule.bound && run == nullptr; ++i)
                    run = facts.run(rule.variables[i].type,
                                    static_cast<Entity>(std::get<long long>((*found.slots)[i].is)));
                auto& cause = causes.at(Code::R00, view.variant, culprit, about,
                                        run != nullptr ? run->function : Cause::kAnyFunction, r,
                                        evaluation.words(rule.message, *found.slots, Language::nl));
                if (cause.case_.empty()) cause.case_ = *found.slots;
                for (std::size_t i = 0; i < rule.bound; ++i) {
                    if (rule.variables[i].type != Type::cooperation) continue;
                    const CooperationId version{static_cast<std::uint32_t>(std::get<long long>((*found.slots)[i].is))};
                    auto versions = still_so(subject, view, rule, version);
                    versions.insert(versions.begin(), version);
                    for (const auto each : versions)
                        if (std::find(cause.versions.begin(), cause.versions.end(), each) == cause.versions.end())
                            cause.versions.push_back(each);
                }
                if (run != nullptr)
                    cause.cells.push_back({run->participant, run->tasks, intersection(run->days, found.days)});
                if (after_successors)
                    for (std::size_t i = 0; i < rule.bound; ++i) {
                        const auto entity = static_cast<Entity>(std::get<long long>((*found.slots)[i].is));
                        if (rule.variables[i].type == Type::participant) {
                            for (const auto each : facts.abolished_together(entity))
                                if (each != entity && speaks_of_all(rule)) add_cells_of_successors(facts, each, cause);
                            add_cells_of_successors(facts, entity, cause);
                        }
                        if (rule.variables[i].type == Type::transfer)
                            add_cells_of_successors(facts, facts.transfer(entity), cause);
                    }
            });
            if (!all) causes.at(Code::R04, {}, {rule.span}, {}, Cause::kAnyFunction).item = r;
        }
    }
}

Diagnostic word_of_law(const Subject& subject, const Cause& cause) {
    if (cause.code == Code::R01) return word_not_checked(subject, cause);
    if (cause.code == Code::R04) return word_given_up(subject, cause);
    const auto& rule = subject.model.rules[cause.rule];
    const RuleFacts facts(subject, subject.view(cause.variant));
    RuleEvaluation evaluation(facts, rule);
    const auto words = [&](const Rule::Template& text) { return evaluation.words(text, cause.case_); };
    Diagnostic out{Code::R00,
                   words(rule.message),
                   at(cause.culprit.span),
                   {},
                   cells_said(subject, cause),
                   rule.title,
                   rule.backing.citations,
                   {},
                   {},
                   RuleMark{rule.code, rule.title, rule.severity, !subject.sources[rule.span.file].own()},
                   {}};
    for (const auto& place : cause.seconds) out.related.push_back({place.span, {}});
    // What would name nothing in the middle of a sentence is not said.
    const auto speaks = [&](const Rule::Template& text) {
        return !text.empty() && evaluation.complete(text, cause.case_);
    };
    if (auto text = later_text(facts, rule, cause.case_); !text.empty()) out.facts.push_back(std::move(text));
    const auto about = out.facts.size();
    if (speaks(rule.consequence)) out.facts.push_back(words(rule.consequence));
    if (auto ground = ground_said(rule); !ground.empty()) out.facts.push_back(std::move(ground));
    out.rule->consequences = out.facts.size() - about;
    if (speaks(rule.advice)) out.remedies.push_back({words(rule.advice)});
    if (speaks(rule.line)) {
        const auto written = line(subject, words(rule.line));
        out.remedies.push_back({say(message::rule_write, {written}), written});
    }
    // Names of what it is about, never words of a sentence that may be written better tomorrow.
    std::string what;
    for (std::size_t i = 0; i < rule.bound; ++i) {
        const auto type = rule.variables[i].type;
        const auto name =
            type == Type::decision
                ? as_name(
                      subject.model.decisions[static_cast<std::size_t>(std::get<long long>(cause.case_[i].is))].name)
                      .nl
            : type == Type::milestone
                ? as_name(
                      subject.model.milestones[static_cast<std::size_t>(std::get<long long>(cause.case_[i].is))].name)
                      .nl
                : facts.said(type, false, cause.case_[i]).nl;
        if (type != Type::transfer) what += (what.empty() ? "" : "/") + name;
    }
    out.id = id_of(subject, cause, what);
    return out;
}

std::vector<RuleUse> uses_of_rules(const Subject& subject) {
    const auto& rules = subject.model.rules;
    std::vector<RuleUse> out(rules.size());
    std::vector<std::set<std::vector<Passage>>> seen(rules.size());
    std::vector<std::size_t> left(rules.size(), kMostSteps);
    for (const auto& view : subject.views()) {
        const RuleFacts facts(subject, view);
        for (std::size_t r = 0; r < rules.size(); ++r) {
            const bool all = RuleEvaluation(facts, rules[r]).each(left[r], [&](const RuleEvaluation::Case& found) {
                const auto about = places(facts, rules[r], *found.slots);
                if (about.empty() || !seen[r].insert(about).second) return;
                ++out[r].cases;
                if (found.verdict == Verdict::found) ++out[r].found;
                if (found.verdict == Verdict::undecided) ++out[r].undecided;
            });
            out[r].given_up = out[r].given_up || !all;
        }
    }
    return out;
}

std::size_t cases_of_rules(const Subject& subject) {
    std::size_t out = 0;
    for (const auto& view : subject.views()) {
        const RuleFacts facts(subject, view);
        for (const auto& rule : subject.model.rules) {
            auto left = kMostSteps;
            RuleEvaluation(facts, rule).each(left, [&](const RuleEvaluation::Case&) { ++out; });
        }
    }
    return out;
}

Text written(const Rule& rule, const Rule::Step& step) {
    switch (step.kind) {
        case Rule::Step::Kind::requires_: return say(message::rule_requires, {step.words});
        case Rule::Step::Kind::let: return say(message::rule_lets, {Text(rule.variables[step.slot].name), step.words});
        default: return say(message::rule_where, {step.words});
    }
}

std::vector<Text> parts_of(const Model& model, const Rule& rule) {
    std::vector<Text> out;
    std::set<std::uint32_t> told;
    for (const auto& e : rule.expressions) {
        if (e.named == Expression::kNone || !told.insert(e.named).second) continue;
        const auto& condition = model.conditions[e.named];
        for (const auto& step : condition.body.steps)
            out.push_back(say(message::rule_part_of, {written(condition.body, step), condition.title}));
    }
    return out;
}

namespace {

/// What the attributes in an expression give; a condition with a name is told by its parts.
template <typename Said>
Text facts_of(const Subject& subject, const Rule& rule, std::uint32_t expression, const Said& value,
              std::vector<RuleStep>& parts) {
    std::vector<Text> said;
    const std::function<void(std::uint32_t)> tell = [&](std::uint32_t at) {
        const auto& e = rule.expressions[at];
        using Op = Expression::Kind;
        if (e.named != Expression::kNone && !e.operands.empty()) {
            const auto& condition = subject.model.conditions[e.named];
            std::size_t part = 0;
            for (const auto& step : condition.body.steps) {
                if (step.kind == Rule::Step::Kind::let) continue;
                std::vector<RuleStep> inner;
                auto told = facts_of(subject, rule, e.operands[part++], value, inner);
                parts.push_back(
                    {say(message::rule_part_of, {written(condition.body, step), condition.title}), std::move(told)});
                parts.insert(parts.end(), inner.begin(), inner.end());
            }
            return;
        }
        // What runs over many things has no one value to tell.
        if (e.kind == Op::exists || e.kind == Op::every || e.kind == Op::select || e.kind == Op::count ||
            e.kind == Op::sum) {
            if (e.operands.front() != Expression::kNone) tell(e.operands.front());
            return;
        }
        if (e.kind == Op::attribute || e.kind == Op::variable) {
            auto line = say(message::rule_fact, {Text(std::string(subject.sources.text(e.span))), value(at, e)});
            if (std::find(said.begin(), said.end(), line) == said.end()) said.push_back(std::move(line));
            return;
        }
        for (const auto each : e.operands)
            if (each != Expression::kNone) tell(each);
    };
    tell(expression);
    return listed(said);
}

}  // namespace

std::vector<RuleStep> steps_of(const Subject& subject, const Cause& cause) {
    std::vector<RuleStep> out;
    if (cause.rule == Cause::kNoRule) return out;
    const auto& rule = subject.model.rules[cause.rule];
    const RuleFacts facts(subject, subject.view(cause.variant));
    RuleEvaluation evaluation(facts, rule);
    for (const auto& step : rule.steps) {
        RuleStep told{written(rule, step), {}};
        told.facts = facts_of(
            subject, rule, step.expression,
            [&](std::uint32_t at, const Expression& e) {
                return facts.said(e.type, e.many, evaluation.value(at, cause.case_));
            },
            told.parts);
        out.push_back(std::move(told));
    }
    return out;
}

}  // namespace belegd::rules
