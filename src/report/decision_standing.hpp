#pragma once

#include "report/decisions.hpp"
#include "report/frame.hpp"

/// How far a decision is, and which decision gives a consent.
namespace belegd::report {

struct HowFar {
    DecisionList::Standing standing = DecisionList::Standing::open;
    Text said;
    std::optional<Day> on;  ///< when it was taken
};
/// Of a decision on a day on which one looks; `gives` for the words of a consent.
HowFar how_far(const model::Model& model, const model::Decision& decision, Day looked_at, bool gives = false);

/// The last day on which it is in time, and how the model has it.
std::pair<std::optional<Day>, Text> by_when(const model::Decision& decision);

/// Whether one decision is about what another is about: it names it, comes before it, or both are about a cooperation.
bool goes_with(const model::Model& model, model::DecisionId one, model::DecisionId other);

/// How far a consent is that one of these decisions gives; the best of them, and none that is not stated.
std::optional<HowFar> best_of(const model::Model& model, const std::vector<model::DecisionId>& decisions,
                              Day looked_at);

/// The list for people.
Document document_of(const Frame& frame, const DecisionList& list);

}  // namespace belegd::report
