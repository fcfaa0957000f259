#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace belegd::render {

/// The lines of a cell before they are wrapped.
using CellLines = std::vector<std::string>;

/// What the texts in one column ask for.
struct Need {
    std::size_t part = 1;  ///< the longest part of a word
    std::size_t word = 1;  ///< the longest word
    std::size_t line = 1;  ///< the longest line
    std::size_t cell = 1;  ///< all lines of the fullest cell, behind each other
};
std::vector<Need> needs_of(const std::vector<std::vector<CellLines>>& rows);
/// One of these measures of every column.
std::vector<std::size_t> all(const std::vector<Need>& needs, std::size_t Need::*measure);

/// The widths of the columns of a table, in rows of equally many cells, that share `available`. No word is broken if
/// that fits, else words break between their parts; what is left goes where it saves lines. Nothing if even the parts
/// of words do not fit side by side.
std::optional<std::vector<std::size_t>> shared_widths(const std::vector<std::vector<CellLines>>& rows,
                                                      std::size_t available);

}  // namespace belegd::render
