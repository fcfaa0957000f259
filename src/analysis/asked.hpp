#pragma once

#include <optional>

#include "checks/subject.hpp"

namespace belegd::analysis {

/// What the model says instead of what a test asks of a decision, a milestone or a cooperation; nothing where it holds.
std::optional<Text> not_as_asked(const checks::Subject& subject, const model::Test& test);

/// The same of a board: who is in it, what votes there are, what comes of a vote.
std::optional<Text> not_as_boards(const checks::Subject& subject, const model::Test& test);

/// The same of what something costs and what is settled of it.
std::optional<Text> not_as_costs(const checks::Subject& subject, const model::Test& test);

}  // namespace belegd::analysis
