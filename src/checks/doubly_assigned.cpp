// B02: several statements at one point of the chain with different receivers. The later in the text is the culprit.
#include <algorithm>
#include <map>
#include <optional>

#include "checks/limits.hpp"
#include "checks/lines.hpp"
#include "checks/subject.hpp"
#include "diagnostics/messages/coverage.hpp"
#include "graph/walk.hpp"
#include "model/describe.hpp"

namespace belegd::checks {
namespace {

using namespace model;

/// The statements that collide at a point of the chain, those that do so together; numeric parts that overlap are with
/// several too.
std::vector<std::vector<TransferId>> colliding(const Model& model, std::uint32_t function,
                                               const graph::Answer& answer) {
    std::map<Actor, std::vector<graph::Step>> points;
    for (const auto& step : answer.chain) points[step.from].push_back(step);
    std::vector<std::vector<TransferId>> out;
    for (const auto& [from, steps] : points) {
        auto here = graph::Walk::contradictions(model, function, steps);
        if (here.empty()) continue;
        std::vector<TransferId> parts;
        for (const auto& step : steps)
            for (const auto id : step.by)
                if (model[id].takes_part()) parts.push_back(id);
        for (const auto& overlap : overlaps(model, parts)) {
            std::vector<TransferId> together{overlap.earlier, overlap.later};
            std::erase_if(here, [&](const std::vector<TransferId>& known) {
                const bool meets = std::any_of(known.begin(), known.end(), [&](TransferId id) {
                    return id == overlap.earlier || id == overlap.later;
                });
                if (meets) together.insert(together.end(), known.begin(), known.end());
                return meets;
            });
            here.push_back(std::move(together));
        }
        out.insert(out.end(), here.begin(), here.end());
    }
    return out;
}

/// A sentence that an amendment leaves standing beside one of its own about the same cells.
struct GoesOn {
    Day since;     ///< the first day of the amendment
    Text article;  ///< the line that makes its article lapse; empty where it stands in none
};
std::optional<GoesOn> sentence_that_goes_on(const Subject& subject, const Cause& cause) {
    const auto& model = subject.model;
    // The first version that has a sentence is the one that says it.
    const auto said_by = [&](const Passage& passage) -> const Cooperation* {
        const Cooperation* out = nullptr;
        if (!passage.row.valid()) return out;
        for (const auto id : subject.rows_of(passage.row)) {
            if (!model[id].cooperation.valid()) continue;
            const auto& version = model[model[id].cooperation];
            if (out == nullptr || version.version < out->version) out = &version;
        }
        return out;
    };
    if (cause.seconds.size() != 1) return std::nullopt;
    const auto& second = cause.seconds.front();
    const auto* amendment = said_by(cause.culprit);
    const auto* before = said_by(second);
    if (amendment == nullptr || before == nullptr || amendment->first_version != before->first_version ||
        amendment->version <= before->version || amendment->term.days.from == kNoBegin)
        return std::nullopt;
    GoesOn out{amendment->term.days.from, {}};
    // Only a whole article lapses in one line.
    if (const auto article = model[second.row].article; article.valid() && model[article].parts.size() == 1)
        out.article = say(message::write_lapses, {Text(model[article].parts.front().value)});
    return out;
}

/// Of sentences that give nothing yet: the limits alone are said.
Diagnostic planned_overlap(const Subject& subject, const Cause& cause) {
    const auto& model = subject.model;
    const auto planned = planned_limits(model)[cause.item - 1];
    const auto matter = matter_of(model, planned);
    Diagnostic out{Code::B02,
                   say(message::b02_planned, {matter}),
                   at(cause.culprit.span, say(message::goes_to, {receivers_said(model, *planned.later)})),
                   {at(cause.seconds.front().span, say(message::goes_to, {receivers_said(model, *planned.earlier)}))},
                   {say(message::overlap_is, {planned.stretch})},
                   say(message::b02_why),
                   {},
                   {choice(say(message::limits_remedy))},
                   id_of(subject, cause, matter.nl)};
    return out;
}

}  // namespace

void find_doubly_assigned(const Subject& subject, Causes& causes) {
    const auto& model = subject.model;
    std::uint32_t at = 0;
    for (const auto& planned : planned_limits(model)) {
        ++at;
        if (planned.overlap)
            causes
                .at(Code::B02, planned.later->variant, {planned.later->head_span}, {{planned.earlier->head_span}},
                    Cause::kAnyFunction)
                .item = at;
    }
    for (const auto& view : subject.views())
        for (const auto& run : view.coverage->runs) {
            const auto& answer = subject.answer(run);
            const Cells cells{run.participant, run.tasks, run.days};
            if (answer.state == graph::State::assigned) {
                // Parts whose numbers overlap: each has effect, and on the overlap there are two.
                std::vector<TransferId> parts;
                for (const auto& step : answer.chain)
                    for (const auto id : step.by)
                        if (step.from == answer.chain.front().from && model[id].takes_part()) parts.push_back(id);
                for (const auto& overlap : overlaps(model, parts))
                    causes.add(Code::B02, view.variant, subject.head_of(overlap.later),
                               {subject.head_of(overlap.earlier)}, run.function, cells);
            }
            if (answer.state != graph::State::doubly_assigned) continue;
            for (const auto& together : colliding(model, run.function, answer)) {
                std::vector<Passage> passages;
                passages.reserve(together.size());
                for (const auto id : together) passages.push_back(subject.head_of(id));
                std::sort(passages.begin(), passages.end());
                passages.erase(std::unique(passages.begin(), passages.end()), passages.end());
                const auto last = passages.back();
                passages.pop_back();
                causes.add(Code::B02, view.variant, last, std::move(passages), run.function, cells);
            }
        }
}

Diagnostic word_doubly_assigned(const Subject& subject, const Cause& cause) {
    const auto& model = subject.model;
    if (cause.item != 0) return planned_overlap(subject, cause);
    auto passages = cause.seconds;
    passages.push_back(cause.culprit);
    std::vector<Label> labels;
    std::vector<TransferId> parts;
    std::vector<Text> groups, singles;
    bool either = false, only_with = true;
    const auto once = [](std::vector<Text>& all, const Text& text) {
        if (std::find(all.begin(), all.end(), text) == all.end()) all.push_back(text);
    };
    // Of a sentence that another version of the cooperation has too, the row that is valid in these cells.
    const auto& world = *subject.view(cause.variant).world;
    const auto counts = [&](const Transfer& x) {
        return std::any_of(cause.cells.begin(), cause.cells.end(), [&](const Cells& cells) {
            const auto valid = world.validity(x, cells.participant);
            return std::any_of(valid.begin(), valid.end(),
                               [&](Period period) { return !intersection(period, cells.days).empty(); });
        });
    };
    for (const auto& passage : passages) {
        Text label;
        for (const auto id : subject.rows_of(passage.row)) {
            const auto& x = model[id];
            if (!x.functions.has(cause.function) || !counts(x)) continue;
            parts.push_back(id);
            const auto who = receivers_said(model, x);
            const bool with = x.kind == TransferKind::assigns || x.kind == TransferKind::keeps;
            label = say(with ? message::is_with : message::goes_to, {who});
            only_with = only_with && with;
            either = either || x.together == Transfer::Together::either;
            once(groups, x.together == Transfer::Together::joint ? say(message::jointly_said, {who}) : who);
            for (const auto& actor : x.receivers) once(singles, name_of(model, actor));
        }
        labels.push_back(at(passage.span, label));
    }
    auto primary = labels.back();
    labels.pop_back();
    // Each receiver once; where one of several may act, their sentences are kept apart.
    const auto receivers = either ? joined(groups, "; ") : listed(singles);
    Diagnostic out{Code::B02,
                   say(message::b02, {matter_said(model, cause), receivers}),
                   std::move(primary),
                   std::move(labels),
                   cells_said(subject, cause),
                   say(message::b02_why),
                   {},
                   {},
                   id_of(subject, cause, receivers.nl)};
    for (const auto& overlap : overlaps(model, parts)) once(out.facts, say(message::overlap_is, {overlap.stretch}));
    const auto together = either ? alternatives(singles) : listed(singles);
    const auto sentence = say(only_with ? message::is_with : message::write_to, {together});
    if (const auto amended = sentence_that_goes_on(subject, cause)) {
        out.remedies = {
            choice(say(message::b02_ends, {line(subject, say(message::write_until, {spelled(amended->since)}))}))};
        if (!amended->article.empty())
            out.remedies.push_back(choice(say(message::b02_lapses, {line(subject, amended->article)})));
        out.remedies.push_back(choice(say(message::b02_except)));
        return out;
    }
    out.remedies = {choice(say(message::b02_except)), choice(say(message::b02_joint, {line(subject, sentence)}))};
    return out;
}

}  // namespace belegd::checks
