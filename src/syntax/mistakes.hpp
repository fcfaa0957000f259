#pragma once

#include <optional>

#include "base/source.hpp"
#include "diagnostics/diagnostic.hpp"
#include "syntax/primitives.hpp"

namespace belegd::syntax {

/// The finding for a place where something else was expected: what was read, what was expected, an example.
Diagnostic explained(const State::Mistake& mistake, const Sources& sources, const Tree& tree, const Lexicon& lexicon);

/// The finding for a file that is no text in UTF-8, and what it seems to be instead; nothing when it is.
std::optional<Diagnostic> unreadable(const Sources& sources, std::uint32_t file);

}  // namespace belegd::syntax
