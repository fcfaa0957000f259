#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "analysis/analysis.hpp"
#include "base/embedded.hpp"
#include "report/document.hpp"

namespace belegd::report {

/// What belegd knows of a word in every sense it has: word of the language, form, function, task, law, municipality,
/// finding. Gives nothing, and says in `wrong` which word may have been meant, when it has none.
std::optional<Document> glossary(const analysis::Analysis& library, std::span<const embedded::File> pages,
                                 std::string_view asked, Text& wrong);

}  // namespace belegd::report
