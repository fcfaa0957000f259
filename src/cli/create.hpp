#pragma once

#include <string>
#include <vector>

#include "cli/call.hpp"
#include "cli/commands.hpp"

namespace belegd::cli {

/// The kinds of model that there is a template for, by their names in the files of dsl/templates.
std::vector<std::string> template_kinds();

/// The same with the English name of each, as one may ask for it.
std::vector<std::string> template_names();

/// A first model of one's own from a template, in a new file or on standard output; without a kind: the kinds.
Result create(const Call& call);

}  // namespace belegd::cli
