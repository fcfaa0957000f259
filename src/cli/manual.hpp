#pragma once

#include <string>

#include "cli/description.hpp"

namespace belegd::cli {

/// The manual page in roff, for `man`.
std::string manual(const Description& description, Language language);

}  // namespace belegd::cli
