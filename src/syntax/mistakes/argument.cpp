// What a word asks for; braces, titles and marks.
#include "syntax/mistakes/teller.hpp"

#include <algorithm>
#include <string>

#include "base/fold.hpp"
#include "base/suggest.hpp"
#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/names.hpp"
#include "diagnostics/messages/reading.hpp"
#include "syntax/examples.hpp"
#include "syntax/first_words.hpp"
#include "syntax/numbers.hpp"

namespace belegd::syntax::mistaken {

void Teller::title() {
    out_.code = Code::L04;
    auto line = words_at(text_, mistake_.offset, kLongest);
    while (!line.empty() && std::string_view(".:;,").find(line.back()) != std::string_view::npos) line.remove_suffix(1);
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

bool Teller::has_verb(std::string_view line) {
    const auto all = verbs();
    const auto whole = " " + folded(line) + " ";
    return std::any_of(all.begin(), all.end(), [&](const std::string& verb) {
        return whole.find(" " + folded(verb) + " ") != std::string::npos;
    });
}

std::vector<std::string> Teller::verbs() {
    std::vector<Word> out;
    for (std::size_t i = 1; i < static_cast<std::size_t>(Word::count_); ++i)
        if (const auto word = static_cast<Word>(i); has(word, Verb)) out.push_back(word);
    return phrases_of(out);
}

void Teller::quoted_name() {
    out_.code = Code::N04;
    const auto at = node_before(tree_, mistake_.offset, [](const Node& node) { return node.kind == Kind::name; });
    out_.primary.span = tree_.span(at);
    const auto name = text_.substr(tree_[at].begin, tree_[at].end - tree_[at].begin);
    out_.message = say(message::name_needs_quotes, {Text(readable(name)), Text(readable(words_at(name, 0, 1)))});
    remedy(say(message::quote_name, {Text(readable(name, kLongest))}));
}

void Teller::mark() {
    out_.code = Code::L04;
    out_.primary.span.end = mistake_.offset + 1;
    out_.message = say(message::mark_after_word, {Text(rest_.substr(0, 1)), quoted(phrase(word()))});
    // The line as it should be.
    const auto from = begin_of_line();
    if (mistake_.enclosing != Word::none && !takes(mistake_.enclosing, mistake_.statement) &&
        !holds(mistake_.enclosing, mistake_.statement))
        if (const auto instead =
                first_words(words_at(text_, from, kLongest), mistake_.enclosing, tree_.language, lexicon_)) {
            remedy(say(instead->example ? message::for_example : message::write_instead, {instead->line}));
            return;
        }
    remedy(say(message::no_colon));
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

void Teller::brace() {
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
            out_.message = say(message::brace_not_opened, {quoted(Text(readable(lead))), quoted(Text(readable(line)))});
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

bool Teller::is_month(std::string_view read) const {
    const auto& months = month_phrases();
    return std::any_of(months.begin(), months.end(),
                       [&](const std::string& month) { return folded(month) == folded(read); });
}

void Teller::unit() {
    if (is_month(words_at(rest_, 0, 1))) {
        const auto begin = text_.find_last_of(" \t", mistake_.offset > 1 ? mistake_.offset - 2 : 0) + 1;
        out_.primary.span = {tree_.file, static_cast<std::uint32_t>(begin), here(1).end};
        out_.message = say(message::other_than, {quoted(phrase(word())), quoted(Text(sources_text(out_.primary.span))),
                                                 say(message::what_quantity)});
        remedy(say(message::for_example, {example_of(word())}));
        return;
    }
    out_.message = say(message::unknown_unit, {read(1)});
    out_.primary.span = here(1);
    const auto units = phrases_of({Word::days, Word::weeks, Word::months, Word::years, Word::percent});
    if (auto found = nearest(words_at(rest_, 0, 1), units)) remedy(say(message::did_you_mean, {Text(*found)}));
    remedy(say(message::units_are));
}

bool Teller::comma_before_clause() {
    auto at = mistake_.offset;
    while (at > 0 && (text_[at - 1] == ' ' || text_[at - 1] == '\t')) --at;
    return at > 0 && text_[at - 1] == ',' && clause_behind(at - 1);
}

bool Teller::clause_behind(std::uint32_t at) {
    const auto clause =
        word_at(past_blanks(at + 1), [&](Word word) { return has(word, Clause) && reaches(mistake_.statement, word); });
    if (!clause) return false;
    out_.code = Code::L04;
    out_.primary.span = {tree_.file, at, at + 1};
    out_.message = say(message::comma_too_many, {quoted(phrase(*clause))});
    remedy(say(message::drop_comma));
    return true;
}

void Teller::argument() {
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
            all.reserve(words.size());
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
            remedy(
                say(message::write_instead, {{lead.nl + " " + count + " maanden", lead.en + " " + count + " months"}}));
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
        remedy(say(message::day_not_stated, {term ? Text{valid.nl + " " + lead.nl, valid.en + " " + lead.en} : lead}));
        remedy(say(message::day_by_decision));
    }
}

}  // namespace belegd::syntax::mistaken
