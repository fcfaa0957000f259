// The only file that sees Boost.Graph.
#include "base/digraph.hpp"

#include <algorithm>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/strong_components.hpp>

namespace belegd {
namespace {

using Csr = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                               boost::no_property, std::uint32_t, std::uint32_t>;
constexpr std::uint32_t kUnreached = ~0u;

/// The shortest way from `start` back to itself through its own component, or empty.
std::vector<std::uint32_t> shortest_circle(const Csr& graph, std::uint32_t start,
                                           const std::vector<std::uint32_t>& component) {
    std::vector<std::uint32_t> parent(num_vertices(graph), kUnreached), queue{start};
    for (std::size_t at = 0; at < queue.size(); ++at) {
        for (auto [next, end] = adjacent_vertices(queue[at], graph); next != end; ++next) {
            if (*next == start) {
                std::vector<std::uint32_t> circle;
                for (auto vertex = queue[at]; vertex != start; vertex = parent[vertex]) circle.push_back(vertex);
                circle.push_back(start);
                std::reverse(circle.begin(), circle.end());
                return circle;
            }
            if (component[*next] != component[start] || parent[*next] != kUnreached) continue;
            parent[*next] = queue[at];
            queue.push_back(*next);
        }
    }
    return {};
}

}  // namespace

std::vector<std::vector<std::uint32_t>> circles(const Digraph& input) {
    auto edges = input.edges;
    std::sort(edges.begin(), edges.end());
    const Csr graph(boost::edges_are_sorted, edges.begin(), edges.end(), input.count);
    std::vector<std::uint32_t> component(input.count);
    boost::strong_components(graph,
                             boost::make_iterator_property_map(component.begin(), get(boost::vertex_index, graph)));

    std::vector<std::vector<std::uint32_t>> found;
    std::vector<bool> seen(input.count, false);
    for (std::uint32_t vertex = 0; vertex < input.count; ++vertex) {
        if (seen[component[vertex]]) continue;
        seen[component[vertex]] = true;
        if (auto circle = shortest_circle(graph, vertex, component); !circle.empty())
            found.push_back(std::move(circle));
    }
    return found;
}

}  // namespace belegd
