// B03: days without any statement between days with one. The culprit is the end of the earlier statement.
#include <algorithm>

#include "checks/lines.hpp"
#include "checks/open_lists.hpp"
#include "checks/subject.hpp"
#include "diagnostics/messages/coverage.hpp"
#include "model/dates.hpp"
#include "model/describe.hpp"

namespace belegd::checks {

using namespace model;

namespace {

/// Whether it was with the same one before, after and, by law, in between: for him nothing was interrupted.
bool stays_put(const Subject& subject, const Subject::View& view, const graph::Gap& gap, const graph::Answer& before,
               const graph::Answer& after, const BitSet& tasks) {
    const auto kept = [](const graph::Answer& answer) {
        return answer.chain.size() == 1 && answer.chain.front().kind == TransferKind::keeps;
    };
    if (!kept(before) || !kept(after) || before.performers != after.performers) return false;
    for (const auto* run : subject.runs(view, gap.participant, gap.function)) {
        if (!run->tasks.intersects(tasks) || intersection(run->days, gap.days).empty()) continue;
        const auto& answer = subject.answer(*run);
        if (answer.state != graph::State::by_law || answer.performers != before.performers) return false;
    }
    return true;
}

}  // namespace

void find_interruption(const Subject& subject, Causes& causes) {
    for (const auto& view : subject.views())
        for (const auto& gap : view.coverage->gaps) {
            auto left = gap.tasks - open_within(subject, view, gap);
            for (const auto* before :
                 subject.explicit_before(view, gap.participant, gap.function, gap.tasks, gap.days.from))
                for (const auto* after :
                     subject.explicit_from(view, gap.participant, gap.function, gap.tasks, gap.days.until)) {
                    auto tasks = left & before->tasks & after->tasks;
                    if (tasks.none()) continue;
                    left -= tasks;
                    if (only_follows(subject.model, gap.function, subject.answer(*before)) &&
                        only_follows(subject.model, gap.function, subject.answer(*after)))
                        continue;  // told of what it follows
                    if (stays_put(subject, view, gap, subject.answer(*before), subject.answer(*after), tasks)) continue;
                    const auto end = subject.end_of(view, subject.answer(*before).chain.front().by.front(),
                                                    gap.participant, gap.days.from);
                    const auto start = subject.start_of(subject.answer(*after).chain.front().by.front(),
                                                        gap.participant, gap.days.until);
                    causes.add(Code::B03, view.variant, end, {start}, gap.function,
                               {gap.participant, std::move(tasks), gap.days});
                }
        }
}

Diagnostic word_interruption(const Subject& subject, const Cause& cause) {
    const auto& model = subject.model;
    const auto& first = cause.cells.front();
    const auto days = first.days.until.count - first.days.from.count;
    const auto last = first.days.until.previous();
    const bool one = days == 1;
    const bool by_days = !stretch_from(model, first.days.from) && !stretch_from(model, first.days.until);
    const auto when = one       ? spelled(first.days)
                      : by_days ? say(message::from_through, {spelled(first.days.from), spelled(last)})
                                : period_said(model, first.days);
    const auto how_long = one ? say(message::one_day) : say(message::many_days, {number(days)});
    const auto law = by_law(model, cause);
    Diagnostic out{
        Code::B03,
        say(message::b03, {matter_said(model, cause), when, say(one ? message::that_day : message::those_days),
                           by_law_said(model, law)}),
        at(cause.culprit.span, say(message::ends_here, {acting_said(model, performers_before(subject, cause))})),
        {at(cause.seconds.front().span,
            say(message::begins_again, {acting_said(model, performers_after(subject, cause))}))},
        cells_said(subject, cause),
        by_days ? say(message::b03_why, {how_long}) : say(message::b03_why_about),
        {},
        {},
        id_of(subject, cause, iso(first.days.from))};
    out.remedies = {choice(stretch_from(model, first.days.until)
                               ? say(message::b03_longer_until, {day_said(model, first.days.until)})
                               : say(message::b03_longer, {spelled(last)})),
                    choice(say(message::b03_earlier, {day_said(model, first.days.from)}))};
    return out;
}

}  // namespace belegd::checks
