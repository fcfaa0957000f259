#include "rules/permissions.hpp"

#include <algorithm>

#include "diagnostics/messages/rules.hpp"
#include "rules/answers.hpp"
#include "rules/not_checked.hpp"
#include "rules/of_law.hpp"

namespace belegd::rules {

using namespace model;

namespace {

std::vector<Text> questions_of(const RuleFacts& facts, const Rule& rule, const RuleEvaluation::Case& open) {
    std::vector<Text> out;
    for (const auto& fact : open.silent) {
        if (!is_specific(fact)) continue;
        auto question = asked(facts, fact);
        if (std::find(out.begin(), out.end(), question) == out.end()) out.push_back(std::move(question));
    }
    if (out.empty()) out.push_back(say(message::ask_whether, {rule.title}));
    return out;
}

}  // namespace

std::vector<Permission> permissions_asked(const Subject& subject, const Subject::View& view) {
    std::vector<Permission> out;
    const auto& model = subject.model;
    const RuleFacts facts(subject, view);
    for (std::uint32_t r = 0; r < model.rules.size(); ++r) {
        const auto& rule = model.rules[r];
        if (!rule.permission || rule.idle) continue;
        // When it is needed, and not whether it was given.
        auto bare = rule;
        std::erase_if(bare.steps, [](const Rule::Step& step) { return step.kind == Rule::Step::Kind::requires_; });
        auto steps = kMostSteps;
        RuleEvaluation evaluation(facts, bare);
        (void)evaluation.each(steps, [&](const RuleEvaluation::Case& found) {
            if (found.verdict == RuleEvaluation::Verdict::sound) return;
            Permission row{r, rule.permission->organ, {}, {}};
            for (std::size_t i = 0; i < rule.bound; ++i) {
                const auto entity = static_cast<Entity>(std::get<long long>((*found.slots)[i].is));
                if (rule.variables[i].type == Type::cooperation) row.cooperation = {static_cast<std::uint32_t>(entity)};
                if (rule.variables[i].type == Type::ending) {
                    row.ending = &facts.ending(entity);
                    row.cooperation = facts.version_before(*row.ending);
                    if (!row.cooperation.valid()) row.cooperation = row.ending->cooperation;
                }
            }
            if (!row.cooperation.valid()) return;
            if (const auto* whose = std::get_if<std::vector<Entity>>(&(*found.slots)[rule.permission->slot].is))
                for (const auto each : *whose) row.parties.push_back({static_cast<std::uint32_t>(each)});
            if (found.verdict == RuleEvaluation::Verdict::undecided)
                row.questions = questions_of(facts, rule, found);
            else if (row.parties.empty())
                return;
            // Who is asked and takes no part in it any more, leaves it.
            row.leaving =
                row.ending != nullptr ||
                (!row.parties.empty() && std::none_of(row.parties.begin(), row.parties.end(), [&](PartyId party) {
                    return !view.world->participation(row.cooperation, party).empty();
                }));
            out.push_back(std::move(row));
        });
    }
    return out;
}

}  // namespace belegd::rules
