#pragma once

#include "diagnostics/diagnostic.hpp"
#include "model/phrase.hpp"

namespace belegd::model {

/// A statement of the tree as a phrase: each clause goes to the last word before it that takes it, else to the
/// statement; one that nothing takes is reported (N04) and left out.
Phrase phrase(const Sources& sources, const syntax::Tree& tree, std::uint32_t statement, Diagnostics& diagnostics);

}  // namespace belegd::model
