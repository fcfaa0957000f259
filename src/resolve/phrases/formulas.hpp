#pragma once
// What lawyers write in a sentence and the language says otherwise. Internal to resolve/.

#include <string_view>

#include "resolve/resolution.hpp"

namespace belegd::resolve {

/// Whether a text begins with one of these formulas.
bool begins_formula(std::string_view text);

/// `bij afwezigheid van de manager de secretaris`, `met inachtneming van "…"`: told with the line to write; false where
/// the sentence has none of these.
bool tell_formula(Resolution& r, const Phrase& phrase);

}  // namespace belegd::resolve
