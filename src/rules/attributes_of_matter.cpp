// What each thing of the model tells a rule (dsl/attributes.def); here who and what, the rest in the files beside it.
#include <algorithm>

#include "model/describe.hpp"
#include "rules/rule_facts.hpp"
#include "rules/rule_values.hpp"

namespace belegd::rules {

using namespace model;

Value RuleFacts::of(Attribute attribute, Entity entity) const {
    const auto index = static_cast<std::uint32_t>(entity);
    switch (info(attribute).of) {
        case Type::transfer: return of_transfer(attribute, entity);
        case Type::part: return of_part(attribute, entity);
        case Type::duty: return of_duty(attribute, entity);
        case Type::gap: return of_gap(attribute, entity);
        case Type::step: return of_step(attribute, entity);
        case Type::cell: return of_cell(attribute, entity);
        case Type::cooperation: return of_cooperation(attribute, index);
        case Type::participant: return of_participant(attribute, entity);
        case Type::turnover: return of_turnover(attribute, index);
        case Type::procedure: return of_procedure(attribute, index);
        case Type::decision_rule: return of_decision_rule(attribute, index);
        case Type::criterion: return of_criterion(attribute, entity);
        case Type::board: return of_board(attribute, entity);
        case Type::procedure_step: return of_procedure_step(attribute, entity);
        case Type::actor: return of_actor(attribute, actor_of(entity));
        case Type::party:
        case Type::organ:
        case Type::article:
        case Type::task:
        case Type::function:
        case Type::statute:
        case Type::provision:
        case Type::capacity:
        case Type::citation:
        case Type::form: return of_matter(attribute, index);
        case Type::decision: return of_decision(attribute, index);
        case Type::ending: return of_ending(attribute, index);
        case Type::cost:
        case Type::settlement: return of_money(attribute, index);
        default: return of_planning(attribute, index);
    }
}

Value RuleFacts::of_actor(Attribute attribute, const Actor& actor) const {
    switch (attribute) {
        case Attribute::actor_party: return actor.owner == Actor::Owner::party ? row(actor.index) : none();
        case Attribute::actor_cooperation: return actor.owner == Actor::Owner::cooperation ? row(actor.index) : none();
        case Attribute::actor_organ: return row(actor.organ);
        case Attribute::actor_municipal:
            return truth(
                actor.owner == Actor::Owner::own ||
                (actor.owner == Actor::Owner::party && model_.parties[actor.index].kind == Party::Kind::municipality));
        case Attribute::actor_own: return truth(actor.owner == Actor::Owner::own);
        default: return {};
    }
}

Value RuleFacts::of_matter(Attribute attribute, std::uint32_t index) const {
    const auto lasting = [](const Term& term, bool ends) {
        return ends ? end_day(term.days.until) : term.days.from == kNoBegin ? none() : day(term.days.from);
    };
    switch (attribute) {
        case Attribute::party_name: return {Text(model_.parties[index].name)};
        case Attribute::party_municipality: return truth(model_.parties[index].kind == Party::Kind::municipality);
        case Attribute::party_capacities:
            return model_.parties[index].capacities_stated
                       ? rows(model_.parties[index].capacities, model_.parties[index].capacities_open)
                       : Value{};
        case Attribute::provision_name: return {model_.provisions[index].title};
        case Attribute::capacity_name: return {model_.capacities[index].title};
        case Attribute::citation_statute: {
            if (statutes_.empty())
                for (std::uint32_t i = 0; i < model_.statutes.size(); ++i)
                    statutes_.try_emplace(model_.statutes[i].name, i);
            const auto found = statutes_.find(citations()[index].citation->law);
            return found == statutes_.end() ? none() : row(found->second);
        }
        case Attribute::citation_place: {
            auto place = *citations()[index].citation;
            place.law.clear();
            auto words = spelled(place);
            // As it is written in the language: `art 8 lid 3`, without the point of the abbreviation.
            for (auto* each : {&words.nl, &words.en})
                if (const auto at = each->find("art. "); at != std::string::npos) each->erase(at + 3, 1);
            while (!words.nl.empty() && words.nl.front() == ' ') words.nl.erase(0, 1);
            return {Text(words.nl)};
        }
        case Attribute::party_organs: return rows(model_.parties[index].organs);
        case Attribute::party_begin: return lasting(model_.parties[index].term, false);
        case Attribute::party_end: return lasting(model_.parties[index].term, true);
        case Attribute::party_successors: return rows(model_.parties[index].successors);
        case Attribute::organ_name: return {organ_name(model_, {index})};
        case Attribute::organ_official: return truth(model_.organs[index].official);
        case Attribute::article_number: return {spelled(Citation{{}, {}, model_.articles[index].parts, {}, false})};
        case Attribute::article_cooperation: return row(model_.articles[index].cooperation);
        case Attribute::article_transfers:
            return those(model_.transfers, [&](const Transfer& x) { return x.article.index == index; });
        case Attribute::task_name: return {name_of(model_, model_.leaf_tasks[index])};
        case Attribute::task_citations: {
            Ids out;
            for (auto at = model_.leaf_tasks[index]; at.valid() && !model_[at].domain; at = model_[at].parent)
                for (auto i = first_citation_of(at); i < citations().size() && citations()[i].task == at; ++i)
                    put(out, i);
            return {std::move(out)};
        }
        case Attribute::task_statutes: {
            Ids out;
            for (auto at = model_.leaf_tasks[index]; at.valid(); at = model_[at].parent) {
                for (const auto statute : statutes_cited(model_, model_[at].backing)) put(out, statute);
                for (const auto& holder : model_[at].holders)
                    if (holder.by.statute.valid()) put(out, holder.by.statute.index);
            }
            return {std::move(out)};
        }
        case Attribute::task_functions: return {model_[model_.leaf_tasks[index]].needed};
        case Attribute::task_alike: {
            const auto& alike = subject_.tasks_alike()[index];
            return {Ids(alike.begin(), alike.end())};
        }
        case Attribute::task_begin: return lasting(model_[model_.leaf_tasks[index]].term, false);
        case Attribute::task_end: return lasting(model_[model_.leaf_tasks[index]].term, true);
        case Attribute::function_name: return {name_of(model_, model_.leaf_functions[index])};
        case Attribute::function_power: return truth(model_[model_.leaf_functions[index]].power);
        case Attribute::statute_name: return {Text(model_.statutes[index].name)};
        case Attribute::statute_begin: return lasting(model_.statutes[index].term, false);
        case Attribute::statute_end: return lasting(model_.statutes[index].term, true);
        case Attribute::form_name: return {Text(model_.forms[index].name, model_.forms[index].title.en)};
        case Attribute::form_carries: {
            Ids out;
            for (const auto kind :
                 {TransferKind::keeps, TransferKind::assigns, TransferKind::entrusts, TransferKind::authorises,
                  TransferKind::empowers, TransferKind::mandates, TransferKind::delegates}) {
                if (carries(model_.forms[index], kind)) put(out, static_cast<Entity>(kind));
            }
            return {std::move(out)};
        }
        case Attribute::form_concluded_by: {
            Ids out;
            for (const auto& each : model_.forms[index].concluded_by)
                for (std::size_t i = 0; i < model_.organs.size(); ++i)
                    if (model_.organs[i].name == each) put(out, i);
            return {std::move(out)};
        }
        case Attribute::form_legal_person:
            return model_.forms[index].legal_person ? truth(*model_.forms[index].legal_person) : Value{};
        case Attribute::form_begin: return lasting(model_.forms[index].term, false);
        case Attribute::form_end: return lasting(model_.forms[index].term, true);
        default: return {};
    }
}

}  // namespace belegd::rules
