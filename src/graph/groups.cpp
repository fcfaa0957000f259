#include "graph/groups.hpp"

namespace belegd::graph {

using namespace model;

void Groups::divide(const Model& model, const std::vector<const ValidTransfer*>& valid) {
    groups_.clear();
    group_of_.assign(valid.size(), 0);
    std::vector<std::uint32_t> into;  // groups that were joined to an earlier one
    for (std::size_t v = 0; v < valid.size(); ++v) {
        const auto& tasks = model[valid[v]->id].tasks;
        std::optional<std::uint32_t> mine;
        for (std::uint32_t g = 0; g < groups_.size(); ++g) {
            if (into[g] != g || !groups_[g].tasks.intersects(tasks)) continue;
            if (mine) {
                groups_[*mine].tasks |= groups_[g].tasks;
                groups_[g].tasks = {};
                into[g] = *mine;
            } else {
                mine = g;
                groups_[g].tasks |= tasks;
            }
        }
        if (!mine) {
            mine = static_cast<std::uint32_t>(groups_.size());
            groups_.push_back({tasks, {}, {}, {}});
            into.push_back(*mine);
        }
        group_of_[v] = *mine;
    }
    for (auto& each : group_of_)
        while (into[each] != each) each = into[each];
}

void Groups::clear() {
    for (auto& each : groups_) {
        each.at.clear();
        each.transfers.clear();
        each.what.clear();
    }
}

const Walked& Walks::of(PartyId owner, std::uint32_t function, Day day, const Actor& start, const Group& group,
                        BitSet tasks, std::optional<AnswerId> led) {
    const auto& model = world_.model();
    const bool plural = model[model.leaf_functions[function]].plural;
    std::uint64_t hash = start.organ.index;
    for (const auto each : group.what) hash = (hash ^ each) * 1099511628211U;
    auto& bucket = known_[hash];
    for (const auto& known : bucket)
        if (known.start == start && known.led == led && known.plural == plural && known.what == group.what &&
            known.tasks == tasks)
            return known;
    Walk walk(world_, owner, function, day, group.transfers);
    auto& out = bucket.emplace_front(Walked{group.what, start, led, plural, std::move(tasks), {}, {}});
    const auto led_here = led ? delegations(answers_[*led]) : std::vector<Step>();
    for (auto& [answered, answer] : walk.from(start, out.tasks, led_here))
        out.answers.emplace_back(std::move(answered), answers_.intern(marked(model, std::move(answer), day)));
    out.traces = walk.traces();
    return out;
}

std::vector<Step> delegations(const Answer& answer) {
    std::vector<Step> out;
    for (const auto& step : answer.chain)
        if (step.kind == TransferKind::delegates) out.push_back(step);
    return out;
}

}  // namespace belegd::graph
