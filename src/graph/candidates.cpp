#include "graph/candidates.hpp"

#include <algorithm>
#include <set>

namespace belegd::graph {

using namespace model;

Candidates::Candidates(const World& world) : world_(world), of_party_(world.model().parties.size()) {
    const auto& model = world.model();
    const auto owners = model.owners();
    for (std::uint32_t i = 0; i < model.transfers.size(); ++i) {
        const auto& transfer = model.transfers[i];
        if (!world.visible(transfer.variant)) continue;
        const auto offer = [&](PartyId party) {
            auto& found = of_party_[party.index];
            if (found.empty() || found.back() != TransferId{i}) found.push_back({i});
        };
        if (transfer.only_for) {
            for (const auto party : *transfer.only_for) offer(party);
        } else if (transfer.cooperation.valid() && !world.corporate(transfer)) {
            for (const auto& participant : model[transfer.cooperation].participants) offer(participant.party);
            for (const auto& taking_part : model[transfer.cooperation].legal_persons)
                if (const auto body = model[taking_part.cooperation].body; body.valid()) offer(body);
        } else if (world.corporate(transfer) && transfer.kind != TransferKind::keeps) {
            by_giver_[{transfer.giver->owner, transfer.giver->index}].push_back({i});
            // His own cells.
            const auto giver = transfer.giver->owner == Actor::Owner::party
                                   ? PartyId{transfer.giver->index}
                                   : model.cooperations[transfer.giver->index].body;
            if (giver.valid()) offer(giver);
        } else {
            for (const auto party : owners) offer(party);
        }
    }
    if (!by_giver_.empty())
        for (const auto party : owners) add_reached(of_party_[party.index]);
}

/// A chain goes from receiver to receiver; whether it does so for these tasks and on these days is for the walk to say.
void Candidates::add_reached(std::vector<TransferId>& found) const {
    std::set<Owner> seen;
    for (std::size_t at = 0; at < found.size(); ++at)
        for (const auto& receiver : world_.model()[found[at]].receivers) {
            const Owner owner{receiver.owner, receiver.index};
            if (!seen.insert(owner).second) continue;
            if (const auto given = by_giver_.find(owner); given != by_giver_.end())
                found.insert(found.end(), given->second.begin(), given->second.end());
        }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());  // a body gives its own too
}

}  // namespace belegd::graph
