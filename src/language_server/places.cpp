#include "language_server/places.hpp"

#include <algorithm>

#include "base/utf16.hpp"

namespace belegd::language_server {

Lines::Lines(std::string text) : text_(std::move(text)), starts_{0} {
    for (std::size_t at = 0; at < text_.size(); ++at) {
        if (text_[at] == '\r' && at + 1 < text_.size() && text_[at + 1] == '\n') continue;
        if (text_[at] == '\n' || text_[at] == '\r') starts_.push_back(at + 1);
    }
}

std::size_t Lines::offset(Position at, Encoding encoding) const {
    if (at.line >= starts_.size()) return text_.size();
    const auto begin = starts_[at.line];
    auto line = std::string_view(text_).substr(begin);
    line = line.substr(0, line.find_first_of("\r\n"));
    if (encoding == Encoding::utf16) return begin + byte_at_utf16(line, at.character);
    auto within = std::min(at.character, line.size());
    // In the middle of a character it is its beginning.
    while (within > 0 && within < line.size() && (line[within] & 0xC0) == 0x80) --within;
    return begin + within;
}

Position Lines::position(std::size_t offset, Encoding encoding) const {
    offset = std::min(offset, text_.size());
    const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
    const auto line = static_cast<std::size_t>(after - starts_.begin()) - 1;
    return {line, characters_in(std::string_view(text_).substr(starts_[line], offset - starts_[line]), encoding)};
}

std::size_t characters_in(std::string_view text, Encoding encoding) {
    return encoding == Encoding::utf16 ? utf16_units(text) : text.size();
}

namespace {

constexpr std::string_view kFile = "file://";

int digit_of(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

}  // namespace

std::string path_of(std::string_view uri) {
    if (!uri.starts_with(kFile)) return std::string(uri);
    auto rest = uri.substr(kFile.size());
    rest.remove_prefix(std::min(rest.find('/'), rest.size()));  // on which machine
    std::string out;
    for (std::size_t at = 0; at < rest.size(); ++at) {
        const int high = at + 2 < rest.size() ? digit_of(rest[at + 1]) : -1;
        const int low = at + 2 < rest.size() ? digit_of(rest[at + 2]) : -1;
        if (rest[at] == '%' && high >= 0 && low >= 0) {
            out += static_cast<char>(high * 16 + low);
            at += 2;
        } else {
            out += rest[at];
        }
    }
    // `/c:/models` is `c:/models`.
    if (out.size() > 2 && is_letter(out[1]) && out[2] == ':') out.erase(0, 1);
    return out;
}

std::string uri_of(std::string_view path) {
    constexpr std::string_view kUnchanged = "-._~/";
    constexpr char kDigits[] = "0123456789ABCDEF";
    const bool drive = path.size() > 1 && is_letter(path[0]) && path[1] == ':';
    if (!path.starts_with('/') && !drive) return std::string(path);
    std::string out(kFile);
    if (drive) out += '/';
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        if (is_letter(c) || (c >= '0' && c <= '9') || kUnchanged.find(c) != std::string_view::npos)
            out += c;
        else
            (out += '%', out += kDigits[byte >> 4], out += kDigits[byte & 15]);
    }
    return out;
}

}  // namespace belegd::language_server
