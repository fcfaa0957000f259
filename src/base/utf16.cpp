#include "base/utf16.hpp"

namespace belegd {
namespace {

bool goes_on(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }
std::size_t units_of(char first) { return static_cast<unsigned char>(first) >= 0xF0 ? 2 : 1; }

}  // namespace

std::size_t utf16_units(std::string_view utf8) {
    std::size_t out = 0;
    for (const char c : utf8)
        if (!goes_on(c)) out += units_of(c);
    return out;
}

std::size_t byte_at_utf16(std::string_view utf8, std::size_t units) {
    std::size_t seen = 0, out = 0;
    while (out < utf8.size() && seen < units) {
        seen += units_of(utf8[out]);
        do ++out;
        while (out < utf8.size() && goes_on(utf8[out]));
    }
    return out;
}

}  // namespace belegd
