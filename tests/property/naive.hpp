#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "graph/coverage.hpp"
#include "model/model.hpp"

/// The naive reference for coverage: it answers one cell on one day, and then the next, as somebody would who reads
/// the statements one by one. It has no sets of tasks, remembers nothing and is slow; the engine must say the same.
namespace belegd::naive {

/// What has no variant and no day yet.
struct Cell {
    model::PartyId participant;
    std::uint32_t task = 0;      ///< leaf task
    std::uint32_t function = 0;  ///< leaf function
    auto operator<=>(const Cell&) const = default;
};

/// A longest stretch of days with one answer.
struct Run {
    Cell cell;
    Period days;
    graph::Answer answer;
    bool operator==(const Run&) const = default;
};

/// An interruption (D18).
struct Gap {
    Cell cell;
    Period days;
    bool operator==(const Gap&) const = default;
};

/// What the reader came across; a test that never meets one of these tests less than it seems to.
enum class Met : std::uint8_t {
    organ_lacking,      ///< the law names an organ the municipality does not have (D1)
    own_holder,         ///< the law names an organ of this owner (D1)
    law_of_others,      ///< it names organs of others only (D3)
    followed,           ///< the cell begins where delegation brought another (D29)
    law_not_in_force,   ///< a statutory holder is passed over on this day (D3)
    passed_on,          ///< by a named giver, not at the start (D4)
    came_back,          ///< to who passed the power itself on, and acts in the name of who has it (D17)
    party_for_organ,    ///< a party named where the chain stands at its organ (D5)
    receiver_gone,      ///< a receiver that does not exist (D6)
    giver_has_less,     ///< nobody passes on more than he has (D8)
    kept,               ///< `laat` (D9)
    given_away,         ///< a statement beside an unconditional delegation (D10)
    package_not_taken,  ///< out of scope for who does not take the package (D13)
    same_receivers,     ///< statements that are one (D14)
    work_and_power,     ///< work to a body beside a power to its organ (D10, D14)
    side_by_side,       ///< mandates within one body, or up to an amount (D14)
    stands_aside,       ///< what amounts to `laat` beside what that actor passes on (D9)
    plural_function,    ///< would have been double (D14)
    group,              ///< receivers together (D15)
    each_alone,         ///< receivers of whom each may act alone (D15)
    kept_apart,         ///< by conditions (D16)
    status_too_weak,    ///< a statement that does not count (D19)
    ended,              ///< for everyone, by an ending of a variant (D21)
    left,               ///< ended for one participant only (D21)
    joined_again,       ///< an ending of before an amendment let somebody take part (D21)
    revoked,            ///< a statement whose decision was revoked (D21)
    ending_replaced,    ///< an ending of the base that a nearer one replaces (D21)
    later_version,      ///< a statement of an amended cooperation (D21)
    renewed,            ///< a statement that goes on by tacit renewal (D31)
    retroactive,        ///< a statement that works back (D31)
    count
};
using Tally = std::array<std::size_t, static_cast<std::size_t>(Met::count)>;

struct VariantCoverage {
    model::VariantId variant;  ///< invalid: the present
    std::vector<Run> runs;     ///< by participant, task, function and day
    std::vector<Gap> gaps;
    std::vector<bool> used;  ///< per transfer
};

struct Coverage {
    std::vector<VariantCoverage> variants;  ///< the present first
    Tally met{};
};

Coverage coverage(const model::Model& model, graph::Mode mode);

/// `Oost/college`, or `Oost` for the whole.
std::string spelled(const model::Model& model, const model::Actor& actor);

/// Puts holders, performers and receivers in the order of their names and statements in that of their ids.
void arrange(const model::Model& model, graph::Answer& answer);

}  // namespace belegd::naive
