#pragma once

#include <string>
#include <string_view>

#include "syntax/pieces.hpp"

namespace belegd::syntax {

/// The pieces of a text in the words of a language, laid out: one statement on a line, parts under each other.
/// A gap of two blanks or more before a clause is the writer's: there a column begins; elsewhere blanks do not count.
std::string laid_out(std::string_view text, const Tree& tree, const Pieces& cut, Language language);

/// A piece as it is written in a language.
std::string written(std::string_view text, const Tree& tree, const Pieces& cut, std::size_t piece, Language language);

}  // namespace belegd::syntax
