#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "syntax/lexicon.hpp"
#include "syntax/tree.hpp"

namespace belegd::syntax {

/// A comment from its `#`, without the blanks that end it.
struct Comment {
    std::string text;
    bool own_line = true;
    bool after_blank = false;  ///< a blank line stands before it
};

/// The smallest part of a text that is moved as a whole.
struct Piece {
    enum class Sort : std::uint8_t {
        word,
        keyword,  ///< the phrase that gave its node its word
        name,
        string,
        figure,  ///< a number or an amount
        comma,
        opens,
        closes,
        opaque,  ///< what could not be read, byte for byte
    };
    Sort sort;
    std::uint32_t begin, end;            ///< bytes
    std::uint32_t node;                  ///< the innermost that holds it
    bool stray = false;                  ///< belongs to no part of a statement that the tree knows
    std::uint32_t blanks = 0;            ///< directly before it on its line
    std::uint32_t line = 0, column = 0;  ///< where it stands, in characters
    bool first_on_line = false;
    bool after_blank = false;            ///< a blank line stands between it and the piece or comment before it
    std::vector<Comment> comments = {};  ///< between the piece before and this one
};

/// A stretch of bytes.
struct Stretch {
    std::uint32_t begin, end;
};

/// A text in pieces; what lies between two pieces is blanks, line ends and comments.
struct Pieces {
    std::vector<Piece> all;
    std::vector<Comment> last;          ///< comments after the last piece
    std::vector<std::uint32_t> parent;  ///< of every node; the document is its own
    std::vector<std::uint32_t>
        item;  ///< of every node: the statement (or unread part) directly in a block or the document
    /// Joined by `en` or `and` in a run of words: where the word stands that joins two known names.
    std::vector<Stretch> joints = {};
    std::vector<std::uint32_t> level;  ///< of every node: in how many blocks it lies
};

/// Whether the word of such a node was read in it; others only looked ahead and saw one.
inline bool own_word(Kind kind) {
    // Looking for a place in a law leaves a word behind on what is no such place.
    const bool condition = kind >= Kind::any_of && kind <= Kind::all_that && kind != Kind::quantified &&
                           kind != Kind::relation && kind != Kind::is_stated;
    return !condition && kind != Kind::name && kind != Kind::entry && kind != Kind::reference && kind != Kind::broken;
}

/// Cuts a text along its tree. What the tree calls broken or later, and `kept`, stay whole.
Pieces pieces(std::string_view text, const Tree& tree, const Lexicon& lexicon, const std::vector<Stretch>& kept);

}  // namespace belegd::syntax
