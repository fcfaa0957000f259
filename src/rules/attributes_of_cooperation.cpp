// What a rule learns of cooperations and who takes part in them.
#include <algorithm>
#include <type_traits>

#include "model/describe.hpp"
#include "rules/rule_facts.hpp"
#include "rules/rule_values.hpp"

namespace belegd::rules {

using namespace model;

Value RuleFacts::form_of(const Cooperation& s) const {
    if (!s.form.valid()) return {};
    if (!s.form_open) return row(s.form);
    const auto [known, is_new] = within_family_.try_emplace(s.form.index);
    if (!is_new) return known->second;
    // Only the family is known: it is one of these.
    Ids family{s.form.index};
    for (std::size_t i = 0; i < family.size(); ++i)
        for (std::size_t f = 0; f < model_.forms.size(); ++f)
            if (model_.forms[f].family.valid() && model_.forms[f].family.index == family[i]) family.push_back(f);
    if (family.size() == 1) return known->second = row(s.form);
    family.erase(family.begin());
    return known->second = {std::move(family), false, true};
}

template <typename Row>
bool RuleFacts::present(std::uint32_t cooperation, const Row& row) const {
    if (view_.world->force({cooperation}).empty()) return true;
    PartyId party;
    if constexpr (std::is_same_v<Row, Participant>)
        party = row.party;
    else
        party = model_[row.cooperation].body;
    if (!party.valid()) return !intersection(row.term.days, view_.world->force({cooperation})).empty();
    const auto& periods = view_.world->participation({cooperation}, party);
    return std::any_of(periods.begin(), periods.end(),
                       [&](Period each) { return !intersection(each, row.term.days).empty(); });
}
template bool RuleFacts::present(std::uint32_t, const Participant&) const;
template bool RuleFacts::present(std::uint32_t, const LegalPerson&) const;

bool RuleFacts::takes_part_until(CooperationId version, PartyId party, Day day) const {
    const auto& periods = view_.world->participation(version, party);
    return std::any_of(periods.begin(), periods.end(),
                       [&](Period each) { return each.from < day && each.until >= day; });
}

bool RuleFacts::takes_part(CooperationId first, PartyId party, Day day) const {
    const auto& versions = view_.world->versions(first);
    return std::any_of(versions.begin(), versions.end(), [&](std::uint32_t i) {
        const auto& periods = view_.world->participation({i}, party);
        return std::any_of(periods.begin(), periods.end(), [&](Period each) { return each.contains(day); });
    });
}

Day RuleFacts::abolished_in(Entity participant) const {
    const CooperationId id{outer(participant)};
    const auto& d = model_[id].participants[inner(participant)];
    const auto gone = model_[d.party].term.days.until;
    const auto first = model_[id].first_version;
    // The row of the version in force until then; whether its words let it leave on that very day makes no difference.
    if (model_[d.party].kind != Party::Kind::municipality || gone == kNoEnd || in_force_after(first, gone) <= gone ||
        !days(Type::participant, participant).contains(gone.previous()) || !takes_part(first, d.party, gone.previous()))
        return kNoEnd;
    return gone;
}

Day RuleFacts::in_force_after(CooperationId first, Day day) const {
    Day until = day;
    for (const auto i : view_.world->versions(first))
        if (const auto force = view_.world->force({i}); !force.empty() && force.from <= day)
            until = std::max(until, force.until);
    for (const auto i : view_.world->versions(first))
        if (const auto force = view_.world->force({i}); !force.empty() && force.from <= until)
            until = std::max(until, force.until);
    return until;
}

Ids RuleFacts::unsucceeded(Entity participant) const {
    const auto gone = abolished_in(participant);
    if (gone == kNoEnd) return {};
    const CooperationId id{outer(participant)};
    const auto& successors = model_[model_[id].participants[inner(participant)].party].successors;
    const auto first = model_[id].first_version;
    const auto named = [&](PartyId each) {
        if (!takes_part(first, each, gone)) return false;
        // Of several, one that took part already need not be the one that takes its place.
        return successors.size() == 1 || !takes_part(first, each, gone.previous());
    };
    if (std::any_of(successors.begin(), successors.end(), named)) return {};
    Ids out;
    for (const auto each : successors) put(out, each.index);
    return out;
}

Ids RuleFacts::abolished_together(Entity participant) const {
    const auto successors = unsucceeded(participant);
    if (successors.empty()) return {};
    const auto version = outer(participant);
    const auto& all = model_.cooperations[version].participants;
    Ids out;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto each = inside(version, i);
        if (each != participant && (abolished_in(each) != abolished_in(participant) ||
                                    all[i].organs != all[inner(participant)].organs || unsucceeded(each) != successors))
            continue;
        if (each < participant) return {};
        out.push_back(each);
    }
    return out;
}

