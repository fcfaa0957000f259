// What a rule learns of decisions, endings, milestones and futures.
#include <algorithm>

#include "diagnostics/messages/rules.hpp"
#include "graph/boards.hpp"
#include "model/describe.hpp"
#include "money/stated.hpp"
#include "rules/rule_facts.hpp"
#include "rules/rule_values.hpp"

namespace belegd::rules {

using namespace model;

Value RuleFacts::meets_day_of(const Notice& notice, Period possible) const {
    if (notice.against.empty()) return truth(true);
    if (possible.from.next() != possible.until) return {};
    // As the paper writes it, `1 januari`: the day with its year taken off. Against the last day of a month is often said
    // of what ends with that day.
    const auto meant = [&](Day day) { return spelled(day).nl.starts_with(notice.against.nl + " "); };
    const bool first_of_month = spelled(possible.from).nl.starts_with("1 ");
    return truth(meant(possible.from) || (first_of_month && meant(possible.from.previous())));
}

Value RuleFacts::on_notice_day(CooperationId version, Period possible) const {
    const auto& notice = model_[version].notice;
    return notice ? meets_day_of(*notice, possible) : truth(true);
}

std::vector<std::pair<const Notice*, const Package*>> RuleFacts::notices(const Ending& ending) const {
    std::vector<std::pair<const Notice*, const Package*>> out;
    const auto id = version_before(ending);
    if (!id.valid()) return out;
    const auto& version = model_[id];
    if (version.notice) out.emplace_back(&*version.notice, nullptr);
    std::vector<PartyId> leaving;
    if (ending.parties) leaving = *ending.parties;
    if (leaving.empty() && ending.decision.valid())
        if (const auto& by = model_[ending.decision].by; by && by->owner == Actor::Owner::party)
            leaving.push_back({by->index});
    const auto last = ending.per.first.previous();
    for (const auto& package : version.packages)
        if (package.notice && std::any_of(package.takers.begin(), package.takers.end(), [&](const auto& taker) {
                return model::names(leaving, taker.party) && taker.term.days.contains(last);
            }))
            out.emplace_back(&*package.notice, &package);
    return out;
}

std::pair<const Notice*, const Package*> RuleFacts::longest_notice(const Ending& ending) const {
    std::pair<const Notice*, const Package*> out;
    std::optional<Day> earliest;
    for (const auto& each : notices(ending)) {
        const auto length = length_of(each.first->length);
        if (!length) continue;
        const auto by = ending.per.first - *length;
        if (!earliest || by < *earliest) earliest = by, out = each;
    }
    return out;
}

CooperationId RuleFacts::version_before(const Ending& ending) const {
    auto out = ending.cooperation;
    for (const auto i : view_.world->versions(ending.cooperation)) {
        const auto force = view_.world->force({i});
        if (!force.empty() && force.from < ending.per.first && model_.cooperations[i].version > model_[out].version)
            out = {i};
    }
    return out;
}

namespace {

/// The rows of a table that have these names.
template <typename Table>
Value rows_named(const std::vector<std::string>& names, const Table& table) {
    Ids out;
    for (const auto& name : names)
        for (std::size_t i = 0; i < table.size(); ++i)
            if (table[i].name == name) put(out, i);
    return {std::move(out)};
}

}  // namespace

Value RuleFacts::too_few_participants(std::uint32_t index) const {
    const auto& decision = model_.decisions[index];
    std::vector<PartyId> agreed;
    const auto agree = [&](const Actor& actor) {
        if (actor.owner == Actor::Owner::party && !model::names(agreed, {actor.index})) agreed.push_back({actor.index});
    };
    const auto agree_of = [&](const Decision& each) {
        if (each.by) agree(*each.by);
        for (const auto* all : {&each.also_by, &each.consent_by})
            for (const auto& actor : *all) agree(actor);
    };
    agree_of(decision);
    const auto named = [](const std::vector<std::string>& all, const Decision& each) {
        return std::find(all.begin(), all.end(), each.name) != all.end();
    };
    for (const auto& each : model_.decisions) {
        const bool concerns = std::any_of(each.concerns.begin(), each.concerns.end(),
                                          [&](const Concern& concern) { return concern.decision.index == index; });
        if (view_.world->visible(each.variant) && each.status >= Status::intended &&
            (concerns || named(decision.together_with, each) || named(each.together_with, decision)))
            agree_of(each);
    }
    std::vector<Text> out;
    // Of whom the model only has a name, it cannot be said whether he takes part.
    const bool open = decision.consent.size() + decision.assent.size() > decision.consent_by.size();
    const auto see = [&](CooperationId first, Day day, bool dissolve) {
        const auto on = decision.taken ? decision.taken->first : day;
        const auto asked = graph::to_change(*view_.world, first, on, dissolve);
        if (!asked || !asked->needed || open) return;
        const auto count = std::count_if(asked->participants.begin(), asked->participants.end(),
                                         [&](PartyId party) { return model::names(agreed, party); });
        if (count >= *asked->needed) return;
        out.push_back(say(dissolve ? message::too_few_to_dissolve : message::too_few_to_change,
                          {title_of(model_, first), number(*asked->needed),
                           number(static_cast<long long>(asked->participants.size())), number(count)}));
    };
    for (const auto* each : endings_)
        if (each->decision.index == index && each->cooperation.valid() && !each->revoked.valid() && !each->parties)
            see(model_[each->cooperation].first_version, each->per.first.previous(), true);
    for (const auto& each : model_.cooperations)
        if (each.amended_in.index == index && view_.world->visible(each.variant)) {
            const auto from = each.term.stated().from;
            see(each.first_version, from == kNoBegin ? from : from.previous(), false);
        }
    return out.empty() ? none() : Value{listed(out)};
}

Value RuleFacts::of_decision(Attribute attribute, std::uint32_t index) const {
    const auto made_by = [&](const auto& each) { return each.decision.index == index; };
    // The decisions that it revokes; those only that it revokes from a day before its own.
    const auto revoked = [&](bool back) {
        Ids out;
        const auto& taken = model_.decisions[index].taken;
        const auto see = [&](const std::vector<Ending>& all, bool in_variant) {
            for (const auto& ending : all)
                if (made_by(ending) && ending.revoked.valid() && (!back || (taken && ending.per.last < taken->first)) &&
                    view_.world->counts(ending.status, in_variant))
                    put(out, ending.revoked.index);
        };
        see(model_.endings, false);
        for (const auto variant : view_.world->bases()) see(model_[variant].endings, true);
        return out;
    };
    switch (attribute) {
        case Attribute::decision_name: return {printable(model_.decisions[index].name)};
        case Attribute::decision_purpose:
            return model_.decisions[index].purpose == Decision::Purpose::not_stated
                       ? Value{}
                       : choice(model_.decisions[index].purpose);
        case Attribute::decision_by: {
            if (!model_.decisions[index].by) return {};
            std::vector<Actor> all{*model_.decisions[index].by};
            const auto& others = model_.decisions[index].also_by;
            all.insert(all.end(), others.begin(), others.end());
            return actors(all);
        }
        case Attribute::decision_taken: return day(model_.decisions[index].taken);
        case Attribute::decision_retroactive: {
            const auto& back = model_.decisions[index].retroactive;
            return back ? day(back) : none();
        }
        case Attribute::decision_latest: return day(model_.decisions[index].at_the_latest, true);
        case Attribute::decision_after: return rows_named(model_.decisions[index].after, model_.decisions);
        case Attribute::decision_after_milestones: return rows_named(model_.decisions[index].after, model_.milestones);
        case Attribute::decision_status: return choice(model_.decisions[index].status);
        case Attribute::decision_variant: return row(model_.decisions[index].variant);
        case Attribute::decision_cooperations: {
            Ids out;
            const auto& all = decisions_about();
            for (std::size_t i = 0; i < all.size(); ++i)
                if (std::binary_search(all[i].begin(), all[i].end(), Entity{index}) &&
                    view_.world->visible(model_.cooperations[i].variant))
                    out.push_back(i);
            return {std::move(out)};
        }
        case Attribute::decision_endings: {
            Ids out;
            for (std::size_t i = 0; i < endings_.size(); ++i)
                if (made_by(*endings_[i])) out.push_back(i);
            return {std::move(out)};
        }
        case Attribute::decision_transfers:
            return those(model_.transfers,
                         [&](const Transfer& each) { return made_by(each) && view_.world->visible(each.variant); });
        case Attribute::decision_tasks: {
            BitSet out(model_.leaf_tasks.size());
            for (const auto& each : model_.decisions[index].concerns)
                if (each.task.valid()) out |= model_[each.task].leaves;
            return {std::move(out)};
        }
        case Attribute::decision_published: return day(model_.decisions[index].published);
        case Attribute::decision_advisers: return actors(model_.decisions[index].advice_by);
        case Attribute::decision_consent: return actors(model_.decisions[index].consent_by);
        case Attribute::decision_permission: return actors(model_.decisions[index].permitted_by);
        case Attribute::decision_heard: return actors(model_.decisions[index].heard_by);
        case Attribute::decision_advised: return truth(!model_.decisions[index].advice.empty());
        case Attribute::decision_concerned_by:
            return those(model_.decisions, [&](const Decision& each) {
                return view_.world->visible(each.variant) &&
                       std::any_of(each.concerns.begin(), each.concerns.end(),
                                   [&](const Concern& concern) { return concern.decision.index == index; });
            });
        case Attribute::decision_revokes: return {revoked(false)};
        case Attribute::decision_revoked_back: return {revoked(true)};
        case Attribute::decision_too_few: return too_few_participants(index);
        default: return {};
    }
}

Value RuleFacts::of_ending(Attribute attribute, std::uint32_t index) const {
    switch (attribute) {
        case Attribute::ending_cooperation: return row(endings_[index]->cooperation);
        case Attribute::ending_parties: return rows(ended_for_[index]);
        case Attribute::ending_day: return day(endings_[index]->per.first);
        case Attribute::ending_remaining: {
            const auto first = endings_[index]->cooperation;
            const auto now = in_force(first, endings_[index]->per.first);
            return {taking_part(first, endings_[index]->per.first), now && model_[*now].open_participants};
        }
        case Attribute::ending_goes_on:
            return truth(in_force(endings_[index]->cooperation, endings_[index]->per.first).has_value());
        case Attribute::ending_on_notice_day: {
            const auto& per = endings_[index]->per;
            auto out = truth(true);
            for (const auto& each : notices(*endings_[index])) {
                auto one = meets_day_of(*each.first, {per.first, per.last.next()});
                if (one.unknown() || !one.truth()) out = std::move(one);
            }
            return out;
        }
        case Attribute::ending_notice: {
            const auto* notice = longest_notice(*endings_[index]).first;
            return notice == nullptr ? Value{} : Value{model::packed(*length_of(notice->length))};
        }
        case Attribute::ending_notice_package: {
            const auto* package = longest_notice(*endings_[index]).second;
            return package == nullptr ? none()
                                      : Value{package->title.empty() ? printable(package->name) : package->title};
        }
        case Attribute::ending_version: return row(version_before(*endings_[index]));
        case Attribute::ending_decision: return row(endings_[index]->decision);
        case Attribute::ending_status: return choice(endings_[index]->status);
        default: return {};
    }
}

Value RuleFacts::of_planning(Attribute attribute, std::uint32_t index) const {
    switch (attribute) {
        case Attribute::milestone_name: return {printable(model_.milestones[index].name)};
        case Attribute::milestone_begin: return day(model_.milestones[index].begin);
        case Attribute::milestone_end: {
            const auto& found = model_.milestones[index];
            return found.goes_on ? none() : day(found.end ? found.end : found.begin, true);
        }
        case Attribute::milestone_decisions: return rows_named(model_.milestones[index].after, model_.decisions);
        case Attribute::milestone_milestones: return rows_named(model_.milestones[index].after, model_.milestones);
        case Attribute::milestone_status: return choice(model_.milestones[index].status);
        case Attribute::variant_name: return {name_of(model_, VariantId{index})};
        case Attribute::variant_status: return choice(model_.variants[index].status);
        case Attribute::variant_status_stated: return truth(model_.variants[index].status_stated);
        default: return {};
    }
}

}  // namespace belegd::rules
