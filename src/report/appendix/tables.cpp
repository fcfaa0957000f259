#include "report/appendix/tables.hpp"

#include <algorithm>

#include "diagnostics/messages/appendix.hpp"
#include "diagnostics/messages/coverage.hpp"
#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/reports.hpp"
#include "model/describe.hpp"

namespace belegd::report {
namespace {

using namespace model;

class Tables {
   public:
    explicit Tables(Frame& frame) : f_(frame), m_(frame.model) {}

    /// Those marks that are used, in one line.
    Paragraph legend(const Work& work) const {
        std::vector<bool> used(static_cast<std::size_t>(MarkedAs::fault) + 1, false);
        bool partly = false;
        const auto see = [&](const std::vector<WorkRow>& rows) {
            for (const auto& row : rows) {
                for (const auto& cell : row.cells)
                    if (cell) used[static_cast<std::size_t>(cell->as)] = true;
                for (const auto& each : row.tasks_of) partly = partly || each.second != row.tasks;
            }
        };
        see(work.rows);
        see(work.by_law);
        std::vector<Text> out;
        for (std::size_t i = 0; i < used.size(); ++i)
            if (used[i]) out.push_back(explained(static_cast<MarkedAs>(i), whose_it_is(f_)));
        if (partly) out.push_back(say(message::explains_not_needed));
        return {Cell(joined(out, "; "))};
    }

    /// The tasks of every row, where they are the same.
    Text same_tasks(const Work& work) const {
        Text out;
        for (const auto* rows : {&work.rows, &work.by_law})
            for (const auto& row : *rows) {
                const auto tasks = tasks_said(f_, row);
                if (out.empty()) out = tasks;
                if (tasks != out) return {};
            }
        return out;
    }

    Table table(const Work& work, const Text& caption, bool says_tasks) {
        Table out;
        out.caption = caption;
        out.columns = {say(message::column_part)};
        if (says_tasks && !work.parties_in_rows) out.columns.push_back(say(message::column_tasks));
        for (const auto& column : work.columns) out.columns.push_back(head(work, column));
        for (const auto& row : work.rows) {
            auto written = label(work, row, functions_of(m_, row.functions), says_tasks);
            for (const auto& cell : row.cells)
                written.push_back(cell ? f_.cell(cell->lines) : Cell(say(message::not_applicable)));
            out.rows.push_back(std::move(written));
            std::vector<Span> from;
            for (const auto& cell : row.cells)
                if (cell) from.insert(from.end(), cell->from.begin(), cell->from.end());
            out.origins.push_back(f_.origins(from));
            out.asked.push_back(asked(work, row));
        }
        return out;
    }

    /// How each cell of a row is asked about.
    std::vector<CellAsked> asked(const Work& work, const WorkRow& row) const {
        std::vector<std::string> functions, tasks;
        for (std::size_t i = 0; i < m_.leaf_functions.size(); ++i)
            if (row.functions.has(i)) functions.push_back(m_[m_.leaf_functions[i]].name);
        for (const auto id : m_.top_tasks) add_fewest(id, row.tasks, tasks);
        const auto list = [](const std::vector<std::string>& names) {
            std::string out;
            for (const auto& name : names) out += (out.empty() ? "" : ", ") + name;
            return out;
        };
        const auto named = [&](const std::vector<PartyId>& parties) {
            std::vector<std::string> names;
            names.reserve(parties.size());
            for (const auto id : parties) names.push_back(m_[id].name);
            return list(names);
        };
        std::vector<CellAsked> out;
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const auto& column = work.columns[i];
            out.push_back({list(functions) + " van " + list(tasks),
                           column.situation.valid() ? m_[column.situation].name : "",
                           named(work.parties_in_rows || column.parties.empty() ? row.parties : column.parties),
                           f_.asked, row.cells[i] ? f_.origins(row.cells[i]->from) : std::vector<Origin>()});
        }
        return out;
    }
    /// The names of the fewest tasks that together are these.
    void add_fewest(TaskId id, const BitSet& leaves, std::vector<std::string>& names) const {
        const auto& task = m_[id];
        if (task.leaves.any() && leaves.includes(task.leaves))
            names.push_back(task.name);
        else
            for (const auto child : task.children) add_fewest(child, leaves, names);
    }

    /// What a row is about: the part, the tasks, and whose they are. Where that is much it stands in one column, a line each.
    std::vector<Cell> label(const Work& work, const WorkRow& row, const Text& part, bool says_tasks) const {
        std::vector<Cell> out{Cell(part)};
        if (!work.parties_in_rows) {
            if (says_tasks) out.emplace_back(tasks_said(f_, row));
            return out;
        }
        if (says_tasks) out.front().lines.front().text = say(message::short_of, {part, tasks_said(f_, row)});
        out.front().lines.push_back({say(message::row_for, {parties_said(m_, row.parties)}), {}});
        return out;
    }

