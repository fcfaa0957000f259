#include "syntax/mistakes.hpp"

#include <algorithm>
#include <set>
#include <string>

#include <fmt/format.h>

#include "base/embedded.hpp"
#include "base/fold.hpp"
#include "base/hidden.hpp"
#include "base/suggest.hpp"
#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/names.hpp"
#include "diagnostics/messages/reading.hpp"
#include "syntax/examples.hpp"
#include "syntax/numbers.hpp"
#include "syntax/parser.hpp"

namespace belegd::syntax {
namespace {

/// What is quoted or compared of a line, in bytes: a line may be as long as a file.
constexpr std::size_t kLongest = 400;

/// The words from `offset` to the end of what the reader would point at: at most the line, at most `most` words.
std::string_view words_at(std::string_view text, std::uint32_t offset, std::size_t most) {
    auto end = offset;
    std::size_t words = 0;
    bool inside = false;
    while (end < text.size() && text[end] != '\n' && !text.substr(end).starts_with("\r\n") && text[end] != '{' &&
           text[end] != '}' && text[end] != '#' && end - offset < kLongest) {
        const bool blank = is_blank(folded_character(text.substr(end)).character);
        if (blank && inside && ++words == most) break;
        inside = !blank;
        end += folded_character(text.substr(end)).bytes;
    }
    auto found = text.substr(offset, end - offset);
    while (!found.empty() && (found.back() == ' ' || found.back() == '\t')) found.remove_suffix(1);
    return found;
}

/// A stretch of the text as a message quotes it: not longer than a line, and what cannot be seen by its code.
std::string readable(std::string_view text, std::size_t most = 60) {
    std::string out;
    std::size_t count = 0;
    while (!text.empty()) {
        if (++count > most) return out + "…";
        const auto bytes = folded_character(text).bytes;
        out += text.front() == '\t' ? " " : with_hidden_named(text.substr(0, bytes));
        text.remove_prefix(bytes);
    }
    return out;
}

Text phrase(Word word) { return info(word).phrase; }

/// What the argument is called.
Message wanted(Expected expected) {
    switch (expected) {
        case Expected::list: return message::what_list;
        case Expected::date: return message::what_date;
        case Expected::text: return message::what_text;
        case Expected::quantity: return message::what_quantity;
        case Expected::day_of_year: return message::what_day_of_year;
        case Expected::citation: return message::what_citation;
        case Expected::source: return message::what_source;
        case Expected::status: return message::what_status;
        case Expected::purpose: return message::what_purpose;
        case Expected::number: return message::what_number;
        case Expected::amount: return message::what_amount;
        case Expected::shares: return message::what_shares;
        case Expected::condition: return message::what_condition;
        case Expected::binding: return message::what_binding;
        case Expected::operand: return message::what_operand;
        default: return message::what_name;
    }
}

std::vector<std::string> phrases_of(const std::vector<Word>& words) {
    std::vector<std::string> out;
    for (const auto word : words) {
        out.emplace_back(info(word).phrase.nl);
        out.emplace_back(info(word).phrase.en);
    }
    return out;
}

/// Every phrase that may begin a line inside the block of `enclosing` (none: the file itself).
std::vector<std::string> leads_in(Word enclosing) {
    auto words = held_by(enclosing);
    const auto& clauses = taken_by(enclosing);
    words.insert(words.end(), clauses.begin(), clauses.end());
    if (enclosing == Word::none) words.insert(words.end(), {Word::language, Word::use});
    for (std::size_t i = 1; i < static_cast<std::size_t>(Word::count_); ++i)
        if (const auto word = static_cast<Word>(i);
            has(word, Verb) && (enclosing == Word::none || holds(enclosing, word)))
            words.push_back(word);
    return phrases_of(words);
}

/// The nearest phrase to the first one, two or three words of a text.
std::optional<std::string> nearest_phrase(std::string_view text, const std::vector<std::string>& known) {
    for (std::size_t words = 3; words > 0; --words)
        if (auto found = nearest(words_at(text, 0, words), known)) return found;
    return std::nullopt;
}

/// Whether a text begins with one of these phrases, or nearly.
bool begins_like(std::string_view text, const std::vector<std::string>& known) {
    for (std::size_t words = 3; words > 0; --words)
        if (const auto read = folded(words_at(text, 0, words));
            std::any_of(known.begin(), known.end(), [&](const std::string& each) { return folded(each) == read; }))
            return true;
    return nearest_phrase(text, known).has_value();
}

/// The node of a kind that begins here, or the last one before; 0 when there is none.
std::uint32_t node_before(const Tree& tree, std::uint32_t offset, bool (*fits)(const Node&)) {
    auto at = std::upper_bound(tree.nodes.begin(), tree.nodes.end(), offset,
                               [](std::uint32_t wanted, const Node& node) { return wanted < node.begin; });
    while (at != tree.nodes.begin())
        if (fits(*--at)) return static_cast<std::uint32_t>(at - tree.nodes.begin());
    return 0;
}

/// What could not be read at a place, as the grammar passed over it.
std::string_view passed_over(std::string_view text, const Tree& tree, std::uint32_t offset) {
    const auto at = node_before(tree, offset, [](const Node& node) { return node.kind == Kind::broken; });
    if (at == 0 || tree[at].begin != offset) return {};
    return words_at(text.substr(0, std::min<std::size_t>(tree[at].end, text.size())), offset, 5);
}

const std::vector<Word> kMonths{Word::january,   Word::february, Word::march,    Word::april,
                                Word::may_,      Word::june,     Word::july,     Word::august,
                                Word::september, Word::october,  Word::november, Word::december};

/// `1 januarie 2024` → `1 januari 2024`, or nothing when no word is near to a month.
std::optional<std::string> nearest_date(std::string_view read) {
    std::string out;
    bool mended = false;
    if (read.find_first_of("0123456789") == std::string_view::npos) return std::nullopt;
    for (auto left = read; !left.empty();) {
        const auto end = std::min(left.find(' '), left.size());
        const auto word = left.substr(0, end);
        const bool letters = !word.empty() && (word.front() < '0' || word.front() > '9') && word.size() > 2;
        const auto near = letters ? nearest(word, phrases_of(kMonths)) : std::nullopt;
        mended = mended || near;
        out += (out.empty() ? "" : " ") + (near ? *near : std::string(word));
        left.remove_prefix(std::min(end + 1, left.size()));
        while (!left.empty() && left.front() == ' ') left.remove_prefix(1);
    }
    return mended ? std::optional(out) : std::nullopt;
}

/// `een half jaar`, `anderhalf jaar`: in months.
std::optional<int> half_a_year(std::string_view read) {
    const auto words = " " + folded(read) + " ";
    const auto has = [&](std::string_view part) { return words.find(part) != std::string::npos; };
    if (has(" anderhalf jaar ") || has(" one and a half year")) return 18;
    return has(" half jaar ") || has(" halfjaar ") || has(" half a year ") || has(" half year ") ? std::optional(6)
                                                                                                 : std::nullopt;
}

/// A day and a month with nothing behind them.
bool lacks_year(std::string_view read) {
    const auto blank = read.find(' ');
    if (blank == std::string_view::npos || blank > 2 || read.find(' ', blank + 1) != std::string_view::npos)
        return false;
    const auto word = folded(read.substr(blank + 1));
    const auto months = phrases_of(kMonths);
    return read.find_first_not_of("0123456789") == blank &&
           std::any_of(months.begin(), months.end(), [&](const std::string& month) { return folded(month) == word; });
}

/// One mistake, told.
class Teller {
   public:
    Teller(const State::Mistake& mistake, const Sources& sources, const Tree& tree)
        : mistake_(mistake),
          tree_(tree),
          text_(sources[tree.file].text()),
          rest_(text_.substr(mistake.offset)),
          out_{Code::L03, {}, at(here(3)), {}, {}, {}, {}, {}, {}} {}

