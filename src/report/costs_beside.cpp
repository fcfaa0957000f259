#include "report/costs_beside.hpp"

#include <algorithm>

#include "model/dates.hpp"
#include "model/describe.hpp"
#include "report/figures_said.hpp"

namespace belegd::report {
namespace {

using namespace model;
using money::Bearer;
using money::Figure;
using money::Open;
using money::Settled;

class Beside {
   public:
    Beside(const Frame& frame, const Costs::Situation& situation, const std::vector<CostId>& items,
           const std::vector<PartyId>& only)
        : frame_(frame), m_(frame.model), situation_(situation), items_(items), only_(only) {}

    Text adopted(const Cost& cost) const {
        if (!cost.cover_by.valid())
            return say(cost.cover_pending ? message::cover_pending_said : message::cover_not_stated);
        const auto& decision = m_[cost.cover_by];
        // On which day, and not that it is past: nobody looks at a clock here.
        const auto how = decision.status != Status::decided ? name_of(decision.status)
                         : decision.taken                   ? stretch_said(*decision.taken)
                         : decision.status_stated           ? name_of(decision.status)
                                                            : say(message::cover_not_taken);
        return say(message::cover_decided, {title_of_row(decision), how});
    }

    std::optional<Table> cover() const {
        Table out;
        out.caption = say(message::caption_cover);
        out.columns = {say(message::column_item), say(message::column_amount), say(message::column_covered),
                       say(message::column_uncovered), say(message::column_adopted)};
        for (const auto id : items_) {
            const auto& cost = m_[id];
            if (cost.cover.empty() && !cost.cover_pending && !cost.cover_by.valid()) continue;
            begin_row(frame_, out, Cell(cost_title(m_, id)), {cost.span});
            auto& cells = out.rows.back();
            const auto whole = money::whole_of(cost);
            cells.emplace_back(figure_said(whole));
            Sum covered;
            Cell from;
            for (const auto& each : cost.cover) {
                const auto figure = each.cents ? Figure{each.cents} : Figure{std::nullopt, Open::amount};
                covered.add(figure);
                const auto amount = part_said(each, figure);
                from.lines.push_back({each.label.empty() ? amount : joined({Text(each.label), amount}, " "), {}});
            }
            cells.push_back(cost.cover.empty() ? Cell(say(message::cover_not_stated)) : std::move(from));
            if (!whole.known() || !covered.all.known() || cost.cover.empty()) {
                cells.emplace_back(say(message::costs_unknown), std::vector<std::size_t>{}, Cell::Mark::open);
            } else {
                const auto rest = *whole.cents - *covered.all.cents;
                cells.emplace_back(rest == 0  ? say(message::cover_whole)
                                   : rest > 0 ? euros(rest)
                                              : say(message::cover_more, {euros(-rest)}),
                                   std::vector<std::size_t>{}, rest > 0 ? Cell::Mark::attention : Cell::Mark::none);
            }
            cells.emplace_back(adopted(cost));
        }
        return out.rows.empty() ? std::nullopt : std::optional(std::move(out));
    }

    std::optional<Table> ceilings() const {
        Table out;
        out.caption = say(message::caption_ceilings);
        out.columns = {say(message::column_ceiling), say(message::column_year), say(message::column_together),
                       say(message::column_above)};
        for (const auto& column : situation_.budget.columns)
            for (const auto& each : column.ceilings) {
                const auto& ceiling = m_.cost_ceilings[each.ceiling];
                begin_row(frame_, out, Cell(joined({title_of_row(ceiling), euros(*ceiling.cents)}, ": ")),
                          {ceiling.span});
                auto& cells = out.rows.back();
                cells.emplace_back(years_said(column));
                cells.emplace_back(figure_said(each.together));
                cells.emplace_back(figure_said(each.above), std::vector<std::size_t>{},
                                   each.above == Figure{0} ? Cell::Mark::none : Cell::Mark::attention);
            }
        return out.rows.empty() ? std::nullopt : std::optional(std::move(out));
    }

