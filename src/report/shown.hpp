#pragma once

#include <utility>
#include <vector>

#include "report/frame.hpp"

namespace belegd::report {

/// A version of a cooperation, with the situations that have it on the day.
using OfTheDay = std::pair<model::CooperationId, std::vector<model::VariantId>>;
/// The versions of the day, each once (D30): those of the first situation first.
std::vector<OfTheDay> cooperations_of_the_day(const Frame& frame);

/// The sentences outside any cooperation that count on the day for somebody of the overview, about its tasks, in some
/// situation; one row of each.
std::vector<model::TransferId> loose_of_the_day(const Frame& frame);

}  // namespace belegd::report
