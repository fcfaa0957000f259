#include "property/tables.hpp"

#include <algorithm>

namespace belegd::naive {
namespace {

using namespace model;

void number_below(Model& model, TaskId id, std::vector<TaskId>& leaves) {
    if (model[id].children.empty()) {
        model[id].leaf = static_cast<std::uint32_t>(leaves.size());
        leaves.push_back(id);
    }
    const auto children = model[id].children;
    for (const auto child : children) number_below(model, child, leaves);
}

/// From functions to their leaves.
BitSet leaf_functions(const Model& model, const BitSet& functions) {
    BitSet result(model.leaf_functions.size());
    functions.each([&](std::size_t index) { result |= model.functions[index].leaves; });
    return result;
}

}  // namespace

void number_leaves(Model& model) {
    for (std::uint32_t i = 0; i < model.functions.size(); ++i)
        if (const auto parent = model.functions[i].parent; parent.valid())
            model[parent].children.push_back({i});
        else
            model.top_functions.push_back({i});
    for (std::uint32_t i = 0; i < model.functions.size(); ++i) {
        if (!model.functions[i].children.empty()) continue;
        model.functions[i].leaf = static_cast<std::uint32_t>(model.leaf_functions.size());
        model.leaf_functions.push_back({i});
    }
    for (auto& function : model.functions) function.leaves = BitSet(model.leaf_functions.size());
    for (const auto leaf : model.leaf_functions)
        for (auto id = leaf; id.valid(); id = model[id].parent) model[id].leaves.set(model[leaf].leaf);

    for (std::uint32_t i = 0; i < model.tasks.size(); ++i)
        if (const auto parent = model.tasks[i].parent; parent.valid())
            model[parent].children.push_back({i});
        else
            model.top_tasks.push_back({i});
    for (const auto id : model.top_tasks) number_below(model, id, model.leaf_tasks);
    for (auto& task : model.tasks) {
        task.leaves = BitSet(model.leaf_tasks.size());
        task.needs = leaf_functions(model, task.needs);
        task.needs_not = leaf_functions(model, task.needs_not);
        for (auto& holder : task.holders) holder.functions = leaf_functions(model, holder.functions);
    }
    for (const auto leaf : model.leaf_tasks)
        for (auto id = leaf; id.valid(); id = model[id].parent) model[id].leaves.set(model[leaf].leaf);
    for (auto& task : model.tasks) {
        std::vector<const Task*> line{&task};
        while (line.back()->parent.valid()) line.push_back(&model[line.back()->parent]);
        BitSet needed(model.leaf_functions.size());
        for (auto above = line.rbegin(); above != line.rend(); ++above)
            needed = (needed | (*above)->needs) - (*above)->needs_not;
        task.needed = needed;
    }
    model.tasks_needing.assign(model.leaf_functions.size(), BitSet(model.leaf_tasks.size()));
    for (const auto leaf : model.leaf_tasks)
        model[leaf].needed.each([&](std::size_t function) { model.tasks_needing[function].set(model[leaf].leaf); });
}

void set_horizon(Model& model) {
    auto first = kNoEnd;
    const auto see = [&](Day day) {
        if (day != kNoBegin) first = std::min(first, day);
    };
    const auto see_term = [&](const Term& term) {
        see(term.days.from);
        see(term.days.until);
    };
    for (const auto& party : model.parties) see_term(party.term);
    for (const auto& transfer : model.transfers) see_term(transfer.term);
    for (const auto& cooperation : model.cooperations) {
        see_term(cooperation.term);
        for (const auto& participant : cooperation.participants) see_term(participant.term);
        for (const auto& package : cooperation.packages)
            for (const auto& taker : package.takers) see_term(taker.term);
        for (const auto& scope : cooperation.scopes) see(scope.days.from), see(scope.days.until);
    }
    for (const auto& variant : model.variants)
        for (const auto& ending : variant.endings) see(ending.per.first);
    for (const auto& ending : model.endings) see(ending.per.first);
    model.horizon = first != kNoEnd ? first : *day_of(2000, 1, 1);
}

}  // namespace belegd::naive