    Cell verdict(const Settled& row) const {
        using Verdict = Settled::Verdict;
        const auto base = [&](const Settled::Base& each) {
            return each.label.empty() ? say(message::settle_whole, {figure_said(each.from)})
                                      : say(message::settle_part, {Text(each.label), figure_said(each.from)});
        };
        Cell out;
        const auto line = [&](Text text) { out.lines.push_back({std::move(text), {}}); };
        switch (row.verdict) {
            case Verdict::no_agreement: line(say(message::settle_none)); return out;
            case Verdict::within:
                line(row.bases.size() > 1 ? say(message::settle_never)
                     : row.bases.empty() || !row.bases.front().limit.known()
                         ? say(message::settle_wrong_way)
                         : say(message::settle_within, {figure_said(row.bases.front().limit)}));
                break;
            case Verdict::settled: {
                const auto& agreement = m_.settlements[row.settlement];
                if (!row.excess.known() && agreement.excess_only.value_or(true))
                    line(say(message::settle_open_amount));
                else if (row.bases.size() > 1)
                    line(say(message::settle_always, {figure_said(row.whole)}));
                else if (agreement.excess_only || row.whole == row.excess)
                    line(say(message::settle_all,
                             {figure_said(agreement.excess_only.value_or(false) ? row.excess : row.whole)}));
                else
                    line(say(message::settle_either, {figure_said(row.whole), figure_said(row.excess)}));
                break;
            }
            case Verdict::cannot_be_said:
                out.mark = Cell::Mark::open;
                line(say(row.bases.size() > 1 && row.difference.known() ? message::settle_cannot_be_said
                                                                        : message::settle_unknown));
                break;
        }
        if (row.bases.size() > 1 && row.verdict == Verdict::cannot_be_said)
            for (const auto& each : row.bases)
                line(!each.limit.known() ? say(message::settle_base_unknown, {base(each)})
                                         : say(each.beyond ? message::settle_base_beyond : message::settle_base_within,
                                               {base(each), figure_said(each.limit)}));
        for (const auto& bearer : row.bearers) {
            if (!bearer.figure.known() || *bearer.figure.cents == 0 || !shows(bearer)) continue;
            const auto cents = *bearer.figure.cents;
            line(say(cents > 0 ? message::settle_pays : message::settle_receives,
                     {bearer_named(m_, bearer), euros(cents > 0 ? cents : -cents)}));
        }
        return out;
    }

    std::optional<Table> settlements() const {
        Table out;
        out.caption = say(message::caption_settled);
        out.columns = {say(message::column_item),   say(message::column_year),      say(message::column_budgeted),
                       say(message::column_actual), say(message::column_deviation), say(message::column_settlement)};
        for (const auto& row : situation_.settled) {
            if (!only_.empty() && std::find(items_.begin(), items_.end(), row.cost) == items_.end()) continue;
            auto from = row.from;
            if (row.settlement != ~0u) from.push_back(m_.settlements[row.settlement].span);
            begin_row(frame_, out, Cell(cost_title(m_, row.cost)), from);
            auto& cells = out.rows.back();
            cells.emplace_back(Text(std::to_string(row.year)));
            for (const auto* figure : {&row.budgeted, &row.actual, &row.difference})
                cells.emplace_back(figure_said(*figure));
            cells.push_back(verdict(row));
        }
        return out.rows.empty() ? std::nullopt : std::optional(std::move(out));
    }

   private:
    bool shows(const Bearer& bearer) const { return only_.empty() || (bearer.party && names(only_, *bearer.party)); }

    const Frame& frame_;
    const Model& m_;
    const Costs::Situation& situation_;
    const std::vector<CostId>& items_;
    const std::vector<PartyId>& only_;
};

}  // namespace

BesideCosts beside_costs(const Frame& frame, const Costs::Situation& situation, const std::vector<CostId>& items,
                         const std::vector<PartyId>& only) {
    const Beside beside(frame, situation, items, only);
    return {beside.cover(), beside.ceilings(), beside.settlements()};
}

}  // namespace belegd::report
