#pragma once

#include "report/frame.hpp"

namespace belegd::report {

/// The places in statutes that an overview rests on, each with what rests on it: its cooperations, its sentences outside
/// any cooperation, and by law the functions of its tasks on its day.
void legal_references(Document& out, const Frame& frame, const std::vector<model::CooperationId>& cooperations,
                      const std::vector<model::TransferId>& loose);

/// The same places by statute, without what rests on them: `Gemeentewet: art. 160 lid 1 onder a; art. 189 lid 1`.
std::vector<Text> statutes_said(const Frame& frame, const std::vector<model::CooperationId>& cooperations,
                                const std::vector<model::TransferId>& loose);

}  // namespace belegd::report
