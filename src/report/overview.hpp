#pragma once

#include "report/document.hpp"
#include "rules/analysis.hpp"

namespace belegd::report {

/// The appendix "overzicht taken per samenwerkingsconstructie": per municipality a comparison of situations (layout A),
/// a function matrix for each situation (layout B); then a sheet for each cooperation (layout C) and what is open.
Document overview(const rules::Analysis& analysis, const model::Overview& what);

/// What to show when a model declares no overview: everything its cooperations touch, for every participant.
model::Overview whole_overview(const model::Model& model);

}  // namespace belegd::report
