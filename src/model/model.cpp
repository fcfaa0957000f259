#include "model/model.hpp"

#include <algorithm>

namespace belegd::model {

bool Model::has_versions(CooperationId id) const {
    const auto first = (*this)[id].first_version;
    return std::any_of(cooperations.begin(), cooperations.end(),
                       [&](const Cooperation& other) { return other.first_version == first && other.version > 1; });
}

std::string Model::id_of(CooperationId id) const {
    const auto& found = (*this)[id];
    return has_versions(id) ? found.name + "~" + std::to_string(found.version) : found.name;
}

std::vector<PartyId> Model::municipalities() const {
    std::vector<PartyId> out;
    for (std::uint32_t i = 0; i < parties.size(); ++i)
        if (parties[i].kind == Party::Kind::municipality && parties[i].in_model) out.push_back({i});
    return out;
}

std::vector<PartyId> Model::owners() const {
    std::vector<bool> named(parties.size(), false);
    for (const auto& task : tasks)
        for (const auto& holder : task.holders)
            if (holder.by.party.valid()) named[holder.by.party.index] = true;
    for (const auto& function : functions)
        if (function.holder && function.holder->party.valid()) named[function.holder->party.index] = true;
    std::vector<PartyId> out;
    for (std::uint32_t i = 0; i < parties.size(); ++i)
        if (parties[i].in_model && (parties[i].kind == Party::Kind::municipality || named[i])) out.push_back({i});
    return out;
}

Actor Model::organ_of(PartyId party, OrganId organ) const {
    const auto embodied = (*this)[party].embodies;
    if (embodied.valid()) return {Actor::Owner::cooperation, embodied.index, organ};
    return {Actor::Owner::party, party.index, organ};
}

bool Model::is_of(PartyId party, const Actor& actor) const {
    if (actor.owner == Actor::Owner::own) return true;
    return actor.whole() == organ_of(party, {});
}

Actor Model::of_decider(const std::optional<Actor>& by, Actor actor) const {
    if (!by || by->owner != Actor::Owner::party || actor.owner != Actor::Owner::own) return actor;
    const auto& own = parties[by->index].organs;
    if (std::find(own.begin(), own.end(), actor.organ) == own.end()) return actor;
    return {by->owner, by->index, actor.organ};
}

Actor Model::seen_from(PartyId participant, const Actor& actor) const {
    return actor.owner == Actor::Owner::own ? organ_of(participant, actor.organ) : actor;
}

}  // namespace belegd::model
