#pragma once

#include <string>

#include "graph/coverage.hpp"
#include "model/model.hpp"

/// What anyone needs to recompute what belegd says; the forms are dsl/schema/facts.json and dsl/schema/coverage.json.
namespace belegd::render {

/// The model without texts and places, as JSON.
std::string facts(const model::Model& model);

/// The answer for every cell, as JSON; equal neighbours in time are one run.
std::string coverage(const model::Model& model, const graph::Coverage& coverage);

}  // namespace belegd::render
