#include "graph/boards.hpp"

#include <set>

namespace belegd::graph {

using namespace model;

Voting voting_on(const World& world, CooperationId version, const Board& board, Day day) {
    const auto& cooperation = world.model()[version];
    const bool in_force = !world.force(version).empty();
    std::vector<PartyId> parties;
    for (const auto& each : cooperation.participants) {
        const bool there =
            each.term.days.contains(day) && (!in_force || holds_on(world.participation(version, each.party), day));
        if (there && !names(parties, each.party)) parties.push_back(each.party);
    }
    // A cooperation that takes part itself has no members of a municipality.
    const bool open = cooperation.open_participants || !cooperation.legal_persons.empty();
    return {world.model(), cooperation, board, std::move(parties), open, day};
}

std::vector<Day> days_of_change(const World& world, CooperationId version, const Board& board) {
    const auto& cooperation = world.model()[version];
    auto whole = world.force(version);
    if (whole.empty()) whole = cooperation.term.days;
    std::set<Day> out{whole.from};
    const auto see = [&](Period days) {
        for (const auto day : {days.from, days.until})
            if (whole.from < day && day < whole.until) out.insert(day);
    };
    for (const auto& each : cooperation.participants) {
        see(each.term.days);
        for (const auto& period : world.participation(version, each.party)) see(period);
    }
    for (const auto& votes : board.votes)
        if (votes.key.valid())
            for (const auto& values : world.model()[votes.key].values) see(values.term.days);
    return {out.begin(), out.end()};
}

}  // namespace belegd::graph
