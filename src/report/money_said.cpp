// Money, a line each, as a paper would say it.
#include "analysis/in_titles.hpp"
#include "base/fold.hpp"
#include "diagnostics/messages/general.hpp"
#include "model/dates.hpp"
#include "report/figures_said.hpp"
#include "report/phrases.hpp"
#include "report/planning.hpp"

namespace belegd::report {
namespace {

using namespace model;
using syntax::Word;

Text amount_of(const LabelledAmount& amount) {
    const auto said = amount.price                      ? price_said(amount)
                      : amount.cents                    ? euros(*amount.cents)
                      : amount.silence != Silence::none ? name_of(amount.silence)
                                                        : say(message::not_stated);
    return amount.label.empty() ? said : joined({Text(amount.label), said}, " ");
}

Text amounts_of(const std::vector<LabelledAmount>& all) {
    std::vector<Text> out;
    out.reserve(all.size());
    for (const auto& each : all) out.push_back(amount_of(each));
    return listed(out);
}

Text share_of(const Model& model, const Cost::Share& share) {
    auto who = share.party ? name_of(model, *share.party) : printable(share.who);
    if (share.cents) return joined({who, euros(*share.cents)}, " ");
    if (!share.part) return who;
    return joined({who, share.fraction.empty() ? percentage_said(*share.part) : Text(share.fraction)}, " ");
}

Word word_of(Settlement::Direction direction) {
    switch (direction) {
        case Settlement::Direction::over: return Word::overrun;
        case Settlement::Direction::under: return Word::underrun;
        case Settlement::Direction::both: break;
    }
    return Word::deviation;
}

/// The item that an actual figure or a ceiling is about.
Text cost_named(const Model& model, CostId cost, const std::string& name) {
    if (!cost.valid()) return printable(name);
    const auto title = analysis::title_of(model[cost]);
    return title.empty() ? printable(name) : title;
}

}  // namespace

Said cost_said(const Model& model, const Cost& cost) {
    std::vector<Text> parts;
    const auto title = analysis::title_of(cost);
    auto amounts = cost.amounts;
    if (amounts.size() == 1 && title == Text(amounts.front().label)) amounts.front().label.clear();
    auto what = amounts_of(amounts);
    const auto how_often = cost.once_in ? phrase(Word::once_in, stretch_said(*cost.once_in))
                           : cost.frequency == Cost::Frequency::once      ? phrase(Word::once)
                           : cost.frequency == Cost::Frequency::per_year  ? phrase(Word::per_year)
                           : cost.frequency == Cost::Frequency::per_month ? phrase(Word::per_month)
                                                                          : Text();
    if (!how_often.empty()) what = what.empty() ? how_often : joined({what, how_often}, " ");
    parts.push_back(what);
    for (const auto& each : cost.units) parts.push_back(phrase(Word::for_, Text(each.written + " " + each.of)));
    const bool priced = std::any_of(cost.amounts.begin(), cost.amounts.end(),
                                    [](const LabelledAmount& each) { return each.price.has_value(); });
    if (const auto together = money::sum_of(cost.amounts); priced && together.known())
        parts.push_back(say(message::priced_together, {euros(*together.cents)}));
    if (cost.total) parts.push_back(phrase(Word::total, amount_of(*cost.total)));
    std::vector<Text> shares;
    for (const auto& share : cost.shares) shares.push_back(share_of(model, share));
    std::vector<Text> beside;
    for (const auto& share : cost.stated) beside.push_back(share_of(model, share));
    if (!shares.empty()) parts.push_back(phrase(Word::shared, listed(shares)));
    if (!cost.shared_by.empty())
        parts.push_back(
            phrase(left_open(cost.shared_by) == Word::none ? Word::shared_by : Word::shared, words(cost.shared_by)));
    if (!beside.empty()) parts.push_back(phrase(Word::of_which, listed(beside)));
    if (!cost.rounded.empty()) parts.push_back(phrase(Word::rounded, words(cost.rounded)));
    if (!cost.cover.empty()) parts.push_back(phrase(Word::cover, amounts_of(cost.cover)));
    if (cost.cover_by.valid()) parts.push_back(phrase(Word::cover_by, title_of_row(model[cost.cover_by])));
    if (cost.cover_pending) parts.push_back(phrase(Word::cover_pending));
    if (cost.nature != Cost::Nature::not_stated)
        parts.push_back(phrase(cost.nature == Cost::Nature::structural ? Word::structural : Word::incidental));
    if (cost.price_level) parts.push_back(phrase(Word::price_level, stretch_said(*cost.price_level)));
    if (cost.advance) parts.push_back(phrase(Word::advance, percentage_said(*cost.advance)));
    if (!cost.indexed.empty()) parts.push_back(phrase(Word::indexed, words(cost.indexed)));
    if (cost.base_year) parts.push_back(phrase(Word::base_year, Text(std::to_string(*cost.base_year))));
    if (!cost.open_for.empty())
        parts.push_back(cost.open_for);
    else if (!cost.only_for.empty())
        parts.push_back(phrase(Word::for_, parties_said(model, cost.only_for)));
    parts.push_back(term_said(cost.term));
    if (cost.status != Status::decided) parts.push_back(name_of(cost.status));
    add_remarks(cost.remarks, parts);
    std::erase_if(parts, [](const Text& part) { return part.empty(); });
    const auto all = joined(parts, "; ");
    return stated(model, title.empty() ? all : say(message::function_line, {title, all}), cost.backing);
}

Said settlement_said(const Model& model, const Settlement& settlement) {
    std::vector<Text> parts;
    if (settlement.above) {
        auto above = settlement.money ? euros(*settlement.above) : amount_said(*settlement.above, "%");
        if (!settlement.of.empty()) {
            auto of = words(settlement.of);
            for (const auto& cost : model.costs)
                if (folded(cost.name) == folded(settlement.of)) of = analysis::title_of(cost);
            above = joined({above, phrase(Word::of, of)}, " ");
        }
        parts.push_back(phrase(word_of(settlement.direction), above));
    }
    if (settlement.excess_only) parts.push_back(phrase(*settlement.excess_only ? Word::on_excess : Word::on_whole));
    if (!settlement.at_the_latest.empty()) parts.push_back(phrase(Word::latest, settlement.at_the_latest));
    if (settlement.next_year) parts.push_back(phrase(Word::next_year));
    if (!settlement.open_for.empty())
        parts.push_back(settlement.open_for);
    else if (!settlement.only_for.empty())
        parts.push_back(phrase(Word::for_, parties_said(model, settlement.only_for)));
    if (settlement.status != Status::decided) parts.push_back(name_of(settlement.status));
    add_remarks(settlement.remarks, parts);
    return line(model, phrase(Word::settlement), std::move(parts), settlement.backing);
}

Said division_key_said(const Model& model, const DivisionKey& key) {
    std::vector<Text> parts;
    for (const auto& values : key.values) {
        std::vector<Text> all;
        for (const auto& value : values.all)
            all.push_back(
                joined({value.party ? name_of(model, *value.party) : printable(value.who), Text(value.written)}, " "));
        auto said = phrase(Word::values, listed(all));
        if (const auto term = term_said(values.term); !term.empty()) said = joined({said, term}, " ");
        parts.push_back(std::move(said));
    }
    add_remarks(key.remarks, parts);
    auto backing = key.backing;
    for (const auto& values : key.values)
        backing.documents.insert(backing.documents.end(), values.backing.documents.begin(),
                                 values.backing.documents.end());
    return line(model, phrase(Word::division_key, title_of_row(key)), std::move(parts), backing);
}

Said price_index_said(const Model& model, const PriceIndex& index) {
    std::vector<Text> parts;
    auto backing = index.backing;
    for (const auto& rise : index.rises) {
        parts.push_back(joined(
            {phrase(Word::rise, percentage_said(rise.by)), phrase(Word::over_year, Text(std::to_string(rise.year)))},
            " "));
        backing.documents.insert(backing.documents.end(), rise.backing.documents.begin(), rise.backing.documents.end());
    }
    add_remarks(index.remarks, parts);
    return line(model, phrase(Word::price_index, title_of_row(index)), std::move(parts), backing);
}

Said actual_cost_said(const Model& model, const ActualCost& actual) {
    std::vector<Text> parts;
    auto what = amounts_of(actual.amounts);
    if (actual.year) what = joined({what, phrase(Word::over_year, Text(std::to_string(*actual.year)))}, " ");
    parts.push_back(what);
    add_remarks(actual.remarks, parts);
    return line(model, phrase(Word::actual_cost, cost_named(model, actual.cost, actual.of)), std::move(parts),
                actual.backing);
}

Said cost_ceiling_said(const Model& model, const CostCeiling& ceiling) {
    std::vector<Text> parts;
    auto what = amount_of({{}, ceiling.cents, ceiling.silence});
    if (ceiling.per_year) what = joined({what, phrase(Word::per_year)}, " ");
    parts.push_back(what);
    std::vector<Text> over;
    for (std::size_t i = 0; i < ceiling.over.size(); ++i)
        over.push_back(cost_named(model, i < ceiling.costs.size() ? ceiling.costs[i] : CostId(), ceiling.over[i]));
    if (!over.empty()) parts.push_back(phrase(Word::concerns, listed(over)));
    parts.push_back(term_said(ceiling.term));
    add_remarks(ceiling.remarks, parts);
    return line(model, phrase(Word::cost_ceiling, title_of_row(ceiling)), std::move(parts), ceiling.backing);
}

}  // namespace belegd::report
