// The only file that sees the grammar and PEGTL.
#include "syntax/parser.hpp"

#include <algorithm>

#include "grammar/statements.hpp"
#include "syntax/mistakes.hpp"
#include "syntax/strange_letters.hpp"

namespace belegd::syntax {
namespace {

template <typename Rule>
inline constexpr int kKind = -1;
template <>
inline constexpr int kKind<grammar::document> = static_cast<int>(Kind::document);
#define NODE(kind) \
    template <>    \
    inline constexpr int kKind<grammar::kind> = static_cast<int>(Kind::kind);
#include "syntax/kinds.def"
#undef NODE
template <>
inline constexpr int kKind<grammar::period_clause> = static_cast<int>(Kind::clause);
template <>
inline constexpr int kKind<grammar::code_word> = static_cast<int>(Kind::name);
template <>
inline constexpr int kKind<grammar::code> = static_cast<int>(Kind::entry);
template <>
inline constexpr int kKind<grammar::unknown_unit> = static_cast<int>(Kind::unit);
template <>
inline constexpr int kKind<grammar::extent_name> = static_cast<int>(Kind::name);
template <>
inline constexpr int kKind<grammar::unquoted_name> = static_cast<int>(Kind::name);
template <>
inline constexpr int kKind<grammar::own_unit> = static_cast<int>(Kind::unit);
template <>
inline constexpr int kKind<grammar::counted_unit> = static_cast<int>(Kind::unit);
template <>
inline constexpr int kKind<grammar::narrowing> = static_cast<int>(Kind::group);
template <>
inline constexpr int kKind<grammar::slipped_status> = static_cast<int>(Kind::broken);
template <>
inline constexpr int kKind<grammar::unread_condition> = static_cast<int>(Kind::broken);
template <>
inline constexpr int kKind<grammar::rest_of_condition> = static_cast<int>(Kind::broken);
template <>
inline constexpr int kKind<grammar::rest_of_brackets> = static_cast<int>(Kind::broken);
template <>
inline constexpr int kKind<grammar::lone_brace> = static_cast<int>(Kind::broken);
template <>
inline constexpr int kKind<grammar::mark> = static_cast<int>(Kind::broken);
template <>
inline constexpr int kKind<grammar::bare_title> = static_cast<int>(Kind::string);
template <>
inline constexpr int kKind<grammar::unread_title> = static_cast<int>(Kind::broken);
template <>
inline constexpr int kKind<grammar::number_word> = static_cast<int>(Kind::number);
template <>
inline constexpr int kKind<grammar::ordinal_part> = static_cast<int>(Kind::reference_part);
template <>
inline constexpr int kKind<grammar::unopened_block> = static_cast<int>(Kind::block);
template <>
inline constexpr int kKind<grammar::lone_name> = static_cast<int>(Kind::name);
template <>
inline constexpr int kKind<grammar::name_before_date> = static_cast<int>(Kind::name);
template <>
inline constexpr int kKind<grammar::name_before_quantity> = static_cast<int>(Kind::name);
template <>
inline constexpr int kKind<grammar::name_before_share> = static_cast<int>(Kind::name);
template <>
inline constexpr int kKind<grammar::unknown_statement> = static_cast<int>(Kind::broken);

/// Rules that may fail after their parts have made nodes, which then have to go.
template <typename Rule>
inline constexpr bool kAttempt = false;
template <>
inline constexpr bool kAttempt<grammar::own_period> = true;
template <>
inline constexpr bool kAttempt<grammar::limit> = true;
template <>
inline constexpr bool kAttempt<grammar::two_limits> = true;
template <>
inline constexpr bool kAttempt<grammar::bare_limit> = true;
template <>
inline constexpr bool kAttempt<grammar::lower_limit> = true;
template <>
inline constexpr bool kAttempt<grammar::word_before_date> = true;
template <>
inline constexpr bool kAttempt<grammar::word_before_quantity> = true;
template <>
inline constexpr bool kAttempt<grammar::cost_title> = true;
template <>
inline constexpr bool kAttempt<grammar::whole_title> = true;
template <>
inline constexpr bool kAttempt<grammar::unnumbered> = true;
template <>
inline constexpr bool kAttempt<grammar::length> = true;
template <>
inline constexpr bool kAttempt<grammar::next_term> = true;
template <>
inline constexpr bool kAttempt<grammar::naming> = true;
template <>
inline constexpr bool kAttempt<grammar::with_others> = true;
template <>
inline constexpr bool kAttempt<grammar::units> = true;
template <>
inline constexpr bool kAttempt<grammar::limit_from> = true;
template <>
inline constexpr bool kAttempt<grammar::period_from> = true;

/// Builds the tree as rules match: a node opens when its rule starts and is dropped when the rule fails.
template <typename Rule>
struct Build : tao::pegtl::normal<Rule> {
    template <typename Input>
    static void start(const Input& in, State& state) {
        if constexpr (kKind<Rule> >= 0) {
            state.open.push_back(static_cast<std::uint32_t>(state.tree.nodes.size()));
            state.tree.nodes.push_back({static_cast<Kind>(kKind<Rule>), Word::none, state.offset(in.current()), 0, 0});
        }
        if constexpr (kAttempt<Rule>) state.attempts.push_back(state.tree.nodes.size());
    }
    template <typename Input>
    static void success(const Input& in, State& state) {
        if constexpr (kKind<Rule> >= 0) {
            auto& node = state.tree.nodes[state.open.back()];
            node.end = state.offset(in.current());
            node.next = static_cast<std::uint32_t>(state.tree.nodes.size());
            state.open.pop_back();
        }
        if constexpr (kAttempt<Rule>) state.attempts.pop_back();
    }
    template <typename Input>
    static void failure(const Input&, State& state) {
        if constexpr (kAttempt<Rule>) {
            state.tree.nodes.resize(state.attempts.back());
            state.attempts.pop_back();
        }
        if constexpr (kKind<Rule> >= 0) {
            state.tree.nodes.resize(state.open.back());
            state.open.pop_back();
        }
    }
};

}  // namespace

Tree parse(const Sources& sources, std::uint32_t file, const Lexicon& lexicon, Diagnostics& diagnostics) {
    const auto text = sources[file].text();
    Tree tree{file, language_of(text), {}};
    if (auto no_text = unreadable(sources, file)) {
        diagnostics.add(std::move(*no_text));
        tree.nodes.push_back({Kind::document, Word::none, 0, 0, 1});
        return tree;
    }
    tree.nodes.reserve(text.size() / 6 + 16);
    State state{lexicon, tree.language, tree, text.data(), text.data() + text.size()};
    tao::pegtl::memory_input<tao::pegtl::tracking_mode::lazy> input(text.data(), text.data() + text.size(), "");
    tao::pegtl::parse<grammar::document, tao::pegtl::nothing, Build>(input, state);
    tell_strange_letters(sources, tree, diagnostics);
    for (const auto& mistake : state.mistakes) diagnostics.add(explained(mistake, sources, tree, lexicon));
    return tree;
}

}  // namespace belegd::syntax
