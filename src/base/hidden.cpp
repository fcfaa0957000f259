#include "base/hidden.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <iterator>

namespace belegd {
namespace {

struct Range {
    char32_t first, last;
};

/// What a terminal acts upon, or an editor: controls, and marks of direction that let a line read otherwise than it is.
constexpr Range kActing[] = {{0x00, 0x1F},     {0x7F, 0x9F},     {0x061C, 0x061C}, {0x200E, 0x200F},
                             {0x2028, 0x202E}, {0x2066, 0x206F}, {0xFFF9, 0xFFFB}};
/// What shows nothing and does nothing.
constexpr Range kUnseen[] = {{0xAD, 0xAD},     {0x180E, 0x180E}, {0x200B, 0x200D},
                             {0x2060, 0x2064}, {0xFEFF, 0xFEFF}, {0xE0000, 0xE007F}};

template <typename Ranges>
bool in(char32_t character, const Ranges& ranges) {
    return std::any_of(std::begin(ranges), std::end(ranges),
                       [&](const Range& each) { return each.first <= character && character <= each.last; });
}

bool lays_out(char32_t character) { return character == '\n' || character == '\t'; }

struct First {
    char32_t character;
    std::size_t bytes;
    bool sound;
};

First first_of(std::string_view text) {
    utf8proc_int32_t point = 0;
    const auto bytes = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                        static_cast<utf8proc_ssize_t>(text.size()), &point);
    if (bytes <= 0) return {0, 1, false};
    return {static_cast<char32_t>(point), static_cast<std::size_t>(bytes), true};
}

/// A text of which `instead` says what stands for each character; empty: itself.
template <typename Instead>
std::string replaced(std::string_view text, const Instead& instead) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        // Nearly everything is plain.
        const auto plain = static_cast<std::size_t>(
            std::find_if(text.begin(), text.end(), [](unsigned char c) { return c < ' ' || c > '~'; }) - text.begin());
        out += text.substr(0, plain);
        text.remove_prefix(plain);
        if (text.starts_with("\r\n")) {
            out += "\r\n";
            text.remove_prefix(2);
            continue;
        }
        if (text.empty()) break;
        const auto first = first_of(text);
        const auto other = instead(first);
        out += other.empty() ? text.substr(0, first.bytes) : std::string_view(other);
        text.remove_prefix(first.bytes);
    }
    return out;
}

}  // namespace

bool is_hidden(char32_t character) {
    return !lays_out(character) && (in(character, kActing) || in(character, kUnseen));
}

std::string code_of(char32_t character) {
    constexpr char digits[] = "0123456789ABCDEF";
    std::string out;
    for (; character != 0 || out.size() < 4; character >>= 4) out.insert(out.begin(), digits[character & 0xF]);
    return "U+" + out;
}

Hidden hidden_kind(char32_t character) {
    switch (character) {
        case 0xAD: return Hidden::soft_hyphen;
        case 0x200B: return Hidden::no_width_space;
        case 0x200C:
        case 0x200D:
        case 0x2060: return Hidden::no_width_joiner;
        case 0xFEFF: return Hidden::byte_order_mark;
        default: break;
    }
    const bool turns = character == 0x061C || character == 0x200E || character == 0x200F ||
                       (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
    return turns ? Hidden::direction : Hidden::other;
}

LookAlike look_alike(char32_t character) {
    struct Alike {
        char32_t character;
        char latin;
    };
    static constexpr Alike kCyrillic[] = {
        {0x0410, 'A'}, {0x0412, 'B'}, {0x0421, 'C'}, {0x0415, 'E'}, {0x041D, 'H'}, {0x0406, 'I'}, {0x0408, 'J'},
        {0x041A, 'K'}, {0x041C, 'M'}, {0x041E, 'O'}, {0x0420, 'P'}, {0x0405, 'S'}, {0x0422, 'T'}, {0x0425, 'X'},
        {0x0423, 'Y'}, {0x0430, 'a'}, {0x0441, 'c'}, {0x0435, 'e'}, {0x04BB, 'h'}, {0x0456, 'i'}, {0x0458, 'j'},
        {0x043E, 'o'}, {0x0440, 'p'}, {0x0455, 's'}, {0x0445, 'x'}, {0x0443, 'y'}, {0x0475, 'v'}, {0x0501, 'd'}};
    static constexpr Alike kGreek[] = {
        {0x0391, 'A'}, {0x0392, 'B'}, {0x0395, 'E'}, {0x0397, 'H'}, {0x0399, 'I'}, {0x039A, 'K'}, {0x039C, 'M'},
        {0x039D, 'N'}, {0x039F, 'O'}, {0x03A1, 'P'}, {0x03A4, 'T'}, {0x03A5, 'Y'}, {0x03A7, 'X'}, {0x0396, 'Z'},
        {0x03B1, 'a'}, {0x03B9, 'i'}, {0x03BA, 'k'}, {0x03BD, 'v'}, {0x03BF, 'o'}, {0x03C1, 'p'}, {0x03C5, 'u'}};
    const auto among = [&](const auto& all) {
        const auto found = std::find_if(std::begin(all), std::end(all),
                                        [&](const Alike& each) { return each.character == character; });
        return found == std::end(all) ? '\0' : found->latin;
    };
    if (character < 0x0391 || character > 0x0501) return {};
    if (const char latin = among(kGreek); latin != 0) return {latin, true};
    return {among(kCyrillic), false};
}

char32_t hidden_at(std::string_view text) {
    if (text.empty()) return 0;
    const auto first = first_of(text);
    return first.sound && is_hidden(first.character) ? first.character : 0;
}

std::string with_hidden_named(std::string_view text) {
    return replaced(text, [](const First& first) {
        return first.sound && is_hidden(first.character) ? code_of(first.character) : std::string();
    });
}

std::string harmless(std::string_view text) {
    return replaced(text, [](const First& first) -> std::string_view {
        const bool acts = in(first.character, kActing) && !lays_out(first.character);
        return !first.sound || acts ? "\uFFFD" : "";
    });
}

}  // namespace belegd
