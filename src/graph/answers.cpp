#include "graph/answers.hpp"

#include <utility>

namespace belegd::graph {
namespace {

std::uint64_t hash_of(const Answer& answer) {
    auto out = static_cast<std::uint64_t>(answer.state);
    const auto mix = [&](std::uint64_t value) { out = (out ^ value) * 1099511628211ull; };
    const auto mix_actors = [&](const std::vector<model::Actor>& actors) {
        for (const auto& actor : actors)
            mix((static_cast<std::uint64_t>(actor.index) << 20) ^ actor.organ.index ^
                (static_cast<std::uint64_t>(actor.owner) << 60));
    };
    mix_actors(answer.holders);
    mix_actors(answer.performers);
    for (const auto& step : answer.chain)
        for (const auto by : step.by) mix(by.index);
    mix((answer.renewed ? 1u : 0u) | (answer.retroactive ? 2u : 0u));
    return out;
}

}  // namespace

AnswerId Answers::intern(Answer answer) {
    auto& bucket = by_hash_[hash_of(answer)];
    for (const auto id : bucket)
        if (table_[id] == answer) return id;
    bucket.push_back(static_cast<AnswerId>(table_.size()));
    table_.push_back(std::move(answer));
    return bucket.back();
}

}  // namespace belegd::graph
