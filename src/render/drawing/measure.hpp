#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace belegd::render {

/// How wide a text is in a sans face of one size (in points), by a table: Helvetica, Arial and what replaces them.
double text_width(std::string_view utf8, double size, bool bold = false);

/// The text in at most `most` lines of at most `width` points; the last ends in an ellipsis where there was more.
std::vector<std::string> fitted(const std::string& text, double width, double size, bool bold, std::size_t most);

/// A number with one decimal at most: `12`, `12.5`.
std::string points_said(double value);

}  // namespace belegd::render
