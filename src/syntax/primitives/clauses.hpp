#pragma once
// What a clause may hold where it stands.

#include "syntax/primitives/words.hpp"

namespace belegd::syntax::primitive {

/// A word that asks for something behind it: a clause, or a verb.
struct argument_word : by_hand<argument_word> {
    template <typename Input>
    static bool read(Input& in, State& state) {
        if (in.empty()) return false;
        const auto* found = state.longest(in.current(), Clause | Verb);
        if (found == nullptr || info(found->word).shape == Shape::Nothing) return false;
        in.bump_in_this_line(found->length);
        return true;
    }
};

/// Directly behind `tot`; consumes nothing.
struct after_until : by_hand<after_until> {
    template <typename Input>
    static bool read(Input&, State& state) {
        return !state.open.empty() && state.tree.nodes[state.open.back()].word == Word::until;
    }
};

/// Amounts stand without a word of their own only in `kosten`; consumes nothing.
struct amounts_here : by_hand<amounts_here> {
    template <typename Input>
    static bool read(Input&, State& state) {
        return info(state.current).shape == Shape::Cost;
    }
};

/// `voor` or `bij` in a test, behind which a value may stand; consumes nothing.
struct asks_for_ahead : ahead<asks_for_ahead> {
    static bool stands(const char* at, State& state) {
        return state.current == Word::test &&
               (the_word<Word::for_>::length_at(at, state) > 0 || the_word<Word::with>::length_at(at, state) > 0);
    }
};

/// Directly behind `bestaat uit`, a limit instead of a number; consumes nothing.
struct range_ahead : ahead<range_ahead> {
    static bool stands(const char* at, State& state) {
        return !state.open.empty() && state.tree.nodes[state.open.back()].word == Word::consists_of &&
               (the_word<Word::no_fewer>::length_at(at, state) > 0 ||
                the_word<Word::at_most>::length_at(at, state) > 0);
    }
};

/// `voor` of a cost and a number: how many units it is for; consumes nothing.
struct units_ahead : ahead<units_ahead> {
    static bool stands(const char* at, State& state) {
        auto length = state.current == Word::cost ? the_word<Word::for_>::length_at(at, state) : 0;
        if (length == 0) return false;
        while (at + length != state.end && at[length] == ' ') ++length;
        return at + length != state.end && is_digit(at[length]);
    }
};

/// Directly behind `uiterlijk` in a test, where it has a day with its year; consumes nothing.
struct latest_in_test : by_hand<latest_in_test> {
    template <typename Input>
    static bool read(Input&, State& state) {
        return state.current == Word::test && !state.open.empty() &&
               state.tree.nodes[state.open.back()].word == Word::latest;
    }
};

/// `moet` or `kan` before a verb; `kan dragen` is a phrase of its own.
struct modal_word : by_hand<modal_word> {
    template <typename Input>
    static bool read(Input& in, State& state) {
        if (in.empty()) return false;
        const auto* found = state.longest(in.current(), Modal | Leads | Clause | Declares | Verb);
        if (found == nullptr || !has(found->word, Modal)) return false;
        state.mark(found->word);
        in.bump_in_this_line(found->length);
        return true;
    }
};

/// What may stand between brackets besides names; consumes nothing.
struct bracketed_clause_ahead : ahead<bracketed_clause_ahead> {
    static bool stands(const char* at, State& state) {
        const auto* found = state.longest(at, Clause);
        if (found == nullptr) return false;
        switch (found->word) {
            case Word::of:
            case Word::except_:
            case Word::but:
            case Word::from:
            case Word::as_of:
            case Word::until:
            case Word::through: return true;
            default: return false;
        }
    }
};

}  // namespace belegd::syntax::primitive
