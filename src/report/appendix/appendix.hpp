#pragma once

#include "report/frame.hpp"

namespace belegd::report {

/// What a council receives: in short, who does what, what another situation changes, the days, what is open, the
/// cooperations in sentences and what it all rests on. Brief: no more than its first page, without sources.
void write_appendix(Document& out, Frame& frame, Headings headings);

}  // namespace belegd::report
