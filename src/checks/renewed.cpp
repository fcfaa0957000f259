// B16: a cooperation goes on after the day on which it would end, because nobody gave notice (D31).
#include <algorithm>

#include "checks/lines.hpp"
#include "checks/subject.hpp"
#include "diagnostics/messages/coverage.hpp"
#include "model/dates.hpp"
#include "model/describe.hpp"

namespace belegd::checks {

using namespace model;

void find_renewed(const Subject& subject, Causes& causes) {
    const auto& model = subject.model;
    for (const auto& view : subject.views())
        for (const auto& run : view.coverage->runs) {
            const auto& answer = subject.answer(run);
            if (!answer.renewed) continue;
            for (const auto& step : answer.chain)
                for (const auto id : step.by) {
                    const auto cooperation = model[id].cooperation;
                    if (!cooperation.valid() || !model[cooperation].term.is_renewed_on(run.days.from)) continue;
                    auto place = subject.words_of(cooperation, model[cooperation].term.until_span);
                    auto& cause = causes.at(Code::B16, view.variant, place, {}, Cause::kAnyFunction);
                    cause.item = cooperation.index;
                    if (cause.functions.none()) cause.functions = BitSet(model.leaf_functions.size());
                    cause.functions.set(run.function);
                    const Cells cells{run.participant, run.tasks, run.days};
                    const bool known = std::any_of(cause.cells.begin(), cause.cells.end(), [&](const Cells& other) {
                        return other.participant == cells.participant && other.tasks == cells.tasks &&
                               other.days == cells.days;
                    });
                    if (!known) cause.cells.push_back(cells);
                }
        }
}

Diagnostic word_renewed(const Subject& subject, const Cause& cause) {
    const auto& model = subject.model;
    const auto& cooperation = model.cooperations[cause.item];
    const auto since = *cooperation.term.renewed_from;
    const auto called = quoted(title_of(model, cooperation.first_version));
    const auto by = cooperation.renewed ? name_of(*cooperation.renewed) : Text();
    Diagnostic out{
        Code::B16,
        cooperation.renewed_times > 0
            ? say(message::b16_times, {called, spelled(since), by, spelled(cooperation.term.days.until.previous()),
                                       times_said(cooperation.renewed_times)})
            : say(message::b16, {called, spelled(since), by}),
        at(cause.culprit.span, say(message::ends_without_renewal)),
        {},
        cells_said(subject, cause),
        say(message::b16_why),
        {},
        {},
        id_of(subject, cause, "")};
    const auto length = cooperation.notice ? length_of(cooperation.notice->length) : std::nullopt;
    out.facts.push_back(cooperation.notice && cooperation.notice->none
                            ? say(message::b16_without_notice, {spelled(since)})
                        : length ? say(message::b16_notice, {spelled(since), spelled((since - *length).previous()),
                                                             name_of(cooperation.notice->length)})
                                 : say(message::b16_no_notice));
    for (const auto& package : cooperation.packages) {
        const bool taken = std::any_of(package.takers.begin(), package.takers.end(), [&](const auto& taker) {
            return std::any_of(cause.cells.begin(), cause.cells.end(), [&](const Cells& cells) {
                return cells.participant == taker.party && !intersection(cells.days, taker.term.days).empty();
            });
        });
        if (!taken || !package.notice) continue;
        const auto name = quoted(package.title.empty() ? printable(package.name) : package.title);
        const auto own = length_of(package.notice->length);
        if (package.notice->none)
            out.facts.push_back(say(message::b16_package_without_notice, {name}));
        else if (own)
            out.facts.push_back(
                say(message::b16_package_notice,
                    {name, spelled(since), spelled((since - *own).previous()), name_of(package.notice->length)}));
    }
    out.remedies = {{say(message::b16_remedy,
                         {line(subject, say(message::write_ending, {Text(cooperation.name), spelled(since)}))})}};
    return out;
}

}  // namespace belegd::checks
