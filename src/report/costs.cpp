#include "report/costs.hpp"

#include <algorithm>
#include <utility>

#include "diagnostics/messages/appendix.hpp"
#include "diagnostics/messages/costs.hpp"
#include "diagnostics/messages/reports.hpp"
#include "model/dates.hpp"
#include "model/describe.hpp"
#include "money/stated.hpp"
#include "report/costs_beside.hpp"
#include "report/figures_said.hpp"

namespace belegd::report {
namespace {

using namespace model;
using money::Bearer;
using money::Column;
using money::Due;
using money::Figure;
using money::Open;
using money::Settled;

class CostWriter {
   public:
    CostWriter(const Frame& frame, Costs& out, const std::vector<PartyId>& only)
        : frame_(frame), m_(frame.model), out_(out), only_(only) {}

    void write() {
        auto& document = out_.document;
        document.title = out_.title;
        if (m_.costs.empty()) {
            paragraph(say(message::costs_none));
            return;
        }
        paragraph(say(message::costs_lead));
        for (const auto& situation : out_.situations) {
            if (out_.situations.size() > 1 || situation.variants.front().valid()) {
                std::vector<Text> names;
                for (const auto variant : situation.variants) names.push_back(situation_said(m_, variant));
                document.blocks.emplace_back(Heading{2, say(message::costs_situations, {listed(names)})});
            }
            if (situation.budget.columns.empty() && situation.settled.empty())
                paragraph(say(message::costs_none_count));
            amounts(situation.budget);
            payers(situation.budget);
            auto beside = beside_costs(frame_, situation, items(situation.budget), only_);
            for (auto* table : {&beside.cover, &beside.ceilings, &beside.settlements})
                if (*table) document.blocks.emplace_back(std::move(**table));
            open_points(situation);
            not_counted(situation);
        }
        how();
    }

   private:
    void paragraph(Text text) { out_.document.blocks.emplace_back(Paragraph{Cell(std::move(text))}); }

    /// How often, in which prices, how sure: what makes an amount another one.
    Text basis(const Cost& cost) const {
        using Word = syntax::Word;
        std::vector<Text> parts;
        for (const auto& amount : cost.amounts)
            if (amount.price) parts.push_back(price_said(amount));
        for (const auto& each : cost.units) parts.emplace_back(each.written + " " + each.of);
        if (cost.frequency == Cost::Frequency::once) parts.push_back(phrase(Word::once));
        if (cost.frequency == Cost::Frequency::per_year) parts.push_back(phrase(Word::per_year));
        if (cost.frequency == Cost::Frequency::per_month) parts.push_back(phrase(Word::per_month));
        if (cost.nature != Cost::Nature::not_stated)
            parts.push_back(phrase(cost.nature == Cost::Nature::structural ? Word::structural : Word::incidental));
        if (cost.price_level) parts.push_back(phrase(Word::price_level, stretch_said(*cost.price_level)));
        if (!cost.indexed.empty()) parts.push_back(phrase(Word::indexed, words(cost.indexed)));
        auto status = cost.status;
        if (cost.variant.valid()) status = std::min(status, m_[cost.variant].status);
        if (status != Status::decided) parts.push_back(name_of(status));
        if (cost.cooperation.valid()) parts.push_back(title_of(m_, m_[cost.cooperation].first_version));
        return joined(parts, "; ");
    }

    /// The items that some column has, in order of the model; where only some payers are asked for, those that they bear.
    std::vector<CostId> items(const money::Budget& budget) const {
        std::vector<CostId> out;
        for (const auto& column : budget.columns)
            for (const auto& due : column.dues) {
                const bool theirs = only_.empty() || std::any_of(due.bearers.begin(), due.bearers.end(),
                                                                 [&](const Bearer& each) { return shows(each); });
                if (theirs && std::find(out.begin(), out.end(), due.cost) == out.end()) out.push_back(due.cost);
            }
        std::sort(out.begin(), out.end());
        return out;
    }
    bool shows(const Bearer& bearer) const { return only_.empty() || (bearer.party && names(only_, *bearer.party)); }

    static const Due* due_in(const Column& column, CostId id) {
        for (const auto& due : column.dues)
            if (due.cost == id) return &due;
        return nullptr;
    }

    Table table(Message caption, Message first, const money::Budget& budget) const {
        Table out;
        out.caption = say(caption);
        out.columns = {say(first)};
        for (const auto& column : budget.columns) out.columns.push_back(years_said(column));
        return out;
    }

