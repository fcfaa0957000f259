#include "checks/sentences.hpp"

#include <algorithm>
#include <map>

#include "diagnostics/messages/coverage.hpp"
#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/reports.hpp"
#include "model/dates.hpp"
#include "model/describe.hpp"

namespace belegd::checks {
using namespace model;

namespace {

constexpr std::size_t kCitations = 3;

template <typename Item>
bool contains(const std::vector<Item>& list, const Item& item) {
    return std::find(list.begin(), list.end(), item) != list.end();
}

/// The first day on which a leaf task exists.
Day born(const Model& model, std::size_t leaf) {
    auto first = kNoBegin;
    for (auto at = model.leaf_tasks[leaf]; at.valid(); at = model[at].parent)
        first = std::max(first, model[at].term.days.from);
    return first;
}

/// Whether what a cause is about says itself from when it holds.
bool is_dated(const Model& model, const Cause& cause) {
    if (const auto scope = cause.culprit.scope; scope.valid()) return !model[scope].dates_open;
    if (!cause.culprit.row.valid()) return true;
    const auto& transfer = model[cause.culprit.row];
    return !transfer.term.from_span.empty() ||
           (transfer.cooperation.valid() && !model[transfer.cooperation].dates_open);
}

/// Whether nobody holds some of these cells by law on the day before they begin: the law began then, or who takes part.
bool begins_with_law(const Subject& subject, const Cause& cause, const std::vector<PartyId>& parties,
                     const BitSet& tasks, Day from) {
    const auto& view = subject.view(cause.variant);
    const auto functions = functions_of(subject.model, cause);
    bool held_before = false;
    for (const auto party : parties)
        functions.each([&](std::size_t function) {
            for (const auto* run : subject.runs(view, party, static_cast<std::uint32_t>(function)))
                held_before = held_before || (run->days.contains(from.previous()) && run->tasks.intersects(tasks));
        });
    return !held_before;
}

}  // namespace

std::vector<Text> cells_said(const Subject& subject, const Cause& cause) {
    const auto& model = subject.model;
    // Participants with equal tasks and days are said together.
    struct Group {
        std::vector<PartyId> parties;
        BitSet tasks;
        Period days;
    };
    std::vector<Group> groups;
    for (const auto& cells : cause.cells) {
        auto same = std::find_if(groups.begin(), groups.end(),
                                 [&](const Group& g) { return g.tasks == cells.tasks && g.days == cells.days; });
        if (same == groups.end()) same = groups.insert(groups.end(), {{}, cells.tasks, cells.days});
        same->parties.push_back(cells.participant);
    }
    // A task that came to exist later is said with the others: its days begin for no other reason.
    for (auto& later : groups)
        for (auto& earlier : groups) {
            if (earlier.tasks.none() || later.tasks.none() || earlier.parties != later.parties) continue;
            if (earlier.days.until != later.days.until || earlier.days.from >= later.days.from) continue;
            bool all_born = true;
            later.tasks.each([&](std::size_t leaf) { all_born = all_born && born(model, leaf) == later.days.from; });
            if (!all_born) continue;
            earlier.tasks |= later.tasks;
            later.tasks = BitSet(model.leaf_tasks.size());
        }
    std::erase_if(groups, [](const Group& group) { return group.tasks.none(); });

    const auto all = tasks_of(model, cause);
    const auto relevant = needing(model, functions_of(model, cause));
    std::vector<Text> out;
    for (const auto& group : groups) {
        auto days = group.days;
        // A day that nothing says of it: the model begins then and nothing is known of before, or the law does.
        const bool with_model = days.from <= model.horizon && (!model.horizon_stated || !is_dated(model, cause));
        if (with_model || (days.from > model.horizon && !is_dated(model, cause) &&
                           begins_with_law(subject, cause, group.parties, group.tasks, days.from)))
            days.from = kNoBegin;
        std::vector<Text> parts{say(message::for_parties, {parties_of(model, group.parties)})};
        if (!(group.tasks == all))
            parts.push_back(model::tasks_of(model, group.tasks, relevant.any() ? &relevant : nullptr));
        if (const auto when = period_said(model, days); !when.empty()) parts.push_back(when);
        if (cause.variant.valid()) parts.push_back(say(message::in_variant, {name_of(model, cause.variant)}));
        out.push_back(joined(parts, ", "));
    }
    if (out.empty() && cause.variant.valid()) out.push_back(say(message::in_variant, {name_of(model, cause.variant)}));
    return out;
}

Text matter_said(const Model& model, const Cause& cause, const BitSet& tasks) {
    const auto functions = functions_of(model, cause);
    if (functions.none()) return model::tasks_of(model, tasks);
    const auto relevant = needing(model, functions);
    return say(message::function_of_tasks,
               {model::functions_of(model, functions), model::tasks_of(model, tasks, &relevant)});
}

Text matter_said(const Model& model, const Cause& cause) { return matter_said(model, cause, tasks_of(model, cause)); }

std::string id_of(const Subject& subject, const Cause& cause, const std::string& what) {
    const auto& model = subject.model;
    std::string out = cause.rule == Cause::kNoRule ? info(cause.code).id : model.rules[cause.rule].code;
    if (cause.variant.valid()) out += "/" + model[cause.variant].name;
    if (const auto cooperation = cause.culprit.cooperation; cooperation.valid())
        if (const auto& name = model[cooperation].name; name != what) out += "/" + name;
    if (cause.function != Cause::kAnyFunction) out += "/" + model[model.leaf_functions[cause.function]].name;
    if (!what.empty()) out += "/" + what;
    if (const auto tasks = tasks_of(model, cause); tasks.any()) out += "/" + model::tasks_of(model, tasks).nl;
    if (const auto parties = participants_of(cause); !parties.empty()) out += "/" + parties_of(model, parties).nl;
    return out;
}

void tell_ids_apart(const Subject& subject, std::vector<Finding>& findings) {
    std::map<std::string, std::size_t> uses;
    for (const auto& finding : findings) ++uses[finding.diagnostic.id];
    std::map<std::string, std::size_t> given;
    for (auto& finding : findings) {
        auto& id = finding.diagnostic.id;
        if (uses[id] > 1)
            if (const auto row = finding.cause.culprit.row; row.valid()) {
                const auto& statement = subject.model[subject.rows_of(row).front()].id;
                id += "/" + statement.substr(0, statement.find('~'));
            }
        if (const auto times = ++given[id]; times > 1) id += "/" + std::to_string(times);
    }
}

Text acting_said(const Model& model, const std::vector<Acting>& all, Naming naming) {
    struct Group {
        Text who;
        std::vector<PartyId> parties;
    };
    std::vector<Group> outright, relative;
    const auto sort_in = [](std::vector<Group>& groups, const Text& who, PartyId party) {
        if (who.empty()) return;
        auto same = std::find_if(groups.begin(), groups.end(), [&](const Group& group) { return group.who == who; });
        if (same == groups.end()) same = groups.insert(groups.end(), {who, {}});
        if (!contains(same->parties, party)) same->parties.push_back(party);
    };
    for (const auto& acting : all) {
        sort_in(outright,
                naming == Naming::with_article ? the_names_of(model, acting.actors) : names_of(model, acting.actors),
                acting.participant);
        sort_in(relative, names_seen_by(model, acting.actors, acting.participant), acting.participant);
    }
    if (outright.empty()) return {};
    if (outright.size() == 1) return outright.front().who;
    if (relative.size() == 1) return relative.front().who;
    const bool one_party = std::all_of(outright.begin(), outright.end(), [&](const Group& group) {
        return group.parties == outright.front().parties && group.parties.size() == 1;
    });
    std::vector<Text> out;
    for (const auto& group : one_party ? outright : relative)
        out.push_back(one_party ? group.who : say(message::who_for, {group.who, parties_of(model, group.parties)}));
    return listed(out);
}

std::vector<Acting> performers_before(const Subject& subject, const Cause& cause) {
    const auto& view = subject.view(cause.variant);
    std::vector<Acting> out;
    for (const auto& cells : cause.cells)
        for (const auto* run :
             subject.explicit_before(view, cells.participant, cause.function, cells.tasks, cells.days.from))
            out.push_back({cells.participant, subject.answer(*run).performers});
    return out;
}

std::vector<Acting> performers_after(const Subject& subject, const Cause& cause) {
    const auto& view = subject.view(cause.variant);
    std::vector<Acting> out;
    for (const auto& cells : cause.cells)
        for (const auto* run :
             subject.explicit_from(view, cells.participant, cause.function, cells.tasks, cells.days.until))
            out.push_back({cells.participant, subject.answer(*run).performers});
    return out;
}

std::vector<Text> before_said(const Subject& subject, const Cause& cause) {
    const auto& model = subject.model;
    const auto& view = subject.view(cause.variant);
    const bool several = participants_of(cause).size() > 1;
    struct Was {
        Day day;
        Text who;
        std::vector<PartyId> parties;
    };
    std::vector<Was> all;
    for (const auto& cells : cause.cells)
        for (const auto* run :
             subject.explicit_before(view, cells.participant, cause.function, cells.tasks, cells.days.from)) {
            const auto& actors = subject.answer(*run).performers;
            const auto who = several ? names_seen_by(model, actors, cells.participant) : names_of(model, actors);
            if (who.empty()) continue;
            auto same = std::find_if(all.begin(), all.end(),
                                     [&](const Was& was) { return was.day == cells.days.from && was.who == who; });
            if (same == all.end()) same = all.insert(all.end(), {cells.days.from, who, {}});
            if (!contains(same->parties, cells.participant)) same->parties.push_back(cells.participant);
        }
    std::vector<Text> out;
    out.reserve(all.size());
    for (const auto& was : all)
        out.push_back(
            stretch_from(model, was.day)
                ? say(message::was_with_until, {day_said(model, was.day), was.who, parties_of(model, was.parties)})
                : say(message::was_with, {spelled(was.day.previous()), was.who, parties_of(model, was.parties)}));
    return out;
}

ByLaw by_law(const Model& model, const Cause& cause) {
    ByLaw out;
    std::vector<const LawHolder*> holders;
    const auto functions = functions_of(model, cause);
    for (const auto& cells : cause.cells) {
        const auto last = cells.days.until.previous();
        const auto add = [&](std::size_t leaf, std::size_t function) {
            const auto* holder = holder_by_law(model, cells.participant, model.leaf_tasks[leaf],
                                               static_cast<std::uint32_t>(function), last);
            if (holder == nullptr) return;
            auto part = std::find_if(out.parts.begin(), out.parts.end(), [&](const ByLaw::Part& each) {
                return each.organ == holder->organ && each.owner == holder->party;
            });
            if (part == out.parts.end())
                part =
                    out.parts.insert(out.parts.end(), {holder->organ, holder->party, BitSet(model.leaf_tasks.size())});
            part->tasks.set(leaf);
            part->certainty = std::max(part->certainty, holder->backing.certainty);
            if (!contains(holders, holder)) holders.push_back(holder);
        };
        cells.tasks.each([&](std::size_t leaf) { functions.each([&](std::size_t function) { add(leaf, function); }); });
    }
    for (const auto* holder : holders)
        for (const auto& citation : holder->backing.citations) {
            if (holder->statute.valid() && citation.law != model[holder->statute].name) continue;
            if (contains(out.citations, citation)) continue;
            out.more = out.citations.size() == kCitations;
            if (out.more) return out;
            out.citations.push_back(citation);
        }
    return out;
}

Text by_law_said(const Model& model, const ByLaw& law) {
    std::vector<Text> out;
    for (const auto& part : law.parts) {
        const auto organ = !part.owner.valid() ? the_organ(model, part.organ)
                           : !part.organ.valid()
                               ? name_of(model, part.owner)
                               : say(message::organ_of, {the_organ(model, part.organ), name_of(model, part.owner)});
        const auto certainty = name_of(part.certainty);
        out.push_back(certainty.empty() ? organ : say(message::who_how, {organ, certainty}));
    }
    return listed(out);
}

Text receivers_said(const Model& model, const Transfer& transfer) {
    std::vector<Text> names;
    for (const auto& actor : transfer.receivers) names.push_back(name_of(model, actor));
    return listed_apart(transfer.receivers, names, transfer.together == Transfer::Together::either);
}

Text receivers_to_write(const Model& model, const Transfer& transfer) {
    const auto& all = transfer.receivers;
    std::vector<Text> names;
    names.reserve(all.size());
    for (const auto& actor : all) names.push_back(name_of(model, actor));
    const bool either = transfer.together == Transfer::Together::either;
    auto plain = either ? alternatives(names) : listed(names);
    if (listed_apart(all, names, either) == plain) return plain;
    for (auto& name : names) name = say(message::in_brackets, {name});
    return either ? alternatives(names) : listed(names);
}

Text absent_said(const Model& model, const Actor& actor, Day day) {
    const auto who = name_of(model, actor);
    if (actor.owner == Actor::Owner::party) {
        const auto& party = model.parties[actor.index];
        const auto days = party.term.days;
        std::vector<Text> successors;
        for (const auto id : party.successors) successors.emplace_back(model[id].name);
        if (days.until <= day && !successors.empty())
            return say(message::exists_no_more_but, {who, spelled(days.until), listed(successors)});
        if (days.until <= day) return say(message::exists_no_more, {who, spelled(days.until)});
        if (day < days.from) return say(message::exists_not_yet, {who, spelled(days.from)});
    }
    return say(message::exists_not, {who});
}

}  // namespace belegd::checks
