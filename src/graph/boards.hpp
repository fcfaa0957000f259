#pragma once

#include "graph/world.hpp"
#include "model/voting.hpp"

namespace belegd::graph {

/// A board of a version of a cooperation on a day, with those who take part then. Of a version that is never in force,
/// with those whom it names.
model::Voting voting_on(const World& world, model::CooperationId version, const model::Board& board, Day day);
/// The days on which something about a board of a version may change, from its first day on, in order.
std::vector<Day> days_of_change(const World& world, model::CooperationId version, const model::Board& board);

}  // namespace belegd::graph
