#include "editor/completion.hpp"

#include <algorithm>
#include <optional>

#include "base/fold.hpp"
#include "editor/offers.hpp"
#include "syntax/markdown.hpp"
#include "syntax/parser.hpp"

namespace belegd::editor {
namespace {

/// What belegd knows without any model.
const analysis::Analysis& library_alone() {
    static const auto out = [] {
        std::string text(syntax::info(syntax::Word::use).phrase.nl);
        for (const auto* const module : {" wgr", ", sociaal_domein"}) text += module;
        return analysis::of(
            "", text + "\n", [](const std::string&) { return std::nullopt; }, graph::Mode::planned, {}, false);
    }();
    return *out;
}

/// Whether a place of a Markdown text lies in a block of the model.
bool in_model(std::string_view markdown, std::size_t at) {
    for (const auto& line : syntax::lines_of_markdown(markdown))
        if (line.begin <= at && at <= line.end) return line.kind == syntax::MarkdownLine::model && at >= line.content;
    return false;
}

/// The last words before a place, from one to as many as a name may have: where they begin, and how they fold.
struct Tail {
    std::size_t begin;
    std::string typed;
};
std::vector<Tail> tails(std::string_view text, std::size_t from, std::size_t at) {
    constexpr std::size_t kMostWords = 4;
    std::vector<Tail> out;
    for (auto begin = at; begin > from && out.size() < kMostWords;) {
        auto next = begin;
        while (next > from && (text[next - 1] == ' ' || text[next - 1] == '\t')) --next;
        auto word = next;
        for (auto each = next; each > from;) {
            --each;
            if ((text[each] & 0xC0) == 0x80) continue;
            if (!is_word_character(folded_character(text.substr(each)).character)) break;
            word = each;
        }
        if (word == next) break;
        begin = word;
        out.push_back({word, folded(text.substr(word, at - word))});
    }
    return out;
}

/// How well a name goes on what has been typed of it, and from where: more words are better, its beginning best.
struct Fit {
    int rank = 0;
    std::size_t begin = 0;
};
Fit fit_of(const std::string& label, const std::vector<Tail>& typed) {
    const auto name = folded(label);
    for (auto each = typed.rbegin(); each != typed.rend(); ++each)
        if (name.starts_with(each->typed)) return {1 + static_cast<int>(typed.rend() - each), each->begin};
    if (typed.empty()) return {};
    const auto inside = name.find(" " + typed.front().typed);
    return inside == std::string::npos ? Fit{} : Fit{1, typed.front().begin};
}

}  // namespace

std::vector<Completion> completions(const std::string& path, const std::string& text, std::uint32_t at,
                                    const analysis::Analysis* analysis, Day today) {
    const bool markdown = syntax::is_markdown(path);
    if (markdown && !in_model(text, at)) return {};
    const auto read = markdown ? syntax::model_text(text) : text;
    const auto language = syntax::language_of(read);
    const auto& lexicon = analysis != nullptr ? analysis->texts.lexicon : plain_lexicon();
    const auto context = context_at(read, at, language, lexicon);
    if (context.in_text) return {};
    const auto& known = analysis != nullptr ? *analysis : library_alone();
    auto all = offers(context, known, language, today);
    const auto typed = context.word < at ? tails(read, context.statement, at) : std::vector<Tail>();
    if (context.at_head && typed.empty() && context.statement != context.word) return {};
    std::vector<std::pair<Fit, Offer>> fitting;
    fitting.reserve(all.size());
    for (auto& offer : all) {
        const auto fit = fit_of(offer.what.label, typed);
        // What is whole already is not to be completed: whoever ends the line then would change it.
        if (fit.rank > 1)
            for (const auto& tail : typed)
                if (folded(offer.what.label) == tail.typed) return {};
        // What begins a statement takes in all that has been typed of it.
        if (context.at_head && fit.rank > 0 && fit.begin != context.statement) continue;
        if (fit.rank > 0 || typed.empty()) fitting.emplace_back(fit, std::move(offer));
    }
    std::stable_sort(fitting.begin(), fitting.end(), [](const auto& one, const auto& other) {
        if (one.first.rank != other.first.rank) return one.first.rank > other.first.rank;
        return one.second.weight > other.second.weight;
    });
    std::vector<Completion> out;
    out.reserve(fitting.size());
    for (auto& [fit, offer] : fitting) {
        offer.what.begin = static_cast<std::uint32_t>(typed.empty() ? at : fit.begin);
        offer.what.end = at;
        out.push_back(std::move(offer.what));
    }
    return out;
}

}  // namespace belegd::editor
