#pragma once

#include <string>

#include "report/decisions.hpp"

/// Who decides what, for other programs.
namespace belegd::render {

/// As dsl/schema/decisions.json has it, in both languages.
std::string decisions_json(const report::DecisionList& list);

}  // namespace belegd::render
