#include "analysis/findings.hpp"

#include <algorithm>
#include <tuple>

#include "checks/check.hpp"
#include "checks/open_lists.hpp"
#include "checks/sentences.hpp"
#include "rules/of_law.hpp"

namespace belegd::analysis {
namespace {

using checks::Check;

/// Every check of coverage, and the rules, in the order in which they run.
const std::vector<Check>& all_checks() {
    static const std::vector<Check> all = [] {
        auto out = checks::checks_of_coverage();
        out.push_back({"of_law", rules::find_of_law, rules::word_of_law, {Code::R00, Code::R01, Code::R04}});
        return out;
    }();
    return all;
}

}  // namespace

Diagnostic worded(const Subject& subject, const Cause& cause) {
    const auto& checks = all_checks();
    const auto check = std::find_if(checks.begin(), checks.end(), [&](const Check& each) {
        return std::find(each.codes.begin(), each.codes.end(), cause.code) != each.codes.end();
    });
    auto out = check->word(subject, cause);
    checks::tell_choices(out);
    return out;
}

Causes causes_of(const Subject& subject) {
    Causes causes;
    for (const auto& check : all_checks()) check.find(subject, causes);
    causes.join_cells();
    return causes;
}

std::vector<Finding> findings(const Subject& subject, Causes causes) {
    causes.settle(subject.model);
    causes.all() = checks::functions_together(subject, std::move(causes.all()));
    std::vector<Finding> out;
    out.reserve(causes.all().size());
    for (auto& cause : causes.all()) {
        auto words = worded(subject, cause);
        out.push_back({std::move(cause), std::move(words)});
    }
    std::stable_sort(out.begin(), out.end(), [](const Finding& a, const Finding& b) {
        return std::tuple(a.cause.culprit, a.cause.code, a.cause.variant) <
               std::tuple(b.cause.culprit, b.cause.code, b.cause.variant);
    });
    tell_ids_apart(subject, out);
    return out;
}

}  // namespace belegd::analysis
