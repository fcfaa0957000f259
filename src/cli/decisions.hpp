#pragma once

#include "cli/call.hpp"
#include "cli/commands.hpp"

namespace belegd::cli {

/// Who decides what in a model, and whose consent is needed, as one sees it on a day.
Result decisions(const Call& call);

}  // namespace belegd::cli
