#pragma once
// Numbers as words.

#include "syntax/primitives/words.hpp"

namespace belegd::syntax::primitive {

/// `twaalf`, `een`, `twelve`: a number as a word.
struct number_text : by_hand<number_text> {
    template <typename Input>
    static bool read(Input& in, State&) {
        const std::string_view left(in.current(), static_cast<std::size_t>(in.end() - in.current()));
        std::size_t length = 0;
        while (length < left.size()) {
            const auto [character, bytes] = folded_character(left.substr(length));
            if (!is_word_character(character) && (character < 0x300 || character > 0x36F)) break;
            length += bytes;
        }
        if (!number_named(left.substr(0, length))) return false;
        in.bump_in_this_line(length);
        return true;
    }
};

/// `miljoen`, `mln.`: zeros as a word.
struct multiple_text : by_hand<multiple_text> {
    template <typename Input>
    static bool read(Input& in, State&) {
        const auto length = multiple_at({in.current(), static_cast<std::size_t>(in.end() - in.current())});
        if (length > 0) in.bump_in_this_line(length);
        return length > 0;
    }
};

/// `€`, `EUR`, `euro`, behind a figure.
struct currency_text : by_hand<currency_text> {
    template <typename Input>
    static bool read(Input& in, State&) {
        const auto length = currency_at({in.current(), static_cast<std::size_t>(in.end() - in.current())});
        if (length > 0) in.bump_in_this_line(length);
        return length > 0;
    }
};

/// `een derde`, `two fifths`
struct fraction_text : by_hand<fraction_text> {
    template <typename Input>
    static bool read(Input& in, State&) {
        const auto found = fraction_at({in.current(), static_cast<std::size_t>(in.end() - in.current())});
        if (!found) return false;
        in.bump_in_this_line(found->bytes);
        return true;
    }
};

}  // namespace belegd::syntax::primitive
