// What each thing of the model tells a rule: the attributes of dsl/attributes.def.
#include <algorithm>

#include "model/describe.hpp"
#include "rules/rule_facts.hpp"

namespace belegd::rules {

using namespace model;

namespace {

using Ids = std::vector<Entity>;

Value truth(bool value) { return {static_cast<long long>(value)}; }
Value none() { return {Value::Nothing{}}; }
Value row(std::uint32_t index) { return {static_cast<long long>(index)}; }
template <typename Row>
Value row(Id<Row> id) {
    return id.valid() ? row(id.index) : none();
}
template <typename Enum>
Value choice(Enum value) {
    return {static_cast<long long>(value)};
}
Value day(Day value) { return {static_cast<long long>(value.count)}; }
Value day(const std::optional<DateValue>& value, bool last = false) {
    return value ? day(last ? value->last : value->first) : Value{};
}
/// The end of a period: none when it has no end.
Value end_day(Day value) { return value == kNoEnd ? none() : day(value); }

void put(Ids& list, Entity entity) {
    if (std::find(list.begin(), list.end(), entity) == list.end()) list.push_back(entity);
}
template <typename Row>
Value rows(const std::vector<Id<Row>>& ids, bool open = false) {
    Ids out;
    for (const auto& id : ids) put(out, id.index);
    return {std::move(out), open};
}
Value actors(const std::vector<Actor>& list, bool open = false) {
    Ids out;
    for (const auto& each : list) put(out, model::packed(each));
    return {std::move(out), open};
}
template <typename Rows, typename Fits>
Value those(const Rows& table, Fits fits, bool open = false) {
    Ids out;
    for (std::size_t i = 0; i < table.size(); ++i)
        if (fits(table[i])) out.push_back(i);
    return {std::move(out), open};
}

/// Whether somebody takes part on some of these days: who left stands in the later version too, with a last day before it.
template <typename Row>
bool present(const Row& each, Period days) {
    return days.empty() || !intersection(each.term.days, days).empty();
}

Ids statutes_cited(const Model& model, const Backing& backing) {
    Ids out;
    for (const auto& citation : backing.citations)
        for (std::size_t i = 0; i < model.statutes.size(); ++i)
            if (model.statutes[i].name == citation.law) put(out, i);
    return out;
}

}  // namespace

Value RuleFacts::of(Attribute attribute, Entity entity) const {
    const auto index = static_cast<std::uint32_t>(entity);
    switch (info(attribute).of) {
        case Type::transfer: return of_transfer(attribute, model_.transfers[entity]);
        case Type::duty: return of_duty(attribute, model_.without_act[entity]);
        case Type::step: return of_step(attribute, entity);
        case Type::cell: return of_cell(attribute, entity);
        case Type::cooperation: return of_cooperation(attribute, index);
        case Type::participant: return of_participant(attribute, entity);
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
        default: return of_planning(attribute, index);
    }
}

std::vector<PartyId> RuleFacts::takers(const Transfer& transfer) const {
    std::vector<PartyId> out;
    if (transfer.only_for)
        out = *transfer.only_for;
    else if (transfer.cooperation.valid()) {
        const auto force = view_.world->force(transfer.cooperation);
        for (const auto& participant : model_[transfer.cooperation].participants)
            if (model_[participant.party].kind == Party::Kind::municipality && present(participant, force))
                out.push_back(participant.party);
    } else if (transfer.giver && transfer.giver->owner == Actor::Owner::party) {
        out.push_back({transfer.giver->index});
    }
    std::erase_if(out, [&](PartyId party) {
        return std::find(transfer.except_for.begin(), transfer.except_for.end(), party) != transfer.except_for.end();
    });
    return out;
}

Value RuleFacts::of_transfer(Attribute attribute, const Transfer& x) const {
    const auto holders = [&] {
        // From the first day on; a sentence without dates is judged as things stand at the horizon.
        auto on = days(Type::transfer, static_cast<Entity>(&x - model_.transfers.data())).from;
        if (on == kNoBegin) on = model_.horizon;
        std::vector<const LawHolder*> out;
        x.functions.each([&](std::size_t f) {
            x.tasks.each([&](std::size_t t) {
                if (!model_[model_.leaf_tasks[t]].needed.has(f)) return;
                const auto* by = holder_by_law(model_, model_.leaf_tasks[t], static_cast<std::uint32_t>(f), on);
                if (by != nullptr && std::find(out.begin(), out.end(), by) == out.end()) out.push_back(by);
            });
        });
        return out;
    };
    switch (attribute) {
        case Attribute::transfer_consent: return actors(x.consent_by);
        case Attribute::transfer_title: return choice(x.kind);
        case Attribute::transfer_trio: return truth(x.trio);
        case Attribute::transfer_givers: {
            if (x.giver) return actors({*x.giver});
            Ids out;
            for (const auto* by : holders()) put(out, model::packed({Actor::Owner::own, 0, by->organ}));
            return {std::move(out)};
        }
        case Attribute::transfer_receivers:
            return x.open_receiver != Silence::none && x.receivers.empty()
                       ? Value{}
                       : actors(x.receivers, x.open_receiver != Silence::none);
        case Attribute::transfer_functions: return {x.functions, x.open_functions};
        case Attribute::transfer_tasks: return {x.tasks, x.open_tasks};
        case Attribute::transfer_cooperation: return row(x.cooperation);
        case Attribute::transfer_article: return row(x.article);
        case Attribute::transfer_decision: return row(x.decision);
        case Attribute::transfer_variant: return row(x.variant);
        case Attribute::transfer_status: return choice(view_.world->status_of(x));
        case Attribute::transfer_begin: {
            const auto period = days(Type::transfer, static_cast<Entity>(&x - model_.transfers.data()));
            return period.from == kNoBegin ? Value{} : day(period.from);
        }
        case Attribute::transfer_end:
            return end_day(days(Type::transfer, static_cast<Entity>(&x - model_.transfers.data())).until);
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
        case Attribute::transfer_municipalities: return rows(takers(x), x.open_for);
        case Attribute::transfer_statutes: return {statutes_cited(model_, x.backing)};
        case Attribute::transfer_law_of_tasks: {
            Ids out;
            for (const auto* by : holders())
                if (by->statute.valid()) put(out, by->statute.index);
            return {std::move(out)};
        }
        case Attribute::transfer_own_holders: {
            Ids out;
            for (const auto* by : holders())
                if (by->organ.valid()) put(out, by->organ.index);
            return {std::move(out)};
        }
        default: return {};
    }
}

Value RuleFacts::of_duty(Attribute attribute, const Transfer& x) const {
    switch (attribute) {
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
            for (std::size_t s = 0; s < answer.chain.size(); ++s) out.push_back(packed({entity, s}));
            return {std::move(out)};
        }
        case Attribute::cell_beside: {
            Ids out;
            const auto functions = model_.leaf_functions.size();
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

Value RuleFacts::form_of(const Cooperation& s) const {
    if (!s.form.valid()) return {};
    if (!s.form_open) return row(s.form);
    // Only the family is known: it is one of these.
    Ids family{s.form.index};
    for (std::size_t i = 0; i < family.size(); ++i)
        for (std::size_t f = 0; f < model_.forms.size(); ++f)
            if (model_.forms[f].family.valid() && model_.forms[f].family.index == family[i]) family.push_back(f);
    if (family.size() == 1) return row(s.form);
    family.erase(family.begin());
    return {std::move(family), false, true};
}

Value RuleFacts::of_cooperation(Attribute attribute, std::uint32_t index) const {
    const auto& s = model_.cooperations[index];
    const auto first = s.first_version;
    const auto mine = [&](const auto& each) {
        return each.cooperation.valid() && model_[each.cooperation].first_version == first;
    };
    const auto force = view_.world->force({index});
    switch (attribute) {
        case Attribute::cooperation_name: return {printable(s.name)};
        case Attribute::cooperation_form: return form_of(s);
        case Attribute::cooperation_participants: {
            Ids out;
            for (std::size_t i = 0; i < s.participants.size(); ++i)
                if (present(s.participants[i], force)) out.push_back(static_cast<Entity>(index) << 32 | i);
            return {std::move(out), s.open_participants};
        }
        case Attribute::cooperation_municipalities:
        case Attribute::cooperation_parties: {
            Ids out;
            for (const auto& each : s.participants)
                if (present(each, force) && (attribute == Attribute::cooperation_parties ||
                                             model_[each.party].kind == Party::Kind::municipality))
                    put(out, each.party.index);
            return {std::move(out), s.open_participants};
        }
        case Attribute::cooperation_bodies: {
            Ids out;
            for (const auto& each : s.legal_persons)
                if (present(each, force)) put(out, each.cooperation.index);
            return {std::move(out), s.open_participants};
        }
        case Attribute::cooperation_organs: {
            Ids out;
            bool open = s.open_participants;
            for (const auto& each : s.participants) {
                if (!present(each, force)) continue;
                if (each.organs.empty() && model_[each.party].kind == Party::Kind::municipality) open = true;
                for (const auto organ : each.organs) put(out, organ.index);
            }
            return {std::move(out), open};
        }
        case Attribute::cooperation_own_organs: return rows(s.organs);
        case Attribute::cooperation_begin: return force.from == kNoBegin ? Value{} : day(force.from);
        case Attribute::cooperation_end: return end_day(force.until);
        case Attribute::cooperation_first: return truth(first.index == index);
        case Attribute::cooperation_status: return choice(s.status);
        case Attribute::cooperation_status_stated: return truth(s.status_stated);
        case Attribute::cooperation_variant: return row(s.variant);
        case Attribute::cooperation_centres: return rows(s.centres);
        case Attribute::cooperation_transfers: return rows(subject_.transfers_of({index}));
        case Attribute::cooperation_decisions: return {decisions_about_[first.index], true};
        case Attribute::cooperation_stated_decisions: return {decisions_about_[first.index]};
        case Attribute::cooperation_endings: {
            Ids out;
            for (std::size_t i = 0; i < endings_.size(); ++i)
                if (mine(*endings_[i])) out.push_back(i);
            return {std::move(out)};
        }
        case Attribute::cooperation_costs: return those(model_.costs, mine);
        case Attribute::cooperation_settlements: return those(model_.settlements, mine);
        case Attribute::cooperation_articles: return rows(s.articles, true);
        case Attribute::cooperation_statutes: return {statutes_cited(model_, s.backing)};
        case Attribute::cooperation_citations:
            return those(citations_, [&](const Cited& each) { return each.cooperation.index == index; });
        case Attribute::cooperation_provides: {
            Value out{Ids{}, !s.full_text || s.provides_open};
            for (const auto& each : s.provides) put(std::get<Ids>(out.is), each.provision.index);
            for (const auto& each : s.provides_not) put(out.without, each.provision.index);
            return out;
        }
        case Attribute::cooperation_concluded: return day(s.concluded);
        case Attribute::cooperation_published: return day(s.published);
        case Attribute::cooperation_signatories: return s.signed_by.empty() ? Value{} : actors(s.signed_by);
        case Attribute::cooperation_joined:
        case Attribute::cooperation_left: {
            Ids out;
            const auto takes_part = [&](const Cooperation& version, Period days, PartyId party) {
                return std::any_of(version.participants.begin(), version.participants.end(),
                                   [&](const Participant& each) { return each.party == party && present(each, days); });
            };
            for (std::uint32_t i = 0; i < model_.cooperations.size(); ++i) {
                const auto& before = model_.cooperations[i];
                if (before.first_version != first || before.version + 1 != s.version) continue;
                const auto earlier = view_.world->force({i});
                const bool joins = attribute == Attribute::cooperation_joined;
                for (const auto& each : (joins ? s : before).participants)
                    if (present(each, joins ? force : earlier) &&
                        !takes_part(joins ? before : s, joins ? earlier : force, each.party))
                        put(out, each.party.index);
            }
            return {std::move(out)};
        }
        case Attribute::cooperation_above: {
            Ids out;
            for (const auto& under : s.under)
                if (under.cooperation.valid()) put(out, under.cooperation.index);
            return {std::move(out)};
        }
        case Attribute::cooperation_functions: {
            BitSet out(model_.leaf_functions.size());
            for (const auto& scope : s.scopes)
                if (scope.functions) out |= *scope.functions;
            for (const auto id : subject_.transfers_of({index})) out |= model_[id].functions;
            return {std::move(out)};
        }
        case Attribute::cooperation_tasks: {
            BitSet out(model_.leaf_tasks.size());
            for (const auto& scope : s.scopes) out |= scope.tasks;
            for (const auto id : subject_.transfers_of({index})) out |= model_[id].tasks;
            return {std::move(out)};
        }
        case Attribute::cooperation_notice: return s.notice_length ? Value{model::packed(*s.notice_length)} : Value{};
        default: return {};
    }
}

Value RuleFacts::of_participant(Attribute attribute, Entity entity) const {
    const CooperationId id{static_cast<std::uint32_t>(entity >> 32)};
    const auto& d = model_[id].participants[entity & 0xFFFFFFFF];
    const auto term = days(Type::participant, entity);
    switch (attribute) {
        case Attribute::participant_party: return row(d.party);
        case Attribute::participant_organs: return d.organs.empty() ? Value{} : rows(d.organs);
        case Attribute::participant_begin: return term.from == kNoBegin ? Value{} : day(term.from);
        case Attribute::participant_end: return end_day(term.until);
        case Attribute::participant_cooperation: return row(id);
        default: return {};
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
            for (std::uint32_t i = 0; i < model_.statutes.size(); ++i)
                if (model_.statutes[i].name == citations_[index].citation->law) return row(i);
            return none();
        }
        case Attribute::citation_place: {
            auto place = *citations_[index].citation;
            place.law.clear();
            auto words = spelled(place);
            // As it is written in the language: `art 8 lid 3`, without the point of the abbreviation.
            for (auto* each : {&words.nl, &words.en})
                if (const auto at = each->find("art. "); at != std::string::npos) each->erase(at + 3, 1);
            while (!words.nl.empty() && words.nl.front() == ' ') words.nl.erase(0, 1);
            return {Text(words.nl)};
        }
        case Attribute::party_begin: return lasting(model_.parties[index].term, false);
        case Attribute::party_end: return lasting(model_.parties[index].term, true);
        case Attribute::organ_name: return {organ_name(model_, {index})};
        case Attribute::organ_official: return truth(model_.organs[index].official);
        case Attribute::article_number: return {spelled(Citation{{}, {}, model_.articles[index].parts, {}, false})};
        case Attribute::article_cooperation: return row(model_.articles[index].cooperation);
        case Attribute::article_transfers:
            return those(model_.transfers, [&](const Transfer& x) { return x.article.index == index; });
        case Attribute::task_name: return {name_of(model_, model_.leaf_tasks[index])};
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

Value RuleFacts::of_planning(Attribute attribute, std::uint32_t index) const {
    const auto made_by = [&](const auto& each) { return each.decision.index == index; };
    const auto before = [&](const std::vector<std::string>& names, const auto& table) {
        Ids out;
        for (const auto& name : names)
            for (std::size_t i = 0; i < table.size(); ++i)
                if (table[i].name == name) put(out, i);
        return Value{std::move(out)};
    };
    const auto added = [](const std::vector<LabelledAmount>& amounts) {
        long long out = 0;
        for (const auto& each : amounts) {
            if (!each.cents) return Value{};
            out += *each.cents;
        }
        return amounts.empty() ? none() : Value{out};
    };
    switch (attribute) {
        case Attribute::decision_name: return {printable(model_.decisions[index].name)};
        case Attribute::decision_purpose:
            return model_.decisions[index].purpose == Decision::Purpose::not_stated
                       ? Value{}
                       : choice(model_.decisions[index].purpose);
        case Attribute::decision_by:
            return model_.decisions[index].by
                       ? Value{static_cast<long long>(model::packed(*model_.decisions[index].by))}
                       : Value{};
        case Attribute::decision_taken: return day(model_.decisions[index].taken);
        case Attribute::decision_latest: return day(model_.decisions[index].at_the_latest, true);
        case Attribute::decision_after: return before(model_.decisions[index].after, model_.decisions);
        case Attribute::decision_status: return choice(model_.decisions[index].status);
        case Attribute::decision_variant: return row(model_.decisions[index].variant);
        case Attribute::decision_cooperations: {
            Ids out;
            for (std::size_t i = 0; i < decisions_about_.size(); ++i)
                if (std::find(decisions_about_[i].begin(), decisions_about_[i].end(), index) !=
                    decisions_about_[i].end())
                    out.push_back(i);
            return {std::move(out)};
        }
        case Attribute::decision_endings: {
            Ids out;
            for (std::size_t i = 0; i < endings_.size(); ++i)
                if (made_by(*endings_[i])) out.push_back(i);
            return {std::move(out)};
        }
        case Attribute::decision_transfers: return those(model_.transfers, made_by);
        case Attribute::decision_tasks: {
            BitSet out(model_.leaf_tasks.size());
            for (const auto& each : model_.decisions[index].concerns)
                if (each.task.valid()) out |= model_[each.task].leaves;
            return {std::move(out)};
        }
        case Attribute::decision_published: return day(model_.decisions[index].published);
        case Attribute::decision_advisers: return actors(model_.decisions[index].advice_by);
        case Attribute::decision_consent: return actors(model_.decisions[index].consent_by);
        case Attribute::decision_advised: return truth(!model_.decisions[index].advice.empty());
        case Attribute::milestone_name: return {printable(model_.milestones[index].name)};
        case Attribute::milestone_begin: return day(model_.milestones[index].begin);
        case Attribute::milestone_end: {
            const auto& found = model_.milestones[index];
            return day(found.end ? found.end : found.begin, true);
        }
        case Attribute::milestone_decisions: return before(model_.milestones[index].after, model_.decisions);
        case Attribute::milestone_milestones: return before(model_.milestones[index].after, model_.milestones);
        case Attribute::milestone_status: return choice(model_.milestones[index].status);
        case Attribute::variant_name: return {name_of(model_, VariantId{index})};
        case Attribute::variant_status: return choice(model_.variants[index].status);
        case Attribute::variant_status_stated: return truth(model_.variants[index].status_stated);
        case Attribute::ending_cooperation: return row(endings_[index]->cooperation);
        case Attribute::ending_parties:
            return endings_[index]->parties ? rows(*endings_[index]->parties) : Value{Ids{}};
        case Attribute::ending_day: return day(endings_[index]->per.first);
        case Attribute::ending_decision: return row(endings_[index]->decision);
        case Attribute::ending_status: return choice(endings_[index]->status);
        case Attribute::cost_name: return {printable(model_.costs[index].name)};
        case Attribute::cost_amount: return added(model_.costs[index].amounts);
        case Attribute::cost_total: {
            const auto& total = model_.costs[index].total;
            return !total ? none() : total->cents ? Value{*total->cents} : Value{};
        }
        case Attribute::cost_covered: return added(model_.costs[index].cover);
        case Attribute::cost_shares: {
            long long out = 0;
            for (const auto& share : model_.costs[index].shares) {
                if (share.money) return none();
                if (!share.hundredths) return {};
                out += *share.hundredths;
            }
            return model_.costs[index].shares.empty() ? none() : Value{out};
        }
        case Attribute::cost_frequency:
            return model_.costs[index].frequency == Cost::Frequency::not_stated ? Value{}
                                                                                : choice(model_.costs[index].frequency);
        case Attribute::cost_index: {
            const auto& words = model_.costs[index].indexed;
            return words.empty() ? none() : words == "niet vermeld" ? Value{} : Value{Text(words)};
        }
        case Attribute::cost_indexed: return truth(!model_.costs[index].indexed.empty());
        case Attribute::cost_base_year: return truth(model_.costs[index].base_year.has_value());
        case Attribute::cost_cooperation: return row(model_.costs[index].cooperation);
        case Attribute::cost_status: return choice(model_.costs[index].status);
        case Attribute::settlement_base: {
            const auto& words = model_.settlements[index].of;
            return words.empty() || words == "niet vermeld" ? Value{} : Value{Text(words)};
        }
        case Attribute::settlement_threshold: return truth(model_.settlements[index].above.has_value());
        case Attribute::settlement_excess_only: {
            const auto& only = model_.settlements[index].excess_only;
            return only ? truth(*only) : Value{};
        }
        case Attribute::settlement_cooperation: return row(model_.settlements[index].cooperation);
        default: return {};
    }
}

}  // namespace belegd::rules
