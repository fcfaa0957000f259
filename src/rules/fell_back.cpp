// B08: a statement ended, no other came, and no cooperation claims it: it fell back to the holder by law.
#include <algorithm>

#include "model/describe.hpp"
#include "rules/subject.hpp"

namespace belegd::rules {

using namespace model;

void find_fell_back(const Subject& subject, Causes& causes) {
    for (const auto& view : subject.views())
        for (const auto& run : view.coverage->runs) {
            if (subject.answer(run).state != graph::State::by_law) continue;
            auto left = run.tasks;
            for (const auto& gap : view.coverage->gaps)
                if (gap.participant == run.participant && gap.function == run.function &&
                    gap.days.from <= run.days.from && run.days.until <= gap.days.until)
                    left -= gap.tasks;
            if (left.none()) continue;
            for (const auto* before :
                 subject.explicit_before(view, run.participant, run.function, left, run.days.from)) {
                const auto tasks = left & before->tasks;
                const auto& chain = subject.answer(*before).chain;
                // What was kept where it is did not move, so nothing falls back.
                if (chain.size() == 1 && chain.front().kind == TransferKind::keeps) continue;
                const auto first = chain.front().by.front();
                const auto end = subject.end_of(view, first, run.participant, run.days.from);
                std::vector<Span> seconds;
                if (!(end == subject.model[first].head_span)) seconds.push_back(subject.model[first].head_span);
                causes.add(Code::B08, view.variant, end, std::move(seconds), run.function,
                           {run.participant, tasks, run.days});
            }
        }
}

Diagnostic word_fell_back(const Subject& subject, const Cause& cause) {
    const auto& model = subject.model;
    const auto& cells = cause.cells.front();
    const auto& view = subject.view(cause.variant);
    Text was, now;
    for (const auto* run :
         subject.explicit_before(view, cells.participant, cause.function, cells.tasks, cells.days.from))
        was = names_of(model, subject.answer(*run).performers);
    for (const auto* run : subject.runs(view, cells.participant, cause.function))
        if (run->days.from <= cells.days.from && cells.days.from < run->days.until &&
            run->tasks.intersects(cells.tasks))
            now = names_of(model, subject.answer(*run).performers);
    Diagnostic out{Code::B08,
                   say(Message::b08, {matter_said(model, cause), now}),
                   at(cause.culprit, say(Message::ends_here, {was})),
                   {},
                   cells_said(model, cause),
                   say(Message::b08_why),
                   {},
                   {},
                   id_of(model, cause, "")};
    for (const auto& second : cause.seconds) out.related.push_back(at(second, say(Message::came_from_here)));
    out.facts.push_back(
        say(Message::was_with, {spelled(cells.days.from.previous()), was, Text(model[cells.participant].name)}));
    out.remedies = {{say(Message::b08_remedy, {matter_said(model, cause)})}};
    return out;
}

}  // namespace belegd::rules
