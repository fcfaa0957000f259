#pragma once

#include "report/frame.hpp"

namespace belegd::report {

/// Who does what, and on what title: a column for each function that some cooperation touches.
void matrix(Document& out, Frame& frame, model::PartyId party, model::VariantId column);

}  // namespace belegd::report
