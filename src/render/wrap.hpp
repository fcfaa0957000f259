#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// Text in a terminal, where every character takes none, one or two columns.
namespace belegd::render {

/// How many columns valid UTF-8 takes.
std::size_t display_width(std::string_view utf8);

/// The words of a text, parted by blanks; a no-break space is part of a word.
std::vector<std::string_view> words(std::string_view text);

/// The parts of a word that may stand on lines of their own: `Leidschendam-`, `Voorburg`. No date or number is divided.
std::vector<std::string_view> parts(std::string_view word);

/// The text in lines of at most `width` columns (from 2); breaks at blanks, in a longer word between its parts, else
/// anywhere. At least one line, perhaps empty.
std::vector<std::string> wrapped(std::string_view text, std::size_t width);

/// Lines that begin anew, each wrapped.
std::vector<std::string> wrapped(const std::vector<std::string>& lines, std::size_t width);

/// The text with blanks up to `width` columns, before it if it stands to the right.
std::string padded(std::string text, std::size_t width, bool right = false);

/// A sign so many times.
std::string repeated(std::string_view sign, std::size_t times);

}  // namespace belegd::render
