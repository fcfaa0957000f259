#include "render/coverage.hpp"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <tuple>

#include "checks/open_lists.hpp"
#include "graph/walk.hpp"
#include "model/describe.hpp"
#include "render/planning_facts.hpp"

namespace belegd::render {
namespace {

using namespace model;
using Json = nlohmann::ordered_json;

const char* state_id(graph::State state) {
    switch (state) {
        case graph::State::assigned: return "assigned";
        case graph::State::unassigned: return "unassigned";
        case graph::State::doubly_assigned: return "doubly_assigned";
        case graph::State::cycle: return "cycle";
        case graph::State::no_owner: return "no_owner";
        case graph::State::by_law: return "by_law";
    }
    return "";
}

Json actor_list(const Model& model, const std::vector<Actor>& actors) {
    std::vector<std::string> ids;
    for (const auto& actor : actors) ids.push_back(graph::actor_id(model, actor));
    std::sort(ids.begin(), ids.end());
    return ids;
}

Json cell(const Model& model, VariantId variant, PartyId participant, std::size_t task, std::uint32_t function,
          Period days) {
    Json out;
    out["variant"] = variant.valid() ? Json(model[variant].name) : Json(nullptr);
    out["participant"] = model[participant].name;
    out["task"] = model[model.leaf_tasks[task]].name;
    out["function"] = model[model.leaf_functions[function]].name;
    out["from"] = iso(days.from);
    out["through"] = days.until == kNoEnd ? Json(nullptr) : Json(iso(days.until.previous()));
    return out;
}

/// Runs and gaps are kept by sets of tasks; the form asks for them cell by cell: participant, task, function, day.
template <typename Row>
std::vector<std::pair<const Row*, std::size_t>> by_cell(const std::vector<Row>& rows) {
    std::vector<std::pair<const Row*, std::size_t>> out;
    for (const auto& row : rows) row.tasks.each([&](std::size_t task) { out.emplace_back(&row, task); });
    std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) {
        return std::tuple(a.first->participant, a.second, a.first->function, a.first->days.from) <
               std::tuple(b.first->participant, b.second, b.first->function, b.first->days.from);
    });
    return out;
}

/// A stretch of a run with what leaves its cells open on all of those days: statements, by id, or the cooperation whose
/// scope is not complete.
struct Stretch {
    Period days;
    std::vector<std::pair<BitSet, std::string>> open;
    bool operator==(const Stretch& other) const { return open == other.open; }
};

std::vector<Stretch> stretches(const checks::Subject& subject, const checks::Subject::View& view,
                               const graph::Run& run) {
    if (!subject.any_open || !graph::is_implicit(subject.answer(run).state)) return {{run.days, {}}};
    std::vector<Stretch> out;
    for (const auto& days : checks::unchanging(subject, run.days)) {
        Stretch next{days, {}};
        for (auto& each : checks::what_is_open(subject, view, run.participant, run.function, days.from, run.tasks))
            next.open.emplace_back(std::move(each.tasks),
                                   each.by != nullptr ? each.by->id : subject.model.id_of(each.cooperation));
        if (!out.empty() && out.back() == next)
            out.back().days.until = days.until;
        else
            out.push_back(std::move(next));
    }
    return out;
}

}  // namespace

std::string coverage(const checks::Subject& subject) {
    const auto& model = subject.model;
    const auto& coverage = subject.coverage;
    std::vector<Json> answers;
    for (const auto& answer : coverage.answers) {
        Json out{{"state", state_id(answer.state)},
                 {"holder", actor_list(model, answer.holders)},
                 {"performer", actor_list(model, answer.performers)},
                 {"chain", Json::array()}};
        for (const auto& step : answer.chain) {
            std::vector<std::string> by;
            for (const auto id : step.by) by.push_back(model[id].id);
            std::sort(by.begin(), by.end());
            out["chain"].push_back({{"from", graph::actor_id(model, step.from)},
                                    {"kind", kind_id(step.kind)},
                                    {"to", actor_list(model, step.to)},
                                    {"by", by}});
        }
        if (answer.renewed) out["renewed"] = true;
        if (answer.retroactive) out["retroactive"] = true;
        answers.push_back(std::move(out));
    }
    Json out{{"mode", coverage.mode == graph::Mode::planned ? "planned" : "certain"},
             {"runs", Json::array()},
             {"gaps", Json::array()},
             {"idle", Json::array()}};
    for (const auto& variant : coverage.variants) {
        std::map<const graph::Run*, std::vector<Stretch>> open_in;
        for (const auto& run : variant.runs)
            open_in.emplace(&run, stretches(subject, subject.view(variant.variant), run));
        for (const auto& [run, task] : by_cell(variant.runs)) {
            for (const auto& stretch : open_in.at(run)) {
                auto row = cell(model, variant.variant, run->participant, task, run->function, stretch.days);
                row.update(answers[run->answer]);
                for (const auto& [tasks, by] : stretch.open)
                    if (tasks.has(task)) row["open"].push_back(by);
                out["runs"].push_back(std::move(row));
            }
        }
        for (const auto& [gap, task] : by_cell(variant.gaps))
            out["gaps"].push_back(cell(model, variant.variant, gap->participant, task, gap->function, gap->days));
        std::vector<std::string> idle;
        for (std::size_t i = 0; i < model.transfers.size(); ++i)
            if (!variant.used[i]) idle.push_back(model.transfers[i].id);
        std::sort(idle.begin(), idle.end());
        out["idle"].push_back({{"variant", variant.variant.valid() ? Json(model[variant.variant].name) : Json(nullptr)},
                               {"transfers", idle}});
    }
    return out.dump(1) + "\n";
}

}  // namespace belegd::render
