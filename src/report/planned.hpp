#pragma once

#include <string_view>

#include "report/wording.hpp"

namespace belegd::report {

/// What the model says of each decision, milestone, cost, procedure, package and variant of that name or title.
void planned_explained(Document& out, const analysis::Analysis& analysis, std::string_view name, Notes& notes);

}  // namespace belegd::report
