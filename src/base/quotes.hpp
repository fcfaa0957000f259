#pragma once

#include <optional>
#include <string_view>

namespace belegd {

/// Whether a text begins with a quotation mark of any kind: `"`, “, „, «, ‘.
bool begins_quoted(std::string_view written);

/// What stands between the quotation marks; nothing when either is missing.
std::optional<std::string_view> within_quotes(std::string_view written);

/// Without the quotation mark at either end, whether or not the other is there.
std::string_view unquoted(std::string_view written);

/// Whether a straight quotation mark opens the text and none closes it.
bool is_unclosed(std::string_view written);

}  // namespace belegd