    Diagnostic told() {
        switch (mistake_.expected) {
            case Expected::statement: statement(); break;
            case Expected::end_of_line: end_of_line(); break;
            case Expected::no_mark: mark(); break;
            case Expected::title: title(); break;
            case Expected::closing_quote:
                out_.code = Code::L06;
                out_.message = say(message::quote_open);
                out_.primary.span = {tree_.file, mistake_.offset, mistake_.offset};
                remedy(say(message::close_quote));
                break;
            case Expected::quoted_name: quoted_name(); break;
            case Expected::unit: unit(); break;
            case Expected::block_begin:
            case Expected::block_end:
            case Expected::no_block_end:
            case Expected::shallower_block:
            case Expected::shallower_condition:
            case Expected::bracket_end: brace(); break;
            default: argument(); break;
        }
        say_hidden();
        return std::move(out_);
    }

   private:
    /// Of a character that nobody sees the remedy is to take it away, whatever stood there to be read.
    void say_hidden() {
        const auto where = sources_text(out_.primary.span).substr(0, kLongest);
        for (std::size_t at = 0; at < where.size(); ++at)
            if (const auto character = hidden_at(where.substr(at)); character != 0) {
                out_.remedies = {{say(message::drop_hidden, {Text(code_of(character))})}};
                return;
            }
    }

    /// The first words from the place of the mistake; at least one character.
    Span here(std::size_t words) const {
        const auto length = static_cast<std::uint32_t>(words_at(text_, mistake_.offset, words).size());
        return {tree_.file, mistake_.offset, mistake_.offset + length};
    }
    Text read(std::size_t words) const { return quoted(Text(readable(words_at(text_, mistake_.offset, words)))); }
    void remedy(Text text) { out_.remedies.push_back({std::move(text)}); }
    bool suggest(const std::vector<std::string>& known) {
        const auto found = nearest_phrase(rest_, known);
        if (found) remedy(say(message::did_you_mean, {Text(*found)}));
        return found.has_value();
    }

    void statement() {
        if (rest_.starts_with('{')) {
            out_.code = Code::L07;
            out_.primary.span.end = mistake_.offset + 1;
            out_.message = say(message::brace_alone);
            remedy(say(message::brace_alone_example));
            return;
        }
        out_.code = Code::L02;
        const auto one = words_at(text_, mistake_.offset, 1);
        out_.primary.span.end = mistake_.offset + static_cast<std::uint32_t>(std::max<std::size_t>(one.size(), 1));
        out_.message = say(message::unknown_line, {read(1)});
        out_.why = mistake_.enclosing == Word::none
                       ? say(message::lines_begin_document)
                       : say(message::lines_begin_block, {quoted(phrase(mistake_.enclosing))});
        if (const auto word = word_here(); word != Word::none) {
            out_.code = Code::N04;
            out_.primary.span = here(1);
            const auto& said = phrase(word);
            const auto homes = homes_of(word);
            out_.message = mistake_.enclosing == Word::none
                               ? say(message::not_outside, {quoted(said)})
                               : say(message::not_in_block, {quoted(said), quoted(phrase(mistake_.enclosing))});
            out_.why = {};
            if (takes(Word::delegates, word)) remedy(say(message::behind_the_sentence));
            std::vector<Text> blocks;
            for (const auto home : homes)
                if (has(home, Declares)) blocks.push_back(phrase(home));
            if (!blocks.empty()) remedy(say(message::put_in, {quoted(said), listed(blocks)}));
            return;
        }
        if (behind_a_sentence() || provision_here()) return;
        const bool dash = !one.empty() && one.size() < rest_.size() &&
                          (one == "-" || one == "*" || one == "\u2022" || one == "\u2013");
        const auto known = leads_in(mistake_.enclosing);
        const auto part = numbered(one);
        if (!part && beginners_line()) return;
        if (part && holds(mistake_.enclosing, part->first)) {
            const auto& word = phrase(part->first);
            remedy(say(message::write_instead,
                       {{word.nl + " " + part->second + " …", word.en + " " + part->second + " …"}}));
            return;
        }
        if (dash && begins_like(rest_.substr(one.size() + 1), known))
            remedy(say(message::no_dash, {Text(one)}));
        else if (!is_word_character(folded_character(rest_).character) || !suggest(known))
            remedy(say(message::remark_begins));
    }

