#include "money/bearers.hpp"

#include <algorithm>
#include <numeric>
#include <set>

namespace belegd::money {
namespace {

using namespace model;

class Bearing {
   public:
    Bearing(const graph::World& world, const Item& item) : world_(world), item_(item), cost_(world.model()[item.id]) {}

    Borne borne(Figure amount, int year) const {
        const auto all = stretches(year);
        Borne out;
        out.by_stretches = all.size() > 1;
        long long days = 0, before = 0;
        for (const auto& each : all) days += each.until.count - each.from.count;
        Cents told = 0;
        for (const auto& each : all) {
            before += each.until.count - each.from.count;
            auto part = amount;
            if (part.known() && all.size() > 1) {
                const auto until = times_down(*amount.cents, before, days);
                part = Figure::of(until ? plus(*until, -told) : std::nullopt);
                if (until) told = *until;
            }
            auto [bearers, rest] = parts(part, item_.once && cost_.cooperation.valid() ? day_in(year) : each.from);
            out.undivided = sum(out.undivided, rest);
            for (auto& bearer : bearers) {
                const auto known = std::find_if(out.bearers.begin(), out.bearers.end(), [&](const Bearer& other) {
                    return other.party == bearer.party && other.who == bearer.who;
                });
                if (known == out.bearers.end()) {
                    out.bearers.push_back(std::move(bearer));
                    continue;
                }
                known->figure = sum(known->figure, bearer.figure);
                // Over the year it is one part only where it is the same in every stretch.
                if (known->part != bearer.part) known->part.reset();
            }
        }
        return out;
    }

    std::vector<Counted> counted(DivisionKeyId key, int year) const {
        if (!item_.recurs())
            return {{count_on(key, item_.once && cost_.cooperation.valid() ? day_in(year) : first_of(year)), {}}};
        std::vector<Counted> out;
        for (const auto& each : cut(year)) {
            const auto count = count_on(key, each.from);
            const auto known =
                std::find_if(out.begin(), out.end(), [&](const Counted& other) { return other.count == count; });
            if (known == out.end())
                out.push_back({count, {each}});
            else
                known->days.push_back(each);
        }
        return out;
    }

   private:
    /// Stretches of a year in which nothing changes.
    std::vector<Period> cut(int year) const {
        std::set<Day> bounds;
        std::vector<Period> out;
        const auto whole = year_as_period(year);
        for (const auto day : changes_of(world_, item_))
            if (whole.from < day && day < whole.until) bounds.insert(day);
        for (const auto& days : item_.days) {
            auto rest = intersection(days, whole);
            if (rest.empty()) continue;
            for (const auto day : bounds)
                if (rest.from < day && day < rest.until) {
                    out.push_back({rest.from, day});
                    rest.from = day;
                }
            out.push_back(rest);
        }
        return out;
    }
    /// Stretches of a year in which the same parties take part and the same values count.
    std::vector<Period> stretches(int year) const {
        if (!item_.recurs()) return {{first_of(year), first_of(year).next()}};
        const auto out = cut(year);
        // Who bears what does not change with the days of a party that bears nothing of it.
        std::vector<Period> same;
        std::vector<Bearer> before;
        for (const auto& each : out) {
            auto now = parts(Figure{0}, each.from).first;
            if (!same.empty() && same.back().until == each.from && now == before &&
                key_values(each.from) == key_values(same.back().from))
                same.back().until = each.until;
            else
                same.push_back(each);
            before = std::move(now);
        }
        return same;
    }

    const DivisionKey::Values* key_values(Day day) const { return values_of(cost_.key, day); }
    const DivisionKey::Values* values_of(DivisionKeyId key, Day day) const {
        if (!key.valid()) return nullptr;
        for (const auto& values : world_.model()[key].values)
            if (values.term.days.contains(day)) return &values;
        return nullptr;
    }

    /// Whether a party bears its part on a day: of what returns not once it has left, nor before it joins.
    bool bears(std::optional<PartyId> party, Day day) const {
        if (!party || !cost_.cooperation.valid() || !item_.recurs()) return true;
        const auto days = taking_part(world_, cost_.cooperation, *party);
        return days.empty() || holds_on(days, day);
    }

    /// Who bears which part of an amount on a day, and what of it nobody is stated to bear.
    std::pair<std::vector<Bearer>, Figure> parts(Figure amount, Day day) const {
        const auto open = [&](Open why) { return Figure{std::nullopt, amount.known() ? why : amount.open}; };
        if (!cost_.open_for.empty()) return {{}, open(Open::whom)};
        if (!cost_.shares.empty()) return by_shares(amount, day);
        if (!cost_.shared_by.empty()) return by_key(amount, day);
        if (cost_.only_for.size() == 1) return {{{cost_.only_for.front(), {}, amount, Ratio{1, 1}}}, Figure{0}};
        return {{}, amount};
    }

