#pragma once

#include <string>
#include <vector>

#include "cli/commands.hpp"

namespace belegd::cli {

/// The kinds of things that have names, each in Dutch and in English, as one may call them.
std::vector<std::string> kinds_of_names();

/// Gives a thing another name in all the model's own files, and in the other models that use one of those; what would
/// make any of them unreadable is not done.
Result rename(const Call& call);

}  // namespace belegd::cli
