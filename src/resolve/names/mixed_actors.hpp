#pragma once

#include <optional>
#include <vector>

#include "resolve/phrases/phrase.hpp"

namespace belegd::resolve {

class Resolution;

/// `bestuur van Kade of Werf`, `Werf en bestuur van Kade`: an organ of one body beside another body as a whole, or an
/// organ of both. Nothing where a clause is no such list. Where one of them has no such organ only one reading is left,
/// and that is given: each actor as a clause of its own. Where both have it, it is asked, and nobody is given.
std::optional<std::vector<Phrase>> mixed_actors(Resolution& r, const Phrase& clause);

/// Whether `en` stands between two clauses that `mixed_actors` gave.
bool says_and(const Resolution& r, const std::vector<Phrase>& parts);

}  // namespace belegd::resolve
