#pragma once

#include "model/basics.hpp"

/// Dates and lengths as the paper has them.
namespace belegd::report {

/// `mei 2021`, `2021`, `kwartaal 4 van 2021`, `medio 2020`.
Text stretch_said(const DateValue& stretch);

/// `vanaf 2024 t/m 31 december 2025`; an end that names a month, a year or a season is said so.
Text term_said(const model::Term& term);

}  // namespace belegd::report
