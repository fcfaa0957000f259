#include "analysis/findings.hpp"

#include <algorithm>
#include <tuple>

#include "checks/check.hpp"
#include "checks/lines.hpp"
#include "checks/open_lists.hpp"
#include "rules/not_checked.hpp"
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
    rules::leave_to_rules(subject, causes);
    causes.join_cells();
    return causes;
}

std::vector<Finding> findings(const Subject& subject, Causes causes, bool words_of_questions) {
    causes.settle(subject.model);
    causes.all() = checks::functions_together(subject, std::move(causes.all()));
    // In order before they are worded: a cause with its words is much to move.
    std::vector<Cause*> ordered;
    for (auto& cause : causes.all()) ordered.push_back(&cause);
    std::stable_sort(ordered.begin(), ordered.end(), [](const Cause* a, const Cause* b) {
        return std::tuple(a->culprit, a->code, a->variant) < std::tuple(b->culprit, b->code, b->variant);
    });
    std::vector<Finding> out;
    out.reserve(ordered.size());
    for (auto* each : ordered) {
        auto& cause = *each;
        auto words = cause.code == Code::R01 && !words_of_questions ? rules::place_not_checked(subject, cause)
                                                                    : worded(subject, cause);
        out.push_back({std::move(cause), std::move(words)});
    }
    tell_ids_apart(subject, out);
    return out;
}

}  // namespace belegd::analysis
