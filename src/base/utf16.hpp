#pragma once

#include <cstddef>
#include <string_view>

/// Places counted as editors and pages do, in units of UTF-16: a character beyond the first plane counts twice.
namespace belegd {

/// How many units a text has.
std::size_t utf16_units(std::string_view utf8);

/// The offset in bytes of the character that begins after so many units; the end of a text that has fewer.
std::size_t byte_at_utf16(std::string_view utf8, std::size_t units);

}  // namespace belegd
