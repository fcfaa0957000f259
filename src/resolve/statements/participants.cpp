// Who takes part in a cooperation, with which organ and when; who joins and who leaves.
#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/fold.hpp"
#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/names.hpp"
#include "resolve/names/actors.hpp"
#include "resolve/names/guesses.hpp"
#include "resolve/names/lookup.hpp"
#include "resolve/statements/cooperations.hpp"
#include "resolve/values/values.hpp"

namespace belegd::resolve {

using syntax::Tree;

void Cooperations::participants(const Place& place, const Tree& tree, const Phrase& clause) {
    const auto id = place.id;
    const auto backing = backing_of(r_, clause);
    if (prevails_in(clause)) prevailing_.push_back(clause.whole);
    // `college van A vanaf 2020, college van B`: what stands at the end is for all, unless one has its own.
    const auto groups = pairs_of(r_, clause, {NameKind::party});
    const bool each_own = std::any_of(groups.begin(), groups.end(), [](const Phrase& group) {
        const auto* of = group.clause(Word::of);
        return of != nullptr && !of->items.empty() && !of->items.back().own.empty();
    });
    const auto see_unknown = [&](const std::vector<Item>& items) {
        for (const auto& item : divided_items(r_, items, {NameKind::party}))
            if (r_.unknown.count({NameKind::party, folded(item.text)}) > 0)
                r_.unknown_participants.insert(model_[id].first_version.index);
    };
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const auto* of = groups[i].clause(Word::of);
        // `Werf en college van Oostdam`: a party before the organs takes part as it is.
        std::vector<OrganId> organs;
        std::vector<Item> as_they_are;
        if (of != nullptr)
            for (const auto& item : divided_items(r_, groups[i].items, {NameKind::party})) {
                if (r_.knows(NameKind::party, item.text) && !r_.organ_names.find(item.text))
                    as_they_are.push_back(item);
                else if (const auto organ = known_organ(r_, item))
                    organs.push_back(*organ);
            }
        const auto take_part = [&](const std::vector<PartyWithTerm>& all, const std::vector<OrganId>& with) {
            for (const auto& each : all)
                if (each.cooperation == model_[id].first_version)
                    r_.report(Code::N06, say(message::takes_part_in_itself, {Text(model_[id].name)}), each.span);
                else if (each.cooperation.valid())
                    model_[id].legal_persons.push_back({each.cooperation, with, each.term, place.article, each.span});
                else
                    model_[id].participants.push_back({each.party, with, each.term, place.article, backing, each.span});
        };
        auto& open = model_[id].open_participants;
        auto whole = clause;
        if (each_own && i + 1 < groups.size()) whole.clauses.clear();
        if (of != nullptr) whole.clauses.insert(whole.clauses.end(), of->clauses.begin(), of->clauses.end());
        take_part(parties_with_terms(r_, whole, as_they_are, tree, {}, &open, true), {});
        take_part(
            parties_with_terms(r_, whole, of != nullptr ? of->items : clause.items, tree, {}, &open, true, organs),
            organs);
        see_unknown(as_they_are);
        see_unknown(of != nullptr ? of->items : clause.items);
    }
}

