// What people write before they know the language: the line is given only when it can be read.
#include "syntax/first_words.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/fold.hpp"
#include "syntax/examples.hpp"
#include "syntax/mistakes/read_there.hpp"
#include "syntax/numbers.hpp"
#include "syntax/parser.hpp"

namespace belegd::syntax {
namespace {

enum class Follows : std::uint8_t { anything, length, text };
struct Instead {
    Follows follows;
    std::string_view written, nl, en;
};
constexpr Instead kInstead[] = {
#define INSTEAD(written, nl, en) {Follows::anything, written, nl, en},
#define LASTING(written, nl, en) {Follows::length, written, nl, en},
#define SAYING(written, nl, en) {Follows::text, written, nl, en},
#include "first_words.def"
};

/// Whether a line can be read in the block of a statement. Of what stands in the trial nothing is tried again.
bool reads(std::string_view line, Word enclosing, Language language, const Lexicon& lexicon) {
    static thread_local bool trying = false;
    if (trying) return true;
    std::string text = language == Language::en ? "language en\n" : "";
    const bool numbered = info(enclosing).shape == Shape::Place;
    if (enclosing != Word::none)
        text += std::string(info(enclosing).phrase.in(language)) + (numbered ? " 1" : " x") + " {\n";
    text += std::string(line) + "\n";
    if (enclosing != Word::none) text += "}\n";
    Sources sources;
    const auto file = sources.add(Source("", std::move(text)));
    Diagnostics found;
    trying = true;
    (void)parse(sources, file, lexicon, found);
    trying = false;
    return found.items().empty();
}

/// The word of the language that a line begins with.
Word word_of(std::string_view line, Word enclosing) {
    static const Lexicon words;
    Lexicon::Match found[Lexicon::kMost];
    const auto count = words.matches(line, Language::nl, found);
    for (std::size_t i = 0; i < count; ++i)
        if (has(found[i].word, Verb) ? holds(enclosing, Word::delegates)
                                     : takes(enclosing, found[i].word) || holds(enclosing, found[i].word))
            return found[i].word;
    return Word::none;
}

/// `vijf jaar`, `5 maanden`, and nothing else.
bool is_length(std::string_view text) {
    static const Lexicon words;
    Lexicon::Match found[Lexicon::kMost];
    const auto blank = text.find(' ');
    if (blank == std::string_view::npos) return false;
    const auto first = text.substr(0, blank), unit = text.substr(text.find_first_not_of(' ', blank));
    if (first.find_first_not_of("0123456789") != std::string_view::npos && !number_named(first)) return false;
    const auto count = words.matches(unit, Language::nl, found);
    for (std::size_t i = 0; i < count; ++i)
        if (has(found[i].word, Unit)) return found[i].length == unit.size();
    return false;
}

/// Whether what stands behind `geldt` begins as a period does: `geldt voor vijf jaar` can be read, and is for nobody.
bool begins_period(std::string_view line, Language language) {
    static const Lexicon words;
    Lexicon::Match found[Lexicon::kMost];
    const auto count = words.matches(line.substr(std::min(line.find(' '), line.size() - 1) + 1), language, found);
    return count > 0 && (takes(Word::valid, found[0].word) || found[0].word == Word::of);
}

/// The text behind the words, without the mark after them.
std::optional<std::string_view> behind(std::string_view line, std::string_view words) {
    const auto lead = line.substr(0, std::min(line.size(), words.size()));
    auto rest = line.substr(lead.size());
    if (folded(lead) != folded(words) || (!rest.empty() && is_word_character(folded_character(rest).character)))
        return std::nullopt;
    while (!rest.empty() && std::string_view(" \t:=").find(rest.front()) != std::string_view::npos)
        rest.remove_prefix(1);
    return rest;
}

/// The ways to write what stands behind the words, the likeliest first.
std::vector<std::string> ways(std::string_view rest, Follows follows) {
    auto bare = rest;
    while (!bare.empty() && std::string_view(".;, \t").find(bare.back()) != std::string_view::npos)
        bare.remove_suffix(1);
    if (follows == Follows::text && !bare.starts_with('"'))
        return {"\"" + mistaken::readable(bare, mistaken::kLongest) + "\""};
    for (const std::string_view lead : {"de gemeenten ", "gemeenten ", "the municipalities of ", "municipalities of "})
        if (bare.size() > lead.size() && folds_to(bare.substr(0, lead.size() - 1), lead.substr(0, lead.size() - 1)))
            return {mistaken::readable(bare.substr(lead.size()), mistaken::kLongest)};
    std::vector<std::string> out{mistaken::readable(rest, mistaken::kLongest)};
    if (bare.size() < rest.size()) out.push_back(mistaken::readable(bare, mistaken::kLongest));
    return out;
}

}  // namespace

std::optional<FirstWords> first_words(std::string_view line, Word enclosing, Language language,
                                      const Lexicon& lexicon) {
    std::optional<FirstWords> out;
    for (const auto& each : kInstead) {
        const auto rest = behind(line, each.written);
        if (!rest) continue;
        const auto lead = language == Language::nl ? each.nl : each.en;
        const auto word = word_of(lead, enclosing);
        if (enclosing != Word::none && word == Word::none) continue;
        const auto whole = [&](const std::string& said) {
            return Text{std::string(each.nl) + " " + said, std::string(each.en) + " " + said};
        };
        if (rest->empty()) return FirstWords{whole("…")};
        for (const auto& said : ways(*rest, each.follows)) {
            const bool length = each.follows == Follows::length;
            if (length != is_length(said) && (length || word == Word::valid)) continue;
            const auto text = whole(said);
            if (word == Word::valid && !begins_period(text.in(language), language)) continue;
            if (reads(text.in(language), enclosing, language, lexicon)) return FirstWords{text, length};
        }
        if (!out && word != Word::none) out = FirstWords{example_of(word), true};
    }
    return out;
}

}  // namespace belegd::syntax
