#include "report/word_sheet.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "diagnostics/diagnostic.hpp"
#include "diagnostics/messages/glossary.hpp"
#include "diagnostics/messages/reading.hpp"
#include "report/examples.hpp"

namespace belegd::report {
namespace {

using syntax::Shape;
using syntax::Word;

std::vector<Word> all_words() {
    std::vector<Word> out;
    for (int i = 1; i < static_cast<int>(Word::protected_name); ++i) out.push_back(static_cast<Word>(i));
    return out;
}

std::vector<Text> aliases_of(Word word) {
    std::vector<Text> out;
    for (auto left = syntax::info(word).aliases; !left.empty();) {
        const auto end = std::min(left.find(';'), left.size());
        out.emplace_back(left.substr(0, end));
        left.remove_prefix(std::min(end + 1, left.size()));
    }
    return out;
}

std::vector<Text> phrases_with(std::uint32_t role) {
    std::vector<Text> out;
    for (const auto word : all_words())
        if (syntax::has(word, role)) out.push_back(syntax::info(word).phrase);
    return out;
}

Text phrases(const std::vector<Word>& words) {
    std::vector<Text> out;
    out.reserve(words.size());
    for (const auto word : words)
        out.push_back(syntax::has(word, syntax::Verb) ? say(message::word_any_transfer) : syntax::info(word).phrase);
    return listed(out);
}

/// What follows a word, as a reader would say it.
Text shape_said(Shape shape) {
    switch (shape) {
        case Shape::Nothing: return say(message::shape_nothing);
        case Shape::Name: return say(message::shape_name);
        case Shape::Names: return say(message::shape_names);
        case Shape::Matter: return say(message::shape_matter);
        case Shape::Declared: return say(message::shape_declared);
        case Shape::Text: return say(message::shape_text);
        case Shape::Extent: return say(message::shape_extent);
        case Shape::Date: return say(message::shape_date);
        case Shape::Quantity: return say(message::shape_quantity);
        case Shape::DayOfYear: return say(message::shape_day_of_year);
        case Shape::Citation: return say(message::shape_citation);
        case Shape::SourceRef: return say(message::shape_source);
        case Shape::StatusWord: return alternatives(phrases_with(syntax::Status));
        case Shape::Codes: return say(message::shape_codes);
        case Shape::Place: return say(message::shape_place);
        case Shape::Places: return say(message::shape_places);
        case Shape::Dated: return say(message::shape_dated);
        case Shape::Cost: return say(message::shape_cost);
        case Shape::Amounts: return say(message::shape_amounts);
        case Shape::Shares: return say(message::shape_shares);
        case Shape::Weights: return say(message::shape_weights);
        case Shape::Condition: return say(message::what_condition);
        case Shape::Bindings: return say(message::what_binding);
        case Shape::Naming: return say(message::what_operand);
        case Shape::PurposeWord: return alternatives(phrases_with(syntax::Purpose));
    }
    return {};
}

/// The statements that take a word on their line or in their block, or hold it as a statement of its own.
std::vector<Text> stands_with(Word word) {
    std::vector<Text> out;
    for (const auto each : all_words()) {
        if (syntax::has(each, syntax::Verb)) continue;
        if (syntax::takes(each, word) || syntax::holds(each, word)) out.push_back(syntax::info(each).phrase);
    }
    if (syntax::takes(Word::delegates, word)) out.push_back(say(message::word_any_transfer));
    return out;
}

}  // namespace

std::vector<Word> words_spelt(std::string_view asked) {
    std::vector<Word> out;
    const auto name = folded(asked);
    for (const auto word : all_words()) {
        const auto& phrase = syntax::info(word).phrase;
        auto known = aliases_of(word);
        known.push_back(phrase);
        if (std::any_of(known.begin(), known.end(),
                        [&](const Text& each) { return folded(each.nl) == name || folded(each.en) == name; }))
            out.push_back(word);
    }
    return out;
}

Text kind_of(Word word) {
    const std::pair<std::uint32_t, Message> kinds[] = {{syntax::Verb, message::word_is_transfer},
                                                       {syntax::Modal, message::word_is_modal},
                                                       {syntax::Declares, message::word_is_statement},
                                                       {syntax::Status, message::word_is_status},
                                                       {syntax::Certainty, message::word_is_certainty},
                                                       {syntax::Month, message::word_is_month},
                                                       {syntax::Season, message::word_is_season},
                                                       {syntax::Unit, message::word_is_unit},
                                                       {syntax::Cites, message::word_is_place},
                                                       {syntax::Purpose, message::word_is_purpose},
                                                       {syntax::Value, message::word_is_value},
                                                       {syntax::Bounds, message::word_is_bound},
                                                       {syntax::Links, message::word_is_link},
                                                       {syntax::Clause | syntax::Leads, message::word_is_clause},
                                                       {syntax::Part, message::word_is_part}};
    for (const auto& [role, message] : kinds)
        if (syntax::has(word, role)) return say(message);
    return say(message::word_is_clause);
}

Sheet word_sheet(Word word, const syntax::Lexicon& lexicon, std::span<const embedded::File> pages) {
    Sheet out;
    const auto row = [&](Message label, const Text& text) {
        if (!text.empty()) out.rows.emplace_back(say(label), Cell(text));
    };
    const auto& known = syntax::info(word);
    row(message::word_in_dutch, Text(known.phrase.nl));
    row(message::word_in_english, Text(known.phrase.en));
    row(message::word_also, listed(aliases_of(word)));
    row(message::word_means, known.help);
    auto places = stands_with(word);
    if (syntax::holds(Word::none, word) || word == Word::language || word == Word::use)
        places.insert(places.begin(), say(message::word_at_top));
    row(message::word_stands, listed(places));
    if (syntax::has(word, syntax::Modal))
        row(message::word_followed, say(message::word_any_transfer));
    else if (known.shape != Shape::Nothing || syntax::has(word, syntax::Clause))
        row(message::word_followed, shape_said(known.shape));
    row(message::word_takes, phrases(syntax::taken_by(word)));
    row(message::word_holds, phrases(syntax::held_by(word)));
    auto example = example_of(word, lexicon, pages);
    // A word that no page uses in one of the languages is shown by itself, with what follows it.
    const auto composed = joined(
        {known.phrase, known.shape == Shape::Nothing && !syntax::has(word, syntax::Modal) ? Text() : Text(" …")}, "");
    if (example.nl.empty()) example.nl = composed.nl;
    if (example.en.empty()) example.en = composed.en;
    row(message::word_example, example);
    return out;
}

}  // namespace belegd::report
