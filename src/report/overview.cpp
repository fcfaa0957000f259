#include "report/overview.hpp"

#include <algorithm>

#include "model/describe.hpp"
#include "report/sheet.hpp"
#include "report/wording.hpp"

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
        for (const auto column : what_.columns) columns.push_back(situation_said(m_, column));
        out.blocks.emplace_back(
            Paragraph{{say(Message::overview_lead, {parties_of(m_, what_.parties), spelled(day_), listed(columns)}),
                       {},
                       Cell::Mark::none}});
        for (const auto variant : what_.columns)
            if (variant.valid() && !(m_[variant].title == Text(m_[variant].name)))
                out.blocks.emplace_back(Paragraph{
                    {say(Message::variant_is, {Text(m_[variant].name), m_[variant].title, name_of(m_[variant].status)}),
                     {},
                     Cell::Mark::none}});
        for (const auto party : what_.parties) comparison(out, party);
        for (const auto party : what_.parties)
            for (const auto column : what_.columns) matrix(out, party, column);
        sheets(out);
        open_points(out);
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

    static bool stays(const graph::Answer& answer) {
        return answer.state == graph::State::by_law ||
               (answer.chain.size() == 1 && answer.chain.front().kind == TransferKind::keeps);
    }

    /// The functions of one task with the same words, as lines `uitvoering: Leiden (mandaat)`.
    Cell lines(VariantId variant, PartyId party, std::size_t leaf, bool that_stay) {
        struct Line {
            BitSet functions;
            Cell cell;
        };
        std::vector<Line> all;
        functions_.each([&](std::size_t function) {
            const auto* found = answer(variant, party, leaf, static_cast<std::uint32_t>(function));
            if (found == nullptr || stays(*found) != that_stay) return;
            auto cell = answer_said(m_, *found, party, notes_);
            auto same =
                std::find_if(all.begin(), all.end(), [&](const Line& line) { return line.cell.text == cell.text; });
            if (same == all.end()) {
                same = all.insert(all.end(), {BitSet(m_.leaf_functions.size()), std::move(cell)});
            } else {
                for (const auto note : cell.notes)
                    if (std::find(same->cell.notes.begin(), same->cell.notes.end(), note) == same->cell.notes.end())
                        same->cell.notes.push_back(note);
            }
            same->functions.set(function);
        });
        Cell out;
        for (const auto& line : all) {
            if (!out.text.empty()) out.text = {out.text.nl + "\n", out.text.en + "\n"};
            const auto said = say(Message::function_line, {functions_of(m_, line.functions), line.cell.text});
            out.text = {out.text.nl + said.nl, out.text.en + said.en};
            for (const auto note : line.cell.notes)
                if (std::find(out.notes.begin(), out.notes.end(), note) == out.notes.end()) out.notes.push_back(note);
            out.mark = std::max(out.mark, line.cell.mark);
        }
        std::sort(out.notes.begin(), out.notes.end());
        if (out.text.empty()) out.text = say(Message::nothing);
        return out;
    }

    /// What changes between the first and the last situation, function by function.
    Cell difference(PartyId party, std::size_t leaf) const {
        struct Change {
            BitSet functions;
            Text text;
            bool open;
        };
        std::vector<Change> all;
        functions_.each([&](std::size_t function) {
            const auto* before = answer(what_.columns.front(), party, leaf, static_cast<std::uint32_t>(function));
            const auto* after = answer(what_.columns.back(), party, leaf, static_cast<std::uint32_t>(function));
            if (before == nullptr || after == nullptr) return;
            const auto from = short_answer(*before, party), to = short_answer(*after, party);
            if (from == to) return;
            const auto text = say(Message::from_to, {from, to});
            auto same = std::find_if(all.begin(), all.end(), [&](const Change& change) { return change.text == text; });
            if (same == all.end())
                same = all.insert(all.end(),
                                  {BitSet(m_.leaf_functions.size()), text, after->state == graph::State::unassigned});
            same->functions.set(function);
        });
        Cell out;
        std::vector<Text> said;
        for (const auto& change : all) {
            said.push_back(say(Message::function_line, {functions_of(m_, change.functions), change.text}));
            if (change.open) out.mark = Cell::Mark::open;
        }
        out.text = said.empty() ? say(Message::no_difference) : joined(said, "\n");
        return out;
    }

    Text short_answer(const graph::Answer& answer, PartyId party) const {
        if (answer.state == graph::State::unassigned) return say(Message::nobody);
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

    /// Equal but for the first cell.
    static bool alike(const std::vector<Cell>& a, const std::vector<Cell>& b) {
        for (std::size_t i = 1; i < a.size(); ++i)
            if (!(a[i].text == b[i].text) || a[i].notes != b[i].notes) return false;
        return true;
    }

    void comparison(Document& out, PartyId party) {
        out.blocks.emplace_back(Heading{2, place(say(Message::heading_comparison), party)});
        Table table;
        table.caption = say(Message::caption_comparison, {Text(m_[party].name), spelled(day_)});
        table.columns = {say(Message::column_task)};
        for (const auto column : what_.columns) table.columns.push_back(situation_said(m_, column));
        table.columns.push_back(say(Message::column_stays));
        if (what_.columns.size() > 1) table.columns.push_back(say(Message::column_difference));
        for (const auto& [name, leaves] : groups()) {
            if (!name.empty()) table.groups.emplace_back(table.rows.size(), name);
            const auto first = table.rows.size();
            for (const auto leaf : leaves) {
                std::vector<Cell> row{{task_title(leaf), {}, Cell::Mark::none}};
                for (const auto column : what_.columns) row.push_back(lines(column, party, leaf, false));
                row.push_back(lines(what_.columns.back(), party, leaf, true));
                if (what_.columns.size() > 1) row.push_back(difference(party, leaf));
                // Tasks about which the same is to be said share a row; the matrix has a row for each.
                const auto same =
                    std::find_if(table.rows.begin() + static_cast<std::ptrdiff_t>(first), table.rows.end(),
                                 [&](const std::vector<Cell>& other) { return alike(other, row); });
                if (same == table.rows.end())
                    table.rows.push_back(std::move(row));
                else
                    same->front().text = joined({same->front().text, row.front().text}, ", ");
            }
        }
        out.blocks.emplace_back(std::move(table));
    }

    Text task_title(std::size_t leaf) const {
        const auto& task = m_[m_.leaf_tasks[leaf]];
        return task.title;
    }

    void matrix(Document& out, PartyId party, VariantId column) {
        out.blocks.emplace_back(Heading{2, place(say(Message::heading_matrix, {situation_said(m_, column)}), party)});
        // A function that no cooperation touches is said in one line below the table, not in a column.
        BitSet columns(m_.leaf_functions.size());
        std::vector<Text> by_law;
        functions_.each([&](std::size_t function) {
            bool touched = false;
            std::vector<Actor> holders;
            tasks_.each([&](std::size_t leaf) {
                const auto* found = answer(column, party, leaf, static_cast<std::uint32_t>(function));
                if (found == nullptr) return;
                touched = touched || found->state != graph::State::by_law;
                for (const auto& holder : found->holders)
                    if (std::find(holders.begin(), holders.end(), holder) == holders.end()) holders.push_back(holder);
            });
            if (touched)
                columns.set(function);
            else if (!holders.empty())
                by_law.push_back(
                    say(Message::who_how, {name_of(m_, m_.leaf_functions[function]), actors_said(m_, holders, party)}));
        });
        Table table;
        table.caption = say(Message::caption_matrix, {Text(m_[party].name), situation_said(m_, column), spelled(day_)});
        table.columns = {say(Message::column_task)};
        columns.each([&](std::size_t function) { table.columns.push_back(name_of(m_, m_.leaf_functions[function])); });
        for (const auto& [name, leaves] : groups()) {
            if (!name.empty()) table.groups.emplace_back(table.rows.size(), name);
            for (const auto leaf : leaves) {
                std::vector<Cell> row{{task_title(leaf), {}, Cell::Mark::none}};
                columns.each([&](std::size_t function) {
                    const auto* found = answer(column, party, leaf, static_cast<std::uint32_t>(function));
                    row.push_back(found == nullptr ? Cell{say(Message::not_applicable), {}, Cell::Mark::none}
                                                   : answer_said(m_, *found, party, notes_));
                });
                table.rows.push_back(std::move(row));
            }
        }
        if (columns.any()) out.blocks.emplace_back(std::move(table));
        if (!by_law.empty())
            out.blocks.emplace_back(Paragraph{{say(Message::by_law_line, {listed(by_law)}), {}, Cell::Mark::none}});
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
                if (shown.empty()) out.blocks.emplace_back(Heading{2, say(Message::heading_sheets)});
                shown.push_back(id);
                sheet(out, a_, id, what_.columns, notes_);
            }
        }
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

    void open_points(Document& out) {
        Bullets points;
        std::vector<const rules::Cause*> said;
        for (const auto column : what_.columns)
            for (const auto& cause : a_.causes)
                if (cause.variant == column && std::none_of(said.begin(), said.end(), [&](const rules::Cause* other) {
                        return other->same_as(cause);
                    }))
                    said.push_back(&cause);
        for (const auto* each : said) {
            const auto& cause = *each;
            const bool here = cause.cells.empty() ||
                              std::any_of(cause.cells.begin(), cause.cells.end(), [&](const rules::Cells& cells) {
                                  return cells.tasks.intersects(tasks_) &&
                                         std::find(what_.parties.begin(), what_.parties.end(), cells.participant) !=
                                             what_.parties.end();
                              });
            if (!here) continue;
            const auto worded = rules::worded(*a_.subject, cause);
            auto text =
                say(Message::open_point, {worded.message, joined(worded.facts, "; "), Text(info(cause.code).id)});
            if (worded.facts.empty()) text = say(Message::open_point_bare, {worded.message, Text(info(cause.code).id)});
            points.items.push_back(
                {text, {}, info(cause.code).severity == Severity::error ? Cell::Mark::open : Cell::Mark::none});
        }
        out.blocks.emplace_back(Heading{2, say(Message::heading_open)});
        if (points.items.empty())
            out.blocks.emplace_back(Paragraph{{say(Message::nothing_open), {}, Cell::Mark::none}});
        else
            out.blocks.emplace_back(std::move(points));
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
