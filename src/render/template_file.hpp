#pragma once

#include <string>
#include <string_view>

namespace belegd::render {

/// A file that documents are poured into, by its name in src/render; without the ends of lines behind it.
std::string template_file(std::string_view name);

}  // namespace belegd::render
