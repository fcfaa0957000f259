#pragma once

#include <cstddef>
#include <cstdint>
#include <forward_list>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "graph/answers.hpp"
#include "graph/valid_transfers.hpp"
#include "graph/walk.hpp"

namespace belegd::graph {

/// Transfers whose tasks touch, and touch those of no other: what one of them does concerns no task elsewhere.
struct Group {
    BitSet tasks;
    // On the day at hand:
    std::vector<std::size_t> at;               ///< places among the active transfers, in order
    std::vector<model::TransferId> transfers;  ///< those transfers
    std::vector<std::uint32_t> what;           ///< the same, and which of their receivers exist
};

/// The groups of the transfers of one owner and function.
class Groups {
   public:
    void divide(const model::Model& model, const std::vector<const ValidTransfer*>& valid);

    /// A day begins on which other transfers are active.
    void clear();
    /// The transfer at `place` among the valid is active, as the next of them.
    void activate(std::size_t place, std::size_t active, model::TransferId id, const std::vector<std::uint8_t>& how) {
        auto& mine = groups_[group_of_[place]];
        mine.at.push_back(active);
        mine.transfers.push_back(id);
        mine.what.push_back(id.index);
        mine.what.insert(mine.what.end(), how.begin(), how.end());
    }

    auto begin() const { return groups_.begin(); }
    auto end() const { return groups_.end(); }

   private:
    std::vector<Group> groups_;
    std::vector<std::uint32_t> group_of_;  ///< by place among the valid
};

/// What a walk found from one organ of an owner, for some tasks of a group.
struct Walked {
    std::vector<std::uint32_t> what;
    model::Actor start;
    std::optional<AnswerId> led;  ///< the answer of another function that led to the start (D29)
    bool plural;
    BitSet tasks;
    std::vector<std::pair<BitSet, AnswerId>> answers;
    std::vector<Walk::Trace> traces;
};

/// The walks of one owner. Most groups are the same on most days, and for most functions of a cooperation: each is walked
/// once.
class Walks {
   public:
    Walks(const World& world, Answers& answers) : world_(world), answers_(answers) {}

    void clear() { known_.clear(); }
    const Walked& of(model::PartyId owner, std::uint32_t function, Day day, const model::Actor& start,
                     const Group& group, BitSet tasks, std::optional<AnswerId> led);

   private:
    const World& world_;
    Answers& answers_;
    std::unordered_map<std::uint64_t, std::forward_list<Walked>> known_;
};

/// The steps of an answer that moved the power itself.
std::vector<Step> delegations(const Answer& answer);

}  // namespace belegd::graph
