#pragma once

#include "cli/call.hpp"
#include "cli/commands.hpp"

namespace belegd::cli {

/// What is open, and which lines close it.
Result repair(const Call& call);

}  // namespace belegd::cli
