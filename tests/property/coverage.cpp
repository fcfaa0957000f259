#include "graph/coverage.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>
#include <utility>

#include "literate.hpp"
#include "property/compare.hpp"
#include "property/naive.hpp"
#include "property/random_model.hpp"
#include "property/scale.hpp"

// After the messages, which have a macro of the same name as doctest.
#include <doctest/doctest.h>

namespace belegd {
namespace {

constexpr std::uint32_t kSeeds = 3000;

/// What the models gave rise to, so that a comparison of nothing with nothing is seen.
struct Harvest {
    std::array<std::size_t, 6> states{};
    std::array<std::size_t, 6> lengths{};  ///< of chains that end well
    std::size_t shared_holders = 0, moved_holders = 0, gaps = 0, variants_differ = 0;
    naive::Tally met{};

    void add(const naive::Coverage& coverage) {
        for (const auto& variant : coverage.variants) {
            for (const auto& run : variant.runs) {
                const auto& answer = run.answer;
                ++states[static_cast<std::size_t>(answer.state)];
                if (answer.state == graph::State::assigned)
                    ++lengths[std::min(answer.chain.size(), lengths.size() - 1)];
                shared_holders += answer.holders.size() > 1;
                moved_holders += !answer.chain.empty() && answer.holders.front() != answer.chain.front().from;
            }
            gaps += variant.gaps.size();
            variants_differ += variant.runs != coverage.variants.front().runs;
        }
        for (std::size_t i = 0; i < met.size(); ++i) met[i] += coverage.met[i];
    }
};

/// One seed when BELEGD_SEED names it, to look at it again; else all.
std::pair<std::uint32_t, std::uint32_t> seeds() {
    const auto* asked = std::getenv("BELEGD_SEED");
    if (asked == nullptr) return {0, kSeeds};
    const auto seed = static_cast<std::uint32_t>(std::stoul(asked));
    return {seed, seed + 1};
}

}  // namespace

TEST_CASE("The engine answers the written models of the pages as the naive reference does") {
    std::size_t compared = 0;
    for (const auto* folder : {"tests/cases", "dsl/reference"})
        for (const auto& page : literate::pages(folder))
            for (const auto& one : page.cases) {
                const auto found = literate::analysis(one);
                if (!found->readable() || found->model.municipalities().empty()) continue;
                const auto& model = found->model;
                // The reference asks day by day and cell by cell: small models only.
                const auto& days = found->coverage.slices;
                const auto span = days.empty() ? 1 : days.back().count - days.front().count + 1;
                const auto size = static_cast<std::size_t>(span) * model.municipalities().size() *
                                  model.leaf_tasks.size() * model.leaf_functions.size() * (model.variants.size() + 1);
                if (size > 400'000) continue;
                CAPTURE(page.path);
                CAPTURE(one.line);
                for (const auto mode : {graph::Mode::planned, graph::Mode::certain})
                    if (const auto differs =
                            naive::difference(model, graph::coverage(model, mode), naive::coverage(model, mode)))
                        FAIL_CHECK(*differs);
                ++compared;
            }
    CHECK(compared > 50);
}

TEST_CASE("The engine answers every cell as the naive reference does") {
    const auto [first, last] = seeds();
    Harvest harvest;
    int differences = 0;
    for (auto seed = first; seed < last && differences < 3; seed += naive::one_in()) {
        const auto model = naive::random_model(seed);
        for (const auto mode : {graph::Mode::planned, graph::Mode::certain}) {
            const auto expected = naive::coverage(model, mode);
            harvest.add(expected);
            const auto found = naive::difference(model, graph::coverage(model, mode), expected);
            if (!found) continue;
            ++differences;
            FAIL_CHECK(
                fmt::format("seed {}{}: {}", seed, mode == graph::Mode::certain ? ", certain only" : "", *found));
        }
    }
    if (differences > 0 || last - first < kSeeds || naive::one_in() > 1) return;

    // Each of these must have been asked often for the comparison to mean anything.
    for (std::size_t state = 0; state < harvest.states.size(); ++state) {
        CAPTURE(state);
        CHECK(harvest.states[state] > 1000);
    }
    for (std::size_t length = 1; length < harvest.lengths.size(); ++length) {
        CAPTURE(length);
        CHECK(harvest.lengths[length] > 200);
    }
    for (std::size_t what = 0; what < harvest.met.size(); ++what) {
        CAPTURE(what);
        CHECK(harvest.met[what] > 1000);
    }
    CHECK(harvest.shared_holders > 500);
    CHECK(harvest.moved_holders > 500);
    CHECK(harvest.gaps > 1000);
    CHECK(harvest.variants_differ > 1000);
}

}  // namespace belegd
