#include "editor/outline.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "base/quotes.hpp"
#include "editor/colours.hpp"

namespace belegd::editor {
namespace {

using syntax::Kind;
using syntax::Word;

constexpr std::size_t kLongestName = 80;  // bytes

/// The first bytes of a text on one line.
std::string shortened(std::string_view text) {
    auto out = on_one_line(text);
    if (out.size() <= kLongestName) return out;
    auto end = kLongestName;
    while (end > 0 && (out[end] & 0xC0) == 0x80) --end;
    return out.substr(0, end) + "…";
}

/// By what a statement is known: its name, a number, or of a transfer all of it before its block.
std::pair<std::uint32_t, std::uint32_t> name_of_part(const Reading& read, std::uint32_t statement) {
    const auto& its = read.tree[statement];
    auto end = its.end;
    for (const auto child : read.tree.children(statement)) {
        const auto& node = read.tree[child];
        if (!syntax::has(its.word, syntax::Verb) && node.kind != Kind::clause && node.kind != Kind::block &&
            node.kind != Kind::modal && node.end > node.begin)
            return {node.begin, node.end};
        if (node.kind == Kind::block) end = node.begin;
    }
    while (end > its.begin && std::string_view(" \t\r\n").find(read.text()[end - 1]) != std::string_view::npos) --end;
    return {its.begin, end};
}

std::vector<Part> parts_below(const Reading& read, std::uint32_t parent, Word home) {
    std::vector<Part> out;
    for (const auto child : read.tree.children(parent)) {
        const auto& node = read.tree[child];
        const bool shows = node.kind == Kind::statement && node.word != Word::use && node.word != Word::language &&
                           (syntax::has(node.word, syntax::Verb) || syntax::holds(home, node.word));
        if (!shows) continue;
        Part part;
        part.word = node.word;
        part.kind = syntax::info(node.word).phrase;
        part.begin = node.begin;
        part.end = node.end;
        std::tie(part.name_begin, part.name_end) = name_of_part(read, child);
        part.name = shortened(unquoted(read.text().substr(part.name_begin, part.name_end - part.name_begin)));
        if (part.name.empty()) part.name = part.kind.in(read.tree.language);
        for (const auto inside : read.tree.children(child))
            if (read.tree[inside].kind == Kind::block) {
                auto below = parts_below(read, inside, node.word);
                std::move(below.begin(), below.end(), std::back_inserter(part.parts));
            }
        out.push_back(std::move(part));
    }
    return out;
}

bool on_several_lines(std::string_view text) { return text.find('\n') != std::string_view::npos; }

}  // namespace

std::vector<Part> outline(const Reading& reading) { return parts_below(reading, 0, Word::none); }

std::vector<Fold> folds(const Reading& reading) {
    std::vector<Fold> out;
    for (std::uint32_t node = 1; node < reading.tree.nodes.size(); ++node)
        if (reading.tree[node].kind == Kind::block && on_several_lines(reading.text(node)))
            out.push_back({reading.tree[node].begin, reading.tree[node].end, false});
    Fold comments;
    for (const auto& each : colours(reading)) {
        const auto between = reading.text().substr(comments.end, each.begin - std::min(each.begin, comments.end));
        const bool next = std::count(between.begin(), between.end(), '\n') == 1;
        if (each.colour != Colour::comment || comments.end == comments.begin || !next) {
            if (on_several_lines(reading.text().substr(comments.begin, comments.end - comments.begin)))
                out.push_back(comments);
            comments = each.colour == Colour::comment ? Fold{each.begin, each.end, true} : Fold{};
        } else {
            comments.end = each.end;
        }
    }
    if (on_several_lines(reading.text().substr(comments.begin, comments.end - comments.begin))) out.push_back(comments);
    return out;
}

}  // namespace belegd::editor
