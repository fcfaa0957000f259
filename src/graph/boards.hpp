#pragma once

#include "graph/world.hpp"
#include "model/voting.hpp"

namespace belegd::graph {

/// A board of a version of a cooperation on a day, with those who take part then. Of a version that is never in force,
/// with those whom it names.
model::Voting voting_on(const World& world, model::CooperationId version, const model::Board& board, Day day);
/// Who takes part in a version on a day; of one that is never in force, whom it names.
std::vector<model::PartyId> participants_on(const World& world, model::CooperationId version, Day day);

/// What the text of a cooperation asks of its participants on a day to change or dissolve it, and what that comes to.
struct ToChange {
    const model::Majority* asked = nullptr;
    std::vector<model::PartyId> participants;
    bool open = false;                ///< there are participants that are not known
    std::optional<long long> needed;  ///< nothing where that cannot be said
};
/// By the version that is in force then; nothing where that says nothing of it.
std::optional<ToChange> to_change(const World& world, model::CooperationId first, Day day, bool dissolve);
/// By one version.
std::optional<ToChange> to_change_version(const World& world, model::CooperationId version, Day day, bool dissolve);

/// The days on which something about a board of a version may change, from its first day on, in order.
std::vector<Day> days_of_change(const World& world, model::CooperationId version, const model::Board& board);

}  // namespace belegd::graph
