// Which decisions, milestones, costs and procedures stand on which sheet.
#include <algorithm>

#include "diagnostics/messages/reports.hpp"
#include "model/criteria.hpp"
#include "model/standing.hpp"
#include "report/planning.hpp"

namespace belegd::report {
namespace {

using namespace model;

void put(std::vector<Said>& out, const Model& model, ArticleId article, Said said) {
    if (article.valid()) said.text = say(message::function_line, {place_said(model[article].parts), said.text});
    out.push_back(std::move(said));
}

/// Whether what a variant has is there in one of the situations: what the present has is in each.
bool of_situations(const Model& model, VariantId variant, const std::vector<VariantId>& situations) {
    return !variant.valid() || std::any_of(situations.begin(), situations.end(), [&](VariantId at) {
        while (at.valid() && at != variant) at = model[at].based_on;
        return at == variant;
    });
}

/// Whether a decision concerns a cooperation in so many words.
bool concerns(const Model& model, DecisionId id, CooperationId first) {
    const auto& all = model[id].concerns;
    return std::any_of(all.begin(), all.end(), [&](const Concern& each) { return each.cooperation == first; });
}

/// Whether a decision hangs under a cooperation, or ends it.
bool acts_on(const Model& model, DecisionId id, CooperationId first) {
    const auto& under = model[id].under;
    const auto ends = [&](const std::vector<Ending>& endings) {
        return std::any_of(endings.begin(), endings.end(),
                           [&](const Ending& ending) { return ending.decision == id && ending.cooperation == first; });
    };
    return std::any_of(under.begin(), under.end(), [&](const Under& each) { return each.cooperation == first; }) ||
           ends(model.endings) ||
           std::any_of(model.variants.begin(), model.variants.end(),
                       [&](const Variant& variant) { return ends(variant.endings); });
}

}  // namespace

bool Planning::empty() const {
    return decisions.empty() && rules.empty() && milestones.empty() && costs.empty() && procedures.empty();
}

bool is_about(const Model& model, DecisionId id, CooperationId version) {
    const auto first = model[version].first_version;
    return acts_on(model, id, first) || concerns(model, id, first);
}

Planning planning_of(const Model& model, CooperationId version, const std::vector<VariantId>& situations) {
    Planning out;
    const auto visible = [&](VariantId variant) { return of_situations(model, variant, situations); };
    for (std::uint32_t i = 0; i < model.decisions.size(); ++i)
        if (visible(model.decisions[i].variant) && is_about(model, {i}, version))
            out.decisions.push_back(decision_said(model, model.decisions[i], model[version].first_version));
    for (const auto& cost : model.costs)
        if (visible(cost.variant) && stands_in(model, version, cost.cooperation, cost.article))
            put(out.costs, model, cost.article, cost_said(model, cost));
    for (const auto& settlement : model.settlements)
        if (visible(settlement.variant) && stands_in(model, version, settlement.cooperation, settlement.article))
            put(out.costs, model, settlement.article, settlement_said(model, settlement));
    for (const auto& ceiling : model.cost_ceilings)
        if (visible(ceiling.variant) && stands_in(model, version, ceiling.cooperation, ceiling.article))
            put(out.costs, model, ceiling.article, cost_ceiling_said(model, ceiling));
    // What an item has cost stands with the item.
    for (const auto& actual : model.actual_costs)
        if (actual.cost.valid() && (!actual.variant.valid() || actual.variant == model[version].variant) &&
            stands_in(model, version, model[actual.cost].cooperation, model[actual.cost].article))
            out.costs.push_back(actual_cost_said(model, actual));
    for (const auto& procedure : model.procedures) {
        if (!stands_in(model, version, procedure.cooperation, procedure.article)) continue;
        auto lines = procedure_said(model, procedure);
        put(out.procedures, model, procedure.article, std::move(lines.front()));
        out.procedures.insert(out.procedures.end(), lines.begin() + 1, lines.end());
    }
    return out;
}

Planning loose_planning(const Model& model, const std::vector<VariantId>& situations,
                        const std::vector<PartyId>& parties, const std::vector<CooperationId>& sheets) {
    const auto visible = [&](VariantId variant) { return of_situations(model, variant, situations); };
    const auto shown = [&](PartyId party) { return std::find(parties.begin(), parties.end(), party) != parties.end(); };
    Planning out;
    for (std::uint32_t i = 0; i < model.decisions.size(); ++i) {
        const auto& decision = model.decisions[i];
        bool elsewhere = false;
        for (const auto& cooperation : model.cooperations)
            elsewhere = elsewhere || acts_on(model, {i}, cooperation.first_version);
        for (const auto sheet : sheets) elsewhere = elsewhere || concerns(model, {i}, model[sheet].first_version);
        const bool of_other = decision.by && decision.by->owner == Actor::Owner::party &&
                              model.parties[decision.by->index].kind == Party::Kind::municipality &&
                              !shown({decision.by->index});
        if (!elsewhere && !of_other && visible(decision.variant))
            out.decisions.push_back(decision_said(model, decision, {}));
    }
    for (const auto& milestone : model.milestones)
        if (visible(milestone.variant)) out.milestones.push_back(milestone_said(model, milestone));
    for (const auto& cost : model.costs) {
        const bool concerns = cost.only_for.empty() || std::any_of(cost.only_for.begin(), cost.only_for.end(), shown);
        if (!cost.cooperation.valid() && concerns && visible(cost.variant)) out.costs.push_back(cost_said(model, cost));
    }
    for (const auto& settlement : model.settlements)
        if (!settlement.cooperation.valid() && visible(settlement.variant))
            out.costs.push_back(settlement_said(model, settlement));
    for (const auto& ceiling : model.cost_ceilings)
        if (!ceiling.cooperation.valid() && visible(ceiling.variant))
            out.costs.push_back(cost_ceiling_said(model, ceiling));
    for (const auto& actual : model.actual_costs)
        if ((!actual.cost.valid() || !model[actual.cost].cooperation.valid() || actual.variant.valid()) &&
            visible(actual.variant))
            out.costs.push_back(actual_cost_said(model, actual));
    for (const auto& key : model.division_keys) out.costs.push_back(division_key_said(model, key));
    for (const auto& index : model.price_indices) out.costs.push_back(price_index_said(model, index));
    for (const auto& rule : model.decision_rules) {
        if (std::none_of(situations.begin(), situations.end(),
                         [&](VariantId each) { return judges(model, rule, each); }))
            continue;
        const auto lines = decision_rule_said(model, rule);
        out.rules.insert(out.rules.end(), lines.begin(), lines.end());
    }
    for (const auto& procedure : model.procedures) {
        if (procedure.cooperation.valid()) continue;
        const auto lines = procedure_said(model, procedure);
        out.procedures.insert(out.procedures.end(), lines.begin(), lines.end());
    }
    return out;
}

}  // namespace belegd::report