Ids RuleFacts::succeeding(std::uint32_t index) const {
    Ids out;
    const auto first = model_.cooperations[index].first_version;
    for (const auto i : view_.world->versions(first))
        for (const auto& each : model_.cooperations[i].participants) {
            const auto gone = model_[each.party].term.days.until;
            if (gone == kNoEnd || model_[each.party].kind != Party::Kind::municipality ||
                !takes_part(first, each.party, gone.previous()))
                continue;
            for (const auto next : model_[each.party].successors)
                if (takes_part(first, next, gone) && !takes_part(first, next, gone.previous())) put(out, next.index);
        }
    return out;
}

Ids RuleFacts::merging(std::uint32_t index) const {
    const auto& s = model_.cooperations[index];
    if (s.open_participants || !s.legal_persons.empty()) return {};
    Ids out;
    std::optional<Day> on;
    PartyId into;
    for (std::size_t i = 0; i < s.participants.size(); ++i) {
        const auto entity = inside(index, i);
        const auto gone = abolished_in(entity);
        const auto& successors = model_[s.participants[i].party].successors;
        if (gone == kNoEnd) continue;
        if (successors.size() != 1 || (on && (*on != gone || into != successors.front()))) return {};
        on = gone;
        into = successors.front();
        out.push_back(entity);
    }
    if (!on) return {};
    std::size_t all = 0;
    for (const auto& each : s.participants) {
        if (!takes_part(s.first_version, each.party, on->previous())) continue;
        ++all;
        if (each.party != into && model_[each.party].term.days.until != *on) return {};
    }
    return all > 1 ? out : Ids{};
}

std::vector<std::pair<std::uint32_t, Cells>> RuleFacts::left_to_successors(Entity participant) const {
    std::vector<std::pair<std::uint32_t, Cells>> out;
    const auto successors = unsucceeded(participant);
    if (successors.empty()) return out;
    const CooperationId id{outer(participant)};
    const auto first = model_[id].first_version;
    const auto party = model_[id].participants[inner(participant)].party;
    const auto gone = abolished_in(participant);
    const Period then{gone, in_force_after(first, gone)};
    const auto given_here = [&](const graph::Answer& answer) {
        return !answer.chain.empty() &&
               std::any_of(answer.chain.front().by.begin(), answer.chain.front().by.end(), [&](TransferId by) {
                   return model_[by].cooperation.valid() && model_[model_[by].cooperation].first_version == first;
               });
    };
    for (std::uint32_t function = 0; function < model_.leaf_functions.size(); ++function)
        for (const auto* before : subject_.runs(view_, party, function)) {
            if (!before->days.contains(gone.previous()) || !given_here(subject_.answer(*before))) continue;
            for (const auto successor : successors) {
                // One that took part already has there what the text gives it of its own.
                if (takes_part(first, {static_cast<std::uint32_t>(successor)}, gone.previous())) continue;
                for (const auto* now : subject_.runs(view_, {static_cast<std::uint32_t>(successor)}, function)) {
                    const auto lasting = intersection(now->days, then);
                    auto tasks = now->tasks & before->tasks;
                    if (graph::is_implicit(subject_.answer(*now).state) && !lasting.empty() && tasks.any())
                        out.push_back({function, {now->participant, std::move(tasks), lasting}});
                }
            }
        }
    return out;
}

