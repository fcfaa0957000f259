// The rule engine against the naive reference, on random rules over random models.
#include "rules/of_law.hpp"
#include "rules/rule_evaluation.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "analysis/analysis.hpp"
#include "property/random_rules.hpp"
#include "property/scale.hpp"

// After the messages, which have a macro of the same name as doctest.
#include <doctest/doctest.h>

namespace belegd {
namespace {

using rules::RuleEvaluation;
using rules::RuleFacts;

std::string name_in(const analysis::Analysis& found, model::Type kind, model::Entity entity) {
    const auto& model = found.model;
    switch (kind) {
        case model::Type::cooperation: return model.cooperations[entity].name;
        case model::Type::participant: {
            const auto& in = model.cooperations[entity >> 32];
            return in.name + "/" + model[in.participants[entity & 0xFFFFFFFF].party].name;
        }
        default: {
            const auto span = model.transfers[entity].head_span;
            return fmt::format("line {}", found.texts.sources[span.file].place(span.begin).line);
        }
    }
}

std::vector<std::string> cases(const analysis::Analysis& found, const model::Rule& rule) {
    std::vector<std::string> out;
    const RuleFacts facts(*found.subject, found.subject->views().front());
    auto steps = rules::kMostSteps;
    RuleEvaluation(facts, rule).each(steps, [&](const RuleEvaluation::Case& each) {
        std::vector<std::string> names;
        for (std::size_t i = 0; i < rule.bound; ++i)
            names.push_back(name_in(found, rule.variables[i].type,
                                    static_cast<model::Entity>(std::get<long long>((*each.slots)[i].is))));
        const auto* verdict = each.verdict == RuleEvaluation::Verdict::sound   ? "sound"
                              : each.verdict == RuleEvaluation::Verdict::found ? "found"
                                                                               : "undecided";
        out.push_back(fmt::format("{} {}: {}", rule.code, fmt::join(names, ", "), verdict));
    });
    std::sort(out.begin(), out.end());
    return out;
}

}  // namespace

TEST_CASE("naive rules: the engine finds in random models what the naive reference finds") {
    std::map<std::string, std::size_t> verdicts;
    std::size_t refused = 0;
    int differences = 0;
    for (std::uint32_t seed = 0; seed < 1500 && differences < 3; seed += naive::one_in()) {
        auto random = naive::random_rules(seed);
        const auto read = [&] {
            auto text = random.model.text;
            for (const auto& each : random.rules) text += naive::written(each);
            return analysis::of(
                "model.belegd", std::move(text), [](const std::string&) { return std::nullopt; }, graph::Mode::planned,
                std::nullopt, false);
        };
        CAPTURE(seed);
        CAPTURE(random.model.text);
        auto found = read();
        // A rule of which belegd says that it can never find anything finds nothing; the others are asked without it.
        while (found->diagnostics.has_errors() && !found->readable()) {
            const auto& kept = found->model.rules;
            const auto before = random.rules.size();
            std::erase_if(random.rules, [&](const naive::NaiveRule& rule) {
                if (std::any_of(kept.begin(), kept.end(),
                                [&](const model::Rule& each) { return each.code == rule.code; }))
                    return false;
                CAPTURE(naive::written(rule));
                for (const auto& each : naive::cases(random.model, rule)) CHECK(!each.ends_with("found"));
                ++refused;
                return true;
            });
            std::string said;
            for (const auto& each : found->diagnostics.items()) said += each.message.nl + "\n";
            CAPTURE(said);
            REQUIRE(random.rules.size() < before);
            found = read();
        }
        REQUIRE(found->readable());
        REQUIRE(found->model.rules.size() == random.rules.size());
        for (std::size_t i = 0; i < random.rules.size(); ++i) {
            const auto expected = naive::cases(random.model, random.rules[i]);
            const auto said = cases(*found, found->model.rules[i]);
            for (const auto& each : expected) ++verdicts[each.substr(each.find(": ") + 2)];
            if (said == expected) continue;
            ++differences;
            FAIL_CHECK(fmt::format("{}\n  engine  {}\n  naive   {}", naive::written(random.rules[i]),
                                   fmt::join(said, "; "), fmt::join(expected, "; ")));
        }
    }
    if (differences > 0 || naive::one_in() > 1) return;
    CHECK(refused > 10);
    for (const auto* verdict : {"sound", "found", "undecided"}) {
        CAPTURE(verdict);
        CHECK(verdicts[verdict] > 1000);
    }
}

}  // namespace belegd
