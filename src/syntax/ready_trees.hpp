#pragma once

#include <span>
#include <string_view>

#include "syntax/tree.hpp"

namespace belegd::syntax {

/// The tree of a module of the library, read when the program was built: its text is the same at every start.
struct ReadyTree {
    std::string_view module;  ///< "kern"
    Language language;
    std::span<const Node> nodes;
};

/// Of every module. Written by src/read_library.cpp, defined in the library `analysis`.
std::span<const ReadyTree> library_trees();

}  // namespace belegd::syntax
