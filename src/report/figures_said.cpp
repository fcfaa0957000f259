#include "report/figures_said.hpp"

#include <utility>

#include "model/describe.hpp"

namespace belegd::report {

using namespace model;
using money::Bearer;
using money::Figure;
using money::Open;

namespace {

/// The word that stands instead of an amount of the item.
Text silence_in(const Cost& cost) {
    for (const auto& amount : cost.amounts)
        if (!amount.cents && amount.silence != Silence::none) return name_of(amount.silence);
    if (cost.total && !cost.total->cents && cost.total->silence != Silence::none) return name_of(cost.total->silence);
    return say(message::not_stated);
}

}  // namespace

Text why_unknown(Open open, const Cost& cost) {
    switch (open) {
        case Open::amount: return say(message::unknown_for_amount, {silence_in(cost)});
        case Open::units: {
            std::vector<Text> units;
            for (const auto& amount : cost.amounts)
                if (amount.price && !amount.cents) units.emplace_back(amount.per);
            return say(message::unknown_for_units, {listed(units)});
        }
        case Open::totals: return say(message::unknown_for_totals);
        case Open::index: return say(message::unknown_for_index);
        case Open::base_year: return say(message::unknown_for_base_year);
        case Open::key: return say(message::unknown_for_key);
        case Open::parts: return say(message::unknown_for_parts);
        case Open::ceiling: return say(message::unknown_for_ceiling);
        case Open::whom: return say(message::unknown_for_whom);
        case Open::too_large: return say(message::unknown_for_too_large);
        case Open::none: break;
    }
    return {};
}

Text figure_said(const Figure& figure) { return figure.known() ? euros(*figure.cents) : say(message::costs_unknown); }

Text part_said(const LabelledAmount& amount, const Figure& figure) {
    return !figure.known() && amount.silence != Silence::none ? name_of(amount.silence) : figure_said(figure);
}

Text price_said(const LabelledAmount& amount) {
    return say(message::priced_per, {euros(amount.price.value_or(0)), Text(amount.per)});
}

Text cost_title(const Model& model, CostId id) {
    auto out = analysis::title_of(model[id]);
    return out.empty() ? printable(model[id].name) : out;
}

Text bearer_named(const Model& model, const Bearer& bearer) {
    return bearer.party ? parties_said(model, {*bearer.party}) : printable(bearer.who);
}

void begin_row(const Frame& frame, Table& table, Cell name, const std::vector<Span>& from) {
    table.rows.push_back({std::move(name)});
    table.origins.push_back(frame.origins(from));
}

}  // namespace belegd::report
