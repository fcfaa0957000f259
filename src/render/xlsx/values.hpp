#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/text.hpp"

/// What a spreadsheet calculates and sorts with.
namespace belegd::render::book {

/// A number, and the format in which it reads as the text that it was.
struct Value {
    std::string number;  ///< `758825.50`: digits as they were written, not rounded on the way
    std::string format;  ///< `[$€-413] #,##0.00`
};

/// A text that is exactly one day (`1 januari 2024`), as the number that spreadsheets count days by; none before March
/// 1900, where they do not agree.
std::optional<Value> day_value(std::string_view text, Language language);

/// A text that is exactly one number, amount or share (`12`, `€ 1.200.000`, `70 %`). What could be something else stays a
/// text: `0518` is a code, `1.2.3` no number, and of more than fifteen digits a spreadsheet loses some.
std::optional<Value> amount_value(std::string_view text, Language language);

}  // namespace belegd::render::book
