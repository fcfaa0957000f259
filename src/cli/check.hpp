#pragma once

#include <optional>
#include <string_view>

#include "cli/call.hpp"
#include "cli/commands.hpp"

namespace belegd::cli {

/// What is wrong or open in each model.
Result check(const Call& call);

/// What became of the tests of each model.
Result test(const Call& call);

/// The page of a finding, by its code or its name: what it means, a wrong and a right example.
std::optional<std::string_view> page_of(std::string_view asked);

}  // namespace belegd::cli