    Cell amount_cell(const Due& due) {
        const auto& cost = m_[due.cost];
        const auto said_here =
            cost.amounts.size() == 1 ? part_said(cost.amounts.front(), due.figure) : figure_said(due.figure);
        Cell out(said_here, {}, due.figure.known() ? Cell::Mark::none : Cell::Mark::open);
        const auto note = [&](bool holds, Message words, bool& used) {
            if (!holds || !due.figure.known()) return;
            out.lines.push_back({say(words), {}});
            used = true;
        };
        bool ceiling = false;
        used_.days = used_.days || due.by_stretches;
        note(due.by_days, message::costs_by_days, used_.days);
        note(due.grown, message::costs_grown, used_.index);
        note(due.at_ceiling, message::costs_at_ceiling, ceiling);
        return out;
    }

    void amounts(const money::Budget& budget) {
        const auto all = items(budget);
        if (all.empty()) return;
        auto out = table(message::caption_costs, message::column_item, budget);
        for (const auto id : all) {
            const auto& cost = m_[id];
            Cell name(cost_title(m_, id));
            if (const auto more = basis(cost); !more.empty()) name.lines.push_back({more, {}});
            begin_row(frame_, out, std::move(name), {cost.span});
            for (const auto& column : budget.columns) {
                const auto* due = due_in(column, id);
                out.rows.back().push_back(due != nullptr ? amount_cell(*due) : Cell());
            }
            for (std::size_t i = 0; cost.amounts.size() > 1 && i < cost.amounts.size(); ++i) {
                const auto& label = cost.amounts[i].label;
                begin_row(frame_, out,
                          Cell(say(message::of_which_part,
                                   {label.empty() ? number(static_cast<long long>(i) + 1) : Text(label)})),
                          {cost.span});
                for (const auto& column : budget.columns) {
                    const auto* due = due_in(column, id);
                    out.rows.back().push_back(
                        due == nullptr ? Cell()
                                       : Cell(part_said(cost.amounts[i], due->amounts[i]), {},
                                              due->amounts[i].known() ? Cell::Mark::none : Cell::Mark::open));
                }
            }
        }
        if (all.size() > 1) {
            begin_row(frame_, out, Cell(say(message::costs_together)), {});
            for (const auto& column : budget.columns) {
                Sum sum;
                for (const auto& due : column.dues)
                    if (std::find(all.begin(), all.end(), due.cost) != all.end()) sum.add(due.figure);
                out.rows.back().push_back(column.dues.empty() ? Cell() : sum.cell());
            }
        }
        out_.document.blocks.emplace_back(std::move(out));
    }

    // ---- who bears it -------------------------------------------------------------------------------------------

    struct Payer {
        std::optional<PartyId> party;
        std::string who;
    };

    static const Bearer* bearer_of(const Due& due, const Payer& payer) {
        for (const auto& bearer : due.bearers)
            if (bearer.party == payer.party && bearer.who == payer.who) return &bearer;
        return nullptr;
    }
    static const Figure* of(const Due& due, const Payer& payer) {
        const auto* bearer = bearer_of(due, payer);
        return bearer == nullptr ? nullptr : &bearer->figure;
    }

    void payers(const money::Budget& budget) {
        std::vector<Payer> all;
        bool nobody = false;
        for (const auto& column : budget.columns)
            for (const auto& due : column.dues) {
                for (const auto& bearer : due.bearers) {
                    const bool known = std::any_of(all.begin(), all.end(), [&](const Payer& each) {
                        return each.party == bearer.party && each.who == bearer.who;
                    });
                    if (!known && shows(bearer)) all.push_back({bearer.party, bearer.who});
                }
                nobody = nobody || (due.undivided != Figure{0} && only_.empty());
            }
        if (all.empty() && !nobody) return;
        auto out = table(message::caption_payers, message::column_item, budget);
        for (const auto& payer : all) {
            out.groups.emplace_back(out.rows.size(), bearer_named(m_, {payer.party, payer.who, {}}));
            rows_of_payer(out, budget, payer);
        }
        if (nobody) {
            out.groups.emplace_back(out.rows.size(), say(message::costs_nobody));
            for (const auto id : items(budget)) {
                const auto rest = [&](const Column& column) -> std::optional<Figure> {
                    const auto* due = due_in(column, id);
                    return due == nullptr ? std::nullopt : std::optional(due->undivided);
                };
                const bool any = std::any_of(budget.columns.begin(), budget.columns.end(), [&](const Column& column) {
                    const auto figure = rest(column);
                    return figure && *figure != Figure{0};
                });
                if (any) row(out, budget, cost_title(m_, id), {m_[id].span}, rest);
            }
        }
        out_.document.blocks.emplace_back(std::move(out));
    }

