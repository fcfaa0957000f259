// Parties as sentences name them: themselves, by a region, or by their part in a cooperation.
#include "resolve/names/parties.hpp"

#include <algorithm>
#include <utility>

#include "base/fold.hpp"
#include "base/suggest.hpp"
#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/names.hpp"
#include "model/describe.hpp"
#include "resolve/names/guesses.hpp"
#include "resolve/names/lookup.hpp"
#include "resolve/names/organs.hpp"
#include "resolve/values/values.hpp"

namespace belegd::resolve {

std::optional<Word> part_named(std::string_view name) {
    static const auto known = [] {
        std::vector<std::pair<std::string, Word>> out;
        for (const auto word : {Word::centre, Word::guests, Word::participants}) {
            const auto& info = syntax::info(word);
            out.emplace_back(folded(info.phrase.nl), word);
            out.emplace_back(folded(info.phrase.en), word);
            for (std::string_view left = info.aliases; !left.empty();) {
                const auto end = std::min(left.find(';'), left.size());
                if (end > 0) out.emplace_back(folded(left.substr(0, end)), word);
                left.remove_prefix(std::min(end + 1, left.size()));
            }
        }
        return out;
    }();
    // `de gastgemeenten`: the article says nothing.
    if (name.find(' ') != std::string_view::npos) name = without_article(name);
    for (const auto& [folded_phrase, word] : known)
        if (folds_to(name, folded_phrase)) return word;
    return std::nullopt;
}

void note_open_whom(const Resolution& r, const Phrase& clause, const Context& context, OpenWhom& open) {
    for (const auto& item : clause.items) {
        if (item.value != Word::none) {
            open.open = true;
            open.span = clause.span;
            if (open.word == Silence::none) open.word = silence_of(item.value);
            continue;
        }
        const auto part = part_named(item.text);
        if (!part || *part == Word::participants || !context.cooperation.valid()) continue;
        const auto centre = r.model[context.cooperation].centre_open;
        if (centre == Silence::none || r.knows(NameKind::party, item.text)) continue;
        open.open = true;
        open.span = clause.span;
        open.centre = centre;
    }
    for (const auto& inner : clause.clauses)
        if (inner.word == Word::of) note_open_whom(r, inner, context, open);
}

std::vector<Period> unchanged(std::initializer_list<const std::vector<PartyOn>*> lists) {
    std::vector<Day> days{kNoBegin, kNoEnd};
    for (const auto* list : lists)
        for (const auto& each : *list) days.insert(days.end(), {each.days.from, each.days.until});
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    std::vector<Period> out;
    for (std::size_t i = 0; i + 1 < days.size(); ++i) out.push_back({days[i], days[i + 1]});
    return out;
}

std::vector<PartyId> meant_on(const std::vector<PartyOn>& list, Day day) {
    std::vector<PartyId> out;
    for (const auto& each : list)
        if (each.days.contains(day) && std::find(out.begin(), out.end(), each.party) == out.end())
            out.push_back(each.party);
    return out;
}

std::vector<PartyOn> of_both(const std::vector<PartyOn>& a, const std::vector<PartyOn>& b) {
    std::vector<PartyOn> out;
    for (const auto& one : a)
        for (const auto& other : b) {
            const auto days = intersection(one.days, other.days);
            if (one.party == other.party && !days.empty()) out.push_back({one.party, days, one.span, one.item});
        }
    return out;
}

void mention_party(Resolution& r, PartyId party, Span span) {
    if (r.sources[span.file].own()) r.model[party].in_model = true;
}

namespace {

bool has_one(const std::vector<OrganId>& list, const std::vector<OrganId>& organs) {
    return std::any_of(organs.begin(), organs.end(), [&](OrganId organ) { return has_organ(list, organ); });
}

/// Those whose name ends in this one and that have one of the organs, each once.
std::vector<std::uint32_t> ending_in(const Resolution& r, const std::vector<OrganId>& organs, std::string_view bare) {
    std::vector<std::uint32_t> out;
    const auto parties = r.names.find(NameKind::party);
    if (parties == r.names.end()) return out;
    const auto tail = " " + folded(bare);
    for (const auto& name : parties->second.all()) {
        const auto index = parties->second.find(name);
        if (index && r.owners[*index].party.valid() && has_one(r.model[r.owners[*index].party].organs, organs) &&
            folded(name).ends_with(tail) && std::find(out.begin(), out.end(), *index) == out.end())
            out.push_back(*index);
    }
    return out;
}

}  // namespace

std::optional<std::uint32_t> owner_by_organ(const Resolution& r, const std::vector<OrganId>& organs,
                                            const Item& owner) {
    const auto parties = r.names.find(NameKind::party);
    if (parties == r.names.end()) return std::nullopt;
    const auto fits = [&](std::uint32_t index) {
        const auto [party, cooperation, region] = r.owners[index];
        if (region.valid()) return false;
        return has_one(party.valid() ? r.model[party].organs : r.model[cooperation].organs, organs);
    };
    const auto bare = without_article(owner.text);
    for (const auto name : {owner.text, std::string_view(bare)})
        if (const auto found = parties->second.find(name); found && fits(*found)) return found;
    const auto meant = ending_in(r, organs, bare);
    return meant.size() == 1 ? std::optional(meant.front()) : std::nullopt;
}

std::optional<std::uint32_t> owner_named(Resolution& r, const std::vector<OrganId>& organs, const Item& owner) {
    const auto bare = without_article(owner.text);
    const auto& known = r.names[NameKind::party];
    auto found = known.find(owner.text);
    if (!found) found = known.find(bare);
    const bool fits =
        found && (!r.owners[*found].party.valid() || has_one(r.model[r.owners[*found].party].organs, organs));
    if (organs.empty() || fits || !r.may_seek(known.all().size()))
        return named(r, NameKind::party, owner.text, owner.span);
    const auto meant = ending_in(r, organs, bare);
    std::vector<Text> names;
    for (const auto index : meant) names.push_back(to_write(r, r.model[r.owners[index].party].name));
    if (meant.empty()) return named(r, NameKind::party, owner.text, owner.span);
    if (meant.size() > 1) {
        std::vector<Remedy> remedies;
        remedies.reserve(names.size());
        for (const auto& name : names)
            remedies.push_back({say(message::organ_of_other, {to_write(r, r.model[organs.front()].name), name})});
        r.report(Code::N07, say(message::owner_unclear, {Text(r.model[organs.front()].name), quoted(Text(bare))}),
                 owner.span, std::move(remedies));
        return std::nullopt;
    }
    r.used(NameKind::party, meant.front(), owner.span);
    return meant.front();
}

std::vector<PartyOn> parties_on(Resolution& r, const std::vector<Item>& items, const Context& context, bool* open,
                                bool legal_persons, const std::vector<OrganId>& organs) {
    std::vector<PartyOn> out;
    for (const auto& whole : items) {
        if (whole.value != Word::none) {
            if (open != nullptr) *open = true;
            continue;
        }
        for (const auto& item : divided_items(r, {whole}, {NameKind::party})) {
            if (const auto part = part_named(item.text);
                part && context.cooperation.valid() && !r.knows(NameKind::party, item.text)) {
                const auto& cooperation = r.model[context.cooperation];
                if (*part == Word::centre || *part == Word::guests) {
                    if (cooperation.centre_open != Silence::none) {
                        if (open != nullptr) *open = true;
                        continue;
                    }
                    if (cooperation.centres.empty()) {
                        tell_no_centre(r, context.cooperation, item.span);
                        continue;
                    }
                }
                for (const auto& participant : cooperation.participants) {
                    const bool centre = std::find(cooperation.centres.begin(), cooperation.centres.end(),
                                                  participant.party) != cooperation.centres.end();
                    if (*part == Word::participants || centre == (*part == Word::centre))
                        out.push_back({participant.party, {}, item.span, &whole});
                }
                continue;
            }
            const auto found = owner_named(r, organs, item);
            if (!found) continue;
            const auto [party, cooperation, region] = r.owners[*found];
            if (region.valid()) {
                for (const auto& member : r.model[region].members) {
                    mention_party(r, member.party, item.span);
                    out.push_back({member.party, member.term.days, item.span, &whole});
                }
                if (r.model[region].open && open != nullptr) *open = true;
            } else if (party.valid()) {
                mention_party(r, party, item.span);
                out.push_back({party, {}, item.span, &whole});
            } else if (const auto body = r.model[cooperation].body; body.valid() && !legal_persons) {
                out.push_back({body, {}, item.span, &whole});
            } else if (legal_persons) {
                out.push_back({{}, {}, item.span, &whole, cooperation});
            } else {
                r.report(Code::N03, say(message::cooperation_no_party, {quoted(Text(item.text))}), item.span,
                         {{say(message::name_a, {say(message::a_party), say(message::sample_party)})}});
            }
        }
    }
    return out;
}

bool means_all(Resolution& r, const std::vector<Item>& items, const Context& context, Narrowing& narrowing) {
    if (items.size() != 1 || !context.cooperation.valid()) return false;
    const auto part = part_named(items.front().text);
    const auto& centres = r.model[context.cooperation].centres;
    if (part == Word::participants) return true;
    if (part != Word::guests || centres.empty()) return false;
    narrowing.except_for.insert(narrowing.except_for.end(), centres.begin(), centres.end());
    return true;
}

std::vector<PartyId> parties_named(Resolution& r, const std::vector<Item>& items, const Context& context, bool* open) {
    std::vector<PartyId> out;
    for (const auto& each : parties_on(r, items, context, open))
        if (std::find(out.begin(), out.end(), each.party) == out.end()) out.push_back(each.party);
    return out;
}

std::vector<PartyWithTerm> parties_with_terms(Resolution& r, const Phrase& clause, const std::vector<Item>& items,
                                              const syntax::Tree& tree, const Context& context, bool* open,
                                              bool legal_persons, const std::vector<OrganId>& organs) {
    std::vector<PartyWithTerm> out;
    const auto common = term_of(r, clause, tree, Ends::by_event);
    const bool each_own = std::any_of(items.begin(), items.end(), [](const Item& item) { return !item.own.empty(); });
    for (const auto& item : items) {
        Phrase own;
        if (item.kind == Item::Kind::group)
            for (const auto& inside : item.own) own.clauses = inside.clauses;
        else
            own.clauses = item.own;
        const bool last = &item == &items.back();
        const auto bound = !own.clauses.empty() ? term_of(r, own, tree, Ends::by_event)
                           : !each_own || last  ? common
                                                : Term{};
        for (const auto& party : parties_on(r, {item}, context, open, legal_persons, organs)) {
            auto days = bound;
            days.days = intersection(days.days, party.days);
            if (!days.days.empty()) out.push_back({party.party, days, party.span, party.cooperation});
        }
    }
    return out;
}

void tell_who_takes_no_part(Resolution& r, CooperationId cooperation, PartyId party, Span span) {
    const auto& all = r.model[cooperation].participants;
    if (r.lists_unknown(cooperation)) return;
    if (std::none_of(all.begin(), all.end(), [&](const Participant& each) { return each.party == party; }))
        r.report(Code::N09, say(message::no_participant, {Text(r.model[party].name), Text(r.model[cooperation].name)}),
                 span, a_participant(r, party, cooperation));
}

}  // namespace belegd::resolve
