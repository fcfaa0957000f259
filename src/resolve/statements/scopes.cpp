// What a cooperation claims to settle.
#include "resolve/statements/cooperations.hpp"

#include <algorithm>

#include "model/describe.hpp"
#include "resolve/names/actors.hpp"
#include "resolve/names/lookup.hpp"
#include "resolve/values/matter.hpp"
#include "resolve/values/values.hpp"

namespace belegd::resolve {

using syntax::Tree;

void Cooperations::scope(const Place& place, const Phrase& clause) {
    Scope out;
    out.backing = backing_of(r_, clause);
    out.span = clause.whole;
    out.list_span = clause.span;
    out.article = place.article;
    const Phrase* of = clause.clause(Word::of);
    if (of == nullptr && (clause.broken || tell_without_of(r_, clause.items))) return;
    if (of != nullptr) {
        out.named_functions = functions_named(r_, clause.items);
        for (const auto& item : clause.items) {
            if (item.value == Word::none) continue;
            out.open_functions = true;
            if (out.silence == Silence::none) out.silence = silence_of(item.value);
        }
        if (!out.named_functions.empty() || out.open_functions) out.functions = leaves_of(r_, out.named_functions);
        out.list_span = {clause.span.file, clause.items.empty() ? clause.span.begin : clause.items.front().span.begin,
                         of->span.end};
    }
    r_.sentence = clause.span;
    auto matter = matter_of_tasks(r_, of != nullptr ? *of : clause);
    note_tasks(r_, clause.span, matter);
    auto& tasks = matter.task_leaves;
    if (out.functions) tasks.only(*out.functions);
    out.named_tasks = matter.tasks;
    for (const auto& item : (of != nullptr ? *of : clause).items)
        if (out.silence == Silence::none) out.silence = silence_of(item.value);
    out.open_list = matter.open || matter.tasks_unknown;
    const auto& list = of != nullptr ? *of : clause;
    const auto* pinned = list.clause(Word::reads_on);
    for (const auto& item : list.items)
        if (item.value == Word::none && is_citation(r_, item)) {
            auto said = item.span;
            if (pinned != nullptr && &item == &list.items.back()) said.end = std::max(said.end, pinned->whole.end);
            out.places_said = out.places_said.empty() ? sentence_at(r_, said)
                                                      : joined({out.places_said, sentence_at(r_, said)}, ", ");
        }
    Context context;
    context.cooperation = place.id;
    std::vector<PartyOn> only_for, except_for;
    bool narrowed = false;
    OpenWhom except_open;
    const auto said = [&](const Phrase& inner, const OpenWhom& open) {
        if (open.open) out.whom_said = joined(std::vector<Text>{out.whom_said, sentence_at(r_, inner.whole)}, " ");
    };
    const auto within = [&](const Phrase& inner) {
        Narrowing narrowing;
        if (inner.word == Word::for_ && means_all(r_, inner.items, context, narrowing)) {
            for (const auto party : narrowing.except_for) except_for.push_back({party, {}, inner.span, nullptr});
        } else if (inner.word == Word::for_) {
            only_for = parties_on(r_, inner.items, context, &out.whom.open);
            note_open_whom(r_, inner, context, out.whom);
            said(inner, out.whom);
            narrowed = true;
        }
        if (inner.word == Word::except_for) {
            for (const auto& each : parties_on(r_, inner.items, context, &except_open.open)) except_for.push_back(each);
            note_open_whom(r_, inner, context, except_open);
            said(inner, except_open);
        }
        if (inner.word == Word::except_) tasks -= excepted_tasks(r_, inner, tasks);
    };
    for (const auto& inner : clause.clauses) {
        within(inner);
        for (const auto& deeper : inner.clauses) within(deeper);
    }
    r_.sentence.reset();
    for (const auto& each : only_for) tell_who_takes_no_part(r_, place.id, each.party, clause.whole);
    // A citation may mean other tasks for one function than for another.
    std::vector<Scope> rows;
    out.tasks = tasks.all();
    if (!tasks.differs()) rows.push_back(out);
    for (std::size_t f = 0; tasks.differs() && f < model_.leaf_functions.size(); ++f) {
        if (tasks.of(f).none() || (out.functions && !out.functions->has(f))) continue;
        auto same = std::find_if(rows.begin(), rows.end(), [&](const Scope& row) { return row.tasks == tasks.of(f); });
        if (same == rows.end()) {
            same = rows.insert(rows.end(), out);
            same->tasks = tasks.of(f);
            same->functions = BitSet(model_.leaf_functions.size());
        }
        same->functions->set(f);
    }
    for (const auto& each : rows)
        for (const auto& days : unchanged({&only_for, &except_for})) {
            auto row = each;
            row.days = days;
            if (narrowed) row.only_for = meant_on(only_for, days.from);
            row.except_for = meant_on(except_for, days.from);
            // Where it is not known who is excepted, nobody is known for whom it holds.
            if (except_open.open) {
                if (narrowed)
                    for (const auto& member : model_[place.id].participants)
                        if (!names(*row.only_for, member.party)) row.except_for.push_back(member.party);
                row.only_for = std::vector<PartyId>{};
                row.whom = except_open;
            }
            if (!row.only_for || !row.only_for->empty() || row.whom.open)
                model_[place.id].scopes.push_back(std::move(row));
        }
}

}  // namespace belegd::resolve
