#pragma once

#include <cstdint>
#include <vector>

#include "model/model.hpp"

/// The responsibility graph answered: for every municipality, needed function, leaf task, day and variant who holds,
/// who performs, by which chain (meaning D1–D28). Sets of tasks are propagated along the statements, never single cells.
namespace belegd::graph {

/// Which statuses count (D20): everything of an asked variant and the besloten and voorgenomen of the present, or
/// besloten alone.
enum class Mode : std::uint8_t { planned, certain };

enum class State : std::uint8_t { assigned, unassigned, doubly_assigned, cycle, no_owner, by_law };

/// Days with statements in effect, as D18 asks.
inline bool is_explicit(State state) {
    return state == State::assigned || state == State::doubly_assigned || state == State::cycle;
}
inline bool is_implicit(State state) { return state == State::unassigned || state == State::by_law; }

/// One or more statements with the same receivers.
struct Step {
    model::Actor from;
    model::TransferKind kind;  ///< the strongest; keeps when it stays
    std::vector<model::Actor> to;
    std::vector<model::TransferId> by;
    bool operator==(const Step&) const = default;
};

/// What a cell answers on a day.
struct Answer {
    State state = State::by_law;
    std::vector<model::Actor> holders, performers;
    std::vector<Step> chain;  ///< in walking order, alternatives in order of the text, deepest first
    /// A sentence of the chain holds on these days by tacit renewal alone, or by working back (D31).
    bool renewed = false, retroactive = false;
    bool operator==(const Answer&) const = default;
};
using AnswerId = std::uint32_t;

/// Equal answers on a stretch of days, for a set of leaf tasks.
struct Run {
    model::PartyId participant;
    std::uint32_t function;  ///< leaf function
    Period days;
    BitSet tasks;
    AnswerId answer;
};

/// An interruption (D18).
struct Gap {
    model::PartyId participant;
    std::uint32_t function;
    Period days;
    BitSet tasks;
};

/// Why a transfer that names a cell and is valid for it has no effect there (D8–D10).
enum class Refusal : std::uint8_t {
    giver_elsewhere,  ///< the chain does not stand at the giver
    giver_has_less,   ///< the giver received only work, or only a mandate
    given_away,       ///< the giver delegated the power without condition (Awb 10:17)
    kept_elsewhere,   ///< `laat` names an actor where the chain does not stand
};
struct Refused {
    model::TransferId transfer;
    Refusal why;
    model::PartyId participant;
    std::uint32_t function;
    Period days;
    BitSet tasks;
};

struct VariantCoverage {
    model::VariantId variant;  ///< invalid: the present
    std::vector<Run> runs;     ///< by participant, function, first day, first task
    std::vector<Gap> gaps;
    std::vector<bool> used;  ///< per transfer: has effect in some cell on some day
    /// Per transfer: in some cell it waits behind a contradiction, where the chain stops, or for a case in which what its
    /// function follows ends at its giver.
    std::vector<bool> awaited;
    std::vector<Refused> refused;
};

struct Coverage {
    Mode mode = Mode::planned;
    std::vector<Day> slices;                ///< first days of the stretches without change, from the horizon on
    std::vector<Answer> answers;            ///< by AnswerId
    std::vector<VariantCoverage> variants;  ///< the present first, then in order of declaration

    const VariantCoverage& of(model::VariantId variant) const {
        return variants[variant.valid() ? variant.index + 1 : 0];
    }
};

Coverage coverage(const model::Model& model, Mode mode = Mode::planned);

}  // namespace belegd::graph
