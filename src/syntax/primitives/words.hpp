#pragma once
// Words, looked up in the table.

#include <tao/pegtl.hpp>

#include "syntax/parse_state.hpp"

namespace belegd::syntax::primitive {

/// A rule that no other rules make up: `Rule::read` says whether it stands here, and takes what it reads.
template <typename Rule>
struct by_hand {
    using rule_t = Rule;
    using subs_t = tao::pegtl::empty_list;
    template <tao::pegtl::apply_mode, tao::pegtl::rewind_mode, template <typename...> class,
              template <typename...> class, typename Input>
    static bool match(Input& in, State& state) {
        return Rule::read(in, state);
    }
};

/// A rule that only looks: whether `Rule::stands` at a place that is not the end. Consumes nothing.
template <typename Rule>
struct ahead : by_hand<ahead<Rule>> {
    using rule_t = Rule;
    template <typename Input>
    static bool read(Input& in, State& state) {
        return !in.empty() && Rule::stands(in.current(), state);
    }
};

/// A phrase in one of the roles, taking one of the shapes (any, when none is named); its word goes to the open node.
template <unsigned Roles, Shape... Shapes>
struct word : by_hand<word<Roles, Shapes...>> {
    template <typename Input>
    static bool read(Input& in, State& state) {
        const auto* found = state.longest(in.current(), Roles);
        if (found == nullptr) return false;
        if constexpr (sizeof...(Shapes) > 0)
            if (((info(found->word).shape != Shapes) && ...)) return false;
        state.mark(found->word);
        in.bump_in_this_line(found->length);
        return true;
    }
};

/// One word of the table, whatever else its phrase may mean here.
template <Word Wanted>
struct the_word : by_hand<the_word<Wanted>> {
    template <typename Input>
    static bool read(Input& in, State& state) {
        const auto length = length_at(in.empty() ? nullptr : in.current(), state);
        if (length == 0) return false;
        in.bump_in_this_line(length);
        return true;
    }
    static std::size_t length_at(const char* at, State& state) {
        if (at == nullptr) return 0;
        state.look_up(at);
        for (std::size_t i = 0; i < state.count; ++i)
            if (state.found[i].word == Wanted) return state.found[i].length;
        return 0;
    }
};
/// Consumes nothing.
template <Word Wanted>
struct the_word_ahead : ahead<the_word_ahead<Wanted>> {
    static bool stands(const char* at, State& state) { return the_word<Wanted>::length_at(at, state) > 0; }
};

/// `van` where the day that something begins may stand: read as `vanaf`.
struct of_as_from : by_hand<of_as_from> {
    template <typename Input>
    static bool read(Input& in, State& state) {
        const auto length = in.empty() ? 0 : the_word<Word::of>::length_at(in.current(), state);
        if (length == 0 || !reaches(state.current, Word::from)) return false;
        // Most of what follows `van` is a name: only then is a day looked for.
        const auto* next = in.current() + length;
        while (next != state.end && *next == ' ') ++next;
        const bool digit = next != state.end && *next >= '0' && *next <= '9';
        const bool quarter = next != state.end && state.end - next > 1 && next[1] >= '1' && next[1] <= '4';
        if (!digit && !quarter && state.longest(next, Month | Season) == nullptr) return false;
        state.mark(Word::from);
        in.bump_in_this_line(length);
        return true;
    }
};

/// A phrase that begins a statement: in a block a clause goes before a declaration (`vorm`), outside it is the reverse.
template <Shape... Shapes>
struct lead : by_hand<lead<Shapes...>> {
    template <typename Input>
    static bool read(Input& in, State& state) {
        const auto* found = choose(in.current(), state);
        if (found == nullptr) return false;
        const bool declares = as_declaration(found->word, state);
        const auto stated = info(found->word).shape;
        const auto shape = declares ? Shape::Declared : stated == Shape::Declared ? Shape::Names : stated;
        if (((shape != Shapes) && ...)) return false;
        state.mark(found->word);
        state.current = found->word;
        in.bump_in_this_line(found->length);
        return true;
    }
    static const Lexicon::Match* choose(const char* at, State& state) {
        const bool inside = !state.enclosing.empty();
        const unsigned first = inside ? Leads | Clause : Declares | Verb,
                       second = inside ? Declares | Verb : Leads | Clause;
        const auto statement = inside ? state.outer() : state.current;
        const auto* found = state.longest(at, first, statement);
        // `verleent mandaat …`, `beëindigt`: a longer phrase in the other role is what was meant.
        const auto* other = state.longest(at, second, statement);
        return found == nullptr || (other != nullptr && other->length > found->length) ? other : found;
    }
    static bool as_declaration(Word word, const State& state) {
        const auto shape = info(word).shape;
        return has(word, Declares) && (shape == Shape::Declared || shape == Shape::SourceRef) &&
               !(has(word, Clause) && !state.enclosing.empty());
    }
};

/// Whether a phrase in one of these roles stands here; consumes nothing.
template <unsigned Roles>
struct word_ahead : ahead<word_ahead<Roles>> {
    static bool stands(const char* at, State& state) { return state.longest(at, Roles) != nullptr; }
};

/// Between braces on one line: a word that the statement does not take and that begins the next one of the block;
/// consumes nothing.
struct next_statement : ahead<next_statement> {
    static bool stands(const char* at, State& state) {
        if (state.on_one_line.empty() || !state.on_one_line.back() || state.outer() == Word::none) return false;
        const auto* found = state.longest(at, Clause | Leads | Declares | Verb | Modal, state.outer());
        if (found == nullptr || reaches(state.current, found->word)) return false;
        const auto outer = state.outer();
        return takes(outer, found->word) || holds(outer, found->word) ||
               (has(found->word, Verb | Modal) && holds(outer, Word::delegates));
    }
};

/// A clause that the statement takes, in small letters as one writes it; consumes nothing.
struct small_clause_ahead : ahead<small_clause_ahead> {
    static bool stands(const char* at, State& state) {
        if (*at >= 'A' && *at <= 'Z') return false;
        const auto* found = state.longest(at, Clause | Certainty);
        return found != nullptr && (has(found->word, Certainty) || reaches(state.current, found->word));
    }
};

/// A joining word at the beginning of a line, unless it begins a clause of the block's own, or what else the head of a
/// decision goes on with where no block takes it (`op 1 januari 2024`); consumes nothing.
struct joining_word : ahead<joining_word> {
    static bool stands(const char* at, State& state) {
        const auto* found = state.longest(at, Clause | Declares | Verb | Leads);
        if (found == nullptr) return false;
        const auto outer = state.outer();
        if (found->word == Word::source && takes(state.current, found->word) && opens_block_of_head(at, state))
            return true;
        if (state.current == Word::decision && has(found->word, Clause) && takes(state.current, found->word) &&
            !takes(outer, found->word) && !holds(outer, found->word))
            return true;
        if (!has(found->word, Joins)) return false;
        return takes(state.current, found->word) || !takes(state.outer(), found->word);
    }

