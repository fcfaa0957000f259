#pragma once

#include "report/frame.hpp"

namespace belegd::report {

/// What is open or wrong in the situations of an overview on its day, for its municipalities, tasks and functions; what
/// an earlier situation showed already is not repeated.
void open_points(Document& out, const Frame& frame);

/// What is found about such cells on other days.
struct LaterPoint {
    Period days;
    Text text;
};
std::vector<LaterPoint> points_of_other_days(const Frame& frame);

}  // namespace belegd::report
