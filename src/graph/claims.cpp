#include "graph/claims.hpp"

#include <algorithm>

namespace belegd::graph {

using namespace model;

Claims::Claims(const World& world) : world_(world) {
    const auto& model = world.model();
    package_days_.resize(model.parties.size());
    for (const auto& cooperation : model.cooperations)
        for (const auto& package : cooperation.packages)
            for (const auto& taker : package.takers)
                for (const auto day : {taker.term.days.from, taker.term.days.until})
                    if (taker.party.valid()) package_days_[taker.party.index].push_back(day);
    for (const auto& transfer : model.transfers) {
        if (!transfer.package || !world.visible(transfer.variant)) continue;
        auto& named = packaged_[{transfer.cooperation.index, *transfer.package}];
        named.resize(model.leaf_functions.size());
        transfer.functions.each([&](std::size_t function) { named[function] |= transfer.tasks; });
    }
}

std::vector<Claim> Claims::of(PartyId participant) const {
    std::vector<Claim> out;
    const auto& cooperations = world_.model().cooperations;
    for (const auto i : world_.cooperations_of(participant)) {
        const auto& periods = world_.participation({i}, participant);
        if (periods.empty()) continue;
        for (const auto& scope : cooperations[i].scopes)
            if ((!scope.only_for || names(*scope.only_for, participant)) && !names(scope.except_for, participant)) {
                Claim claim{{i}, &scope, {}};
                for (const auto& period : periods)
                    if (const auto part = intersection(period, scope.days); !part.empty())
                        claim.periods.push_back(part);
                if (!claim.periods.empty()) out.push_back(std::move(claim));
            }
    }
    return out;
}

BitSet Claims::tasks(const Claim& claim, PartyId participant, std::uint32_t function, Day day) const {
    BitSet out(world_.model().leaf_tasks.size());
    add(claim, participant, function, day, out);
    return out;
}

void Claims::add(const Claim& claim, PartyId participant, std::uint32_t function, Day day, BitSet& out) const {
    if ((claim.scope->functions && !claim.scope->functions->has(function)) || !holds_on(claim.periods, day)) return;
    const auto& packages = world_.model()[claim.cooperation].packages;
    const bool all = claim.scope->unclaimed.empty();
    if (packages.empty()) {
        out |= all ? claim.scope->tasks : claim.scope->tasks - claim.scope->unclaimed[function];
        return;
    }
    const auto universe = world_.model().leaf_tasks.size();
    BitSet named(universe), taken(universe);
    for (std::uint32_t k = 0; k < packages.size(); ++k) {
        const auto found = packaged_.find({claim.cooperation.index, k});
        if (found == packaged_.end()) continue;
        named |= found->second[function];
        const auto& takers = packages[k].takers;
        if (std::any_of(takers.begin(), takers.end(), [&](const Package::Taker& taker) {
                return taker.party == participant && taker.term.days.contains(day);
            }))
            taken |= found->second[function];
    }
    auto claimed = claim.scope->tasks - (named - taken);
    if (!all) claimed -= claim.scope->unclaimed[function];
    out |= claimed;
}

bool Claims::alike(const Claim& claim, std::uint32_t one, std::uint32_t other) const {
    const auto& unclaimed = claim.scope->unclaimed;
    if (!unclaimed.empty() && !(unclaimed[one] == unclaimed[other])) return false;
    const auto packages = world_.model()[claim.cooperation].packages.size();
    for (std::uint32_t k = 0; k < packages; ++k)
        if (const auto found = packaged_.find({claim.cooperation.index, k});
            found != packaged_.end() && !(found->second[one] == found->second[other]))
            return false;
    return true;
}

BitSet Claims::claimed(const std::vector<Claim>& claims, PartyId participant, std::uint32_t function, Day day) const {
    BitSet out(world_.model().leaf_tasks.size());
    for (const auto& claim : claims) add(claim, participant, function, day, out);
    return out;
}

const std::vector<Day>& Claims::package_days(PartyId participant) const { return package_days_[participant.index]; }

}  // namespace belegd::graph
