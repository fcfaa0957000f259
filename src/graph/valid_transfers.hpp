#pragma once

#include <cstdint>
#include <vector>

#include "graph/world.hpp"

namespace belegd::graph {

/// A transfer that is valid for one owner of cells on some days.
struct ValidTransfer {
    model::TransferId id;
    std::vector<Period> periods;
    std::vector<Day> days;  ///< on which it, or who gives or gets, begins or ends
    /// From each of those days on, and from the horizon; looked up for every function on every day.
    struct State {
        Day from;
        bool valid;
        std::vector<std::uint8_t> how;  ///< which of its receivers exist, and its marks
    };
    std::vector<State> states;
};

/// Those of the candidates that are valid for the owner at all, in the same order.
std::vector<ValidTransfer> valid_transfers(const World& world, model::PartyId owner,
                                           const std::vector<model::TransferId>& candidates);

/// An answer as it is that day: by tacit renewal alone, or by working back (D31).
Answer marked(const model::Model& model, Answer answer, Day day);

/// The days after the first of the model on which something about an answer may change, put with others.
void add_changes(const World& world, Period period, std::vector<Day>& days);
void add_changes(const World& world, const model::Actor& actor, std::vector<Day>& days);

/// In order, each day once.
void once_each(std::vector<Day>& days);

}  // namespace belegd::graph
