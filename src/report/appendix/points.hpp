#pragma once

#include "report/appendix/in_short.hpp"
#include "report/open_points.hpp"

namespace belegd::report {

/// How much of what is found is open; what the model accepts is not.
OpenCount count_of(const OpenFindings& open);

/// A table of what is open: the point, for whom and when, what to do.
void write_points(Document& out, const Frame& frame, const OpenFindings& open);

}  // namespace belegd::report
