#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "report/document.hpp"

/// A document in bytes, one function per format. Same document, same bytes: no clock, no locale.
namespace belegd::render {

/// For a terminal of `width` columns (from 40): tables fit, long cells wrap, and a table that cannot fit side by side
/// becomes one block of lines per row.
std::string text(const report::Document& document, Language language, std::size_t width);

/// GitHub-flavoured Markdown; notes as a numbered list at the end.
std::string markdown(const report::Document& document, Language language);

/// The same as a part of another text, under a heading of level `above` (from 1): without its title.
std::string markdown_below(const report::Document& document, Language language, int above);

/// One self-contained HTML page, readable without script or network, printable, accessible (WCAG 2.1 AA).
std::string html(const report::Document& document, Language language);

/// The same with a picture in SVG before its first table.
std::string html_with(const report::Document& document, Language language, const std::string& svg);

/// A document for Word (Office Open XML) on sheets of A4: notes are footnotes, headings and captions have their styles, the
/// names of columns stand on each page that a table reaches.
std::string docx(const report::Document& document, Language language);

/// The same in the OpenDocument format.
std::string odt(const report::Document& document, Language language);

/// A workbook for Excel (Office Open XML): a sheet for each table, named by the heading above it, with its names in view and
/// a filter; before them the text, with the way to each table, and behind them the notes by their numbers. Days and amounts
/// are numbers; nothing is a formula.
std::string xlsx(const report::Document& document, Language language);

/// The tables, for a spreadsheet set to Dutch: UTF-8 with byte order mark, `;`, CRLF; text that a spreadsheet would
/// read as a formula is protected by an apostrophe.
std::string csv(const report::Document& document, Language language);

/// A table of a document as a file of its own.
struct CsvTable {
    std::string heading, caption;  ///< by which people name it
    std::string file;              ///< a name for it, from its caption: `tijdlijn.csv`
    std::string bytes;             ///< as `csv` writes tables, with the names of the columns on its first line
};
struct CsvTables {
    std::vector<CsvTable> tables;
    std::string rest_file, rest;  ///< all that stands in no table, naming the file of each table where it stands
};
/// Each table of a document by itself; no two files have one name, whatever their case.
CsvTables csv_tables(const report::Document& document, Language language);

/// The document as JSON with both languages.
std::string json(const report::Document& document);

}  // namespace belegd::render
