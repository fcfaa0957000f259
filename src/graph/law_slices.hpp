#pragma once

#include <optional>
#include <vector>

#include "model/model.hpp"

namespace belegd::graph {

/// Who has each function by law, for sets of tasks, between two days on which that changes (D3).
struct LawSlice {
    Period days;
    struct Part {
        std::optional<model::OrganId> organ;  ///< absent: nobody; invalid id: the municipality itself
        BitSet tasks;
        bool operator==(const Part&) const = default;
    };
    std::vector<std::vector<Part>> functions;  ///< by leaf function
};

/// Those of a model, from its horizon on.
std::vector<LawSlice> law_of(const model::Model& model);

}  // namespace belegd::graph
