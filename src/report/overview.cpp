#include "report/overview.hpp"

#include <algorithm>
#include <optional>

#include "model/describe.hpp"
#include "report/open_points.hpp"
#include "report/sheet.hpp"
#include "report/wording.hpp"
#include "rules/open_lists.hpp"

namespace belegd::report {
namespace {

using namespace model;

class Builder {
   public:
    Builder(const rules::Analysis& analysis, const Overview& what) : a_(analysis), m_(analysis.model), what_(what) {
        tasks_ = BitSet(m_.leaf_tasks.size());
        for (const auto id : what.tasks) tasks_ |= m_[id].leaves;
        functions_ = BitSet(m_.leaf_functions.size());
        for (const auto id : what.functions) functions_ |= m_[id].leaves;
        if (what.functions.empty())
            tasks_.each([&](std::size_t leaf) { functions_ |= m_[m_.leaf_tasks[leaf]].needed; });
        day_ = what.reference_day.value_or(last_change());
    }

    Document document() {
        Document out;
        out.title = what_.title;
        std::vector<Text> columns;
        for (const auto column : what_.columns) columns.push_back(introduced(column));
        out.blocks.emplace_back(Paragraph{
            say(Message::overview_lead, {parties_of(m_, what_.parties), spelled(day_), joined(columns, "; ")})});
        for (const auto party : what_.parties) comparison(out, party);
        for (const auto party : what_.parties)
            for (const auto column : what_.columns) matrix(out, party, column);
        sheets(out);
        open_points(out, a_, what_, tasks_, functions_, day_, [&](CooperationId id) { return concerns(id); });
        out.notes = notes_.all();
        return out;
    }

   private:
    /// Without a day of its own an overview looks at the last situation of the model.
    Day last_change() const { return a_.coverage.slices.empty() ? m_.horizon : a_.coverage.slices.back(); }

    Text place(const Text& heading, PartyId party) const {
        return what_.parties.size() > 1 ? say(Message::heading_for, {heading, Text(m_[party].name)}) : heading;
    }

    const graph::Answer* answer(VariantId variant, PartyId party, std::size_t leaf, std::uint32_t function) const {
        for (const auto* run : a_.subject->runs(a_.subject->view(variant), party, function))
            if (run->tasks.has(leaf) && run->days.contains(day_)) return &a_.subject->answer(*run);
        return nullptr;
    }

    /// What a cell answers; where an open list may settle it, that it cannot be said.
    Said cell_said(VariantId column, PartyId party, std::size_t leaf, std::uint32_t function,
                   const graph::Answer& answer) const {
        auto out = answer_said(m_, answer, party);
        if (answer.state != graph::State::unassigned) return out;
        BitSet one(m_.leaf_tasks.size());
        one.set(leaf);
        if (rules::cannot_be_said(*a_.subject, a_.subject->view(column), party, function, day_, one))
            out.text = say(Message::open_list_cell, {actors_said(m_, answer.holders, party)});
        return out;
    }

    /// With its own name, by which cells and findings speak of it.
    Text introduced(VariantId column) const {
        if (!column.valid() || m_[column].title.empty() || m_[column].title == Text(m_[column].name))
            return situation_said(m_, column);
        return say(Message::introduced, {situation_said(m_, column), Text(m_[column].name)});
    }

    static bool stays(const graph::Answer& answer) {
        return answer.state == graph::State::by_law ||
               (answer.chain.size() == 1 && answer.chain.front().kind == TransferKind::keeps);
    }

    /// Functions about which the same is said in the same situations.
    struct Same {
        BitSet functions;
        std::vector<VariantId> columns;
        Said said;
    };

    Text function_line(const Same& same) const {
        return say(Message::function_line, {functions_of(m_, same.functions), same.said.text});
    }

    static void add_notes_of(const Said& from, Said& to) {
        for (const auto& note : from.notes) to.note(note);
    }

