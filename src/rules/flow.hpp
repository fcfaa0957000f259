#pragma once

#include <vector>

#include "model/planning.hpp"

namespace belegd::rules {

/// Where the steps of a procedure lead: to other steps, and to outcomes, which are no steps.
class Flow {
   public:
    explicit Flow(const model::Procedure& procedure);

    /// Whether one comes to the step at all. Where a step does not say what follows, the next may.
    bool reached(std::size_t step) const { return reached_[step]; }
    /// Whether some way from the step leads to an outcome, or to a step behind which nothing is said to follow.
    bool ends(std::size_t step) const { return ends_[step]; }

   private:
    std::vector<bool> reached_, ends_;
};

}  // namespace belegd::rules
