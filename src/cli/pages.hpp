#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/text.hpp"

namespace belegd::cli {

/// The page of a finding by its code: what it means, a wrong and a right example.
std::optional<std::string_view> page_by_code(std::string_view code);
/// The part of a page in one language, with the title of the page.
std::string section_of(std::string_view page, Language language);

}  // namespace belegd::cli
