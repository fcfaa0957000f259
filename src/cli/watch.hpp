#pragma once

#include <chrono>
#include <functional>
#include <ostream>

#include "cli/call.hpp"

namespace belegd::cli {

/// Checks again whenever a file of the models changes, until `stopped`; gives the exit code of the last check.
int watch(const Call& call, std::ostream& out, const std::function<bool()>& stopped,
          std::chrono::milliseconds pause = std::chrono::milliseconds(300));

}  // namespace belegd::cli
