#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "money/budget.hpp"

namespace belegd::money {

/// What an item has cost in fact in a year, held against what it was to cost, by an agreement on settlement.
struct Settled {
    /// One amount from which the deviation may be measured, and what follows from it.
    struct Base {
        std::string label;  ///< of an amount of the item; empty: the whole of it
        Figure from, limit;
        bool beyond = false;  ///< the deviation is more than the limit
    };
    enum class Verdict : std::uint8_t {
        no_agreement,   ///< nothing is said about a settlement
        settled,        ///< the deviation is beyond the limit
        within,         ///< it is not
        cannot_be_said  ///< the base is not stated and makes a difference, or an amount is not known
    };
    std::uint32_t settlement = ~0u;  ///< ~0: none
    model::CostId cost;
    int year = 0;
    Figure budgeted, actual, difference;  ///< what it cost less what it was to cost
    std::vector<Base> bases;  ///< the one that is stated, or each that may be meant; none: every deviation counts
    Verdict verdict = Verdict::no_agreement;
    Figure whole, excess;         ///< what is settled over all of the deviation, or over what exceeds the limit
    std::vector<Bearer> bearers;  ///< of the amount that is settled, where it is known; negative: is paid back
    std::vector<Span> from;       ///< the sentences with the actual figures
};

/// Of every item and year of which the model has actual figures that the situation sees, in order of items and years.
std::vector<Settled> settled(const graph::World& world, const Budget& budget);

}  // namespace belegd::money
