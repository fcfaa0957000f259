// B14: nothing has effect, but a sentence, scope or list leaves open whether it settles these cells too (D32).
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
    cause.item = static_cast<std::uint32_t>(each.word);
    if (each.by == nullptr || each.why == Why::whom || each.why == Why::centre) return;
    cause.item = static_cast<std::uint32_t>(each.why == Why::receiver ? each.by->open_receiver : each.by->open_matter);
}

}  // namespace

std::vector<Cause> functions_together(const Subject& subject, std::vector<Cause> causes) {
    const auto& model = subject.model;
    const auto law_of = [&](const Cause& cause) { return by_law_said(model, by_law(model, cause)); };
    const auto same_cells = [](const Cause& a, const Cause& b) {
        return std::equal(
            a.cells.begin(), a.cells.end(), b.cells.begin(), b.cells.end(), [](const Cells& one, const Cells& other) {
                return one.participant == other.participant && one.tasks == other.tasks && one.days == other.days;
            });
    };
    std::vector<Cause> out;
    std::vector<std::pair<std::size_t, Text>> open;  // places in `out`, and who has it by law
    for (auto& cause : causes) {
        if (cause.code != Code::B14) {
            out.push_back(std::move(cause));
            continue;
        }
        auto law = law_of(cause);
        const auto same = std::find_if(open.begin(), open.end(), [&](const auto& known) {
            const auto& other = out[known.first];
            return other.variant == cause.variant && other.culprit == cause.culprit && other.seconds == cause.seconds &&
                   other.reason == cause.reason && other.item == cause.item && known.second == law &&
                   same_cells(other, cause);
        });
        if (same == open.end()) {
            open.emplace_back(out.size(), std::move(law));
            out.push_back(std::move(cause));
            continue;
        }
        auto& other = out[same->first];
        other.functions = functions_of(model, other) | functions_of(model, cause);
        other.function = Cause::kAnyFunction;
    }
    return out;
}

void find_cannot_be_said(const Subject& subject, Causes& causes) {
    if (!subject.any_open) return;
    for (const auto& view : subject.views())
        for (const auto& run : view.coverage->runs) {
            if (!graph::is_implicit(subject.answer(run).state)) continue;
            const auto claims = view.claims->of(run.participant);
            for (const auto& days : unchanging(subject, run.days))
                for (const auto& each :
                     what_is_open(subject, view, run.participant, run.function, days.from, run.tasks)) {
                    auto left = each.tasks;
                    const auto put = [&](const BitSet& here, std::vector<Passage> seconds) {
                        if (here.none()) return;
                        blame(causes.add(Code::B14, view.variant, each.place, std::move(seconds), run.function,
                                         {run.participant, here, days}),
                              each);
                    };
                    for (const auto& claim : claims) {
                        if (!holds_on(claim.periods, days.from)) continue;
                        const auto here = view.claims->tasks(claim, run.participant, run.function, days.from) & left;
                        put(here, {subject.list_of(claim.cooperation, *claim.scope)});
                        left -= here;
                    }
                    put(left, {});
                }
        }
}

Diagnostic word_cannot_be_said(const Subject& subject, const Cause& cause) {
    const auto& model = subject.model;
    const auto matter = matter_said(model, cause);
    const bool several = cause.function == Cause::kAnyFunction;
    Diagnostic out{Code::B14,
                   say(several ? message::b14_several : message::b14, {matter}),
                   at(cause.culprit.span),
                   {},
                   cells_said(subject, cause),
                   {},
                   {},
                   {},
                   id_of(subject, cause, several ? functions_of(model, cause.functions).nl : "")};
    const auto why = static_cast<Why>(cause.reason);
    const auto silence = name_of(static_cast<Silence>(cause.item));
    switch (why) {
        case Why::more_functions: out.primary.text = say(message::open_functions); break;
        case Why::more_tasks: out.primary.text = say(message::open_tasks); break;
        case Why::more_participants: out.primary.text = whom_said({true, {}, {}}); break;
        case Why::receiver: out.primary.text = say(message::open_receiver, {silence}); break;
        case Why::matter: out.primary.text = say(message::open_matter, {silence}); break;
        case Why::scope: out.primary.text = scope_said(static_cast<Silence>(cause.item)); break;
        case Why::others: out.primary.text = say(message::list_of_participants_open); break;
        case Why::whom: out.primary.text = whom_said({true, static_cast<Silence>(cause.item), {}}); break;
        case Why::centre: out.primary.text = whom_said({true, {}, static_cast<Silence>(cause.item)}); break;
    }
    for (const auto& second : cause.seconds) out.related.push_back(at(second.span, say(message::within_scope)));
    const auto law = by_law(model, cause);
    out.why = say(several ? message::b14_why_several : message::b14_why, {by_law_said(model, law)});
    out.citations = law.citations;
    out.remedies = {{say(why == Why::receiver            ? message::b14_remedy_receiver
                         : why == Why::others            ? message::b14_remedy_others
                         : why == Why::whom              ? message::b14_remedy_whom
                         : why == Why::centre            ? message::b14_remedy_centre
                         : why == Why::more_participants ? message::b14_remedy_participants
                                                         : message::b14_remedy)}};
    return out;
}

}  // namespace belegd::checks
