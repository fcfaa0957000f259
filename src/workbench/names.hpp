#pragma once

#include <cstddef>
#include <nlohmann/json_fwd.hpp>
#include <string_view>

#include "analysis/analysis.hpp"

/// What a page knows by name.
namespace belegd::workbench {

using Json = nlohmann::ordered_json;

/// An offset in bytes as one in UTF-16, in which a page counts; and the other way round.
std::size_t in_page(std::string_view text, std::size_t at);
std::size_t in_bytes(std::string_view text, std::size_t at);

/// What forms, choosers and completion offer of a model, or of the library alone.
Json names(const analysis::Analysis& analysis);

/// The words of the language, and the names of the library.
Json words_of_language();

}  // namespace belegd::workbench
