// What rules ask of costs and settlements.
#include <algorithm>

#include "diagnostics/messages/rules.hpp"
#include "model/describe.hpp"
#include "money/stated.hpp"
#include "rules/rule_facts.hpp"
#include "rules/rule_values.hpp"

namespace belegd::rules {

using namespace model;

Value RuleFacts::of_money(Attribute attribute, std::uint32_t index) const {
    const auto added = [](const std::vector<LabelledAmount>& amounts) {
        long long out = 0;
        for (const auto& each : amounts) {
            if (!each.cents) return Value{};
            out += *each.cents;
        }
        return amounts.empty() ? none() : Value{out};
    };
    switch (attribute) {
        case Attribute::cost_name: return {printable(model_.costs[index].name)};
        case Attribute::cost_amount: return added(model_.costs[index].amounts);
        case Attribute::cost_total: {
            const auto& total = model_.costs[index].total;
            return !total ? none() : total->cents ? Value{*total->cents} : Value{};
        }
        case Attribute::cost_covered: return added(model_.costs[index].cover);
        case Attribute::cost_shares: {
            std::optional<Ratio> all = Ratio{0, 1};
            for (const auto& share : model_.costs[index].shares) {
                if (share.cents) return none();
                if (!share.part) return {};
                if (all) all = Ratio::sum(*all, *share.part);
            }
            if (!all) return {};
            return model_.costs[index].shares.empty() ? none() : Value{all->hundredths_of_percent()};
        }
        case Attribute::cost_payers: {
            Ids out;
            bool open = false;
            for (const auto& share : model_.costs[index].shares) {
                open = open || !share.party;
                if (share.party) put(out, share.party->index);
            }
            return {std::move(out), open};
        }
        case Attribute::cost_begin: {
            const auto term = days(Type::cost, index);
            return term.from == kNoBegin ? Value{} : day(term.from);
        }
        case Attribute::cost_end: return end_day(days(Type::cost, index).until);
        case Attribute::cost_frequency:
            return model_.costs[index].frequency == Cost::Frequency::not_stated ? Value{}
                                                                                : choice(model_.costs[index].frequency);
        case Attribute::cost_index: {
            const auto& words = model_.costs[index].indexed;
            return words.empty() ? none() : left_open(words) != syntax::Word::none ? Value{} : Value{Text(words)};
        }
        case Attribute::cost_indexed: return truth(!model_.costs[index].indexed.empty());
        case Attribute::cost_base_year: return truth(model_.costs[index].base_year.has_value());
        case Attribute::cost_difference: {
            const auto& cost = model_.costs[index];
            const auto amounts = money::sum_of(cost.amounts);
            if (!cost.total) return none();
            if (!amounts.known() || !cost.total->cents) return {};
            return {std::max(*amounts.cents, *cost.total->cents) - std::min(*amounts.cents, *cost.total->cents)};
        }
        case Attribute::cost_cover_open: {
            const auto& cost = model_.costs[index];
            return truth(cost.cover_pending || (cost.cover_by.valid() && !money::is_taken(model_[cost.cover_by])));
        }
        case Attribute::cost_cover_decision: return row(model_.costs[index].cover_by);
        case Attribute::cost_price_level: {
            const auto& level = model_.costs[index].price_level;
            return level ? Value{static_cast<long long>(year_of(level->first))} : none();
        }
        case Attribute::cost_wrong_shares:
        case Attribute::cost_rounded_shares: {
            std::vector<Text> out;
            const bool only_rounded = attribute == Attribute::cost_rounded_shares;
            for (const auto& each : money::stated_shares(model_.costs[index]))
                if (each.only_rounded == only_rounded)
                    out.push_back(
                        say(message::share_stated, {each.party ? name_of(model_, *each.party) : printable(each.who),
                                                    amount_said(each.stated, "€"), amount_said(each.divided, "€")}));
            return out.empty() ? none() : Value{listed(out)};
        }
        case Attribute::cost_units_not_stated: {
            std::vector<Text> out;
            for (const auto& amount : model_.costs[index].amounts)
                if (amount.price && !amount.cents && !amount.units.valid()) out.emplace_back(amount.per);
            return out.empty() ? none() : Value{listed(out)};
        }
        case Attribute::cost_cooperation: return row(model_.costs[index].cooperation);
        case Attribute::cost_status: return choice(model_.costs[index].status);
        case Attribute::settlement_base: {
            const auto& words = model_.settlements[index].of;
            return words.empty() || left_open(words) != syntax::Word::none ? Value{} : Value{Text(words)};
        }
        case Attribute::settlement_threshold: return truth(model_.settlements[index].above.has_value());
        case Attribute::settlement_excess_only: {
            const auto& only = model_.settlements[index].excess_only;
            return only ? truth(*only) : Value{};
        }
        case Attribute::settlement_cooperation: return row(model_.settlements[index].cooperation);
        default: return {};
    }
}

}  // namespace belegd::rules
