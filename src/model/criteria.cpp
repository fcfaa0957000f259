#include "model/criteria.hpp"

namespace belegd::model {
namespace {

/// The variants that a decision stands in or is about; of none of them, it is one of the present.
std::vector<VariantId> situations_of(const Decision& decision) {
    std::vector<VariantId> out;
    if (decision.variant.valid()) out.push_back(decision.variant);
    for (const auto& each : decision.concerns)
        if (each.variant.valid()) out.push_back(each.variant);
    if (out.empty()) out.push_back({});
    return out;
}

std::vector<VariantId> situations_of(const Model& model, const DecisionRule& rule) {
    std::vector<VariantId> out;
    for (const auto& each : rule.concerns) {
        if (each.variant.valid()) out.push_back(each.variant);
        if (!each.decision.valid()) continue;
        const auto more = situations_of(model[each.decision]);
        out.insert(out.end(), more.begin(), more.end());
    }
    return out;
}

bool has(const std::vector<VariantId>& all, VariantId one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

}  // namespace

const Criterion::Judgement* judged(const Criterion& criterion, VariantId situation) {
    const Criterion::Judgement* out = nullptr;
    for (const auto& each : criterion.judgements) {
        if (each.situation && *each.situation != situation) continue;
        const bool closer = out != nullptr && each.situation && !out->situation;
        const bool as_close = out != nullptr && each.situation.has_value() == out->situation.has_value();
        if (out == nullptr || closer || (as_close && each.prevails && !out->prevails)) out = &each;
    }
    return out;
}

Criterion::Verdict verdict_of(const Criterion& criterion, VariantId situation) {
    const auto* found = judged(criterion, situation);
    return found == nullptr ? Criterion::Verdict::not_said : found->verdict;
}

Outcome outcome_of(const DecisionRule& rule, VariantId situation) {
    auto out = Outcome::fulfilled;
    for (const auto& each : rule.criteria) {
        if (each.desirable) continue;
        const auto verdict = verdict_of(each, situation);
        if (verdict == Criterion::Verdict::not_fulfilled) return Outcome::not_fulfilled;
        if (verdict != Criterion::Verdict::fulfilled) out = Outcome::undecided;
    }
    return out;
}

bool judges(const Model& model, const DecisionRule& rule, VariantId situation) {
    const auto named = situations_of(model, rule);
    if (!named.empty()) return has(named, situation);
    bool any = false;
    for (const auto& criterion : rule.criteria)
        for (const auto& each : criterion.judgements) {
            if (each.situation == situation) return true;
            any = any || each.situation;
        }
    return !any && (situation.valid() || model.variants.empty());
}

std::optional<VariantId> only_situation(const Model& model, const DecisionRule& rule) {
    std::optional<VariantId> out;
    if (judges(model, rule, {})) out = VariantId{};
    for (std::uint32_t i = 0; i < model.variants.size(); ++i) {
        if (!judges(model, rule, {i})) continue;
        if (out) return std::nullopt;
        out = VariantId{i};
    }
    return out;
}

bool is_decided(const Model& model, const DecisionRule& rule, VariantId situation) {
    for (const auto& each : rule.concerns) {
        if (each.decision.valid() && model[each.decision].status == Status::decided &&
            model[each.decision].status_stated)
            return true;
        if (each.variant.valid() && each.variant == situation && model[situation].status == Status::decided)
            return true;
    }
    return false;
}

}  // namespace belegd::model
