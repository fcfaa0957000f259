#include "report/explanation.hpp"

#include <algorithm>

#include "analysis/acceptances.hpp"
#include "analysis/findings.hpp"
#include "analysis/unlawful.hpp"
#include "checks/beginning.hpp"
#include "checks/open_lists.hpp"
#include "diagnostics/messages/coverage.hpp"
#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/reports.hpp"
#include "model/dates.hpp"
#include "model/describe.hpp"
#include "report/overview.hpp"
#include "report/planned.hpp"
#include "report/sheet.hpp"
#include "report/way_wording.hpp"
#include "report/wording.hpp"

namespace belegd::report {
namespace {

using namespace model;

class Explainer {
   public:
    Explainer(const analysis::Analysis& analysis, const Question& question)
        : a_(analysis),
          m_(analysis.model),
          q_(question),
          view_(analysis.subject->view(question.variant)),
          day_(question.day),
          earlier_(day_ ? checks::earlier(*analysis.subject, view_, *day_) : std::nullopt) {
        if (earlier_) day_ = earlier_->answered_as;
    }

    Document document() {
        Document out;
        BitSet tasks(m_.leaf_tasks.size()), functions(m_.leaf_functions.size());
        for (const auto id : q_.tasks) tasks |= m_[id].leaves;
        for (const auto id : q_.functions) functions |= m_[id].leaves;
        std::vector<Text> names;
        for (const auto id : q_.tasks) names.push_back(called(id));
        auto subject = listed(names);
        if (!q_.functions.empty()) {
            names.clear();
            for (const auto id : q_.functions) names.push_back(name_of(m_, id));
            subject = say(message::function_of_tasks, {listed(names), subject});
        } else {
            tasks.each([&](std::size_t leaf) { functions |= m_[m_.leaf_tasks[leaf]].needed; });
        }
        if (q_.tasks.empty())
            subject = q_.cooperations.empty() ? quoted(Text(q_.name)) : title_of(m_, q_.cooperations.front());
        out.title = say(message::explanation_title, {subject});
        auto lead = say(message::explanation_situation, {situation_said(m_, q_.variant)});
        if (q_.day) lead = joined({lead, say(message::explanation_day, {spelled(*q_.day)})}, ", ");
        out.blocks.emplace_back(Paragraph{lead});

        if (earlier_) out.blocks.emplace_back(Paragraph{{earlier_->why, {}, Cell::Mark::attention}});
        // Of a day before the model nothing is said (D23).
        if (earlier_ && !day_) return out;
        if (!q_.tasks.empty()) cells(out, tasks, functions);
        if (!q_.tasks.empty() && !q_.cooperations.empty())
            out.blocks.emplace_back(Heading{2, say(message::explanation_cooperation)});
        Notes notes;
        for (const auto id : q_.cooperations)
            if (!q_.day || view_.world->force(id).contains(*q_.day)) sheet(out, a_, id, q_.variant, q_.day, notes);
        const bool none = q_.day && std::none_of(q_.cooperations.begin(), q_.cooperations.end(), [&](CooperationId id) {
                              return view_.world->force(id).contains(*q_.day);
                          });
        if (none && !q_.cooperations.empty())
            out.blocks.emplace_back(
                Paragraph{say(message::not_in_force, {title_of(m_, q_.cooperations.front()), spelled(*q_.day)})});
        planned_explained(out, a_, q_.name, notes);
        out.notes = notes.all();
        return out;
    }

   private:
    /// A task by its name, or by its title where its name is only for the model: `participatie_extra`.
    Text called(TaskId task) const {
        return m_[task].name.find('_') == std::string::npos ? name_of(m_, task) : title_of(m_, task);
    }

    void cells(Document& out, const BitSet& tasks, const BitSet& functions) const {
        const auto parties = q_.parties.empty() ? whole_overview(m_).parties : q_.parties;
        bool any = false;
        for (const auto party : parties)
            functions.each([&](std::size_t function) {
                for (const auto* run : a_.subject->runs(view_, party, static_cast<std::uint32_t>(function))) {
                    const auto asked = run->tasks & tasks;
                    if (asked.none() || (day_ && !run->days.contains(*day_))) continue;
                    any = true;
                    explain_open(out, *run, asked);
                }
            });
        if (!any) {
            const auto why =
                checks::of_others(m_, q_.parties, day_, tasks, functions).value_or(say(message::no_such_cell));
            out.blocks.emplace_back(Paragraph{{why, {}, Cell::Mark::attention}});
            why_no_cell(out, tasks, functions);
        }
    }

