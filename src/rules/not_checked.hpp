#pragma once

#include "rules/rule_evaluation.hpp"

namespace belegd::rules {

/// Adds a case that a rule could not decide to what is not checked (R01), with what the rule would have to know.
void leave_open(const RuleFacts& facts, RuleEvaluation& evaluation, std::uint32_t rule,
                const RuleEvaluation::Case& open, Causes& causes);

}  // namespace belegd::rules
