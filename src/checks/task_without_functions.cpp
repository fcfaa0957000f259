// B10: a leaf task that needs no function has no cells, so nothing is checked for it.
#include "checks/lines.hpp"
#include "checks/subject.hpp"
#include "diagnostics/messages/coverage.hpp"
#include "model/describe.hpp"

namespace belegd::checks {

using namespace model;

void find_task_without_functions(const Subject& subject, Causes& causes) {
    for (const auto id : subject.model.leaf_tasks)
        if (subject.model[id].needed.none())
            causes.at(Code::B10, {}, {subject.model[id].span}, {}, Cause::kAnyFunction).item = id.index;
}

Diagnostic word_task_without_functions(const Subject& subject, const Cause& cause) {
    const auto& model = subject.model;
    const auto name = name_of(model, TaskId{cause.item});
    Diagnostic out{Code::B10, say(message::b10, {name}),     at(cause.culprit.span), {}, {}, say(message::b10_why), {},
                   {},        id_of(subject, cause, name.nl)};
    out.remedies = {choice(say(message::b10_remedy))};
    return out;
}

}  // namespace belegd::checks
