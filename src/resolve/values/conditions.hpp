#pragma once
// What limits a sentence. Internal to resolve/.

#include "resolve/resolution.hpp"
#include "resolve/values/values.hpp"

namespace belegd::resolve {

using namespace model;

/// Of a limit: `€`, `%`, a word.
std::string unit_of(const Quantity& amount);

/// Everything the sentence is limited by, as one: what takes a part of the work comes first (D16).
std::optional<Condition> condition_of(Resolution& resolution, const Phrase& phrase, const syntax::Tree& tree);

}  // namespace belegd::resolve
