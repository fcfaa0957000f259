#include "graph/refusals.hpp"

#include <algorithm>

#include "model/describe.hpp"

namespace belegd::graph {

using namespace model;

void Refusals::note(PartyId owner, std::uint32_t function, Period days, const std::vector<TransferId>& active,
                    const BitSet& cells, const Found& found, std::pair<std::size_t, std::size_t> followed) {
    given_away_.assign(active.size(), false);
    note_cases(followed, days.from, active);
    for (const auto& [group, walked] : found)
        for (std::size_t i = 0; i < group->at.size(); ++i) {
            if (walked->traces[i].effective.any()) out_.used[group->transfers[i].index] = true;
            if (walked->traces[i].awaited.any()) out_.awaited[group->transfers[i].index] = true;
            if (walked->traces[i].given_away.any()) given_away_[group->at[i]] = true;
        }
    for (std::size_t at = 0; at < active.size(); ++at) {
        const auto& transfer = model_[active[at]];
        // Only these can be refused: a silent giver stands at the start of every chain.
        if (!transfer.giver && transfer.kind != TransferKind::keeps && !given_away_[at]) continue;
        Walk::Trace trace;
        for (const auto& [group, walked] : found) {
            const auto here = std::lower_bound(group->at.begin(), group->at.end(), at);
            if (here != group->at.end() && *here == at)
                trace.add(walked->traces[static_cast<std::size_t>(here - group->at.begin())]);
        }
        auto idle = (transfer.tasks & cells) - trace.effective;
        if (idle.any()) refuse(active[at], trace, owner, function, days, std::move(idle));
    }
}

/// Where delegation by parts left several with what a function follows, it follows one of them in each case.
void Refusals::note_cases(std::pair<std::size_t, std::size_t> followed, Day day,
                          const std::vector<TransferId>& active) {
    for (auto at = followed.first; at < followed.second; ++at) {
        const auto& run = out_.runs[at];
        const auto& answer = coverage_.answers[run.answer];
        if (!run.days.contains(day) || answer.state != State::assigned || answer.holders.size() < 2) continue;
        for (const auto id : active) {
            const auto& transfer = model_[id];
            if (!transfer.giver || !transfer.tasks.intersects(run.tasks)) continue;
            const auto giver = model_.seen_from(run.participant, *transfer.giver);
            for (const auto& holder : answer.holders)
                if (giver == holder || giver == holder.whole()) out_.awaited[id.index] = true;
        }
    }
}

void Refusals::refuse(TransferId id, const Walk::Trace& trace, PartyId owner, std::uint32_t function, Period days,
                      BitSet idle) {
    const auto& transfer = model_[id];
    const auto add = [&](Refusal why, BitSet tasks) {
        idle -= tasks;
        if (tasks.any()) out_.refused.push_back({id, why, owner, function, days, std::move(tasks)});
    };
    add(Refusal::given_away, idle & trace.given_away);
    add(Refusal::giver_has_less, idle & trace.giver_has_less);
    if (transfer.kind == TransferKind::keeps)
        add(Refusal::kept_elsewhere, idle);
    else if (transfer.giver && gives_at_the_start(*transfer.giver, owner))
        add(Refusal::giver_elsewhere, idle - trace.reached - trace.awaited);
}

void Refusals::note_never_reached() {
    std::vector<bool> refused(model_.transfers.size(), false);
    for (const auto& each : out_.refused) refused[each.transfer.index] = true;
    const auto owners = model_.owners();
    for (std::uint32_t i = 0; i < model_.transfers.size(); ++i) {
        const auto& transfer = model_.transfers[i];
        if (!transfer.giver || out_.used[i] || out_.awaited[i] || refused[i] || transfer.kind == TransferKind::keeps)
            continue;
        for (const auto owner : owners) {
            if (gives_at_the_start(*transfer.giver, owner)) continue;
            if (transfer.cooperation.valid() && world_.participation(transfer.cooperation, owner).empty()) continue;
            for (const auto& days : world_.validity(transfer, owner))
                transfer.functions.each([&](std::size_t function) {
                    BitSet one(model_.leaf_functions.size());
                    one.set(function);
                    auto tasks = transfer.tasks & needing(model_, one);
                    if (tasks.any())
                        out_.refused.push_back({{i},
                                                Refusal::giver_elsewhere,
                                                owner,
                                                static_cast<std::uint32_t>(function),
                                                days,
                                                std::move(tasks)});
                });
        }
    }
}

bool Refusals::gives_at_the_start(const Actor& giver, PartyId owner) const {
    return model_.seen_from(owner, giver).whole() == model_.organ_of(owner, {});
}

}  // namespace belegd::graph
