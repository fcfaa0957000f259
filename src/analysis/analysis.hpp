#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "analysis/expectations.hpp"
#include "checks/finding.hpp"
#include "checks/subject.hpp"
#include "graph/coverage.hpp"
#include "model/model.hpp"
#include "syntax/load.hpp"

namespace belegd::analysis {

using namespace checks;

/// Everything belegd knows of one model. Not copied: its parts point into each other.
struct Analysis {
    syntax::Texts texts;
    Diagnostics diagnostics;  ///< sorted; reading, names, coverage and failed tests together
    model::Model model;
    graph::Coverage coverage;
    std::unique_ptr<Subject> subject;  ///< null when the text could not be read
    std::vector<Cause> causes;         ///< of every variant, also where the present or a base shows them already
    std::vector<Finding> findings;     ///< each cause once, worded
    TestResults tests;
    std::optional<Day> today;  ///< on which the acceptances of the model were looked at

    bool readable() const { return subject != nullptr; }
};

/// The whole tool as one function: text, tree, model, coverage, findings. When the text cannot be read or a name is
/// unknown, the later stages are left out: what they would say is not to be trusted. What the model accepts until a day
/// is held against `today`; without it no acceptance expires. `of_library` tells whether the rules of the library are
/// asked too, or only those of the model itself;
/// `every_rule`, whether those that find nothing to ask are read in full as well, and questions worded, to be told.
std::unique_ptr<Analysis> of(std::string name, std::string text, const syntax::FileReader& read, graph::Mode mode,
                             std::optional<Day> today = {}, bool of_library = true, bool every_rule = false);

/// The same model with something in it that is not written: what its cells answer then. Without findings: their words
/// would be those of a text that nobody wrote.
std::unique_ptr<Analysis> supposed(const Analysis& from, const std::function<void(model::Model&)>& change);

}  // namespace belegd::analysis