std::vector<std::pair<PartyId, Day>> RuleFacts::unsucceeded(const Transfer& transfer) const {
    std::vector<std::pair<PartyId, Day>> out;
    if (!transfer.cooperation.valid()) return out;
    const auto first = model_[transfer.cooperation].first_version;
    const auto lasts = view_.world->lasting(transfer);
    const auto named = takers(transfer);
    for (const auto party : named) {
        const auto gone = model_[party].term.days.until;
        if (model_[party].kind != Party::Kind::municipality || gone == kNoEnd || !lasts.contains(gone)) continue;
        for (const auto each : model_[party].successors) {
            const auto known = [&](const auto& other) { return other.first == each; };
            if (takes_part(first, each, gone) && !model::names(named, each) &&
                std::none_of(out.begin(), out.end(), known))
                out.emplace_back(each, gone);
        }
    }
    return out;
}

std::vector<std::pair<std::uint32_t, Cells>> RuleFacts::left_to_successors(const Transfer& transfer) const {
    std::vector<std::pair<std::uint32_t, Cells>> out;
    for (const auto& [successor, gone] : unsucceeded(transfer)) {
        const Period then{gone, view_.world->lasting(transfer).until};
        transfer.functions.each([&, who = successor](std::size_t f) {
            const auto function = static_cast<std::uint32_t>(f);
            for (const auto* now : subject_.runs(view_, who, function)) {
                const auto lasting = intersection(now->days, then);
                auto tasks = now->tasks & transfer.tasks;
                if (graph::is_implicit(subject_.answer(*now).state) && !lasting.empty() && tasks.any())
                    out.push_back({function, {who, std::move(tasks), lasting}});
            }
        });
    }
    return out;
}

