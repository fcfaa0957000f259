#pragma once

#include "diagnostics/diagnostic.hpp"
#include "syntax/words.hpp"

namespace belegd::syntax {

/// A word with what belongs to it, as it would stand in a model: `deelnemers college van Leiden, Leiderdorp`.
Text example_of(Word word, Shape shape);
inline Text example_of(Word word) { return example_of(word, info(word).shape); }

}  // namespace belegd::syntax