    /// What went elsewhere or lies open in one situation, as lines `uitvoering: Leiden (mandaat van college)`.
    std::vector<Said> lines(VariantId column, PartyId party, std::size_t leaf) const {
        std::vector<Same> moved, kept;
        bool any = false;
        functions_.each([&](std::size_t function) {
            const auto* found = answer(column, party, leaf, static_cast<std::uint32_t>(function));
            if (found == nullptr) return;
            any = true;
            if (found->state == graph::State::by_law) return;
            auto said = cell_said(column, party, leaf, static_cast<std::uint32_t>(function), *found);
            auto& all = stays(*found) ? kept : moved;
            auto same =
                std::find_if(all.begin(), all.end(), [&](const Same& each) { return each.said.text == said.text; });
            if (same == all.end())
                same = all.insert(all.end(), {BitSet(m_.leaf_functions.size()), {}, std::move(said)});
            else
                add_notes_of(said, same->said);
            same->functions.set(function);
        });
        // What is kept in so many words is said beside what stays; here only where nothing else is to be said.
        std::vector<Said> out;
        for (const auto& same : moved.empty() ? kept : moved)
            out.push_back({function_line(same), same.said.notes, same.said.mark});
        if (out.empty()) out.push_back({say(any ? Message::all_stays : Message::not_applicable), {}, Cell::Mark::none});
        return out;
    }

    bool conditional(const graph::Answer& answer) const {
        return std::any_of(answer.chain.begin(), answer.chain.end(), [&](const graph::Step& step) {
            return std::any_of(step.by.begin(), step.by.end(),
                               [&](TransferId id) { return m_[id].condition.has_value(); });
        });
    }

    Said stay_said(const graph::Answer& answer, PartyId party) const {
        if (answer.state != graph::State::unassigned) {
            // Whether it is kept is what counts here; how certain that is, the matrix says.
            auto said = answer_said(m_, answer, party);
            if (!conditional(answer)) said.text = plain_answer(m_, answer, party);
            return said;
        }
        return {say(Message::stays_undesignated, {actors_said(m_, answer.holders, party)}), {}, Cell::Mark::open};
    }

    /// What stays with the municipality, and in which situations if not in all.
    std::vector<Said> staying(PartyId party, std::size_t leaf) const {
        std::vector<Same> all;
        functions_.each([&](std::size_t function) {
            std::vector<Same> here;
            for (const auto column : what_.columns) {
                const auto* found = answer(column, party, leaf, static_cast<std::uint32_t>(function));
                if (found == nullptr || (!stays(*found) && found->state != graph::State::unassigned)) continue;
                auto said = stay_said(*found, party);
                auto same = std::find_if(here.begin(), here.end(),
                                         [&](const Same& each) { return each.said.text == said.text; });
                if (same == here.end())
                    same = here.insert(here.end(), {BitSet(m_.leaf_functions.size()), {}, std::move(said)});
                else
                    add_notes_of(said, same->said);
                same->columns.push_back(column);
            }
            for (auto& each : here) {
                auto same = std::find_if(all.begin(), all.end(), [&](const Same& other) {
                    return other.said.text == each.said.text && other.columns == each.columns;
                });
                if (same == all.end())
                    same = all.insert(all.end(), std::move(each));
                else
                    add_notes_of(each.said, same->said);
                same->functions.set(function);
            }
        });
        std::vector<Said> out;
        for (const auto& same : all) {
            auto line = function_line(same);
            if (same.columns != what_.columns) line = say(Message::only_in, {line, columns_said(same.columns)});
            out.push_back({line, same.said.notes, Cell::Mark::none});
        }
        if (out.empty()) out.push_back({say(Message::nothing), {}, Cell::Mark::none});
        return out;
    }

    Text columns_said(const std::vector<VariantId>& columns) const {
        std::vector<Text> names;
        for (const auto column : columns) names.push_back(name_of(m_, column));
        return listed(names);
    }

    /// What one situation changes in the first, function by function.
    std::vector<Said> changes(VariantId column, PartyId party, std::size_t leaf) const {
        std::vector<Same> all;
        functions_.each([&](std::size_t function) {
            const auto* before = answer(what_.columns.front(), party, leaf, static_cast<std::uint32_t>(function));
            const auto* after = answer(column, party, leaf, static_cast<std::uint32_t>(function));
            if (before == nullptr || after == nullptr) return;
            auto from = short_answer(*before, party), to = short_answer(*after, party);
            if (from == to) {
                if (stays(*before) && stays(*after)) return;
                from = plain_answer(m_, *before, party), to = plain_answer(m_, *after, party);
            }
            if (from == to) return;
            const auto text = say(Message::from_to, {from, to});
            auto same = std::find_if(all.begin(), all.end(), [&](const Same& each) { return each.said.text == text; });
            if (same == all.end()) {
                const bool open = after->state == graph::State::unassigned;
                same = all.insert(
                    all.end(),
                    {BitSet(m_.leaf_functions.size()), {}, {text, {}, open ? Cell::Mark::open : Cell::Mark::none}});
            }
            same->functions.set(function);
        });
        std::vector<Said> out;
        for (const auto& same : all) out.push_back({function_line(same), {}, same.said.mark});
        if (out.empty()) out.push_back({say(Message::no_difference), {}, Cell::Mark::none});
        return out;
    }

