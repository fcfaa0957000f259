#pragma once

#include "report/frame.hpp"

namespace belegd::report {

/// What goes elsewhere in each situation, what stays, and what changes against the first situation.
void comparison(Document& out, Frame& frame, model::PartyId party);

}  // namespace belegd::report
