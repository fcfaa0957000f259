#pragma once

#include "report/appendix/work.hpp"

namespace belegd::report {

/// The matrix: what its marks mean, a row for each part of the work, and what stays as the law has it.
void write_work(Document& out, Frame& frame, const Work& work);
/// What differs between situations.
void write_changes(Document& out, Frame& frame, const Work& changes);

/// `de gemeente`, or where the overview is not about municipalities alone `wie bevoegd is`.
Text whose_it_is(const Frame& frame);

}  // namespace belegd::report