    /// Against the first situation; of several others each by itself, those that change the same together.
    std::vector<Said> difference(PartyId party, std::size_t leaf) const {
        std::vector<std::pair<std::vector<VariantId>, std::vector<Said>>> all;
        for (std::size_t i = 1; i < what_.columns.size(); ++i) {
            auto said = changes(what_.columns[i], party, leaf);
            const auto same =
                std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.second == said; });
            if (same == all.end())
                all.push_back({{what_.columns[i]}, std::move(said)});
            else
                same->first.push_back(what_.columns[i]);
        }
        if (what_.columns.size() == 2) return all.front().second;
        std::vector<Said> out;
        for (const auto& each : all)
            for (const auto& line : each.second)
                out.push_back({say(Message::in_situation, {columns_said(each.first), line.text}), {}, line.mark});
        return out;
    }

    Text short_answer(const graph::Answer& answer, PartyId party) const {
        if (answer.state == graph::State::unassigned)
            return say(Message::nobody_short, {actors_said(m_, answer.holders, party)});
        return actors_said(m_, answer.performers, party);
    }

    /// Groups of leaves under the node right below the overview's own tasks.
    std::vector<std::pair<Text, std::vector<std::size_t>>> groups() const {
        std::vector<std::pair<Text, std::vector<std::size_t>>> out;
        tasks_.each([&](std::size_t leaf) {
            const auto parent = m_[m_.leaf_tasks[leaf]].parent;
            const auto name = parent.valid() ? m_[parent].title : Text();
            if (out.empty() || !(out.back().first == name)) out.push_back({name, {}});
            out.back().second.push_back(leaf);
        });
        return out;
    }

    /// The tasks of one row, and what the other cells say.
    struct Row {
        std::vector<std::size_t> leaves;
        std::vector<std::vector<Said>> cells;
    };

    /// A row for tasks of a group about which the same is to be said.
    template <typename CellsOf>
    std::vector<Row> rows_of(const std::vector<std::size_t>& leaves, CellsOf cells_of) const {
        std::vector<Row> out;
        for (const auto leaf : leaves) {
            auto cells = cells_of(leaf);
            const auto same = std::find_if(out.begin(), out.end(), [&](const Row& row) { return row.cells == cells; });
            if (same == out.end())
                out.push_back({{leaf}, std::move(cells)});
            else
                same->leaves.push_back(leaf);
        }
        return out;
    }

    Cell row_name(const Row& row) const {
        Cell out;
        for (const auto leaf : row.leaves) out.lines.push_back({m_[m_.leaf_tasks[leaf]].title, {}});
        return out;
    }

    void comparison(Document& out, PartyId party) {
        out.blocks.emplace_back(Heading{2, place(say(Message::heading_comparison), party)});
        Table table;
        table.caption = say(Message::caption_comparison, {Text(m_[party].name), spelled(day_)});
        table.columns = {say(Message::column_task)};
        table.across = say(Message::sheet_situation);
        table.about = {{say(Message::kind_municipality), Text(m_[party].name)}};
        for (const auto column : what_.columns) table.columns.push_back(situation_said(m_, column));
        table.columns.push_back(say(Message::column_stays));
        const bool compares = what_.columns.size() > 1;
        if (compares)
            table.columns.push_back(say(Message::column_difference, {situation_said(m_, what_.columns.front())}));
        for (const auto& group : groups()) {
            if (!group.first.empty()) table.groups.emplace_back(table.rows.size(), group.first);
            const auto rows = rows_of(group.second, [&](std::size_t leaf) {
                std::vector<std::vector<Said>> cells;
                for (const auto column : what_.columns) cells.push_back(lines(column, party, leaf));
                cells.push_back(staying(party, leaf));
                if (compares) cells.push_back(difference(party, leaf));
                return cells;
            });
            for (const auto& row : rows) {
                std::vector<Cell> written{row_name(row)};
                for (const auto& cell : row.cells) written.push_back(notes_.cell(cell));
                table.rows.push_back(std::move(written));
            }
        }
        out.blocks.emplace_back(std::move(table));
    }

