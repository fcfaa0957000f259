#pragma once

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <optional>
#include <string>

#include "analysis/analysis.hpp"
#include "rules/of_law.hpp"
#include "rules/rule_evaluation.hpp"

namespace belegd::rules {

/// A model of which every rule asks something: two cooperations, Oost and West.
inline const std::string kTwo =
    "functie zorg bevoegdheid\ndomein welzijn { vergt zorg\n van rechtswege zorg bij college\n taak hulp }\n"
    "gemeente Oost\ngemeente West\norganisatie Bureau\n";

inline std::unique_ptr<analysis::Analysis> read(const std::string& text) {
    auto found = analysis::of(
        "model.belegd", text, [](const std::string&) { return std::nullopt; }, graph::Mode::planned, std::nullopt,
        false);
    CAPTURE(text);
    for (const auto& item : found->diagnostics.items()) CAPTURE(item.message.nl);
    REQUIRE(found->readable());
    return found;
}

/// What came of each case of the first rule in the present: `dienst found, bureau undecided`.
inline std::string cases(const std::string& text) {
    const auto found = read(text);
    REQUIRE(found->model.rules.size() == 1);
    const RuleFacts facts(*found->subject, found->subject->views().front());
    const auto& rule = found->model.rules.front();
    std::string out;
    auto steps = kMostSteps;
    RuleEvaluation(facts, rule).each(steps, [&](const RuleEvaluation::Case& each) {
        std::string names;
        for (std::size_t i = 0; i < rule.bound; ++i)
            names += (i == 0 ? "" : "/") + facts.said(rule.variables[i].type, false, (*each.slots)[i]).nl;
        for (const std::string quote : {"‘", "’"})
            for (auto at = names.find(quote); at != std::string::npos; at = names.find(quote))
                names.erase(at, quote.size());
        const auto* verdict = each.verdict == RuleEvaluation::Verdict::sound   ? "sound"
                              : each.verdict == RuleEvaluation::Verdict::found ? "found"
                                                                               : "undecided";
        out += (out.empty() ? "" : ", ") + names + " " + verdict;
    });
    return out.empty() ? "none" : out;
}

/// The text of one rule about every cooperation `s`.
inline std::string of_each(const std::string& steps, const std::string& about = "samenwerking s") {
    return "regel H-01 \"Eis\" {\n grond afleiding\n voor elke " + about + "\n" + steps + "\n opmerking \"dit\"\n}\n";
}

}  // namespace belegd::rules
