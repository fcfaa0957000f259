#include "checks/finding.hpp"

#include <algorithm>
#include <iterator>
#include <unordered_map>

namespace belegd::checks {
namespace {

using namespace model;

/// What is left of `cells` once `taken`, of the same participant, is taken out of them.
std::vector<Cells> without(const Cells& cells, const Cells& taken) {
    const auto common = intersection(cells.days, taken.days);
    const auto shared = cells.tasks & taken.tasks;
    if (common.empty() || shared.none()) return {cells};
    std::vector<Cells> left;
    if (auto others = cells.tasks - shared; others.any())
        left.push_back({cells.participant, std::move(others), cells.days});
    if (const Period before{cells.days.from, common.from}; !before.empty())
        left.push_back({cells.participant, shared, before});
    if (const Period after{common.until, cells.days.until}; !after.empty())
        left.push_back({cells.participant, shared, after});
    return left;
}

/// What is left of all these cells once all those are taken out of them.
std::vector<Cells> without(const std::vector<Cells>& all, const std::vector<Cells>& taken) {
    std::unordered_map<std::uint32_t, std::vector<const Cells*>> of_participant;
    for (const auto& each : taken) of_participant[each.participant.index].push_back(&each);
    std::vector<Cells> out;
    for (const auto& cells : all) {
        std::vector<Cells> left{cells};
        if (const auto found = of_participant.find(cells.participant.index); found != of_participant.end())
            for (const auto* each : found->second) {
                std::vector<Cells> next;
                for (const auto& part : left)
                    for (auto& rest : without(part, *each)) next.push_back(std::move(rest));
                left = std::move(next);
            }
        std::move(left.begin(), left.end(), std::back_inserter(out));
    }
    return out;
}

void join(std::vector<Cells>& all) {
    if (all.size() < 2) return;
    // Tasks with the same participant and days, then days that follow each other for the same tasks.
    const auto merge = [&](auto fits, auto into) {
        std::vector<Cells> out;
        std::unordered_map<std::uint32_t, std::vector<std::size_t>> of_participant;  // places in `out`
        for (auto& cells : all) {
            auto& known = of_participant[cells.participant.index];
            const auto same =
                std::find_if(known.begin(), known.end(), [&](std::size_t at) { return fits(out[at], cells); });
            if (same != known.end()) {
                into(out[*same], cells);
                continue;
            }
            known.push_back(out.size());
            out.push_back(std::move(cells));
        }
        all = std::move(out);
    };
    merge([](const Cells& a, const Cells& b) { return a.days == b.days; },
          [](Cells& a, const Cells& b) { a.tasks |= b.tasks; });
    std::stable_sort(all.begin(), all.end(), [](const Cells& a, const Cells& b) { return a.days.from < b.days.from; });
    merge([](const Cells& a, const Cells& b) { return a.tasks == b.tasks && a.days.until == b.days.from; },
          [](Cells& a, const Cells& b) { a.days.until = b.days.until; });
    std::stable_sort(all.begin(), all.end(),
                     [](const Cells& a, const Cells& b) { return a.participant < b.participant; });
}

}  // namespace

Cause& Causes::at(Code code, VariantId variant, const Passage& culprit, std::vector<Passage> seconds,
                  std::uint32_t function, std::uint32_t rule, std::string said) {
    const auto [known, is_new] =
        by_key_.try_emplace({variant.index, code, culprit, seconds, function, rule, said}, causes_.size());
    if (is_new) {
        auto& cause = causes_.emplace_back();
        cause.code = code;
        cause.culprit = culprit;
        cause.seconds = std::move(seconds);
        cause.function = function;
        cause.variant = variant;
        cause.rule = rule;
        cause.said = std::move(said);
    }
    return causes_[known->second];
}

Cause& Causes::add(Code code, VariantId variant, const Passage& culprit, std::vector<Passage> seconds,
                   std::uint32_t function, Cells cells) {
    auto& cause = at(code, variant, culprit, std::move(seconds), function);
    cause.cells.push_back(std::move(cells));
    return cause;
}

void Causes::join_cells() {
    for (auto& cause : causes_) join(cause.cells);
}

namespace {

/// The sentence of a base that this variant's ending replaces (D21): what that one shows already, this one repeats.
Passage replaced_by(const Model& model, VariantId variant, VariantId base, const Passage& culprit) {
    const auto& before = base.valid() ? model[base].endings : model.endings;
    for (const auto& own : model[variant].endings) {
        if (own.span != culprit.span) continue;
        for (const auto& other : before)
            if (other.cooperation == own.cooperation && other.revoked == own.revoked && other.parties == own.parties)
                return {other.span};
    }
    return culprit;
}

}  // namespace

void Causes::settle(const Model& model) {
    // What each showed before anything was taken out of it.
    std::vector<std::vector<Cells>> before;
    if (!model.variants.empty())
        for (const auto& cause : causes_) before.push_back(cause.cells);
    for (auto& cause : causes_) {
        if (!cause.variant.valid()) continue;
        const bool had_cells = !cause.cells.empty();
        bool shown_already = false;
        // The present, and every variant this one is based on.
        for (auto base = model[cause.variant].based_on;; base = model[base].based_on) {
            const auto culprit = replaced_by(model, cause.variant, base, cause.culprit);
            if (const auto shown = by_key_.find(
                    {base.index, cause.code, culprit, cause.seconds, cause.function, cause.rule, cause.said});
                shown != by_key_.end()) {
                shown_already = true;
                cause.cells = without(cause.cells, before[shown->second]);
            }
            if (!base.valid()) break;
        }
        if (shown_already && (!had_cells || cause.cells.empty())) cause.culprit = {};
    }
    std::erase_if(causes_, [](const Cause& cause) { return cause.culprit == Passage{}; });
    by_key_.clear();
    join_cells();
}

}  // namespace belegd::checks
