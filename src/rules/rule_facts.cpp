// Which things there are, where they stand and how they are called.
#include "rules/rule_facts.hpp"

#include <algorithm>

#include "diagnostics/messages/coverage.hpp"
#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/rules.hpp"
#include "model/describe.hpp"
#include "syntax/words.hpp"

namespace belegd::rules {

using namespace model;

namespace {

template <typename Rows, typename Counts>
std::vector<Entity> rows_where(const Rows& rows, Counts counts) {
    std::vector<Entity> out;
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (counts(rows[i])) out.push_back(i);
    return out;
}

}  // namespace

RuleFacts::RuleFacts(const Subject& subject, const Subject::View& view)
    : subject_(subject), model_(subject.model), view_(view) {
    // Only what ends a cooperation: of the end of a decision its sentences know.
    const auto see = [&](const std::vector<Ending>& all, bool in_variant) {
        for (const auto& ending : all)
            if (ending.cooperation.valid() && !ending.only_version.valid() &&
                view.world->counts(ending.status, in_variant)) {
                std::vector<PartyId> parties;
                for (const auto party : ending.parties.value_or(std::vector<PartyId>{}))
                    if (!view.world->replaced(ending, party)) parties.push_back(party);
                if (ending.parties ? parties.empty() : view.world->replaced(ending, std::nullopt)) continue;
                endings_.push_back(&ending);
                ended_for_.push_back(std::move(parties));
            }
    };
    see(model_.endings, false);
    for (const auto variant : view.world->bases()) see(model_[variant].endings, true);
}

const std::vector<std::vector<Entity>>& RuleFacts::decisions_about() const {
    if (decisions_about_) return *decisions_about_;
    auto& out = decisions_about_.emplace(model_.cooperations.size());
    std::vector<std::vector<CooperationId>> moved(model_.decisions.size());
    for (const auto& transfer : model_.transfers)
        if (transfer.decision.valid()) moved[transfer.decision.index].push_back(transfer.cooperation);
    for (std::uint32_t i = 0; i < model_.decisions.size(); ++i) {
        const auto& decision = model_.decisions[i];
        if (!view_.world->visible(decision.variant)) continue;
        const auto about = [&](CooperationId id) {
            if (!id.valid()) return;
            auto& list = out[model_[id].first_version.index];
            if (list.empty() || list.back() != i) list.push_back(i);
        };
        for (const auto& under : decision.under) about(under.cooperation);
        for (const auto& concern : decision.concerns) about(concern.cooperation);
        for (const auto& ending : endings_)
            if (ending->decision.index == i) about(ending->cooperation);
        for (const auto cooperation : moved[i]) about(cooperation);
    }
    return out;
}

const std::vector<RuleFacts::Cited>& RuleFacts::citations() const {
    if (citations_) return *citations_;
    auto& out = citations_.emplace();
    const auto cite = [&](const Backing& backing, CooperationId id) {
        for (const auto& citation : backing.citations) out.push_back({&citation, id});
    };
    for (std::uint32_t i = 0; i < model_.cooperations.size(); ++i) {
        const auto& row = model_.cooperations[i];
        cite(row.backing, {i});
        for (const auto* backing :
             {&row.form_backing, &row.term_backing, &row.status_backing, &row.notice_backing, &row.seat_backing})
            cite(*backing, {i});
        for (const auto& package : row.packages)
            for (const auto* backing : {&package.term_backing, &package.notice_backing}) cite(*backing, {i});
        for (const auto& board : row.boards) cite(board.backing, {i});
        for (const auto article : row.articles) cite(model_[article].backing, {i});
        for (const auto transfer : subject_.transfers_of({i})) cite(model_[transfer].backing, {i});
    }
    return out;
}

const Transfer& RuleFacts::transfer(Entity entity) const {
    const auto acts = model_.transfers.size();
    return entity < acts ? model_.transfers[entity] : model_.without_act[entity - acts];
}

const Value& RuleFacts::all(Type kind) const {
    const auto [known, is_new] = all_.try_emplace(kind);
    if (is_new) known->second = found(kind);
    return known->second;
}

const RuleFacts::Sorted& RuleFacts::sorted_by(Attribute attribute) const {
    const auto [known, is_new] = sorted_.try_emplace(attribute);
    auto& out = known->second;
    if (!is_new) return out;
    for (const auto entity : std::get<std::vector<Entity>>(all(info(attribute).of).is)) {
        const auto value = of(attribute, entity);
        const auto* one = std::get_if<long long>(&value.is);
        const bool sure = one != nullptr && !value.open && !value.possible;
        (sure ? out.by_value[static_cast<Entity>(*one)] : out.other).push_back(entity);
    }
    return out;
}

Value RuleFacts::found(Type kind) const {
    const auto& world = *view_.world;
    const auto visible = [&](const auto& row) { return world.visible(row.variant); };
    const auto counted = [&](const auto& row) {
        return world.visible(row.variant) && world.counts(row.status, row.variant.valid());
    };
    switch (kind) {
        case Type::transfer: {
            const auto there = [&](const Transfer& row) {
                return world.visible(row.variant) && world.counts(world.status_of(row), row.variant.valid());
            };
            auto out = rows_where(model_.transfers, [&](const Transfer& row) {
                // What `behalve` takes out leaves a row that gives nothing.
                return (row.open_tasks || !row.tasks.none()) && (row.open_functions || !row.functions.none()) &&
                       there(row);
            });
            for (const auto open : rows_where(model_.without_act, [&](const Transfer& row) {
                     return row.why_not == Transfer::WhyNot::not_stated && there(row);
                 }))
                out.push_back(model_.transfers.size() + open);
            return {std::move(out)};
        }
        case Type::part: {
            std::vector<Entity> out;
            const auto& sentences = all(Type::transfer);
            for (const auto id : std::get<std::vector<Entity>>(sentences.is)) {
                const auto parts = of(Attribute::transfer_parts, id);
                const auto& those = std::get<std::vector<Entity>>(parts.is);
                out.insert(out.end(), those.begin(), those.end());
            }
            return {std::move(out)};
        }
        case Type::duty:
            return {rows_where(model_.without_act, [&](const Transfer& row) {
                return world.visible(row.variant) &&
                       (row.why_not == Transfer::WhyNot::duty || row.why_not == Transfer::WhyNot::possibility);
            })};
        case Type::gap: return {rows_where(gaps(), [](const Gap&) { return true; })};
        case Type::step: {
            std::vector<Entity> out;
            for (std::size_t i = 0; i < view_.coverage->runs.size(); ++i) {
                const auto& chain = subject_.answer(view_.coverage->runs[i]).chain;
                for (std::size_t s = 0; s < chain.size(); ++s) out.push_back(packed({i, s}));
            }
            return {std::move(out)};
        }
        case Type::cell: return {rows_where(view_.coverage->runs, [](const auto&) { return true; })};
        case Type::cooperation: {
            std::vector<Entity> out;
            for (std::uint32_t i = 0; i < model_.cooperations.size(); ++i)
                if (!world.force({i}).empty() && counted(model_.cooperations[i])) out.push_back(i);
            return {std::move(out)};
        }
        case Type::article: return {rows_where(model_.articles, [](const Article&) { return true; })};
        case Type::participant: {
            std::vector<Entity> out;
            const auto& cooperations = all(Type::cooperation);
            for (const auto id : std::get<std::vector<Entity>>(cooperations.is))
                for (std::size_t i = 0; i < model_.cooperations[id].participants.size(); ++i)
                    out.push_back(id << 32 | i);
            return {std::move(out)};
        }
        case Type::party: return {rows_where(model_.parties, [](const Party& row) { return row.in_model; })};
        case Type::organ: return {rows_where(model_.organs, [](const Organ&) { return true; })};
        case Type::task: {
            BitSet out(model_.leaf_tasks.size());
            for (std::size_t i = 0; i < model_.leaf_tasks.size(); ++i) out.set(i);
            return {std::move(out)};
        }
        case Type::function: {
            BitSet out(model_.leaf_functions.size());
            for (std::size_t i = 0; i < model_.leaf_functions.size(); ++i) out.set(i);
            return {std::move(out)};
        }
        case Type::decision: return {rows_where(model_.decisions, visible), true};
        case Type::milestone: return {rows_where(model_.milestones, counted)};
        case Type::procedure: return {rows_where(model_.procedures, [](const Procedure&) { return true; })};
        case Type::procedure_step: {
            std::vector<Entity> out;
            for (std::size_t i = 0; i < model_.procedures.size(); ++i)
                for (std::size_t s = 0; s < model_.procedures[i].steps.size(); ++s) out.push_back(Entity{i} << 32 | s);
            return {std::move(out)};
        }
        case Type::decision_rule: return {rows_where(model_.decision_rules, [](const DecisionRule&) { return true; })};
        case Type::criterion: {
            std::vector<Entity> out;
            for (std::size_t i = 0; i < model_.decision_rules.size(); ++i)
                for (std::size_t c = 0; c < model_.decision_rules[i].criteria.size(); ++c)
                    out.push_back(Entity{i} << 32 | c);
            return {std::move(out)};
        }
        case Type::board: {
            std::vector<Entity> out;
            const auto& cooperations = all(Type::cooperation);
            for (const auto id : std::get<std::vector<Entity>>(cooperations.is))
                for (std::size_t i = 0; i < model_.cooperations[id].boards.size(); ++i) out.push_back(id << 32 | i);
            return {std::move(out)};
        }
        case Type::variant:
            return {rows_where(model_.variants, [&](const Variant& row) {
                return &row == &model_.variants.front() + view_.variant.index;
            })};
        case Type::ending: {
            std::vector<Entity> out;
            for (std::size_t i = 0; i < endings_.size(); ++i) out.push_back(i);
            return {std::move(out), true};
        }
        case Type::turnover: return {rows_where(turnovers(), [](const Turnover&) { return true; })};
        case Type::cost: return {rows_where(model_.costs, counted)};
        case Type::settlement: return {rows_where(model_.settlements, counted)};
        case Type::form: return {rows_where(model_.forms, [](const Form&) { return true; })};
        case Type::provision: return {rows_where(model_.provisions, [](const Provision&) { return true; })};
        case Type::capacity: return {rows_where(model_.capacities, [](const Capacity&) { return true; })};
        case Type::citation: {
            std::vector<Entity> out;
            for (std::size_t i = 0; i < citations().size(); ++i) out.push_back(i);
            return {std::move(out)};
        }
        case Type::statute: return {rows_where(model_.statutes, [](const Statute&) { return true; })};
        default: return {};
    }
}

Period RuleFacts::possible(Type kind, Entity entity) const {
    CooperationId id;
    if (kind == Type::cooperation) id = {static_cast<std::uint32_t>(entity)};
    if (kind == Type::participant || kind == Type::board) id = {static_cast<std::uint32_t>(entity >> 32)};
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
        case Type::board: of = {static_cast<std::uint32_t>(entity >> 32)}; break;
        case Type::article: of = model_.articles[entity].cooperation; break;
        case Type::duty: of = model_.without_act[entity].cooperation; break;
        case Type::cost: of = model_.costs[entity].cooperation; break;
        case Type::settlement: of = model_.settlements[entity].cooperation; break;
        default: break;
    }
    if (!of.valid()) return std::nullopt;
    return Silent{Type::cooperation, of.index, Attribute::cooperation_begin};
}

