#pragma once

#include "cli/call.hpp"
#include "cli/commands.hpp"

namespace belegd::cli {

/// What a model costs, by year and by payer.
Result costs(const Call& call);

}  // namespace belegd::cli
