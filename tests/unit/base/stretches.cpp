#include "base/stretches.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <random>
#include <vector>

using namespace belegd;

TEST_CASE("stretches: words belong to the smallest owner of a stretch around them, as looking at each would tell") {
    std::mt19937 random(7);
    const auto below = [&](std::uint32_t bound) { return static_cast<std::uint32_t>(random() % bound); };
    for (int round = 0; round < 200; ++round) {
        std::vector<Stretches::Stretch> all;
        for (std::uint32_t i = 0, count = below(30); i < count; ++i) {
            const auto begin = below(60);
            all.push_back({{below(3), begin, begin + below(20)}, below(10)});
        }
        const Stretches stretches(all);
        for (int asked = 0; asked < 50; ++asked) {
            const auto begin = below(60);
            const Span words{below(3), begin, begin + below(10)};
            std::optional<std::uint32_t> expected;
            for (const auto& [span, owner] : all)
                if (!span.empty() && span.file == words.file && span.begin <= words.begin && words.end <= span.end)
                    expected = std::min(expected.value_or(owner), owner);
            CHECK(stretches.holder_of(words) == expected);
        }
    }
}

TEST_CASE("stretches: none hold nothing") { CHECK_FALSE(Stretches().holder_of({0, 1, 2})); }
