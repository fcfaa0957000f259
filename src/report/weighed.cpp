#include "report/weighed.hpp"

#include "diagnostics/messages/decisions.hpp"
#include "diagnostics/messages/general.hpp"
#include "model/describe.hpp"
#include "report/phrases.hpp"

namespace belegd::report {
namespace {

using namespace model;
using Verdict = Criterion::Verdict;

Text with_grounds(const Model& model, const Criterion::Judgement& judgement) {
    const auto verdict = with_certainty(name_of(judgement.verdict), judgement.backing.certainty);
    const auto grounds = backing_said(model, judgement.backing);
    return grounds.empty() ? verdict : say(message::verdict_by, {verdict, joined(grounds, "; ")});
}

std::vector<Text> those(const DecisionRule& rule, VariantId situation, Verdict verdict) {
    std::vector<Text> out;
    for (const auto& each : rule.criteria)
        if (!each.desirable && verdict_of(each, situation) == verdict) out.push_back(quoted(title_of_row(each)));
    return out;
}

Cell::Mark mark_of(Verdict verdict) {
    return verdict == Verdict::fulfilled       ? Cell::Mark::none
           : verdict == Verdict::not_fulfilled ? Cell::Mark::attention
                                               : Cell::Mark::open;
}

}  // namespace

std::vector<DecisionRuleId> rules_about(const Model& model, const std::vector<VariantId>& situations) {
    std::vector<DecisionRuleId> out;
    for (std::uint32_t i = 0; i < model.decision_rules.size(); ++i)
        if (std::any_of(situations.begin(), situations.end(),
                        [&](VariantId each) { return judges(model, model.decision_rules[i], each); }))
            out.push_back({i});
    return out;
}

Text outcome_said(const DecisionRule& rule, VariantId situation) {
    switch (outcome_of(rule, situation)) {
        case Outcome::fulfilled: return say(message::outcome_fulfilled);
        case Outcome::not_fulfilled:
            return say(message::outcome_not_fulfilled, {listed(those(rule, situation, Verdict::not_fulfilled))});
        case Outcome::undecided: break;
    }
    std::vector<Text> why;
    if (const auto unknown = those(rule, situation, Verdict::not_known); !unknown.empty())
        why.push_back(say(message::outcome_not_known, {listed(unknown)}));
    if (const auto unsaid = those(rule, situation, Verdict::not_said); !unsaid.empty())
        why.push_back(say(message::outcome_not_said, {listed(unsaid)}));
    return say(message::outcome_undecided, {joined(why, "; ")});
}

Text verdict_said(const Model& model, const Criterion& criterion, VariantId situation) {
    const auto* counts = judged(criterion, situation);
    if (counts == nullptr) return name_of(Verdict::not_said);
    std::vector<Text> said{with_grounds(model, *counts)};
    for (const auto& each : criterion.judgements)
        if (&each != counts && each.situation == counts->situation && each.verdict != counts->verdict)
            said.push_back(say(message::verdict_otherwise, {with_grounds(model, each)}));
    return joined(said, "; ");
}

Table weighed(const Frame& frame, DecisionRuleId id, const std::vector<VariantId>& situations) {
    const auto& model = frame.model;
    const auto& rule = model[id];
    Table out;
    out.caption = title_of_row(rule);
    out.columns = {syntax::info(syntax::Word::criterion).phrase};
    std::vector<VariantId> shown;
    for (const auto each : situations)
        if (judges(model, rule, each)) {
            shown.push_back(each);
            out.columns.push_back(situation_said(model, each));
        }
    for (const auto& each : rule.criteria) {
        auto& row = out.rows.emplace_back();
        row.emplace_back(each.desirable ? say(message::criterion_desirable, {title_of_row(each)}) : title_of_row(each));
        std::vector<Span> from{each.span};
        for (const auto situation : shown) {
            const auto* counts = judged(each, situation);
            if (counts != nullptr) from.push_back(counts->span);
            row.emplace_back(verdict_said(model, each, situation), std::vector<std::size_t>{},
                             each.desirable ? Cell::Mark::none : mark_of(verdict_of(each, situation)));
        }
        out.origins.push_back(frame.origins(from));
    }
    auto& last = out.rows.emplace_back();
    last.emplace_back(say(message::row_outcome));
    for (const auto situation : shown) last.emplace_back(outcome_said(rule, situation));
    out.origins.push_back(frame.origins({rule.span}));
    return out;
}

void write_weighed(Document& out, const Frame& frame, const std::vector<VariantId>& situations) {
    const auto rules = rules_about(frame.model, situations);
    if (rules.empty()) return;
    out.blocks.emplace_back(Heading{2, say(message::heading_weighed)});
    for (const auto rule : rules) out.blocks.emplace_back(weighed(frame, rule, situations));
}

}  // namespace belegd::report