    /// What people write before they know the language, with the line that says it.
    bool beginners_line() {
        const auto line = words_at(text_, mistake_.offset, kLongest);
        struct Instead {
            std::string_view written, nl, en;
        };
        static constexpr Instead kInstead[] = {
#define INSTEAD(written, nl, en) {written, nl, en},
#include "first_words.def"
        };
        for (const auto& each : kInstead) {
            const auto lead = line.substr(0, std::min(line.size(), each.written.size()));
            if (folded(lead) != folded(each.written) ||
                (line.size() > lead.size() && is_word_character(folded_character(line.substr(lead.size())).character)))
                continue;
            auto rest = line.substr(lead.size());
            while (!rest.empty() && std::string_view(" \t:=").find(rest.front()) != std::string_view::npos)
                rest.remove_prefix(1);
            const auto behind = rest.empty() ? std::string(" …") : " " + readable(rest, kLongest);
            const Text written{std::string(each.nl) + behind, std::string(each.en) + behind};
            remedy(say(message::write_instead, {written}));
            return true;
        }
        return actor_first(line);
    }

    /// `het college mandateert …`: the verb goes first, and who gives stands behind `door`.
    bool actor_first(std::string_view line) {
        static const Lexicon words;
        Lexicon::Match found[Lexicon::kMost];
        for (std::size_t at = line.find(' '); at != std::string_view::npos; at = line.find(' ', at + 1)) {
            const auto rest = line.substr(at + 1);
            const auto count = words.matches(rest, tree_.language, found);
            for (std::size_t i = 0; i < count; ++i) {
                if (!has(found[i].word, Verb)) continue;
                auto who = line.substr(0, at);
                for (const std::string_view article : {"de", "het", "the"})
                    if (who.size() > article.size() && who[article.size()] == ' ' &&
                        folded(who.substr(0, article.size())) == article) {
                        who.remove_prefix(article.size() + 1);
                        break;
                    }
                const auto& by = phrase(Word::by);
                const auto said = readable(rest, kLongest), giver = readable(who);
                remedy(say(message::verb_goes_first, {{said + " " + std::string(by.nl) + " " + giver,
                                                       said + " " + std::string(by.en) + " " + giver}}));
                return true;
            }
        }
        // `de gemeenteraad stelt beleid vast`
        const auto whole = " " + folded(line) + " ";
        const auto has_word = [&](std::string_view word) { return whole.find(word) != std::string::npos; };
        if ((has_word(" stelt ") && has_word(" vast ")) || has_word(" is bevoegd ") || has_word(" blijft ") ||
            has_word(" besluit ") || has_word(" beslist ") || has_word(" adopts ") || has_word(" decides ")) {
            remedy(say(message::keeps_goes_first));
            return true;
        }
        return false;
    }

    /// `krachtens delegatiebesluit`: what goes behind a sentence, on a line of its own.
    bool behind_a_sentence() {
        static const Lexicon words;
        Lexicon::Match found[Lexicon::kMost];
        const auto count = words.matches(rest_, tree_.language, found);
        for (std::size_t i = 0; i < count; ++i) {
            const auto word = found[i].word;
            if (!has(word, Clause) || !(takes(Word::delegates, word) || takes(Word::participants, word))) continue;
            out_.code = Code::N04;
            out_.message = say(message::not_line_of_its_own, {quoted(phrase(word))});
            out_.why = {};
            remedy(say(message::behind_the_sentence));
            return true;
        }
        return false;
    }

    /// `evaluatie`, `uittreding`: the name of a provision of the library, where a text says what it provides for.
    bool provision_here() {
        if (!takes(mistake_.enclosing, Word::provides)) return false;
        for (std::size_t words = 3; words > 0; --words) {
            const auto name = words_at(text_, mistake_.offset, words);
            if (provisions().count(folded(name)) == 0) continue;
            out_.primary.span = here(words);
            out_.message = say(message::unknown_line, {quoted(Text(readable(name)))});
            remedy(say(message::provision_here, {phrase(Word::provides), Text(name_to_write(readable(name)))}));
            remedy(say(message::remark_begins));
            return true;
        }
        return false;
    }
    static const std::set<std::string>& provisions() {
        static const auto all = [] {
            std::set<std::string> out;
            for (const auto& file : embedded::library()) {
                std::string_view text = file.text;
                const auto lead = "\n" + std::string(info(Word::provision).phrase.nl) + " ";
                for (auto at = text.find(lead); at != std::string_view::npos; at = text.find(lead, at + 1)) {
                    auto line = text.substr(at + lead.size());
                    line = line.substr(0, line.find('\n'));
                    const bool marks = line.starts_with('"');
                    if (marks) line.remove_prefix(1);
                    out.insert(folded(line.substr(0, line.find_first_of(marks ? "\"" : " \""))));
                    const std::string_view english = " / en \"";
                    if (const auto title = line.find(english); title != std::string_view::npos) {
                        line.remove_prefix(title + english.size());
                        out.insert(folded(line.substr(0, line.find('"'))));
                    }
                }
            }
            return out;
        }();
        return all;
    }

