#pragma once

#include <string>

#include "model/model.hpp"

/// What anyone needs to recompute what belegd says; the form is dsl/schema/facts.json.
namespace belegd::render {

/// The model without texts and places, as JSON.
std::string facts(const model::Model& model);

}  // namespace belegd::render
