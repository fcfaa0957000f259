#pragma once

#include <vector>

#include "checks/subject.hpp"

/// Cells of which it cannot be said whether a sentence touches them (D32): one verdict for every check and report.
namespace belegd::checks {

/// What may settle cells without naming them: a list is open, or it is not said who or what.
struct Undetermined {
    enum class Why : std::uint8_t {
        more_functions,     ///< the list of functions of a sentence is open
        more_tasks,         ///< its list of tasks is
        more_participants,  ///< its list of those for whom it holds is
        receiver,           ///< to whom is not stated
        matter,             ///< which tasks or functions are not stated
        scope,              ///< the list of a scope is open, or not stated
        others,             ///< who else takes part is not stated
        whom,               ///< for whom it holds is not stated
        centre              ///< it is said by who the centre is, and that is not stated
    };
    const model::Transfer* by;         ///< null for a scope
    model::CooperationId cooperation;  ///< the version; invalid when it stands in none
    Why why;
    BitSet tasks;              ///< for which it cannot be said
    Passage place;             ///< of what leaves it open
    model::Silence word = {};  ///< what stands there instead
};
/// `deze lijst van taken is niet volledig`
Text why_said(const Undetermined& each);
/// Why it is not known of everybody whether a sentence holds for him.
Text whom_said(const model::OpenWhom& whom);
/// Of a scope whose list is open, or the word that stands there instead: `de reikwijdte is niet vermeld`.
Text scope_said(model::Silence word);

/// Whether the model has anything open at all.
bool leaves_open(const model::Model& model);

/// Of tasks on which no sentence has effect that day: those of which it cannot be said that nothing settles them, each
/// once, with the first that leaves it open.
std::vector<Undetermined> what_is_open(const Subject& subject, const Subject::View& view, model::PartyId participant,
                                       std::uint32_t function, Day day, const BitSet& tasks);
/// All of them together.
BitSet left_open(const Subject& subject, const Subject::View& view, model::PartyId participant, std::uint32_t function,
                 Day day, const BitSet& tasks);

/// Cooperations whose list of participants is open and whose sentences are about these tasks, where another speaks of
/// the cells: the answer stands, unless the participant takes part there too.
std::vector<model::CooperationId> may_join(const Subject& subject, const Subject::View& view,
                                           model::PartyId participant, std::uint32_t function, Day day,
                                           const BitSet& tasks);

/// The tasks of a run of which it can be said that nothing settles them, over days within it: in stretches on which
/// these are the same.
std::vector<std::pair<Period, BitSet>> settled_over(const Subject& subject, const Subject::View& view,
                                                    const graph::Run& run, Period days, const BitSet& tasks);

/// The tasks of an interruption that a sentence leaves open on some of its days: whether there is one cannot be said.
BitSet open_within(const Subject& subject, const Subject::View& view, const graph::Gap& gap);

/// What one open list leaves unsaid of the same cells for several functions that lie with the same organ is one cause
/// (B14); all others stay as they are.
std::vector<Cause> functions_together(const Subject& subject, std::vector<Cause> causes);

/// The days of a run in stretches on which nothing changes: a sentence that leaves something open may begin within it.
std::vector<Period> unchanging(const Subject& subject, Period days);

/// What duties and possibilities say of cells: the act itself is not there (meaning D28).
std::vector<const model::Transfer*> duties(const Subject& subject, const Subject::View& view,
                                           model::PartyId participant, std::uint32_t function, const BitSet& tasks);

}  // namespace belegd::checks
