#pragma once

#include <nlohmann/json_fwd.hpp>
#include <vector>

#include "base/text.hpp"

namespace belegd::render {

/// Words in both languages: `{"nl": …, "en": …}`.
nlohmann::ordered_json in_both(const Text& text);
/// The same for each of several.
nlohmann::ordered_json in_both(const std::vector<Text>& texts);

}  // namespace belegd::render
