#pragma once

#include <optional>
#include <string_view>

#include "base/date.hpp"
#include "syntax/tree.hpp"

namespace belegd::resolve {

/// Whether such a node is a date, or names a stretch of days: `1 juni 2023`, `medio 2022`.
bool is_date(syntax::Kind kind);

/// The day or days that a date names; nothing for one that does not exist, or for another node. `text` is that of the
/// node.
std::optional<DateValue> date_written(const syntax::Node& node, std::string_view text);

}  // namespace belegd::resolve
