// Tasks by the law they rest on: `Wgs art 4`, `Wi zoals luidend op 1 januari 2022`, `WWB en opvolgende wetgeving`.
#include <algorithm>

#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/names.hpp"
#include "model/describe.hpp"
#include "resolve/names/lookup.hpp"
#include "resolve/resolution.hpp"
#include "resolve/values/matter.hpp"
#include "resolve/values/values.hpp"

namespace belegd::resolve {
namespace {

/// How a citation in a list of tasks is to be read.
struct Reading {
    std::optional<Day> worded_on;
    bool successors = false;
};

Reading reading_of(Resolution& r, const Item& item, const Phrase* list, bool last) {
    Reading out;
    const auto see = [&](const Phrase& clause) {
        if (clause.word == Word::successors) out.successors = true;
        if (clause.word == Word::reads_on)
            if (const auto day = date_of(r, clause, *clause.tree)) out.worded_on = day->first;
    };
    for (const auto& clause : item.own) see(clause);
    if (list != nullptr && (last || item.own.empty()))
        for (const auto& clause : list->clauses) see(clause);
    return out;
}

bool lives_on(const Model& model, TaskId task, Day day) {
    for (; task.valid(); task = model[task].parent)
        if (!model[task].term.days.contains(day)) return false;
    return true;
}

/// For each leaf function the leaf tasks that rest there, as a whole or in that function.
std::vector<BitSet> resting(const Model& model, const std::string& law, const std::vector<Citation::Part>& parts,
                            std::optional<Day> on) {
    std::vector<BitSet> out(model.leaf_functions.size(), BitSet(model.leaf_tasks.size()));
    const auto cited = [&](const Backing& backing) {
        return std::any_of(backing.citations.begin(), backing.citations.end(), [&](const Citation& citation) {
            return citation.law == law && within(citation.parts, parts);
        });
    };
    for (std::size_t leaf = 0; leaf < model.leaf_tasks.size(); ++leaf) {
        if (on && !lives_on(model, model.leaf_tasks[leaf], *on)) continue;
        for (auto at = model.leaf_tasks[leaf]; at.valid(); at = model[at].parent) {
            if (cited(model[at].backing))
                for (auto& each : out) each.set(leaf);
            for (const auto& holder : model[at].holders)
                if (cited(holder.by.backing)) holder.functions.each([&](std::size_t f) { out[f].set(leaf); });
        }
    }
    return out;
}

/// The statutes that came in its place, one after the other.
std::vector<StatuteId> successors_of(const Model& model, StatuteId law) {
    std::vector<StatuteId> out{law};
    for (std::size_t i = 0; i < out.size(); ++i)
        for (std::uint32_t next = 0; next < model.statutes.size(); ++next) {
            const auto& before = model.statutes[next].succeeds;
            if (std::find(before.begin(), before.end(), out[i]) != before.end() &&
                std::find(out.begin(), out.end(), StatuteId{next}) == out.end())
                out.push_back({next});
        }
    out.erase(out.begin());
    return out;
}

}  // namespace

void only_of_laws(Resolution& r, const Item& item, const Phrase* list, bool last) {
    const auto see = [&](const Phrase& clause) {
        if (clause.word == Word::successors || clause.word == Word::reads_on)
            r.report(Code::N04,
                     say(message::not_of_a_law,
                         {quoted(syntax::info(clause.word).phrase), quoted(Text(std::string(item.text)))}),
                     clause.span, {{say(message::of_a_law_example)}});
    };
    for (const auto& clause : item.own) see(clause);
    if (list != nullptr && last)
        for (const auto& clause : list->clauses) see(clause);
}

TaskSet resting_on(Resolution& r, const Item& item, const Phrase* list, bool last) {
    TaskSet out(std::vector<BitSet>(r.model.leaf_functions.size(), BitSet(r.model.leaf_tasks.size())));
    const Span name{item.span.file, item.span.begin, item.span.begin + static_cast<std::uint32_t>(item.text.size())};
    const auto law = named(r, NameKind::statute, item.text, name);
    if (!law) return out;
    const auto reading = reading_of(r, item, list, last);
    const auto& statute = r.model.statutes[*law];
    if (reading.worded_on && !statute.term.days.contains(*reading.worded_on)) {
        r.report(Code::N16, say(message::law_not_in_force, {Text(statute.name), spelled(*reading.worded_on)}),
                 item.span, {{say(message::choose_other_day)}});
        return out;
    }
    out |= TaskSet(resting(r.model, statute.name, item.parts, reading.worded_on));
    if (reading.successors)
        for (const auto next : successors_of(r.model, {*law})) {
            const auto& after = r.model[next];
            if (item.parts.empty())
                out |= TaskSet(resting(r.model, after.name, {}, reading.worded_on));
            else
                r.report(Code::N16,
                         say(message::place_in_successor,
                             {spelled(Citation{statute.name, {}, item.parts, {}, false}), Text(after.name)}),
                         item.span, {{say(message::name_place_too, {Text(after.name)})}});
        }
    if (out.all().none())
        r.report(Code::N16, say(message::no_task_rests, {quoted(Text(r.sources.text(item.span)))}), item.span,
                 {{say(message::task_according_to)}});
    else if (!item.parts.empty())
        r.cited_places.push_back({{*law}, item.parts, item.span, reading.worded_on});
    return out;
}

}  // namespace belegd::resolve