    void rows_of_payer(Table& out, const money::Budget& budget, const Payer& payer) {
        std::size_t count = 0;
        for (const auto id : items(budget)) {
            const auto share = [&](const Column& column) -> std::optional<Figure> {
                const auto* due = due_in(column, id);
                const auto* figure = due == nullptr ? nullptr : of(*due, payer);
                return figure == nullptr ? std::nullopt : std::optional(*figure);
            };
            const bool any = std::any_of(budget.columns.begin(), budget.columns.end(),
                                         [&](const Column& column) { return share(column).has_value(); });
            if (!any) continue;
            ++count;
            used_.shares =
                used_.shares || std::any_of(budget.columns.begin(), budget.columns.end(), [&](const Column& column) {
                    const auto* due = due_in(column, id);
                    return due != nullptr && due->bearers.size() > 1 && due->figure.known();
                });
            used_.left =
                used_.left || std::any_of(budget.columns.begin(), budget.columns.end(), [&](const Column& column) {
                    return due_in(column, id) != nullptr && !share(column) && !m_[id].shares.empty();
                });
            row(out, budget, cost_title(m_, id), {m_[id].span}, share);
            // Of an amount that is not known the part may be known all the same.
            for (std::size_t i = 0; i < budget.columns.size(); ++i) {
                const auto* due = due_in(budget.columns[i], id);
                const auto* bearer = due == nullptr ? nullptr : bearer_of(*due, payer);
                if (bearer != nullptr && !bearer->figure.known() && bearer->part)
                    out.rows.back()[i + 1].lines.front().text = say(
                        message::part_of_unknown, {amount_said(bearer->part->nearest_hundredths_of_percent(), "%")});
            }
            for (const auto& stated : money::stated_shares(m_[id]))
                if (stated.party == payer.party && (stated.party || stated.who == payer.who))
                    out.rows.back().front().lines.push_back({say(message::costs_stated, {euros(stated.stated)}), {}});
            if (const auto part = m_[id].advance)
                row(out, budget, say(message::of_which_advance, {percentage_said(*part)}), {m_[id].span},
                    [&](const Column& column) -> std::optional<Figure> {
                        const auto figure = share(column);
                        if (!figure || !figure->known()) return figure;
                        return Figure::of(money::times(*figure->cents, part->over, part->under));
                    });
        }
        if (count < 2) return;
        begin_row(frame_, out, Cell(say(message::costs_together)), {});
        for (const auto& column : budget.columns) {
            Sum sum;
            bool any = false;
            for (const auto& due : column.dues)
                if (const auto* figure = of(due, payer)) sum.add(*figure), any = true;
            out.rows.back().push_back(any ? sum.cell() : Cell());
        }
    }

    template <typename FigureOf>
    void row(Table& out, const money::Budget& budget, Text name, const std::vector<Span>& from, FigureOf figure_of) {
        begin_row(frame_, out, Cell(std::move(name)), from);
        for (const auto& column : budget.columns) {
            const std::optional<Figure> figure = figure_of(column);
            out.rows.back().push_back(
                figure ? Cell(figure_said(*figure), {}, figure->known() ? Cell::Mark::none : Cell::Mark::open)
                       : Cell());
        }
    }

    // ---- what is left -------------------------------------------------------------------------------------------

    void open_points(const Costs::Situation& situation) {
        struct Unknown {
            CostId cost;
            Open open;
            std::vector<Text> years;
        };
        std::vector<Unknown> all;
        for (const auto& column : situation.budget.columns)
            for (const auto& due : column.dues) {
                std::vector<Open> here{due.figure.open};
                if (due.figure.known()) here.push_back(due.undivided.open);
                if (due.figure.known())
                    for (const auto& bearer : due.bearers) here.push_back(bearer.figure.open);
                for (const auto open : here) {
                    if (open == Open::none) continue;
                    auto known = std::find_if(all.begin(), all.end(), [&](const Unknown& each) {
                        return each.cost == due.cost && each.open == open;
                    });
                    if (known == all.end()) known = all.insert(all.end(), {due.cost, open, {}});
                    if (const auto years = years_said(column); known->years.empty() || known->years.back() != years)
                        known->years.push_back(years);
                }
            }
        Bullets out;
        for (const auto& each : all) {
            const auto columns =
                std::count_if(situation.budget.columns.begin(), situation.budget.columns.end(),
                              [&](const Column& column) { return due_in(column, each.cost) != nullptr; });
            const bool always = static_cast<std::size_t>(columns) == each.years.size();
            out.items.emplace_back(
                always ? say(message::function_line, {cost_title(m_, each.cost), why_unknown(each.open, m_[each.cost])})
                       : say(message::costs_open_line,
                             {cost_title(m_, each.cost), listed(each.years), why_unknown(each.open, m_[each.cost])}));
        }
        for (const auto id : items(situation.budget))
            if (!m_[id].unit)
                out.items.emplace_back(say(message::rounding_unclear, {cost_title(m_, id), words(m_[id].rounded)}));
        ceilings_not_applied(situation, out);
        if (out.items.empty()) return;
        out_.document.blocks.emplace_back(Paragraph{Cell(say(message::costs_open))});
        out_.document.blocks.emplace_back(std::move(out));
    }

