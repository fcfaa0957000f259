#include "rules/rule_evaluation.hpp"

#include <algorithm>
#include <utility>

#include "rules/operands.hpp"

namespace belegd::rules {

using namespace model;

namespace {

constexpr std::size_t kNoSlot = ~std::size_t{0};
/// So few cases of a rule are asked sooner than it is found out how to ask them less.
constexpr std::size_t kFewCases = 16;

bool leaves(Type type) { return type == Type::task || type == Type::function; }

}  // namespace

RuleEvaluation::RuleEvaluation(const RuleFacts& facts, const Rule& rule)
    : facts_(facts),
      rule_(rule),
      slots_(rule.variables.size()),
      silent_of_slots_(rule.variables.size()),
      turns_(rule.variables.size(), 1) {
    for (std::size_t i = 0; i < rule.steps.size(); ++i) {
        const auto kind = rule.steps[i].kind;
        if (kind == Rule::Step::Kind::let) continue;
        ++asks_;
        asked_ = i + 1;
        requires_something_ = requires_something_ || kind == Rule::Step::Kind::requires_;
    }
}

bool RuleEvaluation::each(std::size_t& steps, const std::function<void(const Case&)>& visit) {
    if (rule_.idle) return true;
    steps_ = &steps;
    bool all = true;
    try {
        bind(0, visit);
    } catch (const OutOfSteps&) {
        all = false;
    }
    steps_ = nullptr;
    return all;
}

void RuleEvaluation::bind(std::size_t variable, const std::function<void(const Case&)>& visit) {
    spend();
    if (variable == rule_.bound) {
        judge(visit);
        return;
    }
    const auto& bound = rule_.variables[variable];
    Made made;
    const auto& all = bound.list == Expression::kNone ? facts_.all(bound.type) : value_of(bound.list, made);
    const auto take = [&](Entity each) {
        this->take(variable, each);
        bind(variable + 1, visit);
    };
    if (const auto* ids = std::get_if<Ids>(&all.is)) {
        const auto few = narrowed(variable);
        std::for_each((few ? *few : *ids).begin(), (few ? *few : *ids).end(), take);
    }
    if (const auto* set = std::get_if<BitSet>(&all.is)) set->each(take);
}

void RuleEvaluation::keep(std::uint32_t expression, std::size_t within, std::vector<bool>& seen, bool of_attribute) {
    const auto& e = rule_.expressions[expression];
    const bool again = seen[expression];
    seen[expression] = true;
    if (e.kind == Op::attribute && kept_at_[expression] == Expression::kNone) {
        const auto slot = asked_of(expression);
        if (slot && (again || (!of_attribute && within != kNoSlot && within != *slot))) {
            kept_at_[expression] = static_cast<std::uint32_t>(kept_.size());
            kept_.emplace_back(*slot);
        }
    }
    if (again) return;
    const bool question =
        e.kind == Op::exists || e.kind == Op::every || e.kind == Op::count || e.kind == Op::select || e.kind == Op::sum;
    for (std::size_t i = 0; i < e.operands.size(); ++i)
        if (e.operands[i] != Expression::kNone)
            keep(e.operands[i], question && i > 0 ? e.slot : within, seen, e.kind == Op::attribute);
}

std::optional<std::size_t> RuleEvaluation::asked_of(std::uint32_t expression) const {
    const auto* e = &rule_.expressions[expression];
    while (e->kind == Op::attribute) e = &rule_.expressions[e->operands.front()];
    return e->kind == Op::variable ? std::optional<std::size_t>(e->slot) : std::nullopt;
}

void RuleEvaluation::stand_for(const std::vector<Value>& slots) {
    slots_ = slots;
    for (auto& turn : turns_) ++turn;
}

std::optional<Period> RuleEvaluation::lawful_days() {
    const auto& law = rule_.term.days;
    for (std::size_t i = 0; i < rule_.bound; ++i) {
        const auto& variable = rule_.variables[i];
        const auto entity = static_cast<Entity>(std::get<long long>(slots_[i].is));
        const auto days = facts_.days(variable.type, entity);
        const bool lasts = rule_.in_force || variable.type == Type::cell || variable.type == Type::step;
        // What states no day is judged where the law holds on every day on which its form was there.
        const auto settled = [&] {
            const auto possible = facts_.possible(variable.type, entity);
            return possible != Period{} && possible == intersection(possible, law);
        };
        if (days.from == kNoBegin && !lasts && settled()) return days;
        if (days == Period{}) {
            if (law == Period{} || lasts) return law;
            continue;
        }
        if (lasts) return intersection(days, law);
        // Without a first day it cannot be said under which law it was done, unless that never changed.
        if (days.from == kNoBegin) {
            if (law == Period{}) return days;
            // Whatever day it was, it was before the end: what became law after that it was not done under.
            return intersection(days, law).empty() ? std::optional(Period{kNoEnd, kNoEnd}) : std::nullopt;
        }
        return law.contains(days.from) ? days : Period{kNoEnd, kNoEnd};
    }
    return law == Period{} ? std::optional(law) : std::nullopt;
}

void RuleEvaluation::judge(const std::function<void(const Case&)>& visit) {
    silent_.clear();
    if (++cases_ == kFewCases) {
        kept_at_.assign(rule_.expressions.size(), Expression::kNone);
        std::vector<bool> seen(rule_.expressions.size(), false);
        for (const auto& step : rule_.steps) keep(step.expression, kNoSlot, seen);
    }
    const auto days = lawful_days();
    if (days && days->empty()) return;
    bool undecided = !days;
    if (undecided)
        for (std::size_t i = 0; i < rule_.bound && silent_.empty(); ++i)
            if (auto sought =
                    facts_.day_sought(rule_.variables[i].type, static_cast<Entity>(std::get<long long>(slots_[i].is))))
                silent_ = {std::move(*sought)};
    constexpr std::size_t kToTell = 500;  // steps: a case of which something is to be told is kept and worded
    // What the value waits for is waited for only by who asks for the value.
    const auto let = [&](const Rule::Step& step) {
        const auto before = silent_.size();
        slots_[step.slot] = evaluate(step.expression);
        ++turns_[step.slot];
        silent_of_slots_[step.slot].assign(silent_.begin() + static_cast<std::ptrdiff_t>(before), silent_.end());
        if (silent_.size() != before) silent_.resize(before);
    };
    const auto done = [&](Verdict verdict) {
        if (verdict != Verdict::sound) {
            spend(kToTell);
            // What nothing asks after it is named for the words alone.
            std::for_each(rule_.steps.begin() + static_cast<std::ptrdiff_t>(asked_), rule_.steps.end(), let);
        }
        visit({verdict, &slots_, verdict == Verdict::undecided ? silent_ : std::vector<Silent>(),
               days.value_or(Period{})});
    };
    bool lacking = false, open = false;
    bool first = true;
    for (std::size_t i = 0; i < asked_; ++i) {
        const auto& step = rule_.steps[i];
        if (step.kind == Rule::Step::Kind::let) {
            let(step);
            continue;
        }
        const auto answer = truth(step.expression);
        const bool narrows = std::exchange(first, false) && asks_ > 1;
        if (step.kind == Rule::Step::Kind::where) {
            // The first of several says what the rule is about at all.
            if (answer == false && (narrows || requires_something_)) return;
            if (answer == false) return done(Verdict::sound);
            undecided = undecided || !answer;
        } else {
            lacking = lacking || answer == false;
            open = open || !answer;
        }
    }
    // What has all that is required is sound, whether it had to have it or not.
    if (requires_something_ && !lacking && !open) return done(Verdict::sound);
    if (undecided || (requires_something_ && !lacking && open)) return done(Verdict::undecided);
    done(requires_something_ && !lacking ? Verdict::sound : Verdict::found);
}

bool RuleEvaluation::finds(const std::vector<Entity>& about) {
    for (std::size_t i = 0; i < about.size(); ++i) take(i, about[i]);
    bool out = false;
    judge([&](const Case& found) { out = found.verdict == Verdict::found; });
    return out;
}

std::vector<Value> RuleEvaluation::slots_of(const std::vector<Entity>& about) {
    for (std::size_t i = 0; i < about.size(); ++i) take(i, about[i]);
    for (const auto& step : rule_.steps)
        if (step.kind == Rule::Step::Kind::let) {
            slots_[step.slot] = evaluate(step.expression);
            ++turns_[step.slot];
        }
    return slots_;
}

Value RuleEvaluation::value(std::uint32_t expression, const std::vector<Value>& slots) {
    stand_for(slots);
    return evaluate(expression);
}

// ---- values -----------------------------------------------------------------------------------------------------

Value RuleEvaluation::evaluate(std::uint32_t expression) {
    spend();
    return evaluated(rule_.expressions[expression]);
}

const Value& RuleEvaluation::value_of(std::uint32_t expression, Made& made) {
    const auto& e = rule_.expressions[expression];
    if (e.kind == Op::constant) return e.value;
    if (e.kind == Op::variable) return slots_[e.slot];
    spend();
    if (kept_.empty() || kept_at_[expression] == Expression::kNone) return made.by([&] { return evaluated(e); });
    auto& kept = kept_[kept_at_[expression]];
    if (const auto turn = turns_[kept.slot]; kept.turn != turn) {
        kept.value = evaluated(e);
        kept.turn = turn;
    }
    return kept.value;
}

void RuleEvaluation::take(std::size_t slot, Entity entity) {
    ++turns_[slot];
    // Mostly it stood for another one before.
    if (auto* one = std::get_if<long long>(&slots_[slot].is))
        *one = static_cast<long long>(entity);
    else
        slots_[slot] = {static_cast<long long>(entity)};
}

Value RuleEvaluation::evaluated(const Expression& e) {
    switch (e.kind) {
        case Op::constant: return e.value;
        case Op::variable: return slots_[e.slot];
        case Op::attribute: return attribute(e);
        case Op::plus:
        case Op::minus: return arithmetic(e);
        case Op::count: {
            const auto found = selected(e);
            if (found.unknown() || found.open) return {};
            if (const auto* set = std::get_if<BitSet>(&found.is)) return {static_cast<long long>(set->count())};
            return {static_cast<long long>(std::get<Ids>(found.is).size())};
        }
        case Op::select: return selected(e);
        case Op::sum: return summed(e);
        default: {
            const auto answer = truth(static_cast<std::uint32_t>(&e - rule_.expressions.data()));
            return answer ? Value{static_cast<long long>(*answer)} : Value{};
        }
    }
}

Value RuleEvaluation::attribute(const Expression& e) {
    Made made;
    const auto& of = value_of(e.operands.front(), made);
    if (of.unknown()) return {};
    if (of.nothing()) return {Value::Nothing{}};
    if (const auto* one = std::get_if<long long>(&of.is)) return facts_.of(e.attribute, static_cast<Entity>(*one));
    // Of a list: everything that its members tell.
    Value out;
    out.open = of.open;
    Ids ids;
    BitSet set;
    bool all_equal = true;
    std::optional<Value> first;
    const auto take = [&](Entity each) {
        spend();
        auto found = facts_.of(e.attribute, each);
        if (found.unknown()) out.open = true;
        out.open = out.open || found.open;
        if (const auto* bits = std::get_if<BitSet>(&found.is))
            set |= *bits;
        else
            Members(found).each([&](Entity id) {
                if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
            });
        if (!of.possible) return;
        if (!first) first = found;
        const auto *a = std::get_if<long long>(&found.is), *b = std::get_if<long long>(&first->is);
        all_equal = all_equal && a != nullptr && b != nullptr && *a == *b;
    };
    if (const auto* list = std::get_if<Ids>(&of.is)) std::for_each(list->begin(), list->end(), take);
    if (const auto* bits = std::get_if<BitSet>(&of.is)) bits->each(take);
    // One of several that agree: it does not matter which.
    if (of.possible) {
        if (first && all_equal) return *first;
        if (!info(e.attribute).many) return {};
    }
    if (leaves(e.type)) {
        for (const auto id : ids) set.add(id);
        out.is = std::move(set);
    } else {
        out.is = std::move(ids);
    }
    return out;
}

Value RuleEvaluation::arithmetic(const Expression& e) {
    Made made[2];
    const auto &a = value_of(e.operands[0], made[0]), &b = value_of(e.operands[1], made[1]);
    if (a.unknown() || b.unknown()) return {};
    const auto *left = std::get_if<long long>(&a.is), *right = std::get_if<long long>(&b.is);
    if (left == nullptr || right == nullptr) return {Value::Nothing{}};
    const int sign = e.kind == Op::plus ? 1 : -1;
    if (e.type == Type::day)
        return {static_cast<long long>((sign > 0 ? Day{static_cast<std::int32_t>(*left)} + length_of(*right)
                                                 : Day{static_cast<std::int32_t>(*left)} - length_of(*right))
                                           .count)};
    return {*left + sign * *right};
}

const Value& RuleEvaluation::list(const Expression& question, Made& made) {
    const auto from = question.operands[0];
    return from == Expression::kNone ? facts_.all(rule_.variables[question.slot].type) : value_of(from, made);
}

Value RuleEvaluation::selected(const Expression& e) {
    Made made;
    const auto& from = list(e, made);
    if ((from.unknown() || from.open) && e.operands[0] != Expression::kNone)
        blame(e.operands[0], Expression::kNone, &e);
    if (from.unknown()) return {};
    Value out;
    out.open = from.open;
    Ids ids;
    BitSet set;
    const bool bits = leaves(rule_.variables[e.slot].type);
    const auto take = [&](Entity each) {
        this->take(e.slot, each);
        const auto fits = e.operands[1] == Expression::kNone ? Answer(true) : truth(e.operands[1]);
        if (!fits) out.open = true;
        if (fits != true) return;
        if (!bits) return ids.push_back(each);
        set.add(each);
    };
    each_passing(from, e.operands[1], e.slot, take);
    if (bits)
        out.is = std::move(set);
    else
        out.is = std::move(ids);
    return out;
}

Value RuleEvaluation::summed(const Expression& e) {
    auto all = e;
    all.operands.resize(2);
    const auto over = selected(all);
    if (over.unknown() || over.open) return {};
    long long out = 0;
    bool known = true;
    const auto take = [&](Entity each) {
        this->take(e.slot, each);
        const auto found = evaluate(e.operands[2]);
        if (found.unknown()) known = false;
        if (const auto* one = std::get_if<long long>(&found.is)) out += *one;
    };
    Members(over).each(take);
    return known ? Value{out} : Value{};
}

}  // namespace belegd::rules
