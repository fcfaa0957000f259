#include "rules/rule_evaluation.hpp"

#include <algorithm>
#include <new>
#include <utility>

namespace belegd::rules {

using namespace model;

namespace {

using Op = Expression::Kind;

constexpr std::size_t kNoSlot = ~std::size_t{0};
/// So few cases of a rule, or members of a list, are asked sooner than it is found out how to ask them less.
constexpr std::size_t kFewCases = 16, kFewMembers = 4;

/// Whatever is one or several, as members to compare; it looks into the value, which must stay.
class Members {
   public:
    explicit Members(const Value& value) : set_(std::get_if<BitSet>(&value.is)), list_(std::get_if<Ids>(&value.is)) {
        if (const auto* one = std::get_if<long long>(&value.is)) one_ = static_cast<Entity>(*one);
    }
    bool has(Entity member) const {
        if (set_ != nullptr) return set_->has(member);
        return list_ != nullptr ? std::find(list_->begin(), list_->end(), member) != list_->end() : one_ == member;
    }
    bool empty() const {
        if (set_ != nullptr) return set_->none();
        return list_ != nullptr ? list_->empty() : !one_;
    }
    bool few() const { return list_ != nullptr ? list_->size() <= kFewMembers : set_ == nullptr; }
    template <typename Fits>
    bool any(Fits fits) const {
        if (set_ == nullptr)
            return list_ != nullptr ? std::any_of(list_->begin(), list_->end(), fits) : one_ && fits(*one_);
        bool out = false;
        set_->each([&](std::size_t member) { out = out || fits(member); });
        return out;
    }
    template <typename Visit>
    void each(Visit visit) const {
        if (set_ != nullptr)
            set_->each(visit);
        else if (list_ != nullptr)
            std::for_each(list_->begin(), list_->end(), visit);
        else if (one_)
            visit(*one_);
    }
    bool touches(const Members& other) const {
        if (set_ != nullptr && other.set_ != nullptr) return set_->intersects(*other.set_);
        return any([&](Entity each) { return other.has(each); });
    }
    bool within(const Members& other) const {
        if (set_ != nullptr && other.set_ != nullptr) return other.set_->includes(*set_);
        return !any([&](Entity each) { return !other.has(each); });
    }

   private:
    const BitSet* set_;
    const Ids* list_;
    std::optional<Entity> one_;
};

bool leaves(Type type) { return type == Type::task || type == Type::function; }

}  // namespace

/// Room for a value that stands nowhere yet; it is made there and then, and not moved.
class RuleEvaluation::Made {
   public:
    Made() = default;
    Made(const Made&) = delete;
    Made& operator=(const Made&) = delete;
    ~Made() {
        if (value_ != nullptr) value_->~Value();
    }
    template <typename Make>
    const Value& by(Make make) {
        value_ = new (room_) Value(make());
        return *value_;
    }

   private:
    alignas(Value) unsigned char room_[sizeof(Value)];
    Value* value_ = nullptr;
};

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

const RuleEvaluation::Guard& RuleEvaluation::guard(std::uint32_t condition, std::size_t slot) {
    if (guards_.empty()) guards_.resize(rule_.expressions.size());
    auto& known = guards_[condition];
    if (!known) known = std::make_unique<Guard>(found_guard(condition, slot));
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
    if (guard.attribute != Attribute::none) {
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

Text RuleEvaluation::words(const Rule::Template& text, const std::vector<Value>& slots) {
    return {words(text, slots, Language::nl), words(text, slots, Language::en)};
}

std::string RuleEvaluation::words(const Rule::Template& text, const std::vector<Value>& slots, Language language) {
    if (&slots != &slots_) stand_for(slots);
    std::string out;
    for (const auto& piece : language == Language::nl ? text.nl : text.en) {
        if (piece.expression == Expression::kNone) {
            out += piece.words;
            continue;
        }
        const auto& e = rule_.expressions[piece.expression];
        Made made;
        const auto& value = value_of(piece.expression, made);
        if (piece.agrees())
            out += facts_.several(e.type, e.many, value) ? piece.several : piece.words;
        else if (!piece.words.empty() && RuleFacts::says_nothing(value))
            out += piece.words;
        else if (e.attribute == Attribute::cooperation_text && std::holds_alternative<long long>(value.is))
            out += facts_.text_said({static_cast<std::uint32_t>(std::get<long long>(value.is))}).in(language);
        else
            out += facts_.said(e.type, e.many, value).in(language);
    }
    return out;
}

bool RuleEvaluation::complete(const Rule::Template& text, const std::vector<Value>& slots) {
    stand_for(slots);
    return std::none_of(text.nl.begin(), text.nl.end(), [&](const Rule::Template::Piece& piece) {
        return piece.expression != Expression::kNone && !piece.agrees() && piece.words.empty() &&
               RuleFacts::says_nothing(evaluate(piece.expression));
    });
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
    const bool asks = e.operands[1] != Expression::kNone && !Members(from).few();
    const auto* guarded = asks ? &guard(e.operands[1], e.slot) : nullptr;
    const auto take = [&](Entity each) {
        if (guarded != nullptr && guarded->there && stops(*guarded, each)) return spend();
        this->take(e.slot, each);
        const auto fits = e.operands[1] == Expression::kNone ? Answer(true) : truth(e.operands[1]);
        if (!fits) out.open = true;
        if (fits != true) return;
        if (!bits) return ids.push_back(each);
        set.add(each);
    };
    Members(from).each(take);
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

// ---- conditions -------------------------------------------------------------------------------------------------

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
    const bool asks = decides && e.operands[1] != Expression::kNone && !Members(from).few();
    const auto* guarded = asks ? &guard(e.operands[1], e.slot) : nullptr;
    const auto take = [&](Entity each) {
        if (out == decides) return;
        if (guarded != nullptr && guarded->there && stops(*guarded, each)) return spend();
        this->take(e.slot, each);
        const auto fits = e.operands[1] == Expression::kNone ? Answer(true) : truth(e.operands[1]);
        if (fits == decides)
            out = decides;
        else if (!fits)
            out = std::nullopt;
    };
    Members(from).each(take);
    if (out == !decides && from.open) {
        if (e.operands[0] != Expression::kNone)
            blame(e.operands[0], Expression::kNone, &e);
        else
            silent_.push_back({rule_.variables[e.slot].type, 0, Attribute::none});
        return std::nullopt;
    }
    return out;
}

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
