#pragma once
// Brackets, blocks, and how deep they lie.

#include "syntax/primitives/words.hpp"

namespace belegd::syntax::primitive {

/// Brackets inside brackets, as deep as blocks.
struct enter_bracket : by_hand<enter_bracket> {
    template <typename Input>
    static bool read(Input& in, State& state) {
        if (in.empty() || *in.current() != '(' || state.brackets >= kDeepestBlock) return false;
        ++state.brackets;
        return true;
    }
};
struct leave_bracket : by_hand<leave_bracket> {
    template <typename Input>
    static bool read(Input&, State& state) {
        --state.brackets;
        return true;
    }
};

/// A part of a condition inside others, as deep as blocks.
template <typename Rule>
struct one_deeper {
    using rule_t = one_deeper;
    using subs_t = tao::pegtl::type_list<Rule>;
    template <tao::pegtl::apply_mode Apply, tao::pegtl::rewind_mode Rewind, template <typename...> class Action,
              template <typename...> class Control, typename Input>
    static bool match(Input& in, State& state) {
        if (state.conditions >= kDeepestBlock) return false;
        ++state.conditions;
        const bool out = Control<Rule>::template match<Apply, Rewind, Action, Control>(in, state);
        --state.conditions;
        return out;
    }
};
struct at_deepest_condition : ahead<at_deepest_condition> {
    static bool stands(const char*, const State& state) { return state.conditions >= kDeepestBlock; }
};

/// What lies too deep in a condition: to the end of the brackets around it, or else of the line.
struct rest_of_condition : by_hand<rest_of_condition> {
    template <typename Input>
    static bool read(Input& in, State&) {
        std::size_t depth = 0;
        for (; !in.empty(); in.bump(1)) {
            const char c = *in.current();
            if (c == '{' || c == '}' || c == '#' || (c == ')' && depth == 0) || (c == '\n' && depth == 0)) break;
            if (c == '(') ++depth;
            if (c == ')') --depth;
        }
        return true;
    }
};

struct enter_block : by_hand<enter_block> {
    static bool closes_on_line(const char* at, const char* end) {
        std::size_t depth = 0;
        bool text = false;
        for (; at != end && *at != '\n' && *at != '#'; ++at) {
            if (*at == '"') text = !text;
            if (text) continue;
            if (*at == '{') ++depth;
            if (*at == '}' && depth-- == 0) return true;
        }
        return false;
    }
    template <typename Input>
    static bool read(Input& in, State& state) {
        if (state.enclosing.size() >= kDeepestBlock) return false;
        state.enclosing.push_back(state.current);
        state.on_one_line.push_back(closes_on_line(in.current(), in.end()));
        // The nodes under way are … statement, block.
        state.opened.push_back(state.open.size() > 1 ? state.tree.nodes[state.open[state.open.size() - 2]].begin : 0);
        return true;
    }
};

struct leave_block : by_hand<leave_block> {
    template <typename Input>
    static bool read(Input&, State& state) {
        state.enclosing.pop_back();
        state.opened.pop_back();
        state.on_one_line.pop_back();
        return true;
    }
};

/// A declaration that cannot stand in this block but can further out: the closing brace was forgotten.
struct foreign_declaration : ahead<foreign_declaration> {
    static bool stands(const char* at, State& state) {
        if (state.enclosing.empty() || state.outer() == Word::none) return false;
        const auto* found = lead<Shape::Declared>::choose(at, state);
        if (found == nullptr || !declares(found->word, state)) return false;
        // When every brace has its other half, the declaration is in the wrong place.
        if (state.unclosed() <= 0) return false;
        if (holds(state.outer(), found->word) || held_by(state.outer()).empty()) return false;
        for (auto outer = state.enclosing.rbegin() + 1; outer != state.enclosing.rend(); ++outer)
            if (holds(*outer, found->word)) return true;
        return holds(Word::none, found->word);
    }
    static bool declares(Word word, const State& state) {
        const auto shape = info(word).shape;
        return shape == Shape::Dated || shape == Shape::Cost || lead<Shape::Declared>::as_declaration(word, state);
    }
};

/// A line that belongs in the block of the declaration just read and can stand nowhere else: its `{` was forgotten.
struct belongs_inside : ahead<belongs_inside> {
    static bool stands(const char* at, State& state) {
        if (state.enclosing.size() >= kDeepestBlock) return false;
        const auto statement = state.current, outer = state.outer();
        if (statement == Word::none || statement == Word::test) return false;
        if (!foreign_declaration::declares(statement, state) && info(statement).shape != Shape::Place) return false;
        const auto* found = lead<Shape::Declared>::choose(at, state);
        if (found == nullptr || found->word == Word::use || found->word == Word::language) return false;
        const auto word = found->word;
        if (!takes(statement, word) && !holds(statement, word)) return false;
        // A closing brace without its other half decides: where all are paired, the line only stands in a wrong place.
        if (state.unclosed() >= 0) return false;
        // `vorm`, `hoedanigheid` and `taak` may stand outside too.
        return (!takes(outer, word) && !holds(outer, word)) ||
               ((word == Word::form || word == Word::capacity || word == Word::task) && word != statement);
    }
};

/// A clause that the statement takes, at its own level or one deeper, or a sign of certainty; consumes nothing.
struct fitting_clause_ahead : ahead<fitting_clause_ahead> {
    static bool stands(const char* at, State& state) {
        const auto* found = state.longest(at, Clause | Certainty);
        return found != nullptr && (has(found->word, Certainty) || reaches(state.current, found->word));
    }
};

/// Whether more braces are opened than closed; this one is left out of the count.
struct one_too_many : by_hand<one_too_many> {
    template <typename Input>
    static bool read(Input&, State& state) {
        if (state.unclosed() <= 0) return false;
        --*state.counted;
        return true;
    }
};

/// Everything up to the brace that closes the one just read, however deep.
struct rest_of_block : by_hand<rest_of_block> {
    template <typename Input>
    static bool read(Input& in, State&) {
        std::size_t depth = 1;
        while (!in.empty()) {
            const char c = *in.current();
            if (c == '{') ++depth;
            if (c == '}' && --depth == 0) break;
            in.bump(1);
        }
        return true;
    }
};

}  // namespace belegd::syntax::primitive
