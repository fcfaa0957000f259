#include "render/addresses.hpp"

#include <algorithm>
#include <cstddef>

#include "base/fold.hpp"

namespace belegd::render {
namespace {

bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
bool is_letter_or_digit(char c) { return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// The name of a host, perhaps with a port: `wetten.overheid.nl`.
std::size_t host_length(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size() && (is_letter_or_digit(text[at]) || text[at] == '-' || text[at] == '.')) ++at;
    if (at + 1 < text.size() && text[at] == ':' && is_digit(text[at + 1])) {
        // A port has five digits at most.
        for (std::size_t digits = 0; ++at < text.size() && digits < 5 && is_digit(text[at]);) ++digits;
    }
    return at;
}

/// What follows the host: path, question and one place in the page.
std::size_t path_length(std::string_view text) {
    if (text.empty() || std::string_view("/?#").find(text[0]) == std::string_view::npos) return 0;
    bool placed = false;
    std::size_t at = 0;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '%' && (at + 2 >= text.size() || !is_hex(text[at + 1]) || !is_hex(text[at + 2]))) break;
        if (c == '#' && placed) break;
        placed = placed || c == '#';
        if (!is_letter_or_digit(c) && std::string_view("-._~/?#@!$&'()*+,;=:%").find(c) == std::string_view::npos)
            break;
    }
    return at;
}

/// How long the address is that a text begins with; 0 when it begins with none.
std::size_t address_length(std::string_view text) {
    std::size_t scheme = 0;
    for (const std::string_view each : {"https://", "http://"})
        if (text.starts_with(each)) scheme = each.size();
    if (scheme == 0 || scheme == text.size() || !is_letter_or_digit(text[scheme])) return 0;
    auto end = scheme + host_length(text.substr(scheme));
    end += path_length(text.substr(end));
    // A sign at its end belongs to the sentence, as does the end of a bracket that was opened before it.
    const auto many = [&](char bracket) {
        return std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(end), bracket);
    };
    while (std::string_view(".,;:!?'-").find(text[end - 1]) != std::string_view::npos ||
           (text[end - 1] == ')' && many(')') > many('(')))
        --end;
    return end;
}

}  // namespace

std::vector<Piece> pieces(std::string_view line) {
    std::vector<Piece> out;
    std::size_t done = 0;
    for (auto at = line.find("http"); at != std::string_view::npos; at = line.find("http", at + 1)) {
        const auto length =
            at < done || (at > 0 && is_letter_or_digit(line[at - 1])) ? 0 : address_length(line.substr(at));
        if (length == 0) continue;
        if (at > done) out.push_back({std::string(line.substr(done, at - done))});
        out.push_back({std::string(line.substr(at, length)), true});
        done = at + length;
    }
    if (done < line.size() || out.empty()) out.push_back({std::string(line.substr(done))});
    return out;
}

}  // namespace belegd::render
