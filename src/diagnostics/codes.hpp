#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace belegd {

/// The code that a text means: one of belegd by its code or its name in either language, or one that a rule may have.
std::optional<std::string> code_named(std::string_view text);

/// Whether a text has the shape of a rule's code, letters and a number: W-14.
bool is_rule_code(std::string_view text);

/// The code nearest to a text that is none.
std::optional<std::string> nearest_code(std::string_view text);

}  // namespace belegd
