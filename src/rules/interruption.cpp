// B03: days without any statement between days with one. The culprit is the end of the earlier statement.
#include <algorithm>

#include "model/describe.hpp"
#include "rules/subject.hpp"

namespace belegd::rules {

using namespace model;

void find_interruption(const Subject& subject, Causes& causes) {
    for (const auto& view : subject.views())
        for (const auto& gap : view.coverage->gaps) {
            auto left = gap.tasks;
            for (const auto* before :
                 subject.explicit_before(view, gap.participant, gap.function, gap.tasks, gap.days.from))
                for (const auto* after :
                     subject.explicit_from(view, gap.participant, gap.function, gap.tasks, gap.days.until)) {
                    auto tasks = left & before->tasks & after->tasks;
                    if (tasks.none()) continue;
                    left -= tasks;
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
    const auto& view = subject.view(cause.variant);
    const auto& first = cause.cells.front();
    const auto days = first.days.until.count - first.days.from.count;
    const auto how_long = days == 1 ? say(Message::one_day) : say(Message::many_days, {number(days)});
    Text before, after;
    for (const auto* run :
         subject.explicit_before(view, first.participant, cause.function, first.tasks, first.days.from))
        before = names_of(model, subject.answer(*run).performers);
    for (const auto* run :
         subject.explicit_from(view, first.participant, cause.function, first.tasks, first.days.until))
        after = names_of(model, subject.answer(*run).performers);
    Diagnostic out{Code::B03,
                   say(Message::b03, {matter_said(model, cause), how_long}),
                   at(cause.culprit, say(Message::ends_here, {before})),
                   {at(cause.seconds.front(), say(Message::begins_again, {after}))},
                   cells_said(model, cause),
                   say(Message::b03_why),
                   {},
                   {},
                   id_of(model, cause, iso(first.days.from))};
    out.remedies = {{say(Message::b03_longer, {spelled(first.days.until.previous())})},
                    {say(Message::b03_earlier, {spelled(first.days.from)})}};
    return out;
}

}  // namespace belegd::rules
