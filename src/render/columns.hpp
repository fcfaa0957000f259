#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace belegd::render {

/// The lines of a cell before they are wrapped.
using CellLines = std::vector<std::string>;

/// The widths of the columns of a table, in rows of equally many cells, that share `available`. No word is broken if
/// that fits, else words break between their parts; what is left goes where it saves lines. Nothing if even the parts
/// of words do not fit side by side.
std::optional<std::vector<std::size_t>> shared_widths(const std::vector<std::vector<CellLines>>& rows,
                                                      std::size_t available);

}  // namespace belegd::render
