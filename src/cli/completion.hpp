#pragma once

#include <string>

#include "cli/description.hpp"

namespace belegd::cli {

/// A script for one shell (`bash`, `zsh`, `fish`, `powershell`) that completes commands, options, choices and files.
std::string completion(const Description& description, const std::string& shell);

}  // namespace belegd::cli
