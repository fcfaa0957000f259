#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "render/addresses.hpp"
#include "report/document.hpp"

/// A document laid out for sheets of paper, in one language: all that the writers for word processors share. They say the
/// same in the words of their own form.
namespace belegd::render::paper {

/// Twentieths of a point, in which word processors measure.
using Twips = std::size_t;
inline constexpr Twips kShortSide = 11906, kLongSide = 16838;  ///< A4
inline constexpr Twips kMargin = 1134;                         ///< 20 mm
inline constexpr Twips kBesideText = 80;                       ///< on either side of what stands in a cell
/// The room for text on a sheet.
constexpr Twips room(bool on_its_side) { return (on_its_side ? kLongSide : kShortSide) - 2 * kMargin; }

using Mark = enum report::Cell::Mark;
/// The shade behind what is marked, `FCF1EC`; the words say it too. Empty without a mark.
std::string_view shade(Mark mark);
inline constexpr std::string_view kAccent = "154273", kTint = "F2F5F8";

/// A reference to a note. Where notes stand at the foot of a page the first to each carries it, and later ones only point
/// at it; in a document that lists its notes all point at the list.
struct Reference {
    std::size_t number;  ///< from 1, in the order of the text, or of the list
    bool first;
    bool listed = false;
};

struct Line {
    std::vector<Piece> pieces;
    std::vector<Reference> notes;
};

struct Paragraph {
    enum class Kind { title, heading, body, bullet, caption, note } kind = Kind::body;
    int level = 0;  ///< of a heading, from 1; of a note in the list, its number
    std::vector<Line> lines;
    Mark mark = Mark::none;
};

struct Cell {
    std::vector<Line> lines;
    Mark mark = Mark::none;
    bool to_the_right = false;
};

struct Row {
    enum class Kind {
        names,  ///< of the columns; said again on each page
        group,  ///< one cell over all columns, about the rows below
        facts
    } kind = Kind::facts;
    std::vector<Cell> cells;
};

struct Table {
    std::string title, description;  ///< for who cannot see it
    bool labelled = false;           ///< its first column holds labels: a sheet
    std::size_t together = 0;        ///< so many rows at its start stand on one sheet of paper
    std::vector<Twips> widths;       ///< of the columns; together the room there is
    std::vector<Row> rows;
};

using Block = std::variant<Paragraph, Table>;

/// What stands on sheets of one direction.
struct Part {
    bool on_its_side = false;
    std::vector<Block> blocks;
};

struct Paper {
    std::string title;
    std::string head;                      ///< above each page: the title, as much of it as stands on a line
    std::vector<Part> parts;               ///< at least one
    std::vector<std::vector<Line>> notes;  ///< for the foot of pages, by number
};

/// Notes that nothing refers to stand at the end, under a heading of their own.
///
/// A sheet stands upright. A table lies on its side when it has more than six columns, or when upright the longest words
/// of its columns do not fit beside each other; what stands between the two headings around it lies with it. Where they do
/// not fit on its side either, the columns are divided over several tables that all begin with the first column.
Paper laid_out(const report::Document& document, Language language);

/// A piece of a document that stands in a paper of somebody else, in a room so wide.
struct Excerpt {
    std::vector<report::Block> blocks;
    Twips room;
};
struct Excerpts {
    std::vector<std::vector<Block>> blocks;  ///< of each excerpt
    std::vector<std::vector<Line>> notes;    ///< for the foot of pages, by number; none where they are listed
};
/// Pieces of one document in the order in which they stand there. Nothing lies on its side. `listed`: one of them lists the
/// notes; otherwise each note has its number by where it is first referred to.
Excerpts laid_out(const std::vector<Excerpt>& excerpts, const std::vector<Text>& notes, bool listed, Language language);

/// `nl-NL`: the language and its country.
struct Locale {
    std::string_view language, country;
};
Locale locale(Language language);

}  // namespace belegd::render::paper
