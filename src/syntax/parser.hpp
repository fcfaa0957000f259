#pragma once

#include "base/source.hpp"
#include "diagnostics/diagnostic.hpp"
#include "syntax/lexicon.hpp"
#include "syntax/tree.hpp"

namespace belegd::syntax {

/// The language line of a text (`taal nl`, `language en`); Dutch when there is none.
Language language_of(std::string_view text);

/// The tree of a text. It never fails: what cannot be read is reported and kept as `broken`.
/// A text that is not UTF-8, or is longer than 4 GB, gives an empty document and one finding.
Tree parse(const Sources& sources, std::uint32_t file, const Lexicon& lexicon, Diagnostics& diagnostics);

}  // namespace belegd::syntax
