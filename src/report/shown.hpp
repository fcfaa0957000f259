#pragma once

#include <utility>
#include <vector>

#include "report/frame.hpp"

namespace belegd::report {

/// A version of a cooperation, with the situations that have it on the day.
using OfTheDay = std::pair<model::CooperationId, std::vector<model::VariantId>>;
/// The versions of the day, each once: those of the first situation first.
std::vector<OfTheDay> cooperations_of_the_day(const Frame& frame);

/// The sentences outside any cooperation that count on the day for somebody of the overview, about its tasks, in some
/// situation; one row of each.
std::vector<model::TransferId> loose_of_the_day(const Frame& frame);

/// The situations in which a sentence counts on the day for somebody of the overview, and has effect in some cell of the
/// model: what a sentence before it no longer gives has none.
std::vector<model::VariantId> situations_of(const Frame& frame, model::TransferId sentence);
/// Whether some row of a sentence has effect in some cell on the day.
bool has_effect(const Frame& frame, model::VariantId situation, model::TransferId sentence);

}  // namespace belegd::report
