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

/// Reads one list of actors.
class ActorsReader {
   public:
    ActorsReader(Resolution& r, const Context& context, bool* joined, Narrowing* narrowing)
        : r_(r), context_(context), joined_(joined), narrowing_(narrowing) {}

    std::vector<Actor> read(const Phrase& clause) {
        const auto* of = clause.clause(Word::of);
        if (of != nullptr)
            organs_of(divided(clause.items), *of);
        else
            for (const auto& item : divided(clause.items)) bare(item);
        return std::move(out_);
    }

   private:
    std::vector<Item> divided(const std::vector<Item>& items) const {
        return divided_items(r_, items, {NameKind::party}, joined_);
    }

    /// `college en raad van Leiden en Oegstgeest`: each organ of each owner.
    void organs_of(std::vector<Item> organs, const Phrase& of) {
        // `Werf, bestuur van Kade`: a party before the organs is meant as it is.
        std::erase_if(organs, [&](const Item& item) {
            const auto found = r_.names[NameKind::party].find(item.text);
            if (!found || r_.organ_names.find(item.text) || &item == &organs.back()) return false;
            if (r_.owners[*found].region.valid()) return false;
            r_.used(NameKind::party, *found, item.span);
            add_itself(*found, item);
            return true;
        });
        for (const auto& owner : divided(of.items)) {
            std::vector<OrganId> of_part;
            for (const auto& item : organs)
                if (const auto id = found_organ(r_, item.text)) of_part.push_back(*id);
            if (!of_part.empty() && by_part(owner, of_part)) continue;
            const auto found = owner_named(r_, of_part, owner);
            if (!found || is_region(*found, owner)) continue;
            const auto [party, cooperation, region] = r_.owners[*found];
            if (party.valid()) mention_party(r_, party, owner.span);
            for (const auto& item : organs) {
                const auto id = r_.organ_names.find(item.text);
                const auto& has = party.valid() ? r_.model[party].organs : r_.model[cooperation].organs;
                if (!id || (!has_organ(has, {*id}) && !gets_official(r_, cooperation, {*id}))) {
                    if (party.valid() || !r_.formless(cooperation)) tell_unknown_organ(item, Text(owner.text));
                    continue;
                }
                r_.used(NameKind::organ, *id, item.span);
                add(*found, {*id});
            }
        }
    }

    /// A name without whose it is: an organ of the cooperation, of the organisation or of each municipality; or a party.
    void bare(const Item& item) {
        if (is_municipality_itself(item.text)) return out_.push_back({Actor::Owner::own, 0, {}});
        const auto cooperation = context_.cooperation;
        const bool is_party = r_.knows(NameKind::party, item.text);
        const auto id = found_organ(r_, item.text);
        if (id && !is_party) r_.used(NameKind::organ, id->index, item.span);
        if (id && cooperation.valid() &&
            (has_organ(r_.model[cooperation].organs, *id) || gets_official(r_, cooperation, *id)))
            return out_.push_back({Actor::Owner::cooperation, r_.model[cooperation].first_version.index, *id});
        if (id && context_.statutes_of.valid() && has_organ(r_.model[context_.statutes_of].organs, *id))
            return out_.push_back({Actor::Owner::party, context_.statutes_of.index, *id});
        if (id && of_a_municipality(r_.model, *id)) return out_.push_back({Actor::Owner::own, 0, *id});
        if (r_.formless(cooperation) && !is_party && !part_named(item.text) &&
            !r_.nearest_to(item.text, r_.names[NameKind::party].all()))
            return;  // what its organs are, its form would say
        if (id && !is_party)
            return tell_unknown_organ(item, cooperation.valid()            ? Text(r_.model[cooperation].name)
                                            : context_.statutes_of.valid() ? Text(r_.model[context_.statutes_of].name)
                                                                           : say(message::a_municipality));
        if (by_part(item, {})) return;
        if (const auto near = nearly_an_organ(r_, item, context_))
            return r_.report(Code::N01, say(message::unknown_organ_or_party, {quoted(Text(item.text))}), item.span,
                             {meant(r_, *near)});
        if (const auto found = named(r_, NameKind::party, item.text, item.span); found && !is_region(*found, item))
            add_itself(*found, item);
    }

    /// Each of the participants itself, or the one that is the centre; false for any other name.
    bool by_part(const Item& item, const std::vector<OrganId>& organs) {
        const auto part = part_named(item.text);
        if (!part || !context_.cooperation.valid()) return false;
        // `college van centrum`: a cooperation that is called so has no college, and the participant is meant.
        if (const auto known = r_.names[NameKind::party].find(item.text)) {
            const auto called = r_.owners[*known].cooperation;
            const bool its_own = !called.valid() || organs.empty() ||
                                 std::any_of(organs.begin(), organs.end(),
                                             [&](OrganId organ) { return has_organ(r_.model[called].organs, organ); });
            if (its_own) return false;
        }
        const bool together = narrowing_ != nullptr && narrowing_->together;
        const auto& centres = r_.model[context_.cooperation].centres;
        const auto unstated = r_.model[context_.cooperation].centre_open;
        if (*part != Word::participants && unstated != Silence::none) {
            const bool each = *part == Word::guests && !together;
            if (narrowing_ != nullptr) (each ? narrowing_->guests : narrowing_->centre) = unstated;
            if (!each) return true;
        } else if (*part != Word::participants && centres.empty()) {
            tell_no_centre(r_, context_.cooperation, item.span);
            return true;
        }
        for (const auto organ : organs.empty() ? std::vector<OrganId>{{}} : organs) add_part(*part, organ, together);
        if (*part == Word::guests && narrowing_ != nullptr && !together)
            narrowing_->except_for.insert(narrowing_->except_for.end(), centres.begin(), centres.end());
        return true;
    }

