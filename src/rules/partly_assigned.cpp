// B07: within a scope, and every statement at the start of the chain takes only a part: the rest is settled nowhere.
// Numeric limits that meet (tot 70 %, vanaf 70 %) leave no rest; a hole between them is named.
#include <algorithm>

#include "model/describe.hpp"
#include "rules/limits.hpp"
#include "rules/subject.hpp"

namespace belegd::rules {
namespace {

using namespace model;

/// The statements at the start of a chain, when each of them takes a part only.
std::vector<TransferId> parts_of(const Model& model, const graph::Answer& answer) {
    std::vector<TransferId> out;
    if (answer.state != graph::State::assigned || answer.chain.empty()) return out;
    for (const auto& step : answer.chain) {
        if (!(step.from == answer.chain.front().from)) continue;
        for (const auto id : step.by) {
            if (!takes_a_part(model[id])) return {};
            out.push_back(id);
        }
    }
    return out;
}

}  // namespace

void find_partly_assigned(const Subject& subject, Causes& causes) {
    const auto& model = subject.model;
    for (const auto& view : subject.views())
        for (const auto& run : view.coverage->runs) {
            const auto parts = parts_of(model, subject.answer(run));
            if (parts.empty()) continue;
            if (const auto rest = rest_of(model, parts); rest && rest->empty()) continue;
            const auto claims = view.claims->of(run.participant);
            auto tasks = view.claims->claimed(claims, run.participant, run.function, run.days.from) & run.tasks;
            if (tasks.none()) continue;
            std::vector<Span> seconds;
            for (std::size_t i = 1; i < parts.size(); ++i) seconds.push_back(model[parts[i]].head_span);
            causes.add(Code::B07, view.variant, model[parts.front()].span, std::move(seconds), run.function,
                       {run.participant, std::move(tasks), run.days});
        }
}

Diagnostic word_partly_assigned(const Subject& subject, const Cause& cause) {
    const auto& model = subject.model;
    const auto matter = matter_said(model, cause);
    Diagnostic out{Code::B07,
                   say(Message::b07, {matter}),
                   at(cause.culprit, say(Message::takes_a_part)),
                   {},
                   cells_said(model, cause),
                   say(Message::b07_why),
                   {},
                   {},
                   id_of(model, cause, "")};
    for (const auto& second : cause.seconds) out.related.push_back(at(second, say(Message::takes_a_part)));
    std::vector<TransferId> parts;
    for (std::uint32_t i = 0; i < model.transfers.size(); ++i) {
        const auto& x = model.transfers[i];
        const bool here = x.span == cause.culprit ||
                          std::find(cause.seconds.begin(), cause.seconds.end(), x.head_span) != cause.seconds.end();
        if (here && x.functions.has(cause.function) && x.condition) parts.push_back({i});
    }
    if (const auto rest = parts.empty() ? std::nullopt : rest_of(model, parts))
        out.facts.push_back(say(Message::rest_is, {*rest}));
    out.remedies = {{say(Message::b07_remedy, {matter})}};
    return out;
}

}  // namespace belegd::rules
