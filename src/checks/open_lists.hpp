#pragma once

#include <vector>

#include "checks/subject.hpp"

namespace belegd::checks {

/// A sentence that may settle cells without naming them: its list is open, or it does not say who or what.
struct Undetermined {
    const model::Transfer* by;
    enum class Why : std::uint8_t { more_functions, more_tasks, more_participants, receiver, matter } why;
    BitSet tasks;   ///< for which it cannot be said
    Passage place;  ///< of what leaves it open
};

/// The sentences of a cooperation (of none, when invalid) that leave open whether these cells are settled.
std::vector<Undetermined> undetermined(const Subject& subject, const Subject::View& view,
                                       model::CooperationId cooperation, model::PartyId participant,
                                       std::uint32_t function, Day day, const BitSet& tasks);

/// Whether the model has anything open at all; where it has not, there is nothing to look for.
bool leaves_open(const model::Model& model);

/// Tasks of which it cannot be said that nothing settles them, and what leaves it open.
struct LeftOpen {
    BitSet tasks;
    Text why;
};
/// Each task once, with the first that leaves it open.
std::vector<LeftOpen> what_is_open(const Subject& subject, const Subject::View& view, model::PartyId participant,
                                   std::uint32_t function, Day day, const BitSet& tasks);

/// The days of a run in stretches on which nothing changes: a sentence that leaves something open may begin within it.
std::vector<Period> unchanging(const Subject& subject, Period days);

/// Those of the tasks of which it cannot be said that nothing settles them: also because a scope or the list of
/// participants of some cooperation is open.
BitSet left_open(const Subject& subject, const Subject::View& view, model::PartyId participant, std::uint32_t function,
                 Day day, const BitSet& tasks);

/// Whether that holds for all of them.
bool cannot_be_said(const Subject& subject, const Subject::View& view, model::PartyId participant,
                    std::uint32_t function, Day day, const BitSet& tasks);

/// What duties and possibilities say of cells: the act itself is not there (meaning D28).
std::vector<const model::Transfer*> duties(const Subject& subject, const Subject::View& view,
                                           model::PartyId participant, std::uint32_t function, const BitSet& tasks);

}  // namespace belegd::checks
