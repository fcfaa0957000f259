#pragma once
// A participant by one of its organs: `voor het college van Leiden`, `behalve voor de raad van Leiden`. Internal to
// resolve/.

#include "resolve/names/actors.hpp"

namespace belegd::resolve {

/// A party of a list, and the organs of it that are meant.
struct PartyByOrgan {
    PartyOn party;
    std::vector<OrganId> organs;
};

/// Whether a clause names organs with their parties, and nothing else.
bool names_organs(const Resolution& r, const Phrase& clause);
/// Those organs; what is unknown is reported, and so is an organ by which nobody takes part (N09).
std::vector<PartyByOrgan> parties_by_organ(Resolution& r, const Phrase& clause, const Context& context, bool* open);
/// The organs by which a party takes part besides these; those of any municipality where the model does not say.
std::vector<OrganId> other_organs(const Model& model, CooperationId cooperation, const PartyByOrgan& party);

}  // namespace belegd::resolve
