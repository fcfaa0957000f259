#pragma once

#include "cli/call.hpp"
#include "cli/commands.hpp"

namespace belegd::cli {

/// Lays model files out, in place and only when that changes them; or says which would change, or prints them.
Result format(const Call& call);

}  // namespace belegd::cli
