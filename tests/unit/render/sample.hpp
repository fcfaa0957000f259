#pragma once

#include "report/document.hpp"

/// Small documents for the tests of the renderers.
namespace belegd::sample {

inline report::Cell cell(Text text, std::vector<std::size_t> notes = {}) { return {std::move(text), std::move(notes)}; }

inline report::Cell marked(Text text, report::Cell::Mark mark) { return {std::move(text), {}, mark}; }

/// Two tasks in two groups, one thing unassigned, one source.
inline report::Table comparison() {
    report::Table table;
    table.caption = {"Wat verandert voor Voorschoten", "What changes for Voorschoten"};
    table.columns = {{"Taak", "Task"}, {"Huidig", "Present"}, {"Kosten", "Costs"}};
    table.rows = {{cell({"bijstand", "assistance"}), cell("Leiden", {1, 2}), cell("€ 758.825")},
                  {cell({"re-integratie", "reintegration"}),
                   marked({"onbelegd: niemand\nis aangewezen", "unassigned"}, report::Cell::Mark::attention),
                   cell("€ 57.348", {1})}};
    table.groups = {{0, {"Inkomen", "Income"}}, {1, {"Werk", "Work"}}};
    return table;
}

/// One block of each kind.
inline report::Document overview() {
    report::Document document;
    document.title = {"Overzicht taken", "Overview of tasks"};
    report::Sheet sheet;
    sheet.rows = {{{"Vorm", "Form"}, marked({"niet vermeld", "not stated"}, report::Cell::Mark::open)},
                  {{"Deelnemers", "Participants"}, cell("Leiden", {2})}};
    document.blocks = {
        report::Heading{1, document.title},
        report::Paragraph{cell({"Op 1 juni 2023.", "On 1 June 2023."}, {1})},
        report::Heading{2, {"Vergelijking", "Comparison"}},
        comparison(),
        report::Heading{3, {"Dienst", "Service"}},
        sheet,
        report::Bullets{{cell({"Wie beslist?", "Who decides?"}), cell({"Sinds wanneer?", "Since when?"})}}};
    document.notes = {{"Raadsvoorstel 641951", "Council proposal 641951"}, {"Wgr art 8", "Wgr art 8"}};
    return document;
}

inline report::Document with(report::Block block) {
    report::Document document;
    document.blocks.emplace_back(std::move(block));
    return document;
}

}  // namespace belegd::sample
