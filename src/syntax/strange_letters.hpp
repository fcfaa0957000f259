#pragma once

#include "diagnostics/diagnostic.hpp"
#include "syntax/tree.hpp"

namespace belegd::syntax {

/// Tells of each name of a file which of its characters nobody sees (L04), or is a letter of another script that looks
/// like a Latin one (N18).
void tell_strange_letters(const Sources& sources, const Tree& tree, Diagnostics& diagnostics);

}  // namespace belegd::syntax
