#include "checks/limits.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "diagnostics/diagnostic.hpp"
#include "diagnostics/messages/coverage.hpp"

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
    Stretch out{condition.lower.value_or(0), kNoLimit};
    if (condition.upper) out.high = *condition.upper + (condition.inclusive ? 1 : 0);
    out.through = condition.upper && condition.inclusive;
    return out;
}

bool of_one_thing(const Condition& a, const Condition& b) {
    return a.kind == b.kind && a.unit == b.unit && (a.kind == Condition::Kind::at_most || a.text == b.text);
}

Text said(Stretch stretch, const std::string& unit) {
    const auto amount = [&](long long value) { return amount_said(value, unit); };
    if (stretch.high == kNoLimit)
        return stretch.beyond ? say(message::limit_above, {amount(stretch.low - 1)})
                              : say(message::limit_from, {amount(stretch.low)});
    if (stretch.high == stretch.low + 1) return say(message::limit_at, {amount(stretch.low)});
    const auto end = stretch.through ? say(message::limit_through, {amount(stretch.high - 1)})
                                     : say(message::limit_below, {amount(stretch.high)});
    if (stretch.low == 0) return end;
    return joined({stretch.beyond ? say(message::limit_above, {amount(stretch.low - 1)})
                                  : say(message::limit_from, {amount(stretch.low)}),
                   end},
                  " ");
}

}  // namespace

Text amount_said(long long hundredths, const std::string& unit) {
    const auto written = [&](char decimal) {
        auto out = std::to_string(hundredths / 100);
        for (auto at = static_cast<int>(out.size()) - 3; at > 0; at -= 3)
            out.insert(static_cast<std::size_t>(at), 1, decimal == ',' ? '.' : ',');
        if (hundredths % 100 != 0) out += fmt::format("{}{:02}", decimal, hundredths % 100);
        return unit == "€" ? "€ " + out : unit.empty() ? out : out + " " + unit;
    };
    return {written(','), written('.')};
}

Text part_said(const Condition& condition) {
    if (!condition.limited()) return say(message::part_insofar, {Text(condition.text)});
    if (condition.kind == Condition::Kind::at_most)
        return say(message::limit_at_most, {amount_said(condition.upper.value_or(0), condition.unit)});
    auto part = said(*stretch_of(condition), condition.unit);
    return condition.text.empty() ? part : joined({Text(condition.text), part}, " ");
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
            const Stretch both{std::max(first->low, second->low), ends_first.high, ends_first.through};
            if (both.low >= both.high) continue;
            const bool in_order = a.span < b.span;
            out.push_back(
                {in_order ? parts[j] : parts[i], in_order ? parts[i] : parts[j], said(both, a.condition->unit)});
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
        if (stretch.low > reached) holes.push_back(said({reached, stretch.low, false, beyond}, unit));
        if (stretch.high <= reached) continue;
        reached = stretch.high;
        beyond = stretch.through;
    }
    if (reached != kNoLimit) holes.push_back(said({reached, kNoLimit, false, beyond}, unit));
    return listed(holes);
}

}  // namespace belegd::checks
