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

/// What the blamed words leave open.
struct Opened {
    Why why;
    const Transfer* by = nullptr;
};
Opened why_of(const Model& model, Span words) {
    for (const auto& x : model.transfers) {
        if (x.open_for && x.for_span == words) return {Why::more_participants, &x};
        if (x.open_tasks && x.head_span == words) return {Why::more_tasks, &x};
        if (x.open_functions && x.head_span == words) return {Why::more_functions, &x};
    }
    for (const auto& cooperation : model.cooperations)
        for (const auto& package : cooperation.packages)
            if (package.open_takers && package.takers_span == words) return {Why::more_participants};
    for (const auto& x : model.without_act)
        if (x.receiver_span == words) return {Why::receiver, &x};
    for (const auto& x : model.without_act)
        if (x.head_span == words) return {Why::matter, &x};
    return {Why::matter};
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
                    causes.add(Code::B14, view.variant, each.span, {}, run.function,
                               {run.participant, each.tasks, days});
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
                        causes.add(Code::B14, view.variant, each.span, {claim.scope->list_span}, run.function,
                                   {run.participant, here, days});
                        left -= here;
                    }
                }
        }
}

Diagnostic word_cannot_be_said(const Subject& subject, const Cause& cause) {
    const auto& model = subject.model;
    const auto matter = matter_said(model, cause);
    Diagnostic out{Code::B14, say(message::b14, {matter}), at(cause.culprit), {}, cells_said(subject, cause), {}, {},
                   {},        id_of(subject, cause, "")};
    const auto [why, by] = why_of(model, cause.culprit);
    switch (why) {
        case Why::more_functions: out.primary.text = say(message::open_functions); break;
        case Why::more_tasks: out.primary.text = say(message::open_tasks); break;
        case Why::more_participants: out.primary.text = say(message::open_for_whom); break;
        case Why::receiver: out.primary.text = say(message::open_receiver, {name_of(by->open_receiver)}); break;
        case Why::matter:
            out.primary.text =
                say(message::open_matter, {name_of(by != nullptr ? by->open_matter : Silence::not_stated)});
            break;
    }
    for (const auto& second : cause.seconds) out.related.push_back(at(second, say(message::within_scope)));
    const auto law = by_law(model, cause);
    out.why = say(message::b14_why, {by_law_said(model, law)});
    out.citations = law.citations;
    out.remedies = {{say(why == Why::receiver            ? message::b14_remedy_receiver
                         : why == Why::more_participants ? message::b14_remedy_participants
                                                         : message::b14_remedy)}};
    return out;
}

}  // namespace belegd::checks
