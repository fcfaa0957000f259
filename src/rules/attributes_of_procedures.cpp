// What a rule learns of procedures and their steps, and of decision rules and their criteria.
#include <algorithm>

#include "base/fold.hpp"
#include "model/criteria.hpp"
#include "model/describe.hpp"
#include "rules/flow.hpp"
#include "rules/rule_facts.hpp"
#include "rules/rule_values.hpp"

namespace belegd::rules {

using namespace model;

namespace {

/// Whether the model knows a name as that of somebody, of a cooperation or of a task: where no procedure ends.
bool is_of_another(const Model& model, const std::string& name) {
    const auto has = [&](const auto& rows) {
        return std::any_of(rows.begin(), rows.end(), [&](const auto& each) { return folded(each.name) == name; });
    };
    return std::any_of(model.parties.begin(), model.parties.end(),
                       [&](const Party& each) { return each.in_model && folded(each.name) == name; }) ||
           has(model.cooperations) || has(model.tasks);
}

}  // namespace

Value RuleFacts::of_procedure(Attribute attribute, std::uint32_t index) const {
    const auto& row = model_.procedures[index];
    switch (attribute) {
        case Attribute::procedure_name: return {printable(row.name)};
        case Attribute::procedure_steps: {
            Ids out;
            for (std::size_t i = 0; i < row.steps.size(); ++i) out.push_back(inside(index, i));
            return {std::move(out)};
        }
        default: return {};
    }
}

Value RuleFacts::of_procedure_step(Attribute attribute, Entity entity) const {
    const auto& procedure = model_.procedures[outer(entity)];
    const std::size_t place = inner(entity);
    const auto& step = procedure.steps[place];
    switch (attribute) {
        case Attribute::procedure_step_name: return {printable(step.name)};
        case Attribute::procedure_step_procedure: return belegd::rules::row(outer(entity));
        case Attribute::procedure_step_taken: return truth(step.taken);
        case Attribute::procedure_step_taker_known: return truth(step.taker_known);
        case Attribute::procedure_step_ends: return truth(Flow(procedure).ends(place));
        case Attribute::procedure_step_reached: return truth(Flow(procedure).reached(place));
        case Attribute::procedure_step_half: return truth(step.on_agreement.empty() != step.otherwise.empty());
        case Attribute::procedure_step_one_way:
            return truth(!step.otherwise.empty() && folded(step.on_agreement) == folded(step.otherwise));
        case Attribute::procedure_step_two_roles: {
            const auto name = folded(step.name);
            const auto is = [&](const auto& each) { return folded(each.name) == name; };
            return truth(std::count_if(procedure.steps.begin(), procedure.steps.end(), is) > 1 ||
                         std::any_of(model_.decisions.begin(), model_.decisions.end(), is) ||
                         std::any_of(model_.milestones.begin(), model_.milestones.end(), is));
        }
        case Attribute::procedure_step_astray: {
            for (const auto* name : {&step.on_agreement, &step.otherwise})
                if (!name->empty() &&
                    std::none_of(procedure.steps.begin(), procedure.steps.end(),
                                 [&](const auto& each) { return folded(each.name) == folded(*name); }) &&
                    is_of_another(model_, folded(*name)))
                    return {as_name(*name)};
            return none();
        }
        default: return {};
    }
}

Value RuleFacts::of_decision_rule(Attribute attribute, std::uint32_t index) const {
    const auto& rule = model_.decision_rules[index];
    switch (attribute) {
        case Attribute::decision_rule_name: return {printable(rule.name)};
        case Attribute::decision_rule_criteria: {
            Ids out;
            for (std::size_t i = 0; i < rule.criteria.size(); ++i)
                if (!rule.criteria[i].desirable) out.push_back(inside(index, i));
            return {std::move(out)};
        }
        case Attribute::decision_rule_about:
            // Of what is rejected nothing is left to find out.
            return truth(judges(model_, rule, view_.variant) &&
                         (!view_.variant.valid() || model_[view_.variant].status > Status::rejected));
        case Attribute::decision_rule_outcome: return choice(outcome_of(rule, view_.variant));
        case Attribute::decision_rule_decided: return truth(is_decided(model_, rule, view_.variant));
        default: return {};
    }
}

Value RuleFacts::of_criterion(Attribute attribute, Entity entity) const {
    const auto& criterion = model_.decision_rules[outer(entity)].criteria[inner(entity)];
    switch (attribute) {
        case Attribute::criterion_name: return {printable(criterion.name)};
        case Attribute::criterion_rule: return belegd::rules::row(outer(entity));
        case Attribute::criterion_verdict: {
            const auto verdict = verdict_of(criterion, view_.variant);
            return verdict == Criterion::Verdict::not_said ? Value{} : choice(verdict);
        }
        default: return {};
    }
}

}  // namespace belegd::rules
