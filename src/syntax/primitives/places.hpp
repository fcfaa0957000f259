#pragma once
// Places in a text: articles, annexes, `eerste lid`.

#include "syntax/primitives/words.hpp"

namespace belegd::syntax::primitive {

/// An annex, and whatever articles are gathered under, may stand in a text without a number; consumes nothing.
struct may_lack_number : ahead<may_lack_number> {
    static bool stands(const char*, State& state) {
        switch (state.current) {
            case Word::annex:
            case Word::chapter:
            case Word::section:
            case Word::heading:
            case Word::division: return true;
            default: return false;
        }
    }
};

/// After the number of an article a sentence may follow at once; consumes nothing.
struct sentence_ahead : ahead<sentence_ahead> {
    static bool stands(const char* at, State& state) {
        return info(state.current).shape == Shape::Place && state.longest(at, Verb | Modal) != nullptr;
    }
};

/// The bytes of `eerste lid`, `fourth paragraph`, `tweede en derde lid` at a place; 0 when it does not stand there.
inline std::size_t ordinal_paragraph(const char* at, State& state) {
    const std::string_view left(at, static_cast<std::size_t>(state.end - at));
    // Few words are ordinals, and the next one is looked up only behind those.
    const auto said = ordinals_at(left);
    if (!said) return 0;
    std::size_t length = said->bytes, blanks = 0;
    while (length < left.size()) {
        const auto [character, bytes] = folded_character(left.substr(length));
        if (!is_blank(character)) break;
        ++blanks;
        length += bytes;
    }
    if (blanks == 0 || length == left.size()) return 0;
    const auto* found = state.longest(at + length, Cites);
    return found == nullptr || found->word != Word::paragraph ? 0 : length + found->length;
}

/// `eerste lid`: read as `lid 1`.
struct ordinal : by_hand<ordinal> {
    template <typename Input>
    static bool read(Input& in, State& state) {
        const auto length = in.empty() ? 0 : ordinal_paragraph(in.current(), state);
        if (length == 0) return false;
        state.mark(Word::paragraph);
        in.bump_in_this_line(length);
        return true;
    }
};
/// Consumes nothing.
struct ordinal_ahead : ahead<ordinal_ahead> {
    static bool stands(const char* at, State& state) { return ordinal_paragraph(at, state) > 0; }
};

/// `lid 1`, `onder b` after a comma still belong to the place before it; consumes nothing.
struct narrower_ahead : ahead<narrower_ahead> {
    static bool stands(const char* at, State& state) {
        const auto* found = state.longest(at, Cites);
        return (found != nullptr && (found->word == Word::paragraph || found->word == Word::letter)) ||
               ordinal_paragraph(at, state) > 0;
    }
};

/// On the head of an article: what a clause, or a phrase in one of these roles, would begin with; consumes nothing.
template <unsigned Roles>
struct in_head : ahead<in_head<Roles>> {
    static bool stands(const char* at, State& state) {
        if (state.longest(at, Roles) != nullptr) return true;
        const auto* found = state.longest(at, Clause);
        return found != nullptr && reaches(state.current, found->word);
    }
};

/// Of these the clauses that no title has in it: they end one; consumes nothing.
struct plain_in_head : ahead<plain_in_head> {
    static bool stands(const char* at, State& state) {
        const auto* found = state.longest(at, Clause | Certainty);
        if (found == nullptr) return false;
        switch (found->word) {
            case Word::source:
            case Word::according_to:
            case Word::pursuant:
            case Word::status:
            case Word::remark:
            case Word::lapses:
            case Word::reads_now:
            case Word::provides:
            case Word::provides_not:
            case Word::not_attached: return has(found->word, Certainty) || reaches(state.current, found->word);
            default: return has(found->word, Certainty);
        }
    }
};

}  // namespace belegd::syntax::primitive