    /// An organ of the centre, of every participant or guest `together` by name, or of each of them for itself.
    void add_part(Word part, OrganId organ, bool together) {
        const auto& cooperation = r_.model[context_.cooperation];
        const auto& centres = cooperation.centres;
        if (part == Word::centre) {
            for (const auto centre : centres) out_.push_back({Actor::Owner::party, centre.index, organ});
        } else if (!together) {
            out_.push_back({Actor::Owner::own, 0, organ});
        } else {
            for (const auto& participant : cooperation.participants)
                if (part == Word::participants ||
                    std::find(centres.begin(), centres.end(), participant.party) == centres.end())
                    out_.push_back({Actor::Owner::party, participant.party.index, organ});
        }
    }

    void add(std::uint32_t owner, OrganId organ) {
        const auto [party, cooperation, region] = r_.owners[owner];
        if (party.valid())
            out_.push_back({Actor::Owner::party, party.index, organ});
        else
            out_.push_back({Actor::Owner::cooperation, r_.model[cooperation].first_version.index, organ});
    }
    void add_itself(std::uint32_t owner, const Item& item) {
        if (const auto party = r_.owners[owner].party; party.valid()) mention_party(r_, party, item.span);
        add(owner, {});
    }

    /// A region does nothing itself; that is told.
    bool is_region(std::uint32_t owner, const Item& item) {
        if (!r_.owners[owner].region.valid()) return false;
        r_.report(Code::N03, say(message::region_no_actor, {quoted(Text(item.text))}), item.span,
                  {{say(message::region_example)}});
        return true;
    }

    void tell_unknown_organ(const Item& item, const Text& whose) {
        if (r_.incomplete) return;
        const auto told = std::string(item.text) + " van " + whose.nl;
        if (told_before(r_, NameKind::organ, told, item.span)) return;
        std::vector<Remedy> remedies;
        if (const auto id = r_.organ_names.find(item.text))
            for (const auto& owner : owners_of(r_, {*id}))
                if (remedies.size() < 3)
                    remedies.push_back({say(message::organ_of_other, {to_write(r_, item.text), to_write(r_, owner)})});
        if (auto library = library_of_organ(r_, item.text); library && remedies.empty())
            remedies.push_back(std::move(*library));
        const auto near = r_.nearest_to(item.text, r_.organ_names.all());
        if (remedies.empty() && near && folded(*near) != folded(item.text))
            remedies.push_back(meant(r_, *near));
        else if (remedies.empty())
            remedies.push_back({say(message::declare_organ, {to_write(r_, item.text), whose})});
        r_.report(Code::N01, say(message::unknown_organ, {quoted(Text(item.text)), whose}), item.span,
                  std::move(remedies));
        is_told(r_, NameKind::organ, told);
    }

    Resolution& r_;
    const Context& context_;
    bool* joined_;
    Narrowing* narrowing_;
    std::vector<Actor> out_;
};

}  // namespace

std::vector<Actor> actors_of(Resolution& r, const Phrase& clause, const Context& context, bool* joined,
                             Narrowing* narrowing) {
    std::vector<Actor> out;
    const auto add = [&](const Phrase& part) {
        for (const auto& actor : actors_of(r, part, context, joined, narrowing)) out.push_back(actor);
    };
    if (std::count_if(clause.clauses.begin(), clause.clauses.end(),
                      [](const Phrase& each) { return each.word == Word::of; }) > 1) {
        // `college van A en college van B`
        for (const auto& pair : pairs_of(r, clause, {NameKind::party}, joined)) add(pair);
        return out;
    }
    if (std::any_of(clause.items.begin(), clause.items.end(),
                    [](const Item& item) { return item.kind == Item::Kind::group; })) {
        // `(Werf) of (bestuur van Kade)`: what stands in brackets is an actor of its own.
        for (const auto& item : clause.items) {
            auto one = clause;
            one.items = {item};
            one.clauses.clear();
            add(item.kind == Item::Kind::group ? item.own.front() : one);
            if (item.after_and && joined != nullptr) *joined = true;
        }
        return out;
    }
    if (const auto mixed = mixed_actors(r, clause)) {
        for (const auto& each : *mixed) add(each);
        if (mixed->size() > 1 && joined != nullptr && says_and(r, *mixed)) *joined = true;
        return out;
    }
    return ActorsReader(r, context, joined, narrowing).read(clause);
}

}  // namespace belegd::resolve
