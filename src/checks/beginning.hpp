#pragma once

#include <optional>

#include "checks/subject.hpp"

/// Days before the first that the model has an answer for (D23), and days on which a party is not there.
namespace belegd::checks {

/// What a model says of a day before its first.
struct Earlier {
    std::optional<Day> answered_as;  ///< the day that answers for it; absent: nothing is said
    Text why;                        ///< that the model begins later, or what has no beginning in it
};
/// Nothing for a day that the model answers by itself.
std::optional<Earlier> earlier(const Subject& subject, const Subject::View& view, Day day);

/// Why a party has no cells on a day: since when it exists, or exists no more; nothing when it does exist then.
std::optional<Text> absent_on(const model::Model& model, model::PartyId party, Day day);

/// Why there are no cells of these tasks and functions for the parties named, if any: of each that it is not there that
/// day, of tasks that they are not, or that they do not need such a function.
std::vector<Text> why_no_cell(const model::Model& model, const std::vector<model::PartyId>& parties,
                              std::optional<Day> day, const BitSet& tasks, const BitSet& functions);

/// Of whom they are instead, where the law gives them to certain bodies alone; nothing when nobody else has them.
std::optional<Text> of_others(const model::Model& model, const std::vector<model::PartyId>& parties,
                              std::optional<Day> day, const BitSet& tasks, const BitSet& functions);

}  // namespace belegd::checks
