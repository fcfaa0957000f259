#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "report/document.hpp"

/// Workbooks of a spreadsheet, read back.
namespace belegd::workbooks {

struct Cell {
    std::string text;    ///< of a number as it reads in the language of the workbook
    std::string number;  ///< as it is kept; empty for a text
    std::string format;
    bool strong = false, wraps = false, quoted = false;
};

struct Sheet {
    std::string name, header;
    std::map<std::string, Cell> cells;  ///< by place: `A1`
    std::map<std::string, std::string> links;
    std::string filter, frozen_from;
    std::size_t rows = 0, columns = 0;

    const Cell& at(const std::string& place) const;
    /// The texts of a row, from 1.
    std::vector<std::string> row(std::size_t number) const;
};

struct Workbook {
    std::vector<Sheet> sheets;
    std::string title, language;
    const Sheet& sheet(const std::string& name) const;
    std::vector<std::string> names() const;
};
Workbook read(const std::string& xlsx, Language language);

/// What is wrong with a workbook apart from its words; empty: nothing. Names that Excel refuses, formulas, cells out of
/// order, texts and looks that are not there, links that lead nowhere, tables without a filter or names in view.
std::string wrong_with_xlsx(const std::string& bytes);
/// The first line of a document that stands in no cell; empty: all do.
std::string lost(const report::Document& document, const std::string& xlsx, Language language);

}  // namespace belegd::workbooks
