#pragma once

#include <string_view>

#include "report/document.hpp"

/// The way back from a document to the model.
namespace belegd::report {

/// The table with the lines of the model that each row rests on as its last column, where it says them and has no such
/// column yet.
Table with_origins(const Table& table);

/// Whether this is the name of such a column, in either language.
bool names_origins(std::string_view column);

}  // namespace belegd::report
