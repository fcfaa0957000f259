#pragma once

#include <optional>

#include "base/source.hpp"
#include "model/model.hpp"

namespace belegd::resolve {

using namespace model;

/// Two conditions of a rule that cannot hold together, so that it never finds anything.
struct Contradiction {
    Span first, second;
};

/// Looks at what the conditions ask of one attribute: two values at once, a value and that it is not stated, a day
/// after a later and before an earlier one. Nothing found is no proof that the rule can find something.
std::optional<Contradiction> contradiction_in(const Rule& rule, const Sources& sources);

/// Where a rule asks for a form of cooperation that was not there on any day on which the rule is the law.
std::optional<Span> form_not_there(const Rule& rule, const Sources& sources, const Model& model);

}  // namespace belegd::resolve
