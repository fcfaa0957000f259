// What a task needs because a statement names it, so that no written sentence is about nothing.
#include <algorithm>

#include "diagnostics/diagnostic.hpp"
#include "resolve/resolution.hpp"

namespace belegd::resolve {
namespace {

/// By leaf task: the functions that `vergt niet` takes away from it, unless a task below needs them again.
std::vector<BitSet> taken_away(const Model& model) {
    std::vector<BitSet> out;
    for (const auto leaf : model.leaf_tasks) {
        std::vector<TaskId> line;
        for (auto at = leaf; at.valid(); at = model[at].parent) line.push_back(at);
        BitSet away(model.leaf_functions.size());
        for (auto at = line.rbegin(); at != line.rend(); ++at) away = (away - model[*at].needs) | model[*at].needs_not;
        out.push_back(std::move(away));
    }
    return out;
}

/// What the whole model names: by leaf task, the leaf functions.
using Named = std::vector<BitSet>;

void name(Named& named, const BitSet& functions, const BitSet& tasks) {
    tasks.each([&](std::size_t leaf) { named[leaf] |= functions; });
}

/// What one statement names.
struct Naming {
    BitSet functions, tasks;
};

/// `alle bevoegdheden` names no function.
BitSet functions_named_in(const Model& model, const Transfer& x) {
    if (!x.all_powers) return x.functions;
    auto out = x.functions;
    for (const auto leaf : model.leaf_functions)
        if (model[leaf].power) out.reset(model[leaf].leaf);
    return out;
}

}  // namespace

void imply_needs(Resolution& r) {
    auto& model = r.model;
    const auto away = taken_away(model);
    const Named nothing(model.leaf_tasks.size(), BitSet(model.leaf_functions.size()));

    // A holder that the model states at a task is a need of that task.
    auto stated = nothing;
    for (const auto& task : model.tasks)
        for (const auto& holder : task.holders)
            if (r.sources[holder.by.span.file].own()) name(stated, holder.functions, task.leaves);
    for (std::size_t leaf = 0; leaf < stated.size(); ++leaf) {
        auto& task = model[model.leaf_tasks[leaf]];
        task.needs |= stated[leaf] - away[leaf] - task.needed;
        task.needed |= task.needs;
    }

    // What a statement names is needed too, and claimed only where it is named.
    auto all = nothing;
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<Naming>> within;  // by first version and variant
    const auto see = [&](CooperationId cooperation, VariantId variant, BitSet functions, BitSet tasks) {
        name(all, functions, tasks);
        if (!cooperation.valid()) return;
        const auto first = model[cooperation].first_version.index;
        within[{first, variant.index}].push_back({std::move(functions), std::move(tasks)});
    };
    for (const auto* table : {&model.transfers, &model.without_act})
        for (const auto& x : *table) see(x.cooperation, x.variant, functions_named_in(model, x), x.tasks | x.excepted);
    for (const auto& cooperation : model.cooperations)
        for (const auto& scope : cooperation.scopes)
            if (scope.functions) see(cooperation.first_version, cooperation.variant, *scope.functions, scope.tasks);

    bool any = false;
    for (std::size_t leaf = 0; leaf < all.size(); ++leaf) {
        auto& task = model[model.leaf_tasks[leaf]];
        task.implied = all[leaf] - away[leaf] - task.needed;
        task.needed |= task.implied;
        any = any || task.implied.any();
    }
    model.tasks_needing.assign(model.leaf_functions.size(), BitSet(model.leaf_tasks.size()));
    for (std::size_t leaf = 0; leaf < model.leaf_tasks.size(); ++leaf)
        model[model.leaf_tasks[leaf]].needed.each(
            [&](std::size_t function) { model.tasks_needing[function].set(leaf); });
    if (!any) return;
    for (auto& cooperation : model.cooperations) {
        const auto named_here = [&](std::size_t leaf, std::size_t function) {
            for (const auto variant : {VariantId{}, cooperation.variant})
                if (const auto found = within.find({cooperation.first_version.index, variant.index});
                    found != within.end() &&
                    std::any_of(found->second.begin(), found->second.end(), [&](const Naming& each) {
                        return each.functions.has(function) && each.tasks.has(leaf);
                    }))
                    return true;
            return false;
        };
        for (auto& scope : cooperation.scopes) {
            if (scope.functions) continue;
            std::vector<BitSet> unclaimed(model.leaf_functions.size(), BitSet(model.leaf_tasks.size()));
            bool some = false;
            scope.tasks.each([&](std::size_t leaf) {
                model[model.leaf_tasks[leaf]].implied.each([&](std::size_t function) {
                    if (named_here(leaf, function)) return;
                    unclaimed[function].set(leaf);
                    some = true;
                });
            });
            if (some) scope.unclaimed = std::move(unclaimed);
        }
    }
}

}  // namespace belegd::resolve
