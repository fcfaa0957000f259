#pragma once

#include <vector>

#include "checks/subject.hpp"

namespace belegd::analysis {

using namespace checks;

/// The words for a cause.
Diagnostic worded(const Subject& subject, const Cause& cause);
/// What the checks and the rules find, in every variant, also where the present or a base shows it already.
Causes causes_of(const Subject& subject);
/// The findings: causes once each, worded, in order of the text. Without `words_of_questions` what is asked only
/// has its place and its id: it is told apart, and nobody reads more of it unless it is accepted or explained.
std::vector<Finding> findings(const Subject& subject, Causes causes, bool words_of_questions = true);

}  // namespace belegd::analysis
