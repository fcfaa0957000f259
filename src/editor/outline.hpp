#pragma once

#include <string>
#include <vector>

#include "editor/workspace.hpp"

namespace belegd::editor {

/// A part of a text that one may go to: a declaration with what stands in its block, or a transfer.
struct Part {
    std::string name;  ///< as written, without quotation marks
    Text kind;         ///< the word that begins it
    syntax::Word word = syntax::Word::none;
    std::uint32_t begin = 0, end = 0;            ///< of the whole
    std::uint32_t name_begin = 0, name_end = 0;  ///< of what it is known by
    std::vector<Part> parts;
};
std::vector<Part> outline(const Reading& reading);

/// Stretches of several lines that can be shown as one: blocks, and comments that follow each other.
struct Fold {
    std::uint32_t begin = 0, end = 0;
    bool comment = false;
};
std::vector<Fold> folds(const Reading& reading);

}  // namespace belegd::editor
