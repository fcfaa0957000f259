#pragma once

#include <optional>
#include <string>
#include <vector>

#include "graph/coverage.hpp"
#include "property/naive.hpp"

/// What the engine says in sets of tasks, put beside what the naive reference says cell by cell.
namespace belegd::naive {

/// The engine's answers cell by cell, in the order of the naive reference.
std::vector<VariantCoverage> expanded(const model::Model& model, const graph::Coverage& coverage);

/// `assigned: Oost/college holds, West/college performs; Oost/college mandates West/college (r/1)`
std::string spelled(const model::Model& model, const graph::Answer& answer);

/// `plan: uitvoering of hulp for Oost, 2024-01-02 to 2024-01-05, …`
std::string spelled(const model::Model& model, model::VariantId variant, const Run& run);
std::string spelled(const model::Model& model, model::VariantId variant, const Gap& gap);

/// The first thing the engine says otherwise, or nothing.
std::optional<std::string> difference(const model::Model& model, const graph::Coverage& engine, const Coverage& naive);

}  // namespace belegd::naive
