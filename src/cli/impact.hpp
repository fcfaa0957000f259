#pragma once

#include "cli/call.hpp"
#include "cli/commands.hpp"

namespace belegd::cli {

/// What runs through a party, and what happens without it.
Result impact(const Call& call);

}  // namespace belegd::cli