void Cooperations::weigh_participants(CooperationId id) {
    auto& all = model_[id].participants;
    const auto prevails = [&](const Participant& each) {
        return std::any_of(prevailing_.begin(), prevailing_.end(), [&](Span list) {
            return list.file == each.span.file && list.begin <= each.span.begin && each.span.end <= list.end;
        });
    };
    const auto organs_said = [&](const Participant& each) {
        std::vector<Text> organs;
        for (const auto organ : each.organs) organs.emplace_back(model_[organ].name);
        const Text party(model_[each.party].name);
        return organs.empty() ? party : say(message::organ_of, {listed(organs), party});
    };
    std::vector<std::size_t> gone;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (prevails(all[i])) continue;
        const auto counts = std::find_if(all.begin(), all.end(), [&](const Participant& other) {
            return prevails(other) && other.party == all[i].party && other.organs != all[i].organs &&
                   !intersection(other.term.days, all[i].term.days).empty();
        });
        if (counts == all.end()) continue;
        r_.report(Code::N11,
                  say(message::participant_differently, {Text(model_[all[i].party].name), Text(model_[id].name),
                                                         with_sources(model_, organs_said(*counts), counts->backing),
                                                         with_sources(model_, organs_said(all[i]), all[i].backing)}),
                  all[i].span, {}, {{counts->span, say(message::this_prevails)}});
        model_[id].other_readings.push_back(
            {OtherReading::Of::participants, organs_said(all[i]), all[i].backing, all[i].span});
        gone.push_back(i);
    }
    for (auto at = gone.rbegin(); at != gone.rend(); ++at) all.erase(all.begin() + static_cast<std::ptrdiff_t>(*at));
    prevailing_.clear();
}

void Cooperations::accession(const Place& place, const Tree& tree, const Phrase& clause, std::optional<Day> from) {
    const auto before = model_[place.id].participants.size();
    participants(place, tree, clause);
    const auto& all = model_[place.id].participants;
    if (!from && std::any_of(all.begin() + static_cast<std::ptrdiff_t>(before), all.end(),
                             [](const Participant& each) { return each.term.days.from == kNoBegin; }))
        r_.report(Code::N05, say(message::accedes_when), clause.span, {{say(message::accedes_example)}});
}

void Cooperations::withdrawal(CooperationId id, const Tree& tree, const Phrase& clause, std::optional<Day> from) {
    std::optional<Day> per = from;
    if (const auto* said = clause.clause(Word::as_of))
        if (const auto day = date_of(r_, *said, tree)) per = day->first;
    if (!per) {
        r_.report(Code::N05, say(message::ends_when), clause.span, {{say(message::accedes_when)}});
        return;
    }
    for (const auto& group : pairs_of(r_, clause, {NameKind::party})) {
        const auto* of = group.clause(Word::of);
        std::vector<OrganId> organs;
        if (of != nullptr)
            for (const auto& item : divided_items(r_, group.items, {NameKind::party}))
                if (const auto organ = known_organ(r_, item)) organs.push_back(*organ);
        for (const auto& each : parties_on(r_, of != nullptr ? of->items : group.items, {}, nullptr, false, organs)) {
            tell_who_takes_no_part(r_, id, each.party, each.span);
            leave(id, each.party, organs, *per, clause.span);
        }
    }
}

/// With these organs, or wholly when none is named; organs that stay go on as they were.
void Cooperations::leave(CooperationId id, PartyId party, const std::vector<OrganId>& organs, Day per, Span span) {
    const auto leaves = [&](OrganId organ) {
        return organs.empty() || std::find(organs.begin(), organs.end(), organ) != organs.end();
    };
    auto& all = model_[id].participants;
    for (std::size_t i = 0, count = all.size(); i < count; ++i) {
        if (all[i].party != party) continue;
        auto stays = all[i];
        std::erase_if(stays.organs, leaves);
        std::erase_if(all[i].organs, [&](OrganId organ) { return !leaves(organ); });
        const bool with_others = !stays.organs.empty();
        if (!organs.empty() && all[i].organs.empty()) {
            all[i].organs = std::move(stays.organs);  // none of them leaves
            continue;
        }
        all[i].term.days.until = std::min(all[i].term.days.until, per);
        all[i].term.until_span = span;
        if (with_others) all.push_back(std::move(stays));
    }
}

