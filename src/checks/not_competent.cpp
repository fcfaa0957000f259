// B06: given by somebody who does not have it. The transfer has no effect there; the cell is answered without it.
#include <algorithm>

#include "checks/lines.hpp"
#include "checks/subject.hpp"
#include "diagnostics/messages/coverage.hpp"
#include "model/describe.hpp"

namespace belegd::checks {

using namespace model;

namespace {

/// Whether the cells are with the receiver already, because delegation of what they follow brought them there (D29).
bool is_there_already(const Subject& subject, const Subject::View& view, const graph::Refused& refused) {
    const auto& model = subject.model;
    const auto& x = model[refused.transfer];
    if (!model[model.leaf_functions[refused.function]].follows.valid() || x.receivers.size() != 1) return false;
    auto left = refused.tasks;
    for (const auto* run : subject.runs(view, refused.participant, refused.function)) {
        if (intersection(run->days, refused.days).empty() || !run->tasks.intersects(refused.tasks)) continue;
        const auto& holders = subject.answer(*run).holders;
        if (holders.size() != 1 ||
            (holders.front() != x.receivers.front() && holders.front().whole() != x.receivers.front()))
            return false;
        left -= run->tasks;
    }
    return left.none();
}

/// The tasks of which the sentence was used until the day before: the giver lost what he had passed on, and what ended
/// then tells of it (B08).
BitSet lost_by_giver(const Subject& subject, const Subject::View& view, const graph::Refused& refused) {
    BitSet out(subject.model.leaf_tasks.size());
    for (const auto* run :
         subject.explicit_before(view, refused.participant, refused.function, refused.tasks, refused.days.from))
        for (const auto& step : subject.answer(*run).chain)
            if (std::find(step.by.begin(), step.by.end(), refused.transfer) != step.by.end()) out |= run->tasks;
    return out;
}

/// The rows of a sentence of several givers that give this function of some of these tasks, in order of the text.
std::vector<TransferId> other_givers(const Subject& subject, const graph::Refused& refused) {
    const auto& model = subject.model;
    const auto& x = model[refused.transfer];
    std::vector<TransferId> out;
    if (!x.several_givers) return out;
    for (const auto id : subject.rows_of(refused.transfer))
        if (model[id].tasks.intersects(refused.tasks) && model[id].functions.has(refused.function)) out.push_back(id);
    return out;
}

/// Whether it is told of another giver of the same sentence, or another of them has it (`door college en burgemeester`).
bool is_with_other_giver(const Subject& subject, const Subject::View& view, const graph::Refused& refused) {
    const auto all = other_givers(subject, refused);
    if (all.empty()) return false;
    if (all.front() != refused.transfer) return true;
    const auto refuses = [&](TransferId id) {
        auto left = refused.tasks & subject.model[id].tasks;
        for (const auto i : view.refused[id.index]) {
            const auto& each = view.coverage->refused[i];
            if (each.participant == refused.participant && each.function == refused.function &&
                !intersection(each.days, refused.days).empty())
                left -= each.tasks;
        }
        return left.none();
    };
    return !std::all_of(all.begin(), all.end(), refuses);
}

}  // namespace

bool not_competent(const Subject& subject, const Subject::View& view, const graph::Refused& refused) {
    const auto& x = subject.model[refused.transfer];
    // `alle bevoegdheden` are those that the giver has.
    const auto has_effect = [&](TransferId id) { return view.coverage->used[id.index]; };
    const auto rows = x.several_givers ? subject.rows_of(refused.transfer) : std::vector<TransferId>{refused.transfer};
    if (refused.why == graph::Refusal::giver_elsewhere && x.all_powers &&
        std::any_of(rows.begin(), rows.end(), has_effect))
        return false;
    if (is_with_other_giver(subject, view, refused)) return false;
    if (is_there_already(subject, view, refused)) return false;
    if (refused.why != graph::Refusal::giver_elsewhere || !x.giver || x.giver->owner == Actor::Owner::own) return true;
    const bool own = x.giver->owner == Actor::Owner::party && x.giver->index == refused.participant.index;
    if (own && !x.cooperation.valid() && !x.all_powers) return true;
    // Given by an organ that receives, or by another municipality: it counts where the chain arrives (D7), so cells
    // that it never reaches are no mistake, and outside its cooperation nobody expects it.
    if (view.coverage->used[refused.transfer.index]) return false;
    return !x.cooperation.valid() || !view.world->participation(x.cooperation, refused.participant).empty();
}

namespace {

Passage culprit_of(const Subject& subject, TransferId id) {
    const auto& x = subject.model[id];
    return subject.words_of(id, x.kind == TransferKind::keeps ? x.receiver_span
                                : !x.giver_span.empty()       ? x.giver_span
                                                              : x.head_span);
}

/// The answers of the cells of a cause, at their first day.
std::vector<std::pair<PartyId, const graph::Answer*>> answers_of(const Subject& subject, const Cause& cause) {
    const auto& view = subject.view(cause.variant);
    std::vector<std::pair<PartyId, const graph::Answer*>> out;
    for (const auto& cells : cause.cells)
        for (const auto* run : subject.runs(view, cells.participant, cause.function))
            if (run->tasks.intersects(cells.tasks) && run->days.contains(cells.days.from))
                out.emplace_back(cells.participant, &subject.answer(*run));
    return out;
}

/// Whether a body gives of which the model does not say what it has by law, and to whom no sentence brings anything.
bool own_power_not_stated(const Subject& subject, const Cause& cause, const Transfer& x) {
    const auto& model = subject.model;
    if (!x.giver || x.giver->owner == Actor::Owner::own) return false;
    const auto& view = subject.view(cause.variant);
    if (view.coverage->used[cause.culprit.row.index]) return false;
    if (x.giver->owner == Actor::Owner::cooperation) {
        // Of what was brought to the board of its own arrangement, others say what it has.
        if (!x.cooperation.valid() || model[CooperationId{x.giver->index}].body.valid()) return false;
        const auto& all = model[x.cooperation].legal_persons;
        return std::any_of(all.begin(), all.end(),
                           [&](const LegalPerson& each) { return each.cooperation.index == x.giver->index; });
    }
    const PartyId giver{x.giver->index};
    if (model[giver].kind == Party::Kind::municipality) return false;
    // That it has other functions of the task by law does not say who has this one.
    return std::none_of(cause.cells.begin(), cause.cells.end(), [&](const Cells& cells) {
        bool has = false;
        cells.tasks.each([&](std::size_t leaf) {
            has =
                has || holder_by_law(model, giver, model.leaf_tasks[leaf], cause.function, cells.days.from) != nullptr;
        });
        return has;
    });
}

/// The function that these follow, where a delegation of that brought them to who has them (D29).
FunctionId followed_there(const Subject& subject, const Cause& cause,
                          const std::vector<std::pair<PartyId, const graph::Answer*>>& answers) {
    const auto& model = subject.model;
    const auto follows = model[model.leaf_functions[cause.function]].follows;
    if (!follows.valid() || answers.empty()) return {};
    const bool all = std::all_of(answers.begin(), answers.end(), [&](const auto& each) {
        const auto& chain = each.second->chain;
        return !chain.empty() && std::none_of(chain.front().by.begin(), chain.front().by.end(),
                                              [&](TransferId id) { return model[id].functions.has(cause.function); });
    });
    return all ? follows : FunctionId{};
}

/// The participants' own organ, written as each of them would: `college`.
Text written(const Model& model, const std::vector<Acting>& stands) {
    std::vector<Text> names;
    const bool one = std::all_of(stands.begin(), stands.end(),
                                 [&](const Acting& each) { return each.participant == stands.front().participant; });
    for (const auto& each : stands)
        for (auto actor : each.actors) {
            const bool own = actor.owner == Actor::Owner::party && actor.index == each.participant.index;
            if (own && !one) actor = {Actor::Owner::own, 0, actor.organ};
            const auto name = name_of(model, actor);
            if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
        }
    return listed(names);
}

/// Who gives: of several all.
Text givers_said(const Subject& subject, const Cause& cause) {
    const auto& model = subject.model;
    const auto& x = model[cause.culprit.row];
    if (!x.giver) return say(message::the_giver);
    std::vector<Text> names{name_of(model, *x.giver)};
    if (x.several_givers)
        for (const auto id : subject.rows_of(cause.culprit.row))
            if (const auto name = name_of(model, *model[id].giver);
                std::find(names.begin(), names.end(), name) == names.end())
                names.push_back(name);
    return listed(names);
}

}  // namespace

void find_not_competent(const Subject& subject, Causes& causes) {
    const auto& model = subject.model;
    for (const auto& view : subject.views())
        for (const auto& refused : view.coverage->refused) {
            if (!not_competent(subject, view, refused)) continue;
            const auto& x = model[refused.transfer];
            const auto tasks = refused.tasks - lost_by_giver(subject, view, refused);
            const auto add = [&](Period days) {
                if (days.empty() || tasks.none()) return;
                auto& cause = causes.add(Code::B06, view.variant, culprit_of(subject, refused.transfer), {},
                                         refused.function, {refused.participant, tasks, days});
                if (cause.cells.size() == 1) cause.reason = static_cast<std::uint32_t>(refused.why);
            };
            if (x.cooperation.valid() && view.world->corporate(x))
                for (const auto& period : view.world->participation(x.cooperation, refused.participant))
                    add(intersection(period, refused.days));
            else
                add(refused.days);
        }
}

Diagnostic word_not_competent(const Subject& subject, const Cause& cause) {
    const auto& model = subject.model;
    const auto matter = matter_said(model, cause);
    Diagnostic out{Code::B06, {}, at(cause.culprit.span),   {}, cells_said(subject, cause), {},
                   {},        {}, id_of(subject, cause, "")};
    const auto& x = model[cause.culprit.row];
    // Where the chain stands: the holder by law, or who acts after what others gave.
    std::vector<Acting> stands;
    const auto answers = answers_of(subject, cause);
    stands.reserve(answers.size());
    for (const auto& each : answers) stands.push_back({each.first, each.second->holders});
    const auto who = acting_said(model, stands), by = written(model, stands);
    const auto giver = x.giver ? name_of(model, *x.giver) : say(message::the_giver);
    const auto all = givers_said(subject, cause);
    const auto follows = followed_there(subject, cause, answers);
    const auto why_there =
        follows.valid() ? say(message::b06_follows_why, {matter, name_of(model, follows), who}) : Text();
    switch (static_cast<graph::Refusal>(cause.reason)) {
        case graph::Refusal::kept_elsewhere:
            out.message = say(message::b06_keeps, {matter, receivers_said(model, x)});
            out.why = follows.valid() ? why_there : say(message::b06_keeps_why, {who});
            out.remedies = {choice(say(follows.valid() ? message::b06_keeps_follows : message::b06_keeps_remedy,
                                       {transfer_line(subject, TransferKind::keeps, matter, by)}))};
            break;
        case graph::Refusal::given_away: {
            out.message = say(message::b06_given_away, {giver, matter});
            out.why = say(message::b06_given_away_why);
            out.remedies = {choice(say(message::b06_given_away_remedy))};
            std::vector<Span> delegations;
            for (const auto& each : answers)
                for (const auto& step : each.second->chain)
                    for (const auto id : step.by)
                        if (model[id].kind == TransferKind::delegates) delegations.push_back(model[id].head_span);
            if (!delegations.empty()) out.related.push_back(at(delegations.front(), say(message::delegated_here)));
            break;
        }
        case graph::Refusal::giver_has_less:
            out.message = say(message::b06_less, {giver, matter});
            out.why = say(message::b06_less_why);
            out.remedies = {choice(say(message::b06_less_remedy))};
            break;
        case graph::Refusal::giver_elsewhere:
            if (own_power_not_stated(subject, cause, x)) {
                // Not about the municipalities, whose power this is not said to be.
                out.message = say(message::b06_own, {giver, matter});
                out.facts.clear();
                out.why = say(message::b06_own_why, {giver});
                out.remedies = {
                    choice(say(message::b06_own_remedy,
                               {line(subject, say(message::write_own_by_law,
                                                  {model::functions_of(model, functions_of(model, cause)), giver}))}))};
                break;
            }
            out.message =
                x.several_givers ? say(message::b06_several, {all, matter}) : say(message::b06, {giver, matter});
            out.why = who.empty()       ? say(message::b06_nowhere, {all})
                      : follows.valid() ? why_there
                                        : say(message::b06_why, {who});
            if (who.empty())
                out.remedies = {choice(say(message::b06_nowhere_remedy, {all}))};
            else
                out.remedies = {choice(say(message::b06_remedy, {who, line(subject, say(message::write_by, {by}))}))};
            break;
    }
    return out;
}

}  // namespace belegd::checks
