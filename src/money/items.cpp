#include "money/items.hpp"

#include <algorithm>

#include "model/standing.hpp"

namespace belegd::money {

using namespace model;

Day first_of(int year) { return day_of(year, 1, 1).value_or(kNoEnd); }
Period year_as_period(int year) { return {first_of(year), first_of(year + 1)}; }

long long days_within(const std::vector<Period>& days, Period period) {
    long long out = 0;
    for (const auto& each : days)
        if (const auto both = intersection(each, period); !both.empty()) out += both.until.count - both.from.count;
    return out;
}

namespace {

const std::vector<std::uint32_t>& versions_of(const graph::World& world, CooperationId id) {
    return world.versions(world.model()[id].first_version);
}

/// Whether what a situation ends is over by a year that lies within its own days.
bool ended_before(const graph::World& world, const Cost& cost, int year) {
    if (!cost.cooperation.valid()) return false;
    bool goes_on = false, would = false;
    for (const auto version : versions_of(world, cost.cooperation)) {
        if (world.force({version}).empty()) continue;
        goes_on = goes_on || world.force({version}).until > first_of(year);
        would = would || world.model().cooperations[version].term.days.until > first_of(year);
    }
    return would && !goes_on;
}

}  // namespace

std::optional<Item> item_of(const graph::World& world, CostId id) {
    const auto& model = world.model();
    const auto& cost = model[id];
    auto status = cost.status;
    if (cost.variant.valid()) status = std::min(status, model[cost.variant].status);
    if (!world.counts(status, cost.variant.valid())) return std::nullopt;
    Item out{id, {cost.term.days}, std::nullopt};
    if (cost.cooperation.valid()) {
        out.days.clear();
        for (const auto version : world.versions(model[cost.cooperation].first_version))
            if (stands_in(model, {version}, cost.cooperation, cost.article))
                out.days.push_back(intersection(cost.term.days, world.force({version})));
    }
    out.days = united(std::move(out.days));
    if (out.days.empty()) return std::nullopt;
    const auto from = out.days.front().from;
    if (cost.frequency == Cost::Frequency::not_stated) {
        out.no_year = true;
    } else if (cost.frequency == Cost::Frequency::once) {
        if (cost.once_in && year_of(cost.once_in->first) == year_of(cost.once_in->last))
            out.once = year_of(cost.once_in->first);
        else if (!cost.once_in && cost.term.days.from != kNoBegin && !cost.term.imprecise_from)
            out.once = year_of(from);
        else
            out.no_year = true;
    }
    if (out.once && ended_before(world, cost, *out.once)) return std::nullopt;
    return out;
}

std::vector<Period> taking_part(const graph::World& world, CooperationId id, PartyId party) {
    std::vector<Period> out;
    for (const auto version : versions_of(world, id)) {
        const auto& some = world.participation({version}, party);
        out.insert(out.end(), some.begin(), some.end());
    }
    return united(std::move(out));
}

std::vector<PartyId> participants(const graph::World& world, CooperationId id) {
    const auto& model = world.model();
    std::vector<PartyId> out;
    const auto add = [&](PartyId party) {
        if (!names(out, party)) out.push_back(party);
    };
    for (const auto version : versions_of(world, id)) {
        for (const auto& each : model.cooperations[version].participants) add(each.party);
        for (const auto& each : model.cooperations[version].legal_persons)
            if (const auto body = model[each.cooperation].body; body.valid()) add(body);
    }
    return out;
}

std::vector<Day> changes_of(const graph::World& world, const Item& item) {
    const auto& model = world.model();
    const auto& cost = model[item.id];
    std::vector<Day> out;
    const auto ends = [&](Period period) {
        if (period.from != kNoBegin) out.push_back(period.from);
        if (period.until != kNoEnd) out.push_back(period.until);
    };
    if (item.once) {
        ends(year_as_period(*item.once));
        return out;
    }
    for (const auto& days : item.days) ends(days);
    if (cost.base_year) ends(year_as_period(*cost.base_year));
    if (cost.index.valid())
        for (const auto& rise : model[cost.index].rises) ends(year_as_period(rise.year));
    if (!cost.indexed.empty() && item.days.front().from != kNoBegin) {
        const auto first = year_of(item.days.front().from);
        ends(year_as_period(first));
    }
    if (cost.key.valid())
        for (const auto& values : model[cost.key].values) ends(values.term.days);
    for (const auto& amount : cost.amounts)
        if (amount.units.valid())
            for (const auto& values : model[amount.units].values) ends(values.term.days);
    if (cost.cooperation.valid())
        for (const auto party : participants(world, cost.cooperation))
            for (const auto& days : taking_part(world, cost.cooperation, party)) ends(days);
    for (const auto& ceiling : model.cost_ceilings)
        if (std::find(ceiling.costs.begin(), ceiling.costs.end(), item.id) != ceiling.costs.end())
            ends(ceiling.term.days);
    std::erase_if(out, [&](Day day) {
        return std::none_of(item.days.begin(), item.days.end(),
                            [&](const Period& days) { return days.from <= day && day <= days.until; });
    });
    return out;
}

}  // namespace belegd::money
