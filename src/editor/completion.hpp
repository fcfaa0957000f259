#pragma once

#include <string>
#include <vector>

#include "editor/workspace.hpp"

namespace belegd::editor {

/// Something that may be written at a place.
struct Completion {
    enum class Kind : std::uint8_t { statement, verb, clause, value, date, name, code, file };
    Kind kind = Kind::name;
    std::string label;                 ///< as people read it
    std::string text;                  ///< as it is written
    Text detail;                       ///< what it is: `taak`
    Text explained;                    ///< what it means, or its title
    Text example;                      ///< a line in which it stands; empty where there is none
    std::uint32_t begin = 0, end = 0;  ///< what it takes the place of
};

/// What may be written at a place of a file, the likeliest first: words of the language that its statement takes, and
/// names of the fitting kind. `analysis` may be of an earlier text; null: only the library is known.
std::vector<Completion> completions(const std::string& path, const std::string& text, std::uint32_t at,
                                    const analysis::Analysis* analysis, Day today);

}  // namespace belegd::editor
