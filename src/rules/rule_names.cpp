// How the sentences of a rule name what its variables stand for.
#include "rules/rule_facts.hpp"

#include <algorithm>

#include "diagnostics/messages/coverage.hpp"
#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/rules.hpp"
#include "model/describe.hpp"
#include "syntax/words.hpp"

namespace belegd::rules {

using namespace model;

const Text& RuleFacts::said_one(Type type, Entity entity) const {
    const auto [known, is_new] = said_.try_emplace({type, entity});
    if (is_new) known->second = named(type, entity);
    return known->second;
}

namespace {

/// A decision or milestone by its title, as papers call it; where it has none, by its name.
template <typename Row>
Text titled(const Row& row) {
    return row.title.empty() || row.title == Text(row.name) ? as_name(row.name) : quoted(row.title);
}

}  // namespace

Text RuleFacts::named(Type type, Entity entity) const {
    switch (type) {
        case Type::transfer: return transfer(entity).text;
        case Type::part:
            return say(message::function_of_tasks, {said(Type::function, true, of(Attribute::part_functions, entity)),
                                                    said(Type::task, true, of(Attribute::part_tasks, entity))});
        case Type::duty: return model_.without_act[entity].text;
        case Type::gap: return model_.without_act[gaps()[entity].duty].text;
        case Type::step: return said(Type::actor, true, of(Attribute::step_receivers, entity));
        case Type::cell: {
            const auto& found = *run(type, entity);
            return say(message::function_of_tasks,
                       {name_of(model_, model_.leaf_functions[found.function]), tasks_of(model_, found.tasks)});
        }
        case Type::cooperation: return as_name(model_.cooperations[entity].name);
        case Type::article: return spelled(Citation{{}, {}, model_.articles[entity].parts, {}, false});
        case Type::participant:
            return model_[model_.cooperations[outer(entity)].participants[inner(entity)].party].name;
        case Type::party: return model_.parties[entity].name;
        case Type::organ: return the_organ(model_, {static_cast<std::uint32_t>(entity)});
        case Type::actor: {
            const auto actor = actor_of(entity);
            auto whole = actor.owner == Actor::Owner::cooperation ? as_name(model_.cooperations[actor.index].name)
                                                                  : name_of(model_, actor.whole());
            if (!actor.organ.valid()) return whole;
            const auto organ = the_organ(model_, actor.organ);
            return actor.owner == Actor::Owner::own ? organ : say(message::organ_of, {organ, whole});
        }
        case Type::task: return name_of(model_, model_.leaf_tasks[entity]);
        case Type::function: return name_of(model_, model_.leaf_functions[entity]);
        case Type::decision: return titled(model_.decisions[entity]);
        case Type::milestone: return titled(model_.milestones[entity]);
        case Type::procedure: return titled(model_.procedures[entity]);
        case Type::procedure_step: return titled(model_.procedures[outer(entity)].steps[inner(entity)]);
        case Type::decision_rule: return titled(model_.decision_rules[entity]);
        case Type::criterion: return titled(model_.decision_rules[outer(entity)].criteria[inner(entity)]);
        case Type::board:
            return say(message::organ_of,
                       {the_organ(model_, board(entity).organ), as_name(model_.cooperations[outer(entity)].name)});
        case Type::variant: return name_of(model_, VariantId{static_cast<std::uint32_t>(entity)});
        case Type::ending: return as_name(model_[endings_[entity]->cooperation].name);
        case Type::turnover: return as_name(model_[turnovers()[entity].now].name);
        case Type::cost: return as_name(model_.costs[entity].name);
        case Type::form: return Text(model_.forms[entity].name, model_.forms[entity].title.en);
        case Type::statute: return model_.statutes[entity].name;
        case Type::provision: return within_sentence(model_.provisions[entity].title);
        case Type::capacity: return model_.capacities[entity].title;
        case Type::citation: return spelled(*citations()[entity].citation);
        default: return {};
    }
}

Text RuleFacts::text_said(CooperationId version) const {
    const auto& row = model_[version];
    const auto name = as_name(row.name);
    if (row.first_version != version)
        return say(message::text_as_amended,
                   {name, said(Type::day, false, of(Attribute::cooperation_begin, version.index))});
    return view_.world->versions(version).size() > 1 ? say(message::text_as_made, {name}) : name;
}

std::vector<Text> RuleFacts::names(Type type, bool many, const Value& value) const {
    std::vector<Text> out;
    if (const auto* set = std::get_if<BitSet>(&value.is)) {
        if (type == Type::task)
            for (const auto id : nodes_of(model_, *set)) out.push_back(name_of(model_, id));
        else
            for (const auto id : function_nodes_of(model_, *set)) out.push_back(name_of(model_, id));
    }
    if (const auto* list = std::get_if<std::vector<Entity>>(&value.is))
        for (const auto each : *list) {
            auto name = many && type <= Type::verdict ? said(type, false, {static_cast<long long>(each)})
                                                      : said_one(type, each);
            if (std::find(out.begin(), out.end(), name) == out.end()) out.push_back(std::move(name));
        }
    return out;
}

bool RuleFacts::several(Type type, bool many, const Value& value) const {
    if (value.possible) return false;
    const auto all = names(type, many, value);
    if (all.size() != 1) return all.size() > 1;
    // One name may be a plural: de medewerkers loket besluiten.
    const auto plural = [&](Entity entity) {
        if (type == Type::organ) return is_plural(model_, {static_cast<std::uint32_t>(entity)});
        return type == Type::actor && is_plural(model_, actor_of(entity).organ);
    };
    const auto* list = std::get_if<std::vector<Entity>>(&value.is);
    return list != nullptr && std::all_of(list->begin(), list->end(), plural);
}

bool RuleFacts::says_nothing(const Value& value) {
    if (value.unknown() || value.nothing()) return true;
    if (const auto* set = std::get_if<BitSet>(&value.is)) return set->none();
    const auto* list = std::get_if<std::vector<Entity>>(&value.is);
    return list != nullptr && list->empty();
}

Text RuleFacts::said(Type type, bool many, const Value& value) const {
    if (value.unknown() || (value.open && says_nothing(value))) {
        // It may be there all the same; the words stand where a name would.
        switch (type) {
            case Type::actor:
            case Type::party: return say(message::rule_who_unknown);
            case Type::organ: return say(message::rule_organ_unknown);
            case Type::function: return say(message::rule_functions_unknown);
            case Type::task: return say(message::rule_tasks_unknown);
            default: return say(message::rule_value_unknown);
        }
    }
    if (value.nothing()) return say(message::rule_value_nothing);
    if (const auto* text = std::get_if<Text>(&value.is)) return *text;
    if (!std::holds_alternative<long long>(value.is)) {
        const auto all = names(type, many, value);
        if (all.empty()) return say(message::rule_value_nothing);
        return value.possible ? alternatives(all) : listed(all);
    }
    const auto number_of = std::get<long long>(value.is);
    switch (type) {
        case Type::truth: return say(number_of != 0 ? message::rule_value_yes : message::rule_value_no);
        case Type::day: {
            const Day day{static_cast<std::int32_t>(number_of)};
            if (day == kNoBegin || day == kNoEnd) return say(message::rule_value_no_day);
            return spelled(day);
        }
        case Type::money: return amount_said(number_of, "€");
        case Type::share: return amount_said(number_of, "%");
        case Type::length: {
            const auto length = model::length_of(number_of);
            using Unit = Duration::Unit;
            const auto in = [&](int count, Unit unit) { return name_of(Duration{100LL * count, unit}); };
            if (length.days == 0) return in(length.months, Unit::months);
            return length.days % 7 == 0 ? in(length.days / 7, Unit::weeks) : in(length.days, Unit::days);
        }
        case Type::number: return number(number_of);
        default: break;
    }
    for (const auto& choice : all_choices())
        if (choice.type == type && choice.value == number_of) return choice.name;
    return said_one(type, static_cast<Entity>(number_of));
}

}  // namespace belegd::rules