    void why_no_cell(Document& out, const BitSet& tasks, const BitSet& functions) const {
        for (const auto& why : checks::why_no_cell(m_, q_.parties, day_, tasks, functions))
            out.blocks.emplace_back(Paragraph{why});
    }

    Text days_said(Period days) const {
        if (days.from <= m_.horizon) days.from = kNoBegin;
        // What has no first day holds from where the model begins.
        if (days.from == kNoBegin && days.until != kNoEnd && !stretch_from(m_, days.until))
            return say(message::always_through, {spelled(days.until.previous())});
        const auto said = period_said(m_, days);
        return said.empty() ? say(message::always) : said;
    }

    /// The tasks that a sentence leaves open apart from the others, on the days on which it does.
    void explain_open(Document& out, const graph::Run& run, const BitSet& tasks) const {
        if (!graph::is_implicit(a_.subject->answer(run).state)) return explain(out, run, tasks, {});
        struct Days {
            Period days;
            std::vector<checks::Undetermined> open;
        };
        std::vector<Days> all;
        const auto same = [](const checks::Undetermined& a, const checks::Undetermined& b) {
            return a.tasks == b.tasks && a.why == b.why && a.place == b.place;
        };
        for (const auto& days : checks::unchanging(*a_.subject, run.days)) {
            if (day_ && !days.contains(*day_)) continue;
            auto open = checks::what_is_open(*a_.subject, view_, run.participant, run.function, days.from, tasks);
            if (!all.empty() &&
                std::equal(all.back().open.begin(), all.back().open.end(), open.begin(), open.end(), same))
                all.back().days.until = days.until;
            else
                all.push_back({days, std::move(open)});
        }
        for (const auto& stretch : all) {
            auto here = run;
            // Who asks about a day is told of the whole run, as long as nothing in it is open.
            if (all.size() > 1 || !stretch.open.empty()) here.days = stretch.days;
            auto rest = tasks;
            for (const auto& each : stretch.open) {
                explain(out, here, each.tasks, checks::why_said(each));
                rest -= each.tasks;
            }
            if (rest.any()) explain(out, here, rest, {});
        }
    }

    void explain(Document& out, const graph::Run& run, const BitSet& tasks, const std::optional<Text>& open) const {
        const auto& answer = a_.subject->answer(run);
        const auto function = m_.leaf_functions[run.function];
        BitSet one(m_.leaf_functions.size());
        one.set(run.function);
        const auto relevant = needing(m_, one);
        std::vector<Text> of;
        for (const auto id : nodes_of(m_, tasks, &relevant)) of.push_back(called(id));
        const auto matter = say(message::function_of_tasks, {name_of(m_, function), listed(of)});
        out.blocks.emplace_back(
            Heading{2, say(message::explanation_heading, {matter, parties_said(m_, {run.participant})})});
        Sheet sheet;
        const auto add = [&](const Text& label, Cell cell) { sheet.rows.emplace_back(label, std::move(cell)); };
        add(say(message::label_when), {days_said(run.days)});
        by_law(sheet, run, tasks);
        const auto found = ways(m_, answer);
        if (found.all.size() == 1) {
            steps(sheet, found.all.front(), run.participant);
        } else {
            for (std::size_t i = 0; i < found.all.size(); ++i) {
                add(say(message::label_way, {number(static_cast<long long>(i) + 1)}),
                    {way_said(m_, found.all[i], run.participant)});
                steps(sheet, found.all[i], run.participant);
            }
        }
        auto outcome = answer_said(m_, answer, run.participant);
        if (open)
            outcome = {say(message::open_list_cell, {*open, actors_said(m_, answer.holders, run.participant)}),
                       {},
                       Cell::Mark::open};
        add(say(message::label_outcome), {outcome.text, {}, outcome.mark});
        if (!answer.holders.empty())
            add(say(message::label_competent), {actors_said(m_, answer.holders, run.participant)});
        Cell forbidden;
        tasks.each([&](std::size_t leaf) {
            for (const auto& each : analysis::unlawful(*a_.subject, a_.causes, q_.variant, run.participant,
                                                       run.function, leaf, q_.day.value_or(run.days.from), answer)) {
                auto text = text_says(m_, answer, each, run.participant);
                const bool known = std::any_of(forbidden.lines.begin(), forbidden.lines.end(),
                                               [&](const Line& line) { return line.text == text; });
                if (!known) forbidden.lines.push_back({std::move(text), {}});
            }
        });
        forbidden.mark = Cell::Mark::attention;
        if (!forbidden.lines.empty()) add(say(message::label_unlawful), std::move(forbidden));
        findings(sheet, run, tasks);
        out.blocks.emplace_back(std::move(sheet));
    }

