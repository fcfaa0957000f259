#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "checks/subject.hpp"

namespace belegd::analysis {

using namespace checks;

/// What became of one test.
struct Outcome {
    Text text;  ///< as it stands in the model
    Span span;
    std::optional<Diagnostic> failure;  ///< U01
    std::vector<Text> unlawful = {};    ///< what rules say of an answer that is the expected one (D33)
};

/// What became of the tests of a model (`toets`).
struct TestResults {
    std::size_t passed = 0;
    std::vector<Diagnostic> failed;  ///< U01, in order of the text
    std::vector<Outcome> all;        ///< in order of the text
};

/// Whether the model accepts what a cause is told as.
using IsAccepted = std::function<bool(const Cause&)>;

/// Holds every test against the answers. `causes` are those of every variant, also where a base shows them already; an
/// accepted one is still a finding, but none that `geen bevindingen` asks after.
TestResults expectations(const Subject& subject, const std::vector<Cause>& causes, const IsAccepted& is_accepted);

}  // namespace belegd::analysis
