#pragma once
// Amounts of money in words. Internal to report/.

#include "analysis/in_titles.hpp"
#include "diagnostics/messages/costs.hpp"
#include "diagnostics/messages/reports.hpp"
#include "money/budget.hpp"
#include "report/frame.hpp"
#include "report/phrases.hpp"

namespace belegd::report {

/// Why an amount of an item is not known.
Text why_unknown(money::Open open, const model::Cost& cost);
Text figure_said(const money::Figure& figure);
/// What is not stated in the word of the paper: `niet openbaar`.
Text part_said(const model::LabelledAmount& amount, const money::Figure& figure);
/// `€ 12,50 per inwoner`
Text price_said(const model::LabelledAmount& amount);
Text cost_title(const model::Model& model, model::CostId id);
Text bearer_named(const model::Model& model, const money::Bearer& bearer);
/// A row of a table with its name, and the lines of the model that it rests on.
void begin_row(const Frame& frame, Table& table, Cell name, const std::vector<Span>& from);

/// Known amounts together, where others are not known: that they are.
struct Sum {
    money::Figure all{0}, known{0};
    bool some_known = false;

    void add(const money::Figure& figure) {
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

}  // namespace belegd::report
