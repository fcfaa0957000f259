#pragma once
// What is shared by those who read decisions, milestones, decision rules and questions about them. Internal to resolve/.

#include "resolve/resolution.hpp"

namespace belegd::resolve {

/// Names of decisions, milestones, variants or tasks; what is none of these is told.
std::vector<std::string> planned_names(Resolution& r, const Phrase& clause);
/// Cooperations, variants, decisions and tasks; what is none of these is told.
std::vector<Concern> concerned(Resolution& r, const Phrase& clause);
/// What `soort besluit` says.
Decision::Purpose purpose_of(Word word);
/// Whether the words that declare a row are those of this phrase, and not of another of that name.
bool declared_here(const Phrase& phrase, Span span);

/// What `voldaan` says of a criterion.
Criterion::Verdict verdict_said(Word word);
/// A decision rule with its criteria (criteria.cpp).
void resolve_decision_rule(Resolution& r, const syntax::Tree& tree, const Phrase& phrase);

}  // namespace belegd::resolve
