#pragma once

#include <string_view>
#include <vector>

#include "syntax/lexicon.hpp"

namespace belegd::editor {

/// What stands around a place in a text that is being written, and so may not be readable yet.
struct Context {
    /// A word of the language in the statement, before the place.
    struct Found {
        syntax::Word word;
        std::size_t begin, end;
    };
    bool in_text = false;                    ///< between quotation marks, in a comment, or outside the model
    syntax::Word home = syntax::Word::none;  ///< in whose block it stands; none: in that of no statement
    std::size_t statement = 0;               ///< where the statement begins that the place is part of
    bool at_head = true;        ///< what stands at the place begins the statement, or goes on with the last
    std::vector<Found> words;   ///< of the statement, whole ones before what is being written
    std::size_t word = 0;       ///< where the word begins that is being written; the place itself: none
    bool after_number = false;  ///< a number stands directly before that word

    /// The word that begins the statement; none while it has not been written.
    syntax::Word lead() const { return words.empty() ? syntax::Word::none : words.front().word; }
    /// The last word of the statement after which something belongs.
    syntax::Word last() const { return words.empty() ? syntax::Word::none : words.back().word; }
};

/// `text` is what is read of the file: in Markdown only the blocks, with blanks for the rest.
Context context_at(std::string_view text, std::size_t at, Language language, const syntax::Lexicon& lexicon);

}  // namespace belegd::editor
