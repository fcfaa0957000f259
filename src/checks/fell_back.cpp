// B08: a statement ended, no other came, and no cooperation claims it: it fell back to the holder by law.
#include <algorithm>
#include <optional>

#include "checks/lines.hpp"
#include "checks/open_lists.hpp"
#include "checks/subject.hpp"
#include "diagnostics/messages/coverage.hpp"
#include "model/describe.hpp"

namespace belegd::checks {

using namespace model;

namespace {

/// Whether these are the words of an amendment that gives an article of the text anew.
bool replaces_an_article(const Model& model, Span words) {
    return std::any_of(model.cooperations.begin(), model.cooperations.end(), [&](const Cooperation& version) {
        const auto by = version.amended_by;
        if (by.empty() || by.file != words.file || words.begin < by.begin || words.end > by.end) return false;
        return std::any_of(version.articles.begin(), version.articles.end(), [&](ArticleId now) {
            return std::any_of(version.dropped.begin(), version.dropped.end(),
                               [&](ArticleId old) { return model[old].parts == model[now].parts; });
        });
    });
}

/// What comes back: after delegation the power; under a mandate it never left, and of work it is the work alone.
Message what_falls_back(const Subject& subject, const Cause& cause) {
    const auto& view = subject.view(cause.variant);
    std::optional<Message> out;
    for (const auto& cells : cause.cells)
        for (const auto* before :
             subject.explicit_before(view, cells.participant, cause.function, cells.tasks, cells.days.from)) {
            const auto& chain = subject.answer(*before).chain;
            const bool moved = std::any_of(chain.begin(), chain.end(), [](const graph::Step& step) {
                return step.kind == TransferKind::delegates;
            });
            const auto said = moved ? message::b08_power : [&] {
                switch (chain.front().kind) {
                    case TransferKind::mandates: return message::b08_mandate;
                    case TransferKind::empowers: return message::b08_empowered;
                    case TransferKind::authorises: return message::b08_authorised;
                    default: return message::b08_work;
                }
            }();
            if (out && *out != said) return message::b08;
            out = said;
        }
    return out.value_or(message::b08);
}

}  // namespace

void find_fell_back(const Subject& subject, Causes& causes) {
    for (const auto& view : subject.views())
        for (const auto& run : view.coverage->runs) {
            if (subject.answer(run).state != graph::State::by_law) continue;
            const auto left = run.tasks - subject.interrupted(view, run) -
                              left_open(subject, view, run.participant, run.function, run.days.from, run.tasks);
            if (left.none()) continue;
            for (const auto* before :
                 subject.explicit_before(view, run.participant, run.function, left, run.days.from)) {
                const auto& chain = subject.answer(*before).chain;
                // What goes with a decision falls back with it, and is told with it.
                if (only_follows(subject.model, run.function, subject.answer(*before))) continue;
                // What was kept where it is did not move, so nothing falls back.
                if (chain.size() == 1 && chain.front().kind == TransferKind::keeps) continue;
                const auto first = chain.front().by.front();
                const auto end = subject.end_of(view, first, run.participant, run.days.from);
                std::vector<Passage> seconds;
                if (const auto head = subject.head_of(first); end != head) seconds.push_back(head);
                causes.add(Code::B08, view.variant, end, std::move(seconds), run.function,
                           {run.participant, left & before->tasks, run.days});
            }
        }
}

Diagnostic word_fell_back(const Subject& subject, const Cause& cause) {
    const auto& model = subject.model;
    const auto& view = subject.view(cause.variant);
    std::vector<Acting> now;
    for (const auto& cells : cause.cells)
        for (const auto* run : subject.runs(view, cells.participant, cause.function))
            if (run->days.contains(cells.days.from) && run->tasks.intersects(cells.tasks))
                now.push_back({cells.participant, subject.answer(*run).performers});
    Diagnostic out{
        Code::B08,
        say(what_falls_back(subject, cause),
            {matter_said(model, cause), acting_said(model, now, Naming::with_article)}),
        at(cause.culprit.span, say(message::ends_here, {acting_said(model, performers_before(subject, cause))})),
        {},
        cells_said(subject, cause),
        say(message::b08_why),
        {},
        {},
        id_of(subject, cause, "")};
    for (const auto& second : cause.seconds) out.related.push_back(at(second.span, say(message::came_from_here)));
    for (auto& was : before_said(subject, cause)) out.facts.push_back(std::move(was));
    for (const auto& sentence : keep_lines(subject, cause, by_law(model, cause), {}))
        out.remedies.push_back(choice(say(message::b08_remedy, {sentence})));
    if (replaces_an_article(model, cause.culprit.span)) out.remedies.push_back(choice(say(message::b08_addendum)));
    return out;
}

}  // namespace belegd::checks
