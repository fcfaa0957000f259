#pragma once

#include <map>
#include <utility>
#include <vector>

#include "graph/world.hpp"

namespace belegd::graph {

/// Which transfers may concern which municipality in one variant (D7), found from who gives and who receives alone: what
/// an organ of an organisation or cooperation gives concerns only those from whom a chain may come to it.
class Candidates {
   public:
    explicit Candidates(const World& world);

    /// In order of the text.
    const std::vector<model::TransferId>& of(model::PartyId municipality) const {
        return of_party_[municipality.index];
    }

   private:
    using Owner = std::pair<model::Actor::Owner, std::uint32_t>;
    void add_reached(std::vector<model::TransferId>& found) const;

    const World& world_;
    std::vector<std::vector<model::TransferId>> of_party_;
    std::map<Owner, std::vector<model::TransferId>>
        by_giver_;  ///< what an organ of an organisation or cooperation gives
};

}  // namespace belegd::graph
