#pragma once

#include <vector>

#include "graph/world.hpp"
#include "money/figures.hpp"
#include "money/items.hpp"

namespace belegd::money {

/// Who bears an amount, and what of it nobody is stated to bear.
struct Borne {
    std::vector<Bearer> bearers;
    Figure undivided{0};
    bool by_stretches = false;  ///< divided anew within the year, in proportion to the days
};

/// Days on which a division key gives an item one number of units; none where that does not depend on days.
struct Counted {
    std::optional<Ratio> count;  ///< nothing where a value is not stated
    std::vector<Period> days;
};
/// How many units those have together who take part in what an item belongs to, or whom it is for, in a year.
std::vector<Counted> units_counted(const graph::World& world, const Item& item, model::DivisionKeyId key, int year);

/// An amount of an item in a year, divided as the item is: shares by largest remainder (`split`); of what returns a party
/// bears nothing while it takes no part; a key counts for whoever takes part.
Borne borne(const graph::World& world, const Item& item, Figure amount, int year);

}  // namespace belegd::money
