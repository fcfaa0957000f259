#pragma once
// Where in the model's own text something can be put. Internal to analysis/.

#include <optional>
#include <string>

#include "analysis/repair.hpp"

namespace belegd::analysis {

/// What puts a line in the text.
struct Insertion {
    Span span;
    std::string text;
};

/// A line of its own at the end of the block of a statement; nothing where it has none in the text of the model.
std::optional<Insertion> in_block(const Analysis& analysis, Span statement, const std::string& line);
/// The same right below that block.
std::optional<Insertion> below_block(const Analysis& analysis, Span statement, const std::string& line);
/// A line of its own below the one on which words end.
std::optional<Insertion> below(const Analysis& analysis, Span words, const std::string& line);

}  // namespace belegd::analysis