   private:
    /// `bron mb {` on a line of its own, further in than the head that it goes on with: a name and nothing else before the
    /// brace. It is where the head is read, and the block is that of the head.
    static bool opens_block_of_head(const char* at, const State& state) {
        std::string_view line(at, static_cast<std::size_t>(state.end - at));
        line = line.substr(0, line.find_first_of("\r\n#"));
        while (line.ends_with(' ') || line.ends_with('\t')) line.remove_suffix(1);
        if (!line.ends_with('{') || line.find('"') != std::string_view::npos ||
            line.find("\u201C") != std::string_view::npos)
            return false;
        const auto words = std::count(line.begin(), line.end(), ' ');
        const auto head = std::find_if(state.open.rbegin(), state.open.rend(), [&](std::uint32_t node) {
            return state.tree.nodes[node].kind == Kind::statement;
        });
        if (head == state.open.rend() || words > 3) return false;
        const auto column = [&](const char* place) {
            auto begin = place;
            while (begin != state.begin && begin[-1] != '\n') --begin;
            return place - begin;
        };
        return column(at) > column(state.begin + state.tree.nodes[*head].begin);
    }
};

/// One word: letters, digits, hyphens and apostrophes; a dot, colon or slash between two of these belongs to it.
struct word_text : by_hand<word_text> {
    template <typename Input>
    static bool read(Input& in, State&) {
        const auto* const begin = in.current();
        const auto* at = begin;
        // `Kollumerland c.a.`: the marks belong to it.
        if (std::string_view(begin, static_cast<std::size_t>(in.end() - begin)).starts_with("c.a.")) at += 4;
        while (at != in.end()) {
            const auto c = static_cast<unsigned char>(*at);
            if (c < 0x80) {
                if (kAsciiWord.folded[c] == 0) break;
                ++at;
                continue;
            }
            const auto [character, bytes] = folded_character({at, static_cast<std::size_t>(in.end() - at)});
            // What nobody sees does not end a word; it is told of the whole name.
            if (!is_word_character(character) && (at == begin || !is_hidden(static_cast<char32_t>(character)))) break;
            at += bytes;
        }
        if (at == begin) return false;
        in.bump_in_this_line(static_cast<std::size_t>(at - begin));
        return true;
    }
};

/// Notes that something else was expected here; consumes nothing. Stands only after a committing word.
template <Expected What>
struct report : by_hand<report<What>> {
    template <typename Input>
    static bool read(Input& in, State& state) {
        const auto clause = state.clause();
        if constexpr (What == Expected::end_of_line)
            if (state.said_already()) return true;
        if constexpr (What == Expected::statement) {
            state.current = Word::none;
            // Braces inside braces that belong to nothing: said of the first.
            if (!in.empty() && *in.current() == '{' && !state.enclosing.empty() && state.outer() == Word::none)
                return true;
        }
        if (state.mistakes.size() < kMostMistakes)
            state.mistakes.push_back({What, state.offset(in.current()), state.current, clause, state.outer(),
                                      state.opened.empty() ? 0 : state.opened.back()});
        return true;
    }
};

}  // namespace belegd::syntax::primitive
