#pragma once
// Limits: `boven 70 %`, `€ 10.000 of meer`.

#include "syntax/primitives/words.hpp"

namespace belegd::syntax::primitive {

/// `behalve`, `behalve voor`, `ieder voor zover bevoegd`: what stands behind a comma and is no name; consumes nothing.
struct exception_ahead : ahead<exception_ahead> {
    static bool stands(const char* at, State& state) {
        const auto* found = state.longest(at, Clause);
        return found != nullptr && (found->word == Word::except_ || found->word == Word::except_for ||
                                    found->word == Word::each_own || found->word == Word::at_most_once ||
                                    found->word == Word::at_most_twice || found->word == Word::at_most_thrice);
    }
};

/// `boven 70 %`, `van € 100`: a word before a limit, with its number; consumes nothing.
struct bound_ahead : ahead<bound_ahead> {
    static bool stands(const char* at, State& state) {
        state.look_up(at);
        const Lexicon::Match* found = nullptr;
        for (std::size_t i = 0; i < state.count && found == nullptr; ++i)
            if (has(state.found[i].word, Bounds) || state.found[i].word == Word::of) found = &state.found[i];
        if (found == nullptr) return false;
        for (std::string_view left(at + found->length, static_cast<std::size_t>(state.end - at) - found->length);
             !left.empty();) {
            const auto [character, bytes] = folded_character(left);
            if (!is_blank(character))
                return (character >= '0' && character <= '9') || character == 0x20AC ||
                       (left.size() > 3 && folded(left.substr(0, 3)) == "eur" && left[3] == ' ');
            left.remove_prefix(bytes);
        }
        return false;
    }
};

/// `of meer`, `or less` behind a limit.
struct or_more : by_hand<or_more> {
    template <typename Input>
    static bool read(Input& in, State& state) {
        const auto side = open_side_at({in.current(), static_cast<std::size_t>(in.end() - in.current())});
        if (side.bytes == 0) return false;
        state.mark(side.more ? Word::at_least : Word::at_most);
        in.bump_in_this_line(side.bytes);
        return true;
    }
};

/// `70 % of meer`: a limit that says behind itself on which side the rest lies; consumes nothing.
struct open_limit_ahead : ahead<open_limit_ahead> {
    static bool stands(const char* at, const State& state) {
        std::string_view left(at, static_cast<std::size_t>(state.end - at));
        if (left.empty() || !(is_digit(left.front()) || currency_at(left) > 0)) return false;
        constexpr std::size_t kMostWords = 4;  // `€ 1,5 miljoen of meer`
        for (std::size_t words = 0; words < kMostWords; ++words) {
            const auto blank = left.find_first_of(" \t\n{}#\"");
            if (blank == std::string_view::npos || (left[blank] != ' ' && left[blank] != '\t')) return false;
            if (blank > 0 && left[blank - 1] == ',') return false;
            left.remove_prefix(std::min(left.find_first_not_of(" \t", blank), left.size()));
            if (open_side_at(left).bytes > 0) return true;
        }
        return false;
    }
};

/// `onder € 10.000`, `minimaal 70 %`: what is a limit and no part of a name; consumes nothing.
struct bounded_limit_ahead : ahead<bounded_limit_ahead> {
    static bool stands(const char* at, State& state) {
        const auto* found = state.longest(at, Bounds);
        if (found == nullptr) return false;
        std::string_view left(at + found->length, static_cast<std::size_t>(state.end - at) - found->length);
        left.remove_prefix(std::min(left.find_first_not_of(" \t"), left.size()));
        if (currency_at(left) > 0) return true;
        if (left.empty() || !is_digit(left.front())) return false;
        left.remove_prefix(std::min(left.find_first_not_of("0123456789.,"), left.size()));
        left.remove_prefix(std::min(left.find_first_not_of(" \t"), left.size()));
        return left.starts_with('%') || currency_at(left) > 0 || multiple_at(left) > 0;
    }
};

/// Within `ten hoogste`; consumes nothing.
struct is_ceiling : by_hand<is_ceiling> {
    template <typename Input>
    static bool read(Input&, State& state) {
        return !state.open.empty() && state.tree.nodes[state.open.back()].word == Word::at_most;
    }
};

}  // namespace belegd::syntax::primitive
