// B11: a transfer of a function that none of its tasks needs.
#include <algorithm>

#include "model/describe.hpp"
#include "rules/subject.hpp"

namespace belegd::rules {
namespace {

using namespace model;

BitSet not_needed(const Model& model, const Transfer& x) {
    BitSet needed(model.leaf_functions.size());
    auto tasks = x.tasks | x.excepted;
    tasks.each([&](std::size_t leaf) { needed |= model[model.leaf_tasks[leaf]].needed; });
    BitSet out(model.leaf_functions.size());
    for (const auto id : x.named_functions)
        if (!model[id].leaves.intersects(needed)) out |= model[id].leaves;
    return out;
}

/// `alle bevoegdheden`, said or meant, asks for what there is.
bool names_everything(const Subject& subject, const Transfer& x) {
    std::size_t powers = 0;
    for (const auto& function : subject.model.functions) powers += function.power && function.children.empty();
    return x.named_functions.size() >= powers && powers > 0 && x.named_functions.size() > 3;
}

}  // namespace

void find_function_not_needed(const Subject& subject, Causes& causes) {
    for (const auto& x : subject.model.transfers) {
        if (names_everything(subject, x)) continue;
        const auto idle = not_needed(subject.model, x);
        if (idle.none()) continue;
        auto& cause = causes.at(Code::B11, x.variant, x.head_span, {}, Cause::kAnyFunction);
        cause.functions |= idle;
    }
}

Diagnostic word_function_not_needed(const Subject& subject, const Cause& cause) {
    const auto& model = subject.model;
    Text tasks;
    for (const auto& x : model.transfers)
        if (x.head_span == cause.culprit) tasks = model::tasks_of(model, x.tasks | x.excepted);
    const auto functions = functions_of(model, cause.functions);
    Diagnostic out{
        Code::B11, say(Message::b11, {functions, tasks}), at(cause.culprit), {}, {}, say(Message::b11_why), {},
        {},        id_of(model, cause, functions.nl)};
    out.remedies = {{say(Message::b11_remedy, {functions})}};
    return out;
}

}  // namespace belegd::rules
