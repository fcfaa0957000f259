#pragma once

#include "rules/rule_evaluation.hpp"

namespace belegd::rules {

/// Adds a case that a rule could not decide to what is not checked (R01), with what the rule would have to know.
void leave_open(const RuleFacts& facts, RuleEvaluation& evaluation, std::uint32_t rule,
                const RuleEvaluation::Case& open, Causes& causes);

/// Of such a cause the place and the id alone: what is asked is told apart.
Diagnostic place_not_checked(const Subject& subject, const Cause& cause);
/// The words for it.
Diagnostic word_not_checked(const Subject& subject, const Cause& cause);

/// Whether a fact says by itself what is asked: of an open list, only with what is looked for in it.
bool is_specific(const Silent& fact);
/// Whether two questions wait for the same: then they are one, however each rule words it.
bool same_facts(const std::vector<Silent>& a, const std::vector<Silent>& b);

/// The cooperation, or the words that stand in none, of which something is left open.
Text left_open_at(const Subject& subject, const Cause& cause);

}  // namespace belegd::rules
