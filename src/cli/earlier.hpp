#pragma once

#include "analysis/analysis.hpp"
#include "cli/call.hpp"
#include "cli/commands.hpp"
#include "report/document.hpp"

namespace belegd::cli {

/// Holds an earlier document against what would be printed now: each row and line that differs, in one sentence. The exit
/// code is 1 when something differs, and 2 when the document cannot be read.
void compare_with_earlier(const Call& call, const report::Document& document, Language language, Result& result);

/// The same for a document with content controls that `--template` fills: against what they would be filled with now. False,
/// and nothing done, where it is no such document.
bool compare_filled(const Call& call, const analysis::Analysis& analysis, const model::Overview& what,
                    Language language, Result& result);

}  // namespace belegd::cli
