#include "money/cents.hpp"

#include <algorithm>
#include <limits>
#include <random>

// Last: it has a MESSAGE of its own.
#include <doctest/doctest.h>
#undef MESSAGE

using namespace belegd;
using namespace belegd::money;

namespace {

using Parts = std::vector<Cents>;

/// One unit at a time to whoever is furthest below what his part comes to; a reference that nobody would ship.
Parts one_by_one(Cents amount, const std::vector<long long>& weights, Cents unit) {
    long long together = 0;
    for (const auto weight : weights) together += weight;
    Parts out;
    std::vector<long long> short_by;  // in cents times the sum of the weights
    Cents left = amount;
    for (const auto weight : weights) {
        const auto units = amount * weight / (together * unit);
        out.push_back(units * unit);
        short_by.push_back(amount * weight - units * unit * together);
        left -= units * unit;
    }
    while (left > 0) {
        const auto next = std::max_element(short_by.begin(), short_by.end()) - short_by.begin();
        const auto more = std::min(unit, left);
        out[static_cast<std::size_t>(next)] += more;
        short_by[static_cast<std::size_t>(next)] = -1;
        left -= more;
    }
    return out;
}

}  // namespace

TEST_CASE("money: shares by largest remainder") {
    const Ratio quarter{25, 100}, half{50, 100}, third{1, 3};
    struct Row {
        const char* what;
        Cents amount;
        std::vector<Ratio> parts;
        Cents unit;
        Parts expected;  ///< the last is what is left undivided
    };
    const std::vector<Row> rows{
        {"to the cent nothing is left over",
         28'730'900,
         {quarter, quarter, half},
         1,
         {7'182'725, 7'182'725, 14'365'450, 0}},
        {"to whole euros the half gets the odd one",
         28'730'900,
         {quarter, quarter, half},
         100,
         {7'182'700, 7'182'700, 14'365'500, 0}},
        {"of equal remainders the first named", 100, {third, third, third}, 1, {34, 33, 33, 0}},
        {"two of three odd cents", 101, {third, third, third}, 1, {34, 34, 33, 0}},
        {"cents that are no whole euro go to the next in line", 10'150, {half, half}, 100, {5'100, 5'050, 0}},
        {"what the parts leave stays undivided", 10'000, {quarter, half}, 1, {2'500, 5'000, 2'500}},
        {"an odd cent may stay undivided", 1, {quarter}, 1, {0, 1}},
        {"of nothing everybody gets nothing", 0, {half, half}, 1, {0, 0, 0}},
        {"a negative amount is given back in the same parts", -101, {third, third, third}, 1, {-34, -34, -33, 0}},
        {"nobody pays", 500, {}, 1, {500}},
        {"a part of nothing", 500, {{0, 1}, {1, 1}}, 1, {0, 500, 0}},
    };
    for (const auto& row : rows) {
        CAPTURE(row.what);
        const auto found = split(row.amount, row.parts, row.unit);
        REQUIRE(found.has_value());
        CHECK(*found == row.expected);
    }
}

TEST_CASE("money: what cannot be divided") {
    const Ratio most{60, 100};
    CHECK_FALSE(split(100, {most, most}, 1).has_value());  // more than the whole
    CHECK_FALSE(split(100, {{-1, 2}}, 1).has_value());     // less than nothing
    CHECK_FALSE(split(100, {{1, 0}}, 1).has_value());
    CHECK_FALSE(split(100, {{1, 2}}, 0).has_value());
    const auto largest = std::numeric_limits<Cents>::max();
    CHECK_FALSE(split(largest, {{1, 3}, {2, 3}}, 1).has_value());  // cannot be counted
    CHECK_FALSE(split(std::numeric_limits<Cents>::min(), {{1, 2}}, 1).has_value());
    CHECK_FALSE(plus(largest, 1).has_value());
    CHECK_FALSE(times(largest, 3, 2).has_value());
}

TEST_CASE("money: shares of any amount by any weights are the whole, and as one by one") {
    std::mt19937 dice(20'240'101);
    const auto roll = [&](long long from, long long to) {
        return std::uniform_int_distribution<long long>(from, to)(dice);
    };
    for (int i = 0; i < 4'000; ++i) {
        const Cents amount = roll(0, 5'000'000'00),
                    unit = std::vector<Cents>{1, 100, 1'000}[static_cast<std::size_t>(roll(0, 2))];
        std::vector<long long> weights;
        for (auto n = roll(1, 9); n > 0; --n) weights.push_back(roll(0, 200'000));
        long long together = 0;
        for (const auto weight : weights) together += weight;
        if (together == 0) continue;
        std::vector<Ratio> parts;
        for (const auto weight : weights) parts.push_back({weight, together});
        const auto found = split(amount, parts, unit);
        REQUIRE(found.has_value());
        auto expected = one_by_one(amount, weights, unit);
        expected.push_back(0);
        CHECK(*found == expected);
    }
}

TEST_CASE("money: a part of an amount is rounded to the nearest cent, half away from nothing") {
    struct Row {
        Cents amount;
        long long over, under;
        Cents nearest, down;
    };
    for (const auto& row :
         std::vector<Row>{{100, 1, 3, 33, 33},
                          {200, 1, 3, 67, 66},
                          {1, 1, 2, 1, 0},
                          {-1, 1, 2, -1, 0},
                          {-200, 1, 3, -67, -66},
                          {81'617'300, 10'310, 10'000, 84'147'436, 84'147'436},
                          {105'377'300, 200, 10'000, 2'107'546, 2'107'546},
                          {9'000'000'000'000'000'000, 1, 3, 3'000'000'000'000'000'000, 3'000'000'000'000'000'000}}) {
        CAPTURE(row.amount);
        CHECK(times(row.amount, row.over, row.under) == row.nearest);
        CHECK(times_down(row.amount, row.over, row.under) == row.down);
    }
}
