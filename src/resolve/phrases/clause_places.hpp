#pragma once
// Under which phrase of a sentence a clause hangs. Internal to resolve/.

#include "resolve/phrases/phrase.hpp"

namespace belegd::resolve {

/// The phrase read last: the deepest of the last clauses.
Phrase& last(Phrase& phrase);
/// Puts the clause under the deepest of the last phrases that accepts it; false when none does.
bool put(Phrase& under, Phrase& clause, bool in_brackets = false);

}  // namespace belegd::resolve
