#pragma once

#include "cli/commands.hpp"

namespace belegd::cli {

/// Who does what for whom, drawn or as a table.
Result graph(const Call& call);

}  // namespace belegd::cli
