// Where a line begins with no word of the language, or with one that does not belong there.
#include "syntax/mistakes/teller.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "base/embedded.hpp"
#include "base/fold.hpp"
#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/names.hpp"
#include "diagnostics/messages/reading.hpp"
#include "syntax/first_words.hpp"
#include "syntax/leading_article.hpp"
#include "syntax/numbers.hpp"

namespace belegd::syntax::mistaken {

void Teller::statement() {
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
    out_.why = mistake_.enclosing == Word::none ? say(message::lines_begin_document)
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
        if (mistake_.enclosing != Word::none)
            if (const auto instead = first_words(words_at(text_, mistake_.offset, kLongest), mistake_.enclosing,
                                                 tree_.language, lexicon_)) {
                remedy(say(instead->example ? message::for_example : message::write_instead, {instead->line}));
                return;
            }
        if (takes(Word::delegates, word)) remedy(say(message::behind_the_sentence));
        std::vector<Text> blocks;
        for (const auto home : homes)
            if (has(home, Declares)) blocks.push_back(phrase(home));
        if (!blocks.empty()) remedy(say(message::put_in, {quoted(said), listed(blocks)}));
        return;
    }
    if (behind_a_sentence() || provision_here()) return;
    const bool dash =
        !one.empty() && one.size() < rest_.size() && (one == "-" || one == "*" || one == "\u2022" || one == "\u2013");
    const auto known = leads_in(mistake_.enclosing);
    const auto part = numbered(one);
    if (!part && beginners_line()) return;
    if (part && holds(mistake_.enclosing, part->first)) {
        const auto& word = phrase(part->first);
        remedy(
            say(message::write_instead, {{word.nl + " " + part->second + " …", word.en + " " + part->second + " …"}}));
        return;
    }
    if (dash && begins_like(rest_.substr(one.size() + 1), known))
        remedy(say(message::no_dash, {Text(one)}));
    else if (!is_word_character(folded_character(rest_).character) || !suggest(known))
        remedy(say(message::remark_begins));
}

bool Teller::beginners_line() {
    const auto line = words_at(text_, mistake_.offset, kLongest);
    if (const auto instead = first_words(line, mistake_.enclosing, tree_.language, lexicon_)) {
        remedy(say(instead->example ? message::for_example : message::write_instead, {instead->line}));
        return true;
    }
    return actor_first(line);
}

bool Teller::actor_first(std::string_view line) {
    static const Lexicon words;
    Lexicon::Match found[Lexicon::kMost];
    for (std::size_t at = line.find(' '); at != std::string_view::npos; at = line.find(' ', at + 1)) {
        const auto rest = line.substr(at + 1);
        const auto count = words.matches(rest, tree_.language, found);
        for (std::size_t i = 0; i < count; ++i) {
            if (!has(found[i].word, Verb)) continue;
            const auto who = behind_article(line.substr(0, at));
            const auto& by = phrase(Word::by);
            const auto said = readable(rest, kLongest), giver = readable(who);
            remedy(say(message::verb_goes_first, {joined({Text(said), by, Text(giver)}, " ")}));
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

bool Teller::behind_a_sentence() {
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

bool Teller::provision_here() {
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

const std::set<std::string>& Teller::provisions() {
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

Word Teller::word_here() const {
    static const Lexicon words;
    Lexicon::Match found[Lexicon::kMost];
    const auto count = words.matches(rest_, tree_.language, found);
    for (std::size_t i = 0; i < count; ++i)
        if (has(found[i].word, Clause) && !homes_of(found[i].word).empty()) return found[i].word;
    return Word::none;
}

std::optional<std::pair<Word, std::string>> Teller::numbered(std::string_view first) const {
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

}  // namespace belegd::syntax::mistaken
