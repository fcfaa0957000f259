#include "resolve/phrases/formulas.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/names.hpp"
#include "diagnostics/messages/reading.hpp"
#include "syntax/leading_article.hpp"
#include "syntax/lexicon.hpp"
#include "syntax/words.hpp"

namespace belegd::resolve {
namespace {

constexpr std::string_view kObserving[] = {
#define OBSERVING(formula) formula,
#include "set_phrases.def"
};
constexpr std::string_view kInAbsence[] = {
#define IN_ABSENCE(formula) formula,
#include "set_phrases.def"
};

constexpr std::string_view kAbsenceAlone[] = {
#define ABSENCE_ALONE(formula) formula,
#include "set_phrases.def"
};
constexpr std::string_view kDeputy[] = {
#define DEPUTY(formula) formula,
#include "set_phrases.def"
};
constexpr std::string_view kHeard[] = {
#define HEARD(formula) formula,
#include "set_phrases.def"
};
constexpr std::string_view kApproved[] = {
#define APPROVED(formula) formula,
#include "set_phrases.def"
};

bool is_ascii_blank(char c) { return c == ' ' || c == '\t'; }

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// The longest word of each formula, by its first letter.
using Longest = std::array<std::vector<std::string_view>, 26>;
Longest longest_words() {
    Longest out;
    const auto add = [&](const auto& formulas) {
        for (std::string_view rest : formulas) {
            std::string_view longest;
            while (!rest.empty()) {
                const auto word = rest.substr(0, rest.find(' '));
                rest.remove_prefix(std::min(word.size() + 1, rest.size()));
                if (word.size() > longest.size()) longest = word;
            }
            auto& all = out[static_cast<std::size_t>(longest.front() - 'a')];
            if (std::find(all.begin(), all.end(), longest) == all.end()) all.push_back(longest);
        }
    };
    add(kObserving), add(kInAbsence), add(kAbsenceAlone), add(kDeputy), add(kHeard), add(kApproved);
    return out;
}

/// Whether a line has the longest word of some formula: most sentences have none, and need not be searched for any.
bool may_hold_formula(std::string_view line) {
    static const Longest longest = longest_words();
    const auto same = [](char b, char a) { return small(a) == b; };
    for (std::size_t at = 0; at < line.size(); ++at) {
        const char first = small(line[at]);
        if (first < 'a' || first > 'z' || (at > 0 && !is_ascii_blank(line[at - 1]))) continue;
        for (const auto word : longest[static_cast<std::size_t>(first - 'a')])
            if (word.size() <= line.size() - at &&
                std::equal(word.begin(), word.end(), line.begin() + static_cast<std::ptrdiff_t>(at), same))
                return true;
    }
    return false;
}

/// A line, with the places where a word begins in it outside texts: a formula begins at one of them. They are looked up
/// once, since every sentence that moves something is searched for every formula.
struct Line {
    explicit Line(std::string_view line) : text(line) {
        bool quoted = false;
        for (std::size_t at = 1; at < line.size(); ++at) {
            quoted = quoted != (line[at] == '"');
            if (!quoted && is_ascii_blank(line[at - 1])) words.push_back(at);
        }
    }
    std::string_view text;
    std::vector<std::size_t> words;
};

/// Where a formula stands in a line, as words of their own.
std::size_t place_of(const Line& line, std::string_view formula) {
    const auto same = [](char b, char a) { return small(a) == b; };
    for (const auto at : line.words)
        if (at + formula.size() <= line.text.size() &&
            (at + formula.size() == line.text.size() || is_ascii_blank(line.text[at + formula.size()])) &&
            std::equal(formula.begin(), formula.end(), line.text.begin() + static_cast<std::ptrdiff_t>(at), same))
            return at;
    return std::string_view::npos;
}

std::string_view without_edges(std::string_view text) {
    while (!text.empty() && (is_ascii_blank(text.front()) || text.front() == ',')) text.remove_prefix(1);
    while (!text.empty() && (is_ascii_blank(text.back()) || text.back() == ',')) text.remove_suffix(1);
    return text;
}

/// `college van Leiden en`, before a formula: what joined the two goes with it.
std::string_view without_joint(std::string_view text) {
    text = without_edges(text);
    for (const std::string_view joint : {" en", " of", " and", " or"})
        if (text.ends_with(joint)) text = without_edges(text.substr(0, text.size() - joint.size()));
    return text;
}

/// Who is named at the beginning of a text, without `door` and articles, and what of the sentence stands behind.
std::pair<std::string, std::string> who_in(std::string_view rest) {
    static const syntax::Lexicon words;
    syntax::Lexicon::Match found[syntax::Lexicon::kMost];
    rest = without_edges(rest);
    for (const std::string_view lead : {"door ", "aan ", "by ", "to ", "de ", "het ", "the "})
        if (rest.starts_with(lead)) rest = without_edges(rest.substr(lead.size()));
    std::size_t end = rest.size();
    for (auto at = rest.find(' '); at != std::string_view::npos && end == rest.size(); at = rest.find(' ', at + 1)) {
        const auto count = words.matches(rest.substr(at + 1), Language::nl, found);
        for (std::size_t i = 0; i < count; ++i)
            if (found[i].word != Word::of && syntax::has(found[i].word, syntax::Clause | syntax::Certainty) &&
                (syntax::has(found[i].word, syntax::Certainty) || syntax::takes(Word::delegates, found[i].word)))
                end = at;
    }
    return {std::string(without_edges(rest.substr(0, end))), std::string(without_edges(rest.substr(end)))};
}

/// The sentence with another clause in the place of a formula.
Text rewritten(std::string_view before, const Text& clause, std::string_view behind) {
    std::vector<Text> parts{Text(std::string(without_joint(before))), clause};
    if (!behind.empty()) parts.emplace_back(std::string(behind));
    return joined(parts, " ");
}

/// A word of the language and who stands behind it.
Text clause_of(Word word, const std::string& who) { return joined({syntax::info(word).phrase, Text(who)}, " "); }

/// `de manager de secretaris`: who stands last, behind an article or a comma.
std::string substitute_in(std::string_view rest) {
    std::size_t begin = std::string_view::npos;
    for (const std::string_view mark : {" de ", " het ", " the ", ","})
        if (const auto at = rest.rfind(mark); at != std::string_view::npos && at > 0)
            begin = begin == std::string_view::npos ? at + mark.size() : std::max(begin, at + mark.size());
    if (begin == std::string_view::npos) return "…";
    const auto name = syntax::behind_article(without_edges(rest.substr(begin)));
    return name.empty() ? "…" : std::string(name);
}

}  // namespace

bool begins_formula(std::string_view text) {
    constexpr std::size_t kMost = 80;  // bytes: no formula is longer
    const auto whole = " " + std::string(text.substr(0, kMost));
    const Line line(whole);
    const auto begins = [&](std::string_view formula) { return place_of(line, formula) == 1; };
    const auto any = [&](const auto& all) { return std::any_of(std::begin(all), std::end(all), begins); };
    return any(kInAbsence) || any(kObserving) || any(kAbsenceAlone) || any(kApproved);
}

bool tell_formula(Resolution& r, const Phrase& phrase) {
    const auto begin = phrase.whole.begin;
    const auto text = r.sources[phrase.whole.file].text().substr(begin);
    const auto line_end = std::find_if(
        text.begin(), text.end(), [](char c) { return c == '\n' || c == '{' || c == '}' || c == '#' || c == '\r'; });
    const auto line = without_edges(text.substr(0, static_cast<std::size_t>(line_end - text.begin())));
    if (!may_hold_formula(line)) return false;
    const Line words(line);
    const auto span_of = [&](std::size_t at, std::size_t length) {
        const auto first = begin + static_cast<std::uint32_t>(at);
        return Span{phrase.whole.file, first, first + static_cast<std::uint32_t>(length)};
    };
    for (const auto formula : kInAbsence) {
        const auto at = place_of(words, formula);
        if (at == std::string_view::npos) continue;
        const auto& word = syntax::info(Word::substitute).phrase;
        const std::string before(without_edges(line.substr(0, at)));
        const auto who = substitute_in(line.substr(at + formula.size()));
        r.report(Code::N04, say(message::absence_elsewhere, {quoted(word)}), span_of(at, formula.size()),
                 {{say(message::write_instead, {joined({Text(before), word, Text(who)}, " ")})}});
        return true;
    }
    const auto tell = [&](Message what, std::size_t at, std::string_view formula, std::vector<Remedy> remedies) {
        r.report(Code::N04, say(what, {quoted(Text(line.substr(at, formula.size())))}), span_of(at, formula.size()),
                 std::move(remedies));
        return true;
    };
    const auto write = [](const Text& sentence) { return say(message::write_instead, {sentence}); };
    for (const auto formula : kDeputy) {
        const auto at = place_of(words, formula);
        if (at == std::string_view::npos) continue;
        const auto open = joined({syntax::info(Word::substitute).phrase, syntax::info(Word::not_stated).phrase}, " ");
        return tell(message::deputy_unnamed, at, formula,
                    {{write(rewritten(line.substr(0, at), open, without_edges(line.substr(at + formula.size()))))}});
    }
    for (const auto formula : kAbsenceAlone) {
        const auto at = place_of(words, formula);
        if (at == std::string_view::npos || phrase.clause(Word::substitute) != nullptr) continue;
        const auto [who, behind] = who_in(line.substr(at + formula.size()));
        if (who.empty()) continue;
        return tell(message::absence_alone, at, formula,
                    {{write(rewritten(line.substr(0, at), clause_of(Word::substitute, who), behind))}});
    }
    for (const auto formula : kHeard) {
        const auto at = place_of(words, formula);
        if (at == std::string_view::npos) continue;
        const auto [who, behind] = who_in(line.substr(at + formula.size()));
        if (who.empty()) continue;
        std::vector<Remedy> remedies;
        for (const auto word : {Word::hearing, Word::advice, Word::consultation})
            remedies.push_back({write(rewritten(line.substr(0, at), clause_of(word, who), behind))});
        return tell(message::heard_how, at, formula, std::move(remedies));
    }
    for (const auto formula : kApproved) {
        const auto at = place_of(words, formula);
        if (at == std::string_view::npos) continue;
        const auto [who, behind] = who_in(line.substr(at + formula.size()));
        if (who.empty()) continue;
        const auto& word = syntax::info(Word::provided).phrase;
        const Text as_condition{fmt::format("{} \"{} goedkeurt\"", word.nl, who),
                                fmt::format("{} \"{} approves\"", word.en, who)};
        return tell(
            message::approval_is_no_consent, at, formula,
            {{write(rewritten(line.substr(0, at), as_condition, behind))},
             {say(message::if_beforehand, {rewritten(line.substr(0, at), clause_of(Word::consent, who), behind)})}});
    }
    for (const auto formula : kObserving) {
        const auto at = place_of(words, formula);
        if (at == std::string_view::npos) continue;
        const auto& word = syntax::info(Word::provided).phrase;
        const std::string before(without_edges(line.substr(0, at))), lead(line.substr(at, formula.size()));
        auto rest = without_edges(line.substr(at + formula.size()));
        std::string_view behind;
        if (rest.starts_with('"')) {
            const auto end = std::min(rest.find('"', 1), rest.size());
            behind = without_edges(rest.substr(std::min(end + 1, rest.size())));
            rest = rest.substr(1, end - 1);
        }
        std::string said(rest);
        std::replace(said.begin(), said.end(), '"', '\'');
        std::vector<Text> parts{Text(before), word, Text(fmt::format("\"{} {}\"", lead, said))};
        if (!behind.empty()) parts.emplace_back(std::string(behind));
        r.report(Code::N04, say(message::observing_elsewhere, {quoted(Text(lead)), quoted(word)}),
                 span_of(at, formula.size()), {{say(message::write_instead, {joined(parts, " ")})}});
        return true;
    }
    return false;
}

}  // namespace belegd::resolve
