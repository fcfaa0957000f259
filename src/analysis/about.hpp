#pragma once

#include <vector>

#include "checks/subject.hpp"

namespace belegd::analysis {

/// What a finding of a rule is about, where it is about no cells: what its case names.
struct About {
    BitSet tasks;                                ///< leaves; none when it speaks of none in particular
    std::vector<model::PartyId> municipalities;  ///< for whom a duty waits; empty when it names none
    std::vector<model::CooperationId> versions;  ///< those that it judges; empty when it judges none
};

/// Of a finding that is of no rule nothing.
About about(const checks::Subject& subject, const checks::Cause& cause);

}  // namespace belegd::analysis
