// What the model does not state, when a rule waits for it: the question that is asked instead.
#include <algorithm>
#include <utility>

#include "rules/operands.hpp"
#include "rules/rule_evaluation.hpp"

namespace belegd::rules {

using namespace model;

void RuleEvaluation::blame(std::uint32_t expression, std::uint32_t sought, const Expression* search) {
    const auto& e = rule_.expressions[expression];
    if (e.kind == Op::variable) {
        for (const auto& each : silent_of_slots_[e.slot])
            if (std::find(silent_.begin(), silent_.end(), each) == silent_.end()) silent_.push_back(each);
        return;
    }
    if (e.kind == Op::attribute) {
        Made made;
        const auto& of = value_of(e.operands.front(), made);
        const auto found = [&](Entity entity) {
            const auto value = facts_.of(e.attribute, entity);
            const bool open = value.unknown() || value.open || value.possible;
            if (open) blame(Silent{info(e.attribute).of, entity, e.attribute}, sought, search);
            return open;
        };
        if (const auto* one = std::get_if<long long>(&of.is)) {
            found(static_cast<Entity>(*one));
            return;
        }
        // Of a list: of each of its members; else it is the list itself that is open.
        if (const auto* list = std::get_if<Ids>(&of.is)) {
            bool any = false;
            for (const auto each : *list) any = found(each) || any;
            if (any) return;
        }
    }
    for (const auto each : e.operands)
        if (each != Expression::kNone) blame(each);
}

void RuleEvaluation::blame(Silent found, std::uint32_t sought, const Expression* search) {
    const auto type = info(found.attribute).type;
    if ((type == Type::provision || type == Type::capacity) && sought != Expression::kNone) {
        Made made;
        Members(value_of(sought, made)).each([&](Entity each) { found.sought.push_back(each); });
        found.apart = rule_.expressions[sought].kind == Op::variable;
    }
    if (type == Type::decision && search != nullptr && search->operands[1] != Expression::kNone)
        narrow(found, search->operands[1]);
    if (std::find(silent_.begin(), silent_.end(), found) == silent_.end()) silent_.push_back(std::move(found));
}

void RuleEvaluation::narrow(Silent& found, std::uint32_t condition) {
    const auto& e = rule_.expressions[condition];
    // What must not be the case, or of something else, is not what the decision is.
    if (e.kind == Op::negation || e.kind == Op::exists || e.kind == Op::every) return;
    if (e.kind == Op::all_of || e.kind == Op::any_of) {
        for (const auto each : e.operands) narrow(found, each);
        return;
    }
    if (e.kind != Op::is && e.kind != Op::touches) return;
    const auto& left = rule_.expressions[e.operands[0]];
    if (left.kind != Op::attribute) return;
    Made made;
    const auto& right = value_of(e.operands[1], made);
    std::optional<Entity> one;
    bool several = false;
    Members(right).each([&](Entity each) {
        several = one.has_value();
        one = each;
    });
    if (!one || several) return;
    if (left.attribute == Attribute::decision_purpose && !found.purpose)
        found.purpose = static_cast<Decision::Purpose>(*one);
    const auto& of = rule_.expressions[left.operands.front()];
    if (of.kind != Op::attribute || of.attribute != Attribute::decision_by) return;
    const auto row = static_cast<std::uint32_t>(*one);
    if (left.attribute == Attribute::actor_organ && !found.organ.valid()) found.organ = {row};
    if (left.attribute == Attribute::actor_party && !found.party.valid()) found.party = {row};
}

}  // namespace belegd::rules
