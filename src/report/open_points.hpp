#pragma once

#include <functional>

#include "analysis/analysis.hpp"
#include "report/document.hpp"

namespace belegd::report {

/// What is open or wrong in the situations of an overview, for its municipalities, tasks and functions, from its day on;
/// what an earlier situation showed already is not repeated. `concerns` tells which cooperations belong in it.
void open_points(Document& out, const analysis::Analysis& analysis, const model::Overview& what, const BitSet& tasks,
                 const BitSet& functions, Day day, const std::function<bool(model::CooperationId)>& concerns);

}  // namespace belegd::report
