#pragma once

#include <optional>

#include "diagnostics/diagnostic.hpp"
#include "model/model.hpp"

namespace belegd::analysis {

/// Why the model lets a finding stand on a day, if it does; without a day no acceptance has expired.
std::optional<Accepted> accepted(const model::Model& model, const Diagnostic& finding, std::optional<Day> today);

/// Marks the findings that the model accepts, and adds what is to be said of the acceptances themselves: that one has
/// expired (R02) or, when `all` findings are there, meets none (R03).
void accept(const model::Model& model, std::optional<Day> today, bool all, Diagnostics& findings);

}  // namespace belegd::analysis
