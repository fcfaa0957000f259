#include "base/fold.hpp"

#include <utf8proc.h>

namespace belegd {
namespace {

constexpr bool is_combining(std::int32_t character) { return character >= 0x300 && character <= 0x36F; }

std::int32_t without_accent(std::int32_t character) {
    utf8proc_int32_t parts[8];
    int last = 0;
    const auto count = utf8proc_decompose_char(
        character, parts, 8, static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD), &last);
    return count > 0 ? parts[0] : character;
}

}  // namespace

bool is_blank(std::int32_t character) {
    return character == ' ' || character == '\t' || character == 0xA0 || character == 0x2007 || character == 0x2009 ||
           character == 0x202F;
}

bool is_word_character(std::int32_t c) {
    if (c < 0x80) return c >= 0 && kAsciiWord.folded[static_cast<std::size_t>(c)] != 0;
    if (c >= 0x2010 && c <= 0x2014) return true;  // hyphens and dashes
    if (c == 0x2018 || c == 0x2019) return true;  // apostrophes
    if (is_combining(c)) return true;
    const auto category = utf8proc_category(c);
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO;
}

FoldedCharacter folded_character(std::string_view utf8) {
    const auto first = static_cast<unsigned char>(utf8.front());
    if (first < 0x80) {
        const auto lower = first >= 'A' && first <= 'Z' ? first + 32 : first;
        return {lower == '_' ? '-' : lower, 1};
    }
    utf8proc_int32_t character = 0;
    const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(utf8.data()),
                                         static_cast<utf8proc_ssize_t>(utf8.size()), &character);
    if (length <= 0) return {0xFFFD, 1};
    auto bytes = static_cast<std::uint32_t>(length);
    if (character >= 0x2010 && character <= 0x2014) return {'-', bytes};
    if (character == 0x2018 || character == 0x2019) return {'\'', bytes};
    if (is_blank(character)) return {' ', bytes};
    return {without_accent(character), bytes};
}

std::string folded(std::string_view name) {
    std::string out;
    out.reserve(name.size());
    while (!name.empty()) {
        const auto [character, bytes] = folded_character(name);
        name.remove_prefix(bytes);
        if (is_combining(character)) continue;
        if (character == '-' || character == ' ' || character == '\t' || character == '\r' || character == '\n') {
            if (!out.empty() && out.back() != ' ') out += ' ';
            continue;
        }
        if (character < 0x80) {
            out += static_cast<char>(character);
        } else {
            utf8proc_uint8_t encoded[4];
            const auto length = utf8proc_encode_char(character, encoded);
            out.append(reinterpret_cast<const char*>(encoded), static_cast<std::size_t>(length));
        }
    }
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

}  // namespace belegd
