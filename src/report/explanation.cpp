#include "report/explanation.hpp"

#include <algorithm>

#include "model/describe.hpp"
#include "report/overview.hpp"
#include "report/wording.hpp"

namespace belegd::report {
namespace {

using namespace model;

class Explainer {
   public:
    Explainer(const rules::Analysis& analysis, const Question& question)
        : a_(analysis), m_(analysis.model), q_(question), view_(analysis.subject->view(question.variant)) {}

    Document document() {
        Document out;
        BitSet tasks(m_.leaf_tasks.size()), functions(m_.leaf_functions.size());
        for (const auto id : q_.tasks) tasks |= m_[id].leaves;
        for (const auto id : q_.functions) functions |= m_[id].leaves;
        std::vector<Text> names;
        for (const auto id : q_.tasks) names.push_back(name_of(m_, id));
        auto subject = listed(names);
        if (!q_.functions.empty()) {
            names.clear();
            for (const auto id : q_.functions) names.push_back(name_of(m_, id));
            subject = say(Message::function_of_tasks, {listed(names), subject});
        } else {
            tasks.each([&](std::size_t leaf) { functions |= m_[m_.leaf_tasks[leaf]].needed; });
        }
        out.title = say(Message::explanation_title, {subject});
        auto lead = say(Message::explanation_situation, {situation_said(m_, q_.variant)});
        if (q_.day) lead = joined({lead, say(Message::explanation_day, {spelled(*q_.day)})}, ", ");
        out.blocks.emplace_back(Paragraph{{lead, {}, Cell::Mark::none}});

        const auto parties = q_.parties.empty() ? whole_overview(m_).parties : q_.parties;
        bool any = false;
        for (const auto party : parties)
            functions.each([&](std::size_t function) {
                for (const auto* run : a_.subject->runs(view_, party, static_cast<std::uint32_t>(function))) {
                    const auto asked = run->tasks & tasks;
                    if (asked.none() || (q_.day && !run->days.contains(*q_.day))) continue;
                    any = true;
                    explain(out, *run, asked);
                }
            });
        if (!any) {
            out.blocks.emplace_back(Paragraph{{say(Message::no_such_cell), {}, Cell::Mark::attention}});
            why_no_cell(out, tasks, functions);
        }
        out.notes = notes_.all();
        return out;
    }

   private:
    void why_no_cell(Document& out, const BitSet& tasks, const BitSet& functions) const {
        const auto needed = needing(m_, functions);
        if (!needed.intersects(tasks))
            out.blocks.emplace_back(
                Paragraph{{say(Message::needs_it_not, {tasks_of(m_, tasks), functions_of(m_, functions)}),
                           {},
                           Cell::Mark::none}});
    }

    Text days_said(Period days) const {
        if (days.from <= m_.horizon) days.from = kNoBegin;
        const auto said = spelled(days);
        return said.empty() ? say(Message::always) : said;
    }

    void explain(Document& out, const graph::Run& run, const BitSet& tasks) {
        const auto& answer = a_.subject->answer(run);
        const auto function = m_.leaf_functions[run.function];
        BitSet one(m_.leaf_functions.size());
        one.set(run.function);
        const auto relevant = needing(m_, one);
        const auto matter = say(Message::function_of_tasks, {name_of(m_, function), tasks_of(m_, tasks, &relevant)});
        out.blocks.emplace_back(
            Heading{2, say(Message::explanation_heading, {matter, Text(m_[run.participant].name)})});
        Sheet sheet;
        const auto add = [&](const Text& label, Cell cell) { sheet.rows.emplace_back(label, std::move(cell)); };
        add(say(Message::label_when), {days_said(run.days), {}, Cell::Mark::none});
        by_law(sheet, run, tasks);
        std::size_t number_of_step = 0;
        for (const auto& step : answer.chain)
            add(say(Message::label_step, {number(static_cast<long long>(++number_of_step))}),
                step_cell(step, run.participant));
        add(say(Message::label_outcome), outcome(answer, run.participant));
        if (!answer.holders.empty())
            add(say(Message::label_competent),
                {actors_said(m_, answer.holders, run.participant), {}, Cell::Mark::none});
        findings(sheet, run, tasks);
        out.blocks.emplace_back(std::move(sheet));
    }

