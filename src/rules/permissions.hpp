#pragma once

#include <vector>

#include "checks/subject.hpp"

namespace belegd::rules {

/// What a rule asks before a cooperation is made, changed, or left: that an organ of each of these permits it
/// (`vergt toestemming van`).
struct Permission {
    std::uint32_t rule;
    model::OrganId organ;
    std::vector<model::PartyId> parties;  ///< of whom; empty where that cannot be said
    model::CooperationId cooperation;     ///< the version that is made, or left
    bool leaving = false;                 ///< they leave it
    const model::Ending* ending = nullptr;
    std::vector<Text> questions = {};  ///< what would have to be known to say whether it is needed; empty: it is
};
/// Of one situation, in order of the rules.
std::vector<Permission> permissions_asked(const checks::Subject& subject, const checks::Subject::View& view);

}  // namespace belegd::rules
