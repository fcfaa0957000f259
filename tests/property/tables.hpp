#pragma once

#include "model/model.hpp"

/// What follows from the rows of a model that a test wrote down itself.
namespace belegd::naive {

/// Numbers the leaves of both trees, from `parent` alone, and fills children, leaves and what every task needs.
/// `needs`, `needs_not` and the functions of holders are read as sets over the table of functions and become sets over
/// leaf functions.
void number_leaves(model::Model& model);

/// The first day on which something of the model begins or ends; laws and tasks are the library's (D23).
void set_horizon(model::Model& model);

}  // namespace belegd::naive
