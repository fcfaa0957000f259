// Where what a rule is about stands in the text, to which cooperation it belongs, and on which days it lasts.
#include "rules/rule_facts.hpp"

#include <algorithm>

#include "model/describe.hpp"
#include "syntax/words.hpp"

namespace belegd::rules {

using namespace model;

Period RuleFacts::possible(Type kind, Entity entity) const {
    CooperationId id;
    if (kind == Type::cooperation) id = {static_cast<std::uint32_t>(entity)};
    if (kind == Type::participant || kind == Type::board) id = {outer(entity)};
    if (kind == Type::transfer) id = transfer(entity).cooperation;
    const auto form = id.valid() ? model_[id].form : FormId{};
    return form.valid() && !model_[id].form_open ? model_[form].term.days : Period{};
}

Attribute RuleFacts::day_of_act(Type kind) {
    switch (kind) {
        case Type::transfer: return Attribute::transfer_begin;
        case Type::cooperation: return Attribute::cooperation_begin;
        case Type::participant: return Attribute::participant_begin;
        case Type::decision: return Attribute::decision_taken;
        case Type::milestone: return Attribute::milestone_begin;
        default: return Attribute::none;
    }
}

std::optional<Silent> RuleFacts::day_sought(Type kind, Entity entity) const {
    if (const auto day = day_of_act(kind); day != Attribute::none) return Silent{kind, entity, day};
    // What stands in a cooperation has its days.
    CooperationId of;
    switch (kind) {
        case Type::board: of = {outer(entity)}; break;
        case Type::article: of = model_.articles[entity].cooperation; break;
        case Type::duty: of = model_.without_act[entity].cooperation; break;
        case Type::cost: of = model_.costs[entity].cooperation; break;
        case Type::settlement: of = model_.settlements[entity].cooperation; break;
        default: break;
    }
    if (!of.valid()) return std::nullopt;
    return Silent{Type::cooperation, of.index, Attribute::cooperation_begin};
}

Span RuleFacts::words(Type kind, Entity entity) const {
    const auto own = [&](Span span) { return span.empty() || !subject_.sources[span.file].own() ? Span{} : span; };
    switch (kind) {
        case Type::transfer: return own(transfer(entity).head_span);
        case Type::part: return words(Type::transfer, outer(entity));
        case Type::duty: return own(model_.without_act[entity].head_span);
        case Type::gap: return words(Type::duty, gaps()[entity].duty);
        case Type::step:
        case Type::cell: {
            const auto& chain = subject_.answer(*run(kind, entity)).chain;
            const auto at = kind == Type::step ? step_of(entity).place : 0;
            if (at < chain.size() && !chain[at].by.empty()) return own(model_[chain[at].by.front()].head_span);
            return words(Type::party, run(kind, entity)->participant.index);
        }
        case Type::cooperation: {
            const auto& row = model_.cooperations[entity];
            return own(row.amended_by.empty() ? row.name_span : row.amended_by);
        }
        case Type::article: return own(model_.articles[entity].span);
        case Type::participant: return own(model_.cooperations[outer(entity)].participants[inner(entity)].span);
        case Type::party:
        case Type::task:
        case Type::function: {
            const auto index = static_cast<std::uint32_t>(entity);
            const auto declared = own(kind == Type::party  ? model_.parties[index].span
                                      : kind == Type::task ? model_[model_.leaf_tasks[index]].span
                                                           : model_[model_.leaf_functions[index]].span);
            return declared.empty() ? first_named(kind, index) : declared;
        }
        case Type::decision: return own(model_.decisions[entity].span);
        case Type::milestone: return own(model_.milestones[entity].span);
        case Type::procedure: return own(model_.procedures[entity].span);
        case Type::procedure_step: return own(model_.procedures[outer(entity)].steps[inner(entity)].span);
        case Type::decision_rule: return own(model_.decision_rules[entity].span);
        case Type::criterion: return own(model_.decision_rules[outer(entity)].criteria[inner(entity)].span);
        case Type::board: return own(board(entity).span);
        case Type::variant: return own(model_.variants[entity].span);
        case Type::ending: return own(endings_[entity]->span);
        case Type::turnover: return own(turnovers()[entity].span);
        case Type::cost: return own(model_.costs[entity].span);
        case Type::settlement: return own(model_.settlements[entity].span);
        case Type::form: return own(model_.forms[entity].span);
        case Type::statute: return own(model_.statutes[entity].span);
        default: return {};
    }
}

checks::Passage RuleFacts::place(Type kind, Entity entity) const {
    const auto span = words(kind, entity);
    if (kind == Type::transfer && entity < model_.transfers.size())
        return subject_.words_of(TransferId{static_cast<std::uint32_t>(entity)}, span);
    if (kind == Type::step || kind == Type::cell) {
        const auto& chain = subject_.answer(*run(kind, entity)).chain;
        const auto at = kind == Type::step ? step_of(entity).place : 0;
        if (at < chain.size() && !chain[at].by.empty()) return subject_.words_of(chain[at].by.front(), span);
    }
    return {span, {}, home(kind, entity)};
}

Span RuleFacts::first_named(Type kind, std::uint32_t index) const {
    Span out;
    const auto named = [&](Span span) {
        if (!span.empty() && subject_.sources[span.file].own() && (out.empty() || span < out)) out = span;
    };
    if (kind == Type::party) {
        for (const auto& cooperation : model_.cooperations)
            for (const auto& each : cooperation.participants)
                if (each.party.index == index) named(each.span);
        if (!out.empty()) return out;
    }
    const auto is = [&](const Actor& actor) { return actor.owner == Actor::Owner::party && actor.index == index; };
    for (const auto* table : {&model_.transfers, &model_.without_act})
        for (const auto& x : *table) {
            const bool about = kind == Type::task ? x.tasks.has(index)
                               : kind == Type::function
                                   ? x.functions.has(index)
                                   : std::any_of(x.receivers.begin(), x.receivers.end(), is) ||
                                         (x.giver && is(*x.giver)) ||
                                         (x.only_for && std::any_of(x.only_for->begin(), x.only_for->end(),
                                                                    [&](PartyId id) { return id.index == index; }));
            if (about) named(x.head_span);
        }
    return out;
}

CooperationId RuleFacts::home(Type kind, Entity entity) const {
    const auto first = [&](CooperationId id) { return id.valid() ? model_[id].first_version : id; };
    switch (kind) {
        case Type::transfer: return first(transfer(entity).cooperation);
        case Type::part: return home(Type::transfer, outer(entity));
        case Type::duty: return first(model_.without_act[entity].cooperation);
        case Type::gap: return home(Type::duty, gaps()[entity].duty);
        case Type::step: {
            const auto& step = subject_.answer(*run(kind, entity)).chain[step_of(entity).place];
            return step.by.empty() ? CooperationId{} : first(model_[step.by.front()].cooperation);
        }
        case Type::cooperation: return first({static_cast<std::uint32_t>(entity)});
        case Type::board:
        case Type::participant: return first({outer(entity)});
        case Type::article: return first(model_.articles[entity].cooperation);
        case Type::ending: return first(endings_[entity]->cooperation);
        case Type::turnover: return first(turnovers()[entity].now);
        case Type::procedure: return first(model_.procedures[entity].cooperation);
        case Type::procedure_step: return home(Type::procedure, outer(entity));
        case Type::cost: return first(model_.costs[entity].cooperation);
        case Type::settlement: return first(model_.settlements[entity].cooperation);
        default: return {};
    }
}

Period RuleFacts::days(Type kind, Entity entity) const {
    switch (kind) {
        case Type::transfer: return view_.world->lasting(transfer(entity));
        case Type::part: return days(Type::transfer, outer(entity));
        case Type::step:
        case Type::cell: return run(kind, entity)->days;
        case Type::cooperation: {
            // What it was made under is the law of the day on which it was made.
            auto force = view_.world->force({static_cast<std::uint32_t>(entity)});
            if (const auto& concluded = model_.cooperations[entity].concluded) force.from = concluded->first;
            return force;
        }
        case Type::participant: {
            const CooperationId id{outer(entity)};
            return intersection(model_[id].participants[inner(entity)].term.days, view_.world->force(id));
        }
        case Type::board: return days(Type::cooperation, outer(entity));
        case Type::article: return view_.world->force(model_.articles[entity].cooperation);
        case Type::duty: {
            const auto id = model_.without_act[entity].cooperation;
            return id.valid() ? view_.world->force(id) : Period{};
        }
        case Type::decision: {
            const auto& taken = model_.decisions[entity].taken;
            return taken ? Period{taken->first, taken->last.next()} : Period{};
        }
        case Type::gap: return days(Type::duty, gaps()[entity].duty);
        case Type::ending: return {endings_[entity]->per.first, endings_[entity]->per.last.next()};
        case Type::turnover: return {turnovers()[entity].day, turnovers()[entity].day.next()};
        case Type::milestone: {
            const auto& begin = model_.milestones[entity].begin;
            return begin ? Period{begin->first, kNoEnd} : Period{};
        }
        case Type::cost: {
            // In force as long as its cooperation, whatever version took its place.
            const auto& cost = model_.costs[entity];
            if (!cost.cooperation.valid()) return cost.term.days;
            auto force = view_.world->force(cost.cooperation);
            for (const auto i : view_.world->versions(model_[cost.cooperation].first_version))
                force.until = std::max(force.until, view_.world->force({i}).until);
            return intersection(cost.term.days, force);
        }
        case Type::settlement: {
            const auto id = home(kind, entity);
            return id.valid() ? view_.world->force(id) : Period{};
        }
        default: return {};
    }
}

}  // namespace belegd::rules
