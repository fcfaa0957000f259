#include "money/budget.hpp"

#include <algorithm>
#include <numeric>
#include <set>

#include "model/standing.hpp"
#include "money/settle.hpp"

namespace belegd::money {
namespace {

using namespace model;

/// Days that follow each other or overlap, as one period.
std::vector<Period> joined_up(std::vector<Period> all) {
    std::sort(all.begin(), all.end(), [](const Period& a, const Period& b) { return a.from < b.from; });
    std::vector<Period> out;
    for (const auto& each : all) {
        if (each.empty()) continue;
        if (!out.empty() && each.from <= out.back().until)
            out.back().until = std::max(out.back().until, each.until);
        else
            out.push_back(each);
    }
    return out;
}

constexpr int kLastYear = 9999;  ///< of the calendar
/// The day beyond all others where the calendar has no such year.
Day first_of(int year) { return day_of(year, 1, 1).value_or(kNoEnd); }
Period year_as_period(int year) { return {first_of(year), first_of(year + 1)}; }

/// An item of a situation, and the days on which it is due.
struct Item {
    CostId id;
    std::vector<Period> days;
    std::optional<int> once;  ///< the year of what is paid once
    bool no_year = false;
};

class Budgeting {
   public:
    explicit Budgeting(const graph::World& world) : world_(world), model_(world.model()) {}

    /// How an amount is divided as an item is in a year.
    std::vector<Bearer> bearers_of(CostId id, Figure amount, int year) const {
        const auto item = item_of(id);
        if (!item) return {};
        Due out;
        out.figure = amount;
        bear(out, *item, year);
        return std::move(out.bearers);
    }

