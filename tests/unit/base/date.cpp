#include "base/date.hpp"

#include <doctest/doctest.h>

#include <utility>

#include "unit/show.hpp"

using namespace belegd;

namespace {

Day day(const char* text) {
    const auto found = day_from_iso(text);
    REQUIRE_MESSAGE(found.has_value(), text);
    return *found;
}

}  // namespace

TEST_CASE("date: days are counted from 1 January 1970") {
    CHECK(day_of(1970, 1, 1)->count == 0);
    CHECK(day_of(1970, 1, 2)->count == 1);
    CHECK(day_of(1969, 12, 31)->count == -1);
    CHECK(day_of(2000, 3, 1)->count == 11017);
    CHECK(day("2023-01-01").next() == day("2023-01-02"));
    CHECK(day("2023-01-01").previous() == day("2022-12-31"));
}

TEST_CASE("date: 31 februari does not exist, 29 februari in leap years only") {
    struct {
        int year, month, day;
        bool exists;
    } const cases[] = {
        {2023, 2, 28, true},  {2023, 2, 29, false}, {2023, 2, 31, false}, {2024, 2, 29, true},  {1900, 2, 29, false},
        {2000, 2, 29, true},  {2023, 4, 31, false}, {2023, 12, 31, true}, {2023, 13, 1, false}, {2023, 0, 1, false},
        {2023, 1, 0, false},  {2023, 1, 32, false}, {2023, -1, 1, false}, {2023, 1, -1, false}, {1, 1, 1, true},
        {0, 12, 31, false},   {-4, 1, 1, false},    {9999, 12, 31, true}, {10000, 1, 1, false}, {2023, 99, 1, false},
        {2023, 1, 99, false},
    };
    for (const auto& each : cases) {
        CAPTURE(each.year);
        CAPTURE(each.month);
        CAPTURE(each.day);
        CHECK(day_of(each.year, each.month, each.day).has_value() == each.exists);
    }
}

TEST_CASE("date: numbers far beyond a calendar make no day") {
    CHECK_FALSE(day_of(2023, 257, 1).has_value());
    CHECK_FALSE(day_of(2023, 1, 257).has_value());
}

TEST_CASE("date: the last day of each month") {
    const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    for (int month = 1; month <= 12; ++month) {
        CAPTURE(month);
        CHECK(last_day_of_month(2023, month) == *day_of(2023, month, days[month - 1]));
        CHECK_FALSE(day_of(2023, month, days[month - 1] + 1).has_value());
    }
    CHECK(last_day_of_month(2024, 2) == day("2024-02-29"));
    CHECK(last_day_of_month(2100, 2) == day("2100-02-28"));
}

TEST_CASE("date: every day of ten years is written and read back as itself") {
    auto expected = day("2015-01-01");
    for (int year = 2015; year < 2025; ++year)
        for (int month = 1; month <= 12; ++month)
            for (int date = 1; date <= 31; ++date) {
                const auto found = day_of(year, month, date);
                if (!found) continue;
                CHECK(*found == expected);
                CHECK(day_from_iso(iso(*found)) == found);
                expected = expected.next();
            }
    CHECK(expected == day("2025-01-01"));
    CHECK(iso(*day_of(1, 1, 1)) == "0001-01-01");
}

TEST_CASE("date: what is no ISO date is no day") {
    for (const std::string text : {"", "2023", "2023-1-1", "2023-02-31", "01-01-2023", "2023/01/01", "2023-01-01 ",
                                   " 2023-01-01", "2023-01-0x", "20230101", "2023--1-01", "-023-01-01", "0000-01-01"}) {
        CAPTURE(text);
        CHECK_FALSE(day_from_iso(text).has_value());
    }
}

