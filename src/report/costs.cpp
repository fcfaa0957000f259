#include "report/costs.hpp"

#include <algorithm>
#include <utility>

#include "analysis/in_titles.hpp"
#include "diagnostics/messages/appendix.hpp"
#include "diagnostics/messages/costs.hpp"
#include "diagnostics/messages/reports.hpp"
#include "model/dates.hpp"
#include "model/describe.hpp"
#include "money/stated.hpp"
#include "report/frame.hpp"
#include "report/phrases.hpp"

namespace belegd::report {
namespace {

using namespace model;
using money::Bearer;
using money::Column;
using money::Due;
using money::Figure;
using money::Open;
using money::Settled;

/// The word that stands instead of an amount of the item.
Text silence_in(const Cost& cost) {
    for (const auto& amount : cost.amounts)
        if (!amount.cents && amount.silence != Silence::none) return name_of(amount.silence);
    if (cost.total && !cost.total->cents && cost.total->silence != Silence::none) return name_of(cost.total->silence);
    return say(message::not_stated);
}

Text why(Open open, const Cost& cost) {
    switch (open) {
        case Open::amount: return say(message::unknown_for_amount, {silence_in(cost)});
        case Open::totals: return say(message::unknown_for_totals);
        case Open::index: return say(message::unknown_for_index);
        case Open::base_year: return say(message::unknown_for_base_year);
        case Open::key: return say(message::unknown_for_key);
        case Open::parts: return say(message::unknown_for_parts);
        case Open::whom: return say(message::unknown_for_whom);
        case Open::too_large: return say(message::unknown_for_too_large);
        case Open::none: break;
    }
    return {};
}

Text said(const Figure& figure) { return figure.known() ? euros(*figure.cents) : say(message::costs_unknown); }

/// Known amounts together, where others are not known: that they are.
struct Sum {
    Figure all{0}, known{0};
    bool some_known = false;

