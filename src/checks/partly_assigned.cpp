// B07: within a scope, and every statement at the start of the chain takes only a part: the rest is settled nowhere.
// Numeric limits that meet (tot 70 %, vanaf 70 %) leave no rest; a hole between them is named.
#include <algorithm>

#include "checks/limits.hpp"
#include "checks/lines.hpp"
#include "checks/subject.hpp"
#include "diagnostics/messages/coverage.hpp"
#include "model/describe.hpp"

namespace belegd::checks {
namespace {

using namespace model;

/// The statements at the start of a chain, when each of them takes a part only.
std::vector<TransferId> parts_of(const Model& model, const graph::Answer& answer) {
    std::vector<TransferId> out;
    if (answer.state != graph::State::assigned || answer.chain.empty()) return out;
    for (const auto& step : answer.chain) {
        if (!(step.from == answer.chain.front().from)) continue;
        for (const auto id : step.by) {
            if (!model[id].takes_part()) return {};
            out.push_back(id);
        }
    }
    return out;
}

/// Of sentences that give nothing yet: the limits alone are said.
Diagnostic planned_hole(const Subject& subject, const Cause& cause) {
    const auto& model = subject.model;
    const auto planned = planned_limits(model)[cause.item - 1];
    const auto matter = matter_of(model, planned);
    const auto label = [](const Transfer& x) { return say(message::takes_part, {part_said(*x.condition)}); };
    Diagnostic out{Code::B07,
                   say(message::b07_planned, {matter}),
                   at(cause.culprit.span, label(*planned.later)),
                   {at(cause.seconds.front().span, label(*planned.earlier))},
                   {say(message::rest_is, {planned.stretch})},
                   say(message::b07_planned_why),
                   {},
                   {choice(say(message::limits_remedy))},
                   id_of(subject, cause, matter.nl)};
    return out;
}

}  // namespace

void find_partly_assigned(const Subject& subject, Causes& causes) {
    const auto& model = subject.model;
    std::uint32_t at = 0;
    for (const auto& planned : planned_limits(model)) {
        ++at;
        if (!planned.overlap)
            causes
                .at(Code::B07, planned.later->variant, {planned.later->span}, {{planned.earlier->span}},
                    Cause::kAnyFunction)
                .item = at;
    }
    for (const auto& view : subject.views()) {
        PartyId of;
        std::vector<graph::Claim> claims;
        for (const auto& run : view.coverage->runs) {
            const auto parts = parts_of(model, subject.answer(run));
            if (parts.empty()) continue;
            if (const auto rest = rest_of(model, parts); rest && rest->empty()) continue;
            if (of != run.participant) {
                of = run.participant;
                claims = view.claims->of(of);
            }
            auto tasks = view.claims->claimed(claims, run.participant, run.function, run.days.from) & run.tasks;
            if (tasks.none()) continue;
            std::vector<Passage> seconds;
            for (std::size_t i = 1; i < parts.size(); ++i) seconds.push_back(subject.head_of(parts[i]));
            const auto whole = subject.words_of(parts.front(), model[parts.front()].span);
            causes.add(Code::B07, view.variant, whole, std::move(seconds), run.function,
                       {run.participant, std::move(tasks), run.days});
        }
    }
}

Diagnostic word_partly_assigned(const Subject& subject, const Cause& cause) {
    const auto& model = subject.model;
    if (cause.item != 0) return planned_hole(subject, cause);
    const auto matter = matter_said(model, cause);
    const auto label = [&](const Passage& passage) {
        for (const auto id : subject.rows_of(passage.row))
            if (model[id].condition) return say(message::takes_part, {part_said(*model[id].condition)});
        return say(message::takes_a_part);
    };
    Diagnostic out{Code::B07,
                   say(message::b07, {matter}),
                   at(cause.culprit.span, label(cause.culprit)),
                   {},
                   cells_said(subject, cause),
                   say(message::b07_why),
                   {},
                   {},
                   id_of(subject, cause, "")};
    for (const auto& second : cause.seconds) out.related.push_back(at(second.span, label(second)));
    std::vector<TransferId> parts;
    const auto add = [&](const Passage& passage) {
        for (const auto id : subject.rows_of(passage.row))
            if (model[id].functions.has(cause.function) && model[id].condition) parts.push_back(id);
    };
    add(cause.culprit);
    for (const auto& second : cause.seconds) add(second);
    if (const auto rest = parts.empty() ? std::nullopt : rest_of(model, parts))
        out.facts.push_back(say(message::rest_is, {*rest}));
    out.remedies = {choice(say(message::b07_remedy, {matter}))};
    return out;
}

}  // namespace belegd::checks
