#pragma once

#include <vector>

#include "graph/coverage.hpp"

namespace belegd::report {

/// One of the ways in which a cell is dealt with: the steps from who holds it by law to who performs.
struct Way {
    std::vector<const graph::Step*> steps;
    std::vector<model::Actor> performers;  ///< none when it comes back where it was
    bool together = false;                 ///< the performers act as one group
    model::Actor holder;                   ///< who is competent in the end

    /// The last step that moves something, or null when all stays where it was.
    const graph::Step* last_move() const;
};

struct Ways {
    std::vector<Way> all;
    bool alternatives = true;  ///< each may act; otherwise they act beside each other
};

/// The ways that the chain of an answer holds; none for an empty chain.
Ways ways(const model::Model& model, const graph::Answer& answer);

}  // namespace belegd::report