    /// `raad: financiering; college: regie en bezwaar`: with whom the law has what, whatever the task.
    Text by_law(const Work& work) const {
        std::vector<std::pair<Text, BitSet>> all;
        for (const auto& row : work.by_law)
            for (std::size_t i = 0; i < row.cells.size(); ++i)
                if (row.cells[i]) {
                    const auto who = by_law_with(*row.cells[i]);
                    auto same =
                        std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.first == who; });
                    if (same == all.end()) same = all.insert(all.end(), {who, BitSet(m_.leaf_functions.size())});
                    same->second |= row.functions;
                }
        std::vector<Text> out;
        out.reserve(all.size());
        for (const auto& [who, functions] : all)
            out.push_back(say(message::law_has, {who, functions_of(m_, functions)}));
        return joined(out, "; ");
    }

    /// One row for all that stays as the law has it.
    std::vector<Cell> closing(const Work& work, bool says_tasks) {
        WorkRow all;
        all.functions = BitSet(m_.leaf_functions.size());
        all.tasks = BitSet(m_.leaf_tasks.size());
        for (const auto& row : work.by_law) {
            all.functions |= row.functions;
            all.tasks |= row.tasks;
        }
        for (const auto party : present_parties(f_))
            if (std::any_of(work.by_law.begin(), work.by_law.end(),
                            [&](const WorkRow& row) { return names(row.parties, party); }))
                all.parties.push_back(party);
        auto out = label(work, all, say(message::everything_else), says_tasks);
        for (std::size_t column = 0; column < work.columns.size(); ++column) {
            std::vector<Text> who;
            for (const auto& row : work.by_law) {
                if (!row.cells[column]) continue;
                const auto named = by_law_with(*row.cells[column]);
                if (std::find(who.begin(), who.end(), named) == who.end()) who.push_back(named);
            }
            Said said{
                say(message::as_the_law_has_it, {alternatives(who)}), {}, Cell::Mark::none, mark_name(MarkedAs::own)};
            out.push_back(who.empty() ? Cell(say(message::not_applicable)) : f_.cell({said}));
        }
        return out;
    }

    /// `bezwaar volgt beschikking`: of what follows a part of which the table says that others do it or have it, wherever
    /// that is so for every cell; where something else is said of it, the table says that.
    std::vector<Text> following() const {
        std::vector<Text> out;
        for (std::uint32_t i = 0; i < m_.leaf_functions.size(); ++i) {
            const auto& function = m_[m_.leaf_functions[i]];
            if (!function.follows.valid()) continue;
            if (const auto& followed = m_[function.follows]; followed.children.empty() && follows(i, followed.leaf))
                out.push_back(
                    say(message::follows_part, {name_of(m_, m_.leaf_functions[i]), name_of(m_, function.follows)}));
        }
        return out;
    }

   private:
    /// Whether a part that is given to others takes the competence for another along, in every cell that has both.
    bool follows(std::size_t function, std::size_t followed) const {
        if (!f_.functions.has(followed)) return false;
        bool given = false, always = true;
        for (const auto situation : f_.what.columns)
            for (const auto party : present_parties(f_))
                f_.tasks.each([&](std::size_t leaf) {
                    const auto* first = f_.answer(situation, party, leaf, followed);
                    const auto* second = f_.answer(situation, party, leaf, function);
                    if (first == nullptr || second == nullptr) return;
                    given = given || (first->state == graph::State::assigned && !stays(*first));
                    always = always && first->holders == second->holders;
                });
        return given && always;
    }

    /// With whom the law has it; a mark alone is the municipality itself.
    static Text by_law_with(const Marked& cell) {
        const auto& who = cell.lines.front().text;
        return who.empty() ? say(message::municipality_itself) : who;
    }

    Text head(const Work& work, const WorkColumn& column) const {
        const bool by_situation = column.parties.empty() ||
                                  std::any_of(work.columns.begin(), work.columns.end(), [&](const WorkColumn& other) {
                                      return other.situation != column.situation;
                                  });
        if (by_situation && work.columns.size() > 1) return situation_said(m_, column.situation);
        return column.parties.empty() ? say(message::column_who) : parties_said(m_, column.parties);
    }

    Frame& f_;
    const Model& m_;
};

}  // namespace

Text whose_it_is(const Frame& frame) {
    const auto& parties = frame.what.parties;
    return say(std::all_of(parties.begin(), parties.end(),
                           [&](PartyId id) { return frame.model[id].kind == Party::Kind::municipality; })
                   ? message::the_municipality
                   : message::whose_it_is);
}

void write_work(Document& out, Frame& frame, const Work& work) {
    Tables tables(frame);
    if (work.rows.empty() && work.by_law.empty()) {
        out.blocks.emplace_back(Paragraph{Cell(say(message::no_work_at_all))});
        return;
    }
    out.blocks.emplace_back(tables.legend(work));
    bool several = false;
    for (const auto& column : work.columns) several = several || column.situation != work.columns.front().situation;
    const auto same = tables.same_tasks(work);
    auto whose = parties_said(frame.model, present_parties(frame));
    if (!same.empty()) whose = say(message::tasks_for, {same, whose});
    const auto day = spelled(frame.asked);
    auto table = tables.table(
        work,
        several || (frame.what.columns.size() == 1 && !frame.what.columns.front().valid())
            ? say(message::caption_work, {whose, day})
            : say(message::caption_work_in, {whose, day, situation_said(frame.model, work.columns.front().situation)}),
        same.empty());
    if (!work.by_law.empty()) {
        table.rows.push_back(tables.closing(work, same.empty()));
        table.origins.emplace_back();
    }
    out.blocks.emplace_back(std::move(table));
    if (const auto law = tables.by_law(work); !law.empty())
        out.blocks.emplace_back(Paragraph{frame.cell({{law, {}, Cell::Mark::none, say(message::by_law_lead)}})});
    for (const auto& each : tables.following()) out.blocks.emplace_back(Paragraph{Cell(sentence(each))});
}

void write_changes(Document& out, Frame& frame, const Work& changes) {
    if (changes.rows.empty()) {
        out.blocks.emplace_back(Paragraph{Cell(say(message::nothing_changes))});
        return;
    }
    out.blocks.emplace_back(Tables(frame).table(changes, say(message::caption_changes, {spelled(frame.asked)}), true));
    out.blocks.emplace_back(Paragraph{Cell(say(message::rest_is_same))});
}

}  // namespace belegd::report
