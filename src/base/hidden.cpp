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