    void add(const Figure& figure) {
        all = money::sum(all, figure);
        if (!figure.known()) return;
        known = money::sum(known, figure);
        some_known = true;
    }
    Cell cell() const {
        if (all.known()) return Cell(euros(*all.cents));
        Cell out(say(message::costs_unknown), {}, Cell::Mark::open);
        if (some_known && known.known()) out.lines.push_back({say(message::costs_known, {euros(*known.cents)}), {}});
        return out;
    }
};

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
            cover(situation.budget);
            ceilings(situation.budget);
            settlements(situation);
            open_points(situation);
            not_counted(situation);
        }
        how();
    }

   private:
    void paragraph(Text text) { out_.document.blocks.emplace_back(Paragraph{Cell(std::move(text))}); }

    Text title(CostId id) const {
        auto out = analysis::title_of(m_[id]);
        return out.empty() ? printable(m_[id].name) : out;
    }

    /// How often, in which prices, how sure: what makes an amount another one.
    Text basis(const Cost& cost) const {
        using Word = syntax::Word;
        std::vector<Text> parts;
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

    void begin(Table& table, Cell name, const std::vector<Span>& from) const {
        table.rows.push_back({std::move(name)});
        table.origins.push_back(frame_.origins(from));
    }

    Cell amount_cell(const Due& due) {
        const auto& cost = m_[due.cost];
        const auto said_here =
            cost.amounts.size() == 1 ? part_said(cost.amounts.front(), due.figure) : said(due.figure);
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
            Cell name(title(id));
            if (const auto more = basis(cost); !more.empty()) name.lines.push_back({more, {}});
            begin(out, std::move(name), {cost.span});
            for (const auto& column : budget.columns) {
                const auto* due = due_in(column, id);
                out.rows.back().push_back(due != nullptr ? amount_cell(*due) : Cell());
            }
            for (std::size_t i = 0; cost.amounts.size() > 1 && i < cost.amounts.size(); ++i) {
                const auto& label = cost.amounts[i].label;
                begin(out,
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
            begin(out, Cell(say(message::costs_together)), {});
            for (const auto& column : budget.columns) {
                Sum sum;
                for (const auto& due : column.dues)
                    if (std::find(all.begin(), all.end(), due.cost) != all.end()) sum.add(due.figure);
                out.rows.back().push_back(column.dues.empty() ? Cell() : sum.cell());
            }
        }
        out_.document.blocks.emplace_back(std::move(out));
    }

    /// What is not stated in the word of the paper: `niet openbaar`.
    static Text part_said(const LabelledAmount& amount, const Figure& figure) {
        return !figure.known() && amount.silence != Silence::none ? name_of(amount.silence) : said(figure);
    }

    // ---- who bears it -------------------------------------------------------------------------------------------

    Text name(const Bearer& bearer) const {
        return bearer.party ? parties_said(m_, {*bearer.party}) : printable(bearer.who);
    }

    struct Payer {
        std::optional<PartyId> party;
        std::string who;
    };

    static const Figure* of(const Due& due, const Payer& payer) {
        for (const auto& bearer : due.bearers)
            if (bearer.party == payer.party && bearer.who == payer.who) return &bearer.figure;
        return nullptr;
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
            out.groups.emplace_back(out.rows.size(), name({payer.party, payer.who, {}}));
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
                if (any) row(out, budget, title(id), {m_[id].span}, rest);
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
            row(out, budget, title(id), {m_[id].span}, share);
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
        begin(out, Cell(say(message::costs_together)), {});
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
        begin(out, Cell(std::move(name)), from);
        for (const auto& column : budget.columns) {
            const std::optional<Figure> figure = figure_of(column);
            out.rows.back().push_back(
                figure ? Cell(said(*figure), {}, figure->known() ? Cell::Mark::none : Cell::Mark::open) : Cell());
        }
    }

    // ---- cover, ceilings, settlement ----------------------------------------------------------------------------

    Text adopted(const Cost& cost) const {
        if (!cost.cover_by.valid())
            return say(cost.cover_pending ? message::cover_pending_said : message::cover_not_stated);
        const auto& decision = m_[cost.cover_by];
        const bool silent = decision.status == Status::decided && !money::is_taken(decision);
        return say(message::cover_decided,
                   {title_of_row(decision), silent ? say(message::cover_not_taken) : name_of(decision.status)});
    }

    void cover(const money::Budget& budget) {
        Table out;
        out.caption = say(message::caption_cover);
        out.columns = {say(message::column_item), say(message::column_amount), say(message::column_covered),
                       say(message::column_uncovered), say(message::column_adopted)};
        for (const auto id : items(budget)) {
            const auto& cost = m_[id];
            if (cost.cover.empty() && !cost.cover_pending && !cost.cover_by.valid()) continue;
            begin(out, Cell(title(id)), {cost.span});
            auto& cells = out.rows.back();
            const auto whole = money::whole_of(cost);
            cells.emplace_back(said(whole));
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
        if (!out.rows.empty()) out_.document.blocks.emplace_back(std::move(out));
    }

    void ceilings(const money::Budget& budget) {
        Table out;
        out.caption = say(message::caption_ceilings);
        out.columns = {say(message::column_ceiling), say(message::column_year), say(message::column_together),
                       say(message::column_above)};
        for (const auto& column : budget.columns)
            for (const auto& each : column.ceilings) {
                const auto& ceiling = m_.cost_ceilings[each.ceiling];
                begin(out, Cell(joined({title_of_row(ceiling), euros(*ceiling.cents)}, ": ")), {ceiling.span});
                auto& cells = out.rows.back();
                cells.emplace_back(years_said(column));
                cells.emplace_back(said(each.together));
                cells.emplace_back(said(each.above), std::vector<std::size_t>{},
                                   each.above == Figure{0} ? Cell::Mark::none : Cell::Mark::attention);
            }
        if (!out.rows.empty()) out_.document.blocks.emplace_back(std::move(out));
    }

    Cell verdict(const Settled& row) const {
        using Verdict = Settled::Verdict;
        const auto base = [&](const Settled::Base& each) {
            return each.label.empty() ? say(message::settle_whole, {said(each.from)})
                                      : say(message::settle_part, {Text(each.label), said(each.from)});
        };
        Cell out;
        const auto line = [&](Text text) { out.lines.push_back({std::move(text), {}}); };
        switch (row.verdict) {
            case Verdict::no_agreement: line(say(message::settle_none)); return out;
            case Verdict::within:
                line(row.bases.size() > 1 ? say(message::settle_never)
                     : row.bases.empty() || !row.bases.front().limit.known()
                         ? say(message::settle_wrong_way)
                         : say(message::settle_within, {said(row.bases.front().limit)}));
                break;
            case Verdict::settled: {
                const auto& agreement = m_.settlements[row.settlement];
                if (!row.excess.known() && agreement.excess_only.value_or(true))
                    line(say(message::settle_open_amount));
                else if (row.bases.size() > 1)
                    line(say(message::settle_always, {said(row.whole)}));
                else if (agreement.excess_only || row.whole == row.excess)
                    line(say(message::settle_all,
                             {said(agreement.excess_only.value_or(false) ? row.excess : row.whole)}));
                else
                    line(say(message::settle_either, {said(row.whole), said(row.excess)}));
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
                                               {base(each), said(each.limit)}));
        for (const auto& bearer : row.bearers) {
            if (!bearer.figure.known() || *bearer.figure.cents == 0 || !shows(bearer)) continue;
            const auto cents = *bearer.figure.cents;
            line(say(cents > 0 ? message::settle_pays : message::settle_receives,
                     {name(bearer), euros(cents > 0 ? cents : -cents)}));
        }
        return out;
    }

    void settlements(const Costs::Situation& situation) {
        if (situation.settled.empty()) return;
        Table out;
        out.caption = say(message::caption_settled);
        out.columns = {say(message::column_item),   say(message::column_year),      say(message::column_budgeted),
                       say(message::column_actual), say(message::column_deviation), say(message::column_settlement)};
        const auto shown = items(situation.budget);
        for (const auto& row : situation.settled) {
            if (!only_.empty() && std::find(shown.begin(), shown.end(), row.cost) == shown.end()) continue;
            auto from = row.from;
            if (row.settlement != ~0u) from.push_back(m_.settlements[row.settlement].span);
            begin(out, Cell(title(row.cost)), from);
            auto& cells = out.rows.back();
            cells.emplace_back(Text(std::to_string(row.year)));
            for (const auto* figure : {&row.budgeted, &row.actual, &row.difference}) cells.emplace_back(said(*figure));
            cells.push_back(verdict(row));
        }
        if (!out.rows.empty()) out_.document.blocks.emplace_back(std::move(out));
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
            out.items.emplace_back(always
                                       ? say(message::function_line, {title(each.cost), why(each.open, m_[each.cost])})
                                       : say(message::costs_open_line,
                                             {title(each.cost), listed(each.years), why(each.open, m_[each.cost])}));
        }
        for (const auto id : items(situation.budget))
            if (!m_[id].unit)
                out.items.emplace_back(say(message::rounding_unclear, {title(id), words(m_[id].rounded)}));
        if (out.items.empty()) return;
        out_.document.blocks.emplace_back(Paragraph{Cell(say(message::costs_open))});
        out_.document.blocks.emplace_back(std::move(out));
    }

    void not_counted(const Costs::Situation& situation) {
        std::vector<Text> names;
        for (const auto id : situation.budget.not_counted) {
            auto status = m_[id].status;
            if (m_[id].cooperation.valid()) status = std::min(status, m_[m_[id].cooperation].status);
            names.push_back(status == Status::decided ? title(id) : joined({title(id), name_of(status)}, ", "));
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
