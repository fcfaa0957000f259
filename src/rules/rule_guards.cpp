// What a rule asks first of all of many things, so that most of them are not looked at any further.
#include <algorithm>

#include "rules/operands.hpp"
#include "rules/rule_evaluation.hpp"

namespace belegd::rules {

using namespace model;

const RuleEvaluation::Guard& RuleEvaluation::guard(std::uint32_t condition, std::size_t slot) {
    if (guards_.empty()) guards_.resize(rule_.expressions.size());
    auto& known = guards_[condition];
    if (known) return *known;
    known = std::make_unique<Guard>(found_guard(condition, slot));
    if (known->there && known->attribute == Attribute::none && known->slots.empty()) {
        Ids only;
        for (const auto* each : known->allowed) Members(*each).each([&](Entity entity) { put(only, entity); });
        known->only = std::move(only);
    }
    return *known;
}

RuleEvaluation::Guard RuleEvaluation::found_guard(std::uint32_t condition, std::size_t slot) const {
    const auto* e = &rule_.expressions[condition];
    while (e->kind == Op::all_of) e = &rule_.expressions[e->operands.front()];
    const auto is_slot = [&](const Expression& of) { return of.kind == Op::variable && of.slot == slot; };
    if (e->kind == Op::any_of) {
        Guard out;
        for (const auto each : e->operands) {
            const auto one = found_guard(each, slot);
            if (!one.there || (out.there && one.attribute != out.attribute)) return {};
            out.there = true;
            out.attribute = one.attribute;
            out.allowed.insert(out.allowed.end(), one.allowed.begin(), one.allowed.end());
            out.slots.insert(out.slots.end(), one.slots.begin(), one.slots.end());
        }
        return out;
    }
    if (e->kind == Op::attribute && e->type == Type::truth && is_slot(rule_.expressions[e->operands.front()])) {
        static const Value kHolds = rules::truth(true);
        return {true, e->attribute, {&kHolds}};
    }
    if (e->kind != Op::is && e->kind != Op::among) return {};
    const auto &left = rule_.expressions[e->operands[0]], &right = rule_.expressions[e->operands[1]];
    if (left.type == Type::length || left.type == Type::text) return {};
    const bool itself = is_slot(left);
    if (!itself && (left.kind != Op::attribute || !is_slot(rule_.expressions[left.operands.front()]))) return {};
    const auto attribute = itself ? Attribute::none : left.attribute;
    if (right.kind == Op::variable && right.slot != slot) return {true, attribute, {}, {right.slot}};
    if (right.kind != Op::constant || right.value.unknown() || right.value.nothing()) return {};
    return {true, attribute, {&right.value}};
}

bool RuleEvaluation::stops(const Guard& guard, Entity entity) const {
    if (const auto certain = facts_.certain(guard.attribute, entity)) {
        entity = *certain;
    } else if (guard.attribute != Attribute::none) {
        const auto value = facts_.of(guard.attribute, entity);
        const auto* one = std::get_if<long long>(&value.is);
        if (one == nullptr || value.open || value.possible) return false;
        entity = static_cast<Entity>(*one);
    }
    const auto may_be = [&](const Value& allowed) {
        const bool sure = !allowed.unknown() && !allowed.nothing() && !allowed.open && !allowed.possible;
        return !sure || Members(allowed).has(entity);
    };
    return std::none_of(guard.allowed.begin(), guard.allowed.end(), [&](const Value* each) { return may_be(*each); }) &&
           std::none_of(guard.slots.begin(), guard.slots.end(), [&](std::size_t each) { return may_be(slots_[each]); });
}

std::optional<Ids> RuleEvaluation::narrowed(std::size_t variable) {
    const auto& bound = rule_.variables[variable];
    if (bound.list != Expression::kNone || (bound.type != Type::cell && bound.type != Type::step)) return std::nullopt;
    const auto first = std::find_if(rule_.steps.begin(), rule_.steps.end(),
                                    [](const Rule::Step& step) { return step.kind != Rule::Step::Kind::let; });
    // A case that the only condition of a rule does not fit is a sound one; others are none (see `judge`).
    if (first == rule_.steps.end() || first->kind != Rule::Step::Kind::where || (asks_ < 2 && !requires_something_))
        return std::nullopt;
    const auto& asked = guard(first->expression, variable);
    if (!asked.there || asked.attribute == Attribute::none || !asked.slots.empty()) return std::nullopt;
    const auto& sorted = facts_.sorted_by(asked.attribute);
    auto out = sorted.other;
    for (const auto* allowed : asked.allowed)
        Members(*allowed).each([&](Entity value) {
            if (const auto found = sorted.by_value.find(value); found != sorted.by_value.end())
                out.insert(out.end(), found->second.begin(), found->second.end());
        });
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

}  // namespace belegd::rules
