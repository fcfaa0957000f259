// B06: given by somebody who does not have it. The transfer has no effect there; the cell is answered without it.
#include <algorithm>

#include "model/describe.hpp"
#include "rules/subject.hpp"

namespace belegd::rules {
namespace {

using namespace model;

/// Given by an organ that receives: it counts where the chain arrives, so cells it never reaches are no mistake.
bool waits_for_chain(const graph::Refused& refused, const Transfer& transfer, const graph::VariantCoverage& coverage) {
    return refused.why == graph::Refusal::giver_elsewhere && transfer.giver &&
           transfer.giver->owner != Actor::Owner::own && coverage.used[refused.transfer.index];
}

}  // namespace

void find_not_competent(const Subject& subject, Causes& causes) {
    const auto& model = subject.model;
    for (const auto& view : subject.views())
        for (const auto& refused : view.coverage->refused) {
            const auto& x = model[refused.transfer];
            if (waits_for_chain(refused, x, *view.coverage)) continue;
            const auto culprit = x.kind == TransferKind::keeps ? x.receiver_span
                                 : !x.giver_span.empty()       ? x.giver_span
                                                               : x.head_span;
            causes.add(Code::B06, view.variant, culprit, {}, refused.function,
                       {refused.participant, refused.tasks, refused.days});
        }
}

Diagnostic word_not_competent(const Subject& subject, const Cause& cause) {
    const auto& model = subject.model;
    const auto& view = subject.view(cause.variant);
    const auto matter = matter_said(model, cause);
    const auto& cells = cause.cells.front();
    const graph::Refused* refused = nullptr;
    for (const auto& each : view.coverage->refused) {
        const auto& x = model[each.transfer];
        const bool here =
            x.span.file == cause.culprit.file && x.span.begin <= cause.culprit.begin && cause.culprit.end <= x.span.end;
        if (here && each.function == cause.function && each.participant == cells.participant &&
            each.tasks.intersects(cells.tasks))
            refused = &each;
    }
    Diagnostic out{Code::B06, {}, at(cause.culprit), {}, cells_said(model, cause), {}, {}, {}, id_of(model, cause, "")};
    if (refused == nullptr) {
        out.message = say(Message::b06, {say(Message::the_giver), matter});
        return out;
    }
    const auto& x = model[refused->transfer];
    // Where the chain stands: the holder by law, or who acts after what others gave.
    Text stands;
    for (const auto* run : subject.runs(view, cells.participant, cause.function))
        if (run->tasks.intersects(cells.tasks) && run->days.contains(std::max(cells.days.from, run->days.from))) {
            stands = names_of(model, subject.answer(*run).holders);
            break;
        }
    const auto giver = x.giver ? name_of(model, *x.giver) : say(Message::the_giver);
    switch (refused->why) {
        case graph::Refusal::kept_elsewhere:
            out.message = say(Message::b06_keeps, {matter, names_of(model, x.receivers)});
            out.why = say(Message::b06_keeps_why, {stands});
            out.remedies = {{say(Message::b06_keeps_remedy, {stands})}};
            break;
        case graph::Refusal::given_away:
            out.message = say(Message::b06_given_away, {giver, matter});
            out.why = say(Message::b06_given_away_why);
            out.remedies = {{say(Message::b06_given_away_remedy)}};
            break;
        case graph::Refusal::giver_has_less:
            out.message = say(Message::b06_less, {giver, matter});
            out.why = say(Message::b06_less_why);
            out.remedies = {{say(Message::b06_less_remedy)}};
            break;
        case graph::Refusal::giver_elsewhere:
            out.message = say(Message::b06, {giver, matter});
            out.why = say(Message::b06_why, {stands});
            out.remedies = {{say(Message::b06_remedy, {stands})}};
            break;
    }
    return out;
}

}  // namespace belegd::rules
