#pragma once

#include <vector>

#include "editor/workspace.hpp"

namespace belegd::editor {

/// What a stretch of a text is, for who colours it.
enum class Colour : std::uint8_t {
    statement,  ///< the word that begins a declaration
    verb,       ///< of a transfer
    clause,     ///< a word that adds something
    value,      ///< `niet vermeld`, `afgeleid`, `besloten`
    declared,   ///< a name where it is declared
    name,       ///< a name where it is used
    title,      ///< between quotation marks
    figure,     ///< a number, an amount, a date
    kind,       ///< in a rule: a kind of thing, or the letter for it
    mark,       ///< a comma, a brace
    comment,
    unread  ///< what could not be read
};
struct Coloured {
    std::uint32_t begin, end;
    Colour colour;
};

/// The stretches of a text in order, none across a line; together they cover all that is no blank and no end of a line.
std::vector<Coloured> colours(const Reading& reading);

}  // namespace belegd::editor
