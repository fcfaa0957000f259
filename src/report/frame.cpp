#include "report/frame.hpp"

#include "checks/open_lists.hpp"
#include "diagnostics/messages/reports.hpp"
#include "model/describe.hpp"

namespace belegd::report {

using namespace model;

Frame::Frame(const analysis::Analysis& all, const Overview& about, Extent extent)
    : analysis(all),
      model(all.model),
      what(about),
      tasks(model.leaf_tasks.size()),
      functions(model.leaf_functions.size()),
      brief(extent == Extent::brief) {
    for (const auto id : what.tasks) tasks |= model[id].leaves;
    for (const auto id : what.functions) functions |= model[id].leaves;
    if (what.functions.empty())
        tasks.each([&](std::size_t leaf) { functions |= model[model.leaf_tasks[leaf]].needed; });
    const auto& slices = analysis.coverage.slices;
    day = what.reference_day.value_or(slices.empty() ? model.horizon : slices.back());
}

Text Frame::place(const Text& heading, PartyId party) const {
    return what.parties.size() > 1 ? say(message::heading_for, {heading, Text(model[party].name)}) : heading;
}

const graph::Answer* Frame::answer(VariantId variant, PartyId party, std::size_t leaf, std::size_t function) const {
    for (const auto* run :
         analysis.subject->runs(analysis.subject->view(variant), party, static_cast<std::uint32_t>(function)))
        if (run->tasks.has(leaf) && run->days.contains(day)) return &analysis.subject->answer(*run);
    return nullptr;
}

std::optional<Text> Frame::left_open(VariantId column, PartyId party, std::size_t leaf, std::size_t function,
                                     const graph::Answer& answer) const {
    if (!graph::is_implicit(answer.state)) return std::nullopt;
    BitSet one(model.leaf_tasks.size());
    one.set(leaf);
    const auto open = checks::what_is_open(*analysis.subject, analysis.subject->view(column), party,
                                           static_cast<std::uint32_t>(function), day, one);
    if (open.empty()) return std::nullopt;
    return checks::why_said(open.front());
}

Said Frame::cell_said(VariantId column, PartyId party, std::size_t leaf, std::size_t function,
                      const graph::Answer& answer) const {
    auto out = answer_said(model, answer, party);
    if (const auto why = left_open(column, party, leaf, function, answer)) {
        out.text = say(message::open_list_cell, {*why, actors_said(model, answer.holders, party)});
        out.mark = Cell::Mark::open;
    }
    return out;
}

Cell Frame::cell(const std::vector<Said>& lines) {
    if (!brief) return notes.cell(lines);
    auto bare = lines;
    for (auto& line : bare) line.notes.clear();
    return notes.cell(bare);
}

std::vector<std::pair<Text, std::vector<std::size_t>>> Frame::groups() const {
    std::vector<std::pair<Text, std::vector<std::size_t>>> out;
    tasks.each([&](std::size_t leaf) {
        const auto parent = model[model.leaf_tasks[leaf]].parent;
        const auto name = parent.valid() ? title_of(model, parent) : Text();
        if (out.empty() || !(out.back().first == name)) out.push_back({name, {}});
        out.back().second.push_back(leaf);
    });
    return out;
}

Cell Frame::row_name(const Row& row) const {
    Cell out;
    for (const auto leaf : row.leaves) out.lines.push_back({title_of(model, model.leaf_tasks[leaf]), {}});
    return out;
}

bool stays(const graph::Answer& answer) {
    return answer.state == graph::State::by_law ||
           (answer.chain.size() == 1 && answer.chain.front().kind == TransferKind::keeps);
}

}  // namespace belegd::report
