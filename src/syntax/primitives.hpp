#pragma once
// What the grammar cannot say in rules: words are looked up in the table, blocks are counted, errors are noted.

#include <algorithm>
#include <optional>
#include <tao/pegtl.hpp>

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

namespace primitive {

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

/// `behalve`, `behalve voor`, `ieder voor zover bevoegd`: what stands behind a comma and is no name; consumes nothing.
struct exception_ahead : ahead<exception_ahead> {
    static bool stands(const char* at, State& state) {
        const auto* found = state.longest(at, Clause);
        return found != nullptr &&
               (found->word == Word::except_ || found->word == Word::except_for || found->word == Word::each_own);
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

}  // namespace primitive
}  // namespace belegd::syntax
