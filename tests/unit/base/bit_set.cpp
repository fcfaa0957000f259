#include "base/bit_set.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>
#include <vector>

using namespace belegd;

namespace {

using Members = std::set<std::size_t>;

BitSet bits(std::size_t universe, const Members& members) {
    BitSet out(universe);
    for (const auto member : members) out.set(member);
    return out;
}

Members members(const BitSet& set) {
    Members out;
    std::vector<std::size_t> order;
    set.each([&](std::size_t member) {
        out.insert(member);
        order.push_back(member);
    });
    CHECK(std::is_sorted(order.begin(), order.end()));
    CHECK(order.size() == out.size());
    return out;
}

Members joined(const Members& a, const Members& b) {
    auto out = a;
    out.insert(b.begin(), b.end());
    return out;
}
Members shared(const Members& a, const Members& b) {
    Members out;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::inserter(out, out.end()));
    return out;
}
Members without(const Members& a, const Members& b) {
    Members out;
    std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::inserter(out, out.end()));
    return out;
}

/// Some members; now and then none or all.
Members some(std::mt19937& random, std::size_t universe) {
    Members out;
    const auto one_in = 1 + random() % 8;
    if (random() % 10 == 0) return out;
    for (std::size_t i = 0; i < universe; ++i)
        if (random() % one_in == 0) out.insert(i);
    return out;
}

}  // namespace

TEST_CASE("bit_set: answers as std::set does, for sets within and beyond its own memory") {
    std::mt19937 random(20230601);
    for (const std::size_t universe : {1, 2, 63, 64, 65, 127, 128, 300, 319, 320, 321, 384, 385, 1000}) {
        CAPTURE(universe);
        for (int round = 0; round < 40; ++round) {
            const auto a = some(random, universe), b = some(random, universe);
            const auto x = bits(universe, a), y = bits(universe, b);
            CHECK(members(x) == a);
            CHECK(members(x | y) == joined(a, b));
            CHECK(members(x & y) == shared(a, b));
            CHECK(members(x - y) == without(a, b));
            CHECK(x.count() == a.size());
            CHECK(x.none() == a.empty());
            CHECK(x.any() == !a.empty());
            CHECK(x.intersects(y) == !shared(a, b).empty());
            CHECK(x.includes(y) == std::includes(a.begin(), a.end(), b.begin(), b.end()));
            CHECK((x == y) == (a == b));
            if (!a.empty()) CHECK(x.first() == *a.begin());
            for (int probe = 0; probe < 20; ++probe) {
                const auto member = random() % universe;
                CHECK(x.has(member) == (a.count(member) > 0));
            }
        }
    }
}

TEST_CASE("bit_set: a member goes in and out") {
    for (const std::size_t member : {0, 63, 64, 319, 320, 999}) {
        CAPTURE(member);
        BitSet set(1000);
        set.set(member);
        set.set(member);
        CHECK(set.count() == 1);
        CHECK(set.first() == member);
        set.reset(member);
        CHECK(set.none());
        set.reset(member);
        CHECK(set == BitSet(1000));
    }
}

TEST_CASE("bit_set: a set that was never given a size is empty") {
    const BitSet nothing{};
    BitSet some(400);
    some.set(399);
    CHECK(nothing.none());
    CHECK_FALSE(nothing.has(5));
    CHECK_FALSE(nothing.intersects(some));
    CHECK(some.includes(nothing));
    CHECK_FALSE(nothing.includes(some));
    CHECK(members(nothing | some) == Members{399});
    CHECK(members(some - nothing) == Members{399});
    CHECK((some & nothing).none());
}

TEST_CASE("bit_set: sets are ordered, each once") {
    std::mt19937 random(7);
    std::set<BitSet> sets;
    std::set<Members> expected;
    for (int i = 0; i < 200; ++i) {
        const auto each = some(random, 9);
        sets.insert(bits(9, each));
        expected.insert(each);
    }
    CHECK(sets.size() == expected.size());
}

TEST_CASE("bit_set: what lies beyond the universe makes it grow when it is added") {
    BitSet set;
    for (const std::size_t member : {3, 319, 320, 1000}) set.add(member);
    CHECK(members(set) == Members{3, 319, 320, 1000});
}

TEST_CASE("bit_set: small and large sets take each other's place") {
    for (const std::size_t from : {64, 320, 321, 900})
        for (const std::size_t to : {64, 320, 321, 900}) {
            BitSet one(from), other(to);
            one.set(from - 1);
            other.set(to - 1);
            BitSet copied(one);
            copied = other;
            CHECK(members(copied) == Members{to - 1});
            const auto& same = copied;
            copied = same;
            CHECK(members(copied) == Members{to - 1});
            BitSet moved(std::move(copied));
            moved = std::move(one);
            CHECK(members(moved) == Members{from - 1});
            moved = BitSet(other);
            CHECK(moved == other);
        }
}
