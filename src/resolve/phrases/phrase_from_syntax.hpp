#pragma once

#include "diagnostics/diagnostic.hpp"
#include "resolve/phrases/phrase.hpp"

namespace belegd::resolve {

/// A statement of the tree as a phrase: each clause goes to the last word before it that takes it, else to the
/// statement; one that nothing takes is reported (N04) and left out.
Phrase phrase(const Sources& sources, const syntax::Tree& tree, std::uint32_t statement, Diagnostics& diagnostics);

/// `art 8`, `lid 1`, `eerste lid`: a part of a place in a law.
std::vector<Citation::Part> citation_parts(const Sources& sources, const syntax::Tree& tree, std::uint32_t node);

/// The word of a statement or clause between quotation marks: as the text has it, when that is another spelling.
Text word_written(const Sources& sources, const Phrase& phrase);

}  // namespace belegd::resolve