    Budget made() {
        Budget out;
        for (std::uint32_t i = 0; i < model_.costs.size(); ++i) {
            if (!world_.visible(model_.costs[i].variant)) continue;
            if (auto item = item_of({i}))
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
    std::optional<Item> item_of(CostId id) const {
        const auto& cost = model_[id];
        auto status = cost.status;
        if (cost.variant.valid()) status = std::min(status, model_[cost.variant].status);
        if (!world_.counts(status, cost.variant.valid())) return std::nullopt;
        Item out{id, {cost.term.days}, std::nullopt};
        if (cost.cooperation.valid()) {
            out.days.clear();
            for (const auto version : world_.versions(model_[cost.cooperation].first_version))
                if (stands_in(model_, {version}, cost.cooperation, cost.article))
                    out.days.push_back(intersection(cost.term.days, world_.force({version})));
        }
        out.days = joined_up(std::move(out.days));
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
        return out;
    }

    const std::vector<std::uint32_t>& versions_of(CooperationId id) const {
        return world_.versions(model_[id].first_version);
    }

    /// When a party takes part in a cooperation, whatever its version.
    std::vector<Period> taking_part(CooperationId id, PartyId party) const {
        std::vector<Period> out;
        for (const auto version : versions_of(id)) {
            const auto& some = world_.participation({version}, party);
            out.insert(out.end(), some.begin(), some.end());
        }
        return joined_up(std::move(out));
    }

    /// Who takes part in a cooperation on some day, in order of writing.
    std::vector<PartyId> participants(CooperationId id) const {
        std::vector<PartyId> out;
        const auto add = [&](PartyId party) {
            if (!names(out, party)) out.push_back(party);
        };
        for (const auto version : versions_of(id)) {
            for (const auto& each : model_.cooperations[version].participants) add(each.party);
            for (const auto& each : model_.cooperations[version].legal_persons)
                if (const auto body = model_[each.cooperation].body; body.valid()) add(body);
        }
        return out;
    }

    // ---- which years --------------------------------------------------------------------------------------------

    /// The days on which what an item costs, or who bears it, may change.
    std::vector<Day> changes_of(const Item& item) const {
        const auto& cost = model_[item.id];
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
            for (const auto& rise : model_[cost.index].rises) ends(year_as_period(rise.year));
        if (!cost.indexed.empty() && item.days.front().from != kNoBegin) {
            const auto first = year_of(item.days.front().from);
            ends(year_as_period(first));
        }
        if (cost.key.valid())
            for (const auto& values : model_[cost.key].values) ends(values.term.days);
        if (cost.cooperation.valid())
            for (const auto party : participants(cost.cooperation))
                for (const auto& days : taking_part(cost.cooperation, party)) ends(days);
        for (const auto& ceiling : model_.cost_ceilings)
            if (std::find(ceiling.costs.begin(), ceiling.costs.end(), item.id) != ceiling.costs.end())
                ends(ceiling.term.days);
        std::erase_if(out, [&](Day day) {
            return std::none_of(item.days.begin(), item.days.end(),
                                [&](const Period& days) { return days.from <= day && day <= days.until; });
        });
        return out;
    }

    /// The first years of stretches in which nothing changes.
    std::vector<int> interesting_years() const {
        std::set<int> out;
        for (const auto& item : items_)
            for (const auto day : item.no_year ? std::vector<Day>() : changes_of(item)) {
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
                out = sum(out, Figure::of(times(*amount.cents, within(days, all), all.until.count - all.from.count)));
            }
            return out;
        }
        return Figure::of(times(*amount.cents, within(days, whole), whole.until.count - whole.from.count));
    }

    /// How many days of a period these are.
    static long long within(const std::vector<Period>& days, Period period) {
        long long out = 0;
        for (const auto& each : days)
            if (const auto both = intersection(each, period); !both.empty()) out += both.until.count - both.from.count;
        return out;
    }

    Due due(const Item& item, int year) const {
        const auto& cost = model_[item.id];
        Due out;
        out.cost = item.id;
        const auto whole_year = year_as_period(year);
        const auto from = item.days.front().from;
        const auto first = from == kNoBegin ? std::nullopt : std::optional(year_of(from));
        const bool recurs = !item.once && !item.no_year;
        const auto counted = [&](Figure amount) {
            if (!recurs) return amount;
            return during(cost, grown(cost, amount, year, first), item.days, year);
        };
        for (const auto& amount : cost.amounts)
            out.amounts.push_back(counted(amount.cents ? Figure{amount.cents} : Figure{std::nullopt, Open::amount}));
        const auto stated = whole_of(cost);
        const bool all_known = !out.amounts.empty() && std::all_of(out.amounts.begin(), out.amounts.end(),
                                                                   [](const Figure& each) { return each.known(); });
        if (stated.known() && all_known)
            out.figure = std::accumulate(out.amounts.begin(), out.amounts.end(), Figure{0}, sum);
        else
            out.figure = counted(stated);
        out.by_days = recurs && within(item.days, whole_year) < whole_year.until.count - whole_year.from.count;
        out.grown = recurs && out.figure.known() && cost.base_year && !cost.indexed.empty() && year > *cost.base_year;
        for (const auto& ceiling : model_.cost_ceilings)
            if (covers(ceiling, item.id, year) && ceiling.costs.size() == 1 && out.figure.known() &&
                *out.figure.cents > *ceiling.cents) {
                out.figure.cents = ceiling.cents;
                out.at_ceiling = true;
            }
        bear(out, item, year);
        return out;
    }

    bool covers(const CostCeiling& ceiling, CostId id, int year) const {
        return ceiling.cents && ceiling.per_year && world_.visible(ceiling.variant) &&
               !intersection(ceiling.term.days, year_as_period(year)).empty() &&
               std::find(ceiling.costs.begin(), ceiling.costs.end(), id) != ceiling.costs.end();
    }

    // ---- who bears it -------------------------------------------------------------------------------------------

    /// Stretches of a year in which the same parties take part and the same values count.
    std::vector<Period> stretches(const Item& item, int year) const {
        const auto& cost = model_[item.id];
        if (item.once || item.no_year) return {{first_of(year), first_of(year).next()}};
        std::set<Day> bounds;
        std::vector<Period> out;
        const auto whole = year_as_period(year);
        for (const auto day : changes_of(item))
            if (whole.from < day && day < whole.until) bounds.insert(day);
        for (const auto& days : item.days) {
            auto rest = intersection(days, whole);
            if (rest.empty()) continue;
            for (const auto day : bounds)
                if (rest.from < day && day < rest.until) {
                    out.push_back({rest.from, day});
                    rest.from = day;
                }
            out.push_back(rest);
        }
        // Who bears what does not change with the days of a party that bears nothing of it.
        std::vector<Period> same;
        std::vector<Bearer> before;
        for (const auto& each : out) {
            auto now = parts(cost, Figure{0}, each.from).first;
            if (!same.empty() && same.back().until == each.from && now == before &&
                key_values(cost, each.from) == key_values(cost, same.back().from))
                same.back().until = each.until;
            else
                same.push_back(each);
            before = std::move(now);
        }
        return same;
    }

    const DivisionKey::Values* key_values(const Cost& cost, Day day) const {
        if (!cost.key.valid()) return nullptr;
        for (const auto& values : model_[cost.key].values)
            if (values.term.days.contains(day)) return &values;
        return nullptr;
    }

    void bear(Due& out, const Item& item, int year) const {
        const auto& cost = model_[item.id];
        const auto all = stretches(item, year);
        out.by_stretches = all.size() > 1;
        long long days = 0, before = 0;
        for (const auto& each : all) days += each.until.count - each.from.count;
        Cents told = 0;
        out.undivided = Figure{0};
        for (const auto& each : all) {
            before += each.until.count - each.from.count;
            Figure part = out.figure;
            if (part.known() && all.size() > 1) {
                const auto until = times_down(*out.figure.cents, before, days);
                part = Figure::of(until ? plus(*until, -told) : std::nullopt);
                if (until) told = *until;
            }
            const auto day = item.once && cost.cooperation.valid() ? day_in(item, *item.once) : each.from;
            auto [bearers, rest] = parts(cost, part, day);
            out.undivided = sum(out.undivided, rest);
            for (auto& bearer : bearers) {
                const auto known = std::find_if(out.bearers.begin(), out.bearers.end(), [&](const Bearer& other) {
                    return other.party == bearer.party && other.who == bearer.who;
                });
                if (known == out.bearers.end())
                    out.bearers.push_back(std::move(bearer));
                else
                    known->figure = sum(known->figure, bearer.figure);
            }
        }
    }

    /// A day of that year on which the item counts; its first otherwise.
    static Day day_in(const Item& item, int year) {
        for (const auto& days : item.days)
            if (const auto both = intersection(days, year_as_period(year)); !both.empty()) return both.from;
        return item.days.front().from == kNoBegin ? first_of(year) : item.days.front().from;
    }

    /// Whether a party bears its part on a day: of what returns not once it has left, nor before it joins.
    bool bears(const Cost& cost, std::optional<PartyId> party, Day day) const {
        const bool recurs = cost.frequency == Cost::Frequency::per_year || cost.frequency == Cost::Frequency::per_month;
        if (!party || !cost.cooperation.valid() || !recurs) return true;
        const auto days = taking_part(cost.cooperation, *party);
        return days.empty() || holds_on(days, day);
    }

    /// Who bears which part of an amount on a day, and what of it nobody is stated to bear.
    std::pair<std::vector<Bearer>, Figure> parts(const Cost& cost, Figure amount, Day day) const {
        const auto open = [&](Open why) { return Figure{std::nullopt, amount.known() ? why : amount.open}; };
        if (!cost.open_for.empty()) return {{}, open(Open::whom)};
        if (!cost.shares.empty()) return by_shares(cost, amount, day);
        if (!cost.shared_by.empty()) return by_key(cost, amount, day);
        if (cost.only_for.size() == 1) return {{{cost.only_for.front(), {}, amount}}, Figure{0}};
        return {{}, amount};
    }

    std::pair<std::vector<Bearer>, Figure> by_shares(const Cost& cost, Figure amount, Day day) const {
        std::vector<Bearer> out;
        std::vector<Ratio> ratios;
        Figure fixed{0};
        bool stated = true;
        for (const auto& share : cost.shares) {
            out.push_back({share.party, share.party ? std::string() : share.who, {}});
            const bool now = bears(cost, share.party, day);
            ratios.push_back(now && share.part ? *share.part : Ratio{0, 1});
            stated = stated && (share.part || share.cents);
            if (share.cents) {
                out.back().figure = now ? Figure{share.cents} : Figure{0};
                fixed = sum(fixed, out.back().figure);
            }
        }
        const bool of_parts = std::any_of(cost.shares.begin(), cost.shares.end(),
                                          [](const Cost::Share& each) { return each.part.has_value(); });
        auto rest = amount;
        if (!amount.known() || !stated) {
            const auto why = amount.known() ? Open::key : amount.open;
            for (std::size_t i = 0; i < out.size(); ++i)
                if (!cost.shares[i].cents) out[i].figure = {std::nullopt, why};
            // Of an amount that nobody knows nothing is left, if its parts are the whole.
            rest = stated && are_whole(ratios) ? Figure{0} : Figure{std::nullopt, why};
        } else if (of_parts) {
            const auto divided = split(*amount.cents, ratios, cost.unit.value_or(1));
            for (std::size_t i = 0; i < out.size(); ++i)
                if (!cost.shares[i].cents)
                    out[i].figure = divided ? Figure{(*divided)[i]} : Figure{std::nullopt, Open::parts};
            rest = divided ? Figure{divided->back()} : Figure{std::nullopt, Open::parts};
        }
        if (rest.known() && fixed.known() && *fixed.cents != 0)
            rest =
                *fixed.cents > *rest.cents ? Figure{std::nullopt, Open::parts} : Figure::of(*rest.cents - *fixed.cents);
        std::vector<Bearer> bearing;
        for (std::size_t i = 0; i < out.size(); ++i)
            if (bears(cost, cost.shares[i].party, day)) bearing.push_back(std::move(out[i]));
        return {std::move(bearing), rest};
    }

    std::pair<std::vector<Bearer>, Figure> by_key(const Cost& cost, Figure amount, Day day) const {
        const auto why = amount.known() ? Open::key : amount.open;
        const auto* values = key_values(cost, day);
        std::vector<PartyId> who;
        if (cost.cooperation.valid())
            for (const auto party : participants(cost.cooperation))
                if (holds_on(taking_part(cost.cooperation, party), day)) who.push_back(party);
        if (!cost.only_for.empty()) {
            std::erase_if(who, [&](PartyId party) { return !names(cost.only_for, party); });
            if (!cost.cooperation.valid()) who = cost.only_for;
        }
        std::vector<Bearer> out;
        std::vector<std::optional<Ratio>> weights;
        if (who.empty() && values != nullptr) {
            for (const auto& value : values->all) {
                out.push_back({value.party, value.party ? std::string() : value.who, {}});
                weights.push_back(value.value);
            }
        } else {
            for (const auto party : who) {
                out.push_back({party, {}, {}});
                std::optional<Ratio> weight;
                for (std::size_t i = 0; values != nullptr && i < values->all.size(); ++i)
                    if (values->all[i].party == party) weight = values->all[i].value;
                weights.push_back(weight);
            }
        }
        const auto ratios = of_whole(weights);
        const auto divided =
            ratios && amount.known() ? split(*amount.cents, *ratios, cost.unit.value_or(1)) : std::nullopt;
        for (std::size_t i = 0; i < out.size(); ++i)
            out[i].figure = divided ? Figure{(*divided)[i]} : Figure{std::nullopt, why};
        return {std::move(out), ratios && (divided || !amount.known()) ? Figure{0} : Figure{std::nullopt, why}};
    }

    static bool are_whole(const std::vector<Ratio>& parts) {
        Ratio together{0, 1};
        for (const auto& part : parts) {
            const auto more = Ratio::sum(together, part);
            if (!more) return false;
            together = *more;
        }
        return together.over == together.under;
    }

    /// Values as parts of their sum; nothing where one is not stated, or together they are nothing.
    static std::optional<std::vector<Ratio>> of_whole(const std::vector<std::optional<Ratio>>& values) {
        Ratio together{0, 1};
        for (const auto& value : values) {
            const auto more = value ? Ratio::sum(together, *value) : std::nullopt;
            if (!more) return std::nullopt;
            together = *more;
        }
        if (together.over == 0) return std::nullopt;
        std::vector<Ratio> out;
        for (const auto& value : values) {
            const auto over = times_whole(value->over, together.under),
                       under = times_whole(value->under, together.over);
            if (!over || !under) return std::nullopt;
            const auto least = std::gcd(*over, *under);
            out.push_back({*over / least, *under / least});
        }
        return out;
    }
    static std::optional<Cents> times_whole(long long a, long long b) {
        Cents out = 0;
        return __builtin_mul_overflow(a, b, &out) ? std::nullopt : std::optional(out);
    }

    // ---- columns ------------------------------------------------------------------------------------------------

    void add(Budget& out, int year) {
        Column column{Column::Kind::years, year, year, {}, {}};
        for (const auto& item : items_) {
            if (item.no_year || (item.once && *item.once != year)) continue;
            if (!item.once && within(item.days, year_as_period(year)) == 0) continue;
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
            bool any = false;
            for (const auto& each : column.dues)
                if (covers(ceiling, each.cost, year)) together = sum(together, each.figure), any = true;
            if (!any) continue;
            Figure above = together;
            if (together.known()) above = Figure{std::max<Cents>(0, *together.cents - *ceiling.cents)};
            column.ceilings.push_back({i, together, above});
        }
    }

    /// Whether an item goes on after all days that the model names, or goes back before them.
    bool boundless(const Column& column, bool after) const {
        return std::any_of(column.dues.begin(), column.dues.end(), [&](const Due& each) {
            const auto item =
                std::find_if(items_.begin(), items_.end(), [&](const Item& other) { return other.id == each.cost; });
            return !item->once && (after ? item->days.back().until == kNoEnd : item->days.front().from == kNoBegin);
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
        constexpr int kAnyYear = 2001;
        Column column{Column::Kind::every_year, 0, 0, {}, {}};
        for (const auto& item : items_)
            if (!item.no_year && !item.once) column.dues.push_back(due(item, kAnyYear));
        over_ceilings(column, kAnyYear);
        if (!column.dues.empty()) out.columns.push_back(std::move(column));
    }

    void without_year(Budget& out) {
        constexpr int kAnyYear = 2001;
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

Figure sum(Figure a, Figure b) {
    if (!a.known()) return a;
    if (!b.known()) return b;
    return Figure::of(plus(*a.cents, *b.cents));
}

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

std::vector<Bearer> borne(const graph::World& world, CostId cost, Figure amount, int year) {
    return Budgeting(world).bearers_of(cost, amount, year);
}

Figure sum_of(const std::vector<LabelledAmount>& amounts) {
    Figure out{0};
    for (const auto& amount : amounts)
        out = sum(out, amount.cents ? Figure{amount.cents} : Figure{std::nullopt, Open::amount});
    return out;
}

Figure whole_of(const Cost& cost) {
    const auto of_amounts = sum_of(cost.amounts);
    if (!cost.total) return cost.amounts.empty() ? Figure{std::nullopt, Open::amount} : of_amounts;
    const auto total = cost.total->cents ? Figure{cost.total->cents} : Figure{std::nullopt, Open::amount};
    if (cost.amounts.empty() || !of_amounts.known()) return total;
    if (!total.known()) return of_amounts;
    return of_amounts == total ? total : Figure{std::nullopt, Open::totals};
}

}  // namespace belegd::money
