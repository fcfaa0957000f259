#include "resolve/names/mixed_actors.hpp"

#include <string>

#include "base/fold.hpp"
#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/names.hpp"
#include "resolve/names/lookup.hpp"
#include "resolve/names/organs.hpp"
#include "resolve/phrases/phrase_from_syntax.hpp"
#include "resolve/resolution.hpp"

namespace belegd::resolve {
namespace {

/// What stands between two names: `of`, `en` or a comma, without the blanks around it.
std::string_view between(const Resolution& r, const Span& first, const Span& second) {
    auto text = r.sources.text({first.file, first.end, std::max(first.end, second.begin)});
    const auto begin = text.find_first_not_of(" \t\r\n()");
    if (begin == std::string_view::npos) return {};
    text = text.substr(begin, text.find_last_not_of(" \t\r\n()") + 1 - begin);
    return text;
}

/// A body that is a party as a whole: no municipality, of which nobody means all at once.
bool whole_party(Resolution& r, const Item& item) {
    const auto found = r.names[NameKind::party].find(item.text);
    if (!found || r.organ_names.find(item.text)) return false;
    const auto party = r.owners[*found].party;
    return !party.valid() || r.model[party].kind == Party::Kind::organisation;
}

/// Whether a body has an organ, or nobody can say that it has not.
bool may_have(Resolution& r, const Item& owner, const Item& organ) {
    const auto found = r.names[NameKind::party].find(owner.text);
    const auto id = r.organ_names.find(organ.text);
    if (!found || !id) return true;
    const auto [party, cooperation, region] = r.owners[*found];
    if (region.valid()) return true;
    if (!party.valid() && (r.formless(cooperation) || gets_official(r, cooperation, {*id}))) return true;
    return has_organ(party.valid() ? r.model[party].organs : r.model[cooperation].organs, {*id});
}

Phrase with_items(Phrase clause, std::vector<Item> items) {
    clause.items = std::move(items);
    return clause;
}

}  // namespace

bool says_and(const Resolution& r, const std::vector<Phrase>& parts) {
    const auto end_of = [](const Phrase& part) {
        const auto* of = part.clause(Word::of);
        return (of != nullptr ? of->items : part.items).back().span;
    };
    for (std::size_t i = 1; i < parts.size(); ++i) {
        const auto word = folded(between(r, end_of(parts[i - 1]), parts[i].items.front().span));
        if (word == "en" || word == "and") return true;
    }
    return false;
}

std::optional<std::vector<Phrase>> mixed_actors(Resolution& r, const Phrase& clause) {
    const auto* of = clause.clause(Word::of);
    if (of == nullptr) return std::nullopt;
    const auto organs = divided_items(r, clause.items, {NameKind::party});
    const auto owners = divided_items(r, of->items, {NameKind::party});
    if (organs.empty() || owners.empty()) return std::nullopt;
    // Before the organ stands somebody who is no organ.
    const bool before = organs.size() == 2 && owners.size() == 1 && whole_party(r, organs.front()) &&
                        r.organ_names.find(organs.back().text);
    const bool behind = organs.size() == 1 && owners.size() == 2 && whole_party(r, owners.back());
    if (!before && !behind) return std::nullopt;
    const auto& organ = before ? organs.back() : organs.front();
    const auto& whole = before ? organs.front() : owners.back();
    const auto& owner = owners.front();
    auto plain = clause;
    std::erase_if(plain.clauses, [](const Phrase& each) { return each.word == Word::of; });
    auto owned = with_items(clause, {organ});
    for (auto& each : owned.clauses)
        if (each.word == Word::of) each.items = {owner};
    auto alone = with_items(plain, {whole});
    if (!may_have(r, whole, organ))
        return before ? std::vector{std::move(alone), std::move(owned)}
                      : std::vector{std::move(owned), std::move(alone)};
    const auto joins = before ? between(r, whole.span, organ.span) : between(r, owner.span, whole.span);
    const auto text = [&](const Item& item) { return Text(r.sources.text(item.span)); };
    const auto whose = [&](const Item& each) { return say(message::organ_of, {text(organ), text(each)}); };
    const auto glue = joins == "," ? ", " : " " + std::string(joins) + " ";
    const auto& lead = syntax::info(clause.word).phrase;
    const auto line = [&](const Text& a, const Text& b) {
        return Text{std::string(lead.nl) + " (" + a.nl + ")" + glue + "(" + b.nl + ")",
                    std::string(lead.en) + " (" + a.en + ")" + glue + "(" + b.en + ")"};
    };
    const Span span{clause.span.file, clause.items.front().span.begin, of->items.back().span.end};
    const auto apart = before ? line(text(whole), whose(owner)) : line(whose(owner), text(whole));
    const auto both = before ? line(whose(whole), whose(owner)) : line(whose(owner), whose(whole));
    r.report(Code::N07, say(message::whose_organ, {quoted(Text(r.sources.text(span)))}), span, {{apart}, {both}});
    return std::vector<Phrase>();
}

}  // namespace belegd::resolve