    void steps(Sheet& sheet, const Way& way, PartyId party) const {
        std::size_t count = 0;
        for (const auto* step : way.steps)
            sheet.rows.emplace_back(say(message::label_step, {number(static_cast<long long>(++count))}),
                                    step_cell(*step, party));
    }

    /// The days on which the law can change within a stretch: its first, and where a statute begins or ends.
    std::vector<Day> days_of_law(Period days) const {
        if (day_) return {*day_};
        std::vector<Day> out{days.from};
        for (const auto& statute : m_.statutes)
            for (const auto day : {statute.term.days.from, statute.term.days.until})
                if (day > days.from && day < days.until) out.push_back(day);
        std::sort(out.begin(), out.end());
        out.erase(std::unique(out.begin(), out.end()), out.end());
        return out;
    }

    void by_law(Sheet& sheet, const graph::Run& run, const BitSet& tasks) const {
        std::vector<std::pair<Text, BitSet>> all;
        for (const auto day : days_of_law(run.days))
            tasks.each([&](std::size_t leaf) {
                const auto holder = grounds_by_law(m_, run.participant, m_.leaf_tasks[leaf], run.function, day);
                if (!holder) return;
                const auto text = holder_said(m_, *holder);
                auto same = std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.first == text; });
                if (same == all.end()) same = all.insert(all.end(), {text, BitSet(m_.leaf_tasks.size())});
                same->second.set(leaf);
            });
        if (all.empty()) return;
        Cell cell;
        for (const auto& each : all)
            cell.lines.push_back({each.second == tasks
                                      ? each.first
                                      : say(message::function_line, {tasks_of(m_, each.second), each.first}),
                                  {}});
        sheet.rows.emplace_back(say(message::label_by_law), std::move(cell));
        // Why a sentence about another function is in its chain.
        bool stated = true;
        tasks.each([&](std::size_t leaf) {
            stated = stated && holder_stated(m_, m_.leaf_tasks[leaf], run.function, day_.value_or(run.days.from));
        });
        if (const auto followed = m_[m_.leaf_functions[run.function]].follows; followed.valid() && !stated)
            sheet.rows.emplace_back(say(message::label_follows), Cell(name_of(m_, followed)));
    }

    /// `model.belegd, regel 12`: a file by its own name, wherever it lies.
    Text place_said(Span span) const {
        return say(message::in_line,
                   {Text(a_.texts.sources[span.file].bare_name()), number(a_.texts.sources.place(span).line)});
    }

    Text receivers_said(const graph::Step& step, PartyId party) const {
        const bool either = std::any_of(step.by.begin(), step.by.end(),
                                        [&](TransferId id) { return m_[id].together == Transfer::Together::either; });
        if (!either) return actors_said(m_, step.to, party);
        std::vector<Text> names;
        for (const auto& actor : step.to) names.push_back(actor_said(m_, actor, party));
        return listed_apart(step.to, names, true);
    }

