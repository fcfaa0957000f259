// What a rule learns of the days on which somebody joins or leaves a cooperation that goes on.
#include <algorithm>
#include <set>

#include "rules/rule_facts.hpp"
#include "rules/rule_values.hpp"

namespace belegd::rules {

using namespace model;

std::optional<CooperationId> RuleFacts::in_force(CooperationId first, Day day) const {
    std::optional<CooperationId> out;
    for (const auto i : view_.world->versions(first))
        if (view_.world->force({i}).contains(day) && (!out || model_.cooperations[i].version > model_[*out].version))
            out = CooperationId{i};
    return out;
}

Ids RuleFacts::taking_part(CooperationId first, Day day) const {
    Ids out;
    for (const auto i : view_.world->versions(first))
        for (const auto& each : model_.cooperations[i].participants)
            if (takes_part(first, each.party, day)) put(out, each.party.index);
    return out;
}

namespace {

/// Whether the words of a participant say that somebody joins, or leaves, on a day.
bool says(const Participant& row, PartyId party, bool joins, Day day) {
    return row.party == party && (joins ? row.term.days.from : row.term.days.until) == day;
}

}  // namespace

const std::vector<RuleFacts::Turnover>& RuleFacts::turnovers() const {
    if (turnovers_) return *turnovers_;
    auto& out = turnovers_.emplace();
    const auto& world = *view_.world;
    for (std::uint32_t first = 0; first < model_.cooperations.size(); ++first) {
        if (model_.cooperations[first].first_version.index != first) continue;
        std::set<Day> days;
        std::set<PartyId> parties;
        for (const auto i : world.versions({first}))
            for (const auto& each : model_.cooperations[i].participants) {
                parties.insert(each.party);
                for (const auto& period : world.participation({i}, each.party))
                    days.insert({period.from, period.until});
            }
        for (const auto day : days) {
            if (day == kNoBegin || day == kNoEnd) continue;
            const auto before = in_force({first}, day.previous()), now = in_force({first}, day);
            if (!before || !now) continue;
            for (const auto party : parties)
                if (const bool joins = takes_part({first}, party, day);
                    joins != takes_part({first}, party, day.previous()))
                    note_turnover(out, party, joins, day, *before, *now);
        }
    }
    return out;
}

void RuleFacts::note_turnover(std::vector<Turnover>& all, PartyId party, bool joins, Day day, CooperationId before,
                              CooperationId now) const {
    const auto& world = *view_.world;
    const auto first = model_[now].first_version;
    if (!joins) {
        // What ends it for who leaves is a thing of its own.
        const auto ended = [&](const Participant& row) {
            if (row.party != party) return false;
            const auto* ending = world.ending(before, party, row.joined);
            return ending != nullptr && !ending->only_version.valid() && ending->per.first == day;
        };
        const auto& rows = model_[before].participants;
        if (std::any_of(rows.begin(), rows.end(), ended)) return;
    }
    Turnover made{now, now, day, {}, {}, {}};
    const Participant* row = nullptr;
    for (const auto i : world.versions(first))
        for (const auto& each : model_.cooperations[i].participants)
            if (row == nullptr && !world.force({i}).empty() && says(each, party, joins, day)) {
                row = &each;
                made.text = {i};
            }
    const auto& text = model_[made.text];
    const bool by_version = !text.amended_by.empty() && world.force(made.text).from == day;
    // Whoever ceases to exist is not said to leave, unless the text changes that day.
    if (row == nullptr && before == now) return;
    if (by_version || row == nullptr)
        made.span = text.amended_by.empty() ? text.name_span : text.amended_by;
    else
        made.span = joins || row->term.until_span.empty() ? row->span : row->term.until_span;
    auto same = std::find_if(all.begin(), all.end(), [&](const Turnover& other) {
        return other.text == made.text && other.now == now && other.day == day;
    });
    if (same == all.end()) same = all.insert(all.end(), std::move(made));
    (joins ? same->joined : same->left).push_back(party);
}

Value RuleFacts::of_turnover(Attribute attribute, std::uint32_t index) const {
    const auto& w = turnovers()[index];
    const auto first = model_[w.now].first_version;
    switch (attribute) {
        case Attribute::turnover_cooperation: return row(w.now);
        case Attribute::turnover_text: return row(w.text);
        case Attribute::turnover_day: return belegd::rules::day(w.day);
        case Attribute::turnover_joined: return rows(w.joined);
        case Attribute::turnover_left: return rows(w.left);
        case Attribute::turnover_abolished: {
            Ids out;
            for (const auto party : w.left)
                if (model_[party].kind == Party::Kind::municipality && model_[party].term.days.until <= w.day)
                    put(out, party.index);
            return {std::move(out)};
        }
        case Attribute::turnover_remaining: return {taking_part(first, w.day), model_[w.now].open_participants};
        case Attribute::turnover_bodies: {
            Ids out;
            for (const auto& each : model_[w.now].legal_persons)
                if (each.term.days.contains(w.day)) put(out, each.cooperation.index);
            return {std::move(out)};
        }
        case Attribute::turnover_published: {
            const auto& own = model_[w.text].published;
            const auto by = model_[w.text].amended_in;
            return belegd::rules::day(own || !by.valid() ? own : model_[by].published);
        }
        case Attribute::turnover_on_notice_day: {
            const auto before = of_cooperation(Attribute::cooperation_previous, w.text.index);
            if (before.nothing()) return truth(true);
            const auto& term = model_[w.text].term;
            const bool imprecise = term.imprecise_from && view_.world->force(w.text).from == w.day;
            return on_notice_day({static_cast<std::uint32_t>(std::get<long long>(before.is))},
                                 {w.day, (imprecise ? term.imprecise_from->last : w.day).next()});
        }
        default: return {};
    }
}

}  // namespace belegd::rules
