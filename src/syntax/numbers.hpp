#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/text.hpp"

namespace belegd::syntax {

/// The number that a word names, in either language: `twaalf`, `een`, `twelve`; the table is dsl/numbers.def.
std::optional<int> number_named(std::string_view word);
/// How a number of the table is written.
std::optional<std::string> named_number(int value, Language language);

}  // namespace belegd::syntax
