// B05: neither law nor function says who holds it. Once per task and function; the library or the task is incomplete.
#include "model/describe.hpp"
#include "rules/subject.hpp"

namespace belegd::rules {

using namespace model;

void find_no_competent_organ(const Subject& subject, Causes& causes) {
    const auto& model = subject.model;
    for (const auto& view : subject.views()) {
        std::vector<BitSet> open(model.leaf_functions.size(), BitSet(model.leaf_tasks.size()));
        for (const auto& run : view.coverage->runs)
            if (subject.answer(run).state == graph::State::no_owner) open[run.function] |= run.tasks;
        for (std::uint32_t function = 0; function < open.size(); ++function)
            for (const auto task : nodes_of(model, open[function])) {
                auto& cause = causes.at(Code::B05, view.variant, model[task].span, {}, function);
                for (const auto& run : view.coverage->runs)
                    if (run.function == function && subject.answer(run).state == graph::State::no_owner &&
                        run.tasks.intersects(model[task].leaves))
                        cause.cells.push_back({run.participant, run.tasks & model[task].leaves, run.days});
            }
    }
}

Diagnostic word_no_competent_organ(const Subject& subject, const Cause& cause) {
    const auto& model = subject.model;
    const auto function = name_of(model, model.leaf_functions[cause.function]);
    Diagnostic out{Code::B05,
                   say(Message::b05, {matter_said(model, cause)}),
                   at(cause.culprit, say(Message::no_holder_stated, {function})),
                   {},
                   {},
                   say(Message::b05_why),
                   {},
                   {},
                   id_of(model, cause, "")};
    out.remedies = {{say(Message::b05_task, {function})}, {say(Message::b05_function, {function})}};
    return out;
}

}  // namespace belegd::rules
