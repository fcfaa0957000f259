#pragma once

#include <string>

#include "analysis/repair.hpp"

/// What closes the gaps of a model, for other programs.
namespace belegd::render {

/// As dsl/schema/repair.json has it: each line as the bytes that it replaces and what comes there.
std::string repair_json(const analysis::Analysis& analysis, const analysis::Repairs& found);

}  // namespace belegd::render
