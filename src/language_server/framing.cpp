#include "language_server/framing.hpp"

#include <algorithm>

#include "diagnostics/messages/editor.hpp"

namespace belegd::language_server {
namespace {

constexpr std::string_view kLength = "content-length";
constexpr std::string_view kEmptyLine = "\r\n\r\n";
constexpr std::size_t kLongestHeader = 4096;  // bytes

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::size_t find_length(std::string_view text) {
    const auto found = std::search(text.begin(), text.end(), kLength.begin(), kLength.end(),
                                   [](char one, char other) { return small(one) == other; });
    return found == text.end() ? std::string_view::npos : static_cast<std::size_t>(found - text.begin());
}

/// The length that a header names; nothing when it names none, or no number.
std::optional<std::size_t> length_in(std::string_view header) {
    constexpr std::size_t kMostDigits = 15;
    std::optional<std::size_t> out;
    while (!header.empty()) {
        const auto end = std::min(header.find("\r\n"), header.size());
        auto line = header.substr(0, end);
        header.remove_prefix(std::min(end + 2, header.size()));
        const auto colon = line.find(':');
        if (colon == std::string_view::npos) return std::nullopt;
        if (colon != kLength.size() || find_length(line.substr(0, colon)) != 0) continue;
        line.remove_prefix(colon + 1);
        while (line.starts_with(' ') || line.starts_with('\t')) line.remove_prefix(1);
        while (line.ends_with(' ') || line.ends_with('\t')) line.remove_suffix(1);
        if (line.empty() || line.size() > kMostDigits || line.find_first_not_of("0123456789") != std::string_view::npos)
            return std::nullopt;
        out = 0;
        for (const char digit : line) *out = *out * 10 + static_cast<std::size_t>(digit - '0');
    }
    return out;
}

}  // namespace

std::optional<Framing::Frame> Framing::refused(std::size_t used, Text why) {
    buffer_.erase(0, used);
    return Frame{{}, std::move(why)};
}

std::optional<Framing::Frame> Framing::next() {
    if (to_skip_ > 0) {
        const auto now = std::min(to_skip_, buffer_.size());
        buffer_.erase(0, now);
        to_skip_ -= now;
        if (to_skip_ > 0) return std::nullopt;
    }
    if (lost_) {
        const auto found = find_length(buffer_);
        if (found == std::string_view::npos) {
            // The word may have come in part.
            buffer_.erase(0, buffer_.size() - std::min(buffer_.size(), kLength.size()));
            return std::nullopt;
        }
        buffer_.erase(0, found);
        lost_ = false;
    }
    const auto header = buffer_.find(kEmptyLine);
    if (header == std::string::npos ? buffer_.size() > kLongestHeader : header > kLongestHeader) {
        lost_ = true;
        return refused(std::min(buffer_.size(), kLength.size()), say(message::server_no_header));
    }
    if (header == std::string::npos) return std::nullopt;
    const auto body = header + kEmptyLine.size();
    const auto length = length_in(std::string_view(buffer_).substr(0, header));
    if (!length) {
        lost_ = true;
        return refused(body, say(message::server_no_header));
    }
    if (*length > kLargest) {
        to_skip_ = *length;
        return refused(body, say(message::server_too_large, {number(kLargest >> 20)}));
    }
    if (buffer_.size() - body < *length) return std::nullopt;
    Frame out{buffer_.substr(body, *length), {}};
    buffer_.erase(0, body + *length);
    return out;
}

std::string framed(std::string_view message) {
    return "Content-Length: " + std::to_string(message.size()) + std::string(kEmptyLine) + std::string(message);
}

}  // namespace belegd::language_server
