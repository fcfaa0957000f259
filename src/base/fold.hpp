#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace belegd {

/// How names are compared: without case and accents; `-`, `_` and any run of blanks are one blank; curly apostrophes
/// are straight. `Re-integratie` and `re_integratie` fold alike.
std::string folded(std::string_view name);
/// Whether a name, as people write it, folds to what is folded already: without writing it down.
bool all_folds_to(std::string_view name, std::string_view wanted);
/// The same. Most names asked about begin with another letter, and are no further looked at.
inline bool folds_to(std::string_view name, std::string_view wanted) {
    constexpr auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    if (!name.empty() && !wanted.empty() && letter(name.front()) && ((name.front() ^ wanted.front()) & ~0x20) != 0)
        return false;
    return all_folds_to(name, wanted);
}

/// The character at the start of `utf8` (not empty), without case and accent, and how many bytes it takes.
struct FoldedCharacter {
    std::int32_t character;
    std::uint32_t bytes;
};
FoldedCharacter folded_character_beyond_ascii(std::string_view utf8);
inline FoldedCharacter folded_character(std::string_view utf8) {
    const auto first = static_cast<unsigned char>(utf8.front());
    if (first >= 0x80) return folded_character_beyond_ascii(utf8);
    const auto lower = first >= 'A' && first <= 'Z' ? first + 32 : first;
    return {lower == '_' ? '-' : lower, 1};
}

/// The ASCII characters that may stand inside a word, and what each folds to; the beginning of most texts' every word.
struct AsciiWord {
    std::array<char, 128> folded{};  ///< 0 for what is no part of a word

    constexpr AsciiWord() {
        for (unsigned char c = 'a'; c <= 'z'; ++c) folded[c] = static_cast<char>(c);
        for (unsigned char c = 'A'; c <= 'Z'; ++c) folded[c] = static_cast<char>(c + 32);
        for (unsigned char c = '0'; c <= '9'; ++c) folded[c] = static_cast<char>(c);
        folded['-'] = folded['_'] = '-';
        folded['\''] = '\'';
    }
};
inline constexpr AsciiWord kAsciiWord;

/// Whether a character may stand inside a word: letters, digits, `_`, `'`, and the hyphen in its typographic forms.
bool is_word_character(std::int32_t character);

/// Blanks within a line: space, tab, and the non-breaking and thin spaces of word processors.
bool is_blank(std::int32_t character);

/// 0 to 9.
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace belegd