const graph::Run* RuleFacts::run(Type kind, Entity entity) const {
    if (kind == Type::cell) return &view_.coverage->runs[entity];
    if (kind == Type::step) return &view_.coverage->runs[step_of(entity).run];
    return nullptr;
}

Span RuleFacts::words(Type kind, Entity entity) const {
    const auto own = [&](Span span) { return span.empty() || !subject_.sources[span.file].own() ? Span{} : span; };
    switch (kind) {
        case Type::transfer: return own(transfer(entity).head_span);
        case Type::part: return words(Type::transfer, entity >> 32);
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
        case Type::participant: return own(model_.cooperations[entity >> 32].participants[entity & 0xFFFFFFFF].span);
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
        case Type::procedure_step: return own(model_.procedures[entity >> 32].steps[entity & 0xFFFFFFFF].span);
        case Type::decision_rule: return own(model_.decision_rules[entity].span);
        case Type::criterion: return own(model_.decision_rules[entity >> 32].criteria[entity & 0xFFFFFFFF].span);
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
        case Type::part: return home(Type::transfer, entity >> 32);
        case Type::duty: return first(model_.without_act[entity].cooperation);
        case Type::gap: return home(Type::duty, gaps()[entity].duty);
        case Type::step: {
            const auto& step = subject_.answer(*run(kind, entity)).chain[step_of(entity).place];
            return step.by.empty() ? CooperationId{} : first(model_[step.by.front()].cooperation);
        }
        case Type::cooperation: return first({static_cast<std::uint32_t>(entity)});
        case Type::board:
        case Type::participant: return first({static_cast<std::uint32_t>(entity >> 32)});
        case Type::article: return first(model_.articles[entity].cooperation);
        case Type::ending: return first(endings_[entity]->cooperation);
        case Type::turnover: return first(turnovers()[entity].now);
        case Type::procedure: return first(model_.procedures[entity].cooperation);
        case Type::procedure_step: return home(Type::procedure, entity >> 32);
        case Type::cost: return first(model_.costs[entity].cooperation);
        case Type::settlement: return first(model_.settlements[entity].cooperation);
        default: return {};
    }
}

