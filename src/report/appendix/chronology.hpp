#pragma once

#include "report/frame.hpp"

namespace belegd::report {

/// What begins, changes and ends, who joins and leaves, what is decided and until when notice can be given, for those and
/// of those tasks that an overview shows: in order of time, of its first situation and of the others, each marked with the
/// situations in which it is so where that is not all of them. Whether a last day has passed is judged on the date of the
/// document, if it has one.
void write_chronology(Document& out, const Frame& frame);

}  // namespace belegd::report
