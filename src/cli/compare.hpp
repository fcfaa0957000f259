#pragma once

#include "cli/call.hpp"
#include "cli/commands.hpp"
#include "report/document.hpp"

namespace belegd::cli {

/// Holds an earlier document against what would be printed now: each row and line that differs, in one sentence. The exit
/// code is 1 when something differs, and 2 when the document cannot be read.
void compare(const Call& call, const report::Document& document, Language language, Result& result);

}  // namespace belegd::cli
