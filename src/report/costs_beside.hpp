#pragma once

#include <optional>
#include <vector>

#include "report/costs.hpp"
#include "report/frame.hpp"

/// What stands beside amounts and payers: cover, ceilings over several items, actual figures and settlement. Internal to
/// report/.
namespace belegd::report {

struct BesideCosts {
    std::optional<Table> cover, ceilings, settlements;
};

/// Of these items; of settlements only what these payers bear, if some are asked for.
BesideCosts beside_costs(const Frame& frame, const Costs::Situation& situation, const std::vector<model::CostId>& items,
                         const std::vector<model::PartyId>& only);

}  // namespace belegd::report
