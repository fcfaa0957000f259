#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace belegd {

/// How names are compared: without case and accents; `-`, `_` and any run of blanks are one blank; curly apostrophes
/// are straight. `Re-integratie` and `re_integratie` fold alike.
std::string folded(std::string_view name);

/// The character at the start of `utf8` (not empty), without case and accent, and how many bytes it takes.
struct FoldedCharacter {
    std::int32_t character;
    std::uint32_t bytes;
};
FoldedCharacter folded_character(std::string_view utf8);

/// Whether a character may stand inside a word: letters, digits, `_`, `'`, and the hyphen in its typographic forms.
bool is_word_character(std::int32_t character);

/// Blanks within a line: space, tab, and the non-breaking and thin spaces of word processors.
bool is_blank(std::int32_t character);

}  // namespace belegd
