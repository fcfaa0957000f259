#include "money/settle.hpp"

#include <algorithm>
#include <map>

#include "base/fold.hpp"
#include "model/describe.hpp"
#include "money/bearers.hpp"

namespace belegd::money {
namespace {

using namespace model;

bool has_label(const Cost& cost, const std::string& label) {
    return std::any_of(cost.amounts.begin(), cost.amounts.end(),
                       [&](const LabelledAmount& each) { return folded(each.label) == folded(label); });
}

/// The agreement that speaks of an item: one that names it, else one of the same cooperation.
std::uint32_t agreement_on(const graph::World& world, const Cost& cost) {
    const auto& model = world.model();
    std::uint32_t out = ~0u;
    for (std::uint32_t i = 0; i < model.settlements.size(); ++i) {
        const auto& each = model.settlements[i];
        if (!world.visible(each.variant) || each.status <= Status::rejected) continue;
        if (goes_by(cost, each.of)) return i;
        const bool names_other = std::any_of(model.costs.begin(), model.costs.end(), [&](const Cost& other) {
            return &other != &cost && goes_by(other, each.of);
        });
        if (!names_other && each.cooperation == cost.cooperation && out == ~0u) out = i;
    }
    return out;
}

const Due* due_of(const Budget& budget, CostId cost, int year) {
    const auto* column = budget.of(year);
    if (column == nullptr) return nullptr;
    for (const auto& due : column->dues)
        if (due.cost == cost) return &due;
    return nullptr;
}

/// From which amounts the deviation may be measured.
std::vector<Settled::Base> bases(const Model& model, const Budget& budget, const Settlement& agreement, const Due& due,
                                 int year) {
    const auto& cost = model[due.cost];
    std::vector<Settled::Base> out;
    const auto part = [&](std::size_t i) { out.push_back({cost.amounts[i].label, due.amounts[i], {}, false}); };
    if (goes_by(cost, agreement.of)) {
        out.push_back({{}, due.figure, {}, false});
    } else if (has_label(cost, agreement.of)) {
        for (std::size_t i = 0; i < cost.amounts.size(); ++i)
            if (folded(cost.amounts[i].label) == folded(agreement.of)) part(i);
    } else {
        for (std::uint32_t i = 0; i < model.costs.size(); ++i)
            if (goes_by(model.costs[i], agreement.of))
                if (const auto* other = due_of(budget, {i}, year)) out.push_back({{}, other->figure, {}, false});
        if (!out.empty()) return out;
        out.push_back({{}, due.figure, {}, false});
        for (std::size_t i = 0; due.amounts.size() > 1 && i < due.amounts.size(); ++i) part(i);
    }
    return out;
}

/// Judges a deviation by an agreement.
void judge(Settled& out, const Settlement& agreement) {
    using Verdict = Settled::Verdict;
    if (!out.difference.known()) {
        out.verdict = Verdict::cannot_be_said;
        return;
    }
    const auto deviation = *out.difference.cents;
    const bool wrong_way = (agreement.direction == Settlement::Direction::over && deviation <= 0) ||
                           (agreement.direction == Settlement::Direction::under && deviation >= 0);
    if (wrong_way || !agreement.above) {
        out.verdict = wrong_way || deviation == 0 ? Verdict::within : Verdict::settled;
        if (out.verdict == Verdict::settled) out.whole = out.excess = out.difference;
        if (wrong_way) out.bases.clear();
        return;
    }
    const auto size = deviation < 0 ? -deviation : deviation;
    bool all = true, none = true;
    for (auto& base : out.bases) {
        if (agreement.money)
            base.limit = Figure{*agreement.above};
        else
            base.limit = base.from.known() ? Figure::of(times(*base.from.cents, *agreement.above, 10'000)) : base.from;
        if (!base.limit.known()) {
            all = none = false;
            continue;
        }
        // More than the limit itself, which a limit rounded to the cent may hide.
        base.beyond = size > *base.limit.cents;
        if (!agreement.money)
            if (const auto down = times_down(*base.from.cents, *agreement.above, 10'000)) base.beyond = size > *down;
        all = all && base.beyond;
        none = none && !base.beyond;
    }
    out.verdict = all ? Verdict::settled : none ? Verdict::within : Verdict::cannot_be_said;
    if (out.verdict != Verdict::settled) return;
    out.whole = out.difference;
    if (out.bases.size() == 1) {
        const auto beyond = size - *out.bases.front().limit.cents;
        out.excess = Figure{deviation < 0 ? -beyond : beyond};
    } else {
        out.excess = {std::nullopt, Open::amount};
    }
}

/// Of an agreement for some only what those bear; of one of which that cannot be said nothing.
std::vector<Bearer> who_settles(const graph::World& world, const Settlement& agreement, CostId cost, Figure amount,
                                int year) {
    const auto item = item_of(world, cost);
    if (!item || !agreement.open_for.empty()) return {};
    auto out = borne(world, *item, amount, year).bearers;
    if (!agreement.only_for.empty())
        std::erase_if(out, [&](const Bearer& each) { return !each.party || !names(agreement.only_for, *each.party); });
    return out;
}

}  // namespace

std::vector<Settled> settled(const graph::World& world, const Budget& budget) {
    const auto& model = world.model();
    std::map<std::pair<CostId, int>, Settled> all;
    for (const auto& row : model.actual_costs) {
        if (!row.cost.valid() || !row.year || !world.visible(row.variant) || !world.visible(model[row.cost].variant))
            continue;
        auto& out = all.try_emplace({row.cost, *row.year}).first->second;
        if (out.from.empty()) out.actual = Figure{0};
        for (const auto& amount : row.amounts)
            out.actual = sum(out.actual, amount.cents ? Figure{amount.cents} : Figure{std::nullopt, Open::amount});
        out.from.push_back(row.span);
    }
    std::vector<Settled> out;
    for (auto& [key, row] : all) {
        row.cost = key.first;
        row.year = key.second;
        const auto& cost = model[row.cost];
        const auto* due = due_of(budget, row.cost, row.year);
        row.budgeted = due != nullptr ? due->figure : Figure{std::nullopt, Open::amount};
        row.difference = row.budgeted.known() && row.actual.known()
                             ? Figure::of(plus(*row.actual.cents, -*row.budgeted.cents))
                             : (row.budgeted.known() ? row.actual : row.budgeted);
        row.settlement = agreement_on(world, cost);
        if (row.settlement != ~0u) {
            const auto& agreement = model.settlements[row.settlement];
            if (due != nullptr && agreement.above) row.bases = bases(model, budget, agreement, *due, row.year);
            judge(row, agreement);
            const auto amount = agreement.excess_only && *agreement.excess_only ? row.excess : row.whole;
            const bool plain = agreement.excess_only || row.excess == row.whole;
            if (row.verdict == Settled::Verdict::settled && plain && amount.known())
                row.bearers = who_settles(world, agreement, row.cost, amount, row.year);
        }
        out.push_back(std::move(row));
    }
    return out;
}

}  // namespace belegd::money
