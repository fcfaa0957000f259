#pragma once

#include "report/frame.hpp"

namespace belegd::report {

/// What does not hold on the day of an overview, for those and of those tasks that it shows: cooperations and versions
/// that came before or come later, who joins and leaves, sentences with days of their own, endings, and what is found
/// on other days. Nothing where there is none.
void timeline(Document& out, const Frame& frame);

}  // namespace belegd::report
