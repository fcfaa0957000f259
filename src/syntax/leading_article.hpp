#pragma once

#include <string_view>

namespace belegd::syntax {

/// `het college`: the name behind an article of either language; without one the whole.
std::string_view behind_article(std::string_view name);

}  // namespace belegd::syntax
