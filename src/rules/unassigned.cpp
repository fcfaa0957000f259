// B01: within a scope, and no statement has effect. The culprit is what comes nearest to settling it (D25).
#include <algorithm>

#include "model/describe.hpp"
#include "rules/subject.hpp"

namespace belegd::rules {
namespace {

using namespace model;

enum class Miss { excepted, forgotten, period, status, participant, giver, none };

/// A statement of the cooperation that comes near these cells, what keeps it from them, and which cells that explains.
struct NearMiss {
    Miss miss = Miss::none;
    TransferId transfer;
    BitSet tasks;
};

bool names(const std::vector<PartyId>& list, PartyId party) {
    return std::find(list.begin(), list.end(), party) != list.end();
}

bool covers(const std::vector<Period>& periods, Period days) {
    return std::any_of(periods.begin(), periods.end(),
                       [&](Period period) { return period.from <= days.from && days.until <= period.until; });
}

/// How many levels up two leaves meet; fewer is nearer.
std::size_t distance(const Model& model, std::size_t a, std::size_t b) {
    std::size_t up = 0;
    for (auto at = model.leaf_tasks[a]; at.valid(); at = model[at].parent, ++up)
        if (model[at].leaves.has(b)) return up;
    return 1000;
}

/// The reason why one statement does not settle the cells, when it is the only one.
NearMiss near_miss(const Subject& subject, const Subject::View& view, TransferId id, PartyId p, std::uint32_t function,
                   Period days, const BitSet& tasks) {
    const auto& model = subject.model;
    const auto& x = model[id];
    if (!x.functions.has(function) || x.kind == TransferKind::keeps) return {};
    if (const auto out = x.excepted & tasks; out.any() && covers(view.world->validity(x, p), days))
        return {Miss::excepted, id, out};
    const auto named = x.tasks & tasks;
    const bool counts = view.world->counts(view.world->status_of(x), x.variant.valid());
    const bool party = (!x.only_for || names(*x.only_for, p)) && !names(x.except_for, p);
    const bool dates = x.term.days.from <= days.from && days.until <= x.term.days.until;
    if (named.any()) {
        if (party && counts && !dates) return {Miss::period, id, named};
        if (party && dates && !counts) return {Miss::status, id, named};
        if (counts && dates && !party) return {Miss::participant, id, named};
        if (x.giver && covers(view.world->validity(x, p), days)) return {Miss::giver, id, named};
        return {};
    }
    if (covers(view.world->validity(x, p), days) && !x.named_tasks.empty()) return {Miss::forgotten, id, tasks};
    return {};
}

/// The nearest miss among the statements of a cooperation, for as many of the tasks as it explains.
NearMiss nearest_miss(const Subject& subject, const Subject::View& view, CooperationId cooperation, PartyId p,
                      std::uint32_t function, Period days, const BitSet& tasks) {
    const auto& model = subject.model;
    NearMiss best;
    std::size_t best_distance = 1000;
    for (const auto id : subject.transfers_of(cooperation)) {
        const auto found = near_miss(subject, view, id, p, function, days, tasks);
        if (found.miss == Miss::none) continue;
        auto far = std::size_t{0};
        if (found.miss == Miss::forgotten) {
            // A list forgets what belongs with what it names: the nearer in the tree, the likelier.
            far = 1000;
            model[id].tasks.each(
                [&](std::size_t named) { far = std::min(far, distance(model, tasks.first(), named)); });
            if (far >= 1000) continue;
        }
        if (best.miss == Miss::none || found.miss < best.miss || (found.miss == best.miss && far < best_distance)) {
            best = found;
            best_distance = far;
        }
    }
    return best;
}

Span culprit_of(const Model& model, const NearMiss& miss, Period days) {
    const auto& x = model[miss.transfer];
    const auto or_head = [&](Span span) { return span.empty() ? x.head_span : span; };
    switch (miss.miss) {
        case Miss::excepted: return x.except_span;
        case Miss::period: return or_head(days.from < x.term.days.from ? x.term.from_span : x.term.until_span);
        case Miss::participant: return or_head(x.for_span.empty() ? x.except_span : x.for_span);
        case Miss::giver: return x.giver_span;
        default: return x.head_span;
    }
}

void unassigned_cells(const Subject& subject, const Subject::View& view, const graph::Run& run, const BitSet& tasks,
                      Causes& causes) {
    const auto& model = subject.model;
    for (const auto& claim : view.claims->of(run.participant)) {
        for (const auto& period : claim.periods) {
            const auto days = intersection(period, run.days);
            if (days.empty()) continue;
            auto left = view.claims->tasks(claim, run.participant, run.function, days.from) & tasks;
            while (left.any()) {
                const auto miss =
                    nearest_miss(subject, view, claim.cooperation, run.participant, run.function, days, left);
                const auto explained = miss.miss == Miss::none ? left : miss.tasks & left;
                const auto culprit = miss.miss == Miss::none ? claim.scope->list_span : culprit_of(model, miss, days);
                std::vector<Span> seconds;
                if (miss.miss != Miss::none) seconds.push_back(claim.scope->list_span);
                causes.add(Code::B01, view.variant, culprit, std::move(seconds), run.function,
                           {run.participant, explained, days});
                left -= explained;
            }
        }
    }
}

/// The statement whose words are the culprit of a cause, if it is one.
const Transfer* statement_at(const Model& model, Span span) {
    for (const auto& x : model.transfers)
        if (x.span.file == span.file && x.span.begin <= span.begin && span.end <= x.span.end) return &x;
    return nullptr;
}

/// Who had it until the day before, per group of participants.
std::vector<Text> before_said(const Subject& subject, const Cause& cause) {
    const auto& model = subject.model;
    const auto& view = subject.view(cause.variant);
    struct Was {
        Day day;
        Text who;
        std::vector<PartyId> parties;
    };
    std::vector<Was> all;
    for (const auto& cells : cause.cells)
        for (const auto* run :
             subject.explicit_before(view, cells.participant, cause.function, cells.tasks, cells.days.from)) {
            const auto who = names_of(model, subject.answer(*run).performers);
            if (who.empty()) continue;
            auto same = std::find_if(all.begin(), all.end(),
                                     [&](const Was& was) { return was.day == cells.days.from && was.who == who; });
            if (same == all.end()) same = all.insert(all.end(), {cells.days.from, who, {}});
            if (!names(same->parties, cells.participant)) same->parties.push_back(cells.participant);
        }
    std::vector<Text> out;
    for (const auto& was : all)
        out.push_back(say(Message::was_with, {spelled(was.day.previous()), was.who, parties_of(model, was.parties)}));
    return out;
}

}  // namespace

void find_unassigned(const Subject& subject, Causes& causes) {
    for (const auto& view : subject.views())
        for (const auto& run : view.coverage->runs) {
            if (subject.answer(run).state != graph::State::unassigned) continue;
            // An interruption tells its own story (D18).
            auto tasks = run.tasks;
            for (const auto& gap : view.coverage->gaps)
                if (gap.participant == run.participant && gap.function == run.function &&
                    gap.days.from <= run.days.from && run.days.until <= gap.days.until)
                    tasks -= gap.tasks;
            if (tasks.any()) unassigned_cells(subject, view, run, tasks, causes);
        }
}

Diagnostic word_unassigned(const Subject& subject, const Cause& cause) {
    const auto& model = subject.model;
    const auto tasks = tasks_of(model, cause);
    const auto relevant = needing(model, functions_of(model, cause));
    const auto task_names = model::tasks_of(model, tasks, &relevant);
    const auto matter = matter_said(model, cause);
    Diagnostic out{Code::B01, say(Message::b01, {matter}), at(cause.culprit), {}, cells_said(model, cause), {}, {},
                   {},        id_of(model, cause, "")};

    const auto* x = statement_at(model, cause.culprit);
    if (x == nullptr) {
        out.primary.text = say(Message::scope_nothing_settles);
    } else {
        if (x->except_span == cause.culprit && x->excepted.intersects(tasks))
            out.primary.text = say(Message::excepts, {task_names});
        else if (x->term.until_span == cause.culprit)
            out.primary.text = say(Message::stops_here);
        else if (x->term.from_span == cause.culprit)
            out.primary.text = say(Message::starts_later);
        else if (x->for_span == cause.culprit || x->except_span == cause.culprit)
            out.primary.text = say(Message::not_for_them);
        else if (x->giver_span == cause.culprit)
            out.primary.text = say(Message::giver_has_it_not);
        else if (x->tasks.intersects(tasks))
            out.primary.text = say(Message::does_not_count, {name_of(x->status)});
        else
            out.primary.text = say(Message::names_not, {task_names});
        for (const auto& second : cause.seconds) out.related.push_back(at(second, say(Message::within_scope)));
    }
    for (auto& was : before_said(subject, cause)) out.facts.push_back(std::move(was));

    const auto leaf = TaskId{model.leaf_tasks[tasks.first()]};
    const auto* by_law = holder_by_law(model, leaf, cause.function, cause.cells.front().days.from);
    const Text organ = by_law != nullptr && by_law->organ.valid() ? organ_name(model, by_law->organ)
                                                                  : say(Message::municipality_itself);
    out.why = say(Message::b01_why, {by_law != nullptr ? the_organ(model, by_law->organ) : organ});
    if (by_law != nullptr) {
        out.citations = by_law->backing.citations;
        if (by_law->statute.valid())
            std::erase_if(out.citations,
                          [&](const Citation& citation) { return citation.law != model[by_law->statute].name; });
    }
    if (x != nullptr && !x->receivers.empty()) {
        out.remedies.push_back({transfer_said(x->kind, matter, names_of(model, x->receivers))});
    } else if (const auto before = before_said(subject, cause); !before.empty()) {
        out.remedies.push_back({say(Message::write_assign, {matter})});
    } else {
        out.remedies.push_back({say(Message::write_transfer_open, {matter})});
    }
    out.remedies.push_back({say(Message::write_keeps, {matter, organ})});
    return out;
}

}  // namespace belegd::rules
