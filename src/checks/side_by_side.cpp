// B15: two sentences about one cell that the text keeps apart by a condition or a part (D16): which one answers depends
// on what the model cannot know.
#include <algorithm>

#include "checks/limits.hpp"
#include "checks/lines.hpp"
#include "checks/subject.hpp"
#include "diagnostics/messages/coverage.hpp"
#include "model/describe.hpp"

namespace belegd::checks {
namespace {

using namespace model;

/// Whether every sentence of a step is bound to a condition or a part; an amount that a mandate goes up to is none (D14).
bool is_bound(const Model& model, const graph::Step& step) {
    return std::all_of(step.by.begin(), step.by.end(),
                       [&](TransferId id) { return model[id].condition && !model[id].is_capped(); });
}
/// The sentence of a step that holds without more; invalid when there is none, when it only amounts to keeping, or when
/// it says itself that it takes what the other leaves: `voor het overige`.
TransferId unbound(const Model& model, const graph::Step& step) {
    const bool stays = step.to.size() == 1 && step.to.front() == step.from;
    for (const auto id : step.by)
        if (!model[id].condition && !model[id].remainder && (!stays || model[id].kind == TransferKind::keeps))
            return id;
    return {};
}
/// Mandates to organs of one body stand beside each other, each within its own limit (D14).
bool beside(const graph::Step& a, const graph::Step& b) {
    const auto body = a.to.front().whole();
    const auto within = [&](const graph::Step& step) {
        return is_mandate(step.kind) && std::all_of(step.to.begin(), step.to.end(), [&](const Actor& actor) {
                   return actor.organ.valid() && actor.whole() == body;
               });
    };
    return within(a) && within(b);
}

/// Which of the two answers when.
Text when_said(const Transfer& bound, const Text& one, const Text& other) {
    const auto& condition = *bound.condition;
    const auto words = quoted(Text(condition.text));
    switch (condition.kind) {
        case Condition::Kind::provided: return say(message::b15_provided, {words, one, other});
        case Condition::Kind::unless: return say(message::b15_unless, {words, one, other});
        default: return say(message::b15_part, {part_said(condition), one, other});
    }
}

}  // namespace

void find_side_by_side(const Subject& subject, Causes& causes) {
    const auto& model = subject.model;
    for (const auto& view : subject.views())
        for (const auto& run : view.coverage->runs) {
            const auto& answer = subject.answer(run);
            if (answer.state != graph::State::assigned || answer.chain.size() < 2) continue;
            for (const auto& free : answer.chain) {
                const auto whole = unbound(model, free);
                if (!whole.valid()) continue;
                for (const auto& bound : answer.chain) {
                    if (bound.from != free.from || bound.to == free.to || !is_bound(model, bound) ||
                        beside(free, bound))
                        continue;
                    auto& cause =
                        causes.add(Code::B15, view.variant, subject.head_of(bound.by.front()), {subject.head_of(whole)},
                                   run.function, {run.participant, run.tasks, run.days});
                    if (cause.cells.size() == 1) cause.item = bound.by.front().index;
                }
            }
        }
}

Diagnostic word_side_by_side(const Subject& subject, const Cause& cause) {
    const auto& model = subject.model;
    const auto& bound = model.transfers[cause.item];
    const auto& free = model[cause.seconds.front().row];
    const auto matter = matter_said(model, cause);
    const auto one = receivers_said(model, bound), other = receivers_said(model, free);
    Diagnostic out{Code::B15,
                   say(message::b15, {matter, one, other}),
                   at(cause.culprit.span, say(message::goes_to, {one})),
                   {at(cause.seconds.front().span,
                       say(free.kind == TransferKind::keeps || free.kind == TransferKind::assigns ? message::is_with
                                                                                                  : message::goes_to,
                           {other}))},
                   cells_said(subject, cause),
                   say(message::b15_why),
                   {},
                   {},
                   id_of(subject, cause, one.nl)};
    out.facts.push_back(when_said(bound, one, other));
    out.remedies = {choice(say(message::b15_remedy))};
    return out;
}

}  // namespace belegd::checks
