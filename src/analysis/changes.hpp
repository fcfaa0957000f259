#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "analysis/analysis.hpp"

namespace belegd::analysis {

/// A change of the model's own text after which a finding is gone.
struct Change {
    Span span;           ///< what it replaces; empty for what is put in
    std::string text;    ///< with what
    Text said;           ///< `lees ‘mandateert’ in plaats van ‘delegeert’`
    bool tests = false;  ///< a `toets` of the model fails after it: it expects what is there now
};

/// Reads the model with another text.
using Retry = std::function<std::unique_ptr<Analysis>(std::string text)>;

/// The smallest change that takes a finding away and brings no error that was not there, found by trying: what the
/// finding itself proposes to write, then another verb, a clause more, another form, at last leaving the sentence out.
/// Nothing when none of these does; another change still may.
std::optional<Change> smallest_change(const Analysis& analysis, const Finding& finding, const Retry& retry);

/// By remedy of a finding, the change that writes the line it proposes, untried; nothing for a remedy without a line.
std::vector<std::optional<Change>> proposed_changes(const Analysis& analysis, const Finding& finding);

}  // namespace belegd::analysis
