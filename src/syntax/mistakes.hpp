#pragma once

#include "base/source.hpp"
#include "diagnostics/diagnostic.hpp"
#include "syntax/primitives.hpp"

namespace belegd::syntax {

/// The finding for a place where something else was expected: what was read, what was expected, an example.
Diagnostic explained(const State::Mistake& mistake, const Sources& sources, const Tree& tree, const Lexicon& lexicon);

/// The finding for a text that is not UTF-8, at the first byte that is not.
Diagnostic not_utf8(const Sources& sources, std::uint32_t file, std::uint32_t offset);

}  // namespace belegd::syntax
