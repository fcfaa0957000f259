#include "report/compared_costs.hpp"

#include <algorithm>
#include <set>

#include "diagnostics/messages/appendix.hpp"
#include "diagnostics/messages/compared.hpp"
#include "diagnostics/messages/costs.hpp"
#include "money/budget.hpp"
#include "report/costs.hpp"
#include "report/phrases.hpp"

namespace belegd::report {
namespace {

using namespace model;
using money::Budget;
using money::Column;
using money::Figure;

/// What one payer bears, or everybody together, in a column of a budget; nothing where there is none.
using Totals = std::vector<std::pair<Text, Figure>>;

Totals totals(const Model& model, const Column* column) {
    Totals out;
    if (column == nullptr) return out;
    const auto add = [&](const Text& who, const Figure& figure) {
        auto known = std::find_if(out.begin(), out.end(), [&](const auto& each) { return each.first == who; });
        if (known == out.end())
            out.emplace_back(who, figure);
        else
            known->second = money::sum(known->second, figure);
    };
    for (const auto& due : column->dues) {
        for (const auto& bearer : due.bearers)
            add(bearer.party ? parties_said(model, {*bearer.party}) : printable(bearer.who), bearer.figure);
        if (due.undivided != Figure{0}) add(say(message::compared_undivided), due.undivided);
    }
    for (const auto& due : column->dues) add(say(message::compared_all), due.figure);
    return out;
}

Cell amount(const Figure* figure) {
    if (figure == nullptr) return {};
    return figure->known() ? Cell(euros(*figure->cents)) : Cell(say(message::costs_unknown), {}, Cell::Mark::open);
}

const Figure* of(const Totals& all, const Text& who) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.first == who; });
    return found == all.end() ? nullptr : &found->second;
}

const Column* kind_of(const Budget& budget, Column::Kind kind) {
    for (const auto& each : budget.columns)
        if (each.kind == kind) return &each;
    return nullptr;
}

/// Years in which neither changes, the first and the last; without a last they go on.
struct Stretch {
    int first;
    std::optional<int> last;
};

std::vector<Stretch> stretches(const Budget& a, const Budget& b) {
    std::set<int> begins;
    bool goes_on = false;
    int end = 0;
    for (const auto* budget : {&a, &b})
        for (const auto& each : budget->columns) {
            if (each.kind == Column::Kind::no_year || each.kind == Column::Kind::every_year) continue;
            begins.insert(each.first);
            if (each.kind == Column::Kind::onwards)
                goes_on = true;
            else
                begins.insert(each.last + 1), end = std::max(end, each.last);
        }
    std::vector<Stretch> out;
    for (auto at = begins.begin(); at != begins.end(); ++at) {
        const auto next = std::next(at);
        if (next != begins.end())
            out.push_back({*at, *next - 1});
        else if (goes_on)
            out.push_back({*at, std::nullopt});
    }
    return out;
}

}  // namespace

void compared_costs(Document& out, const Side& before, const Side& after) {
    const auto a = money::budget(before.frame.world(before.variant));
    const auto b = money::budget(after.frame.world(after.variant));
    if (a.columns.empty() && b.columns.empty()) return;
    Table table;
    table.caption = say(message::caption_compared_costs);
    table.columns = {say(message::compared_who), before.name, after.name, say(message::column_deviation)};
    const auto rows = [&](const Text& years, const Column* one, const Column* other) {
        const auto left = totals(before.frame.model, one), right = totals(after.frame.model, other);
        std::vector<Text> who;
        for (const auto* side : {&left, &right})
            for (const auto& each : *side)
                if (std::find(who.begin(), who.end(), each.first) == who.end()) who.push_back(each.first);
        // Everybody together comes last.
        std::stable_partition(who.begin(), who.end(),
                              [](const Text& each) { return each != say(message::compared_all); });
        if (who.empty()) return;
        bool headed = false;
        for (const auto& each : who) {
            const auto *was = of(left, each), *is = of(right, each);
            const Figure none{0};
            const auto from = was == nullptr ? none : *was, to = is == nullptr ? none : *is;
            const auto difference = from.known() && to.known() ? Figure::of(money::plus(*to.cents, -*from.cents))
                                    : from.known()             ? to
                                                               : from;
            if (difference == none || (!from.known() && from == to)) continue;
            if (!headed) table.groups.emplace_back(table.rows.size(), years);
            headed = true;
            table.rows.push_back({Cell(each), amount(was), amount(is), amount(&difference)});
        }
    };
    for (const auto& each : stretches(a, b)) {
        Column column;
        column.kind = each.last ? Column::Kind::years : Column::Kind::onwards;
        column.first = each.first;
        column.last = each.last.value_or(each.first);
        rows(years_said(column), a.of(each.first), b.of(each.first));
    }
    if (stretches(a, b).empty()) {
        Column column;
        column.kind = Column::Kind::every_year;
        rows(years_said(column), kind_of(a, column.kind), kind_of(b, column.kind));
    }
    Column column;
    column.kind = Column::Kind::no_year;
    rows(years_said(column), kind_of(a, column.kind), kind_of(b, column.kind));
    out.blocks.emplace_back(Heading{2, say(message::compared_costs)});
    if (table.rows.empty()) {
        out.blocks.emplace_back(Paragraph{Cell(say(message::compared_costs_same))});
        return;
    }
    out.blocks.emplace_back(std::move(table));
}

}  // namespace belegd::report
