#include "graph/law_slices.hpp"

#include <algorithm>

namespace belegd::graph {

using namespace model;

std::vector<LawSlice> law_of(const Model& model) {
    std::vector<Day> changes{model.horizon, kNoEnd};
    const auto change = [&](Period days) {
        for (const auto day : {days.from, days.until})
            if (day > model.horizon && day != kNoEnd) changes.push_back(day);
    };
    for (const auto& statute : model.statutes) change(statute.term.days);
    for (const auto& task : model.tasks) change(task.term.days);
    std::sort(changes.begin(), changes.end());
    changes.erase(std::unique(changes.begin(), changes.end()), changes.end());

    std::vector<LawSlice> slices;
    for (std::size_t i = 0; i + 1 < changes.size(); ++i) {
        LawSlice slice{{changes[i], changes[i + 1]},
                       std::vector<std::vector<LawSlice::Part>>(model.leaf_functions.size())};
        const auto day = changes[i];
        const auto put = [&](std::size_t function, std::optional<OrganId> organ, std::size_t leaf) {
            auto& parts = slice.functions[function];
            auto part =
                std::find_if(parts.begin(), parts.end(), [&](const LawSlice::Part& p) { return p.organ == organ; });
            if (part == parts.end()) part = parts.insert(parts.end(), {organ, BitSet(model.leaf_tasks.size())});
            part->tasks.set(leaf);
        };
        for (std::size_t leaf = 0; leaf < model.leaf_tasks.size(); ++leaf) {
            bool lives = true;
            for (auto at = model.leaf_tasks[leaf]; at.valid(); at = model[at].parent)
                lives = lives && model[at].term.days.contains(day);
            if (!lives) continue;
            model[model.leaf_tasks[leaf]].needed.each([&](std::size_t function) {
                for (auto at = model.leaf_tasks[leaf]; at.valid(); at = model[at].parent)
                    for (const auto& holder : model[at].holders)
                        if (holder.functions.has(function) &&
                            (!holder.by.statute.valid() || model[holder.by.statute].term.days.contains(day)))
                            return put(function, holder.by.organ, leaf);
                const auto& fallback = model[model.leaf_functions[function]].holder;
                put(function, fallback ? std::optional(fallback->organ) : std::nullopt, leaf);
            });
        }
        slices.push_back(std::move(slice));
    }
    return slices;
}

}  // namespace belegd::graph
