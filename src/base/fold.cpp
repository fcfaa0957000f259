#include "base/fold.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <utility>

#include "base/hidden.hpp"

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

FoldedCharacter folded_character_beyond_ascii(std::string_view utf8) {
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

namespace {

/// What each ASCII character of a name folds to; a blank for whatever stands between words.
constexpr auto kFoldedAscii = [] {
    std::array<char, 128> out{};
    for (std::size_t c = 0; c < out.size(); ++c) out[c] = static_cast<char>(c);
    for (std::size_t c = 'A'; c <= 'Z'; ++c) out[c] = static_cast<char>(c + 32);
    for (const auto c : std::array<unsigned char, 5>{'-', '_', '\t', '\r', '\n'}) out[c] = ' ';
    return out;
}();

/// Writes the ASCII that a name begins with behind `end`, in what is folded from `begin` on: how much it read, and the new
/// end. No blank begins a name, and none follows another.
inline std::pair<std::size_t, char*> fold_ascii(std::string_view name, const char* begin, char* end) {
    std::size_t at = 0;
    for (; at < name.size() && static_cast<unsigned char>(name[at]) < 0x80; ++at) {
        const char now = kFoldedAscii[static_cast<unsigned char>(name[at])];
        if (now == ' ' && (end == begin || end[-1] == ' ')) continue;
        *end++ = now;
    }
    return {at, end};
}

/// The rest of a name from the first character on that is no ASCII.
void fold_rest(std::string_view name, std::string& out) {
    while (!name.empty()) {
        const auto other = std::find_if(name.begin(), name.end(), [](char c) { return (c & 0x80) != 0; });
        if (const auto run = static_cast<std::size_t>(other - name.begin()); run > 0) {
            const auto before = out.size();
            out.resize(before + run);
            const auto end = fold_ascii(name.substr(0, run), out.data(), out.data() + before).second;
            out.resize(static_cast<std::size_t>(end - out.data()));
            name.remove_prefix(run);
            continue;
        }
        const auto [character, bytes] = folded_character(name);
        name.remove_prefix(bytes);
        if (is_combining(character) || is_hidden(static_cast<char32_t>(character))) continue;
        const auto ascii = character < 0x80 ? kFoldedAscii[static_cast<std::size_t>(character)] : '\0';
        if (ascii == ' ') {
            if (!out.empty() && out.back() != ' ') out += ' ';
        } else if (character < 0x80) {
            out += ascii;
        } else {
            utf8proc_uint8_t encoded[4];
            const auto length = utf8proc_encode_char(character, encoded);
            out.append(reinterpret_cast<const char*>(encoded), static_cast<std::size_t>(length));
        }
    }
}

}  // namespace

std::string folded(std::string_view name) {
    std::string out(name.size(), '\0');
    const auto [at, end] = fold_ascii(name, out.data(), out.data());
    out.resize(static_cast<std::size_t>(end - out.data()));
    if (at < name.size()) fold_rest(name.substr(at), out);
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

bool all_folds_to(std::string_view name, std::string_view wanted) {
    std::size_t size = 0;
    char last = ' ';
    for (const char each : name) {
        if (static_cast<unsigned char>(each) >= 0x80) return folded(name) == wanted;
        const char now = kFoldedAscii[static_cast<unsigned char>(each)];
        if (now == ' ' && last == ' ') continue;
        last = now;
        if (now == ' ' && size == wanted.size()) continue;  // mostly the end: a blank there is none
        if (size == wanted.size() || wanted[size] != now) return false;
        ++size;
    }
    return size == wanted.size();
}

}  // namespace belegd