    /// The clause that the line begins with, though nothing here takes it.
    Word word_here() const {
        static const Lexicon words;
        Lexicon::Match found[Lexicon::kMost];
        const auto count = words.matches(rest_, tree_.language, found);
        for (std::size_t i = 0; i < count; ++i)
            if (has(found[i].word, Clause) && !homes_of(found[i].word).empty()) return found[i].word;
        return Word::none;
    }

    /// `1. mandateert …`, `b) …`, `eerste lid …`: the paragraph or point that the line is.
    std::optional<std::pair<Word, std::string>> numbered(std::string_view first) const {
        if (const auto ordinal = ordinal_at(rest_)) {
            auto next = rest_.substr(ordinal->bytes);
            next.remove_prefix(std::min(next.find_first_not_of(" \t"), next.size()));
            const auto second = folded(words_at(next, 0, 1));
            const auto& lead = phrase(Word::paragraph);
            if (second == folded(lead.nl) || second == folded(lead.en))
                return std::pair(Word::paragraph, std::to_string(ordinal->value));
        }
        const auto digits = std::min(first.find_first_not_of("0123456789"), first.size());
        const auto mark = first.substr(digits);
        if (digits > 0 && digits < 4 && (mark.empty() || mark == "." || mark == ")" || mark == ".)"))
            return std::pair(Word::paragraph, std::string(first.substr(0, digits)));
        const bool letter = first.size() == 2 && (first.back() == '.' || first.back() == ')') && first.front() >= 'a' &&
                            first.front() <= 'z';
        return letter ? std::optional(std::pair(Word::letter, std::string(first.substr(0, 1)))) : std::nullopt;
    }

