#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "graph/world.hpp"
#include "money/figures.hpp"

namespace belegd::money {

/// What an item costs in a year, and who bears it.
struct Due {
    model::CostId cost;
    Figure figure;
    std::vector<Figure> amounts;  ///< of the item's own amounts, in their order
    std::vector<Bearer> bearers;  ///< in order of the shares, or of the parties that take part
    Figure undivided;             ///< of which nobody is stated to bear it
    bool by_days = false;         ///< a part of the year, in proportion to its days
    bool by_stretches = false;    ///< divided anew within the year, in proportion to the days
    bool grown = false;           ///< by the figures of an index
    bool at_ceiling = false;      ///< as far as a ceiling of this item alone lets it
    bool operator==(const Due&) const = default;
};

/// A ceiling over several items, and what they come to beyond it.
struct Excess {
    std::uint32_t ceiling;
    Figure together, above;  ///< `above` is nothing where they stay below it
    bool operator==(const Excess&) const = default;
};

/// Years in which everything costs the same.
struct Column {
    enum class Kind : std::uint8_t {
        years,       ///< from `first` through `last`
        through,     ///< through `last`: since when is not stated
        onwards,     ///< from `first` on
        every_year,  ///< no day is stated at all
        no_year      ///< paid once, or nobody knows how often: in which year is not stated
    };
    Kind kind = Kind::years;
    int first = 0, last = 0;
    std::vector<Due> dues;
    std::vector<Excess> ceilings;
};

/// What the items of a situation cost, year by year.
struct Budget {
    std::vector<Column> columns;
    /// Items of the situation that do not count: of a cooperation that is not in force, or rejected or lapsed themselves.
    std::vector<model::CostId> not_counted;
    /// The column of a year; null where there is none.
    const Column* of(int year) const;
};

/// Of the items that a variant sees. Amounts in cents; a part of a year in proportion to its days, shares by largest
/// remainder (`split`), growth rounded to the cent each year.
Budget budget(const graph::World& world);

}  // namespace belegd::money