    /// The articles of the statutory holder of these tasks on the day, or nothing.
    std::optional<Text> law_note(const std::vector<std::size_t>& leaves, std::uint32_t function) const {
        std::vector<std::pair<Text, BitSet>> all;
        for (const auto leaf : leaves) {
            const auto* holder = holder_by_law(m_, m_.leaf_tasks[leaf], function, day_);
            if (holder == nullptr || !m_[m_.leaf_tasks[leaf]].needed.has(function)) continue;
            const auto articles = listed(articles_said(m_, *holder));
            if (articles.empty()) continue;
            auto same = std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.first == articles; });
            if (same == all.end()) same = all.insert(all.end(), {articles, BitSet(m_.leaf_tasks.size())});
            same->second.set(leaf);
        }
        if (all.empty()) return std::nullopt;
        std::size_t count = 0;
        for (const auto& each : all) count += each.second.count();
        if (all.size() == 1 && count == leaves.size()) return say(Message::law_note, {all.front().first});
        std::vector<Text> parts;
        for (const auto& each : all)
            parts.push_back(say(Message::law_of_tasks, {each.first, tasks_of(m_, each.second)}));
        return say(Message::law_note, {joined(parts, "; ")});
    }

    void matrix(Document& out, PartyId party, VariantId column) {
        out.blocks.emplace_back(Heading{2, place(say(Message::heading_matrix, {situation_said(m_, column)}), party)});
        // A function that no cooperation touches is said below the table, not in a column.
        std::vector<std::uint32_t> columns;
        std::vector<Said> by_law;
        functions_.each([&](std::size_t at) {
            const auto function = static_cast<std::uint32_t>(at);
            bool touched = false;
            std::vector<Actor> holders;
            std::vector<std::size_t> leaves;
            tasks_.each([&](std::size_t leaf) {
                const auto* found = answer(column, party, leaf, function);
                if (found == nullptr) return;
                leaves.push_back(leaf);
                touched = touched || found->state != graph::State::by_law;
                for (const auto& holder : found->holders)
                    if (std::find(holders.begin(), holders.end(), holder) == holders.end()) holders.push_back(holder);
            });
            if (touched) columns.push_back(function);
            if (touched || holders.empty()) return;
            Said said{say(Message::function_line,
                          {name_of(m_, m_.leaf_functions[function]), actors_said(m_, holders, party)}),
                      {},
                      Cell::Mark::none};
            if (const auto note = law_note(leaves, function)) said.note(*note);
            by_law.push_back(std::move(said));
        });
        Table table;
        table.caption = say(Message::caption_matrix, {Text(m_[party].name), situation_said(m_, column), spelled(day_)});
        table.columns = {say(Message::column_task)};
        table.across = say(Message::column_function);
        table.about = {{say(Message::kind_municipality), Text(m_[party].name)},
                       {say(Message::sheet_situation), situation_said(m_, column)}};
        for (const auto function : columns) table.columns.push_back(name_of(m_, m_.leaf_functions[function]));
        for (const auto& group : groups()) {
            if (!group.first.empty()) table.groups.emplace_back(table.rows.size(), group.first);
            auto rows = rows_of(group.second, [&](std::size_t leaf) {
                std::vector<std::vector<Said>> cells;
                for (const auto function : columns) {
                    const auto* found = answer(column, party, leaf, function);
                    cells.push_back({found == nullptr ? Said{say(Message::not_applicable), {}, Cell::Mark::none}
                                                      : cell_said(column, party, leaf, function, *found)});
                }
                return cells;
            });
            for (auto& row : rows) {
                std::vector<Cell> written{row_name(row)};
                for (std::size_t i = 0; i < columns.size(); ++i) {
                    const auto* found = answer(column, party, row.leaves.front(), columns[i]);
                    if (found != nullptr && (stays(*found) || found->state == graph::State::unassigned))
                        if (const auto note = law_note(row.leaves, columns[i])) row.cells[i].front().note(*note);
                    written.push_back(notes_.cell(row.cells[i]));
                }
                table.rows.push_back(std::move(written));
            }
        }
        if (!columns.empty()) out.blocks.emplace_back(std::move(table));
        if (by_law.empty()) return;
        by_law.insert(by_law.begin(), {say(Message::by_law_line), {}, Cell::Mark::none});
        out.blocks.emplace_back(Paragraph{notes_.cell(by_law)});
    }

    void sheets(Document& out) {
        std::vector<CooperationId> shown;
        for (const auto column : what_.columns) {
            const auto& view = a_.subject->view(column);
            for (std::uint32_t i = 0; i < m_.cooperations.size(); ++i) {
                const CooperationId id{i};
                if (std::find(shown.begin(), shown.end(), id) != shown.end() || !concerns(id) ||
                    !view.world->visible(m_[id].variant))
                    continue;
                // A version that another replaces from its first day on was never there.
                if (view.world->force(id).empty() && m_.has_versions(id)) continue;
                // What was over by the day looked at says nothing about it.
                if (what_.reference_day && view.world->force(id).until <= *what_.reference_day) continue;
                if (shown.empty()) out.blocks.emplace_back(Heading{2, say(Message::heading_sheets)});
                shown.push_back(id);
                sheet(out, a_, id, what_.columns, notes_);
            }
        }
        loose(out, shown.empty());
    }

    /// What is given outside any cooperation, for those and of those tasks that are shown.
    void loose(Document& out, bool first) {
        std::vector<TransferId> found;
        for (std::uint32_t i = 0; i < m_.transfers.size(); ++i) {
            const auto& x = m_.transfers[i];
            if (x.cooperation.valid() || !x.tasks.intersects(tasks_) || !x.functions.intersects(functions_)) continue;
            const bool shown = std::any_of(what_.columns.begin(), what_.columns.end(), [&](VariantId column) {
                const auto& world = *a_.subject->view(column).world;
                return std::any_of(what_.parties.begin(), what_.parties.end(), [&](PartyId party) {
                    const auto valid = world.validity(x, party);
                    return std::any_of(valid.begin(), valid.end(), [&](Period days) { return day_ < days.until; });
                });
            });
            const bool said =
                std::any_of(found.begin(), found.end(), [&](TransferId id) { return m_[id].statement == x.statement; });
            if (shown && !said) found.push_back({i});
        }
        if (found.empty()) return;
        if (first) out.blocks.emplace_back(Heading{2, say(Message::heading_sheets)});
        loose_sheet(out, a_, found, notes_);
    }

    /// A cooperation belongs in the overview when one of its participants is shown and it speaks of the tasks.
    bool concerns(CooperationId id) const {
        const auto& cooperation = m_[id];
        const bool party =
            std::any_of(cooperation.participants.begin(), cooperation.participants.end(), [&](const Participant& p) {
                return std::find(what_.parties.begin(), what_.parties.end(), p.party) != what_.parties.end();
            });
        if (!party) return false;
        bool task = cooperation.scopes.empty() && a_.subject->transfers_of(id).empty();
        for (const auto& scope : cooperation.scopes) task = task || scope.tasks.intersects(tasks_);
        for (const auto transfer : a_.subject->transfers_of(id)) task = task || m_[transfer].tasks.intersects(tasks_);
        return task;
    }

    const rules::Analysis& a_;
    const Model& m_;
    const Overview& what_;
    BitSet tasks_, functions_;
    Day day_;
    Notes notes_;
};

}  // namespace

