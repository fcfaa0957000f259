#pragma once

#include "model/criteria.hpp"
#include "report/frame.hpp"

/// By what a choice is judged in several situations, side by side.
namespace belegd::report {

/// The decision rules that are about one of these situations.
std::vector<model::DecisionRuleId> rules_about(const model::Model& model,
                                               const std::vector<model::VariantId>& situations);
/// `aan alle criteria is voldaan`, `nog onbeslist; nog niet bekend: kosten`
Text outcome_said(const model::DecisionRule& rule, model::VariantId situation);
/// What counts of a criterion, with its sources; and what another source says instead.
Text verdict_said(const model::Model& model, const model::Criterion& criterion, model::VariantId situation);

/// A row for each criterion, a column for each of these situations that the rule is about; last what follows.
Table weighed(const Frame& frame, model::DecisionRuleId rule, const std::vector<model::VariantId>& situations);
/// A table for each rule, below a heading; nothing where there is none.
void write_weighed(Document& out, const Frame& frame, const std::vector<model::VariantId>& situations);

}  // namespace belegd::report