void check_bodies(Resolution& r) {
    const auto& model = r.model;
    const auto has = [&](CooperationId first, OrganId organ) {
        return std::any_of(model.cooperations.begin(), model.cooperations.end(), [&](const Cooperation& version) {
            const auto& organs = version.organs;
            return version.first_version == first &&
                   (organ.valid() ? std::find(organs.begin(), organs.end(), organ) != organs.end() : !organs.empty());
        });
    };
    const auto check = [&](const LawHolder& holder) {
        const auto first = holder.party.valid() ? model[holder.party].embodies : CooperationId{};
        if (!first.valid() || r.formless(first) || has(first, holder.organ)) return;
        if (holder.organ.valid()) {
            std::vector<Remedy> remedies;
            for (const auto organ : model[first].organs)
                if (remedies.size() < 3)
                    remedies.push_back({say(message::organ_of_other,
                                            {to_write(r, model[organ].name), to_write(r, model[first].name)})});
            r.report(Code::N01,
                     say(message::unknown_organ, {quoted(Text(model[holder.organ].name)), Text(model[first].name)}),
                     holder.span, std::move(remedies));
        } else {
            r.report(Code::N03, say(message::holder_is_organ), holder.span, {{say(message::by_law_example)}});
        }
    };
    Span last;  // what cites several statutes is one sentence
    for (const auto& task : model.tasks)
        for (const auto& holder : task.holders)
            if (std::exchange(last, holder.by.span) != holder.by.span) check(holder.by);
    for (const auto& function : model.functions)
        if (function.holder) check(*function.holder);
}

void check_participants(Resolution& r) {
    const auto& model = r.model;
    std::set<Span> told;
    const auto check = [&](const std::vector<OrganId>& organs, const std::vector<OrganId>& has,
                           const std::string& whose, Span span) {
        for (const auto organ : organs) {
            if (std::find(has.begin(), has.end(), organ) != has.end()) continue;
            if (r.incomplete || !told.insert(span).second) continue;
            const auto& name = model[organ].name;
            const bool municipal = organ == model.raad || organ == model.college || organ == model.burgemeester;
            std::vector<Remedy> remedies{{say(message::participant_own_line, {to_write(r, whose)})}};
            if (!municipal) remedies.push_back({say(message::declare_organ, {to_write(r, name), to_write(r, whose)})});
            r.report(Code::N01, say(message::unknown_organ, {quoted(Text(name)), Text(whose)}), span,
                     std::move(remedies));
        }
    };
    std::set<Span> twice;
    // Who left in the meantime joins again.
    const auto left_between = [&](CooperationId first, const Participant& before, const Participant& again) {
        const auto ends = [&](const std::vector<Ending>& endings) {
            return std::any_of(endings.begin(), endings.end(), [&](const Ending& ending) {
                return ending.cooperation == first && ending.parties && names(*ending.parties, again.party) &&
                       before.joined.day <= ending.per.first && ending.per.first < again.joined.day;
            });
        };
        return ends(model.endings) || std::any_of(model.variants.begin(), model.variants.end(),
                                                  [&](const Variant& each) { return ends(each.endings); });
    };
    for (const auto& cooperation : model.cooperations) {
        const auto& all = cooperation.participants;
        std::map<PartyId, std::vector<std::size_t>> places;
        for (std::size_t i = 0; i < all.size(); ++i) {
            auto& before = places[all[i].party];
            for (const auto j : before) {
                if (all[i].organs != all[j].organs || all[i].span == all[j].span ||
                    intersection(all[i].term.days, all[j].term.days).empty() ||
                    left_between(cooperation.first_version, all[j], all[i]) || !twice.insert(all[i].span).second)
                    continue;
                r.report(Code::N11, say(message::participant_twice, {Text(model[all[i].party].name)}), all[i].span,
                         {{say(message::participant_twice_out)}}, {{all[j].span, say(message::this_counts)}});
                break;
            }
            before.push_back(i);
        }
        for (const auto& each : cooperation.participants)
            check(each.organs, model[each.party].organs, model[each.party].name, each.span);
        for (const auto& each : cooperation.legal_persons)
            if (!r.formless(each.cooperation))
                check(each.organs, model[each.cooperation].organs, model[each.cooperation].name, each.span);
    }
}

}  // namespace belegd::resolve
