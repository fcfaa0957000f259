// B01: within a scope, and no statement has effect. The culprit is what comes nearest to settling it (D25).
#include <algorithm>
#include <string>

#include "checks/lines.hpp"
#include "checks/open_lists.hpp"
#include "checks/subject.hpp"
#include "diagnostics/messages/coverage.hpp"
#include "model/describe.hpp"

namespace belegd::checks {
namespace {

using namespace model;

/// What keeps a statement from cells, the most telling first.
enum class Miss {
    excepted,     ///< `behalve` these tasks
    left_out,     ///< `behalve voor` this participant
    host,         ///< `voor gastgemeenten`, and this participant is the centre
    period,       ///< other days
    status,       ///< does not count
    participant,  ///< `voor` others, or in a package that others take
    receiver,     ///< no receiver exists
    giver,        ///< given by one who does not have it
    elsewhere,    ///< stays with one who does not have it
    forgotten,    ///< a list that does not name it
    none
};

/// A statement of the cooperation that comes near these cells, what keeps it from them, and which cells that explains.
struct NearMiss {
    Miss miss = Miss::none;
    TransferId transfer;
    BitSet tasks;
};

/// The cells that are looked at: one participant, one function, some days.
struct Spot {
    PartyId participant;
    std::uint32_t function;
    Period days;
};

/// How many levels up two leaves meet; fewer is nearer.
std::size_t distance(const Model& model, std::size_t a, std::size_t b) {
    std::size_t up = 0;
    for (auto at = model.leaf_tasks[a]; at.valid(); at = model[at].parent, ++up)
        if (model[at].leaves.has(b)) return up;
    return 1000;
}

/// The tasks whose chain begins at this actor: nothing has effect on them, so it stands there still.
BitSet held_by(const Model& model, const Actor& actor, const Spot& spot, const BitSet& tasks) {
    BitSet out(model.leaf_tasks.size());
    tasks.each([&](std::size_t leaf) {
        const auto* law = holder_by_law(model, spot.participant, model.leaf_tasks[leaf], spot.function, spot.days.from);
        if (law == nullptr) return;
        const auto start = model.organ_of(spot.participant, law->organ);
        if (actor == start || actor == start.whole()) out.set(leaf);
    });
    return out;
}

bool takes_package(const Model& model, const Transfer& x, const Spot& spot) {
    if (!x.package) return true;
    const auto& takers = model[x.cooperation].packages[*x.package].takers;
    return std::any_of(takers.begin(), takers.end(), [&](const Package::Taker& taker) {
        return taker.party == spot.participant && taker.term.days.contains(spot.days.from);
    });
}

/// The days of a sentence, until what revokes it.
Period days_of(const Subject::View& view, const Transfer& x, PartyId participant) {
    auto out = x.term.days;
    if (const auto* end = view.world->revocation(x, participant)) out.until = std::min(out.until, end->per.first);
    return out;
}

/// The reason why one statement does not settle the cells, when it is the only one.
NearMiss near_miss(const Subject& subject, const Subject::View& view, TransferId id, const Spot& spot,
                   const BitSet& tasks) {
    const auto& model = subject.model;
    const auto& world = *view.world;
    const auto& x = model[id];
    if (!x.functions.has(spot.function) || !world.visible(x.variant)) return {};
    std::size_t reasons = 0;
    auto miss = Miss::none;
    const auto see = [&](Miss reason) {
        miss = reason;
        ++reasons;
    };
    auto about = x.excepted & tasks;
    if (about.any()) {
        see(Miss::excepted);
    } else if (about = x.tasks & tasks; about.none()) {
        if (x.named_tasks.empty()) return {};
        about = tasks;
        see(Miss::forgotten);
    }
    if (intersection(days_of(view, x, spot.participant), spot.days) != spot.days) see(Miss::period);
    if (!world.counts(world.status_of(x), x.variant.valid())) see(Miss::status);
    if (names(x.except_for, spot.participant))
        see(names(x.hosts, spot.participant) ? Miss::host : Miss::left_out);
    else if ((x.only_for && !names(*x.only_for, spot.participant)) || !takes_package(model, x, spot))
        see(Miss::participant);

    const auto held = [&](const Actor& actor, Miss otherwise) {
        if (auto stands = held_by(model, model.seen_from(spot.participant, actor), spot, about); stands.any())
            about = std::move(stands);
        else
            see(otherwise);
    };
    if (x.giver) held(*x.giver, Miss::giver);
    if (x.kind == TransferKind::keeps) {
        if (x.receivers.size() == 1) held(x.receivers.front(), Miss::elsewhere);
    } else if (std::none_of(x.receivers.begin(), x.receivers.end(), [&](const Actor& actor) {
                   return world.exists(model.seen_from(spot.participant, actor), spot.days.from);
               })) {
        see(Miss::receiver);
    }
    if (reasons != 1) return {};
    return {miss, id, std::move(about)};
}

/// The nearest miss among the statements of a cooperation, for as many of the tasks as it explains.
NearMiss nearest_miss(const Subject& subject, const Subject::View& view, CooperationId cooperation, const Spot& spot,
                      const BitSet& tasks) {
    const auto& model = subject.model;
    NearMiss best;
    std::size_t best_distance = 1000;
    for (const auto id : subject.transfers_of(cooperation)) {
        auto found = near_miss(subject, view, id, spot, tasks);
        if (found.miss == Miss::none || found.miss > best.miss) continue;
        auto far = std::size_t{0};
        if (found.miss == Miss::forgotten) {
            // A list forgets what belongs with what it names: the nearer in the tree, the likelier.
            far = 1000;
            const auto first = found.tasks.first();
            model[id].tasks.each([&](std::size_t named) { far = std::min(far, distance(model, first, named)); });
            if (far >= 1000) continue;
            far = 2 * far + (model[id].kind == TransferKind::keeps ? 1 : 0);
        }
        if (found.miss < best.miss || far < best_distance) {
            best = std::move(found);
            best_distance = far;
        }
    }
    return best;
}

/// Where `behalve voor` stands, unless another `behalve` of the sentence took its spot.
Span left_out_span(const Subject& subject, TransferId row) {
    for (const auto id : subject.rows_of(row))
        if (subject.model[id].excepted.any()) return subject.model[row].span;
    return subject.model[row].except_span;
}

Passage culprit_of(const Subject& subject, const Subject::View& view, const NearMiss& miss, const Spot& spot) {
    const auto& x = subject.model[miss.transfer];
    const auto days = spot.days;
    if (const auto* end = view.world->revocation(x, spot.participant);
        end != nullptr && miss.miss == Miss::period && end->per.first <= days.from)
        return subject.words_of(miss.transfer, end->span);
    const auto span = [&]() -> Span {
        switch (miss.miss) {
            case Miss::excepted: return x.except_span;
            case Miss::left_out: return left_out_span(subject, miss.transfer);
            case Miss::host: return x.guests_span;
            case Miss::period: return days.from < x.term.days.from ? x.term.from_span : x.term.until_span;
            case Miss::participant: return x.for_span;
            case Miss::receiver:
            case Miss::elsewhere: return x.receiver_span;
            case Miss::giver: return x.giver_span;
            default: return x.head_span;
        }
    }();
    return subject.words_of(miss.transfer, span.empty() ? x.head_span : span);
}

/// The days cut where a statement about the function begins or ends, or somebody who receives it does: what keeps a
/// statement from the cells is one thing on each piece.
std::vector<Period> pieces_of(const Subject& subject, const Subject::View& view, CooperationId cooperation,
                              PartyId participant, std::uint32_t function, Period days) {
    const auto& model = subject.model;
    std::vector<Day> cuts{days.from, days.until};
    const auto cut = [&](Period period) {
        for (const auto day : {period.from, period.until})
            if (days.from < day && day < days.until) cuts.push_back(day);
    };
    for (const auto id : subject.transfers_of(cooperation)) {
        const auto& x = model[id];
        if (!x.functions.has(function)) continue;
        cut(days_of(view, x, participant));
        for (const auto& actor : x.receivers) {
            if (actor.owner == Actor::Owner::party) cut(model.parties[actor.index].term.days);
            if (actor.owner == Actor::Owner::cooperation) cut(view.world->force({actor.index}));
        }
    }
    std::sort(cuts.begin(), cuts.end());
    cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
    std::vector<Period> out;
    for (std::size_t i = 0; i + 1 < cuts.size(); ++i) out.push_back({cuts[i], cuts[i + 1]});
    return out;
}

void unassigned_cells(const Subject& subject, const Subject::View& view, const std::vector<graph::Claim>& claims,
                      const graph::Run& run, const BitSet& tasks, Causes& causes) {
    for (const auto& claim : claims)
        for (const auto& period : claim.periods) {
            const auto claimed = intersection(period, run.days);
            if (claimed.empty()) continue;
            const auto all = view.claims->tasks(claim, run.participant, run.function, claimed.from) & tasks;
            if (all.none()) continue;
            for (const auto& piece :
                 pieces_of(subject, view, claim.cooperation, run.participant, run.function, claimed))
                // What an open list may name is another matter (B14).
                for (auto& [days, left] : settled_over(subject, view, run, piece, all))
                    while (left.any()) {
                        const Spot spot{run.participant, run.function, days};
                        const auto miss = nearest_miss(subject, view, claim.cooperation, spot, left);
                        const bool none = miss.miss == Miss::none;
                        const auto explained = none ? left : miss.tasks & left;
                        const auto scope = subject.list_of(claim.cooperation, *claim.scope);
                        const auto culprit = none ? scope : culprit_of(subject, view, miss, spot);
                        std::vector<Passage> seconds;
                        if (!none) seconds.push_back(scope);
                        // What a sentence leaves out for one reason is told apart from what it leaves out for another.
                        const auto reason = static_cast<std::uint32_t>(miss.miss);
                        auto& cause = causes.at(Code::B01, view.variant, culprit, std::move(seconds), run.function,
                                                Cause::kNoRule, std::to_string(reason));
                        cause.cells.push_back({run.participant, explained, days});
                        cause.reason = reason;
                        left -= explained;
                    }
        }
}

Text label_of(const Subject& subject, const Cause& cause, Miss miss) {
    const auto& model = subject.model;
    const auto& x = model[cause.culprit.row];
    const auto& cells = cause.cells.front();
    const auto relevant = needing(model, functions_of(model, cause));
    const auto tasks = model::tasks_of(model, tasks_of(model, cause), &relevant);
    switch (miss) {
        case Miss::excepted: return say(message::excepts, {tasks});
        case Miss::left_out: return say(message::excepts, {parties_of(model, participants_of(cause))});
        case Miss::host: return say(message::guests_only, {parties_of(model, participants_of(cause))});
        case Miss::period: return say(cells.days.from < x.term.days.from ? message::starts_later : message::stops_here);
        case Miss::status:
            return say(message::does_not_count, {name_of(subject.view(cause.variant).world->status_of(x))});
        case Miss::participant: return say(message::not_for_them);
        case Miss::receiver: {
            std::vector<Text> absent;
            for (const auto& actor : x.receivers)
                absent.push_back(absent_said(model, model.seen_from(cells.participant, actor), cells.days.from));
            return joined(absent, ", ");
        }
        case Miss::giver: return say(message::giver_has_it_not);
        case Miss::elsewhere: return say(message::stands_not_there);
        default: return say(message::names_not, {tasks});
    }
}

/// The statement that these cells had until the day before: the likeliest to be written again.
const Transfer* statement_before(const Subject& subject, const Cause& cause) {
    const auto& cells = cause.cells.front();
    for (const auto* run : subject.explicit_before(subject.view(cause.variant), cells.participant, cause.function,
                                                   cells.tasks, cells.days.from))
        return &subject.model[subject.answer(*run).chain.front().by.front()];
    return nullptr;
}

}  // namespace

void find_unassigned(const Subject& subject, Causes& causes) {
    for (const auto& view : subject.views()) {
        PartyId of;
        std::vector<graph::Claim> claims;
        for (const auto& run : view.coverage->runs) {
            if (subject.answer(run).state != graph::State::unassigned) continue;
            // An interruption tells its own story (D18).
            const auto tasks = run.tasks - subject.interrupted(view, run);
            if (tasks.none()) continue;
            if (of != run.participant) {
                of = run.participant;
                claims = view.claims->of(of);
            }
            unassigned_cells(subject, view, claims, run, tasks, causes);
        }
    }
}

Diagnostic word_unassigned(const Subject& subject, const Cause& cause) {
    const auto& model = subject.model;
    const auto matter = matter_said(model, cause);
    Diagnostic out{
        Code::B01, say(message::b01, {matter}), at(cause.culprit.span), {}, cells_said(subject, cause), {}, {},
        {},        id_of(subject, cause, "")};

    const auto miss = static_cast<Miss>(cause.reason);
    if (miss == Miss::none) {
        out.primary.text = say(message::scope_nothing_settles);
    } else {
        out.primary.text = label_of(subject, cause, miss);
        for (const auto& second : cause.seconds) out.related.push_back(at(second.span, say(message::within_scope)));
    }
    for (auto& was : before_said(subject, cause)) out.facts.push_back(std::move(was));
    const auto& some = cause.cells.front();
    std::vector<Text> joined_too;
    for (const auto id :
         may_join(subject, subject.view(cause.variant), some.participant, cause.function, some.days.from, some.tasks))
        joined_too.push_back(as_name(model[id].name));
    if (!joined_too.empty())
        out.facts.push_back(say(message::b01_unless, {parties_of(model, participants_of(cause)), listed(joined_too)}));
    for (const auto* duty :
         duties(subject, subject.view(cause.variant), some.participant, cause.function, some.tasks)) {
        const bool must = duty->why_not == Transfer::WhyNot::duty;
        if (duty->head_span == cause.culprit.span)
            out.primary.text = say(must ? message::a_duty : message::a_possibility);
        else
            out.related.push_back(at(duty->head_span, say(must ? message::a_duty : message::a_possibility)));
        const auto remedy = say(message::duty_remedy, {verb_of(duty->kind)});
        if (std::none_of(out.remedies.begin(), out.remedies.end(),
                         [&](const Remedy& other) { return other.text == remedy; }))
            out.remedies.push_back({remedy});
    }

    const auto law = by_law(model, cause);
    out.why = say(law.more ? message::b01_why_more : message::b01_why, {by_law_said(model, law)});
    out.citations = law.citations;

    const auto within = cause.culprit.cooperation;
    for (const auto& sentence : keep_lines(subject, cause, law, within)) out.remedies.push_back(to_choose(sentence));
    // What the neighbouring sentence does may be done here too; nothing heavier is suggested.
    const auto again = [&](const Transfer& x, const Text& receivers) {
        if (x.kind == TransferKind::keeps) return;
        for (const auto& part : in_equal_parts(cause))
            out.remedies.push_back(to_choose(transfer_line(subject, x.kind, matter_said(model, part), receivers,
                                                           clauses_for(subject, part, within))));
    };
    if (miss == Miss::none) {
        if (const auto* before = statement_before(subject, cause)) again(*before, "…");
    } else if (miss != Miss::status) {
        const auto& x = model[cause.culprit.row];
        again(x, miss == Miss::receiver ? Text("…") : receivers_to_write(model, x));
    }
    return out;
}

}  // namespace belegd::checks
