#pragma once

#include "report/wording.hpp"

/// Decisions, milestones, money and procedures as a paper would say them, a line each; what the model does not say is
/// left out.
namespace belegd::report {

/// `shown` is the cooperation on whose sheet it stands, by its first version; invalid: on none.
Said decision_said(const model::Model& model, const model::Decision& decision, model::CooperationId shown);
Said milestone_said(const model::Model& model, const model::Milestone& milestone);
Said cost_said(const model::Model& model, const model::Cost& cost);
Said settlement_said(const model::Model& model, const model::Settlement& settlement);
Said division_key_said(const model::Model& model, const model::DivisionKey& key);
Said price_index_said(const model::Model& model, const model::PriceIndex& index);
Said actual_cost_said(const model::Model& model, const model::ActualCost& actual);
Said cost_ceiling_said(const model::Model& model, const model::CostCeiling& ceiling);
/// Its title, then its steps in order.
std::vector<Said> procedure_said(const model::Model& model, const model::Procedure& procedure);

/// Its title, then its criteria with all that is said of them.
std::vector<Said> decision_rule_said(const model::Model& model, const model::DecisionRule& rule);

/// Whether a decision concerns a cooperation, hangs under it or ends it.
bool is_about(const model::Model& model, model::DecisionId decision, model::CooperationId version);
/// What has to come before a decision, a line each: `na advies van adviesraad`, `na keuze`, its condition.
std::vector<Text> beforehand_said(const model::Model& model, const model::Decision& decision);
/// What a decision is about, and to what it gives effect.
std::vector<Text> aims_said(const model::Model& model, const model::Decision& decision);
/// `toestemming`; nothing where a decision does not say what it is for.
Text purpose_said(const model::Decision& decision);

/// What is planned and paid for one version of a cooperation; what stands in an article that it no longer has is not.
struct Planning {
    std::vector<Said> decisions, rules, milestones, costs, procedures;
    bool empty() const;
};
/// Of what a situation alone has, only that of the situations in which one looks and of those on which they are based.
Planning planning_of(const model::Model& model, model::CooperationId version,
                     const std::vector<model::VariantId>& situations);

/// What stands in no cooperation, of those situations; of decisions and money only what concerns these municipalities.
/// `sheets` are the cooperations (versions) that have one: a decision about one of them stands there.
Planning loose_planning(const model::Model& model, const std::vector<model::VariantId>& situations,
                        const std::vector<model::PartyId>& parties, const std::vector<model::CooperationId>& sheets);

}  // namespace belegd::report
