// Who acts, as sentences name him: a party, an organ, or either by a part in a cooperation.
#include <algorithm>
#include <utility>

#include "base/fold.hpp"
#include "base/suggest.hpp"
#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/names.hpp"
#include "diagnostics/messages/reading.hpp"
#include "resolve/names/actors.hpp"
#include "resolve/names/guesses.hpp"
#include "resolve/names/lookup.hpp"
#include "resolve/names/mixed_actors.hpp"
#include "resolve/resolution.hpp"
#include "resolve/values/values.hpp"

namespace belegd::resolve {
namespace {

/// Whether a bare name of this organ means that of the municipality at hand.
bool of_a_municipality(const Model& model, OrganId organ) {
    return organ == model.raad || organ == model.college || organ == model.burgemeester ||
           std::any_of(model.parties.begin(), model.parties.end(), [&](const Party& party) {
               return party.in_model && party.kind == Party::Kind::municipality && has_organ(party.organs, organ);
           });
}

}  // namespace

bool organs_of_one(const Model& model, const std::vector<Actor>& actors) {
    if (actors.size() < 2) return false;
    const auto& first = actors.front();
    const bool municipal =
        first.owner == Actor::Owner::own ||
        (first.owner == Actor::Owner::party && model[PartyId{first.index}].kind == Party::Kind::municipality);
    return municipal && std::all_of(actors.begin(), actors.end(), [&](const Actor& actor) {
               return actor.organ.valid() && actor.whole() == first.whole();
           });
}

std::vector<Actor> known_actors(Resolution& r, const Phrase& clause, const Context& context) {
    std::vector<Actor> out;
    const auto of_owner = [&](const Item& owner, OrganId organ) {
        const auto found =
            organ.valid() ? owner_by_organ(r, {organ}, owner) : r.names[NameKind::party].find(owner.text);
        if (!found || r.owners[*found].region.valid()) return;
        const auto [party, cooperation, region] = r.owners[*found];
        if (organ.valid() && !has_organ(party.valid() ? r.model[party].organs : r.model[cooperation].organs, organ))
            return;
        r.used(NameKind::party, *found, owner.span);
        out.push_back({party.valid() ? Actor::Owner::party : Actor::Owner::cooperation,
                       party.valid() ? party.index : r.model[cooperation].first_version.index, organ});
    };
    const auto bare = [&](const Item& item) {
        const auto found = found_organ(r, item.text);
        if (!found || r.knows(NameKind::party, item.text)) return of_owner(item, {});
        const auto organ = *found;
        const bool of_cooperation =
            context.cooperation.valid() && has_organ(r.model[context.cooperation].organs, organ);
        if (!of_cooperation && !of_a_municipality(r.model, organ)) return;
        r.used(NameKind::organ, organ.index, item.span);
        if (of_cooperation)
            out.push_back({Actor::Owner::cooperation, r.model[context.cooperation].first_version.index, organ});
        else
            out.push_back({Actor::Owner::own, 0, organ});
    };
    for (const auto& [item, owner] : owned_names(r, clause)) {
        if (!owner) {
            bare(item);
        } else if (const auto organ = found_organ(r, item.text)) {
            r.used(NameKind::organ, organ->index, item.span);
            of_owner(*owner, *organ);
        }
    }
    return out;
}

namespace {

/// `burgemeester namens`: a word that leads on to a name stands last; nothing for any other text.
std::string_view leads_nowhere(std::string_view text) {
    for (const std::string_view word : {"namens", "voor", "door", "aan", "on behalf of", "for", "by", "to"})
        if (text.size() > word.size() && text[text.size() - word.size() - 1] == ' ' &&
            folds_to(text.substr(text.size() - word.size()), word))
            return text.substr(text.size() - word.size());
    return {};
}

}  // namespace

void tell_unfinished(Resolution& r, const Phrase& clause) {
    for (const auto& [item, owner] : owned_names(r, clause)) {
        const auto& last = owner ? *owner : item;
        const auto word = last.kind == Item::Kind::name ? leads_nowhere(last.text) : std::string_view();
        if (!word.empty())
            r.report(Code::L03, say(message::missing_after, {quoted(Text(word)), say(message::what_name)}),
                     {last.span.file, last.span.end - static_cast<std::uint32_t>(word.size()), last.span.end},
                     {{say(message::name_whom_or_drop, {Text(word)})}});
    }
}

void tell_unknown_actors(Resolution& r, const Phrase& clause) {
    tell_unfinished(r, clause);
    for (const auto& [item, owner] : owned_names(r, clause)) {
        if (!leads_nowhere(owner ? owner->text : item.text).empty()) continue;
        const auto organ = r.organ_names.find(item.text);
        const bool known = owner && organ && owner_by_organ(r, {OrganId{*organ}}, *owner);
        if (owner && !known && owner->kind == Item::Kind::name)
            (void)named(r, NameKind::party, owner->text, owner->span);
        if (item.kind != Item::Kind::name || r.organ_names.find(item.text) || part_named(item.text) ||
            (!owner && r.knows(NameKind::party, item.text)))
            continue;
        auto near = r.nearest_to(item.text, r.organ_names.all());
        if (!near && !owner) near = r.nearest_to(item.text, r.names[NameKind::party].all());
        if (near)
            r.report(Code::N01, say(message::unknown_organ_or_party, {quoted(Text(item.text))}), item.span,
                     {meant(r, *near), {say(message::quotes_say_as_is, {Text(item.text)})}});
    }
}

namespace {

/// `de gemeente zelf`: each municipality, whatever a model calls `zelf`.
bool is_municipality_itself(std::string_view text) {
    const auto name = folded(text);
    return name == "de gemeente zelf" || name == "gemeente zelf" || name == "gemeente" || name == "de gemeente" ||
           name == "the municipality itself" || name == "municipality";
}

/// `dagelijks bestuur van Werk`, `Werk`: of a body that an arrangement set up. What its organs are, is known later
/// (`check_bodies`).
std::optional<Actor> of_a_body(Resolution& r, const Phrase& clause) {
    const auto* of = clause.clause(Word::of);
    const auto& owners = of != nullptr ? of->items : clause.items;
    if (clause.items.size() != 1 || owners.size() != 1 || clause.clauses.size() != (of != nullptr ? 1u : 0u))
        return std::nullopt;
    const auto found = r.names[NameKind::party].find(owners.front().text);
    if (!found || !r.owners[*found].cooperation.valid()) return std::nullopt;
    OrganId organ;
    if (of != nullptr) {
        const auto known = found_organ(r, clause.items.front().text);
        if (!known) return std::nullopt;
        organ = *known;
        r.used(NameKind::organ, organ.index, clause.items.front().span);
    }
    r.used(NameKind::party, *found, owners.front().span);
    return Actor{Actor::Owner::cooperation, r.model[r.owners[*found].cooperation].first_version.index, organ};
}

}  // namespace

PartyId body_of(Resolution& r, CooperationId cooperation) {
    auto& row = r.model[cooperation];
    if (!row.body.valid()) {
        row.body = {static_cast<std::uint32_t>(r.model.parties.size())};
        Party body;
        body.name = row.name;
        body.title = row.title;
        body.kind = Party::Kind::organisation;
        body.embodies = cooperation;
        body.span = row.name_span;
        body.in_model = true;
        r.model.parties.push_back(std::move(body));
    }
    return row.body;
}

std::vector<Actor> holders_by_law(Resolution& r, const Phrase& clause) {
    if (const auto body = of_a_body(r, clause)) return {*body};
    if (clause.clauses.empty() && clause.items.size() == 1 && is_municipality_itself(clause.items.front().text))
        return {{Actor::Owner::own, 0, {}}};
    if (clause.clauses.empty() && clause.items.size() == 1 && !r.knows(NameKind::party, clause.items.front().text))
        if (const auto organ = found_organ(r, clause.items.front().text)) {
            r.used(NameKind::organ, organ->index, clause.items.front().span);
            return {{Actor::Owner::own, 0, *organ}};
        }
    return actors_of(r, clause, {});
}

namespace {

/// `directuer`: who is no party, and nearly an organ that may act here.
std::optional<std::string> nearly_an_organ(Resolution& r, const Item& item, const Context& context) {
    if (item.kind != Item::Kind::name || r.incomplete || r.knows(NameKind::party, item.text) ||
        r.nearest_to(item.text, r.names[NameKind::party].all()))
        return std::nullopt;
    std::vector<std::string> organs;
    if (context.cooperation.valid())
        for (const auto organ : r.model[context.cooperation].organs) organs.push_back(r.model[organ].name);
    for (const auto organ : {r.model.raad, r.model.college, r.model.burgemeester})
        if (organ.valid()) organs.push_back(r.model[organ].name);
    return r.nearest_to(item.text, organs);
}

}  // namespace

std::vector<Actor> actors_of(Resolution& r, const Phrase& clause, const Context& context, bool* joined,
                             Narrowing* narrowing) {
    if (std::count_if(clause.clauses.begin(), clause.clauses.end(),
                      [](const Phrase& each) { return each.word == Word::of; }) > 1) {
        // `college van A en college van B`
        std::vector<Actor> all;
        for (const auto& pair : pairs_of(r, clause, {NameKind::party}, joined))
            for (const auto& actor : actors_of(r, pair, context, joined, narrowing)) all.push_back(actor);
        return all;
    }
    std::vector<Actor> out;
    if (std::any_of(clause.items.begin(), clause.items.end(),
                    [](const Item& item) { return item.kind == Item::Kind::group; })) {
        // `(Werf) of (bestuur van Kade)`: what stands in brackets is an actor of its own.
        for (const auto& item : clause.items) {
            auto one = clause;
            one.items = {item};
            one.clauses.clear();
            const auto& inside = item.kind == Item::Kind::group ? item.own.front() : one;
            for (const auto& actor : actors_of(r, inside, context, joined, narrowing)) out.push_back(actor);
            if (item.after_and && joined != nullptr) *joined = true;
        }
        return out;
    }
    if (const auto mixed = mixed_actors(r, clause)) {
        for (const auto& each : *mixed)
            for (const auto& actor : actors_of(r, each, context, joined, narrowing)) out.push_back(actor);
        if (mixed->size() > 1 && joined != nullptr && says_and(r, *mixed)) *joined = true;
        return out;
    }
    const auto* of = clause.clause(Word::of);
    // Each of the participants itself, or the one that is the centre; `part` is empty for any other name.
    const auto by_part = [&](const Item& item, const std::vector<OrganId>& organs) {
        const auto part = part_named(item.text);
        if (!part || !context.cooperation.valid()) return false;
        // `college van centrum`: a cooperation that is called so has no college, and the participant is meant.
        if (const auto known = r.names[NameKind::party].find(item.text)) {
            const auto called = r.owners[*known].cooperation;
            const bool its_own = !called.valid() || organs.empty() ||
                                 std::any_of(organs.begin(), organs.end(),
                                             [&](OrganId organ) { return has_organ(r.model[called].organs, organ); });
            if (its_own) return false;
        }
        const auto& centres = r.model[context.cooperation].centres;
        const auto unstated = r.model[context.cooperation].centre_open;
        if (*part != Word::participants && unstated != Silence::none) {
            const bool each = *part == Word::guests && (narrowing == nullptr || !narrowing->together);
            if (narrowing != nullptr) (each ? narrowing->guests : narrowing->centre) = unstated;
            if (!each) return true;
        } else if (*part != Word::participants && centres.empty()) {
            tell_no_centre(r, context.cooperation, item.span);
            return true;
        }
        for (const auto organ : organs.empty() ? std::vector<OrganId>{{}} : organs) {
            if (*part != Word::centre && narrowing != nullptr && narrowing->together) {
                for (const auto& participant : r.model[context.cooperation].participants)
                    if (*part == Word::participants ||
                        std::find(centres.begin(), centres.end(), participant.party) == centres.end())
                        out.push_back({Actor::Owner::party, participant.party.index, organ});
            } else if (*part != Word::centre) {
                out.push_back({Actor::Owner::own, 0, organ});
            }
            if (*part == Word::centre)
                for (const auto centre : centres) out.push_back({Actor::Owner::party, centre.index, organ});
        }
        if (*part == Word::guests && narrowing != nullptr && !narrowing->together)
            narrowing->except_for.insert(narrowing->except_for.end(), centres.begin(), centres.end());
        return true;
    };
    const auto unknown_organ = [&](const Item& item, const Text& whose) {
        if (r.incomplete) return;
        const auto told = std::string(item.text) + " van " + whose.nl;
        if (told_before(r, NameKind::organ, told, item.span)) return;
        std::vector<Remedy> remedies;
        if (const auto id = r.organ_names.find(item.text))
            for (const auto& owner : owners_of(r, {*id}))
                if (remedies.size() < 3)
                    remedies.push_back({say(message::organ_of_other, {to_write(r, item.text), to_write(r, owner)})});
        if (auto library = library_of_organ(r, item.text); library && remedies.empty())
            remedies.push_back(std::move(*library));
        const auto near = r.nearest_to(item.text, r.organ_names.all());
        if (remedies.empty() && near && folded(*near) != folded(item.text))
            remedies.push_back(meant(r, *near));
        else if (remedies.empty())
            remedies.push_back({say(message::declare_organ, {to_write(r, item.text), whose})});
        r.report(Code::N01, say(message::unknown_organ, {quoted(Text(item.text)), whose}), item.span,
                 std::move(remedies));
        is_told(r, NameKind::organ, told);
    };

    if (of != nullptr) {
        auto organs = divided_items(r, clause.items, {NameKind::party}, joined);
        // `Werf, bestuur van Kade`: a party before the organs is meant as it is.
        std::erase_if(organs, [&](const Item& item) {
            const auto found = r.names[NameKind::party].find(item.text);
            if (!found || r.organ_names.find(item.text) || &item == &organs.back()) return false;
            const auto [party, cooperation, region] = r.owners[*found];
            if (region.valid()) return false;
            r.used(NameKind::party, *found, item.span);
            if (party.valid()) mention_party(r, party, item.span);
            out.push_back({party.valid() ? Actor::Owner::party : Actor::Owner::cooperation,
                           party.valid() ? party.index : r.model[cooperation].first_version.index,
                           {}});
            return true;
        });
        for (const auto& owner : divided_items(r, of->items, {NameKind::party}, joined)) {
            std::vector<OrganId> of_part;
            for (const auto& item : organs)
                if (const auto id = found_organ(r, item.text)) of_part.push_back(*id);
            if (!of_part.empty() && by_part(owner, of_part)) continue;
            const auto found = owner_named(r, of_part, owner);
            if (!found) continue;
            const auto [party, cooperation, region] = r.owners[*found];
            if (region.valid()) {
                r.report(Code::N03, say(message::region_no_actor, {quoted(Text(owner.text))}), owner.span,
                         {{say(message::region_example)}});
                continue;
            }
            if (party.valid()) mention_party(r, party, owner.span);
            for (const auto& item : organs) {
                const auto id = r.organ_names.find(item.text);
                const auto& has = party.valid() ? r.model[party].organs : r.model[cooperation].organs;
                if (!id || (!has_organ(has, {*id}) && !gets_official(r, cooperation, {*id}))) {
                    if (!party.valid() && r.formless(cooperation)) continue;
                    unknown_organ(item, Text(owner.text));
                    continue;
                }
                r.used(NameKind::organ, *id, item.span);
                out.push_back({party.valid() ? Actor::Owner::party : Actor::Owner::cooperation,
                               party.valid() ? party.index : r.model[cooperation].first_version.index,
                               {*id}});
            }
        }
        return out;
    }
    for (const auto& item : divided_items(r, clause.items, {NameKind::party}, joined)) {
        if (is_municipality_itself(item.text)) {
            out.push_back({Actor::Owner::own, 0, {}});
            continue;
        }
        const auto id = found_organ(r, item.text);
        if (id && !r.knows(NameKind::party, item.text)) r.used(NameKind::organ, id->index, item.span);
        if (id && context.cooperation.valid() &&
            (has_organ(r.model[context.cooperation].organs, *id) || gets_official(r, context.cooperation, *id))) {
            out.push_back({Actor::Owner::cooperation, r.model[context.cooperation].first_version.index, *id});
        } else if (id && context.statutes_of.valid() && has_organ(r.model[context.statutes_of].organs, *id)) {
            out.push_back({Actor::Owner::party, context.statutes_of.index, *id});
        } else if (id && of_a_municipality(r.model, *id)) {
            out.push_back({Actor::Owner::own, 0, *id});
        } else if (r.formless(context.cooperation) && !r.knows(NameKind::party, item.text) && !part_named(item.text) &&
                   !r.nearest_to(item.text, r.names[NameKind::party].all())) {
            continue;  // what its organs are, its form would say
        } else if (id && !r.knows(NameKind::party, item.text)) {
            unknown_organ(item, context.cooperation.valid()   ? Text(r.model[context.cooperation].name)
                                : context.statutes_of.valid() ? Text(r.model[context.statutes_of].name)
                                                              : say(message::a_municipality));
        } else if (by_part(item, {})) {
            continue;
        } else if (const auto near = nearly_an_organ(r, item, context)) {
            r.report(Code::N01, say(message::unknown_organ_or_party, {quoted(Text(item.text))}), item.span,
                     {meant(r, *near)});
        } else if (const auto found = named(r, NameKind::party, item.text, item.span)) {
            const auto [party, cooperation, region] = r.owners[*found];
            if (region.valid()) {
                r.report(Code::N03, say(message::region_no_actor, {quoted(Text(item.text))}), item.span,
                         {{say(message::region_example)}});
                continue;
            }
            if (party.valid()) mention_party(r, party, item.span);
            out.push_back({party.valid() ? Actor::Owner::party : Actor::Owner::cooperation,
                           party.valid() ? party.index : r.model[cooperation].first_version.index,
                           {}});
        }
    }
    return out;
}

}  // namespace belegd::resolve
