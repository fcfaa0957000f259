#include "graph/valid_transfers.hpp"

#include <algorithm>
#include <utility>

namespace belegd::graph {

using namespace model;

namespace {

/// Whether a transfer holds that day by tacit renewal, or by working back (D31).
constexpr std::uint8_t kRenewed = 1, kRetroactive = 2;

std::uint8_t marks_of(const Model& model, TransferId id, Day day) {
    const auto& transfer = model[id];
    unsigned out = 0;
    const auto look = [&](const Term& term) {
        if (term.is_renewed_on(day)) out |= kRenewed;
        if (term.is_retroactive_on(day)) out |= kRetroactive;
    };
    look(transfer.term);
    if (transfer.cooperation.valid()) look(model[transfer.cooperation].term);
    return static_cast<std::uint8_t>(out);
}

void add_changes_of_marks(const World& world, const Term& term, std::vector<Day>& days) {
    for (const auto& day : {term.retroactive_until, term.renewed_from})
        if (day) add_changes(world, Period{*day, kNoEnd}, days);
}

std::vector<Day> days_of(const World& world, TransferId id, const std::vector<Period>& periods) {
    const auto& model = world.model();
    const auto& transfer = model[id];
    std::vector<Day> out;
    for (const auto& period : periods) add_changes(world, period, out);
    for (const auto& actor : transfer.receivers) add_changes(world, actor, out);
    if (transfer.giver) add_changes(world, *transfer.giver, out);
    add_changes_of_marks(world, transfer.term, out);
    if (transfer.cooperation.valid()) add_changes_of_marks(world, model[transfer.cooperation].term, out);
    once_each(out);
    return out;
}

std::vector<ValidTransfer::State> states_of(const World& world, const ValidTransfer& item) {
    const auto& model = world.model();
    std::vector<ValidTransfer::State> out;
    out.reserve(item.days.size() + 1);
    const auto add = [&](Day day) {
        auto& state = out.emplace_back(ValidTransfer::State{day, false, {}});
        state.valid =
            std::any_of(item.periods.begin(), item.periods.end(), [&](Period period) { return period.contains(day); });
        if (!state.valid) return;
        const auto& receivers = model[item.id].receivers;
        state.how.reserve(receivers.size() + 1);
        for (const auto& actor : receivers)
            state.how.push_back(actor.owner == Actor::Owner::own || world.exists(actor, day));
        state.how.push_back(marks_of(model, item.id, day));
    };
    add(model.horizon);
    for (const auto day : item.days) add(day);
    return out;
}

}  // namespace

std::vector<ValidTransfer> valid_transfers(const World& world, PartyId owner,
                                           const std::vector<TransferId>& candidates) {
    std::vector<ValidTransfer> out;
    for (const auto id : candidates) {
        auto periods = world.validity(world.model()[id], owner);
        if (periods.empty()) continue;
        auto days = days_of(world, id, periods);
        out.push_back({id, std::move(periods), std::move(days), {}});
        out.back().states = states_of(world, out.back());
    }
    return out;
}

Answer marked(const Model& model, Answer answer, Day day) {
    for (const auto& step : answer.chain)
        for (const auto by : step.by) {
            const auto marks = marks_of(model, by, day);
            answer.renewed = answer.renewed || (marks & kRenewed) != 0;
            answer.retroactive = answer.retroactive || (marks & kRetroactive) != 0;
        }
    return answer;
}

void add_changes(const World& world, Period period, std::vector<Day>& days) {
    for (const auto day : {period.from, period.until})
        if (day > world.model().horizon && day != kNoEnd) days.push_back(day);
}

void add_changes(const World& world, const Actor& actor, std::vector<Day>& days) {
    if (actor.owner == Actor::Owner::party) add_changes(world, world.model().parties[actor.index].term.days, days);
    if (actor.owner != Actor::Owner::cooperation) return;
    for (const auto i : world.versions({actor.index})) add_changes(world, world.force({i}), days);
}

void once_each(std::vector<Day>& days) {
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
}

}  // namespace belegd::graph
