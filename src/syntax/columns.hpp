#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace belegd::syntax {

/// A line that is too long is broken before this column.
inline constexpr std::uint32_t kWidth = 110;
/// A line up to here is left whole, for a few words alone on a line read worse.
inline constexpr std::uint32_t kTooLong = 120;

/// A part of a line that begins in a column.
struct Cell {
    static constexpr std::uint32_t kLead = 0, kBody = 1, kTitle = 2, kSource = 1u << 20;

    std::string text;
    /// The lead word, what follows it, further parts by number (non-declarations) or by word (declarations), a source.
    std::uint32_t column = kBody;
    std::uint32_t gap = 2;  ///< blanks before it, at least
    bool aside = false;     ///< a remark such as `afgeleid`, in a column only with those behind the same lead word
};

/// One line of a formatted text.
struct Line {
    enum class Sort : std::uint8_t { statement, declaration, comment, fixed };
    Sort sort = Sort::statement;
    std::uint32_t group = 0;  ///< neighbours of one group, level and sort share columns
    std::uint32_t level = 0;  ///< of blocks
    std::uint32_t hang = 0;   ///< further blanks before a line that goes on with the one above
    bool heading = false;     ///< a block follows
    bool continued = false;   ///< goes on with the line above
    bool in_lead = false;     ///< a comment that stands under the lead column of its neighbours
    bool blank_before = false;
    std::vector<Cell> cells;
    std::string comment;  ///< at the end
};

/// The lines with their cells under each other where that stays readable.
std::string aligned(const std::vector<Line>& lines, const std::string& line_end);

}  // namespace belegd::syntax
