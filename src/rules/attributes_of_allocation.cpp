// What a rule learns of an allocation: transfers, duties, and the cells and steps of the answer.
#include <algorithm>

#include "model/describe.hpp"
#include "rules/rule_facts.hpp"
#include "rules/rule_values.hpp"

namespace belegd::rules {

using namespace model;

std::vector<PartyId> RuleFacts::takers(const Transfer& transfer) const {
    std::vector<PartyId> out;
    if (transfer.only_for)
        out = *transfer.only_for;
    else if (transfer.cooperation.valid()) {
        for (const auto& participant : model_[transfer.cooperation].participants)
            if (model_[participant.party].kind == Party::Kind::municipality &&
                present(transfer.cooperation.index, participant))
                out.push_back(participant.party);
    } else if (transfer.giver && transfer.giver->owner == Actor::Owner::party) {
        out.push_back({transfer.giver->index});
    }
    const auto* package = transfer.package ? &model_[transfer.cooperation].packages[*transfer.package] : nullptr;
    std::erase_if(out, [&](PartyId party) {
        if (package != nullptr && std::none_of(package->takers.begin(), package->takers.end(),
                                               [&](const Package::Taker& taker) { return taker.party == party; }))
            return true;
        return std::find(transfer.except_for.begin(), transfer.except_for.end(), party) != transfer.except_for.end();
    });
    return out;
}

template <typename Visit>
void RuleFacts::each_by_law(Entity entity, Visit visit) const {
    const auto& x = transfer(entity);
    // From the first day on; a sentence without dates is judged as things stand at the horizon.
    auto on = days(Type::transfer, entity).from;
    if (on == kNoBegin) on = model_.horizon;
    const bool by_party = x.giver && x.giver->owner == Actor::Owner::party;
    const auto whose = by_party ? PartyId{x.giver->index} : PartyId{};
    x.functions.each([&](std::size_t f) {
        x.tasks.each([&](std::size_t t) {
            if (!model_[model_.leaf_tasks[t]].needed.has(f)) return;
            const auto* by = holder_by_law(model_, whose, model_.leaf_tasks[t], static_cast<std::uint32_t>(f), on);
            if (by != nullptr) visit(*by, f, t);
        });
    });
}

const std::vector<RuleFacts::ByLaw>& RuleFacts::by_law(Entity entity) const {
    const auto [known, is_new] = by_law_.try_emplace(entity);
    auto& out = known->second;
    if (!is_new) return out;
    each_by_law(entity, [&](const LawHolder& by, std::size_t f, std::size_t) {
        auto at = std::find_if(out.begin(), out.end(), [&](const ByLaw& each) { return each.holder == &by; });
        if (at == out.end()) at = out.insert(out.end(), {&by, BitSet(model_.leaf_functions.size())});
        at->functions.set(f);
    });
    return out;
}

const std::vector<RuleFacts::Part>& RuleFacts::parts(Entity entity) const {
    const auto [known, is_new] = parts_.try_emplace(entity);
    auto& out = known->second;
    if (!is_new) return out;
    std::vector<Part> single;  // one function each
    each_by_law(entity, [&](const LawHolder& by, std::size_t f, std::size_t t) {
        if (!by.organ.valid()) return;
        auto at = std::find_if(single.begin(), single.end(),
                               [&](const Part& each) { return each.organ == by.organ && each.functions.has(f); });
        if (at == single.end()) {
            at = single.insert(at, {by.organ, BitSet(model_.leaf_functions.size()), BitSet(model_.leaf_tasks.size())});
            at->functions.set(f);
        }
        at->tasks.set(t);
    });
    for (auto& each : single) {
        const auto same = std::find_if(out.begin(), out.end(), [&](const Part& other) {
            return other.organ == each.organ && other.tasks == each.tasks;
        });
        if (same == out.end())
            out.push_back(std::move(each));
        else
            same->functions |= each.functions;
    }
    return out;
}

Value RuleFacts::of_part(Attribute attribute, Entity entity) const {
    const auto& part = parts(outer(entity))[inner(entity)];
    switch (attribute) {
        case Attribute::part_organ: return row(part.organ);
        case Attribute::part_functions: return {part.functions};
        case Attribute::part_tasks: return {part.tasks};
        default: return {};
    }
}

/// Of `alle bevoegdheden … door college`: those that the college has by law, for some of the tasks.
BitSet RuleFacts::functions_given(Entity entity) const {
    const auto& x = transfer(entity);
    if (!x.all_powers || !x.giver || x.giver->owner == Actor::Owner::cooperation || !x.giver->organ.valid())
        return x.functions;
    BitSet out(model_.leaf_functions.size());
    for (const auto& each : by_law(entity))
        if (each.holder->organ == x.giver->organ) out |= each.functions;
    return out.any() ? out : x.functions;
}

Value RuleFacts::of_transfer(Attribute attribute, Entity entity) const {
    const auto& x = transfer(entity);
    const bool leaves_open = x.open_matter != Silence::none;  // `iets`, `onbekend`
    switch (attribute) {
        case Attribute::transfer_consent: return actors(x.consent_by);
        case Attribute::transfer_permission: return actors(x.permitted_by);
        case Attribute::transfer_title: return choice(x.kind);
        case Attribute::transfer_trio: return truth(x.trio);
        case Attribute::transfer_givers: {
            if (x.giver) return actors({*x.giver});
            Ids out;
            for (const auto& by : by_law(entity)) put(out, model::packed({Actor::Owner::own, 0, by.holder->organ}));
            return {std::move(out)};
        }
        case Attribute::transfer_receivers:
            return x.open_receiver != Silence::none && x.receivers.empty()
                       ? Value{}
                       : actors(x.receivers, x.open_receiver != Silence::none);
        case Attribute::transfer_functions:
            return {functions_given(entity), x.open_functions || (leaves_open && x.functions.none())};
        case Attribute::transfer_tasks: return {x.tasks, x.open_tasks || (leaves_open && x.tasks.none())};
        case Attribute::transfer_cooperation: return row(x.cooperation);
        case Attribute::transfer_article: return row(x.article);
        case Attribute::transfer_statutes_of: return row(x.statutes_of);
        case Attribute::transfer_decision: return row(x.decision);
        case Attribute::transfer_variant: return row(x.variant);
        case Attribute::transfer_status: return choice(view_.world->status_of(x));
        case Attribute::transfer_begin: {
            const auto period = days(Type::transfer, entity);
            return period.from == kNoBegin ? Value{} : day(period.from);
        }
        case Attribute::transfer_retroactive: return x.retroactive ? day(x.retroactive) : none();
        case Attribute::transfer_end: return end_day(days(Type::transfer, entity).until);
        case Attribute::transfer_conditional: return truth(x.condition.has_value());
        case Attribute::transfer_at_most: {
            if (x.condition) {
                const auto amount = [](const Condition& each) {
                    return each.kind == Condition::Kind::at_most && each.unit == "€" && each.upper.has_value();
                };
                if (amount(*x.condition)) return {*x.condition->upper};
                for (const auto& each : x.condition->further)
                    if (amount(each)) return {*each.upper};
            }
            return none();
        }
        case Attribute::transfer_submandate: return truth(x.submandate.value_or(false));
        case Attribute::transfer_submandate_to: return actors(x.submandate_to);
        case Attribute::transfer_municipalities: return rows(takers(x), x.whom.open);
        case Attribute::transfer_unsucceeded: {
            Ids out;
            for (const auto& each : unsucceeded(x)) put(out, each.first.index);
            return {std::move(out)};
        }
        case Attribute::transfer_denied: return truth(denied(x));
        case Attribute::transfer_statutes: return {statutes_cited(model_, x.backing)};
        case Attribute::transfer_law_of_tasks: {
            Ids out;
            for (const auto& by : by_law(entity))
                if (by.holder->statute.valid()) put(out, by.holder->statute.index);
            return {std::move(out)};
        }
        case Attribute::transfer_own_holders: {
            Ids out;
            for (const auto& by : by_law(entity))
                if (by.holder->organ.valid()) put(out, by.holder->organ.index);
            return {std::move(out)};
        }
        case Attribute::transfer_parts: {
            Ids out;
            for (std::size_t i = 0; i < parts(entity).size(); ++i) out.push_back(inside(entity, i));
            return {std::move(out)};
        }
        default: return {};
    }
}

bool RuleFacts::denied(const Transfer& act) const {
    const auto same_text = [&](const Transfer& other) {
        if (other.decision.valid() || act.decision.valid()) return other.decision == act.decision;
        return other.cooperation.valid() && act.cooperation.valid() &&
               model_[other.cooperation].first_version == model_[act.cooperation].first_version;
    };
    return std::any_of(model_.without_act.begin(), model_.without_act.end(), [&](const Transfer& other) {
        return other.why_not == Transfer::WhyNot::denied && same_text(other) && view_.world->visible(other.variant) &&
               does(act, other) && !intersection(view_.world->lasting(act), view_.world->lasting(other)).empty();
    });
}

bool RuleFacts::does(const Transfer& act, const Transfer& duty) const {
    if (act.kind != duty.kind) return false;
    const auto wanted = [&](const Actor& receiver) {
        return std::any_of(duty.receivers.begin(), duty.receivers.end(), [&](const Actor& each) {
            // Who is named as a whole is whichever organ of it (D5).
            const bool whole = !each.organ.valid() || !receiver.organ.valid();
            return whole ? each.whole() == receiver.whole() : each == receiver;
        });
    };
    return duty.receivers.empty() || std::any_of(act.receivers.begin(), act.receivers.end(), wanted);
}

const std::vector<RuleFacts::Gap>& RuleFacts::gaps() const {
    if (gaps_) return *gaps_;
    auto& out = gaps_.emplace();
    struct Piece {
        BitSet functions, tasks;
        bool operator==(const Piece&) const = default;
    };
    using Pieces = std::vector<Piece>;
    for (const auto entity : std::get<Ids>(all(Type::duty).is)) {
        const auto& duty = model_.without_act[entity];
        std::vector<const Transfer*> acts;
        for (const auto id : std::get<Ids>(all(Type::transfer).is))
            if (id < model_.transfers.size() && does(model_.transfers[id], duty)) acts.push_back(&model_.transfers[id]);
        const auto lacking = [&](std::optional<PartyId> whose) {
            Pieces pieces;
            duty.functions.each([&](std::size_t f) {
                BitSet tasks(model_.leaf_tasks.size());
                duty.tasks.each([&](std::size_t t) {
                    if (model_[model_.leaf_tasks[t]].needed.has(f)) tasks.set(t);
                });
                for (const auto* act : acts) {
                    if (!act->functions.has(f)) continue;
                    const auto whom = takers(*act);
                    // Without a name behind it each municipality's own organ gives.
                    if (!whose || whom.empty() || model::names(whom, *whose)) tasks -= act->tasks;
                }
                if (tasks.none()) return;
                auto at =
                    std::find_if(pieces.begin(), pieces.end(), [&](const Piece& each) { return each.tasks == tasks; });
                if (at == pieces.end()) at = pieces.insert(at, {BitSet(model_.leaf_functions.size()), tasks});
                at->functions.set(f);
            });
            return pieces;
        };
        const auto add = [&](const Pieces& pieces, const std::vector<PartyId>& whose) {
            for (const auto& each : pieces)
                out.push_back({static_cast<std::uint32_t>(entity), each.functions, each.tasks, whose});
        };
        std::vector<std::pair<Pieces, std::vector<PartyId>>> groups;
        auto whose = takers(duty);
        const bool nobody = whose.empty();
        // Who receives it has it already.
        std::erase_if(whose, [&](PartyId party) {
            return std::any_of(duty.receivers.begin(), duty.receivers.end(), [&](const Actor& each) {
                return each.owner == Actor::Owner::party && each.index == party.index;
            });
        });
        for (const auto party : whose) {
            auto pieces = lacking(party);
            auto at =
                std::find_if(groups.begin(), groups.end(), [&](const auto& each) { return each.first == pieces; });
            if (at == groups.end()) at = groups.emplace(at, std::move(pieces), std::vector<PartyId>());
            at->second.push_back(party);
        }
        if (nobody) groups.push_back({lacking({}), {}});
        for (const auto& [pieces, those] : groups) add(pieces, those);
    }
    return out;
}

Value RuleFacts::of_gap(Attribute attribute, Entity entity) const {
    const auto& gap = gaps()[entity];
    switch (attribute) {
        case Attribute::gap_functions: return {gap.functions};
        case Attribute::gap_tasks: return {gap.tasks};
        case Attribute::gap_municipalities: return rows(gap.municipalities);
        default: return {};
    }
}

Value RuleFacts::of_duty(Attribute attribute, Entity entity) const {
    const auto& x = model_.without_act[entity];
    switch (attribute) {
        case Attribute::duty_municipalities: return rows(takers(x), x.whom.open);
        case Attribute::duty_gaps: {
            Ids out;
            for (std::size_t i = 0; i < gaps().size(); ++i)
                if (gaps()[i].duty == entity) out.push_back(i);
            return {std::move(out)};
        }
        case Attribute::duty_title: return choice(x.kind);
        case Attribute::duty_binding: return truth(x.why_not == Transfer::WhyNot::duty);
        case Attribute::duty_receivers: return actors(x.receivers, x.open_receiver != Silence::none);
        case Attribute::duty_functions: return {x.functions, x.open_functions};
        case Attribute::duty_tasks: return {x.tasks, x.open_tasks};
        case Attribute::duty_cooperation: return row(x.cooperation);
        default: return {};
    }
}

Value RuleFacts::of_step(Attribute attribute, Entity entity) const {
    const auto& cell = *run(Type::step, entity);
    const auto [at_run, place] = step_of(entity);
    const auto& chain = subject_.answer(cell).chain;
    const auto& step = chain[place];
    switch (attribute) {
        case Attribute::step_title: return choice(step.kind);
        case Attribute::step_giver: return {static_cast<long long>(model::packed(step.from))};
        case Attribute::step_receivers: return actors(step.to);
        case Attribute::step_transfers: return rows(step.by);
        case Attribute::step_by_several: return truth(step.by.size() > 1);
        case Attribute::step_before:
            for (auto at = place; at-- > 0;)
                if (std::find(chain[at].to.begin(), chain[at].to.end(), step.from) != chain[at].to.end())
                    return {static_cast<long long>(packed({at_run, at}))};
            return none();
        case Attribute::step_place: return {static_cast<long long>(place + 1)};
        case Attribute::step_function: return {static_cast<long long>(cell.function)};
        case Attribute::step_tasks: return {cell.tasks};
        case Attribute::step_cell: return {static_cast<long long>(at_run)};
        default: return {};
    }
}

Value RuleFacts::of_cell(Attribute attribute, Entity entity) const {
    const auto& cell = *run(Type::cell, entity);
    const auto& answer = subject_.answer(cell);
    switch (attribute) {
        case Attribute::cell_municipality: return row(cell.participant);
        case Attribute::cell_function: return {static_cast<long long>(cell.function)};
        case Attribute::cell_tasks: return {cell.tasks};
        case Attribute::cell_begin: return day(cell.days.from);
        case Attribute::cell_end: return end_day(cell.days.until);
        case Attribute::cell_state: return choice(answer.state);
        case Attribute::cell_holders: return actors(answer.holders);
        case Attribute::cell_performers: return actors(answer.performers);
        case Attribute::cell_chain: {
            std::vector<Actor> out;
            for (const auto& step : answer.chain) {
                out.push_back(step.from);
                out.insert(out.end(), step.to.begin(), step.to.end());
            }
            return actors(out);
        }
        case Attribute::cell_steps: {
            Ids out;
            out.reserve(answer.chain.size());
            for (std::size_t s = 0; s < answer.chain.size(); ++s)
                out.push_back(packed({static_cast<std::size_t>(entity), s}));
            return {std::move(out)};
        }
        case Attribute::cell_beside: {
            Ids out;
            const auto functions = model_.leaf_functions.size();
            out.reserve(functions);
            for (std::size_t f = 0; f < functions; ++f) {
                if (f == cell.function) continue;
                for (const auto i : view_.runs[cell.participant.index * functions + f]) {
                    const auto& other = view_.coverage->runs[i];
                    if (other.tasks.intersects(cell.tasks) && !intersection(other.days, cell.days).empty())
                        out.push_back(i);
                }
            }
            return {std::move(out)};
        }
        default: return {};
    }
}

}  // namespace belegd::rules
