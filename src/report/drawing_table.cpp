#include "diagnostics/messages/appendix.hpp"
#include "diagnostics/messages/drawing.hpp"
#include "report/drawing.hpp"
#include "report/wording.hpp"

namespace belegd::report {
namespace {

Text change_said(Drawing::Change change) {
    switch (change) {
        case Drawing::Change::stays: return say(message::drawn_stays);
        case Drawing::Change::goes: return say(message::drawn_goes);
        case Drawing::Change::comes: return say(message::drawn_comes);
    }
    return {};
}

}  // namespace

Text lead_of(const Drawing& drawing, const Drawing::Line& line) {
    const auto mark = mark_name(line.mark);
    return drawing.difference ? joined({change_said(line.change), mark}, ", ") : mark;
}

Document drawing_in_words(const Drawing& drawing) {
    Document out;
    out.title = drawing.title;
    out.blocks.emplace_back(Paragraph{Cell(drawing.about)});
    for (const auto& said : drawing.said)
        out.blocks.emplace_back(Paragraph{{sentence(said), {}, Cell::Mark::attention}});
    Table table;
    table.caption = say(message::drawn_caption);
    table.columns = {say(message::drawn_whose), say(message::column_part), say(message::drawn_how),
                     say(message::drawn_who), say(message::drawn_under)};
    if (drawing.difference) table.columns.push_back(say(message::drawn_change));
    const auto row = [&](const Text& whose, const Drawing::Line& line, const Text& who, const Text& under) {
        Cell how;
        how.lines.push_back({line.how, {}, mark_name(line.mark)});
        if (is_loss(line.mark)) how.mark = Cell::Mark::attention;
        std::vector<Cell> cells{Cell(whose), Cell(line.part), how, Cell(who), Cell(under)};
        if (drawing.difference) cells.emplace_back(change_said(line.change));
        table.rows.push_back(std::move(cells));
    };
    const auto titles = [](const std::vector<Drawing::Box>& of, const std::vector<std::size_t>& which) {
        std::vector<Text> all;
        all.reserve(which.size());
        for (const auto each : which) all.push_back(of[each].title);
        return joined(all, "; ");
    };
    for (const auto& arrow : drawing.arrows) {
        const auto& under = drawing.cooperations[arrow.cooperation];
        for (const auto& line : arrow.lines)
            row(arrow.whose, line, titles(drawing.doers, arrow.to),
                under.title.empty() ? say(message::drawn_outside)
                                    : say(message::drawn_titled, {under.title, under.form}));
    }
    for (const auto& box : drawing.owners)
        for (const auto& line : box.own) row(box.title, line, say(message::drawn_itself), Text("–"));
    if (table.rows.empty()) return out;
    out.blocks.emplace_back(std::move(table));
    if (!drawing.legend.empty()) out.blocks.emplace_back(Paragraph{Cell(drawing.legend)});
    return out;
}

}  // namespace belegd::report
