#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "syntax/lexicon.hpp"

namespace belegd::syntax {

/// A text laid out as people read it, and what was left as it stood.
struct Formatted {
    std::string text;
    bool readable = true;  ///< false: no text that can be read, and left alone
    bool kept_language =
        false;  ///< the words could not be put into the language asked for without changing what they say
    std::vector<std::uint32_t> kept = {};  ///< lines, from 1, of statements that would be read differently
};

/// Lays a text out: blanks, columns, line breaks and the words of the table in the language of the file, or in `into`.
/// Names, comments and the text between quotation marks stay, and so does what cannot be read, byte for byte. The
/// result is read again and says what the text said; formatting it once more changes nothing.
Formatted formatted(std::string_view text, const Lexicon& lexicon, std::optional<Language> into = {});

/// A text in which models stand among other things, such as the fenced blocks of a memorandum: each stretch of bytes
/// in `blocks` (in order, whole lines) is formatted by itself, in the language of the first; the rest stays, byte for
/// byte. A block that cannot be read by itself, because a statement goes on in the next, stays as well.
struct Block {
    std::size_t begin, end;
    std::string prefix = {};  ///< what stands before each of its lines, of the list or quotation that it is part of
};
Formatted formatted(std::string_view text, const std::vector<Block>& blocks, const Lexicon& lexicon,
                    std::optional<Language> into = {});

/// The blocks of a Markdown text that are marked `belegd`. A block whose lines do not begin alike gives none: its line
/// comes to `uneven`.
std::vector<Block> blocks_of_markdown(std::string_view text, std::vector<std::uint32_t>& uneven);

}  // namespace belegd::syntax
