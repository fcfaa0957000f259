#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace belegd {

/// A directed graph over the vertices 0 … count-1.
struct Digraph {
    std::uint32_t count = 0;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
};

/// One shortest circle for each knot of vertices that reach each other, in the order of their smallest vertex; each
/// circle begins at that vertex and does not repeat it at the end. A vertex with an edge to itself is a circle of one.
std::vector<std::vector<std::uint32_t>> circles(const Digraph& graph);

}  // namespace belegd
