#pragma once

#include <optional>
#include <string_view>

#include "base/text.hpp"
#include "syntax/lexicon.hpp"
#include "syntax/words.hpp"

namespace belegd::syntax {

/// What to write instead of a line that begins as people write before they know the language (dsl/first_words.def).
struct FirstWords {
    Text line;
    bool example = false;  ///< it has something that the line did not say
};

/// Nothing where the line begins otherwise, or where the block of `enclosing` does not take what would be written.
/// `lexicon`: the names that the text may have.
std::optional<FirstWords> first_words(std::string_view line, Word enclosing, Language language, const Lexicon& lexicon);

}  // namespace belegd::syntax