    void by_law(Sheet& sheet, const graph::Run& run, const BitSet& tasks) {
        // Tasks whose holder rests on the same words are said once.
        std::vector<const LawHolder*> holders;
        tasks.each([&](std::size_t leaf) {
            const auto* holder = holder_by_law(m_, m_.leaf_tasks[leaf], run.function, q_.day.value_or(run.days.from));
            if (holder != nullptr && std::find(holders.begin(), holders.end(), holder) == holders.end())
                holders.push_back(holder);
        });
        for (const auto* holder : holders) {
            const auto organ =
                holder->organ.valid() ? organ_name(m_, holder->organ) : say(Message::municipality_itself);
            Cell cell;
            std::vector<Text> articles;
            for (const auto& citation : holder->backing.citations) {
                if (holder->statute.valid() && citation.law != m_[holder->statute].name) continue;
                articles.push_back(spelled(citation));
            }
            std::vector<Text> grounds;
            if (!articles.empty()) grounds.push_back(listed(articles));
            if (holder->statute.valid()) {
                const auto& statute = m_[holder->statute];
                grounds.push_back(statute.title);
                if (const auto when = spelled(statute.term.days); !when.empty()) grounds.push_back(when);
            }
            if (const auto certainty = name_of(holder->backing.certainty); !certainty.empty())
                grounds.push_back(certainty);
            cell.text = grounds.empty() ? organ : say(Message::who_how, {organ, joined(grounds, ", ")});
            sheet.rows.emplace_back(say(Message::label_by_law), std::move(cell));
        }
    }

    Cell step_cell(const graph::Step& step, PartyId party) {
        Cell out;
        std::vector<Text> lines{
            say(step.kind == TransferKind::keeps ? Message::step_keeps : Message::step_gives,
                {actors_said(m_, {step.from}, party), actors_said(m_, step.to, party), title_name(step.kind)})};
        for (const auto id : step.by) {
            const auto& x = m_[id];
            const auto place = a_.texts.sources.place(x.span);
            const auto& file = a_.texts.sources[x.span.file].name();
            std::vector<Text> about{say(Message::in_line, {Text(file), number(place.line)})};
            if (x.cooperation.valid()) about.push_back(say(Message::in_cooperation, {m_[x.cooperation].title}));
            auto days = x.term.days;
            if (x.cooperation.valid()) days = intersection(days, m_[x.cooperation].term.days);
            if (const auto when = spelled(days); !when.empty()) about.push_back(when);
            auto status = view_.world->status_of(x);
            if (status != Status::decided) about.push_back(name_of(status));
            if (const auto certainty = name_of(x.backing.certainty); !certainty.empty()) about.push_back(certainty);
            lines.push_back(say(Message::quoted, {x.text}));
            lines.push_back(joined(about, ", "));
            for (const auto& backing : backing_said(m_, x.backing)) lines.push_back(say(Message::source_is, {backing}));
            if (x.backing.documents.empty() && x.backing.citations.empty())
                lines.push_back(say(Message::source_is, {say(Message::not_stated)}));
        }
        out.text = joined(lines, "\n");
        return out;
    }

    Cell outcome(const graph::Answer& answer, PartyId party) {
        Notes unused;
        auto cell = answer_said(m_, answer, party, unused);
        cell.notes.clear();
        return cell;
    }

    /// What belegd found about these cells: why it is open, and the first remedies.
    void findings(Sheet& sheet, const graph::Run& run, const BitSet& tasks) const {
        for (const auto& cause : a_.causes) {
            if (cause.variant != q_.variant || cause.cells.empty()) continue;
            const bool function = cause.function == rules::Cause::kAnyFunction ? cause.functions.has(run.function)
                                                                               : cause.function == run.function;
            const bool here =
                function && std::any_of(cause.cells.begin(), cause.cells.end(), [&](const rules::Cells& cells) {
                    return cells.participant == run.participant && cells.tasks.intersects(tasks) &&
                           !intersection(cells.days, run.days).empty();
                });
            if (!here) continue;
            const auto& code = info(cause.code);
            const auto worded = rules::worded(*a_.subject, cause);
            std::vector<Text> lines{worded.message};
            if (!worded.why.empty()) lines.push_back(worded.why);
            sheet.rows.emplace_back(
                joined({Text(code.id), code.name}, " "),
                Cell{joined(lines, "\n"), {}, code.severity == Severity::error ? Cell::Mark::open : Cell::Mark::none});
            if (!worded.remedies.empty())
                sheet.rows.emplace_back(say(Message::remedy), Cell{worded.remedies.front().text, {}, Cell::Mark::none});
        }
    }

    const rules::Analysis& a_;
    const Model& m_;
    const Question& q_;
    const rules::Subject::View& view_;
    Notes notes_;
};

}  // namespace

Document explanation(const rules::Analysis& analysis, const Question& question) {
    return Explainer(analysis, question).document();
}

}  // namespace belegd::report
