#pragma once

#include <vector>

#include "render/paper.hpp"

namespace belegd::render::paper {

/// Some columns of a table, and how wide each is.
struct Columns {
    std::vector<std::size_t> at;
    std::vector<Twips> widths;
};

/// Whether a table needs a sheet on its side, see `laid_out`.
bool lies_on_its_side(const report::Table& table, Language language);

/// The columns of a table as they fit in a room so wide: all, or divided over several tables of which each begins with the
/// first.
std::vector<Columns> columns_of(const report::Table& table, Language language, Twips width);

/// The widths of the labels and the values of a sheet about one thing.
std::vector<Twips> widths_of(const report::Sheet& sheet, Language language, Twips width);

}  // namespace belegd::render::paper
