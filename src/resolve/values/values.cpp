// The status, the names and the words of a sentence, as they are written.
#include <algorithm>

#include "diagnostics/messages/general.hpp"
#include "resolve/names/lookup.hpp"
#include "resolve/names/names.hpp"
#include "resolve/resolution.hpp"
#include "resolve/values/values.hpp"

namespace belegd::resolve {

using syntax::Tree;

std::vector<std::pair<Item, std::optional<Item>>> owned_names(const Resolution& r, const Phrase& clause) {
    std::vector<std::pair<Item, std::optional<Item>>> out;
    for (const auto& pair : pairs_of(r, clause, {NameKind::party})) {
        const auto* of = pair.clause(Word::of);
        const auto whose = of != nullptr ? divided_items(r, of->items, {NameKind::party}) : std::vector<Item>();
        // `college van Leiden, cliëntenraad`: who is no party comes after it, and is no owner.
        const auto others = std::find_if(whose.begin() + (whose.empty() ? 0 : 1), whose.end(),
                                         [&](const Item& item) { return !r.knows(NameKind::party, item.text); });
        for (const auto& item : divided_items(r, pair.items, {NameKind::party})) {
            if (whose.empty()) out.emplace_back(item, std::nullopt);
            for (auto owner = whose.begin(); owner != others; ++owner) out.emplace_back(item, *owner);
        }
        for (auto other = others; other != whose.end(); ++other) out.emplace_back(*other, std::nullopt);
    }
    return out;
}

std::vector<Text> names_as_written(Resolution& r, const Phrase& clause) {
    std::vector<Text> out;
    for (const auto& [item, owner] : owned_names(r, clause))
        out.push_back(owner ? say(message::organ_of, {Text(item.text), Text(owner->text)}) : Text(item.text));
    return out;
}

std::optional<Status> status_of(const Phrase& clause, const Tree& tree) {
    if (clause.argument == 0) return std::nullopt;
    switch (tree[clause.argument].word) {
        case Word::decided: return Status::decided;
        case Word::intended: return Status::intended;
        case Word::intent: return Status::intent;
        case Word::under_research: return Status::under_research;
        case Word::rejected: return Status::rejected;
        case Word::lapsed: return Status::lapsed;
        default: return std::nullopt;
    }
}

Text sentence_at(const Resolution& r, Span span) {
    const auto words = r.sources.text(span);
    std::string out(words.size(), '\0');
    std::size_t size = 0;
    bool quoted = false;
    for (std::size_t at = 0; at < words.size();) {
        const char c = words[at];
        if (c == '"') quoted = !quoted;
        if (c == '#' && !quoted) {
            at = std::min(words.find('\n', at), words.size());
            continue;
        }
        const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (!blank || (size > 0 && out[size - 1] != ' ')) out[size++] = blank ? ' ' : c;
        ++at;
    }
    while (size > 0 && out[size - 1] == ' ') --size;
    out.resize(size);
    return Text(out);
}

}  // namespace belegd::resolve
