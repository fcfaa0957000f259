#include "graph/boards.hpp"

#include <algorithm>
#include <set>

namespace belegd::graph {

using namespace model;

std::vector<PartyId> participants_on(const World& world, CooperationId version, Day day) {
    const auto& cooperation = world.model()[version];
    const bool in_force = !world.force(version).empty();
    std::vector<PartyId> parties;
    for (const auto& each : cooperation.participants) {
        const bool there =
            each.term.days.contains(day) && (!in_force || holds_on(world.participation(version, each.party), day));
        if (there && !names(parties, each.party)) parties.push_back(each.party);
    }
    return parties;
}

std::optional<ToChange> to_change_version(const World& world, CooperationId version, Day day, bool dissolve) {
    const auto& cooperation = world.model()[version];
    const auto& asked = dissolve ? cooperation.dissolve_by : cooperation.change_by;
    if (!asked) return std::nullopt;
    ToChange out{&*asked, participants_on(world, version, day), cooperation.open_participants, std::nullopt};
    if (out.open || asked->parts.empty() || out.participants.empty()) return out;
    long long needed = 0;
    for (const auto& part : asked->parts) {
        if (part.basis != Threshold::Basis::participants) return out;
        needed = std::max(needed, least(part, static_cast<long long>(out.participants.size())));
    }
    out.needed = needed;
    return out;
}

std::optional<ToChange> to_change(const World& world, CooperationId first, Day day, bool dissolve) {
    std::optional<CooperationId> version;
    for (const auto i : world.versions(first)) {
        const auto force = world.force({i});
        if (force.empty()) continue;
        if (force.contains(day)) return to_change_version(world, {i}, day, dissolve);
        if (!version) version = CooperationId{i};
    }
    return version ? to_change_version(world, *version, world.force(*version).from, dissolve) : std::nullopt;
}

Voting voting_on(const World& world, CooperationId version, const Board& board, Day day) {
    const auto& cooperation = world.model()[version];
    auto parties = participants_on(world, version, day);
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
