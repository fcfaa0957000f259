#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include "base/date.hpp"
#include "base/text.hpp"

/// What a report says, in no format.
namespace belegd::report {

/// One line of a cell, with the numbers of the notes it refers to.
struct Line {
    Text text;
    std::vector<std::size_t> notes;  ///< from 1, in Document::notes
    Text lead = {};                  ///< stands before the text, set apart: the mark of an answer, the name of a thing
};

/// What one cell or paragraph says.
struct Cell {
    /// Said in words in the text too; a renderer may also colour it.
    enum class Mark { none, attention, open };

    std::vector<Line> lines;
    Mark mark = Mark::none;

    Cell() = default;
    Cell(Text text, std::vector<std::size_t> notes = {}, Mark what = Mark::none)
        : lines{{std::move(text), std::move(notes)}}, mark(what) {}
};

/// The sections of an appendix; a heading that begins none of them has `none`.
enum class Section { none, in_short, work, changes, chronology, points, agreements, sources, receipt, annex };

struct Heading {
    int level;  ///< 1 for the title of the document
    Text text;
    Section section = Section::none;  ///< that it begins: up to the heading of the next
};

struct Paragraph {
    Cell text;
};

struct Bullets {
    std::vector<Cell> items;
};

/// A line of the model.
struct Origin {
    std::string file;  ///< its name apart from where it lies
    std::uint32_t line = 1;
    bool operator==(const Origin&) const = default;
    bool operator<(const Origin& other) const { return std::tie(file, line) < std::tie(other.file, other.line); }
};

/// What is to be asked to have a cell explained, and the lines of the model that it rests on.
struct CellAsked {
    std::string what;     ///< `uitvoering van bijstand`
    std::string variant;  ///< empty: the present
    std::string parties;  ///< empty: each
    Day day;
    std::vector<Origin> from;
};

struct Table {
    Text caption;               ///< says in one sentence what the table shows; also the text for who cannot see it
    std::vector<Text> columns;  ///< the first column names the row, on a line for each thing that the row is about
    std::vector<std::vector<Cell>> rows;
    /// A row that begins a group spans the table and names what follows.
    std::vector<std::pair<std::size_t, Text>> groups;  ///< before which row, which name
    /// What the other columns are (`functie`), for a spreadsheet with a row for each of them; empty when they are unlike.
    Text across;
    std::vector<std::pair<Text, Text>> about;  ///< what holds for every row: `situatie`, `huidig`
    /// By row, the lines of the model that it rests on, in order; of no row where the table does not say it.
    std::vector<std::vector<Origin>> origins = {};
    bool shows_origins = false;  ///< the last column says them
    /// By row, for its last cells: a row without any cannot be asked about, and no row of a table that does not say it.
    /// For whoever shows the table on a screen; no document prints it.
    std::vector<std::vector<CellAsked>> asked = {};
};

/// Label and value pairs, for a sheet about one thing.
struct Sheet {
    std::vector<std::pair<Text, Cell>> rows;
};

/// The place where the notes are listed, numbered; a document without it has them where its form has notes: at the foot
/// of a page, or at the end.
struct NoteList {};

using Block = std::variant<Heading, Paragraph, Bullets, Table, Sheet, NoteList>;

struct Document {
    Text title;
    Text reference, dated, day;   ///< its number, its date and the day it speaks of; empty: not stated
    std::optional<Day> dated_on;  ///< `dated`, when it is a day
    std::vector<Block> blocks;
    std::vector<Text> notes;  ///< sources, citations, conditions; numbered from 1

    /// Whether it says itself where its notes are listed.
    bool lists_notes() const {
        return std::any_of(blocks.begin(), blocks.end(),
                           [](const Block& block) { return std::holds_alternative<NoteList>(block); });
    }
};

template <class... Visitors>
struct overloaded : Visitors... {
    using Visitors::operator()...;
};
template <class... Visitors>
overloaded(Visitors...) -> overloaded<Visitors...>;

}  // namespace belegd::report
