#include "checks/limits.hpp"

#include <algorithm>
#include <limits>

#include "base/fold.hpp"
#include "diagnostics/diagnostic.hpp"
#include "diagnostics/messages/coverage.hpp"
#include "model/describe.hpp"

namespace belegd::checks {
namespace {

using namespace model;

constexpr long long kNoLimit = std::numeric_limits<long long>::max();

/// From the first hundredth in up to the first out; `through` when that first one out is just behind a limit that is in,
/// `beyond` when the first one in is.
struct Stretch {
    long long low, high;
    bool through = false, beyond = false;
};

/// `tot 70 %` leaves 70 % itself out, `tot en met` and `ten hoogste` take it in.
std::optional<Stretch> stretch_of(const Condition& condition) {
    if (!condition.limited()) return std::nullopt;
    Stretch out{condition.lower.value_or(0) + (condition.beyond ? 1 : 0), kNoLimit};
    out.beyond = condition.beyond;
    if (condition.upper) out.high = *condition.upper + (condition.inclusive ? 1 : 0);
    out.through = condition.upper && condition.inclusive;
    return out;
}

bool of_one_thing(const Condition& a, const Condition& b) {
    return a.kind == b.kind && a.unit == b.unit && a.each == b.each &&
           (a.kind == Condition::Kind::at_most || folded(a.text) == folded(b.text));
}

Text said(Stretch stretch, const std::string& unit) {
    const auto amount = [&](long long value) { return amount_said(value, unit); };
    if (stretch.high == kNoLimit)
        return stretch.beyond ? say(message::limit_above, {amount(stretch.low - 1)})
                              : say(message::limit_from, {amount(stretch.low)});
    if (stretch.high == stretch.low + 1) return say(message::limit_at, {amount(stretch.low)});
    auto end = stretch.through ? say(message::limit_through, {amount(stretch.high - 1)})
                               : say(message::limit_below, {amount(stretch.high)});
    if (stretch.low == 0) return end;
    return joined({stretch.beyond ? say(message::limit_above, {amount(stretch.low - 1)})
                                  : say(message::limit_from, {amount(stretch.low)}),
                   end},
                  " ");
}

}  // namespace

Text part_said(const Condition& condition) {
    if (!condition.limited()) return say(message::part_insofar, {Text(condition.text)});
    if (condition.kind == Condition::Kind::at_most)
        return joined(condition.text.empty() ? std::vector<Text>{say(message::limit_at_most, {ceiling_said(condition)})}
                                             : std::vector<Text>{Text(condition.text), say(message::limit_at_most,
                                                                                           {ceiling_said(condition)})},
                      " ");
    std::vector<Text> parts{said(*stretch_of(condition), condition.unit)};
    if (!condition.text.empty()) parts.insert(parts.begin(), Text(condition.text));
    if (!condition.each.empty()) parts.emplace_back(condition.each);
    return joined(parts, " ");
}

std::vector<Overlap> overlaps(const Model& model, const std::vector<TransferId>& parts) {
    std::vector<Overlap> out;
    for (std::size_t i = 0; i < parts.size(); ++i)
        for (std::size_t j = i + 1; j < parts.size(); ++j) {
            const auto& a = model[parts[i]];
            const auto& b = model[parts[j]];
            if (!a.condition || !b.condition || a.receivers == b.receivers || !of_one_thing(*a.condition, *b.condition))
                continue;
            const auto first = stretch_of(*a.condition), second = stretch_of(*b.condition);
            if (!first || !second) continue;
            const auto& ends_first = first->high < second->high ? *first : *second;
            const auto& begins_last = first->low > second->low ? *first : *second;
            const Stretch both{begins_last.low, ends_first.high, ends_first.through, begins_last.beyond};
            if (both.low >= both.high) continue;
            const bool in_order = a.span < b.span;
            out.push_back(
                {in_order ? parts[j] : parts[i], in_order ? parts[i] : parts[j], said(both, a.condition->unit)});
        }
    return out;
}

namespace {

/// Sentences about the same work in the same text.
bool of_one_work(const Model& model, const Transfer& a, const Transfer& b) {
    const bool same_text = a.cooperation.valid() && b.cooperation.valid()
                               ? model[a.cooperation].first_version == model[b.cooperation].first_version
                               : a.cooperation == b.cooperation && a.decision == b.decision;
    return same_text && a.variant == b.variant && a.functions.intersects(b.functions) && a.tasks.intersects(b.tasks) &&
           a.statement != b.statement;
}

}  // namespace

Text matter_of(const Model& model, const PlannedLimits& planned) {
    return say(message::function_of_tasks, {functions_of(model, planned.later->functions & planned.earlier->functions),
                                            tasks_of(model, planned.later->tasks & planned.earlier->tasks)});
}

std::vector<PlannedLimits> planned_limits(const Model& model) {
    const auto counts = [](const Transfer& x) {
        return x.condition && x.condition->kind == Condition::Kind::insofar && x.condition->limited();
    };
    std::vector<const Transfer*> all;
    for (const auto& x : model.without_act)
        if (counts(x) && (x.why_not == Transfer::WhyNot::duty || x.why_not == Transfer::WhyNot::possibility))
            all.push_back(&x);
    const auto planned = all.size();
    if (planned == 0) return {};
    for (const auto& x : model.transfers)
        if (counts(x) && (all.size() == planned || all.back()->statement != x.statement)) all.push_back(&x);

    std::vector<PlannedLimits> out;
    for (std::size_t i = 0; i < planned; ++i)
        for (std::size_t j = i + 1; j < all.size(); ++j) {
            const bool in_order = all[i]->span < all[j]->span;
            const auto &earlier = in_order ? *all[i] : *all[j], &later = in_order ? *all[j] : *all[i];
            if (!of_one_work(model, earlier, later) || !of_one_thing(*earlier.condition, *later.condition)) continue;
            const auto one = *stretch_of(*earlier.condition), other = *stretch_of(*later.condition);
            const auto &low = one.low < other.low ? one : other, &high = one.low < other.low ? other : one;
            const auto& unit = later.condition->unit;
            if (low.high > high.low) {
                const auto& ends_first = one.high < other.high ? one : other;
                if (earlier.receivers != later.receivers)
                    out.push_back({&earlier, &later, true,
                                   said({high.low, ends_first.high, ends_first.through, high.beyond}, unit)});
                continue;
            }
            // A third may lie in between.
            const bool filled = std::any_of(all.begin(), all.end(), [&](const Transfer* third) {
                if (!of_one_work(model, earlier, *third) || !of_one_thing(*earlier.condition, *third->condition))
                    return false;
                const auto between = *stretch_of(*third->condition);
                return between.low <= low.high && between.high >= high.low && third != &later;
            });
            if (low.high < high.low && !filled)
                out.push_back({&earlier, &later, false, said({low.high, high.low, high.beyond, low.through}, unit)});
        }
    return out;
}

std::optional<Text> rest_of(const Model& model, const std::vector<TransferId>& parts) {
    std::vector<Stretch> taken;
    for (const auto id : parts) {
        const auto& condition = *model[id].condition;
        const auto stretch = stretch_of(condition);
        if (!stretch || !of_one_thing(condition, *model[parts.front()].condition)) return std::nullopt;
        taken.push_back(*stretch);
    }
    std::sort(taken.begin(), taken.end(), [](const Stretch& a, const Stretch& b) { return a.low < b.low; });
    const auto& unit = model[parts.front()].condition->unit;
    std::vector<Text> holes;
    long long reached = 0;
    bool beyond = false;
    for (const auto& stretch : taken) {
        if (stretch.low > reached) holes.push_back(said({reached, stretch.low, stretch.beyond, beyond}, unit));
        if (stretch.high <= reached) continue;
        reached = stretch.high;
        beyond = stretch.through;
    }
    if (reached != kNoLimit) holes.push_back(said({reached, kNoLimit, false, beyond}, unit));
    return listed(holes);
}

}  // namespace belegd::checks
