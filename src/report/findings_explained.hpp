#pragma once

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "analysis/changes.hpp"
#include "report/document.hpp"

namespace belegd::report {

/// The findings of a model that go by this id, or by this code.
std::vector<const checks::Finding*> findings_named(const analysis::Analysis& analysis, std::string_view name);

/// A rule that finds nothing in a model: to how much it was applied, and what it would have to know. Nothing when the
/// model knows no rule of that code.
std::optional<Document> rule_explained(const analysis::Analysis& analysis, std::string_view code);

/// Why a finding is there: the facts, each step of its rule with what it saw, the law, and the smallest change after
/// which it is gone, tried on the text.
Document findings_explained(const analysis::Analysis& analysis, const std::vector<const checks::Finding*>& findings,
                            const analysis::Retry& retry);

/// Every rule that is asked of a model, with its law and days, and of how many cases; those asked of nothing too.
Document rules_listed(const analysis::Analysis& analysis);

}  // namespace belegd::report
