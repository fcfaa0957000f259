#pragma once

#include "report/planning.hpp"
#include "report/wording.hpp"

namespace belegd::report {

/// What is known of one cooperation, as a paper would head it: parties, form, since, term and notice, tasks, sources
/// (layout C). What the papers do not say is said to be so. `situations` are those in which it may end.
void sheet(Document& out, const analysis::Analysis& analysis, model::CooperationId cooperation,
           const std::vector<model::VariantId>& situations, Notes& notes);

/// The sentences that stand outside any cooperation.
void loose_sheet(Document& out, const analysis::Analysis& analysis, const std::vector<model::TransferId>& sentences,
                 Notes& notes);

/// What is decided, planned and paid outside any cooperation.
void planning_sheet(Document& out, const Planning& planning, Notes& notes);

}  // namespace belegd::report