    void end_of_line() {
        out_.code = Code::L04;
        const auto first = words_at(text_, mistake_.offset, 3);
        out_.message = say(message::superfluous, {read(3), quoted(phrase(mistake_.statement))});
        const auto mark = first.empty() ? '\0' : first.front();
        if (mark == ',' && clause_behind(static_cast<std::uint32_t>(text_.find(',', mistake_.offset)))) return;
        if (money_left_open() || bounded_condition()) return;
        if (mark == ',' && readable(words_at(text_, mistake_.offset + 1, 1)).empty()) {
            remedy(say(message::no_end_mark, {Text(",")}));
        } else if (mark == ',') {
            const auto clause = tree_[node_before(tree_, mistake_.offset, [](const Node& node) {
                                    return node.kind == Kind::clause || node.kind == Kind::statement;
                                })].word;
            out_.message = say(message::one_value,
                               {quoted(phrase(clause)), Text(readable(words_at(text_, mistake_.offset + 1, 3)))});
            trim_one_value();
            remedy(say(message::one_value_remedy));
        } else if (mark == '.' && goes_on_behind_mark()) {
            name_with_marks();
        } else if (mark == ';' || mark == '.') {
            remedy(say(message::no_end_mark, {Text(first.substr(0, 1))}));
        } else if (mark == ':' || mark == '=') {
            remedy(say(message::no_colon));
        } else if (mark == '(') {
            out_.message =
                say(message::superfluous, {quoted(Text(readable(in_brackets()))), quoted(phrase(mistake_.statement))});
            out_.primary.span.end = mistake_.offset + static_cast<std::uint32_t>(in_brackets().size());
            const bool exception = begins_like(rest_.substr(1), phrases_of({Word::except_, Word::but}));
            remedy(say(exception ? message::brackets_around_tasks : message::brackets_in_name));
        } else if (mark == '"' || rest_.starts_with("\u201C") || rest_.starts_with("\u201E")) {
            remedy(say(message::text_after_title));
        } else if (const auto open = value_here(); open != Word::none) {
            remedy(say(message::comma_before, {phrase(open)}));
        } else if (mistake_.statement == Word::use) {
            file_in_quotes();
        } else if (begins_sentence()) {
            remedy(say(message::line_of_its_own));
        } else if (!is_word_character(folded_character(rest_).character) ||
                   !suggest(phrases_of(taken_by(mistake_.statement)))) {
            remedy(say(message::new_line_or_quotes));
        }
    }
    std::uint32_t past_blanks(std::uint32_t at) const {
        while (at < text_.size() && (text_[at] == ' ' || text_[at] == '\t')) ++at;
        return at;
    }
    /// The word of the language that begins there and fits; nothing where none does.
    template <typename Fits>
    std::optional<Word> word_at(std::uint32_t at, Fits fits) const {
        static const Lexicon words;
        Lexicon::Match found[Lexicon::kMost];
        const auto count = words.matches(text_.substr(at), tree_.language, found);
        for (std::size_t i = 0; i < count; ++i)
            if (fits(found[i].word)) return found[i].word;
        return std::nullopt;
    }
    /// `kosten meerwerk € niet vermeld per jaar`: an amount that is not stated has no sign either.
    bool money_left_open() {
        const bool sign = rest_.starts_with("\u20AC");
        if (!sign && (folded(rest_.substr(0, 3)) != "eur" || past_blanks(mistake_.offset + 3) == mistake_.offset + 3))
            return false;
        const auto behind = past_blanks(mistake_.offset + 3);
        if (!word_at(behind, [](Word word) { return has(word, Value); })) return false;
        const auto begin = begin_of_line();
        out_.code = Code::L04;
        out_.primary.span.end = mistake_.offset + 3;
        out_.message = say(message::amount_left_open, {Text(sign ? "\u20AC" : "EUR")});
        remedy(say(message::write_instead, {Text(std::string(text_.substr(begin, mistake_.offset - begin)) +
                                                 readable(words_at(text_, behind, kLongest), kLongest))}));
        return true;
    }
    /// Where the statement begins in which it went wrong, or its line when that begins later.
    std::uint32_t begin_of_line() const {
        auto begin = mistake_.offset;
        while (begin > 0 && text_[begin - 1] != '\n' && text_[begin - 1] != '{') --begin;
        while (begin < mistake_.offset && (text_[begin] == ' ' || text_[begin] == '\t')) ++begin;
        return begin;
    }
    /// `mits ten hoogste € 10.000`: a limit is a part of the work, and stands by itself.
    bool limit_as_condition() {
        if (mistake_.expected != Expected::text || mistake_.clause != Word::provided) return false;
        const auto at = past_blanks(mistake_.offset);
        if (!word_at(at, [](Word word) { return word == Word::at_most; })) return false;
        const auto clause =
            tree_[node_before(tree_, mistake_.offset, [](const Node& node) { return node.word == Word::provided; })];
        const auto begin = begin_of_line();
        if (clause.begin < begin) return false;
        const auto before = std::string(text_.substr(begin, clause.begin - begin));
        const auto limit = " " + readable(words_at(text_, at, kLongest), kLongest);
        const auto& part = phrase(Word::insofar);
        out_.primary.span = {tree_.file, clause.begin, clause.end};
        out_.message = say(message::limit_no_condition, {quoted(phrase(Word::provided))});
        remedy(say(message::write_instead,
                   {{before + std::string(part.nl) + limit, before + std::string(part.en) + limit}}));
        return true;
    }
    /// `volgens artikel 3 van het addendum`: which text it is stands before the place in it.
    bool text_goes_first() {
        const auto line = words_at(text_, mistake_.offset, kLongest);
        if (!word_at(mistake_.offset, [](Word word) { return has(word, Cites); })) return false;
        const auto& of = phrase(Word::of);
        for (auto at = line.find(' '); at != std::string_view::npos; at = line.find(' ', at + 1)) {
            const auto length = std::max(of.nl.size(), of.en.size());
            auto name = line.substr(std::min(line.size(), at + 1));
            const auto said = folded(name.substr(0, name.find(' ')));
            if (said.size() > length || (said != of.nl && said != of.en)) continue;
            name = name.substr(std::min(name.size(), said.size() + 1));
            for (const std::string_view article : {"het ", "de ", "the "})
                if (name.starts_with(article)) name.remove_prefix(article.size());
            // Up to what belongs to the sentence again.
            const auto clause = [&](std::size_t place) {
                const auto begin = static_cast<std::uint32_t>(name.data() + place - text_.data());
                return word_at(begin, [](Word word) { return has(word, Clause | Certainty); }).has_value();
            };
            auto end = name.find_first_of(" ,");
            while (end != std::string_view::npos && name[end] == ' ' && !clause(end + 1))
                end = name.find_first_of(" ,", end + 1);
            const auto rest = end == std::string_view::npos ? std::string_view() : name.substr(end);
            const auto whose = name.substr(0, end);
            if (whose.empty()) return false;
            const auto place = readable(line.substr(0, at), kLongest), behind = readable(rest, kLongest);
            const auto& lead = phrase(word());
            const auto text = fmt::format(" {} {}{}", readable(whose, kLongest), place, behind);
            remedy(say(message::write_instead, {{std::string(lead.nl) + text, std::string(lead.en) + text}}));
            return true;
        }
        return false;
    }
    /// The bound of the part that is left when this one is taken out: of `boven` it is `tot en met`.
    static Word other_side(Word bound) {
        switch (bound) {
            case Word::above: return Word::through;
            case Word::below: return Word::at_least;
            case Word::at_least: return Word::below;
            case Word::at_most:
            case Word::through: return Word::above;
            default: return Word::none;
        }
    }
    /// `tenzij bedrag boven € 10.000`, `mits bedrag onder € 10.000`: a limit takes a part of the work.
    bool bounded_condition() {
        static const Lexicon words;
        const auto at = node_before(tree_, mistake_.offset, [](const Node& node) {
            return node.kind == Kind::clause && (node.word == Word::provided || node.word == Word::unless);
        });
        const auto begin = begin_of_line();
        if (at == 0 || tree_[at].begin < begin) return false;
        const auto clause = tree_[at];
        Lexicon::Match found[Lexicon::kMost];
        const auto match_at = [&](std::uint32_t place, auto fits) -> const Lexicon::Match* {
            const auto count = words.matches(text_.substr(place), tree_.language, found);
            const auto* end = found + count;
            const auto* match = std::find_if(static_cast<const Lexicon::Match*>(found), end, fits);
            return match == end ? nullptr : match;
        };
        const auto* lead = match_at(clause.begin, [&](const auto& each) { return each.word == clause.word; });
        if (lead == nullptr) return false;
        const auto named = past_blanks(clause.begin + lead->length);
        for (auto place = named; place <= mistake_.offset && place < text_.size() && text_[place] != '\n';) {
            const auto* bound = match_at(place, [](const auto& each) { return other_side(each.word) != Word::none; });
            const auto behind = bound == nullptr ? place : past_blanks(place + bound->length);
            const auto limit = text_.substr(behind);
            const bool number = !limit.empty() && (limit.starts_with("\u20AC") || (limit[0] >= '0' && limit[0] <= '9'));
            if (bound != nullptr && number) {
                const auto side = clause.word == Word::unless ? other_side(bound->word) : bound->word;
                const auto before = std::string(text_.substr(begin, clause.begin - begin));
                const auto about = std::string(text_.substr(named, place - named));
                const auto rest = " " + readable(words_at(text_, behind, kLongest), kLongest);
                const auto &part = phrase(Word::insofar), &word = phrase(side);
                out_.code = Code::L03;
                out_.primary.span = {tree_.file, clause.begin, behind - 1};
                out_.message = say(message::limit_no_condition, {quoted(phrase(clause.word))});
                const auto written = [&](std::string_view takes_part, std::string_view up_to) {
                    return fmt::format("{}{} {}{}{}", before, takes_part, about, up_to, rest);
                };
                remedy(say(message::write_instead, {{written(part.nl, word.nl), written(part.en, word.en)}}));
                return true;
            }
            const auto next = text_.find_first_of(" \n", place);
            if (next == std::string_view::npos || text_[next] == '\n') break;
            place = past_blanks(static_cast<std::uint32_t>(next));
        }
        return false;
    }
    /// `Kollumerland c.a.`, `St. Jansdal`: behind the mark the name goes on.
    bool goes_on_behind_mark() const {
        if (rest_.size() < 3) return false;
        const bool apart = rest_[1] == ' ' && rest_[2] >= 'A' && rest_[2] <= 'Z';
        return apart || is_word_character(folded_character(rest_.substr(1)).character);
    }
    void name_with_marks() {
        const auto at = node_before(tree_, mistake_.offset, [](const Node& node) { return node.kind == Kind::name; });
        const auto begin = at != 0 && tree_[at].end == mistake_.offset ? tree_[at].begin : mistake_.offset;
        auto name = words_at(text_, begin, kLongest);
        name = name.substr(0, std::min(name.find(',', mistake_.offset - begin), name.size()));
        remedy(say(message::quote_name, {Text(readable(name, kLongest))}));
    }
    /// `aan college niet uitputtend`: a value that a list takes as one of its own.
    Word value_here() const {
        static const Lexicon words;
        Lexicon::Match found[Lexicon::kMost];
        const auto count = words.matches(rest_, tree_.language, found);
        for (std::size_t i = 0; i < count; ++i)
            if (found[i].word == Word::open_list) return found[i].word;
        return Word::none;
    }
    /// `gebruik taken`, `gebruik delen/taken.belegd`: a file of one's own, as it is to be written.
    void file_in_quotes() {
        auto begin = mistake_.offset;
        while (begin > 0 && std::string_view(" \t\n,").find(text_[begin - 1]) == std::string_view::npos) --begin;
        auto name = std::string(words_at(text_, begin, 1));
        name.erase(std::min(name.find(','), name.size()));
        if (name.empty() || name.find_first_of("\"{}") != std::string::npos) return;
        if (!name.ends_with(".belegd") && !name.ends_with(".md")) name += ".belegd";
        remedy(say(message::own_file_in_quotes, {phrase(Word::use), Text(readable(name))}));
    }
    /// `geldt vanaf 2024 mandateert …`: what stands there could begin a line of the block, or of the file.
    bool begins_sentence() const {
        auto known = verbs();
        const auto add = [&](const std::vector<Word>& words) {
            const auto more = phrases_of(words);
            known.insert(known.end(), more.begin(), more.end());
        };
        add(held_by(mistake_.enclosing));
        if (mistake_.enclosing != Word::none) add(taken_by(mistake_.enclosing));
        return std::any_of(known.begin(), known.end(), [&](const std::string& phrase) {
            return folded(words_at(text_, mistake_.offset, 1)) == folded(phrase) ||
                   folded(words_at(text_, mistake_.offset, 2)) == folded(phrase);
        });
    }
    /// `, b` is read as the mark and the word; the word is what is too many.
    void trim_one_value() {
        auto& text = out_.message;
        for (auto* each : {&text.nl, &text.en})
            for (auto at = each->find("\u2018 "); at != std::string::npos; at = each->find("\u2018 "))
                each->erase(at + 3, 1);
    }
    std::string_view in_brackets() const {
        const auto line = words_at(text_, mistake_.offset, 12);
        const auto close = line.find(')');
        return close == std::string_view::npos ? words_at(text_, mistake_.offset, 3) : line.substr(0, close + 1);
    }

