#pragma once

#include "report/compared.hpp"

namespace belegd::report {

/// What two situations cost beside each other, by year and by payer, with the difference; nothing where neither names costs.
void compared_costs(Document& out, const Side& before, const Side& after);

}  // namespace belegd::report
