// Which things there are, where they stand and how they are called.
#include "rules/rule_facts.hpp"

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
    for (std::uint32_t i = 0; i < model_.tasks.size(); ++i) {
        const auto of_task = [&](const Backing& backing) {
            for (const auto& citation : backing.citations) out.push_back({&citation, {}, {i}});
        };
        of_task(model_.tasks[i].backing);
        for (const auto& holder : model_.tasks[i].holders) of_task(holder.by.backing);
    }
    return out;
}

std::size_t RuleFacts::first_citation_of(TaskId task) const {
    const auto& all = citations();
    const auto first = std::partition_point(
        all.begin(), all.end(), [&](const Cited& each) { return !each.task.valid() || each.task.index < task.index; });
    return static_cast<std::size_t>(first - all.begin());
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
                    out.push_back(inside(id, i));
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
                for (std::size_t s = 0; s < model_.procedures[i].steps.size(); ++s) out.push_back(inside(i, s));
            return {std::move(out)};
        }
        case Type::decision_rule: return {rows_where(model_.decision_rules, [](const DecisionRule&) { return true; })};
        case Type::criterion: {
            std::vector<Entity> out;
            for (std::size_t i = 0; i < model_.decision_rules.size(); ++i)
                for (std::size_t c = 0; c < model_.decision_rules[i].criteria.size(); ++c) out.push_back(inside(i, c));
            return {std::move(out)};
        }
        case Type::board: {
            std::vector<Entity> out;
            const auto& cooperations = all(Type::cooperation);
            for (const auto id : std::get<std::vector<Entity>>(cooperations.is))
                for (std::size_t i = 0; i < model_.cooperations[id].boards.size(); ++i) out.push_back(inside(id, i));
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

const graph::Run* RuleFacts::run(Type kind, Entity entity) const {
    if (kind == Type::cell) return &view_.coverage->runs[entity];
    if (kind == Type::step) return &view_.coverage->runs[step_of(entity).run];
    return nullptr;
}

std::optional<Entity> RuleFacts::certain(Attribute attribute, Entity entity) const {
    switch (attribute) {
        case Attribute::cell_function: return run(Type::cell, entity)->function;
        case Attribute::step_title:
            return static_cast<Entity>(subject_.answer(*run(Type::step, entity)).chain[step_of(entity).place].kind);
        case Attribute::transfer_title: return static_cast<Entity>(transfer(entity).kind);
        case Attribute::participant_party: {
            const auto party = model_.cooperations[outer(entity)].participants[inner(entity)].party;
            return party.valid() ? std::optional<Entity>(party.index) : std::nullopt;
        }
        default: return std::nullopt;
    }
}

}  // namespace belegd::rules
