#pragma once

#include "analysis/analysis.hpp"
#include "cli/call.hpp"
#include "cli/commands.hpp"
#include "report/overview.hpp"

namespace belegd::cli {

/// `overview MODEL --template huisstijl.docx`: an overview in the content controls of a Word document. Adds to what has been
/// said already; where anything is in the way nothing is written.
Result in_house_style(const Call& call, const analysis::Analysis& analysis, const model::Overview& what,
                      Language language, Result result);

}  // namespace belegd::cli
