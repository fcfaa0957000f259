#include "rules/limits.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "diagnostics/diagnostic.hpp"

namespace belegd::rules {
namespace {

using namespace model;

constexpr long long kNoLimit = std::numeric_limits<long long>::max();

/// From the first hundredth in up to the first out; `inclusive` when the limit itself belongs to the part below it.
struct Stretch {
    long long low, high;
    bool inclusive = false;
};

/// `tot 70 %` leaves 70 % itself out, `tot en met` and `ten hoogste` take it in.
std::optional<Stretch> stretch_of(const Condition& condition) {
    if (!condition.limit) return std::nullopt;
    if (condition.above) return Stretch{*condition.limit, kNoLimit};
    const bool inclusive = condition.inclusive || condition.kind == Condition::Kind::at_most;
    return Stretch{0, *condition.limit + (inclusive ? 1 : 0), inclusive};
}

bool of_one_thing(const Condition& a, const Condition& b) {
    return a.kind == b.kind && a.unit == b.unit && (a.kind == Condition::Kind::at_most || a.text == b.text);
}

Text said(Stretch stretch, const std::string& unit) {
    if (stretch.high == kNoLimit && stretch.inclusive)
        return say(Message::limit_above, {amount_said(stretch.low - 1, unit)});
    if (stretch.high == kNoLimit) return say(Message::limit_from, {amount_said(stretch.low, unit)});
    if (stretch.high == stretch.low + 1) return say(Message::limit_at, {amount_said(stretch.low, unit)});
    if (stretch.low == 0) return say(Message::limit_below, {amount_said(stretch.high, unit)});
    return say(Message::limit_between, {amount_said(stretch.low, unit), amount_said(stretch.high, unit)});
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
    if (!condition.limit) return say(Message::part_insofar, {Text(condition.text)});
    const auto limit = amount_said(*condition.limit, condition.unit);
    if (condition.kind == Condition::Kind::at_most) return say(Message::limit_at_most, {limit});
    const auto part = say(condition.above       ? Message::limit_from
                          : condition.inclusive ? Message::limit_through
                                                : Message::limit_below,
                          {limit});
    return condition.text.empty() ? part : joined({Text(condition.text), part}, " ");
}

bool takes_a_part(const Transfer& transfer) { return transfer.condition && transfer.condition->takes_part(); }

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
            const Stretch both{std::max(first->low, second->low), std::min(first->high, second->high)};
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
    bool inclusive = false;
    for (const auto& stretch : taken) {
        if (stretch.low > reached) holes.push_back(said({reached, stretch.low}, unit));
        if (stretch.high <= reached) continue;
        reached = stretch.high;
        inclusive = stretch.inclusive;
    }
    if (reached != kNoLimit) holes.push_back(said({reached, kNoLimit, inclusive}, unit));
    return listed(holes);
}

}  // namespace belegd::rules
