#pragma once

#include "report/frame.hpp"

namespace belegd::report {

/// The places in statutes that an overview rests on, each with what rests on it: its cooperations, its sentences outside
/// any cooperation, and by law the functions of its tasks on its day.
void legal_references(Document& out, const Frame& frame, const std::vector<model::CooperationId>& cooperations,
                      const std::vector<model::TransferId>& loose);

}  // namespace belegd::report