    /// `artikel 4 mandaat aan college`: a title, or words that were meant for something else.
    void title() {
        out_.code = Code::L04;
        auto line = words_at(text_, mistake_.offset, kLongest);
        while (!line.empty() && std::string_view(".:;,").find(line.back()) != std::string_view::npos)
            line.remove_suffix(1);
        out_.primary.span.end = mistake_.offset + static_cast<std::uint32_t>(line.size());
        const auto statement =
            tree_[node_before(tree_, mistake_.offset, [](const Node& node) { return node.kind == Kind::statement; })];
        auto head = text_.substr(statement.begin, mistake_.offset - statement.begin);
        while (!head.empty() && std::string_view(" \t.:").find(head.back()) != std::string_view::npos)
            head.remove_suffix(1);
        auto known = phrases_of(taken_by(mistake_.statement));
        if (holds(mistake_.statement, Word::delegates)) {
            const auto all = verbs();
            known.insert(known.end(), all.begin(), all.end());
        }
        out_.message = say(message::superfluous, {quoted(Text(readable(line))), quoted(Text(readable(head)))});
        // A title begins with a capital, a slip seldom.
        const bool capital = !line.empty() && line.front() >= 'A' && line.front() <= 'Z';
        if (!capital || line.find(' ') == std::string_view::npos) suggest(known);
        if (holds(mistake_.statement, Word::delegates) && has_verb(line)) remedy(say(message::verb_first));
        remedy(say(message::quote_title, {Text(readable(head)), Text(readable(line, kLongest))}));
    }
    static bool has_verb(std::string_view line) {
        const auto all = verbs();
        const auto whole = " " + folded(line) + " ";
        return std::any_of(all.begin(), all.end(), [&](const std::string& verb) {
            return whole.find(" " + folded(verb) + " ") != std::string::npos;
        });
    }
    static std::vector<std::string> verbs() {
        std::vector<Word> out;
        for (std::size_t i = 1; i < static_cast<std::size_t>(Word::count_); ++i)
            if (const auto word = static_cast<Word>(i); has(word, Verb)) out.push_back(word);
        return phrases_of(out);
    }

