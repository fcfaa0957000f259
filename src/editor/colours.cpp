#include "editor/colours.hpp"

#include <algorithm>

#include "resolve/values/dates.hpp"

namespace belegd::editor {
namespace {

using syntax::Kind;
using syntax::Piece;
using syntax::Word;

bool is_figure(Kind kind) {
    return resolve::is_date(kind) || kind == Kind::day_of_year || kind == Kind::number || kind == Kind::fraction ||
           kind == Kind::amount || kind == Kind::unit || kind == Kind::place || kind == Kind::reference_part;
}

Colour of_keyword(Word word) {
    if (syntax::has(word, syntax::Verb | syntax::Modal)) return Colour::verb;
    if (syntax::has(word, syntax::Value | syntax::Certainty | syntax::Status | syntax::Purpose)) return Colour::value;
    if (syntax::has(word, syntax::Month | syntax::Season | syntax::Unit)) return Colour::figure;
    return Colour::clause;
}

Colour of_piece(const Reading& read, const Piece& piece) {
    const auto& node = read.tree[piece.node];
    switch (piece.sort) {
        case Piece::Sort::opaque: return Colour::unread;
        case Piece::Sort::comma:
        case Piece::Sort::opens:
        case Piece::Sort::closes: return Colour::mark;
        case Piece::Sort::string: return Colour::title;
        case Piece::Sort::figure: return Colour::figure;
        case Piece::Sort::keyword:
            if (node.kind == Kind::statement && !syntax::has(node.word, syntax::Verb) &&
                syntax::has(node.word, syntax::Declares | syntax::Leads) && piece.begin == node.begin)
                return Colour::statement;
            return is_figure(node.kind) ? Colour::figure : of_keyword(node.word);
        case Piece::Sort::name: {
            const auto parent = read.cut.parent[piece.node];
            const bool declares = read.tree[parent].kind == Kind::statement &&
                                  syntax::has(read.tree[parent].word, syntax::Declares) &&
                                  read.tree[parent].word != Word::use && read.tree[parent].word != Word::language;
            return declares ? Colour::declared : Colour::name;
        }
        case Piece::Sort::word: break;
    }
    if (is_figure(node.kind)) return Colour::figure;
    if (node.kind == Kind::kind_name || node.kind == Kind::variable) return Colour::kind;
    return node.kind == Kind::document || node.kind == Kind::broken ? Colour::unread : Colour::name;
}

/// Adds a stretch line by line, without the blanks around each line.
void add_lines(std::string_view text, std::uint32_t begin, std::uint32_t end, Colour colour,
               std::vector<Coloured>& out) {
    constexpr std::string_view kBlanks = " \t\r\n";
    while (begin < end) {
        const auto line = std::min<std::size_t>(text.find('\n', begin), end);
        auto from = begin, to = static_cast<std::uint32_t>(line);
        while (from < to && kBlanks.find(text[from]) != std::string_view::npos) ++from;
        while (to > from && kBlanks.find(text[to - 1]) != std::string_view::npos) --to;
        if (from < to) out.push_back({from, to, colour});
        begin = static_cast<std::uint32_t>(line + 1);
    }
}

/// What lies between two pieces is blanks, ends of lines and comments.
void add_comments(std::string_view text, std::uint32_t begin, std::uint32_t end, std::vector<Coloured>& out) {
    while (begin < end) {
        const auto mark = text.find('#', begin);
        if (mark >= end) return;
        const auto line = std::min<std::size_t>(text.find('\n', mark), end);
        add_lines(text, static_cast<std::uint32_t>(mark), static_cast<std::uint32_t>(line), Colour::comment, out);
        begin = static_cast<std::uint32_t>(line);
    }
}

}  // namespace

std::vector<Coloured> colours(const Reading& reading) {
    const auto text = reading.text();
    std::vector<Coloured> out;
    out.reserve(reading.cut.all.size() + reading.cut.all.size() / 4);
    std::uint32_t at = 0;
    for (const auto& piece : reading.cut.all) {
        add_comments(text, at, piece.begin, out);
        add_lines(text, piece.begin, piece.end, of_piece(reading, piece), out);
        at = piece.end;
    }
    add_comments(text, at, static_cast<std::uint32_t>(text.size()), out);
    return out;
}

}  // namespace belegd::editor
