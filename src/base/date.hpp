#pragma once

#include <compare>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "base/text.hpp"

namespace belegd {

/// A civil day, counted in days since 1 January 1970; ordered, with two days beyond all others.
struct Day {
    std::int32_t count = 0;
    auto operator<=>(const Day&) const = default;

    Day next() const { return {count + 1}; }
    Day previous() const { return {count - 1}; }
};
inline constexpr Day kNoBegin{std::numeric_limits<std::int32_t>::min()};
inline constexpr Day kNoEnd{std::numeric_limits<std::int32_t>::max()};

/// The day of a calendar date, or nothing for a date that does not exist (31 February). Years 1 to 9999.
std::optional<Day> day_of(int year, int month, int day);

/// The calendar year of a day; not for the two days beyond all others.
int year_of(Day day);

/// The last day of a month (1–12).
Day last_day_of_month(int year, int month);

/// A length of time: how long a month is depends on the day from which one counts.
struct Length {
    int months = 0, days = 0;
    bool operator==(const Length&) const = default;
};
/// What does not exist (31 April) is the last day of the month.
Day operator+(Day day, Length length);
Day operator-(Day day, Length length);
/// How many days a length can be, over all days from which one may count: a month is 28 to 31 days.
struct DayCount {
    std::int64_t least = 0, most = 0;
};
DayCount days_in(Length length);

/// A length of time as a paper gives it, in one unit: `18 maanden`, `1,5 jaar`.
struct Duration {
    enum class Unit : std::uint8_t { days, weeks, months, years };
    long long hundredths = 0;  ///< of the unit
    Unit unit = Unit::months;

    bool operator==(const Duration&) const = default;
};
/// In whole months or whole days; nothing of what is neither (`0,3 jaar`), nor of more than 9999 years.
std::optional<Length> length_of(Duration duration);

/// 2023-06-01.
std::string iso(Day day);

/// The day in ISO form, or nothing.
std::optional<Day> day_from_iso(std::string_view text);

/// `1 juni 2023` / `1 June 2023`.
Text spelled(Day day);

/// From the first day in up to the first day out.
struct Period {
    Day from = kNoBegin;
    Day until = kNoEnd;

    bool contains(Day day) const { return from <= day && day < until; }
    bool empty() const { return from >= until; }
    bool operator==(const Period&) const = default;
};
Period intersection(Period a, Period b);
/// Sorted, joined where they touch or overlap, empty ones dropped.
std::vector<Period> united(std::vector<Period> periods);
/// Whether some period has the day.
bool holds_on(const std::vector<Period>& periods, Day day);

/// `vanaf 1 januari 2023`, `t/m 31 december 2022`, `van 1 … t/m …`, or empty when unbounded.
Text spelled(Period period);

/// A date as a paper gives it: one day, or some day between two (`medio 2022`). Both ends are included.
struct DateValue {
    /// How the paper names it: a day, a calendar stretch, or a part of a year that is no more than about then.
    enum class Precision : std::uint8_t { day, month, quarter, beginning, spring, middle, autumn, end, year };
    Day first;
    Day last;
    Precision precision = Precision::day;

    bool exact() const { return first == last; }
    bool operator==(const DateValue&) const = default;
};

}  // namespace belegd