    /// `organisatie Per Saldo`: the name as the grammar read it.
    void quoted_name() {
        out_.code = Code::N04;
        const auto at = node_before(tree_, mistake_.offset, [](const Node& node) { return node.kind == Kind::name; });
        out_.primary.span = tree_.span(at);
        const auto name = text_.substr(tree_[at].begin, tree_[at].end - tree_[at].begin);
        out_.message = say(message::name_needs_quotes, {Text(readable(name)), Text(readable(words_at(name, 0, 1)))});
        remedy(say(message::quote_name, {Text(readable(name, kLongest))}));
    }

    void mark() {
        out_.code = Code::L04;
        out_.primary.span.end = mistake_.offset + 1;
        out_.message = say(message::mark_after_word, {Text(rest_.substr(0, 1)), quoted(phrase(word()))});
        remedy(say(message::no_colon));
        // The line as it should be.
        auto begin = mistake_.offset;
        while (begin > 0 && text_[begin - 1] != '\n' && text_[begin - 1] != '{') --begin;
        auto lead = text_.substr(begin, mistake_.offset - begin);
        while (!lead.empty() && (lead.front() == ' ' || lead.front() == '\t')) lead.remove_prefix(1);
        auto behind = words_at(text_, mistake_.offset, kLongest);
        while (!behind.empty() && std::string_view(" \t:=>").find(behind.front()) != std::string_view::npos)
            behind.remove_prefix(1);
        if (lead.size() < kLongest && !behind.empty())
            remedy(say(message::write_instead, {Text(readable(lead, kLongest) + " " + readable(behind, kLongest))}));
    }

    void brace() {
        out_.code = Code::L07;
        switch (mistake_.expected) {
            case Expected::block_begin: {
                const auto at =
                    node_before(tree_, mistake_.offset, [](const Node& node) { return node.kind == Kind::statement; });
                const auto begin = tree_[at].begin;
                const auto lead = words_at(text_, begin, 2);
                out_.primary.span = {tree_.file, begin, begin + static_cast<std::uint32_t>(lead.size())};
                auto next = mistake_.offset;
                while (next < text_.size() && is_space(text_[next])) ++next;
                const auto line = words_at(text_, next, 1);
                out_.message =
                    say(message::brace_not_opened, {quoted(Text(readable(lead))), quoted(Text(readable(line)))});
                out_.related.push_back({{tree_.file, next, next + static_cast<std::uint32_t>(line.size())}, {}});
                remedy(say(message::open_brace));
                break;
            }
            case Expected::block_end: {
                const auto lead = words_at(text_, mistake_.opened, 2);
                const auto before = here(3);
                out_.primary.span = {tree_.file, mistake_.opened,
                                     mistake_.opened + static_cast<std::uint32_t>(lead.size())};
                out_.message = say(message::brace_open, {quoted(Text(readable(lead)))});
                if (!before.empty()) out_.related.push_back({before, say(message::brace_before)});
                remedy(say(message::close_brace));
                break;
            }
            case Expected::no_block_end:
                out_.message = say(message::brace_stray);
                out_.primary.span.end = mistake_.offset + 1;
                remedy(say(message::drop_brace));
                break;
            case Expected::shallower_block:
                out_.primary.span.end = mistake_.offset + (mistake_.offset < text_.size() ? 1 : 0);
                out_.message = say(message::too_deep, {number(kDeepestBlock)});
                remedy(say(message::close_brace));
                break;
            case Expected::shallower_condition:
                out_.primary.span = here(1);
                out_.message = say(message::condition_too_deep, {number(kDeepestBlock)});
                remedy(say(message::condition_shallower));
                break;
            default: {
                auto& span = out_.primary.span;
                const auto blanks = std::min(rest_.find_first_not_of(" \t"), rest_.size());
                span.begin += static_cast<std::uint32_t>(blanks);
                span.end = span.begin + static_cast<std::uint32_t>(words_at(text_, span.begin, 2).size());
                const auto other = sources_text(span);
                out_.message = other.empty() ? say(message::bracket_open)
                                             : say(message::bracket_other, {quoted(Text(readable(other)))});
                remedy(say(message::close_bracket));
                break;
            }
        }
    }
    std::string_view sources_text(Span span) const { return text_.substr(span.begin, span.end - span.begin); }
    static bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

    /// `1 januari` where a period belongs.
    bool is_month(std::string_view read) const {
        const auto months = phrases_of(kMonths);
        return std::any_of(months.begin(), months.end(),
                           [&](const std::string& month) { return folded(month) == folded(read); });
    }

