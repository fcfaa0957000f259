#pragma once

#include "report/frame.hpp"

/// What runs through one party, and what happens without it.
namespace belegd::report {

/// Of the one situation of a frame, on its day. `without` is the same situation of the model in which the party is no
/// longer there from that day on.
Document impact(const Frame& frame, const Frame& without, model::PartyId party);

}  // namespace belegd::report
