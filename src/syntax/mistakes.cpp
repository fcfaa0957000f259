#include "syntax/mistakes.hpp"

#include <algorithm>

#include "base/suggest.hpp"
#include "syntax/parser.hpp"

namespace belegd::syntax {
namespace {

/// The words from `offset` to the end of what the reader would point at: at most the line, at most `most` words.
std::string_view words_at(std::string_view text, std::uint32_t offset, std::size_t most) {
    auto end = offset;
    std::size_t words = 0;
    bool inside = false;
    while (end < text.size() && text[end] != '\n' && text[end] != '\r' && text[end] != '{' && text[end] != '}' &&
           text[end] != '#') {
        const bool blank = is_blank(folded_character(text.substr(end)).character);
        if (blank && inside && ++words == most) break;
        inside = !blank;
        end += folded_character(text.substr(end)).bytes;
    }
    auto found = text.substr(offset, end - offset);
    while (!found.empty() && (found.back() == ' ' || found.back() == '\t')) found.remove_suffix(1);
    return found;
}

Text phrase(Word word) { return info(word).phrase; }
Text quoted(const Text& text) { return say(Message::quoted, {text}); }

/// What the argument is called, and how one looks.
struct Wanted {
    Message what;
    Message example;
};
Wanted wanted(Expected expected) {
    switch (expected) {
        case Expected::list: return {Message::what_list, Message::example_list};
        case Expected::date: return {Message::what_date, Message::example_date};
        case Expected::text: return {Message::what_text, Message::example_text};
        case Expected::quantity: return {Message::what_quantity, Message::example_quantity};
        case Expected::day_of_year: return {Message::what_day_of_year, Message::example_day_of_year};
        case Expected::citation: return {Message::what_citation, Message::example_citation};
        case Expected::source: return {Message::what_source, Message::example_source};
        case Expected::status: return {Message::what_status, Message::example_status};
        case Expected::purpose: return {Message::what_purpose, Message::example_purpose};
        case Expected::number: return {Message::what_number, Message::example_number};
        case Expected::amount: return {Message::what_amount, Message::example_amount};
        case Expected::shares: return {Message::what_shares, Message::example_shares};
        default: return {Message::what_name, Message::example_name};
    }
}

std::vector<std::string> phrases_of(const std::vector<Word>& words) {
    std::vector<std::string> out;
    for (const auto word : words) {
        out.push_back(info(word).phrase.nl);
        out.push_back(info(word).phrase.en);
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
            has(word, Verb) && !has(word, Later) && (enclosing == Word::none || holds(enclosing, word)))
            words.push_back(word);
    return phrases_of(words);
}

/// The nearest phrase to the first one, two or three words of a text.
std::optional<std::string> nearest_phrase(std::string_view text, const std::vector<std::string>& known) {
    for (std::size_t words = 3; words > 0; --words)
        if (auto found = nearest(words_at(text, 0, words), known)) return found;
    return std::nullopt;
}

}  // namespace

Diagnostic explained(const State::Mistake& mistake, const Sources& sources, const Tree& tree, const Lexicon&) {
    const auto text = sources[tree.file].text();
    const auto rest = text.substr(mistake.offset);
    const auto here = words_at(text, mistake.offset, 3);
    Span span{tree.file, mistake.offset, mistake.offset + static_cast<std::uint32_t>(here.size())};
    Diagnostic out{Code::L03, {}, at(span), {}, {}, {}, {}, {}, {}};
    const auto read = [&](std::size_t words) { return quoted(Text(words_at(text, mistake.offset, words))); };
    const auto suggest = [&](const std::vector<std::string>& known) {
        if (auto found = nearest_phrase(rest, known))
            out.remedies.push_back({say(Message::did_you_mean, {Text(*found)})});
    };

    switch (mistake.expected) {
        case Expected::statement: {
            out.code = Code::L02;
            const auto one = words_at(text, mistake.offset, 1);
            out.primary.span.end = mistake.offset + static_cast<std::uint32_t>(std::max<std::size_t>(one.size(), 1));
            out.message = say(Message::unknown_line, {read(1)});
            out.why = mistake.enclosing == Word::none
                          ? say(Message::lines_begin_document)
                          : say(Message::lines_begin_block, {quoted(phrase(mistake.enclosing))});
            suggest(leads_in(mistake.enclosing));
            break;
        }
        case Expected::end_of_line: {
            out.code = Code::L04;
            out.message = say(Message::superfluous, {read(3), quoted(phrase(mistake.statement))});
            const bool mark = !here.empty() && (here.front() == ':' || here.front() == '=' || here.front() == ';');
            if (!mark) suggest(phrases_of(taken_by(mistake.statement)));
            if (out.remedies.empty()) {
                if (mark)
                    out.remedies.push_back({say(Message::no_colon)});
                else if (!here.empty() && (here.front() == '"'))
                    out.remedies.push_back({say(Message::text_after_title)});
                else
                    out.remedies.push_back({say(Message::new_line_or_quotes)});
            }
            break;
        }
        case Expected::closing_quote:
            out.code = Code::L06;
            out.message = say(Message::quote_open);
            out.primary.span = {tree.file, mistake.offset, mistake.offset};
            out.remedies.push_back({say(Message::close_quote)});
            break;
        case Expected::block_end: {
            out.code = Code::L07;
            const auto lead = words_at(text, mistake.opened, 2);
            out.primary.span = {tree.file, mistake.opened, mistake.opened + static_cast<std::uint32_t>(lead.size())};
            out.message = say(Message::brace_open, {quoted(Text(lead))});
            if (!here.empty()) out.related.push_back({span, say(Message::brace_before)});
            out.remedies.push_back({say(Message::close_brace)});
            break;
        }
        case Expected::no_block_end:
            out.code = Code::L07;
            out.message = say(Message::brace_stray);
            out.primary.span.end = mistake.offset + 1;
            out.remedies.push_back({say(Message::drop_brace)});
            break;
        case Expected::shallower_block:
            out.code = Code::L07;
            out.primary.span.end = mistake.offset + (mistake.offset < text.size() ? 1 : 0);
            out.message = say(Message::too_deep, {number(kDeepestBlock)});
            out.remedies.push_back({say(Message::close_brace)});
            break;
        case Expected::bracket_end:
            out.code = Code::L07;
            out.message = here.empty() ? say(Message::bracket_open) : say(Message::bracket_other, {read(3)});
            out.remedies.push_back({say(Message::close_bracket)});
            break;
        case Expected::unit: {
            out.message = say(Message::unknown_unit, {read(1)});
            out.primary.span.end =
                mistake.offset + static_cast<std::uint32_t>(words_at(text, mistake.offset, 1).size());
            const auto units = phrases_of({Word::days, Word::weeks, Word::months, Word::years, Word::percent});
            if (auto found = nearest(words_at(rest, 0, 1), units))
                out.remedies.push_back({say(Message::did_you_mean, {Text(*found)})});
            out.remedies.push_back({say(Message::units_are)});
            break;
        }
        case Expected::available:
            out.code = Code::L08;
            out.primary.span.end = mistake.offset + static_cast<std::uint32_t>(std::max<std::size_t>(
                                                        1, words_at(text, mistake.offset, 1).size()));
            out.message = say(Message::not_available, {quoted(phrase(mistake.clause)), info(mistake.clause).help});
            out.remedies.push_back({say(Message::leave_out)});
            break;
        default: {
            const auto want = wanted(mistake.expected);
            const auto after = quoted(phrase(mistake.clause == Word::none ? mistake.statement : mistake.clause));
            const bool nothing = here.empty() || here.front() == ',';
            out.message = nothing ? say(Message::missing_after, {after, say(want.what)})
                                  : say(Message::other_than, {after, read(3), say(want.what)});
            if (mistake.expected == Expected::purpose)
                suggest(phrases_of(
                    {Word::to_adopt, Word::to_agree, Word::to_permit, Word::to_view, Word::to_advise, Word::to_note}));
            if (mistake.expected == Expected::status)
                suggest(phrases_of(
                    {Word::decided, Word::intended, Word::intent, Word::under_research, Word::rejected, Word::lapsed}));
            const auto lead = phrase(mistake.clause == Word::none ? mistake.statement : mistake.clause);
            const auto sample = say(want.example);
            out.remedies.push_back(
                {say(Message::for_example, {{lead.nl + " " + sample.nl, lead.en + " " + sample.en}})});
            break;
        }
    }
    out.id = std::string(info(out.code).id) + "/" + sources[tree.file].name() + "/" +
             std::string(words_at(text, mistake.offset, 3));
    return out;
}

Diagnostic not_utf8(const Sources& sources, std::uint32_t file, std::uint32_t offset) {
    return {Code::L01, say(Message::not_utf8),         at({file, offset, offset + 1}), {}, {}, say(Message::why_utf8),
            {},        {{say(Message::save_as_utf8)}}, "L01/" + sources[file].name()};
}

Language language_of(std::string_view text) {
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        const auto written = text.substr(0, end);
        auto line = folded(written.substr(0, written.find('#')));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
        if (line.starts_with("taal ") || line.starts_with("language "))
            return line.substr(line.find(' ') + 1).starts_with("en") ? Language::en : Language::nl;
        if (!line.empty() && line != " ") break;
    }
    return Language::nl;
}

}  // namespace belegd::syntax
