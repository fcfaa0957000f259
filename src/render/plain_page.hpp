#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace belegd::render {

/// A page of Markdown for a terminal: headings underlined, blocks between fences moved in, lines of `width` columns, and
/// no signs of Markdown left.
std::string plain_page(std::string_view markdown, std::size_t width);

}  // namespace belegd::render
