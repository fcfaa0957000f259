// B04: a branch of the chain comes back to an actor it already had. The culprit is the statement that closes the circle.
#include <algorithm>
#include <map>

#include "base/digraph.hpp"
#include "checks/lines.hpp"
#include "checks/subject.hpp"
#include "diagnostics/messages/coverage.hpp"
#include "model/describe.hpp"

namespace belegd::checks {
namespace {

using namespace model;

/// The shortest circle among the steps of an answer, as steps in order, the closing one last.
std::vector<const graph::Step*> circle_of(const graph::Answer& answer) {
    std::map<Actor, std::uint32_t> number;
    const auto vertex = [&](const Actor& actor) {
        return number.try_emplace(actor, static_cast<std::uint32_t>(number.size())).first->second;
    };
    for (const auto& step : answer.chain)
        vertex(step.from);  // in walking order, so that a circle begins where the chain enters it
    Digraph graph;
    for (const auto& step : answer.chain)
        for (const auto& to : step.to)
            if (to != step.from) {
                const auto from = vertex(step.from);
                graph.edges.emplace_back(from, vertex(to));
            }
    graph.count = static_cast<std::uint32_t>(number.size());
    std::vector<Actor> actors(number.size());
    for (const auto& known : number) actors[known.second] = known.first;
    std::vector<const graph::Step*> out;
    const auto found = circles(graph);
    if (found.empty()) return out;
    const auto& circle = found.front();
    for (std::size_t i = 0; i < circle.size(); ++i) {
        const auto& from = actors[circle[i]];
        const auto& to = actors[circle[(i + 1) % circle.size()]];
        for (const auto& step : answer.chain)
            if (step.from == from && std::find(step.to.begin(), step.to.end(), to) != step.to.end()) {
                out.push_back(&step);
                break;
            }
    }
    return out;
}

}  // namespace

void find_circular(const Subject& subject, Causes& causes) {
    for (const auto& view : subject.views())
        for (const auto& run : view.coverage->runs) {
            if (subject.answer(run).state != graph::State::cycle) continue;
            const auto circle = circle_of(subject.answer(run));
            if (circle.empty()) continue;
            std::vector<Passage> seconds;
            for (std::size_t i = 0; i + 1 < circle.size(); ++i)
                seconds.push_back(subject.head_of(circle[i]->by.front()));
            causes.add(Code::B04, view.variant, subject.head_of(circle.back()->by.front()), std::move(seconds),
                       run.function, {run.participant, run.tasks, run.days});
        }
}

Diagnostic word_circular(const Subject& subject, const Cause& cause) {
    const auto& model = subject.model;
    const auto label = [&](const Passage& passage) {
        return at(passage.span, say(message::goes_to, {receivers_said(model, model[passage.row])}));
    };
    std::vector<Label> related;
    for (const auto& second : cause.seconds) related.push_back(label(second));
    auto primary = label(cause.culprit);
    primary.text = say(message::closes_circle);
    Diagnostic out{Code::B04,
                   say(message::b04, {matter_said(model, cause)}),
                   primary,
                   std::move(related),
                   cells_said(subject, cause),
                   say(message::b04_why),
                   {},
                   {},
                   id_of(subject, cause, "")};
    out.remedies = {choice(say(message::b04_remedy))};
    return out;
}

}  // namespace belegd::checks
