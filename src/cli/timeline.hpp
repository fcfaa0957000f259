#pragma once

#include "cli/call.hpp"
#include "cli/commands.hpp"

namespace belegd::cli {

/// Everything dated in a model, as one sees it on a day.
Result timeline(const Call& call);

}  // namespace belegd::cli
