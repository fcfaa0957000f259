#include "analysis/repair_places.hpp"

#include <algorithm>

namespace belegd::analysis {

namespace {

constexpr std::string_view kIndent = "  ";

/// The text as it is read and as it stands in its file; offsets in both are alike.
struct Own {
    std::string_view read, whole;
};
Own own_text(const Analysis& analysis) {
    const auto& source = analysis.texts.sources[analysis.texts.main];
    return {source.text(), source.whole()};
}

std::size_t line_begin(std::string_view text, std::size_t at) {
    const auto end = text.substr(0, at).rfind('\n');
    return end == std::string_view::npos ? 0 : end + 1;
}

/// What a line begins with that is not read: blanks, and in Markdown the marks of a quotation.
std::string lead_of(std::string_view whole, std::size_t begin) {
    auto end = begin;
    while (end < whole.size() && (whole[end] == ' ' || whole[end] == '\t' || whole[end] == '>')) ++end;
    return std::string(whole.substr(begin, end - begin));
}

std::string line_end(std::string_view whole) { return whole.find("\r\n") == std::string_view::npos ? "\n" : "\r\n"; }

Insertion put(const Analysis& analysis, std::size_t at, std::string text) {
    const auto offset = static_cast<std::uint32_t>(at);
    return {{analysis.texts.main, offset, offset}, std::move(text)};
}

/// Where the block of a statement ends: the brace that closes the first that opens behind a place. What stands between
/// quotation marks or behind `#` opens and closes nothing.
std::optional<std::size_t> block_end(std::string_view text, std::size_t from) {
    constexpr std::string_view kOpens = "\u201C", kCloses = "\u201D";
    std::size_t depth = 0;
    for (auto at = from; at < text.size(); ++at) {
        const auto rest = text.substr(at);
        if (rest.front() == '#') {
            at = std::min(text.find('\n', at), text.size()) - 1;
        } else if (rest.front() == '"' || rest.starts_with(kOpens) || rest.starts_with(kCloses)) {
            const auto straight = text.find('"', at + 1), curly = text.find(kCloses, at + 1);
            const auto end = rest.front() == '"' ? straight : std::min(straight, curly);
            if (end == std::string_view::npos) return std::nullopt;
            at = end + (text[end] == '"' ? 0 : kCloses.size() - 1);
        } else if (rest.front() == '{') {
            ++depth;
        } else if (rest.front() == '}') {
            if (depth <= 1) return depth == 1 ? std::optional(at) : std::nullopt;
            --depth;
        }
    }
    return std::nullopt;
}

/// A line below the one in which an offset lies.
Insertion below_line(const Analysis& analysis, std::size_t at, const std::string& lead, const std::string& line) {
    const auto own = own_text(analysis);
    const auto next = own.whole.find('\n', at);
    if (next == std::string_view::npos)
        return put(analysis, own.whole.size(), line_end(own.whole) + lead + line + line_end(own.whole));
    return put(analysis, next + 1, lead + line + line_end(own.whole));
}

}  // namespace

std::optional<Insertion> in_block(const Analysis& analysis, Span statement, const std::string& line) {
    if (statement.empty() || statement.file != analysis.texts.main) return std::nullopt;
    const auto own = own_text(analysis);
    const auto brace = block_end(own.read, statement.begin);
    if (!brace) return std::nullopt;
    const auto begin = line_begin(own.whole, *brace);
    const auto lead = lead_of(own.whole, begin);
    if (begin + lead.size() == *brace)
        return put(analysis, begin, lead + std::string(kIndent) + line + line_end(own.whole));
    const auto first = lead_of(own.whole, line_begin(own.whole, statement.begin));
    // On one line a block is read by its words: there the line stands among them.
    if (begin <= statement.begin)
        return put(analysis, *brace, (own.whole[*brace - 1] == ' ' ? " " : "  ") + line + " ");
    // The block ends where other words stand.
    return put(analysis, *brace,
               line_end(own.whole) + first + std::string(kIndent) + line + line_end(own.whole) + first);
}

std::optional<Insertion> below_block(const Analysis& analysis, Span statement, const std::string& line) {
    if (statement.empty() || statement.file != analysis.texts.main) return std::nullopt;
    const auto own = own_text(analysis);
    const auto brace = block_end(own.read, statement.begin);
    if (!brace) return std::nullopt;
    return below_line(analysis, *brace, lead_of(own.whole, line_begin(own.whole, statement.begin)), line);
}

std::optional<Insertion> below(const Analysis& analysis, Span words, const std::string& line) {
    if (words.empty() || words.file != analysis.texts.main) return std::nullopt;
    const auto own = own_text(analysis);
    return below_line(analysis, words.end - 1, lead_of(own.whole, line_begin(own.whole, words.begin)), line);
}

}  // namespace belegd::analysis
