#include "checks/beginning.hpp"

#include <algorithm>

#include "diagnostics/messages/coverage.hpp"
#include "model/describe.hpp"

namespace belegd::checks {
namespace {

using namespace model;

/// The cooperations that count, on the first day of the model, since no day that is stated, with sentences or without. A
/// sentence outside them is there too when it is `loose`.
std::vector<Text> without_beginning(const Subject& subject, const Subject::View& view, bool& loose) {
    const auto& model = subject.model;
    std::vector<CooperationId> found;
    loose = false;
    for (std::uint32_t i = 0; i < model.cooperations.size(); ++i) {
        const auto& cooperation = model.cooperations[i];
        if (cooperation.term.days.from != kNoBegin || !view.world->force({i}).contains(model.horizon)) continue;
        if (std::find(found.begin(), found.end(), cooperation.first_version) == found.end())
            found.push_back(cooperation.first_version);
    }
    for (const auto& transfer : model.transfers)
        loose = loose || (!transfer.cooperation.valid() && transfer.term.days.from == kNoBegin &&
                          view.world->visible(transfer.variant) &&
                          view.world->counts(view.world->status_of(transfer), transfer.variant.valid()));
    std::vector<Text> out;
    out.reserve(found.size());
    for (const auto id : found) out.push_back(as_name(model[id].name));
    return out;
}

}  // namespace

std::optional<Earlier> earlier(const Subject& subject, const Subject::View& view, Day day) {
    const auto& model = subject.model;
    if (day >= model.begins) return std::nullopt;
    bool loose = false;
    const auto names = without_beginning(subject, view, loose);
    if (names.empty() && !loose) {
        const bool decided = std::any_of(model.decisions.begin(), model.decisions.end(), [&](const Decision& decision) {
            return decision.taken && decision.taken->first <= day && view.world->visible(decision.variant);
        });
        return Earlier{std::nullopt,
                       say(decided ? message::model_begins_decided : message::model_begins, {spelled(model.begins)})};
    }
    if (day >= model.horizon) return std::nullopt;
    return Earlier{model.horizon, names.empty() ? say(message::beginning_of_sentence_open)
                                                : say(message::beginning_open, {listed(names)})};
}

std::optional<Text> absent_on(const Model& model, PartyId party, Day day) {
    const auto& days = model[party].term.days;
    if (day < days.from) return say(message::exists_since, {Text(model[party].name), spelled(days.from)});
    if (day >= days.until) return say(message::exists_until, {Text(model[party].name), spelled(days.until.previous())});
    return std::nullopt;
}

namespace {

/// Since when a task, or what it is part of, exists, or exists no more; nothing when it does that day.
std::optional<Text> task_absent_on(const Model& model, TaskId task, Day day) {
    for (auto at = task; at.valid(); at = model[at].parent) {
        const auto& days = model[at].term.days;
        const auto name = name_of(model, at);
        if (day < days.from) return say(message::exists_since, {name, spelled(days.from)});
        if (day >= days.until) return say(message::exists_until, {name, spelled(days.until.previous())});
    }
    return std::nullopt;
}

}  // namespace

std::vector<Text> why_no_cell(const Model& model, const std::vector<PartyId>& parties, std::optional<Day> day,
                              const BitSet& tasks, const BitSet& functions) {
    std::vector<Text> out;
    const auto add = [&](const std::optional<Text>& why) {
        if (why && std::find(out.begin(), out.end(), *why) == out.end()) out.push_back(*why);
    };
    if (day) {
        for (const auto party : parties) add(absent_on(model, party, *day));
        tasks.each([&](std::size_t leaf) { add(task_absent_on(model, model.leaf_tasks[leaf], *day)); });
    }
    BitSet every(model.leaf_functions.size());
    for (std::size_t i = 0; i < model.leaf_functions.size(); ++i) every.set(i);
    if (!needing(model, every).intersects(tasks))
        for (const auto task : nodes_of(model, tasks)) add(say(message::b10, {name_of(model, task)}));
    else if (functions.any() && !needing(model, functions).intersects(tasks))
        add(say(message::needs_it_not, {tasks_of(model, tasks), functions_of(model, functions)}));
    return out;
}

std::optional<Text> of_others(const Model& model, const std::vector<PartyId>& parties, std::optional<Day> day,
                              const BitSet& tasks, const BitSet& functions) {
    const auto on = day.value_or(model.horizon);
    std::vector<Text> others, asked;
    const auto look = [&](PartyId owner, std::size_t leaf, std::size_t function) {
        const auto task = model.leaf_tasks[leaf];
        if (!model[task].needed.has(function) || task_absent_on(model, task, on)) return;
        const auto* holder = holder_by_law(model, owner, task, static_cast<std::uint32_t>(function), on);
        if (holder == nullptr || holder->party != owner) return;
        if (const auto name = name_of(model, model.organ_of(owner, holder->organ));
            std::find(others.begin(), others.end(), name) == others.end())
            others.push_back(name);
    };
    for (const auto owner : model.owners()) {
        if (names(parties, owner) || absent_on(model, owner, on)) continue;
        tasks.each(
            [&](std::size_t leaf) { functions.each([&](std::size_t function) { look(owner, leaf, function); }); });
    }
    if (others.empty() || parties.empty()) return std::nullopt;
    asked.reserve(parties.size());
    for (const auto party : parties) asked.push_back(name_of(model, party));
    return say(message::others_have_it, {alternatives(asked), listed(others)});
}

}  // namespace belegd::checks
