// B09: a transfer that has effect in no cell on any day in any variant that sees it, and no other finding says why.
#include <algorithm>
#include <map>

#include "checks/lines.hpp"
#include "checks/subject.hpp"
#include "diagnostics/messages/coverage.hpp"
#include "diagnostics/messages/general.hpp"
#include "model/describe.hpp"

namespace belegd::checks {
namespace {

using namespace model;

bool set_aside(const Subject& subject, const Transfer& x) {
    const auto status = subject.views().front().world->status_of(x);
    // What is not certain does nothing when only the certain is asked for.
    if (subject.coverage.mode == graph::Mode::certain && status != Status::decided) return true;
    return status == Status::lapsed || status == Status::rejected;
}

/// `voor` names only parties that do not take part: N09 says so.
bool for_strangers(const Model& model, const Transfer& x) {
    if (!x.only_for || !x.cooperation.valid()) return false;
    const auto& participants = model[x.cooperation].participants;
    return std::none_of(x.only_for->begin(), x.only_for->end(), [&](PartyId party) {
        return std::any_of(participants.begin(), participants.end(),
                           [&](const Participant& each) { return each.party == party; });
    });
}

/// Nobody is known to take part: B13 says so.
bool without_participants(const Model& model, const Transfer& x) {
    if (!x.cooperation.valid()) return false;
    const auto& cooperation = model[x.cooperation];
    if (x.package && cooperation.packages[*x.package].open_takers) return true;
    return cooperation.participants.empty() && cooperation.legal_persons.empty() && !x.only_for && !x.giver;
}

/// Every cell it names lacks a competent organ: B05 says so.
bool without_organ(const Subject& subject, const Subject::View& view, const Transfer& x) {
    bool without = false, with = false;
    for (const auto party : subject.model.owners()) {
        const auto periods = view.world->validity(x, party);
        if (periods.empty()) continue;
        x.functions.each([&](std::size_t function) {
            for (const auto i : view.runs[party.index * subject.model.leaf_functions.size() + function]) {
                const auto& run = view.coverage->runs[i];
                const bool meets = std::any_of(periods.begin(), periods.end(),
                                               [&](Period period) { return !intersection(period, run.days).empty(); });
                if (!meets || !run.tasks.intersects(x.tasks)) continue;
                (subject.answer(run).state == graph::State::no_owner ? without : with) = true;
            }
        });
    }
    return without && !with;
}

/// Whether another finding tells why this row does nothing.
bool is_explained(const Subject& subject, const Transfer& x) {
    return set_aside(subject, x) || for_strangers(subject.model, x) || without_participants(subject.model, x) ||
           (x.functions.any() && functions_not_needed(subject, x).includes(x.functions));
}

bool is_explained(const Subject& subject, const Subject::View& view, TransferId id) {
    if (view.coverage->awaited[id.index]) return true;
    const auto& refused = view.refused[id.index];
    return std::any_of(refused.begin(), refused.end(),
                       [&](std::uint32_t i) { return not_competent(subject, view, view.coverage->refused[i]); }) ||
           without_organ(subject, view, subject.model[id]);
}

Text said(const Cooperation& cooperation) {
    switch (cooperation.word) {
        case Cooperation::Word::arrangement: return say(message::the_arrangement);
        case Cooperation::Word::agreement: return say(message::the_agreement);
        default: return say(message::the_cooperation);
    }
}

/// When somebody who is named exists, as far as it goes on within these days.
bool exists_within(const Subject::View& view, const Actor& actor, Period days) {
    const auto& model = view.world->model();
    std::vector<Day> begins{days.from};
    if (actor.owner == Actor::Owner::party) begins.push_back(model.parties[actor.index].term.days.from);
    if (actor.owner == Actor::Owner::cooperation)
        for (std::uint32_t i = actor.index; i < model.cooperations.size(); ++i)
            if (model.cooperations[i].first_version.index == actor.index) begins.push_back(view.world->force({i}).from);
    return std::any_of(begins.begin(), begins.end(),
                       [&](Day day) { return days.contains(day) && view.world->exists(actor, day); });
}

/// The one reason why a sentence does nothing.
Text reason(const Subject& subject, const Subject::View& view, const std::vector<TransferId>& rows) {
    const auto& model = subject.model;
    const auto& world = *view.world;
    const auto& x = model[rows.front()];
    if (const auto status = world.status_of(x); !world.counts(status, x.variant.valid()))
        return say(message::b09_status, {name_of(status)});
    if (std::all_of(rows.begin(), rows.end(), [&](TransferId id) { return model[id].tasks.none(); }))
        return say(message::b09_no_tasks);
    if (x.term.days.empty()) return say(message::b09_no_days);
    if (x.cooperation.valid()) {
        const auto& cooperation = model[x.cooperation];
        const auto force = world.force(x.cooperation);
        if (force.empty()) return say(message::b09_not_in_force, {said(cooperation)});
        if (x.term.days.until <= force.from) return say(message::b09_before, {said(cooperation), spelled(force.from)});
        if (force.until <= x.term.days.from)
            return say(message::b09_after, {said(cooperation), spelled(force.until.previous())});
    } else if (!x.only_for && !x.giver) {
        return say(message::b09_for_whom);
    }
    if (const auto* end = world.revocation(x, std::nullopt); end != nullptr && world.lasting(x).empty())
        return say(message::b09_revoked, {title_of(model, end->revoked), spelled(end->per.first)});
    std::vector<std::pair<PartyId, Period>> valid;
    for (const auto party : model.owners())
        for (const auto& period : world.validity(x, party)) valid.emplace_back(party, period);
    if (valid.empty() && x.cooperation.valid() && model[x.cooperation].participants.empty() && !x.giver)
        for (const auto& each : model[x.cooperation].legal_persons)
            return say(message::b09_legal_person, {title_of(model, each.cooperation)});
    if (valid.empty())
        return x.package ? say(message::b09_package, {printable(model[x.cooperation].packages[*x.package].name)})
                         : say(message::b09_nobody);
    std::vector<Text> absent;
    bool received = false;
    for (const auto& each : valid)
        for (const auto& named : x.receivers) {
            const auto actor = model.seen_from(each.first, named);
            if (exists_within(view, actor, each.second)) {
                received = true;
                continue;
            }
            const auto from = std::max(each.second.from, model.horizon);
            if (const auto why = absent_said(model, actor, from);
                std::find(absent.begin(), absent.end(), why) == absent.end())
                absent.push_back(why);
        }
    if (!received && !absent.empty()) return joined(absent, ", ");
    if (x.giver) return say(message::b09_giver, {name_of(model, *x.giver)});
    return say(message::b09_no_cells);
}

/// What revokes a decision of which no sentence stands in the model.
void revocations(const Model& model, const std::vector<Ending>& endings, VariantId variant, Causes& causes) {
    for (const auto& ending : endings) {
        const auto of_it = [&](const Transfer& x) { return x.decision == ending.revoked; };
        if (ending.revoked.valid() && std::none_of(model.transfers.begin(), model.transfers.end(), of_it) &&
            std::none_of(model.without_act.begin(), model.without_act.end(), of_it))
            causes
                .at(Code::B09, variant, {ending.span}, {}, Cause::kAnyFunction, Cause::kNoRule,
                    model[ending.revoked].name)
                .item = static_cast<std::uint32_t>(&ending - endings.data());
    }
}

}  // namespace

void find_without_effect(const Subject& subject, Causes& causes) {
    const auto& model = subject.model;
    std::map<std::uint32_t, std::vector<TransferId>> statements;
    for (std::uint32_t i = 0; i < model.transfers.size(); ++i) statements[model.transfers[i].statement].push_back({i});
    for (const auto& [statement, rows] : statements) {
        bool used = false, seen = false;
        for (const auto id : rows)
            for (const auto& view : subject.views()) {
                if (!view.world->visible(model[id].variant)) continue;
                seen = true;
                used = used || view.coverage->used[id.index];
            }
        if (used || !seen) continue;
        bool explained = false;
        for (const auto id : rows) {
            explained = explained || is_explained(subject, model[id]);
            for (const auto& view : subject.views())
                explained = explained || (view.world->visible(model[id].variant) && is_explained(subject, view, id));
        }
        if (explained) continue;
        const auto& x = model[rows.front()];
        causes.at(Code::B09, x.variant, subject.head_of(rows.front()), {}, Cause::kAnyFunction);
    }
    revocations(model, model.endings, {}, causes);
    for (std::uint32_t v = 0; v < model.variants.size(); ++v)
        revocations(model, model.variants[v].endings, {v}, causes);
}

Diagnostic word_without_effect(const Subject& subject, const Cause& cause) {
    const auto& model = subject.model;
    Diagnostic out{Code::B09,
                   say(message::b09, {quoted(Text(on_one_line(subject.sources.text(cause.culprit.span))))}),
                   at(cause.culprit.span),
                   {},
                   {},
                   {},
                   {},
                   {},
                   id_of(subject, cause, std::string(subject.sources.text(cause.culprit.span)))};
    if (cause.variant.valid()) out.facts.push_back(say(message::in_variant, {name_of(model, cause.variant)}));
    if (!cause.culprit.row.valid()) {
        const auto& endings = cause.variant.valid() ? model[cause.variant].endings : model.endings;
        const auto& ending = endings[cause.item];
        out.message = say(message::b09_not_held, {title_of(model, ending.revoked)});
        out.why = say(message::b09_not_held_why);
        out.remedies = {choice(say(message::b09_not_held_remedy))};
        return out;
    }
    const auto rows = subject.rows_of(cause.culprit.row);
    const auto& x = model[rows.front()];
    out.why = reason(subject, subject.view(cause.variant), rows);
    const bool for_whom = !x.cooperation.valid() && !x.only_for && !x.giver;
    const bool no_tasks = std::all_of(rows.begin(), rows.end(), [&](TransferId id) { return model[id].tasks.none(); });
    out.remedies = {choice(say(no_tasks   ? message::b09_no_tasks_remedy
                               : for_whom ? message::b09_for_remedy
                                          : message::b09_remedy))};
    return out;
}

}  // namespace belegd::checks