Value RuleFacts::of_cooperation(Attribute attribute, std::uint32_t index) const {
    const auto& s = model_.cooperations[index];
    const auto first = s.first_version;
    const auto mine = [&](const auto& each) {
        return each.cooperation.valid() && model_[each.cooperation].first_version == first;
    };
    const auto seen = [&](const auto& each) { return mine(each) && view_.world->visible(each.variant); };
    const auto force = view_.world->force({index});
    switch (attribute) {
        case Attribute::cooperation_text: return row(index);
        case Attribute::cooperation_name: return {printable(s.name)};
        case Attribute::cooperation_form: return form_of(s);
        case Attribute::cooperation_participants: {
            Ids out;
            for (std::size_t i = 0; i < s.participants.size(); ++i)
                if (present(index, s.participants[i])) out.push_back(inside(index, i));
            return {std::move(out), s.open_participants};
        }
        case Attribute::cooperation_municipalities:
        case Attribute::cooperation_parties: {
            Ids out;
            for (const auto& each : s.participants)
                if (present(index, each) && (attribute == Attribute::cooperation_parties ||
                                             model_[each.party].kind == Party::Kind::municipality))
                    put(out, each.party.index);
            return {std::move(out), s.open_participants};
        }
        case Attribute::cooperation_bodies: {
            Ids out;
            for (const auto& each : s.legal_persons)
                if (present(index, each)) put(out, each.cooperation.index);
            return {std::move(out), s.open_participants};
        }
        case Attribute::cooperation_organs: {
            Ids out;
            bool open = s.open_participants;
            for (const auto& each : s.participants) {
                if (!present(index, each)) continue;
                if (each.organs.empty() && model_[each.party].kind == Party::Kind::municipality) open = true;
                for (const auto organ : each.organs) put(out, organ.index);
            }
            return {std::move(out), open};
        }
        case Attribute::cooperation_own_organs: return rows(s.organs);
        // The day that it says itself, not the one to which it works back.
        case Attribute::cooperation_begin:
            return force.from == kNoBegin ? Value{} : day(std::max(force.from, s.term.stated().from));
        case Attribute::cooperation_end: return end_day(force.until);
        case Attribute::cooperation_ends_by: return s.term.until_event.empty() ? Value{} : Value{s.term.until_event};
        case Attribute::cooperation_first: return truth(first.index == index || as_first_.index == index);
        case Attribute::cooperation_original: return row(first.index);
        case Attribute::cooperation_versions: {
            Ids out;
            for (const auto i : view_.world->versions(first))
                if (!view_.world->force({i}).empty()) out.push_back(i);
            return {std::move(out)};
        }
        case Attribute::cooperation_too_late: {
            const auto& all = view_.world->versions(first);
            Ids out;
            for (const auto i : all) {
                const auto days = view_.world->force({i});
                if (!days.empty() || days.from == kNoEnd || model_.cooperations[i].version == 1) continue;
                // One that another of the same day replaces is not late.
                const bool replaced = std::any_of(all.begin(), all.end(), [&](std::uint32_t other) {
                    return model_.cooperations[other].version > model_.cooperations[i].version &&
                           view_.world->force({other}).from == days.from;
                });
                if (!replaced) out.push_back(i);
            }
            return {std::move(out)};
        }
        case Attribute::cooperation_previous:
            for (const auto i : view_.world->versions(first))
                if (model_.cooperations[i].version + 1 == s.version) return row(i);
            return none();
        case Attribute::cooperation_retroactive: return s.retroactive ? day(s.retroactive) : none();
        case Attribute::cooperation_status: return choice(s.status);
        case Attribute::cooperation_status_stated: return truth(s.status_stated);
        case Attribute::cooperation_variant: return row(s.variant);
        case Attribute::cooperation_centres: return rows(s.centres);
        case Attribute::cooperation_transfers: return rows(subject_.transfers_of({index}));
        case Attribute::cooperation_decisions: return {decisions_about()[first.index], true};
        case Attribute::cooperation_stated_decisions: return {decisions_about()[first.index]};
        case Attribute::cooperation_endings: {
            Ids out;
            for (std::size_t i = 0; i < endings_.size(); ++i)
                if (mine(*endings_[i])) out.push_back(i);
            return {std::move(out)};
        }
        case Attribute::cooperation_costs: return those(model_.costs, seen);
        case Attribute::cooperation_settlements: return those(model_.settlements, seen);
        case Attribute::cooperation_articles: return rows(s.articles, true);
        case Attribute::cooperation_statutes: return {statutes_cited(model_, s.backing)};
        case Attribute::cooperation_citations: {
            // Those of one cooperation lie together.
            const auto& all = citations();
            Ids out;
            for (auto at = std::partition_point(all.begin(), all.end(),
                                                [&](const Cited& each) { return each.cooperation.index < index; });
                 at != all.end() && at->cooperation.index == index; ++at)
                out.push_back(static_cast<Entity>(at - all.begin()));
            return {std::move(out)};
        }
        case Attribute::cooperation_provides: {
            Value out{Ids{}, !s.full_text || s.provides_open};
            for (const auto& each : s.provides) put(std::get<Ids>(out.is), each.provision.index);
            for (const auto& each : s.provides_not) put(out.without, each.provision.index);
            return out;
        }
        case Attribute::cooperation_concluded: return day(s.concluded);
        case Attribute::cooperation_published: return day(s.published);
        case Attribute::cooperation_signed_for: return actors(s.signed_for);
        case Attribute::cooperation_boards: {
            Ids out;
            for (std::size_t i = 0; i < s.boards.size(); ++i) out.push_back(inside(index, i));
            return {std::move(out)};
        }
        case Attribute::cooperation_seat: return s.seat.empty() ? Value{} : Value{printable(s.seat)};
        case Attribute::cooperation_signatories: return s.signed_by.empty() ? Value{} : actors(s.signed_by);
        case Attribute::cooperation_joined:
        case Attribute::cooperation_left: {
            Ids out;
            const bool joins = attribute == Attribute::cooperation_joined;
            for (const auto i : view_.world->versions(first)) {
                const auto& before = model_.cooperations[i];
                if (before.version + 1 != s.version) continue;
                const auto names = [&](std::uint32_t version, PartyId party) {
                    const auto& all = model_.cooperations[version].participants;
                    return std::any_of(all.begin(), all.end(), [&](const Participant& each) {
                        return each.party == party && present(version, each);
                    });
                };
                // Who left before, by an ending or by the text, neither leaves now nor was there.
                const auto earlier = view_.world->force({i});
                const auto was_there = [&](PartyId party) {
                    return earlier.empty() || force.empty()
                               ? names(i, party)
                               : takes_part_until({i}, party, std::min(force.from, earlier.until));
                };
                for (const auto& each : (joins ? s : before).participants)
                    if (was_there(each.party) != joins && names(index, each.party) == joins) put(out, each.party.index);
            }
            return {std::move(out)};
        }
        case Attribute::cooperation_abolished: {
            Ids out;
            const auto left = of_cooperation(Attribute::cooperation_left, index);
            for (const auto party : std::get<Ids>(left.is))
                if (model_.parties[party].kind == Party::Kind::municipality &&
                    model_.parties[party].term.days.until <= force.from)
                    out.push_back(party);
            return {std::move(out)};
        }
        case Attribute::cooperation_succeeding: return {succeeding(index)};
        case Attribute::cooperation_merging: return {merging(index)};
        case Attribute::cooperation_merged_on: {
            const auto all = merging(index);
            return all.empty() ? none() : day(abolished_in(all.front()));
        }
        case Attribute::cooperation_left_on_notice_day: {
            const auto before = of_cooperation(Attribute::cooperation_previous, index);
            if (before.nothing() || force.from == kNoBegin) return truth(true);
            const auto until = s.term.imprecise_from ? s.term.imprecise_from->last : force.from;
            return on_notice_day({static_cast<std::uint32_t>(std::get<long long>(before.is))},
                                 {force.from, until.next()});
        }
        case Attribute::cooperation_above: {
            Ids out;
            for (const auto& under : s.under)
                if (under.cooperation.valid()) put(out, under.cooperation.index);
            return {std::move(out)};
        }
        case Attribute::cooperation_functions: {
            BitSet out(model_.leaf_functions.size());
            for (const auto& scope : s.scopes)
                if (scope.functions) out |= *scope.functions;
            for (const auto id : subject_.transfers_of({index})) out |= model_[id].functions;
            return {std::move(out)};
        }
        case Attribute::cooperation_tasks: {
            BitSet out(model_.leaf_tasks.size());
            for (const auto& scope : s.scopes) out |= scope.tasks;
            for (const auto id : subject_.transfers_of({index})) out |= model_[id].tasks;
            return {std::move(out)};
        }
        case Attribute::cooperation_notice: {
            const auto length = s.notice ? length_of(s.notice->length) : std::nullopt;
            return length ? Value{model::packed(*length)} : Value{};
        }
        default: return {};
    }
}

Value RuleFacts::of_participant(Attribute attribute, Entity entity) const {
    const CooperationId id{outer(entity)};
    const auto& d = model_[id].participants[inner(entity)];
    const auto term = days(Type::participant, entity);
    switch (attribute) {
        case Attribute::participant_party: return row(d.party);
        case Attribute::participant_organs: return d.organs.empty() ? Value{} : rows(d.organs);
        case Attribute::participant_begin: return term.from == kNoBegin ? Value{} : day(term.from);
        case Attribute::participant_end: return end_day(term.until);
        case Attribute::participant_cooperation: return row(id);
        case Attribute::participant_unsucceeded: return {unsucceeded(entity)};
        case Attribute::participant_abolished_together: return {abolished_together(entity)};
        default: return {};
    }
}

}  // namespace belegd::rules