Document overview(const rules::Analysis& analysis, const Overview& what) {
    auto filled = what;
    const auto whole = whole_overview(analysis.model);
    if (filled.parties.empty()) filled.parties = whole.parties;
    if (filled.tasks.empty()) filled.tasks = whole.tasks;
    if (filled.columns.empty()) filled.columns = whole.columns;
    return Builder(analysis, filled).document();
}

Overview whole_overview(const Model& model) {
    Overview out;
    out.name = "overzicht";
    out.title = say(Message::whole_title);
    BitSet tasks(model.leaf_tasks.size());
    for (const auto& cooperation : model.cooperations) {
        for (const auto& scope : cooperation.scopes) tasks |= scope.tasks;
        for (const auto& participant : cooperation.participants)
            if (model[participant.party].kind == Party::Kind::municipality &&
                std::find(out.parties.begin(), out.parties.end(), participant.party) == out.parties.end())
                out.parties.push_back(participant.party);
    }
    for (const auto& transfer : model.transfers) tasks |= transfer.tasks;
    out.tasks = nodes_of(model, tasks);
    if (out.tasks.empty())
        for (const auto leaf : model.leaf_tasks) out.tasks.push_back(leaf);
    if (out.parties.empty()) out.parties = model.municipalities();
    out.columns.push_back({});
    for (std::uint32_t i = 0; i < model.variants.size(); ++i) out.columns.push_back({i});
    return out;
}

}  // namespace belegd::report
