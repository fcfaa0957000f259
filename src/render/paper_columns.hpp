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

/// The columns of a table as they fit on a sheet: all, or divided over several tables of which each begins with the first.
std::vector<Columns> columns_of(const report::Table& table, Language language, bool on_its_side);

/// The widths of the labels and the values of a sheet about one thing.
std::vector<Twips> widths_of(const report::Sheet& sheet, Language language, bool on_its_side);

}  // namespace belegd::render::paper
