// B14: within a scope nothing has effect, but a sentence leaves open whether it settles these cells too.
#include <algorithm>

#include "checks/open_lists.hpp"
#include "checks/sentences.hpp"
#include "diagnostics/messages/coverage.hpp"
#include "model/describe.hpp"

namespace belegd::checks {
namespace {

using namespace model;
using Why = Undetermined::Why;

/// What the words leave open, and the silence that does.
void blame(Cause& cause, const Undetermined& each) {
    if (cause.cells.size() > 1) return;
    cause.reason = static_cast<std::uint32_t>(each.why);
    cause.item = static_cast<std::uint32_t>(each.why == Why::receiver ? each.by->open_receiver : each.by->open_matter);
}

/// In no scope, but given to somebody who is not stated.
void outside_scopes(const Subject& subject, const Subject::View& view, const graph::Run& run, Causes& causes) {
    std::vector<CooperationId> where;
    for (const auto& x : subject.model.without_act)
        if (x.why_not == Transfer::WhyNot::not_stated && x.tasks.intersects(run.tasks) &&
            std::find(where.begin(), where.end(), x.cooperation) == where.end())
            where.push_back(x.cooperation);
    if (where.empty()) return;
    for (const auto& days : unchanging(subject, run.days))
        for (const auto cooperation : where)
            for (const auto& each :
                 undetermined(subject, view, cooperation, run.participant, run.function, days.from, run.tasks))
                if (each.why == Why::receiver)
                    blame(causes.add(Code::B14, view.variant, each.place, {}, run.function,
                                     {run.participant, each.tasks, days}),
                          each);
}

}  // namespace

void find_cannot_be_said(const Subject& subject, Causes& causes) {
    for (const auto& view : subject.views())
        for (const auto& run : view.coverage->runs) {
            if (subject.answer(run).state == graph::State::by_law) {
                outside_scopes(subject, view, run, causes);
                continue;
            }
            if (subject.answer(run).state != graph::State::unassigned) continue;
            const auto tasks = run.tasks - subject.interrupted(view, run);
            if (tasks.none()) continue;
            for (const auto& claim : view.claims->of(run.participant))
                for (const auto& period : claim.periods) {
                    const auto days = intersection(period, run.days);
                    if (days.empty()) continue;
                    auto left = view.claims->tasks(claim, run.participant, run.function, days.from) & tasks;
                    for (const auto& each : undetermined(subject, view, claim.cooperation, run.participant,
                                                         run.function, days.from, left)) {
                        const auto here = each.tasks & left;
                        if (here.none()) continue;
                        blame(causes.add(Code::B14, view.variant, each.place,
                                         {subject.list_of(claim.cooperation, *claim.scope)}, run.function,
                                         {run.participant, here, days}),
                              each);
                        left -= here;
                    }
                }
        }
}

Diagnostic word_cannot_be_said(const Subject& subject, const Cause& cause) {
    const auto& model = subject.model;
    const auto matter = matter_said(model, cause);
    Diagnostic out{
        Code::B14, say(message::b14, {matter}), at(cause.culprit.span), {}, cells_said(subject, cause), {}, {},
        {},        id_of(subject, cause, "")};
    const auto why = static_cast<Why>(cause.reason);
    const auto silence = name_of(static_cast<Silence>(cause.item));
    switch (why) {
        case Why::more_functions: out.primary.text = say(message::open_functions); break;
        case Why::more_tasks: out.primary.text = say(message::open_tasks); break;
        case Why::more_participants: out.primary.text = say(message::open_for_whom); break;
        case Why::receiver: out.primary.text = say(message::open_receiver, {silence}); break;
        case Why::matter: out.primary.text = say(message::open_matter, {silence}); break;
    }
    for (const auto& second : cause.seconds) out.related.push_back(at(second.span, say(message::within_scope)));
    const auto law = by_law(model, cause);
    out.why = say(message::b14_why, {by_law_said(model, law)});
    out.citations = law.citations;
    out.remedies = {{say(why == Why::receiver            ? message::b14_remedy_receiver
                         : why == Why::more_participants ? message::b14_remedy_participants
                                                         : message::b14_remedy)}};
    return out;
}

}  // namespace belegd::checks
