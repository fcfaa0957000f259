#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "base/text.hpp"
#include "render/xlsx/values.hpp"

/// A workbook as it is written: sheets of cells, without what a document is.
namespace belegd::render::book {

enum class Font : std::uint8_t { plain, strong, heading, title, link };
enum class Fill : std::uint8_t { none, pattern, names, attention, open };  ///< every workbook has the first two

/// How a cell looks.
struct Look {
    Font font = Font::plain;
    Fill fill = Fill::none;
    bool framed = false;  ///< a cell of a table
    bool wraps = false;   ///< its text goes on below; else beyond the cell
    bool to_the_right = false;
    bool quoted = false;      ///< a text that would be calculated if somebody wrote it anew
    std::string format = {};  ///< of its number
    bool operator==(const Look&) const = default;
};

struct Run {
    std::string text;
    bool strong = false;
    bool operator==(const Run&) const = default;
    bool operator<(const Run& other) const { return std::tie(text, strong) < std::tie(other.text, other.strong); }
};

/// A text, or a number. An empty text without a frame is no cell.
struct Cell {
    std::vector<Run> runs;
    std::optional<Value> value = {};
    Look look = {};
    std::string to_sheet = {};  ///< the sheet that it leads to
    bool across = false;        ///< over all columns of its sheet
};

struct Sheet {
    std::string name;
    std::string caption;  ///< above each page of paper
    std::vector<std::vector<Cell>> rows;
    std::vector<double> widths;  ///< of the columns, in signs
    bool names = false;          ///< its first row names the columns: it stays in view, and filters
};

/// How many signs a name of a sheet has at most, in UTF-16.
inline constexpr std::size_t kLongestName = 31;

/// Names for sheets, each once, whatever their case.
class Names {
   public:
    Names();
    /// As much of a text as a name can hold; `or_else` where nothing is left of it.
    std::string name(const std::string& wanted, const std::string& or_else);

   private:
    std::vector<std::string> taken_;  ///< folded
};

/// The bytes of a workbook with at least one sheet. What a cell cannot hold goes on in the row below it.
std::string written(const std::vector<Sheet>& sheets, const std::string& title, Language language);

}  // namespace belegd::render::book
