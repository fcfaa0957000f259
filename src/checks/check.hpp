#pragma once

#include <vector>

#include "checks/subject.hpp"

namespace belegd::checks {

/// A check finds causes, then words each of them.
struct Check {
    const char* name;
    void (*find)(const Subject&, Causes&);
    Diagnostic (*word)(const Subject&, const Cause&);
    std::vector<Code> codes;  ///< that it words
};
/// Every check of coverage itself (all.def), in the order in which they run.
std::vector<Check> checks_of_coverage();

}  // namespace belegd::checks
