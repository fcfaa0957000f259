#include "money/budget.hpp"

#include <algorithm>
#include <numeric>
#include <set>

#include "money/bearers.hpp"

namespace belegd::money {
namespace {

using namespace model;

constexpr int kAnyYear = 2001;  ///< where nothing is said of years, all are alike

class Budgeting {
   public:
    explicit Budgeting(const graph::World& world) : world_(world), model_(world.model()) {}

    Budget made() {
        Budget out;
        for (std::uint32_t i = 0; i < model_.costs.size(); ++i) {
            if (!world_.visible(model_.costs[i].variant)) continue;
            if (auto item = item_of(world_, {i}))
                items_.push_back(std::move(*item));
            else
                out.not_counted.push_back({i});
        }
        for (const auto year : interesting_years()) add(out, year);
        close(out);
        without_year(out);
        return out;
    }

   private:
    // ---- which years --------------------------------------------------------------------------------------------

    /// The first years of stretches in which nothing changes.
    std::vector<int> interesting_years() const {
        std::set<int> out;
        for (const auto& item : items_)
            for (const auto day : item.no_year ? std::vector<Day>() : changes_of(world_, item)) {
                const int year = year_of(day);
                if (year <= 1) continue;
                out.insert(year);
                out.insert(year_of(day.previous()));
                if (day != first_of(year) && year < kLastYear) out.insert(year + 1);
            }
        return {out.begin(), out.end()};
    }

    // ---- amounts ------------------------------------------------------------------------------------------------

    /// An amount of an item in the prices of a year; `first` is the first year of the item.
    Figure grown(const Cost& cost, Figure amount, int year, std::optional<int> first) const {
        if (!amount.known() || cost.indexed.empty()) return amount;
        const auto base = cost.base_year ? cost.base_year : first;
        if (!base) return {std::nullopt, Open::base_year};
        if (year == *base) return amount;
        if (!cost.base_year && !cost.index.valid()) return {std::nullopt, Open::index};
        if (!cost.base_year) return {std::nullopt, Open::base_year};
        if (year < *base || !cost.index.valid()) return {std::nullopt, Open::index};
        const auto& rises = model_[cost.index].rises;
        for (int at = *base + 1; at <= year; ++at) {
            const auto rise =
                std::find_if(rises.begin(), rises.end(), [&](const PriceIndex::Rise& each) { return each.year == at; });
            if (rise == rises.end()) return {std::nullopt, Open::index};
            const auto over = plus(rise->by.under, rise->by.over);
            amount = Figure::of(over ? times(*amount.cents, *over, rise->by.under) : std::nullopt);
            if (!amount.known()) return amount;
        }
        return amount;
    }

    /// What an amount comes to on some days of a year.
    static Figure during(const Cost& cost, Figure amount, const std::vector<Period>& days, int year) {
        if (!amount.known()) return amount;
        const auto whole = year_as_period(year);
        if (cost.frequency == Cost::Frequency::per_month) {
            Figure out{0};
            for (int month = 1; month <= 12; ++month) {
                const Period all{*day_of(year, month, 1), last_day_of_month(year, month).next()};
                out = sum(out,
                          Figure::of(times(*amount.cents, days_within(days, all), all.until.count - all.from.count)));
            }
            return out;
        }
        return Figure::of(times(*amount.cents, days_within(days, whole), whole.until.count - whole.from.count));
    }

    Due due(const Item& item, int year) const {
        const auto& cost = model_[item.id];
        Due out;
        out.cost = item.id;
        const auto whole_year = year_as_period(year);
        const auto from = item.days.front().from;
        const auto first = from == kNoBegin ? std::nullopt : std::optional(year_of(from));
        const bool recurs = item.recurs();
        const auto counted = [&](Figure amount) {
            if (!recurs) return amount;
            return during(cost, grown(cost, amount, year, first), item.days, year);
        };
        bool by_units = false;
        for (const auto& amount : cost.amounts) {
            if (amount.cents || !amount.units.valid()) {
                out.amounts.push_back(counted(figure_of(amount)));
                continue;
            }
            by_units = true;
            Figure all{0};
            for (const auto& each : units_counted(world_, item, amount.units, year)) {
                auto priced = each.count ? Figure::of(times(*amount.price, each.count->over, each.count->under))
                                         : Figure{std::nullopt, Open::units};
                if (recurs) priced = during(cost, grown(cost, priced, year, first), each.days, year);
                all = sum(all, priced);
            }
            out.amounts.push_back(all);
        }
        const auto stated = whole_of(cost);
        const bool all_known = !out.amounts.empty() && std::all_of(out.amounts.begin(), out.amounts.end(),
                                                                   [](const Figure& each) { return each.known(); });
        if (by_units ? !cost.total : stated.known() && all_known)
            out.figure = std::accumulate(out.amounts.begin(), out.amounts.end(), Figure{0}, sum);
        else
            out.figure = counted(stated);
        out.by_days = recurs && days_within(item.days, whole_year) < whole_year.until.count - whole_year.from.count;
        out.grown = recurs && out.figure.known() && cost.base_year && !cost.indexed.empty() && year > *cost.base_year;
        for (const auto& ceiling : model_.cost_ceilings)
            if (covers(ceiling, item.id, year) && ceiling.costs.size() == 1 && out.figure.known() &&
                *out.figure.cents > *ceiling.cents) {
                out.at_ceiling = all_year(ceiling, item, year);
                out.figure = out.at_ceiling ? Figure{ceiling.cents} : Figure{std::nullopt, Open::ceiling};
            }
        auto divided = borne(world_, item, out.figure, year);
        out.bearers = std::move(divided.bearers);
        out.undivided = divided.undivided;
        out.by_stretches = divided.by_stretches;
        return out;
    }

