#include "analysis/sequence.hpp"

#include <algorithm>
#include <set>

#include "base/fold.hpp"
#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/reports.hpp"
#include "model/dates.hpp"

namespace belegd::analysis {

using namespace model;

namespace {

/// The days of a version in a situation, without what it works back over and without its renewals.
Period stated_days(const Cooperation& row, Period force) {
    if (force.empty()) return row.term.stated();
    const auto stated = row.term.stated();
    if (force.from == row.term.days.from) force.from = stated.from;
    if (force.until == row.term.days.until) force.until = stated.until;
    return force;
}

/// Those that the situation shows; of one that never counts there its own days are all there is.
std::vector<CooperationId> versions_shown(const Model& model, const graph::World& world, CooperationId first) {
    std::vector<CooperationId> counting, others;
    for (const auto index : world.versions(first))
        if (world.visible(model.cooperations[index].variant))
            (world.force({index}).empty() ? others : counting).push_back({index});
    return counting.empty() ? others : counting;
}

Period whole_of(const Model& model, const graph::World& world, CooperationId first) {
    Period out{kNoEnd, kNoBegin};
    for (const auto id : versions_shown(model, world, first)) {
        const auto days = stated_days(model[id], world.force(id));
        out.from = std::min(out.from, days.from);
        out.until = std::max(out.until, days.until);
    }
    return out.empty() ? Period{} : out;
}

/// From the first day to the last on which a participant takes part; nothing where it never does.
std::optional<Period> taking_part(const Model& model, const graph::World& world, CooperationId first, PartyId party) {
    Period out{kNoEnd, kNoBegin};
    for (const auto id : versions_shown(model, world, first)) {
        const auto force = world.force(id), stated = stated_days(model[id], force);
        for (auto days : world.participation(id, party)) {
            if (days.from == force.from) days.from = stated.from;
            if (days.until == force.until) days.until = stated.until;
            out.from = std::min(out.from, days.from);
            out.until = std::max(out.until, days.until);
        }
    }
    return out.empty() ? std::nullopt : std::optional(out);
}

/// A day that the model names by a part of a year (`medio 2024`) is some day of it.
DateValue some_day(const Model& model, Day day) {
    const auto named = stretch_from(model, day);
    const bool about_then =
        named && named->precision >= DateValue::Precision::beginning && named->precision <= DateValue::Precision::end;
    return about_then ? *named : DateValue{day, day};
}

Stretch of_decision(const Decision& row) {
    if (row.taken)
        return {row.taken->first, row.taken->last, row.taken->first, row.taken->last, stretch_said(*row.taken)};
    Stretch out;
    if (!row.at_the_latest) return out;
    out.last_begin = out.last_end = row.at_the_latest->last;
    out.said = row.latest_before ? say(message::latest_before, {stretch_said(*row.latest_before)})
                                 : say(message::at_the_latest, {stretch_said(*row.at_the_latest)});
    return out;
}

Stretch of_milestone(const Milestone& row) {
    Stretch out;
    std::vector<Text> said;
    if (row.begin) {
        out.first_begin = out.first_end = row.begin->first;
        out.last_begin = row.begin->last;
        said.push_back(row.goes_on ? say(message::since, {stretch_said(*row.begin)}) : stretch_said(*row.begin));
    }
    if (row.end) {
        out.first_end = row.begin ? std::max(row.begin->first, row.ends_before ? kNoBegin : row.end->first) : kNoBegin;
        out.last_end = row.end->last;
        if (!row.begin) out.last_begin = row.end->last;
        said.push_back(row.ends_before
                           ? say(row.begin ? message::until : message::latest_before, {stretch_said(*row.ends_before)})
                           : say(row.begin ? message::through : message::at_the_latest, {stretch_said(*row.end)}));
    } else if (row.begin && !row.goes_on) {
        out.last_end = row.begin->last;
    }
    out.said = joined(said, " ");
    return out;
}

// ---- what the model says with `na` and `tegelijk met`

const Decision* decision_named(const Model& model, const std::string& name) {
    for (const auto& each : model.decisions)
        if (folded(each.name) == name) return &each;
    return nullptr;
}

/// A name, folded, and those it goes together with.
std::set<std::string> group_of(const Model& model, const std::string& name) {
    std::set<std::string> out{name};
    for (bool grows = true; grows;) {
        grows = false;
        for (const auto& each : model.decisions) {
            std::set<std::string> all{folded(each.name)};
            for (const auto& other : each.together_with) all.insert(folded(other));
            if (all.size() == 1) continue;
            if (std::none_of(all.begin(), all.end(), [&](const std::string& one) { return out.contains(one); }))
                continue;
            for (const auto& one : all) grows = out.insert(one).second || grows;
        }
    }
    return out;
}

const std::vector<std::string>* follows(const Model& model, const std::string& name) {
    if (const auto* found = decision_named(model, name)) return &found->after;
    for (const auto& each : model.milestones)
        if (folded(each.name) == name) return &each.after;
    return nullptr;
}

/// All that comes before it, by what the model says; folded.
std::set<std::string> before(const Model& model, const std::string& name) {
    std::set<std::string> out, seen;
    std::vector<std::string> open{name};
    while (!open.empty()) {
        const auto at = open.back();
        open.pop_back();
        for (const auto& one : group_of(model, at)) {
            if (!seen.insert(one).second) continue;
            const auto* earlier = follows(model, one);
            if (earlier == nullptr) continue;
            for (const auto& each : *earlier)
                for (const auto& other : group_of(model, folded(each))) {
                    out.insert(other);
                    open.push_back(other);
                }
        }
    }
    return out;
}

std::string name_in(const Model& model, const AskedOf& of) {
    return of.decision.valid()    ? folded(model[of.decision].name)
           : of.milestone.valid() ? folded(model[of.milestone].name)
                                  : std::string();
}

std::vector<AskedOf> all_planned(const Model& model) {
    std::vector<AskedOf> out;
    for (std::uint32_t i = 0; i < model.decisions.size(); ++i) out.push_back({{i}, {}, {}});
    for (std::uint32_t i = 0; i < model.milestones.size(); ++i) out.push_back({{}, {i}, {}});
    return out;
}

/// Whether some day of the one surely lies before every day of the other.
bool surely_before(const Stretch& a, const Stretch& b) {
    return a.last_end != kNoEnd && b.first_begin != kNoBegin && a.last_end < b.first_begin;
}
bool surely_not_before(const Stretch& a, const Stretch& b) {
    return a.first_end != kNoBegin && b.last_begin != kNoEnd && a.first_end >= b.last_begin;
}

}  // namespace

Stretch days_of(const Model& model, const graph::World& world, const AskedOf& of, const std::vector<PartyId>& parties) {
    if (of.decision.valid()) return of_decision(model[of.decision]);
    if (of.milestone.valid()) return of_milestone(model[of.milestone]);
    Stretch out;
    const auto days = lasting(model, world, of.cooperation, parties);
    if (!days) return out;
    if (of.bound == AskedOf::Bound::beginning) {
        if (days->from == kNoBegin) return out;
        const auto day = some_day(model, days->from);
        return {day.first, day.last, day.first, day.last, day_said(model, days->from)};
    }
    if (days->until == kNoEnd) return out;
    const auto day = some_day(model, days->until);
    return {day.first.previous(), day.last.previous(), day.first.previous(), day.last.previous(),
            day.exact() ? spelled(day.first.previous()) : say(message::until, {stretch_said(day)})};
}

std::optional<Period> lasting(const Model& model, const graph::World& world, CooperationId first,
                              const std::vector<PartyId>& parties) {
    if (parties.empty()) return whole_of(model, world, first);
    std::optional<Period> out;
    for (const auto party : parties) {
        const auto days = taking_part(model, world, first, party).value_or(Period{});
        if (out && !(*out == days)) return std::nullopt;
        out = days;
    }
    return out;
}

std::vector<EndOf> ends_of(const Model& model, const graph::World& world, CooperationId first,
                           const std::vector<PartyId>& parties) {
    std::vector<EndOf> out;
    const auto versions = versions_shown(model, world, first);
    const auto add = [&](Day end) {
        if (end == kNoEnd) return;
        auto version = versions.empty() ? first : versions.back();
        for (const auto id : versions)
            if (world.force(id).contains(end.previous())) version = id;
        if (std::none_of(out.begin(), out.end(), [&](const EndOf& each) { return each.day == end; }))
            out.push_back({end, version});
    };
    if (parties.empty()) add(whole_of(model, world, first).until);
    if (!out.empty()) return out;
    auto whose = parties;
    if (whose.empty())
        for (const auto id : versions)
            for (const auto& each : model[id].participants) whose.push_back(each.party);
    for (const auto party : whose)
        if (const auto days = taking_part(model, world, first, party)) add(days->until);
    return out;
}

std::vector<std::string> in_step_with(const Model& model, const std::string& name) {
    const auto group = group_of(model, folded(name));
    std::vector<std::string> out;
    const auto add = [&](const std::string& other) {
        const auto same = [&](const std::string& each) { return folded(each) == folded(other); };
        if (!same(name) && group.contains(folded(other)) && std::none_of(out.begin(), out.end(), same))
            out.push_back(other);
    };
    for (const auto& each : model.decisions) {
        add(each.name);
        for (const auto& other : each.together_with) add(other);
    }
    return out;
}

Sequence sequence_of(const Model& model, const graph::World& world, const AskedOf& first, const AskedOf& second,
                     const std::vector<PartyId>& parties) {
    Sequence out;
    const auto a = days_of(model, world, first, parties), b = days_of(model, world, second, parties);
    const auto name_a = name_in(model, first), name_b = name_in(model, second);
    const auto before_a = name_a.empty() ? std::set<std::string>() : before(model, name_a),
               before_b = name_b.empty() ? std::set<std::string>() : before(model, name_b);
    const bool stated = !name_a.empty() && before_b.contains(name_a),
               reversed = !name_b.empty() && before_a.contains(name_b);
    // What comes between by what the model says carries the days of one on to the other.
    std::vector<Stretch> after_a{a}, until_b{b}, after_b{b}, until_a{a};
    for (const auto& each : all_planned(model)) {
        const auto name = name_in(model, each);
        const auto days = days_of(model, world, each, {});
        if (before_b.contains(name)) until_b.push_back(days);
        if (before_a.contains(name)) until_a.push_back(days);
        const auto earlier = before(model, name);
        if (!name_a.empty() && earlier.contains(name_a)) after_a.push_back(days);
        if (!name_b.empty() && earlier.contains(name_b)) after_b.push_back(days);
    }
    const auto some_before = [](const std::vector<Stretch>& these, const std::vector<Stretch>& those) {
        return std::any_of(these.begin(), these.end(), [&](const Stretch& one) {
            return std::any_of(those.begin(), those.end(),
                               [&](const Stretch& other) { return surely_before(one, other); });
        });
    };
    const bool by_days = some_before(after_a, until_b);
    const bool not_by_days = some_before(after_b, until_a) || (!stated && surely_not_before(a, b));
    out.stated = stated;
    out.contradicted = (stated && reversed) || ((stated || by_days) && (reversed || not_by_days));
    if (stated || by_days)
        out.answer = Sequence::Answer::yes;
    else if (reversed || not_by_days)
        out.answer = Sequence::Answer::no;
    return out;
}

}  // namespace belegd::analysis
