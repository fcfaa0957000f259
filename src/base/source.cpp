#include "base/source.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <cstring>

namespace belegd {

Source::Source(std::string name, std::string text, bool own)
    : name_(std::move(name)), text_(std::move(text)), own_(own) {}

Source::Source(std::string name, std::string text, bool own, std::string read)
    : Source(std::move(name), std::move(text), own) {
    read_ = std::move(read);
}

const std::vector<std::uint32_t>& Source::line_starts() const {
    if (!line_starts_.empty()) return line_starts_;
    line_starts_.push_back(0);
    for (std::size_t at = text_.find('\n'); at != std::string::npos; at = text_.find('\n', at + 1))
        line_starts_.push_back(static_cast<std::uint32_t>(at + 1));
    return line_starts_;
}

Place Source::place(std::uint32_t offset) const {
    offset = std::min(offset, static_cast<std::uint32_t>(text_.size()));
    const auto& starts = line_starts();
    const auto after = std::upper_bound(starts.begin(), starts.end(), offset);
    const auto line = static_cast<std::uint32_t>(after - starts.begin());
    const auto start = starts[line - 1];
    return {line, 1 + characters(std::string_view(text_).substr(start, offset - start))};
}

std::string_view Source::line(std::uint32_t number) const {
    const auto& starts = line_starts();
    const auto start = starts[number - 1];
    const auto end = number < starts.size() ? starts[number] : static_cast<std::uint32_t>(text_.size());
    auto found = std::string_view(text_).substr(start, end - start);
    while (!found.empty() && (found.back() == '\n' || found.back() == '\r')) found.remove_suffix(1);
    return found;
}

std::uint32_t Sources::add(Source source) {
    files_.push_back(std::move(source));
    return static_cast<std::uint32_t>(files_.size() - 1);
}

std::uint32_t characters(std::string_view utf8) {
    return static_cast<std::uint32_t>(
        std::count_if(utf8.begin(), utf8.end(), [](char byte) { return (byte & 0xC0) != 0x80; }));
}

std::size_t first_invalid_utf8(std::string_view bytes) {
    const auto* at = reinterpret_cast<const utf8proc_uint8_t*>(bytes.data());
    auto left = static_cast<utf8proc_ssize_t>(bytes.size());
    while (left > 0) {
        // Eight ASCII bytes at a time.
        std::uint64_t eight = 0;
        if (left >= 8) std::memcpy(&eight, at, 8);
        if (left >= 8 && (eight & 0x8080808080808080u) == 0) {
            at += 8, left -= 8;
            continue;
        }
        if (*at < 0x80) {
            ++at, --left;
            continue;
        }
        utf8proc_int32_t point = 0;
        const auto length = utf8proc_iterate(at, left, &point);
        if (length <= 0) return bytes.size() - static_cast<std::size_t>(left);
        at += length, left -= length;
    }
    return std::string_view::npos;
}

}  // namespace belegd
