#pragma once

#include "cli/call.hpp"
#include "cli/commands.hpp"

namespace belegd::cli {

/// Two situations, days or models beside each other.
Result compare(const Call& call);

}  // namespace belegd::cli
