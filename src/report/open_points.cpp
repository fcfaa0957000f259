#include "report/open_points.hpp"

#include <algorithm>
#include <set>

#include "analysis/about.hpp"
#include "analysis/acceptances.hpp"
#include "analysis/findings.hpp"
#include "analysis/questions.hpp"
#include "checks/open_lists.hpp"
#include "diagnostics/messages/appendix.hpp"
#include "diagnostics/messages/coverage.hpp"
#include "diagnostics/messages/reports.hpp"
#include "model/describe.hpp"

namespace belegd::report {
namespace {

using namespace model;

class OpenPoints {
   public:
    explicit OpenPoints(const Frame& frame) : f_(frame), a_(frame.analysis), m_(frame.model) {}

    /// Each once, the gravest first; what is asked is counted apart, as `check` does.
    OpenFindings found(const checks::Subject& in_words_of) const {
        OpenFindings out;
        std::vector<checks::Cause> asked;
        const auto of_the_day = causes(true);
        for (const auto& cause : of_the_day) {
            auto worded = analysis::worded(in_words_of, cause);
            if (&in_words_of != &*a_.subject) name_for_readers(in_words_of.model, cause, worded);
            if (const auto accepted = analysis::accepted(m_, worded, a_.today)) worded.accepted = *accepted;
            if (worded.is_question() && !worded.accepted) {
                asked.push_back(cause);
                continue;
            }
            // A finding can word its municipalities and tasks in equal terms for different statements.
            const auto text = said(worded);
            const bool is_new = std::none_of(out.findings.begin(), out.findings.end(),
                                             [&](const Diagnostic& other) { return said(other) == text; });
            if (is_new) out.findings.push_back(std::move(worded));
        }
        std::stable_sort(out.findings.begin(), out.findings.end(),
                         [](const Diagnostic& a, const Diagnostic& b) { return a.severity() > b.severity(); });
        out.questions = questions_among(asked);
        for (const auto& cause : causes(false)) {
            // What is open on the day too is no other point.
            if (std::any_of(of_the_day.begin(), of_the_day.end(),
                            [&](const checks::Cause& each) { return each.same_as(cause); }))
                continue;
            auto worded = analysis::worded(in_words_of, cause);
            if (worded.is_question() || analysis::accepted(m_, worded, a_.today)) continue;
            ++out.later;
            if (is_grave(worded)) ++out.later_grave;
        }
        return out;
    }

    void write(Document& out) const {
        const auto open = found(*a_.subject);
        Bullets points;
        for (const auto& worded : open.findings)
            points.items.push_back({said(worded), {}, is_grave(worded) ? Cell::Mark::open : Cell::Mark::none});
        if (open.questions > 0)
            points.items.push_back(Cell(open.questions == 1 ? say(message::open_question)
                                                            : say(message::open_questions, {number(open.questions)})));
        out.blocks.emplace_back(Heading{2, say(message::heading_open)});
        if (points.items.empty())
            out.blocks.emplace_back(Paragraph{say(message::nothing_open)});
        else
            out.blocks.emplace_back(std::move(points));
        Bullets items;
        for (const auto& each : left_out()) items.items.push_back(Cell(each));
        if (items.items.empty()) return;
        out.blocks.emplace_back(Paragraph{say(message::left_out_lead)});
        out.blocks.emplace_back(std::move(items));
    }

    /// Of cells, and of versions, on days before or after: what holds on no day in particular is told with its cooperation.
    std::vector<LaterPoint> other_days() const {
        std::vector<LaterPoint> out;
        for (const auto& cause : causes(false)) {
            std::optional<Period> days;
            const auto widen = [&](Period more) {
                days = days ? Period{std::min(days->from, more.from), std::max(days->until, more.until)} : more;
            };
            for (const auto& cells : cause.cells) widen(cells.days);
            if (cause.cells.empty())
                for (const auto version : analysis::about(*a_.subject, cause).versions)
                    for (const auto& in : f_.taking_part(cause.variant, version)) widen(in);
            if (!days) continue;
            auto worded = analysis::worded(*a_.subject, cause);
            if (const auto accepted = analysis::accepted(m_, worded, a_.today)) worded.accepted = *accepted;
            out.push_back({*days, said(worded)});
        }
        return out;
    }

    std::vector<LaterPoint> by_day(const checks::Subject& in_words_of) const {
        std::vector<LaterPoint> out;
        for (const bool of_the_day : {true, false})
            for (const auto& cause : causes(of_the_day)) {
                if (cause.cells.empty() || !changes_who_does_it(cause.code)) continue;
                auto worded = analysis::worded(in_words_of, cause);
                if (&in_words_of != &*a_.subject) name_for_readers(in_words_of.model, cause, worded);
                if (worded.is_question() || analysis::accepted(m_, worded, a_.today)) continue;
                auto days = cause.cells.front().days;
                for (const auto& cells : cause.cells)
                    days = {std::min(days.from, cells.days.from), std::max(days.until, cells.days.until)};
                out.push_back({days, said(worded), cause.culprit.span});
            }
        return out;
    }

