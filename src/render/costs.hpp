#pragma once

#include <string>

#include "analysis/analysis.hpp"
#include "report/costs.hpp"

namespace belegd::render {

/// As dsl/schema/costs.json has it: amounts in euros, exact to the cent, as text.
std::string costs_json(const analysis::Analysis& analysis, const report::Costs& costs);

}  // namespace belegd::render
