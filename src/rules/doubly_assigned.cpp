// B02: several statements at one point of the chain with different receivers. The later in the text is the culprit.
#include <algorithm>
#include <map>
#include <set>

#include "model/describe.hpp"
#include "rules/limits.hpp"
#include "rules/subject.hpp"

namespace belegd::rules {
namespace {

using namespace model;

/// The statements that collide: those of one point of the chain that goes several ways.
std::vector<TransferId> colliding(const Model& model, const graph::Answer& answer) {
    std::map<Actor, std::vector<const graph::Step*>> points;
    for (const auto& step : answer.chain) points[step.from].push_back(&step);
    std::set<TransferId> out;
    for (const auto& [from, steps] : points) {
        for (const auto* step : steps) {
            const bool unclear =
                step->to.size() > 1 && std::any_of(step->by.begin(), step->by.end(), [&](TransferId id) {
                    return model[id].together == Transfer::Together::none;
                });
            if (steps.size() > 1 || unclear) out.insert(step->by.begin(), step->by.end());
        }
    }
    return {out.begin(), out.end()};
}

}  // namespace

void find_doubly_assigned(const Subject& subject, Causes& causes) {
    const auto& model = subject.model;
    for (const auto& view : subject.views())
        for (const auto& run : view.coverage->runs) {
            const auto& answer = subject.answer(run);
            const Cells cells{run.participant, run.tasks, run.days};
            if (answer.state == graph::State::assigned) {
                // Parts whose numbers overlap: each has effect, and on the overlap there are two.
                std::vector<TransferId> parts;
                for (const auto& step : answer.chain)
                    for (const auto id : step.by)
                        if (step.from == answer.chain.front().from && takes_a_part(model[id])) parts.push_back(id);
                for (const auto& overlap : overlaps(model, parts))
                    causes.add(Code::B02, view.variant, model[overlap.later].head_span,
                               {model[overlap.earlier].head_span}, run.function, cells);
            }
            if (answer.state != graph::State::doubly_assigned) continue;
            auto spans = std::vector<Span>();
            for (const auto id : colliding(model, answer)) spans.push_back(model[id].head_span);
            if (spans.empty()) continue;
            std::sort(spans.begin(), spans.end());
            spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
            const auto last = spans.back();
            spans.pop_back();
            causes.add(Code::B02, view.variant, last, std::move(spans), run.function, cells);
        }
}

Diagnostic word_doubly_assigned(const Subject& subject, const Cause& cause) {
    const auto& model = subject.model;
    const auto at_span = [&](Span span) -> const Transfer* {
        for (const auto& x : model.transfers)
            if (x.head_span == span) return &x;
        return nullptr;
    };
    std::vector<Text> receivers;
    const auto see = [&](Span span) {
        const auto* x = at_span(span);
        if (x == nullptr) return Text();
        const auto who = names_of(model, x->receivers);
        if (std::find(receivers.begin(), receivers.end(), who) == receivers.end()) receivers.push_back(who);
        return say(Message::goes_to, {who});
    };
    std::vector<Label> related;
    for (const auto& second : cause.seconds) related.push_back(at(second, see(second)));
    auto primary = at(cause.culprit, see(cause.culprit));
    Diagnostic out{Code::B02,
                   say(Message::b02, {matter_said(model, cause), listed(receivers)}),
                   primary,
                   std::move(related),
                   cells_said(model, cause),
                   say(Message::b02_why),
                   {},
                   {},
                   id_of(model, cause, listed(receivers).nl)};
    std::vector<TransferId> parts;
    for (std::uint32_t i = 0; i < model.transfers.size(); ++i) {
        const auto& x = model.transfers[i];
        const bool here = x.head_span == cause.culprit ||
                          std::find(cause.seconds.begin(), cause.seconds.end(), x.head_span) != cause.seconds.end();
        if (here && x.functions.has(cause.function)) parts.push_back({i});
    }
    for (const auto& overlap : overlaps(model, parts)) out.facts.push_back(say(Message::overlap_is, {overlap.stretch}));
    out.remedies = {{say(Message::b02_except)}, {say(Message::b02_joint)}};
    return out;
}

}  // namespace belegd::rules