    void unit() {
        if (is_month(words_at(rest_, 0, 1))) {
            const auto begin = text_.find_last_of(" \t", mistake_.offset > 1 ? mistake_.offset - 2 : 0) + 1;
            out_.primary.span = {tree_.file, static_cast<std::uint32_t>(begin), here(1).end};
            out_.message = say(
                message::other_than,
                {quoted(phrase(word())), quoted(Text(sources_text(out_.primary.span))), say(message::what_quantity)});
            remedy(say(message::for_example, {example_of(word())}));
            return;
        }
        out_.message = say(message::unknown_unit, {read(1)});
        out_.primary.span = here(1);
        const auto units = phrases_of({Word::days, Word::weeks, Word::months, Word::years, Word::percent});
        if (auto found = nearest(words_at(rest_, 0, 1), units)) remedy(say(message::did_you_mean, {Text(*found)}));
        remedy(say(message::units_are));
    }

    /// The word after which something else was expected.
    Word word() const { return mistake_.clause == Word::none ? mistake_.statement : mistake_.clause; }

    /// `aan college van Leiden, voor zover …`: the comma leads on to a name, and no name follows.
    bool comma_before_clause() {
        auto at = mistake_.offset;
        while (at > 0 && (text_[at - 1] == ' ' || text_[at - 1] == '\t')) --at;
        return at > 0 && text_[at - 1] == ',' && clause_behind(at - 1);
    }
    /// Whether a clause of the statement stands behind this comma; says that the comma is too many.
    bool clause_behind(std::uint32_t at) {
        const auto clause = word_at(past_blanks(at + 1),
                                    [&](Word word) { return has(word, Clause) && reaches(mistake_.statement, word); });
        if (!clause) return false;
        out_.code = Code::L04;
        out_.primary.span = {tree_.file, at, at + 1};
        out_.message = say(message::comma_too_many, {quoted(phrase(*clause))});
        remedy(say(message::drop_comma));
        return true;
    }

    void argument() {
        if (mistake_.expected == Expected::list && comma_before_clause()) return;
        if (limit_as_condition() || bounded_condition()) return;
        const bool amount = mistake_.expected == Expected::quantity || mistake_.expected == Expected::amount;
        if (amount && money_left_open()) return;
        const auto what = say(wanted(mistake_.expected));
        const auto after = quoted(phrase(word()));
        const auto read = passed_over(text_, tree_, mistake_.offset);
        out_.primary.span.end = mistake_.offset + static_cast<std::uint32_t>(read.size());
        out_.message = read.empty() ? say(message::missing_after, {after, what})
                                    : say(message::other_than, {after, quoted(Text(readable(read))), what});
        const auto one_of = [&](Message list, const std::vector<Word>& words) {
            if (!suggest(phrases_of(words))) {
                std::vector<Text> all;
                for (const auto each : words) all.push_back(phrase(each));
                remedy(say(list, {alternatives(all)}));
            }
        };
        if (mistake_.expected == Expected::purpose) {
            one_of(message::purposes_are,
                   {Word::to_adopt, Word::to_agree, Word::to_permit, Word::to_view, Word::to_advise, Word::to_note});
            return;
        }
        if (mistake_.expected == Expected::status) {
            one_of(message::statuses_are,
                   {Word::decided, Word::intended, Word::intent, Word::under_research, Word::rejected, Word::lapsed});
            return;
        }
        if (mistake_.expected == Expected::date) {
            if (lacks_year(read)) {
                const Text day{std::string(read)};
                const auto lead = phrase(word());
                remedy(say(message::year_missing, {lead, {day.nl + " 2026", day.en + " 2026"}}));
                return;
            }
            if (const auto mended = nearest_date(read)) {
                remedy(say(message::did_you_mean, {Text(*mended)}));
                return;
            }
        }
        if (mistake_.expected == Expected::quantity)
            if (const auto months = half_a_year(read)) {
                const auto& lead = phrase(word());
                const auto count = std::to_string(*months);
                remedy(say(message::write_instead,
                           {{lead.nl + " " + count + " maanden", lead.en + " " + count + " months"}}));
                return;
            }
        if (mistake_.expected == Expected::binding) {
            remedy(say(message::binding_example, {phrase(word())}));
            return;
        }
        if (mistake_.expected == Expected::citation && text_goes_first()) return;
        remedy(say(message::for_example, {example_of(word())}));
        if (word() == Word::use && !read.empty()) file_in_quotes();
        // `geldt met ingang van de dag na bekendmaking`
        const bool begins =
            word() == Word::from || word() == Word::as_of || word() == Word::until || word() == Word::through;
        if (mistake_.expected == Expected::date && begins && !read.empty()) {
            const bool term = mistake_.statement == Word::valid;
            const auto& lead = phrase(word());
            const auto& valid = phrase(Word::valid);
            remedy(
                say(message::day_not_stated, {term ? Text{valid.nl + " " + lead.nl, valid.en + " " + lead.en} : lead}));
            remedy(say(message::day_by_decision));
        }
    }

    const State::Mistake& mistake_;
    const Tree& tree_;
    std::string_view text_, rest_;
    Diagnostic out_;
};

}  // namespace

Diagnostic explained(const State::Mistake& mistake, const Sources& sources, const Tree& tree, const Lexicon&) {
    auto out = Teller(mistake, sources, tree).told();
    out.id = std::string(info(out.code).id) + "/" + sources[tree.file].name() + "/" +
             std::string(words_at(sources[tree.file].text(), mistake.offset, 3));
    return out;
}

}  // namespace belegd::syntax
