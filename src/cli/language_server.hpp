#pragma once

#include "cli/call.hpp"

namespace belegd::cli {

/// Serves an editor over standard input and output until it is told to go; gives the exit code.
int serve(const Call& call);

}  // namespace belegd::cli