    bool covers(const CostCeiling& ceiling, CostId id, int year) const {
        return ceiling.cents && ceiling.per_year && world_.visible(ceiling.variant) &&
               !intersection(ceiling.term.days, year_as_period(year)).empty() &&
               std::find(ceiling.costs.begin(), ceiling.costs.end(), id) != ceiling.costs.end();
    }

    /// Whether a ceiling holds on all days of a year on which an item is due: how much of it counts otherwise nobody says.
    static bool all_year(const CostCeiling& ceiling, const Item& item, int year) {
        const auto both = intersection(ceiling.term.days, year_as_period(year));
        return !item.recurs() || days_within(item.days, both) == days_within(item.days, year_as_period(year));
    }

    // ---- columns ------------------------------------------------------------------------------------------------

    void add(Budget& out, int year) {
        Column column{Column::Kind::years, year, year, {}, {}};
        for (const auto& item : items_) {
            if (item.no_year || (item.once && *item.once != year)) continue;
            if (!item.once && days_within(item.days, year_as_period(year)) == 0) continue;
            column.dues.push_back(due(item, year));
        }
        over_ceilings(column, year);
        // Years between two of those that may differ are as the first of them.
        if (!out.columns.empty()) out.columns.back().last = year - 1;
        if (!out.columns.empty() && out.columns.back().dues == column.dues &&
            out.columns.back().ceilings == column.ceilings)
            out.columns.back().last = year;
        else
            out.columns.push_back(std::move(column));
    }

    void over_ceilings(Column& column, int year) const {
        for (std::uint32_t i = 0; i < model_.cost_ceilings.size(); ++i) {
            const auto& ceiling = model_.cost_ceilings[i];
            if (ceiling.costs.size() < 2) continue;
            Figure together{0};
            bool any = false, whole = true;
            for (const auto& each : column.dues)
                if (covers(ceiling, each.cost, year)) {
                    together = sum(together, each.figure), any = true;
                    whole = whole && all_year(ceiling, item(each.cost), year);
                }
            if (!any) continue;
            Figure above = together;
            if (together.known()) above = Figure{std::max<Cents>(0, *together.cents - *ceiling.cents)};
            if (!whole && above != Figure{0}) above = {std::nullopt, Open::ceiling};
            column.ceilings.push_back({i, together, above});
        }
    }

    const Item& item(CostId id) const {
        return *std::find_if(items_.begin(), items_.end(), [&](const Item& each) { return each.id == id; });
    }

    /// Whether an item goes on after all days that the model names, or goes back before them.
    bool boundless(const Column& column, bool after) const {
        return std::any_of(column.dues.begin(), column.dues.end(), [&](const Due& each) {
            const auto& its = item(each.cost);
            return !its.once && (after ? its.days.back().until == kNoEnd : its.days.front().from == kNoBegin);
        });
    }

    void close(Budget& out) {
        std::erase_if(out.columns, [](const Column& each) { return each.dues.empty(); });
        if (!out.columns.empty()) {
            if (boundless(out.columns.front(), false)) out.columns.front().kind = Column::Kind::through;
            if (boundless(out.columns.back(), true)) out.columns.back().kind = Column::Kind::onwards;
            return;
        }
        // No day is stated of anything: what returns every year is the same in each of them.
        Column column{Column::Kind::every_year, 0, 0, {}, {}};
        for (const auto& item : items_)
            if (item.recurs()) column.dues.push_back(due(item, kAnyYear));
        over_ceilings(column, kAnyYear);
        if (!column.dues.empty()) out.columns.push_back(std::move(column));
    }

    void without_year(Budget& out) {
        Column column{Column::Kind::no_year, 0, 0, {}, {}};
        for (const auto& item : items_)
            if (item.no_year) column.dues.push_back(due(item, kAnyYear));
        if (!column.dues.empty()) out.columns.push_back(std::move(column));
    }

    const graph::World& world_;
    const Model& model_;
    std::vector<Item> items_;
};

}  // namespace

const Column* Budget::of(int year) const {
    for (const auto& each : columns) {
        if (each.kind == Column::Kind::no_year) continue;
        const bool after =
            each.kind == Column::Kind::through || each.kind == Column::Kind::every_year || year >= each.first;
        const bool before =
            each.kind == Column::Kind::onwards || each.kind == Column::Kind::every_year || year <= each.last;
        if (after && before) return &each;
    }
    return nullptr;
}

Budget budget(const graph::World& world) { return Budgeting(world).made(); }

}  // namespace belegd::money