    Cell step_cell(const graph::Step& step, PartyId party) const {
        const bool trio = std::any_of(step.by.begin(), step.by.end(), [&](TransferId id) { return m_[id].trio; });
        // `laat` says so in so many words; a transfer to who has it already does not.
        const bool in_so_many_words = std::any_of(step.by.begin(), step.by.end(),
                                                  [&](TransferId id) { return m_[id].kind == TransferKind::keeps; });
        Cell out(say(step.kind != TransferKind::keeps ? message::step_gives
                     : in_so_many_words               ? message::step_keeps
                                                      : message::step_to_himself,
                     {actor_said(m_, step.from, party), receivers_said(step, party), title_name(step.kind, trio)}));
        const auto add = [&](const Text& line) { out.lines.push_back({line, {}}); };
        for (const auto id : step.by) {
            const auto& x = m_[id];
            std::vector<Text> about{place_said(x.span)};
            if (x.cooperation.valid()) about.push_back(say(message::in_cooperation, {m_[x.cooperation].title}));
            auto days = x.term.days;
            if (x.cooperation.valid()) days = intersection(days, m_[x.cooperation].term.days);
            // As the paper has them, where they are those of one paper.
            const auto when = days == x.term.days ? counted_said(x.term) : counted_said(m_, m_[x.cooperation], days);
            if (!when.empty()) about.push_back(when);
            if (const auto* end = view_.world->revocation(x, party))
                about.push_back(say(message::revoked_as_of, {spelled(end->per.first)}));
            auto status = view_.world->status_of(x);
            if (status != Status::decided) about.push_back(name_of(status));
            add(quoted(x.text));
            add(with_certainty(joined(about, ", "), x.backing.certainty));
            const auto sources = sources_said(m_, x);
            const auto silent = say(message::source_silent, {name_of(x.backing.source)});
            for (const auto& source : sources) add(source == silent ? source : say(message::source_is, {source}));
            if (sources.empty()) add(say(message::source_is, {say(message::not_filled_in)}));
        }
        return out;
    }

    /// The cause for these cells only, or nothing when it is about others.
    std::optional<checks::Cause> restricted(checks::Cause cause, const graph::Run& run, const BitSet& tasks) const {
        if (cause.variant != q_.variant || cause.cells.empty()) return std::nullopt;
        if (cause.function != checks::Cause::kAnyFunction) {
            if (cause.function != run.function) return std::nullopt;
        } else {
            if (!cause.functions.has(run.function)) return std::nullopt;
            cause.functions = BitSet(m_.leaf_functions.size());
            cause.functions.set(run.function);
        }
        for (auto& cells : cause.cells) cells.tasks &= tasks;
        std::erase_if(cause.cells, [&](const checks::Cells& cells) {
            return cells.participant != run.participant || cells.tasks.none() ||
                   intersection(cells.days, run.days).empty();
        });
        if (cause.cells.empty()) return std::nullopt;
        return cause;
    }

    /// What belegd found about these cells: where it is, who had it before, why, and every remedy.
    void findings(Sheet& sheet, const graph::Run& run, const BitSet& tasks) const {
        for (const auto& each : a_.causes) {
            const auto cause = restricted(each, run, tasks);
            if (!cause) continue;
            const auto worded = analysis::worded(*a_.subject, *cause);
            const auto accepted = analysis::accepted(m_, worded, a_.today);
            const bool open = worded.severity() == Severity::error && !accepted;
            Cell cell(worded.message, {}, open ? Cell::Mark::open : Cell::Mark::none);
            const auto label = [&](const Label& at) {
                if (at.text.empty()) return;
                const auto words = Text(std::string(a_.texts.sources.text(at.span)));
                cell.lines.push_back({say(message::words_at, {place_said(at.span), words, at.text}), {}});
            };
            for (const auto& related : worded.related) label(related);
            label(worded.primary);
            for (const auto& fact : worded.facts) cell.lines.push_back({fact, {}});
            if (!worded.why.empty()) cell.lines.push_back({worded.why, {}});
            if (accepted) cell.lines.push_back({say(message::finding_accepted, {Text(accepted->reason)}), {}});
            sheet.rows.emplace_back(joined({Text(std::string(worded.code_id())), worded.code_name()}, " "),
                                    std::move(cell));
            Cell remedies;
            for (const auto& remedy : worded.remedies) remedies.lines.push_back({remedy.text, {}});
            if (!remedies.lines.empty()) sheet.rows.emplace_back(say(message::remedy), std::move(remedies));
        }
    }

    const analysis::Analysis& a_;
    const Model& m_;
    const Question& q_;
    const checks::Subject::View& view_;
    std::optional<Day> day_;                  ///< whose answers are explained
    std::optional<checks::Earlier> earlier_;  ///< of a day before the first of the model
};

}  // namespace

Document explanation(const analysis::Analysis& analysis, const Question& question) {
    return Explainer(analysis, question).document();
}

}  // namespace belegd::report
