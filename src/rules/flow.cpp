#include "rules/flow.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "base/fold.hpp"

namespace belegd::rules {

using namespace model;

namespace {

std::optional<std::size_t> step_named(const Procedure& procedure, const std::string& name) {
    for (std::size_t i = 0; i < procedure.steps.size(); ++i)
        if (folded(procedure.steps[i].name) == folded(name)) return i;
    return std::nullopt;
}

}  // namespace

Flow::Flow(const Procedure& procedure) : reached_(procedure.steps.size()), ends_(procedure.steps.size()) {
    const auto count = procedure.steps.size();
    std::vector<std::vector<std::size_t>> to(count), perhaps(count);
    for (std::size_t i = 0; i < count; ++i) {
        const auto& step = procedure.steps[i];
        ends_[i] = step.on_agreement.empty() && step.otherwise.empty();
        for (const auto* name : {&step.on_agreement, &step.otherwise}) {
            if (name->empty()) {
                if (i + 1 < count) perhaps[i].push_back(i + 1);
            } else if (const auto next = step_named(procedure, *name)) {
                to[i].push_back(*next);
            } else {
                ends_[i] = true;
            }
        }
    }
    for (bool changes = true; changes;) {
        changes = false;
        for (std::size_t i = 0; i < count; ++i)
            if (!ends_[i] && std::any_of(to[i].begin(), to[i].end(), [&](std::size_t next) { return ends_[next]; })) {
                ends_[i] = true;
                changes = true;
            }
    }
    std::vector<std::size_t> open;
    const auto come_to = [&](std::size_t step) {
        if (reached_[step]) return;
        reached_[step] = true;
        open.push_back(step);
    };
    if (count > 0) come_to(0);
    while (!open.empty()) {
        const auto at = open.back();
        open.pop_back();
        for (const auto next : to[at]) come_to(next);
        for (const auto next : perhaps[at]) come_to(next);
    }
}

}  // namespace belegd::rules
