#include "report/open_points.hpp"

#include <algorithm>

#include "analysis/acceptances.hpp"
#include "analysis/findings.hpp"
#include "diagnostics/messages/reports.hpp"
#include "model/describe.hpp"

namespace belegd::report {
namespace {

using namespace model;

class OpenPoints {
   public:
    OpenPoints(const analysis::Analysis& analysis, const Overview& what, const BitSet& tasks, const BitSet& functions,
               Day day, const std::function<bool(CooperationId)>& concerns)
        : a_(analysis),
          m_(analysis.model),
          what_(what),
          tasks_(tasks),
          functions_(functions),
          day_(day),
          concerns_(concerns) {}

    void write(Document& out) const {
        std::vector<Diagnostic> findings;
        for (const auto& cause : causes()) findings.push_back(analysis::worded(*a_.subject, cause));
        std::stable_sort(findings.begin(), findings.end(),
                         [](const Diagnostic& a, const Diagnostic& b) { return a.severity() > b.severity(); });
        Bullets points;
        for (const auto& worded : findings) {
            const Text code(std::string(worded.code_id()));
            const auto facts = joined(worded.facts, "; ");
            auto text = worded.facts.empty() ? say(message::open_point_bare, {worded.message, code})
                        : worded.rule        ? say(message::open_point_of_rule, {worded.message, facts, code})
                                             : say(message::open_point, {worded.message, facts, code});
            // A finding can word its municipalities and tasks in equal terms for different statements.
            const bool is_new = std::none_of(points.items.begin(), points.items.end(),
                                             [&](const Cell& other) { return other.lines.front().text == text; });
            if (!is_new) continue;
            const auto accepted = analysis::accepted(m_, worded, a_.today);
            if (accepted) text = say(message::open_point_accepted, {text, Text(accepted->reason)});
            const bool error = worded.severity() == Severity::error && !accepted;
            points.items.push_back({text, {}, error ? Cell::Mark::open : Cell::Mark::none});
        }
        out.blocks.emplace_back(Heading{2, say(message::heading_open)});
        if (points.items.empty())
            out.blocks.emplace_back(Paragraph{say(message::nothing_open)});
        else
            out.blocks.emplace_back(std::move(points));
        left_out(out);
    }

   private:
    /// What the model leaves out on purpose, as a whole or of a cooperation that belongs here.
    void left_out(Document& out) const {
        Bullets items;
        for (const auto& omission : m_.omissions) {
            const auto id = omission.cooperation;
            if (id.valid() && !concerns_(id)) continue;
            const auto what =
                id.valid() ? say(message::left_out_of, {Text(omission.what), Text(m_[id].name)}) : Text(omission.what);
            items.items.push_back(Cell(say(message::left_out, {what, Text(omission.why)})));
        }
        if (items.items.empty()) return;
        out.blocks.emplace_back(Paragraph{say(message::left_out_lead)});
        out.blocks.emplace_back(std::move(items));
    }

    bool shows(PartyId party) const {
        return std::find(what_.parties.begin(), what_.parties.end(), party) != what_.parties.end();
    }

    /// A finding that is about no cells is shown with the cooperation in which it stands.
    bool is_about_shown(Span culprit) const {
        for (std::uint32_t i = 0; i < m_.cooperations.size(); ++i) {
            const auto& span = m_.cooperations[i].span;
            if (span.file == culprit.file && span.begin <= culprit.begin && culprit.end <= span.end)
                return concerns_({i});
        }
        return true;
    }

    /// The cause for the municipalities, tasks and functions of the overview, or nothing.
    std::optional<checks::Cause> restricted(checks::Cause cause) const {
        if (cause.cells.empty()) return is_about_shown(cause.culprit.span) ? std::optional(cause) : std::nullopt;
        // What falls back is told whatever the task: an ending takes more along than one domain.
        const bool every_task = cause.code == Code::B08;
        // What was over by the day looked at is open no longer.
        std::erase_if(cause.cells, [&](const checks::Cells& cells) {
            return !shows(cells.participant) || (what_.reference_day && cells.days.until <= day_);
        });
        if (!every_task) {
            if (cause.function != checks::Cause::kAnyFunction) {
                if (!functions_.has(cause.function)) return std::nullopt;
            } else if (cause.functions.any()) {
                cause.functions &= functions_;
                if (cause.functions.none()) return std::nullopt;
            }
            for (auto& cells : cause.cells) cells.tasks &= tasks_;
            std::erase_if(cause.cells, [](const checks::Cells& cells) { return cells.tasks.none(); });
        }
        if (cause.cells.empty()) return std::nullopt;
        return cause;
    }

    /// The causes of every situation; what an earlier situation showed already is not repeated.
    std::vector<checks::Cause> causes() const {
        std::vector<checks::Cause> out;
        for (const auto column : what_.columns)
            for (const auto& each : a_.causes) {
                if (each.variant != column) continue;
                auto cause = restricted(each);
                if (!cause) continue;
                const bool about_cells = !cause->cells.empty();
                bool repeated = false;
                for (const auto& other : out) {
                    if (!other.same_as(*cause)) continue;
                    repeated = true;
                    for (auto& cells : cause->cells)
                        for (const auto& said : other.cells)
                            if (said.participant == cells.participant && said.days.from <= cells.days.from &&
                                cells.days.until <= said.days.until)
                                cells.tasks -= said.tasks;
                }
                std::erase_if(cause->cells, [](const checks::Cells& cells) { return cells.tasks.none(); });
                if (about_cells ? cause->cells.empty() : repeated) continue;
                out.push_back(std::move(*cause));
            }
        return out;
    }

    const analysis::Analysis& a_;
    const Model& m_;
    const Overview& what_;
    const BitSet &tasks_, &functions_;
    Day day_;
    const std::function<bool(CooperationId)>& concerns_;
};

}  // namespace

void open_points(Document& out, const analysis::Analysis& analysis, const Overview& what, const BitSet& tasks,
                 const BitSet& functions, Day day, const std::function<bool(CooperationId)>& concerns) {
    OpenPoints(analysis, what, tasks, functions, day, concerns).write(out);
}

}  // namespace belegd::report
