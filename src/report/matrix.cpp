#include "report/matrix.hpp"

#include <algorithm>

#include "checks/beginning.hpp"
#include "diagnostics/messages/reports.hpp"
#include "model/describe.hpp"

namespace belegd::report {

using namespace model;

namespace {

/// The articles of the statutory holder of these tasks on the day, or nothing.
std::optional<Text> law_note(const Frame& frame, PartyId party, const std::vector<std::size_t>& leaves,
                             std::uint32_t function) {
    const auto& model = frame.model;
    std::vector<std::pair<Text, BitSet>> all;
    for (const auto leaf : leaves) {
        const auto holder = grounds_by_law(model, party, model.leaf_tasks[leaf], function, frame.day);
        if (!holder || !model[model.leaf_tasks[leaf]].needed.has(function)) continue;
        const auto articles = listed(articles_said(model, *holder));
        if (articles.empty()) continue;
        auto same = std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.first == articles; });
        if (same == all.end()) same = all.insert(all.end(), {articles, BitSet(model.leaf_tasks.size())});
        same->second.set(leaf);
    }
    if (all.empty()) return std::nullopt;
    std::size_t count = 0;
    for (const auto& each : all) count += each.second.count();
    if (all.size() == 1 && count == leaves.size()) return say(message::law_note, {all.front().first});
    std::vector<Text> parts;
    parts.reserve(all.size());
    for (const auto& each : all)
        parts.push_back(say(message::law_of_tasks, {each.first, tasks_of(model, each.second)}));
    return say(message::law_note, {joined(parts, "; ")});
}

}  // namespace

void matrix(Document& out, Frame& frame, PartyId party, VariantId column) {
    const auto& model = frame.model;
    out.blocks.emplace_back(
        Heading{2, frame.place(say(message::heading_matrix, {situation_said(model, column)}), party)});
    // A function that no cooperation touches is said below the table, not in a column.
    std::vector<std::uint32_t> columns;
    std::vector<Said> by_law;
    frame.functions.each([&](std::size_t at) {
        const auto function = static_cast<std::uint32_t>(at);
        bool touched = false;
        std::vector<Actor> holders;
        std::vector<std::size_t> leaves;
        frame.tasks.each([&](std::size_t leaf) {
            const auto* found = frame.answer(column, party, leaf, function);
            if (found == nullptr) return;
            leaves.push_back(leaf);
            touched = touched || found->state != graph::State::by_law ||
                      frame.left_open(column, party, leaf, function, *found).has_value();
            for (const auto& holder : found->holders)
                if (std::find(holders.begin(), holders.end(), holder) == holders.end()) holders.push_back(holder);
        });
        if (touched) columns.push_back(function);
        if (touched || holders.empty()) return;
        Said said{say(message::function_line,
                      {name_of(model, model.leaf_functions[function]), actors_said(model, holders, party)}),
                  {},
                  Cell::Mark::none};
        if (const auto note = law_note(frame, party, leaves, function)) said.note(*note);
        by_law.push_back(std::move(said));
    });
    Table table;
    table.caption = say(message::caption_matrix,
                        {parties_said(model, {party}), situation_said(model, column), spelled(frame.asked)});
    table.columns = {say(message::column_task)};
    table.across = say(message::column_function);
    table.about = {{say(message::kind_municipality), parties_said(model, {party})},
                   {say(message::sheet_situation), situation_said(model, column)}};
    for (const auto function : columns) table.columns.push_back(name_of(model, model.leaf_functions[function]));
    for (const auto& group : frame.groups()) {
        if (!group.first.empty()) table.groups.emplace_back(table.rows.size(), group.first);
        auto rows = rows_of(group.second, [&](std::size_t leaf) {
            std::vector<std::vector<Said>> cells;
            for (const auto function : columns) {
                const auto* found = frame.answer(column, party, leaf, function);
                cells.push_back({found == nullptr ? Said{say(message::not_applicable), {}, Cell::Mark::none}
                                                  : frame.cell_said(column, party, leaf, function, *found)});
            }
            return cells;
        });
        for (auto& row : rows) {
            std::vector<Cell> written{frame.row_name(row)};
            for (std::size_t i = 0; i < columns.size(); ++i) {
                const auto* found = frame.answer(column, party, row.leaves.front(), columns[i]);
                if (found != nullptr && (stays(*found) || found->state == graph::State::unassigned))
                    if (const auto note = law_note(frame, party, row.leaves, columns[i]))
                        row.cells[i].front().note(*note);
                written.push_back(frame.cell(row.cells[i]));
            }
            table.rows.push_back(std::move(written));
        }
    }
    if (!columns.empty()) out.blocks.emplace_back(std::move(table));
    if (columns.empty() && by_law.empty()) {
        const auto why = checks::why_no_cell(model, {party}, frame.day, frame.tasks, frame.functions);
        out.blocks.emplace_back(Paragraph{why.empty() ? say(message::not_applicable) : joined(why, "; ")});
    }
    if (by_law.empty()) return;
    by_law.insert(by_law.begin(), {say(message::by_law_line), {}, Cell::Mark::none});
    out.blocks.emplace_back(Paragraph{frame.cell(by_law)});
}

}  // namespace belegd::report