Period RuleFacts::days(Type kind, Entity entity) const {
    switch (kind) {
        case Type::transfer: return view_.world->lasting(transfer(entity));
        case Type::part: return days(Type::transfer, entity >> 32);
        case Type::step:
        case Type::cell: return run(kind, entity)->days;
        case Type::cooperation: {
            // What it was made under is the law of the day on which it was made.
            auto force = view_.world->force({static_cast<std::uint32_t>(entity)});
            if (const auto& concluded = model_.cooperations[entity].concluded) force.from = concluded->first;
            return force;
        }
        case Type::participant: {
            const CooperationId id{static_cast<std::uint32_t>(entity >> 32)};
            return intersection(model_[id].participants[entity & 0xFFFFFFFF].term.days, view_.world->force(id));
        }
        case Type::board: return days(Type::cooperation, entity >> 32);
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

namespace {

bool begins_small(const std::string& words) { return !words.empty() && words[0] >= 'a' && words[0] <= 'z'; }

/// A title as a word in a sentence; an abbreviation keeps its capitals.
Text within_sentence(Text title) {
    for (auto* each : {&title.nl, &title.en})
        if (each->size() > 1 && begins_small(each->substr(1)) && (*each)[0] >= 'A' && (*each)[0] <= 'Z')
            (*each)[0] = static_cast<char>((*each)[0] - 'A' + 'a');
    return title;
}

}  // namespace

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
            return model_[model_.cooperations[entity >> 32].participants[entity & 0xFFFFFFFF].party].name;
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
        case Type::procedure_step: return titled(model_.procedures[entity >> 32].steps[entity & 0xFFFFFFFF]);
        case Type::decision_rule: return titled(model_.decision_rules[entity]);
        case Type::criterion: return titled(model_.decision_rules[entity >> 32].criteria[entity & 0xFFFFFFFF]);
        case Type::board:
            return say(message::organ_of,
                       {the_organ(model_, board(entity).organ), as_name(model_.cooperations[entity >> 32].name)});
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