    std::pair<std::vector<Bearer>, Figure> by_shares(Figure amount, Day day) const {
        std::vector<Bearer> out;
        std::vector<Ratio> ratios;
        Figure fixed{0};
        bool stated = true;
        for (const auto& share : cost_.shares) {
            out.push_back({share.party, share.party ? std::string() : share.who, {}});
            const bool now = bears(share.party, day);
            ratios.push_back(now && share.part ? *share.part : Ratio{0, 1});
            if (share.part) out.back().part = now ? *share.part : Ratio{0, 1};
            stated = stated && (share.part || share.cents);
            if (share.cents) {
                out.back().figure = now ? Figure{share.cents} : Figure{0};
                fixed = sum(fixed, out.back().figure);
            }
        }
        const bool of_parts = std::any_of(cost_.shares.begin(), cost_.shares.end(),
                                          [](const Cost::Share& each) { return each.part.has_value(); });
        auto rest = amount;
        if (!amount.known() || !stated) {
            const auto why = amount.known() ? Open::key : amount.open;
            for (std::size_t i = 0; i < out.size(); ++i)
                if (!cost_.shares[i].cents) out[i].figure = {std::nullopt, why};
            // Of an amount that nobody knows nothing is left, if its parts are the whole.
            rest = stated && are_whole(ratios) ? Figure{0} : Figure{std::nullopt, why};
        } else if (of_parts) {
            const auto divided = split(*amount.cents, ratios, cost_.unit.value_or(1));
            for (std::size_t i = 0; i < out.size(); ++i)
                if (!cost_.shares[i].cents)
                    out[i].figure = divided ? Figure{(*divided)[i]} : Figure{std::nullopt, Open::parts};
            rest = divided ? Figure{divided->back()} : Figure{std::nullopt, Open::parts};
        }
        if (rest.known() && fixed.known() && *fixed.cents != 0)
            rest =
                *fixed.cents > *rest.cents ? Figure{std::nullopt, Open::parts} : Figure::of(*rest.cents - *fixed.cents);
        std::vector<Bearer> bearing;
        for (std::size_t i = 0; i < out.size(); ++i)
            if (bears(cost_.shares[i].party, day)) bearing.push_back(std::move(out[i]));
        return {std::move(bearing), rest};
    }

    /// Whom the values of a key on a day are asked of, and what they are.
    std::pair<std::vector<Bearer>, std::vector<std::optional<Ratio>>> weights_on(DivisionKeyId key, Day day) const {
        const auto* values = values_of(key, day);
        std::vector<PartyId> who;
        if (cost_.cooperation.valid())
            for (const auto party : participants(world_, cost_.cooperation))
                if (holds_on(taking_part(world_, cost_.cooperation, party), day)) who.push_back(party);
        if (!cost_.only_for.empty()) {
            std::erase_if(who, [&](PartyId party) { return !names(cost_.only_for, party); });
            if (!cost_.cooperation.valid()) who = cost_.only_for;
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
        return {std::move(out), std::move(weights)};
    }

    /// How many units those have together; nothing where a value is missing.
    std::optional<Ratio> count_on(DivisionKeyId key, Day day) const {
        const auto weights = weights_on(key, day).second;
        std::optional<Ratio> out = Ratio{0, 1};
        for (const auto& each : weights) out = out && each ? Ratio::sum(*out, *each) : std::nullopt;
        if (!out || weights.empty()) return std::nullopt;
        // Values are read as percentages are: of a hundred.
        const auto common = std::gcd(out->under, 100LL);
        return Ratio{out->over * (100 / common), out->under / common};
    }

    std::pair<std::vector<Bearer>, Figure> by_key(Figure amount, Day day) const {
        const auto why = amount.known() ? Open::key : amount.open;
        auto [out, weights] = weights_on(cost_.key, day);
        const auto ratios = of_whole(weights);
        const auto divided =
            ratios && amount.known() ? split(*amount.cents, *ratios, cost_.unit.value_or(1)) : std::nullopt;
        for (std::size_t i = 0; i < out.size(); ++i) {
            out[i].figure = divided ? Figure{(*divided)[i]} : Figure{std::nullopt, why};
            if (ratios) out[i].part = (*ratios)[i];
        }
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

    /// A day of that year on which the item counts; its first otherwise.
    Day day_in(int year) const {
        for (const auto& days : item_.days)
            if (const auto both = intersection(days, year_as_period(year)); !both.empty()) return both.from;
        return item_.days.front().from == kNoBegin ? first_of(year) : item_.days.front().from;
    }

    const graph::World& world_;
    const Item& item_;
    const Cost& cost_;
};

}  // namespace

std::vector<Counted> units_counted(const graph::World& world, const Item& item, DivisionKeyId key, int year) {
    return Bearing(world, item).counted(key, year);
}

Borne borne(const graph::World& world, const Item& item, Figure amount, int year) {
    return Bearing(world, item).borne(amount, year);
}

}  // namespace belegd::money
