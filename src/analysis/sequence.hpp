#pragma once

#include <optional>
#include <string>
#include <vector>

#include "graph/world.hpp"

/// In which order decisions, milestones and the days of cooperations come, as far as a model says it.
namespace belegd::analysis {

/// Between which days something begins, and between which it ends.
struct Stretch {
    Day first_begin = kNoBegin, last_begin = kNoEnd, first_end = kNoBegin, last_end = kNoEnd;
    Text said;  ///< as the model has it; empty where it says nothing
};
/// When a decision, a milestone, the first or the last day of a cooperation is; of participants where some are named.
Stretch days_of(const model::Model& model, const graph::World& world, const model::AskedOf& of,
                const std::vector<model::PartyId>& parties);

/// From when until when a cooperation lasts with all its versions, as it is stated; for these participants where some are
/// named, and then nothing where they do not have the same days.
std::optional<Period> lasting(const model::Model& model, const graph::World& world, model::CooperationId first,
                              const std::vector<model::PartyId>& parties);

/// The first day without, and the version whose notice period counts.
struct EndOf {
    Day day;
    model::CooperationId version;
};
/// The end of a cooperation, or when it goes on the ends of those who leave it; of these participants where some are named.
std::vector<EndOf> ends_of(const model::Model& model, const graph::World& world, model::CooperationId first,
                           const std::vector<model::PartyId>& parties);

/// Everything that is said to go together with a decision, by itself or by the other, and what goes with those.
std::vector<std::string> in_step_with(const model::Model& model, const std::string& name);

/// Whether one comes before another.
struct Sequence {
    enum class Answer : std::uint8_t { yes, no, cannot_be_said };
    Answer answer = Answer::cannot_be_said;
    bool stated = false;        ///< the model says so, with `na`
    bool contradicted = false;  ///< and the days say otherwise
};
Sequence sequence_of(const model::Model& model, const graph::World& world, const model::AskedOf& first,
                     const model::AskedOf& second, const std::vector<model::PartyId>& parties);

}  // namespace belegd::analysis
