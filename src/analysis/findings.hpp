#pragma once

#include <vector>

#include "checks/subject.hpp"

namespace belegd::analysis {

using namespace checks;

/// The words for a cause.
Diagnostic worded(const Subject& subject, const Cause& cause);
/// What the checks and the rules find, in every variant, also where the present or a base shows it already.
Causes causes_of(const Subject& subject);
/// The findings: causes once each (D24), worded, in order of the text.
std::vector<Finding> findings(const Subject& subject, Causes causes);

}  // namespace belegd::analysis