    static bool changes_who_does_it(Code code) {
        switch (code) {
            case Code::B01:
            case Code::B02:
            case Code::B03:
            case Code::B04:
            case Code::B05:
            case Code::B08: return true;
            default: return false;
        }
    }

    /// What the model leaves out on purpose, as a whole or of a cooperation that belongs here.
    std::vector<Text> left_out() const {
        std::vector<Text> out;
        for (const auto& omission : m_.omissions) {
            const auto id = omission.cooperation;
            if (id.valid() && !is_shown(m_[id].first_version)) continue;
            const auto what =
                id.valid() ? say(message::left_out_of, {Text(omission.what), Text(m_[id].name)}) : Text(omission.what);
            out.push_back(say(message::left_out, {what, Text(omission.why)}));
        }
        return out;
    }

   private:
    /// How many questions are asked in one of these places: each fact once, whoever asks it.
    long long questions_among(const std::vector<checks::Cause>& asked) const {
        if (asked.empty()) return 0;
        std::set<Span> places;
        for (const auto& cause : asked) places.insert(cause.culprit.span);
        return static_cast<long long>(analysis::count_of_questions(a_, {.places = std::move(places)}));
    }

    /// A finding in one sentence with its code, and why it may stand.
    static Text said(const Diagnostic& worded) {
        const Text code(std::string(worded.code_id()));
        const auto facts = joined(worded.facts, "; ");
        auto text = worded.facts.empty() ? say(message::open_point_bare, {worded.message, code})
                    : worded.rule        ? say(message::open_point_of_rule, {worded.message, facts, code})
                                         : say(message::open_point, {worded.message, facts, code});
        return worded.accepted ? say(message::open_point_accepted, {text, Text(worded.accepted->reason)}) : text;
    }

    /// Who never sees the model reads what a sentence gives, not the sentence itself.
    void name_for_readers(const Model& titled, const checks::Cause& cause, Diagnostic& worded) const {
        if (!cause.culprit.row.valid()) return;
        const auto& x = titled[cause.culprit.row];
        if (cause.code == Code::B11) {
            worded.message =
                say(message::b11, {functions_of(titled, cause.functions), tasks_named(titled, x.named_tasks, x.tasks)});
            return;
        }
        const auto tasks = tasks_named(titled, x.named_tasks, x.tasks);
        const auto what =
            x.functions.none() ? tasks : say(message::function_of_tasks, {functions_of(titled, x.functions), tasks});
        const auto named = say(message::sentence_about, {what, title_name(x.kind, x.trio)});
        const auto written = a_.texts.sources.text(cause.culprit.span);
        for (const auto& each : {quoted(x.text), quoted(Text(on_one_line(written)))})
            for (const auto language : {Language::nl, Language::en}) {
                auto& text = language == Language::nl ? worded.message.nl : worded.message.en;
                if (const auto at = text.find(each.in(language)); at != std::string::npos)
                    text.replace(at, each.in(language).size(), named.in(language));
            }
    }

    /// Whether a version is the one of the day, in some situation.
    bool is_of_the_day(CooperationId version) const {
        return std::any_of(f_.what.columns.begin(), f_.what.columns.end(),
                           [&](VariantId column) { return f_.of_the_day(column, version); });
    }

    /// Whether a version of a cooperation is one of the day, in some situation.
    bool is_shown(CooperationId first) const {
        return std::any_of(f_.what.columns.begin(), f_.what.columns.end(), [&](VariantId column) {
            const auto& versions = f_.world(column).versions(first);
            return std::any_of(versions.begin(), versions.end(),
                               [&](std::uint32_t version) { return f_.of_the_day(column, {version}); });
        });
    }

    /// A sentence that counts for others, for other tasks or on other days is none of these; one that counts for nobody
    /// is told with its cooperation.
    bool is_of_others(VariantId column, TransferId id) const {
        if (!m_[id].tasks.intersects(f_.tasks)) return true;
        bool counts = false;
        for (const auto row : a_.subject->rows_of(id)) {
            if (holds_on(f_.counting(column, m_[row]), f_.day)) return false;
            for (const auto owner : m_.owners()) counts = counts || !f_.world(column).validity(m_[row], owner).empty();
        }
        return counts;
    }

