#pragma once

#include "cli/commands.hpp"

namespace belegd::cli {

/// Gives a thing another name in all the model's own files; what would make the model unreadable is not done.
Result rename(const Call& call);

}  // namespace belegd::cli
