#pragma once

#include "report/frame.hpp"

namespace belegd::report {

/// What the overview was made of, so that it can be made again and checked: the texts of the model with their hashes, the
/// program, how many rules were asked, and what became of the findings.
void write_receipt(Document& out, const Frame& frame);

}  // namespace belegd::report
