#pragma once
// The state of one parse, which the primitives of the grammar read and change.

#include <algorithm>
#include <optional>

#include "base/fold.hpp"
#include "base/hidden.hpp"
#include "diagnostics/diagnostic.hpp"
#include "syntax/amounts.hpp"
#include "syntax/lexicon.hpp"
#include "syntax/numbers.hpp"
#include "syntax/tree.hpp"

namespace belegd::syntax {

inline constexpr std::size_t kDeepestBlock = 64;
/// Nobody reads more of one text, and a text may be nothing but mistakes.
inline constexpr std::size_t kMostMistakes = 5000;

/// What was expected where something else stands; each has its message in parser.cpp.
enum class Expected : std::uint8_t {
    statement,
    end_of_line,
    name,
    quoted_name,
    list,
    date,
    text,
    quantity,
    day_of_year,
    citation,
    source,
    status,
    title,
    block_begin,
    block_end,
    no_block_end,
    shallower_block,
    shallower_condition,
    closing_quote,
    purpose,
    number,
    amount,
    shares,
    unit,
    bracket_end,
    condition,
    binding,
    operand,
    no_mark
};

/// The state of one parse: the tree under construction, and where we are in it.
struct State {
    const Lexicon& lexicon;
    Language language;
    Tree& tree;
    const char* begin;
    const char* end;
    std::vector<std::uint32_t> open{};    ///< nodes not yet closed
    std::vector<std::size_t> attempts{};  ///< how many nodes there were when a rule that may be given up began
    std::vector<Word> enclosing{};        ///< the statements whose blocks we are in
    std::size_t brackets = 0;             ///< open in the list being read
    std::size_t conditions = 0;           ///< inside each other, of the rule being read
    std::vector<std::uint32_t> opened{};  ///< where those statements begin
    std::vector<bool> on_one_line{};      ///< whether those blocks close on the line that opens them
    Word current = Word::none;            ///< the statement being read

    struct Mistake {
        Expected expected;
        std::uint32_t offset;
        Word statement;  ///< being read
        Word clause;     ///< the word that leads the node in which it went wrong
        Word enclosing;
        std::uint32_t opened;  ///< where the enclosing statement begins
    };
    std::vector<Mistake> mistakes{};

    const char* looked_up = nullptr;
    Lexicon::Match found[Lexicon::kMost]{};
    std::size_t count = 0;

    /// The phrases at a place; asked many times at the same place, so the last answer is kept.
    void look_up(const char* at) {
        if (at == looked_up) return;
        looked_up = at;
        count = lexicon.matches({at, static_cast<std::size_t>(end - at)}, language, found);
    }
    /// The longest phrase at a place that may stand in one of these roles. Of two words that share a phrase it is the
    /// one that the statement takes: `van rechtswege` after a task, and as the answer of a test.
    const Lexicon::Match* longest(const char* at, unsigned roles) { return longest(at, roles, current); }
    const Lexicon::Match* longest(const char* at, unsigned roles, Word statement) {
        look_up(at);
        const Lexicon::Match* out = nullptr;
        for (std::size_t i = 0; i < count; ++i) {
            if (out != nullptr && found[i].length < out->length) break;
            const auto word = found[i].word;
            const auto taken = [&] {
                return (roles & Clause) != 0 && has(word, Clause | Leads) && takes(statement, word);
            };
            if (!(has(word, roles) || taken()) || !(known_here(word, roles) || no_name(found[i], at))) continue;
            if (out == nullptr || (taken() && !takes(statement, out->word))) out = &found[i];
        }
        return out;
    }
    /// `aanvaard W-28`, `omdat "…"`: these are no part of a name, whatever the statement takes.
    bool no_name(const Lexicon::Match& match, const char* at) const {
        if (match.word != Word::accept && match.word != Word::because) return false;
        std::string_view left(at + match.length, static_cast<std::size_t>(end - at) - match.length);
        left.remove_prefix(std::min(left.find_first_not_of(" \t"), left.size()));
        if (match.word == Word::because) return left.starts_with('"') || left.starts_with("\u201C");
        const auto code = left.substr(0, left.find_first_of(" \t\r\n,{}#\""));
        return code.size() > 2 && code.front() >= 'A' && code.front() <= 'Z' && is_digit(code.back());
    }
    /// Some words are words of the language only where a statement takes them; elsewhere they may be part of a name.
    bool known_here(Word word, unsigned roles) const {
        if ((roles & Part) != 0) return in_cooperation();
        // A provision may be called as a clause is: `regelt vestigingsplaats`.
        if (word == Word::seat && names_provisions()) return false;
        return !has(word, Local) || has(word, roles & (Declares | Verb)) || reaches(current, word) ||
               ((roles & Leads) != 0 && reaches(outer(), word));
    }
    /// Whether a list of provisions is being read.
    bool names_provisions() const {
        return std::any_of(open.begin(), open.end(), [this](std::uint32_t node) {
            const auto word = tree.nodes[node].word;
            return tree.nodes[node].kind != Kind::block && (word == Word::provides || word == Word::provides_not);
        });
    }
    /// `centrum` and the like are parts that one has in a cooperation.
    bool in_cooperation() const {
        return std::any_of(enclosing.begin(), enclosing.end(),
                           [](Word statement) { return takes(statement, Word::centre); });
    }
    Word outer() const { return enclosing.empty() ? Word::none : enclosing.back(); }
    /// Opening less closing braces of the whole text, outside texts and comments; counted once.
    long unclosed() {
        if (!counted) counted = braces(begin, end);
        return *counted;
    }
    std::optional<long> counted{};
    static long braces(const char* at, const char* end) {
        long out = 0;
        bool comment = false, text = false;
        for (; at != end; ++at) {
            if (*at == '\n') comment = text = false;
            if (*at == '"' && !comment) text = !text;
            if (*at == '#' && !text) comment = true;
            if (!comment && !text) out += (*at == '{') - (*at == '}');
        }
        return out;
    }
    /// Whether something was wrong already in the statement that is under way.
    bool said_already() const {
        return !mistakes.empty() && !open.empty() && mistakes.back().offset >= tree.nodes[open.back()].begin;
    }
    std::uint32_t offset(const char* at) const { return static_cast<std::uint32_t>(at - begin); }
    /// The word of the innermost node under way that has one.
    Word clause() const {
        for (auto at = open.rbegin(); at != open.rend(); ++at)
            if (tree.nodes[*at].word != Word::none) return tree.nodes[*at].word;
        return Word::none;
    }
    void mark(Word word) {
        if (!open.empty()) tree.nodes[open.back()].word = word;
    }
};

}  // namespace belegd::syntax
