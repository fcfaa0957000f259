#pragma once

#include <string>

#include "checks/subject.hpp"

/// What belegd answers, for anyone who recomputes it; the form is dsl/schema/coverage.json.
namespace belegd::render {

/// The answer for every cell, as JSON; equal neighbours in time are one run. Of a cell that an open list may touch the
/// statements that leave it open stand beside its state.
std::string coverage(const checks::Subject& subject);

}  // namespace belegd::render