    /// A ceiling of which no amount or no time is stated limits nothing that can be calculated.
    void ceilings_not_applied(const Costs::Situation& situation, Bullets& out) const {
        for (const auto& ceiling : m_.cost_ceilings) {
            if (!frame_.world(situation.variants.front()).visible(ceiling.variant)) continue;
            if (!ceiling.cents)
                out.items.emplace_back(say(message::ceiling_without_amount, {title_of_row(ceiling)}));
            else if (!ceiling.per_year)
                out.items.emplace_back(
                    say(message::ceiling_without_time, {title_of_row(ceiling), euros(*ceiling.cents)}));
        }
    }

    void not_counted(const Costs::Situation& situation) {
        std::vector<Text> names;
        for (const auto id : situation.budget.not_counted) {
            auto status = m_[id].status;
            if (m_[id].cooperation.valid()) status = std::min(status, m_[m_[id].cooperation].status);
            names.push_back(status == Status::decided ? cost_title(m_, id)
                                                      : joined({cost_title(m_, id), name_of(status)}, ", "));
        }
        if (!names.empty()) paragraph(say(message::costs_not_counted, {listed(names)}));
    }

    void how() {
        Bullets out;
        if (used_.shares) out.items.emplace_back(say(message::how_shares));
        if (used_.days) out.items.emplace_back(say(message::how_days));
        if (used_.left) out.items.emplace_back(say(message::how_left));
        if (used_.index) out.items.emplace_back(say(message::how_index));
        if (out.items.empty()) return;
        out_.document.blocks.emplace_back(Heading{2, say(message::costs_how)});
        out_.document.blocks.emplace_back(std::move(out));
    }

    const Frame& frame_;
    const Model& m_;
    Costs& out_;
    const std::vector<PartyId>& only_;
    struct {
        bool shares = false, days = false, index = false, left = false;
    } used_;
};

bool alike(const Costs::Situation& a, const Costs::Situation& b) {
    const auto same = [](const Column& one, const Column& other) {
        return one.kind == other.kind && one.first == other.first && one.last == other.last && one.dues == other.dues &&
               one.ceilings == other.ceilings;
    };
    return a.budget.columns.size() == b.budget.columns.size() && a.settled.size() == b.settled.size() &&
           a.budget.not_counted == b.budget.not_counted &&
           std::equal(a.budget.columns.begin(), a.budget.columns.end(), b.budget.columns.begin(), same) &&
           std::equal(a.settled.begin(), a.settled.end(), b.settled.begin(),
                      [](const Settled& one, const Settled& other) {
                          return one.cost == other.cost && one.year == other.year && one.actual == other.actual &&
                                 one.budgeted == other.budgeted && one.settlement == other.settlement;
                      });
}

}  // namespace

Text years_said(const Column& column) {
    const auto first = Text(std::to_string(column.first)), last = Text(std::to_string(column.last));
    switch (column.kind) {
        case Column::Kind::years:
            return column.first == column.last ? first : say(message::years_through, {first, last});
        case Column::Kind::through: return say(message::years_until, {last});
        case Column::Kind::onwards: return say(message::years_onwards, {first});
        case Column::Kind::every_year: return say(message::every_year);
        case Column::Kind::no_year: break;
    }
    return say(message::no_year);
}

Costs costs(const analysis::Analysis& analysis, const Overview& what, const std::vector<PartyId>& only) {
    const Frame frame(analysis, what, Extent::appendix);
    Costs out;
    out.title = say(message::costs_title, {what.title});
    for (const auto variant : what.columns) {
        Costs::Situation now{{variant}, money::budget(frame.world(variant)), {}};
        now.settled = money::settled(frame.world(variant), now.budget);
        const auto known = std::find_if(out.situations.begin(), out.situations.end(),
                                        [&](const Costs::Situation& each) { return alike(each, now); });
        if (known == out.situations.end())
            out.situations.push_back(std::move(now));
        else
            known->variants.push_back(variant);
    }
    CostWriter(frame, out, only).write();
    return out;
}

}  // namespace belegd::report
