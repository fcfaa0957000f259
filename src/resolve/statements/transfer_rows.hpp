#pragma once
// The rows of one sentence that gives something. Internal to resolve/.

#include <vector>

#include "resolve/names/by_organ.hpp"
#include "resolve/names/parties.hpp"
#include "resolve/resolution.hpp"
#include "resolve/values/matter.hpp"

namespace belegd::resolve {

/// What a sentence says, before it becomes rows.
struct TransferSaid {
    /// What the sentence gives, cut where an exception is made for some participants only.
    struct Stretch {
        std::vector<BitSet> kept;  ///< per leaf function
        std::vector<PartyOn> except_for;
        OpenWhom except_open = {};  ///< for whom else the exception may be made
    };

    Matter matter;
    Transfer row{};
    std::vector<Actor> givers;  ///< several of one municipality, of whom each gives what he has by law
    std::vector<PartyOn> only_for, except_for;
    bool narrowed = false;
    OpenWhom except_open;               ///< who else may be excepted: then it holds for nobody of whom that can be said
    std::vector<BitSet> kept, dropped;  ///< per leaf function
    std::vector<Stretch> for_some;      ///< exceptions made for some participants only
    std::vector<PartyByOrgan> given_by;  ///< participants of whom only what these organs give goes over

    /// The tasks that the sentence names, for each function it names.
    void fill_kept(Resolution& r);
};

/// `mandateert niets`.
bool gives_nothing(const Phrase& phrase);

/// Adds to the model what the sentence gives; what is no act, or moves nothing, goes to `without_act`.
void add_rows(Resolution& r, const Phrase& phrase, const Context& context, TransferSaid& said);

}  // namespace belegd::resolve