TEST_CASE("date: a day as a paper spells it, in Dutch and in English") {
    CHECK(spelled(day("2023-06-01")) == Text("1 juni 2023", "1 June 2023"));
    CHECK(spelled(day("2022-12-31")) == Text("31 december 2022", "31 December 2022"));
    const std::pair<const char*, const char*> months[] = {
        {"januari", "January"}, {"februari", "February"}, {"maart", "March"},
        {"april", "April"},     {"mei", "May"},           {"juni", "June"},
        {"juli", "July"},       {"augustus", "August"},   {"september", "September"},
        {"oktober", "October"}, {"november", "November"}, {"december", "December"}};
    for (int month = 1; month <= 12; ++month) {
        const auto& name = months[month - 1];
        CHECK(spelled(*day_of(2024, month, 1)) ==
              Text(std::string("1 ") + name.first + " 2024", std::string("1 ") + name.second + " 2024"));
    }
}

TEST_CASE("date: a period says its last day, not the first day after it") {
    const auto january = day("2023-01-01"), february = day("2023-02-01");
    CHECK(spelled(Period{january, february}) ==
          Text("1 januari 2023 t/m 31 januari 2023", "1 January 2023 through 31 January 2023"));
    CHECK(spelled(Period{january, kNoEnd}) == Text("vanaf 1 januari 2023", "from 1 January 2023"));
    CHECK(spelled(Period{kNoBegin, january}) == Text("t/m 31 december 2022", "through 31 December 2022"));
    CHECK(spelled(Period{january, january.next()}) == Text("op 1 januari 2023", "on 1 January 2023"));
    CHECK(spelled(Period{}).empty());
}

TEST_CASE("date: a period holds its first day and not the first day after it") {
    const Period year{day("2023-01-01"), day("2024-01-01")};
    CHECK_FALSE(year.contains(day("2022-12-31")));
    CHECK(year.contains(day("2023-01-01")));
    CHECK(year.contains(day("2023-12-31")));
    CHECK_FALSE(year.contains(day("2024-01-01")));
    CHECK_FALSE(year.empty());
    CHECK(Period{day("2023-01-01"), day("2023-01-01")}.empty());
    CHECK(Period{}.contains(day("0001-01-01")));
}

TEST_CASE("date: two periods share the days that lie in both") {
    const Period spring{day("2023-03-01"), day("2023-06-01")}, may{day("2023-05-01"), kNoEnd};
    CHECK(intersection(spring, may) == Period{day("2023-05-01"), day("2023-06-01")});
    CHECK(intersection(may, spring) == intersection(spring, may));
    CHECK(intersection(spring, Period{}) == spring);
    CHECK(intersection(spring, Period{day("2023-06-01"), kNoEnd}).empty());
}

TEST_CASE("date: a stretch is exact when it is one day") {
    CHECK(DateValue{day("2023-01-01"), day("2023-01-01")}.exact());
    CHECK_FALSE(DateValue{day("2022-06-01"), day("2022-06-30")}.exact());
}

TEST_CASE("date: some time later or earlier, and the last day of a shorter month") {
    CHECK(day("2024-01-31") + Length{1, 0} == day("2024-02-29"));
    CHECK(day("2023-01-31") + Length{1, 1} == day("2023-03-01"));
    CHECK(day("2024-03-31") - Length{1, 0} == day("2024-02-29"));
    CHECK(day("2024-01-15") - Length{13, 14} == day("2022-12-01"));
    CHECK(day("2022-12-31") + Length{18, 0} == day("2024-06-30"));
}

TEST_CASE("date: how many days some months are") {
    const auto days = [](Length length) { return std::pair(days_in(length).least, days_in(length).most); };
    CHECK(days({1, 0}) == std::pair<std::int64_t, std::int64_t>(28, 31));
    CHECK(days({2, 0}) == std::pair<std::int64_t, std::int64_t>(59, 62));
    CHECK(days({6, 0}) == std::pair<std::int64_t, std::int64_t>(181, 184));
    CHECK(days({12, 0}) == std::pair<std::int64_t, std::int64_t>(365, 366));
    CHECK(days({1, 14}) == std::pair<std::int64_t, std::int64_t>(42, 45));
    CHECK(days({0, 200}) == std::pair<std::int64_t, std::int64_t>(200, 200));
}
