#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "syntax/pieces.hpp"

namespace belegd::syntax {

/// What a text says, without how it is laid out and in which of its two vocabularies: two texts that say the same have
/// the same steps and comments.
struct Meaning {
    struct Step {
        std::string what;
        std::uint32_t item;  ///< the node of the statement in the document
        bool operator==(const Step& other) const { return what == other.what; }
    };
    std::vector<Step> steps;  ///< nodes and pieces, in reading order; the language line is not told
    std::vector<std::string> comments;
};
Meaning meaning(std::string_view text, const Tree& tree, const Pieces& cut);

}  // namespace belegd::syntax
