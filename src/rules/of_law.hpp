#pragma once

#include <vector>

#include "rules/rule_evaluation.hpp"

namespace belegd::rules {

/// How many evaluations one rule may take in all variants of a model; a second or so.
inline constexpr std::size_t kMostSteps = 50'000'000;

/// Whether a rule is about successors that the model does not put in the place of a participant: its cells are those of
/// them, and what is answered there the law has otherwise.
bool asks_after_successors(const model::Rule& rule);

/// What the rules of the library and of the model find (R00), what they cannot decide (R01), and which of them asks more
/// than that (R04), as causes and words.
void find_of_law(const Subject& subject, Causes& causes);
/// Takes out of the causes a sentence without effect (B09) of which a rule says that somebody in it no longer exists (D26).
void leave_to_rules(const Subject& subject, Causes& causes);
Diagnostic word_of_law(const Subject& subject, const Cause& cause);

/// What became of one rule in the whole model: how many cases it was asked of, and how they came out.
struct RuleUse {
    std::size_t cases = 0, found = 0, undecided = 0;
    bool given_up = false;  ///< there may be more: it asks more than anybody waits for (R04)
};
/// By rule, in order of the model's table; a case of the present counts once, whatever the variants.
std::vector<RuleUse> uses_of_rules(const Subject& subject);

/// How many cases there are of all rules in every variant.
std::size_t cases_of_rules(const Subject& subject);

/// A step of a rule as it is written: `waar t.soort is delegatie`.
Text written(const model::Rule& rule, const model::Rule::Step& step);

/// The parts of the conditions with a name that a rule asks, as they are written, each condition once.
std::vector<Text> parts_of(const model::Model& model, const model::Rule& rule);

/// One condition of the rule that made a finding.
struct RuleStep {
    Text words;                        ///< the condition as the rule has it
    Text facts;                        ///< what its attributes give in this case
    std::vector<RuleStep> parts = {};  ///< of a condition with a name that it asks
};
std::vector<RuleStep> steps_of(const Subject& subject, const Cause& cause);

}  // namespace belegd::rules
