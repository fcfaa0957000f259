#pragma once
// Who acts, as sentences name him. Internal to resolve/.

#include "resolve/names/organs.hpp"
#include "resolve/names/parties.hpp"

namespace belegd::resolve {

/// Somebody as named in a clause such as `aan raad van Leiden`.
std::vector<Actor> actors_of(Resolution& r, const Phrase& clause, const Context& context, bool* joined = nullptr,
                             Narrowing* narrowing = nullptr);
/// Whether these are several organs of one municipality, or of each participant.
bool organs_of_one(const Model& model, const std::vector<Actor>& actors);
/// Those of a clause that the model knows: `raad`, `college van Leiden`, a party. Others are no finding, and who is
/// named here takes no part in the model by that.
std::vector<Actor> known_actors(Resolution& r, const Phrase& clause, const Context& context);
/// A name in such a clause after which another is missing: `burgemeester namens` (L03).
void tell_unfinished(Resolution& r, const Phrase& clause);
/// The same, and a name that is nearly one the model knows was meant to be that one (N01).
void tell_unknown_actors(Resolution& r, const Phrase& clause);
/// The body that a cooperation (first version) set up, as owner of what it holds by law (D1).
PartyId body_of(Resolution& r, CooperationId cooperation);
/// An organ that some law names: of each municipality that has it (D1), of a party, or of a body that an arrangement set up.
std::vector<Actor> holders_by_law(Resolution& r, const Phrase& clause);

}  // namespace belegd::resolve
