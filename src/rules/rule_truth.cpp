// Whether a condition of a rule holds, holds not, or cannot be said.
#include <algorithm>

#include "rules/operands.hpp"
#include "rules/rule_evaluation.hpp"

namespace belegd::rules {

using namespace model;

RuleEvaluation::Answer RuleEvaluation::truth(std::uint32_t expression) {
    const auto before = silent_.size();
    const auto out = answered(expression);
    // What is decided waits for nothing.
    if (out && silent_.size() != before) silent_.resize(before);
    return out;
}

RuleEvaluation::Answer RuleEvaluation::answered(std::uint32_t expression) {
    spend();
    const auto& e = rule_.expressions[expression];
    switch (e.kind) {
        case Op::all_of:
        case Op::any_of: {
            const bool decides = e.kind == Op::any_of;
            Answer out = !decides;
            for (const auto each : e.operands) {
                const auto part = truth(each);
                if (part == decides) return decides;
                if (!part) out = std::nullopt;
            }
            return out;
        }
        case Op::negation: {
            const auto inner = truth(e.operands.front());
            return inner ? Answer(!*inner) : std::nullopt;
        }
        case Op::exists:
        case Op::every: return quantified(e);
        case Op::stated: {
            Made made;
            const auto& found = value_of(e.operands.front(), made);
            return !found.unknown() && !found.nothing();
        }
        case Op::is:
        case Op::among:
        case Op::touches:
        case Op::mentions:
        case Op::within:
        case Op::covers:
        case Op::less:
        case Op::at_most: {
            const auto out = compared(e);
            if (!out) {
                blame(e.operands[0], e.operands[1]);
                blame(e.operands[1], e.operands[0]);
            }
            return out;
        }
        default: {
            Made made;
            const auto& found = value_of(expression, made);
            if (found.nothing()) return false;
            if (!found.unknown()) return found.truth();
            blame(expression);
            return std::nullopt;
        }
    }
}

RuleEvaluation::Answer RuleEvaluation::lengths(Op kind, const Value& a, const Value& b) const {
    const auto *one = std::get_if<long long>(&a.is), *other = std::get_if<long long>(&b.is);
    if (one == nullptr || other == nullptr) return std::nullopt;
    const auto left = length_of(*one), right = length_of(*other);
    const bool same = left.months == right.months && left.days == right.days;
    // In one unit they compare as numbers; of months and days together only what holds in every month.
    if (left.months == right.months || left.days == right.days) {
        const auto x = left.months == right.months ? left.days : left.months;
        const auto y = left.months == right.months ? right.days : right.months;
        return kind == Op::less ? x < y : kind == Op::at_most ? x <= y : same;
    }
    const auto x = days_in(left), y = days_in(right);
    const bool apart = x.most < y.least || y.most < x.least;
    if (kind != Op::less && kind != Op::at_most) return apart ? Answer(false) : std::nullopt;
    if (kind == Op::less ? x.most < y.least : x.most <= y.least) return true;
    if (kind == Op::less ? x.least >= y.most : x.least > y.most) return false;
    return std::nullopt;
}

RuleEvaluation::Answer RuleEvaluation::compared(const Expression& e) {
    Made made[2];
    const auto &a = value_of(e.operands[0], made[0]), &b = value_of(e.operands[1], made[1]);
    if (e.kind == Op::mentions) return Members(a).touches(Members(b));
    // What is not there is like nothing, and neither early nor late.
    if (a.nothing() || b.nothing()) return a.nothing() && b.nothing() && e.kind == Op::is;
    if (a.unknown() || b.unknown()) return std::nullopt;
    if (const auto* left = std::get_if<Text>(&a.is), *right = std::get_if<Text>(&b.is);
        left != nullptr && right != nullptr)
        return left->nl == right->nl || left->en == right->en;
    if (rule_.expressions[e.operands[0]].type == Type::length) return lengths(e.kind, a, b);
    if (e.kind == Op::less) return std::get<long long>(a.is) < std::get<long long>(b.is);
    if (e.kind == Op::at_most) return std::get<long long>(a.is) <= std::get<long long>(b.is);
    const Members left(a), right(b);
    if (a.possible) {
        if (left.within(right)) return true;
        return left.touches(right) ? std::nullopt : Answer(false);
    }
    switch (e.kind) {
        case Op::touches:
            if (left.touches(right)) return true;
            if (a.open && !right.any([&](Entity each) {
                    return std::find(a.without.begin(), a.without.end(), each) == a.without.end();
                }))
                return false;
            return a.open || b.open ? std::nullopt : Answer(false);
        case Op::is:
        case Op::among:
            // One thing is among several; a list is what it is when each is.
            if (left.empty()) return a.open ? std::nullopt : Answer(false);
            if (!left.within(right)) return b.open ? std::nullopt : Answer(false);
            return a.open ? std::nullopt : Answer(true);
        case Op::within:
            if (!left.within(right)) return b.open ? std::nullopt : Answer(false);
            return a.open ? std::nullopt : Answer(true);
        default:  // covers
            if (right.within(left)) return b.open ? std::nullopt : Answer(true);
            return a.open ? std::nullopt : Answer(false);
    }
}

RuleEvaluation::Answer RuleEvaluation::quantified(const Expression& e) {
    Made made;
    const auto& from = list(e, made);
    const bool decides = e.kind == Op::exists;
    if (from.nothing()) return !decides;
    if (from.unknown()) {
        if (e.operands[0] != Expression::kNone) blame(e.operands[0], Expression::kNone, &e);
        return std::nullopt;
    }
    Answer out = !decides;
    const auto take = [&](Entity each) {
        if (out == decides) return;
        this->take(e.slot, each);
        const auto fits = e.operands[1] == Expression::kNone ? Answer(true) : truth(e.operands[1]);
        if (fits == decides)
            out = decides;
        else if (!fits)
            out = std::nullopt;
    };
    each_passing(from, decides ? e.operands[1] : Expression::kNone, e.slot, take);
    if (out == !decides && from.open) {
        if (e.operands[0] != Expression::kNone)
            blame(e.operands[0], Expression::kNone, &e);
        else
            silent_.push_back({rule_.variables[e.slot].type, 0, Attribute::none});
        return std::nullopt;
    }
    return out;
}

}  // namespace belegd::rules
