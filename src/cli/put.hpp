#pragma once

#include "cli/commands.hpp"
#include "report/document.hpp"

namespace belegd::cli {

/// Writes a document in the form that was asked for.
void put(Result& result, const report::Document& document, const Call& call, Language language);

}  // namespace belegd::cli
