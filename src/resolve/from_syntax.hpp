#pragma once

#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "model/model.hpp"
#include "syntax/tree.hpp"

namespace belegd::resolve {

using namespace model;

/// The resolved model of the trees, in order of loading: library first, the model's own file last.
///
/// Every name is resolved, every statement of a cooperation is a row of its own, tasks and functions above have become
/// their leaves, and amendments have become versions. What cannot be resolved is reported and left out.
/// A rule of the library that is about nothing of the model is not read further (`idle`), unless `every_rule` is wanted.
Model from_syntax(const Sources& sources, const std::vector<syntax::Tree>& trees, Diagnostics& diagnostics,
                  bool every_rule = false);

}  // namespace belegd::resolve
