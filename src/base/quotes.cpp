#include "base/quotes.hpp"

namespace belegd {
namespace {

constexpr std::string_view kMarks[] = {
    "\"", "\u201C", "\u201D", "\u201E", "\u00AB", "\u00BB", "\u2018", "\u2019",
};

/// The bytes of the mark that a text begins (ends) with; 0 for none.
std::size_t at_begin(std::string_view text) {
    for (const auto mark : kMarks)
        if (text.starts_with(mark)) return mark.size();
    return 0;
}
std::size_t at_end(std::string_view text) {
    for (const auto mark : kMarks)
        if (text.ends_with(mark)) return mark.size();
    return 0;
}

}  // namespace

bool begins_quoted(std::string_view written) { return at_begin(written) > 0; }

std::optional<std::string_view> within_quotes(std::string_view written) {
    const auto front = at_begin(written);
    if (front == 0) return std::nullopt;
    written.remove_prefix(front);
    const auto back = at_end(written);
    if (back == 0) return std::nullopt;
    written.remove_suffix(back);
    return written;
}

std::string_view unquoted(std::string_view written) {
    written.remove_prefix(at_begin(written));
    written.remove_suffix(at_end(written));
    return written;
}

bool is_unclosed(std::string_view written) {
    return written.starts_with('"') && (written.size() < 2 || !written.ends_with('"'));
}

}  // namespace belegd
