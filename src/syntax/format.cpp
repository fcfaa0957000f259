#include "syntax/format.hpp"

#include <algorithm>

#include "base/source.hpp"
#include "diagnostics/diagnostic.hpp"
#include "syntax/layout.hpp"
#include "syntax/meaning.hpp"
#include "syntax/mistakes.hpp"
#include "syntax/parser.hpp"

namespace belegd::syntax {
namespace {

constexpr std::size_t kMostKept = 32, kMostRounds = 8;

/// A text with its tree, and how many mistakes there are in it.
struct Reading {
    Sources sources;
    Diagnostics mistakes;
    Tree tree;

    Reading(std::string text, const Lexicon& lexicon) {
        sources.add(Source("", std::move(text)));
        tree = parse(sources, 0, lexicon, mistakes);
    }
    std::string_view text() const { return sources[0].text(); }
};

Meaning meaning_of(const Reading& reading, const Lexicon& lexicon, const std::vector<Stretch>& kept = {}) {
    return meaning(reading.text(), reading.tree, pieces(reading.text(), reading.tree, lexicon, kept));
}

/// The statement in the document where two texts begin to say something else; 0 when they do not.
struct Difference {
    bool any = false;
    std::uint32_t item = 0;
};
Difference difference(const Meaning& a, const Meaning& b) {
    const auto [here, there] = std::mismatch(a.steps.begin(), a.steps.end(), b.steps.begin(), b.steps.end());
    (void)there;
    if (here != a.steps.end()) return {true, here->item};
    if (a.steps.size() != b.steps.size()) return {true, a.steps.empty() ? 0 : a.steps.back().item};
    return {a.comments != b.comments, 0};
}

bool same_mistakes(const Diagnostics& a, const Diagnostics& b) {
    return std::equal(a.items().begin(), a.items().end(), b.items().begin(), b.items().end(),
                      [](const Diagnostic& x, const Diagnostic& y) { return x.code == y.code; });
}

std::string language_line(Language language, const Tree& tree, std::string_view rest) {
    const std::string word(info(Word::language).phrase.in(language));
    const std::string end = rest.find("\r\n") != std::string_view::npos ? "\r\n" : "\n";
    const bool use_follows = tree.nodes.size() > 1 && tree[1].word == Word::use && tree[1].begin == 0;
    return word + (language == Language::nl ? " nl" : " en") + end + (use_follows || rest.empty() ? "" : end);
}

/// The text laid out, with the stretches left alone that would be read differently; the text itself when that is no use.
struct Once {
    std::string text;
    bool refused = false;
    std::vector<Stretch> kept = {};
};
Once once(const Reading& before, const Lexicon& lexicon, Language language) {
    Once out;
    while (out.kept.size() <= kMostKept) {
        const auto cut = pieces(before.text(), before.tree, lexicon, out.kept);
        out.text = laid_out(before.text(), before.tree, cut, language);
        if (language != language_of(out.text) && before.tree.nodes.size() > 1)
            out.text = language_line(language, before.tree, out.text) + out.text;
        const Reading after(out.text, lexicon);
        // What was kept is compared word for word, like everything else.
        const auto found = difference(meaning_of(before, lexicon), meaning_of(after, lexicon));
        if (!found.any && same_mistakes(before.mistakes, after.mistakes)) return out;
        if (found.item == 0) break;
        const auto& item = before.tree[found.item];
        const auto known =
            std::any_of(out.kept.begin(), out.kept.end(), [&](Stretch s) { return s.begin == item.begin; });
        if (known) break;
        out.kept.push_back({item.begin, item.end});
    }
    return {std::string(before.text()), true, {}};
}

}  // namespace

Formatted formatted(std::string_view text, const Lexicon& lexicon, std::optional<Language> into) {
    Formatted out{std::string(text)};
    Sources whole;
    whole.add(Source("", std::string(text)));
    if (unreadable(whole, 0)) {
        out.readable = false;
        return out;
    }
    std::string now(text);
    for (std::size_t round = 0; round < kMostRounds; ++round) {
        const Reading reading(now, lexicon);
        const auto language = into.value_or(reading.tree.language);
        auto found = once(reading, lexicon, language);
        if (round == 0) {
            for (const auto& each : found.kept) out.kept.push_back(reading.sources[0].place(each.begin).line);
            if (found.refused) out.kept.push_back(1);
            out.kept_language = found.refused && language != reading.tree.language;
        }
        if (found.text == now) {
            out.text = std::move(now);
            return out;
        }
        now = std::move(found.text);
    }
    // It does not come to rest: what people wrote is better.
    out.kept = {1};
    out.kept_language = into.has_value();
    return out;
}

}  // namespace belegd::syntax
