#pragma once
// Boards, as cooperations and forms say how they are made up and decide. Internal to resolve/.

#include "resolve/resolution.hpp"

namespace belegd::resolve {

/// A board by the organ it names; nothing where that is not known, which is told.
std::optional<Board> read_board(Resolution& r, const syntax::Tree& tree, const Phrase& phrase, const Context& context);
/// What the change or the end of a cooperation asks, of its participants where it does not say of what.
Majority read_majority(Resolution& r, const syntax::Tree& tree, const Phrase& clause);
/// Whether a cooperation has the board that stands there.
bool has_board(const Cooperation& cooperation, Span span);
/// After all of them are there: the division keys by which votes are weighed.
void link_boards(Resolution& r);

}  // namespace belegd::resolve
