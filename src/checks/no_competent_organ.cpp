// B05: neither law nor function says who holds it. Once per task and function; the library or the task is incomplete.
#include "checks/lines.hpp"
#include "checks/subject.hpp"
#include "diagnostics/messages/coverage.hpp"
#include "model/describe.hpp"

namespace belegd::checks {

using namespace model;

void find_no_competent_organ(const Subject& subject, Causes& causes) {
    const auto& model = subject.model;
    for (const auto& view : subject.views()) {
        std::vector<std::vector<const graph::Run*>> open(model.leaf_functions.size());
        for (const auto& run : view.coverage->runs)
            if (subject.answer(run).state == graph::State::no_owner) open[run.function].push_back(&run);
        for (std::uint32_t function = 0; function < open.size(); ++function) {
            if (open[function].empty()) continue;
            BitSet tasks(model.leaf_tasks.size()), one(model.leaf_functions.size());
            one.set(function);
            for (const auto* run : open[function]) tasks |= run->tasks;
            const auto relevant = needing(model, one);
            for (auto task : nodes_of(model, tasks, &relevant)) {
                // The highest: there the holder is to be stated, also when only one task lies below it.
                while (model[task].parent.valid() && model[model[task].parent].needed.has(function) &&
                       tasks.includes(model[model[task].parent].leaves & relevant))
                    task = model[task].parent;
                for (const auto* run : open[function])
                    if (run->tasks.intersects(model[task].leaves))
                        causes
                            .add(Code::B05, view.variant, {model[task].span}, {}, function,
                                 {run->participant, run->tasks & model[task].leaves, run->days})
                            .item = task.index;
            }
        }
    }
}

Diagnostic word_no_competent_organ(const Subject& subject, const Cause& cause) {
    const auto& model = subject.model;
    const auto& row = model[model.leaf_functions[cause.function]];
    const auto function = name_of(model, model.leaf_functions[cause.function]);
    Diagnostic out{Code::B05,
                   say(message::b05, {say(message::function_of_tasks, {function, name_of(model, TaskId{cause.item})})}),
                   at(cause.culprit.span, say(message::no_holder_stated, {function})),
                   {},
                   {},
                   say(message::b05_why),
                   {},
                   {},
                   id_of(subject, cause, "")};
    out.remedies = {choice(say(message::b05_task, {line(subject, say(message::write_by_law, {function}))}))};
    // What the library says of a function is not the reader's to change.
    if (subject.sources[row.span.file].own())
        out.remedies.push_back(
            choice(say(message::b05_function, {line(subject, say(message::write_holder, {function}))})));
    for (const auto& own : own_followers(subject, cause.function, model[TaskId{cause.item}].leaves))
        out.remedies.push_back(choice(say(message::b05_own, {own.line, Text(own.name), function})));
    return out;
}

}  // namespace belegd::checks