    /// A finding that is about no cells is shown with what it is about; of another version than that of the day it is a
    /// finding of other days.
    bool is_about_shown(const checks::Cause& cause, bool of_the_day) const {
        const auto about = analysis::about(*a_.subject, cause);
        if (about.tasks.any() && !about.tasks.intersects(f_.tasks)) return false;
        if (!about.municipalities.empty() && std::none_of(about.municipalities.begin(), about.municipalities.end(),
                                                          [&](PartyId party) { return f_.shows(party); }))
            return false;
        const bool is_now = about.versions.empty() || std::any_of(about.versions.begin(), about.versions.end(),
                                                                  [&](CooperationId id) { return is_of_the_day(id); });
        if (is_now != of_the_day) return false;
        auto places = cause.seconds;
        places.insert(places.begin(), cause.culprit);
        return std::any_of(places.begin(), places.end(), [&](const checks::Passage& place) {
            if (place.row.valid() && is_of_others(cause.variant, place.row)) return false;
            return place.cooperation.valid() ? is_shown(place.cooperation) : is_outside(place);
        });
    }

    /// In no cooperation: a decision of others, or a task that is not asked about, is none of these.
    bool is_outside(const checks::Passage& place) const {
        const auto holds = [&](Span span) {
            return span.file == place.span.file && span.begin <= place.span.begin && place.span.end <= span.end;
        };
        for (std::uint32_t i = 0; i < m_.decisions.size(); ++i)
            if (holds(m_.decisions[i].span)) return is_decision_shown({i});
        for (const auto& task : m_.tasks)
            if (task.span == place.span) return task.leaves.intersects(f_.tasks);
        return true;
    }

    bool is_decision_shown(DecisionId id) const {
        bool gives = false;
        for (std::uint32_t i = 0; i < m_.transfers.size(); ++i) {
            if (m_.transfers[i].decision != id) continue;
            gives = true;
            for (const auto column : f_.what.columns)
                if (!is_of_others(column, {i})) return true;
        }
        const auto& decision = m_[id];
        for (const auto& under : decision.under)
            if (under.cooperation.valid()) return is_shown(under.cooperation);
        const bool of_municipality = decision.by && decision.by->owner == Actor::Owner::party &&
                                     m_.parties[decision.by->index].kind == Party::Kind::municipality;
        return !gives && (!of_municipality || f_.shows({decision.by->index}));
    }

    /// The cause for the municipalities, tasks and functions of the overview, on its day or on the others; or nothing.
    std::optional<checks::Cause> restricted(checks::Cause cause, bool of_the_day) const {
        if (cause.cells.empty())
            return is_about_shown(cause, of_the_day) ? std::optional(std::move(cause)) : std::nullopt;
        // What falls back is told whatever the task: an ending takes more along than one domain.
        const bool every_task = cause.code == Code::B08;
        std::erase_if(cause.cells, [&](const checks::Cells& cells) {
            return !f_.shows(cells.participant) || cells.days.contains(f_.day) != of_the_day;
        });
        if (!every_task) {
            if (cause.function != checks::Cause::kAnyFunction) {
                if (!f_.functions.has(cause.function)) return std::nullopt;
            } else if (cause.functions.any()) {
                cause.functions &= f_.functions;
                if (cause.functions.none()) return std::nullopt;
            }
            for (auto& cells : cause.cells) cells.tasks &= f_.tasks;
            std::erase_if(cause.cells, [](const checks::Cells& cells) { return cells.tasks.none(); });
        }
        if (cause.cells.empty()) return std::nullopt;
        return cause;
    }

    /// The causes of every situation; what an earlier situation showed already is not repeated.
    std::vector<checks::Cause> causes(bool of_the_day) const {
        std::vector<checks::Cause> out;
        for (const auto column : f_.what.columns)
            for (const auto& each : a_.causes) {
                if (each.variant != column) continue;
                auto cause = restricted(each, of_the_day);
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
        return checks::functions_together(*a_.subject, std::move(out));
    }

    const Frame& f_;
    const analysis::Analysis& a_;
    const Model& m_;
};

}  // namespace

bool is_grave(const Diagnostic& worded) { return worded.severity() == Severity::error && !worded.accepted; }

std::vector<LaterPoint> points_by_day(const Frame& frame, const checks::Subject& in_words_of) {
    return OpenPoints(frame).by_day(in_words_of);
}

OpenFindings open_findings(const Frame& frame) { return OpenPoints(frame).found(*frame.analysis.subject); }
OpenFindings open_findings(const Frame& frame, const checks::Subject& in_words_of) {
    return OpenPoints(frame).found(in_words_of);
}

std::vector<Text> left_out_said(const Frame& frame) { return OpenPoints(frame).left_out(); }

void open_points(Document& out, const Frame& frame) { OpenPoints(frame).write(out); }

std::vector<LaterPoint> points_of_other_days(const Frame& frame) { return OpenPoints(frame).other_days(); }

}  // namespace belegd::report
