#include "base/digraph.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

using namespace belegd;

namespace {

using Circles = std::vector<std::vector<std::uint32_t>>;
using Edges = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

bool has(const Edges& edges, std::uint32_t from, std::uint32_t to) {
    return std::find(edges.begin(), edges.end(), std::pair{from, to}) != edges.end();
}

}  // namespace

TEST_CASE("digraph: graphs without a circle") {
    CHECK(circles({0, {}}).empty());
    CHECK(circles({1, {}}).empty());
    CHECK(circles({4, {{0, 1}, {1, 2}, {2, 3}, {0, 3}, {0, 2}}}).empty());
    CHECK(circles({3, {{0, 1}, {0, 1}}}).empty());
}

TEST_CASE("digraph: a circle begins at its smallest vertex, whatever the order of the edges") {
    CHECK(circles({1, {{0, 0}}}) == Circles{{0}});
    CHECK(circles({3, {{2, 2}}}) == Circles{{2}});
    CHECK(circles({2, {{0, 1}, {1, 0}}}) == Circles{{0, 1}});
    CHECK(circles({4, {{3, 1}, {2, 3}, {1, 2}, {0, 1}}}) == Circles{{1, 2, 3}});
}

TEST_CASE("digraph: of two ways round the shortest is shown") {
    CHECK(circles({5, {{0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 0}, {1, 4}}}) == Circles{{0, 1, 4}});
    CHECK(circles({3, {{0, 1}, {1, 2}, {2, 0}, {0, 0}}}) == Circles{{0}});
}

TEST_CASE("digraph: one circle for each knot, in the order of their smallest vertices") {
    CHECK(circles({7, {{5, 6}, {6, 5}, {0, 1}, {1, 0}, {1, 5}, {3, 3}, {2, 3}}}) == Circles{{0, 1}, {3}, {5, 6}});
    // 0–1 and 1–2 are one knot: all reach each other
    CHECK(circles({3, {{0, 1}, {1, 0}, {1, 2}, {2, 1}}}) == Circles{{0, 1}});
}

TEST_CASE("digraph: in random graphs every circle is one, and exists where a vertex reaches itself") {
    std::mt19937 random(42);
    for (int round = 0; round < 300; ++round) {
        const auto count = static_cast<std::uint32_t>(1 + random() % 12);
        Digraph graph{count, {}};
        for (auto edges = random() % (2 * count + 1); edges > 0; --edges)
            graph.edges.emplace_back(random() % count, random() % count);
        std::vector<std::vector<bool>> reaches(count, std::vector<bool>(count, false));
        for (const auto& edge : graph.edges) reaches[edge.first][edge.second] = true;
        for (std::uint32_t via = 0; via < count; ++via)
            for (std::uint32_t from = 0; from < count; ++from)
                for (std::uint32_t to = 0; to < count; ++to)
                    if (reaches[from][via] && reaches[via][to]) reaches[from][to] = true;

        std::vector<std::uint32_t> expected;  // the smallest vertex of each knot
        for (std::uint32_t vertex = 0; vertex < count; ++vertex) {
            bool smallest = reaches[vertex][vertex];
            for (std::uint32_t other = 0; other < vertex; ++other)
                smallest = smallest && !(reaches[vertex][other] && reaches[other][vertex]);
            if (smallest) expected.push_back(vertex);
        }
        std::vector<std::uint32_t> found;
        for (const auto& circle : circles(graph)) {
            found.push_back(circle.front());
            for (std::size_t i = 0; i < circle.size(); ++i)
                CHECK(has(graph.edges, circle[i], circle[(i + 1) % circle.size()]));
        }
        CHECK(found == expected);
    }
}
