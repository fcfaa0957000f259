#pragma once

#include <optional>
#include <vector>

#include "graph/world.hpp"

namespace belegd::money {

inline constexpr int kLastYear = 9999;  ///< of the calendar
/// The first day of a year; the day beyond all others where the calendar has no such year.
Day first_of(int year);
Period year_as_period(int year);
/// How many days of a period these are.
long long days_within(const std::vector<Period>& days, Period period);

/// An item of a situation, and the days on which it is due.
struct Item {
    model::CostId id;
    std::vector<Period> days;
    std::optional<int> once;  ///< the year of what is paid once
    bool no_year = false;     ///< in which year it is paid, or how often, is not stated

    bool recurs() const { return !once && !no_year; }
};
/// Nothing of an item that does not count in the situation.
std::optional<Item> item_of(const graph::World& world, model::CostId id);

/// When a party takes part in a cooperation, whatever its version.
std::vector<Period> taking_part(const graph::World& world, model::CooperationId id, model::PartyId party);
/// Who takes part in a cooperation on some day, in order of writing.
std::vector<model::PartyId> participants(const graph::World& world, model::CooperationId id);
/// The days on which what an item costs, or who bears it, may change.
std::vector<Day> changes_of(const graph::World& world, const Item& item);

}  // namespace belegd::money
