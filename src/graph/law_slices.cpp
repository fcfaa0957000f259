#include "graph/law_slices.hpp"

#include <algorithm>

#include "model/describe.hpp"

namespace belegd::graph {

using namespace model;

Law::Law(const Model& model) : model_(model), changes_{model.horizon, kNoEnd} {
    const auto change = [&](Period days) {
        for (const auto day : {days.from, days.until})
            if (day > model.horizon && day != kNoEnd) changes_.push_back(day);
    };
    for (const auto& statute : model.statutes) change(statute.term.days);
    for (const auto& task : model.tasks) change(task.term.days);
    std::sort(changes_.begin(), changes_.end());
    changes_.erase(std::unique(changes_.begin(), changes_.end()), changes_.end());
    everyones_ = slices_of({});
    const auto see = [&](const LawHolder& holder) {
        if (holder.party.valid() && own_.count(holder.party.index) == 0)
            own_.emplace(holder.party.index, slices_of(holder.party));
    };
    for (const auto& task : model.tasks)
        for (const auto& holder : task.holders) see(holder.by);
    for (const auto& function : model.functions)
        if (function.holder) see(*function.holder);
}

const std::vector<LawSlice>& Law::of(PartyId owner) const {
    const auto found = own_.find(owner.index);
    return found == own_.end() ? everyones_ : found->second;
}

std::vector<LawSlice> Law::slices_of(PartyId owner) const {
    const bool municipality = !owner.valid() || model_[owner].kind == Party::Kind::municipality;
    std::vector<LawSlice> slices;
    for (std::size_t i = 0; i + 1 < changes_.size(); ++i) {
        LawSlice slice{{changes_[i], changes_[i + 1]},
                       std::vector<std::vector<LawSlice::Part>>(model_.leaf_functions.size())};
        const auto day = changes_[i];
        const auto put = [&](std::size_t function, std::optional<OrganId> organ, std::size_t leaf) {
            auto& parts = slice.functions[function];
            const bool follows =
                model_[model_.leaf_functions[function]].follows.valid() &&
                !holder_stated(model_, model_.leaf_tasks[leaf], static_cast<std::uint32_t>(function), day);
            auto part = std::find_if(parts.begin(), parts.end(),
                                     [&](const LawSlice::Part& p) { return p.organ == organ && p.follows == follows; });
            if (part == parts.end())
                part = parts.insert(parts.end(), {organ, BitSet(model_.leaf_tasks.size()), follows});
            part->tasks.set(leaf);
        };
        for (std::size_t leaf = 0; leaf < model_.leaf_tasks.size(); ++leaf) {
            const auto task = model_.leaf_tasks[leaf];
            bool lives = true;
            for (auto at = task; at.valid(); at = model_[at].parent)
                lives = lives && model_[at].term.days.contains(day);
            if (!lives) continue;
            model_[task].needed.each([&](std::size_t at) {
                const auto function = static_cast<std::uint32_t>(at);
                if (const auto* holder = holder_by_law(model_, owner, task, function, day))
                    put(function, holder->organ, leaf);
                else if (municipality && no_holder_stated(model_, task, function, day))
                    put(function, std::nullopt, leaf);
            });
        }
        slices.push_back(std::move(slice));
    }
    return slices;
}

std::optional<std::uint32_t> followed_by(const Model& model, std::uint32_t function) {
    const auto followed = model[model.leaf_functions[function]].follows;
    return followed.valid() ? std::optional(model[followed].leaf) : std::nullopt;
}

std::vector<std::uint32_t> alike_by_law(const Model& model, const std::vector<LawSlice>& slices) {
    std::vector<std::uint32_t> out(model.leaf_functions.size());
    const auto plural = [&](std::uint32_t function) { return model[model.leaf_functions[function]].plural; };
    for (std::uint32_t function = 0; function < out.size(); ++function) {
        std::uint32_t first = 0;
        const auto differs = [&](const LawSlice& slice) { return slice.functions[first] != slice.functions[function]; };
        while (first < function && (plural(first) != plural(function) || followed_by(model, first) ||
                                    std::any_of(slices.begin(), slices.end(), differs)))
            ++first;
        out[function] = followed_by(model, function) ? function : first;
    }
    return out;
}

}  // namespace belegd::graph
