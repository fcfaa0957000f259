#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "report/document.hpp"

/// What all renderers ask of a document.
namespace belegd::render {

/// The heading above the notes.
inline const Text kNotes{"Noten", "Notes"};

/// The lines of a text, each with its blanks tidied and without control characters; at least one, perhaps empty.
std::vector<std::string> lines(const Text& text, Language language);

/// The lines of a text, one after the other.
std::string joined_lines(const Text& text, Language language, std::string_view between = " ");

/// A line of a cell as it is written.
struct WrittenLine {
    std::string text;
    std::vector<std::size_t> notes;
    std::string lead = {};  ///< with its colon; empty for none

    /// Where nothing can be set apart: `mandaat: college van Leiden`.
    std::string plain() const { return lead.empty() || text.empty() ? lead + text : lead + " " + text; }
};

/// The lines of a cell; at least one, perhaps empty.
std::vector<WrittenLine> lines(const report::Cell& cell, Language language);

/// `[1,2]`, or nothing without notes.
std::string references(const std::vector<std::size_t>& notes);

/// The heading's level below the title, from 2 to 6, or 0 for a heading that only repeats the title.
int level_below_title(const report::Heading& heading, const report::Document& document);

/// The cell in a column; an empty one where the row is shorter than the table.
const report::Cell& cell_at(const std::vector<report::Cell>& row, std::size_t column);

/// Rows [begin, end) of a table that stand under one group name; `name` is null for rows before the first group.
struct Section {
    const Text* name;
    std::size_t begin, end;
};
std::vector<Section> sections(const report::Table& table);

/// Whether a column holds numbers, amounts or shares and nothing else, so that it reads best aligned to the right.
bool holds_amounts(const report::Table& table, std::size_t column, Language language);

}  // namespace belegd::render
