#pragma once

#include <map>
#include <utility>
#include <vector>

#include "graph/world.hpp"

namespace belegd::graph {

/// A scope of a cooperation as it binds one participant, on the days on which he takes part (D12).
struct Claim {
    model::CooperationId cooperation;
    const model::Scope* scope;
    std::vector<Period> periods;
};

/// What the cooperations in force in one variant claim to settle.
class Claims {
   public:
    explicit Claims(const World& world);

    /// The claims on one participant, in order of the text.
    std::vector<Claim> of(model::PartyId participant) const;
    /// The tasks that one claim settles for a function on a day; what a package names counts only for who takes it (D13).
    BitSet tasks(const Claim& claim, model::PartyId participant, std::uint32_t function, Day day) const;
    /// Puts them with others.
    void add(const Claim& claim, model::PartyId participant, std::uint32_t function, Day day, BitSet& out) const;
    /// Whether one claim, on two functions that it names or leaves alike, settles the same tasks of both on every day.
    bool alike(const Claim& claim, std::uint32_t one, std::uint32_t other) const;
    /// All of them together.
    BitSet claimed(const std::vector<Claim>& claims, model::PartyId participant, std::uint32_t function, Day day) const;
    /// The days on which the participant begins or stops to take a package.
    const std::vector<Day>& package_days(model::PartyId participant) const;

   private:
    const World& world_;
    std::vector<std::vector<Day>> package_days_;  ///< by party
    /// (cooperation, package): the tasks its transfers name, by leaf function.
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<BitSet>> packaged_;
};

}  // namespace belegd::graph
