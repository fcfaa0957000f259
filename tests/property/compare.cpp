#include "property/compare.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <tuple>

namespace belegd::naive {
namespace {

using namespace model;
using graph::Answer;

std::string name_of(graph::State state) {
    switch (state) {
        case graph::State::assigned: return "assigned";
        case graph::State::unassigned: return "unassigned";
        case graph::State::doubly_assigned: return "doubly assigned";
        case graph::State::cycle: return "cycle";
        case graph::State::no_owner: return "no owner";
        case graph::State::by_law: return "by law";
    }
    return "?";
}

std::string name_of(TransferKind kind) {
    switch (kind) {
        case TransferKind::keeps: return "keeps";
        case TransferKind::assigns: return "assigns";
        case TransferKind::entrusts: return "entrusts";
        case TransferKind::authorises: return "authorises";
        case TransferKind::empowers: return "empowers";
        case TransferKind::mandates: return "mandates";
        case TransferKind::delegates: return "delegates";
    }
    return "?";
}

std::string names_of(const Model& model, const std::vector<Actor>& actors) {
    std::vector<std::string> names;
    names.reserve(actors.size());
    for (const auto& actor : actors) names.push_back(spelled(model, actor));
    return names.empty() ? "nobody" : fmt::format("{}", fmt::join(names, " + "));
}

std::string cell_and_days(const Model& model, VariantId variant, const Cell& cell, Period days) {
    const auto in = variant.valid() ? model[variant].name + ": " : std::string();
    const auto until = days.until == kNoEnd ? std::string("on") : "to " + iso(days.until.previous());
    return fmt::format("{}{} of {} for {} from {} {}", in, model[model.leaf_functions[cell.function]].name,
                       model[model.leaf_tasks[cell.task]].name, model[cell.participant].name, iso(days.from), until);
}

/// The first row on which two lists differ, in words.
template <typename Row>
std::optional<std::string> first_difference(const Model& model, VariantId variant, const std::vector<Row>& engine,
                                            const std::vector<Row>& naive) {
    std::size_t i = 0;
    while (i < engine.size() && i < naive.size() && engine[i] == naive[i]) ++i;
    if (i == engine.size() && i == naive.size()) return {};
    const auto row = [&](const std::vector<Row>& rows) {
        return i < rows.size() ? spelled(model, variant, rows[i]) : std::string("nothing more");
    };
    return fmt::format("\n  engine  {}\n  naive   {}", row(engine), row(naive));
}

}  // namespace

std::vector<VariantCoverage> expanded(const Model& model, const graph::Coverage& coverage) {
    const auto by_cell = [](const auto& a, const auto& b) {
        return std::tie(a.cell, a.days.from) < std::tie(b.cell, b.days.from);
    };
    auto answers = coverage.answers;
    for (auto& answer : answers) arrange(model, answer);
    std::vector<VariantCoverage> result;
    for (const auto& variant : coverage.variants) {
        VariantCoverage one{variant.variant, {}, {}, variant.used};
        for (const auto& run : variant.runs)
            run.tasks.each([&](std::size_t task) {
                const Cell cell{run.participant, static_cast<std::uint32_t>(task), run.function};
                one.runs.push_back({cell, run.days, answers[run.answer]});
            });
        for (const auto& gap : variant.gaps)
            gap.tasks.each([&](std::size_t task) {
                one.gaps.push_back({{gap.participant, static_cast<std::uint32_t>(task), gap.function}, gap.days});
            });
        std::sort(one.runs.begin(), one.runs.end(), by_cell);
        std::sort(one.gaps.begin(), one.gaps.end(), by_cell);
        result.push_back(std::move(one));
    }
    return result;
}

std::string spelled(const Model& model, const Answer& answer) {
    auto text = fmt::format("{}: {} holds, {} performs", name_of(answer.state), names_of(model, answer.holders),
                            names_of(model, answer.performers));
    if (answer.renewed) text += ", renewed";
    if (answer.retroactive) text += ", retroactive";
    for (const auto& step : answer.chain) {
        std::vector<std::string> statements;
        for (const auto id : step.by) statements.push_back(model[id].id);
        text += fmt::format("; {} {} {} ({})", spelled(model, step.from), name_of(step.kind), names_of(model, step.to),
                            fmt::join(statements, ", "));
    }
    return text;
}

std::string spelled(const Model& model, VariantId variant, const Run& run) {
    return cell_and_days(model, variant, run.cell, run.days) + ", " + spelled(model, run.answer);
}

std::string spelled(const Model& model, VariantId variant, const Gap& gap) {
    return cell_and_days(model, variant, gap.cell, gap.days) + ", interrupted";
}

std::optional<std::string> difference(const Model& model, const graph::Coverage& engine, const Coverage& naive) {
    if (engine.slices.empty() || engine.slices.front() != model.horizon) return "slices do not begin at the horizon";
    if (std::adjacent_find(engine.slices.begin(), engine.slices.end(), std::greater_equal<>()) != engine.slices.end())
        return "slices out of order";
    const auto cells = expanded(model, engine);
    if (cells.size() != naive.variants.size()) return "another number of variants";
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const auto& one = cells[i];
        const auto& other = naive.variants[i];
        if (one.variant != other.variant) return "variants out of order";
        if (auto found = first_difference(model, one.variant, one.runs, other.runs)) return found;
        if (auto found = first_difference(model, one.variant, one.gaps, other.gaps)) return found;
        for (std::size_t transfer = 0; transfer < model.transfers.size(); ++transfer)
            if (one.used[transfer] != other.used[transfer])
                return fmt::format("{} is used according to {} only, in {}", model.transfers[transfer].id,
                                   one.used[transfer] ? "the engine" : "the naive reference",
                                   one.variant.valid() ? model[one.variant].name : "the present");
    }
    return {};
}

}  // namespace belegd::naive
