// Models that stand among other things: the blocks of a memorandum.
#include <algorithm>

#include "base/source.hpp"
#include "diagnostics/diagnostic.hpp"
#include "syntax/format.hpp"
#include "syntax/markdown.hpp"
#include "syntax/parser.hpp"

namespace belegd::syntax {
namespace {

/// Every line of a text, each with its end.
std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> out;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size() - 1) + 1;
        out.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return out;
}

bool is_blank_line(std::string_view line) { return line.find_first_not_of(" \t\r\n") == std::string_view::npos; }

std::string_view without_last_blanks(std::string_view text) {
    return text.substr(0, text.find_last_not_of(" \t") + 1);  // npos + 1 is 0
}

std::string without_prefix(std::string_view text, std::string_view prefix) {
    std::string out;
    for (auto line : lines_of(text)) {
        // An empty line has the prefix without its last blanks.
        const auto own = line.starts_with(prefix) ? prefix.size() : line.find_first_of("\r\n");
        out += line.substr(std::min(own, line.size()));
    }
    return out;
}

std::string with_prefix(std::string_view text, std::string_view prefix) {
    std::string out;
    for (const auto line : lines_of(text)) {
        out += is_blank_line(line) ? without_last_blanks(prefix) : prefix;
        out += line;
    }
    return out;
}

/// Whether a model can be read by itself, without what stands before and after it.
bool stands_alone(const std::string& text, const Lexicon& lexicon) {
    Sources sources;
    sources.add(Source("", text));
    Diagnostics mistakes;
    parse(sources, 0, lexicon, mistakes);
    return mistakes.items().empty();
}

std::string language_line(Language language, bool carriage_return) {
    return std::string(info(Word::language).phrase.in(language)) + (language == Language::nl ? " nl" : " en") +
           (carriage_return ? "\r\n" : "\n");
}

}  // namespace

Formatted formatted(std::string_view text, const std::vector<Block>& blocks, const Lexicon& lexicon,
                    std::optional<Language> into) {
    Formatted out;
    const bool carriage_return = text.find("\r\n") != std::string_view::npos;
    std::size_t at = 0;
    // The language line of the first block holds for all; the others get it for as long as needed.
    std::string language;
    bool changes_language = false;
    const auto line_of = [&](const Block& block) {
        return static_cast<std::uint32_t>(
            std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(block.begin), '\n'));
    };
    for (const auto& block : blocks) {
        out.text += text.substr(at, block.begin - at);
        at = block.end;
        const auto as_it_stands = text.substr(block.begin, block.end - block.begin);
        const auto own = without_prefix(as_it_stands, block.prefix);
        const auto spoken = language.empty() ? language_of(own) : language_of(language);
        changes_language = changes_language || (into && *into != spoken);
        if (first_invalid_utf8(own) == std::string_view::npos && !stands_alone(language + own, lexicon)) {
            out.kept.push_back(line_of(block) + 1);
            out.kept_language = out.kept_language || changes_language;
            out.text += as_it_stands;
        } else {
            auto inner = formatted(language + own, lexicon, into);
            const bool same = inner.text == language + own;
            if (!language.empty()) {
                inner.text.erase(0, inner.text.find('\n') + 1);
                if (inner.text.starts_with("\r\n")) inner.text.erase(0, 2);
                if (inner.text.starts_with("\n")) inner.text.erase(0, 1);
            }
            for (const auto kept : inner.kept) out.kept.push_back(line_of(block) + kept - (language.empty() ? 0 : 1));
            out.text += same ? std::string(as_it_stands) : with_prefix(inner.text, block.prefix);
            out.readable = out.readable && inner.readable;
            out.kept_language = out.kept_language || inner.kept_language;
        }
        if (language.empty()) language = language_line(spoken, carriage_return);
    }
    out.text += text.substr(std::min(at, text.size()));
    // Words of two languages would be left: what people wrote is better.
    if (out.kept_language) out.text = text;
    return out;
}

std::vector<Block> blocks_of_markdown(std::string_view text, std::vector<std::uint32_t>& uneven) {
    std::vector<Block> out;
    bool open = false, even = true;
    std::uint32_t number = 0, first = 0;
    const auto close = [&] {
        if (open && !even) {
            uneven.push_back(first);
            out.pop_back();
        }
        open = false;
        even = true;
    };
    for (const auto& line : lines_of_markdown(text)) {
        ++number;
        if (line.kind != MarkdownLine::model) {
            close();
            continue;
        }
        const auto prefix = text.substr(line.begin, line.content - line.begin);
        const auto next = std::min<std::size_t>(text.find('\n', line.end), text.size() - 1) + 1;
        if (!open) out.push_back({line.begin, next, std::string(prefix)}), open = true, first = number;
        out.back().end = next;
        const bool blank = is_blank_line(text.substr(line.content, line.end - line.content));
        if (blank && without_last_blanks(prefix) == without_last_blanks(out.back().prefix)) continue;
        even = even && prefix == out.back().prefix;
    }
    close();
    return out;
}

}  // namespace belegd::syntax
