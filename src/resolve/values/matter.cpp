// Which tasks are meant: by name, by the article they rest on, and with what `behalve` takes out.
#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <string_view>

#include "base/fold.hpp"
#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/names.hpp"
#include "model/describe.hpp"
#include "resolve/names/lookup.hpp"
#include "resolve/values/matter.hpp"

namespace belegd::resolve {
namespace {

/// `1 t/m 4` as its two ends; a single number twice.
std::pair<std::string, std::string> range_of(const std::string& value) {
    const auto up_to = value.find(" t/m ") != std::string::npos ? value.find(" t/m ") : value.find(" through ");
    if (up_to == std::string::npos) return {folded(value), folded(value)};
    return {folded(value.substr(0, up_to)), folded(value.substr(value.find_last_of(' ') + 1))};
}

/// Shorter numbers first, so that 9 comes before 10.
bool at_most(const std::string& a, const std::string& b) { return a.size() != b.size() ? a.size() < b.size() : a <= b; }

}  // namespace

bool within(const std::vector<Citation::Part>& inner, const std::vector<Citation::Part>& outer) {
    if (outer.size() > inner.size()) return false;
    for (std::size_t i = 0; i < outer.size(); ++i) {
        if (inner[i].kind != outer[i].kind) return false;
        const auto [first, last] = range_of(outer[i].value);
        const auto [inner_first, inner_last] = range_of(inner[i].value);
        if (!at_most(first, inner_first) || !at_most(inner_last, last)) return false;
    }
    return true;
}

bool is_citation(const Resolution& r, const Item& item) {
    return !item.parts.empty() || (!r.knows(NameKind::task, item.text) && r.knows(NameKind::statute, item.text));
}

std::vector<TaskId> tasks_named(Resolution& r, const std::vector<Item>& items) {
    std::vector<TaskId> out;
    for (const auto& item : divided_items(r, items, {NameKind::task}))
        if (!is_citation(r, item))
            if (const auto found = named(r, NameKind::task, item.text, item.span)) out.push_back({*found});
    return out;
}

bool is_tasks_above(const Resolution& r, const Item& item) {
    static const std::set<std::string> known{
#define TASKS_ABOVE(words) words,
#include "set_phrases.def"
    };
    constexpr std::size_t kTail = 5;
    static const std::set<std::string> tails = [] {
        std::set<std::string> out;
        for (const auto& each : known) out.insert(each.substr(each.size() - kTail));
        return out;
    }();
    // Nearly every name ends otherwise.
    if (item.kind != Item::Kind::name || !item.parts.empty() || item.text.size() <= kTail) return false;
    const auto tail = item.text.substr(item.text.size() - kTail);
    if (std::none_of(tails.begin(), tails.end(), [&](const auto& each) { return folds_to(tail, each); })) return false;
    return known.contains(folded(item.text)) && !r.knows(NameKind::task, item.text);
}

namespace {

/// Where the text begins in which something stands: a cooperation, an amendment, a decision.
std::uint32_t text_around(const Resolution& r, Span place) {
    std::uint32_t out = 0;
    for (const auto& [tree, phrase] : r.statements)
        if (phrase.span.file == place.file && phrase.span.begin <= place.begin) out = std::max(out, phrase.span.begin);
    return out;
}

/// What the sentence above the one at hand names; null where none in the same text does.
const Resolution::TasksSaid* tasks_above(const Resolution& r) {
    if (!r.sentence) return nullptr;
    auto found = r.tasks_said.lower_bound(*r.sentence);
    if (found == r.tasks_said.begin()) return nullptr;
    --found;
    const bool here = found->first.file == r.sentence->file && found->first.begin >= text_around(r, *r.sentence);
    return here ? &found->second : nullptr;
}

}  // namespace

TaskSet task_set(Resolution& r, const std::vector<Item>& items, const Phrase* list) {
    TaskSet out{BitSet(r.model.leaf_tasks.size())};
    std::vector<Item> plain;
    for (const auto& item : items) {
        if (item.kind != Item::Kind::group) {
            plain.push_back(item);
            continue;
        }
        for (const auto& inside : item.own) {
            auto set = task_set(r, inside.items, &inside);
            for (const auto& clause : inside.clauses)
                if (clause.word == Word::except_) set -= excepted_tasks(r, clause, set);
            out |= set;
        }
    }
    const auto each = divided_items(r, plain, {NameKind::task});
    for (std::size_t i = 0; i < each.size(); ++i) {
        const bool last = i + 1 == each.size();
        if (is_tasks_above(r, each[i])) {
            if (const auto* above = tasks_above(r); above != nullptr)
                out |= above->tasks;
            else
                r.report(Code::N05, say(message::no_tasks_above, {quoted(Text(each[i].text))}), each[i].span,
                         {{say(message::no_tasks_above_remedy)}});
            continue;
        }
        if (is_citation(r, each[i])) {
            out |= resting_on(r, each[i], list, last);
            continue;
        }
        only_of_laws(r, each[i], list, last);
        out |= TaskSet(leaves_of(r, tasks_named(r, {each[i]})));
    }
    return out;
}

TaskSet excepted_tasks(Resolution& r, const Phrase& clause, const TaskSet& within) {
    auto out = within;
    out &= task_set(r, clause.items, &clause);
    for (const auto& inner : clause.clauses)
        if (inner.word == Word::but || inner.word == Word::except_) out -= excepted_tasks(r, inner, out);
    return out;
}

bool is_all_powers(const Item& item) {
    static constexpr std::string_view kSaid[] = {
#define ALL_POWERS(words) words,
#include "set_phrases.def"
    };
    const auto name = folded(item.text);
    return std::find(std::begin(kSaid), std::end(kSaid), name) != std::end(kSaid);
}

void note_tasks(Resolution& r, Span sentence, const Matter& matter) {
    if (matter.task_leaves.all().any()) r.tasks_said[sentence] = {matter.task_leaves, matter.open};
}

namespace {

void add_tasks(Resolution& r, const Phrase& list, Matter& out) {
    const auto& items = list.items;
    out.task_leaves = task_set(r, items, &list);
    const bool rested = out.task_leaves.all().any();
    if (!out.functions.empty()) out.task_leaves.only(leaves_of(r, out.functions));
    if (rested && out.task_leaves.all().none())  // something rests there, but none of these functions
        r.report(Code::N16,
                 say(message::function_rests_elsewhere, {functions_of(r.model, leaves_of(r, out.functions)),
                                                         quoted(Text(r.sources.text(items.front().span)))}),
                 items.front().span, {{say(message::task_according_to)}});
    const bool grouped =
        std::any_of(items.begin(), items.end(), [](const Item& item) { return item.kind == Item::Kind::group; });
    if (grouped) {
        out.tasks = nodes_of(r.model, out.task_leaves.all());
    } else {
        for (const auto& item : divided_items(r, items, {NameKind::task}))
            if (const auto known = r.names[NameKind::task].find(item.text); known && item.parts.empty())
                out.tasks.push_back({*known});
        if (leaves_of(r, out.tasks) != out.task_leaves.all()) out.tasks = nodes_of(r.model, out.task_leaves.all());
    }
    out.open = std::any_of(items.begin(), items.end(), [&](const Item& item) {
        if (item.value == Word::open_list) return true;
        const auto* above = is_tasks_above(r, item) ? tasks_above(r) : nullptr;
        return above != nullptr && above->open;
    });
    out.tasks_unknown = std::any_of(items.begin(), items.end(), [](const Item& item) {
        return item.value != Word::none && item.value != Word::open_list;
    });
}

}  // namespace

bool tell_without_of(Resolution& r, const std::vector<Item>& items) {
    const auto is = [&](const Item& item, NameKind kind) { return r.knows(kind, item.text); };
    const auto all = divided_items(r, items, {NameKind::function, NameKind::task});
    const auto starts = [&](const Item& item) {
        for (auto end = item.text.find(' '); end != std::string_view::npos; end = item.text.find(' ', end + 1))
            if (r.knows(NameKind::function, item.text.substr(0, end))) return true;
        return is(item, NameKind::function) && !is(item, NameKind::task);
    };
    if (all.empty() || !starts(all.front())) return false;
    for (const auto& item : all) {
        if (is(item, NameKind::function) || is_all_powers(item)) continue;
        (void)named(r, NameKind::function, item.text, item.span);
        return true;
    }
    return false;
}

Matter matter_of_tasks(Resolution& r, const Phrase& list) {
    Matter out;
    add_tasks(r, list, out);
    return out;
}

Matter matter_of(Resolution& r, const Phrase& phrase) {
    Matter out;
    if (const auto* of = phrase.clause(Word::of)) {
        for (const auto& item : of->items)
            if (r.task_spoken_of.empty() && r.knows(NameKind::task, item.text)) r.task_spoken_of = item.text;
        out.functions = functions_named(r, phrase.items);
        r.task_spoken_of = {};
        for (const auto& item : phrase.items) {
            out.open_functions = out.open_functions || item.value == Word::open_list;
            out.functions_unknown =
                out.functions_unknown || (item.value != Word::none && item.value != Word::open_list);
        }
        add_tasks(r, *of, out);
        return out;
    }
    const auto items = divided_items(r, phrase.items, {NameKind::function, NameKind::task});
    const bool all_tasks = !items.empty() && std::all_of(items.begin(), items.end(), [&](const Item& item) {
        return !item.parts.empty() || is_tasks_above(r, item) ||
               (!r.knows(NameKind::function, item.text) &&
                (r.knows(NameKind::task, item.text) || r.knows(NameKind::statute, item.text)));
    });
    if (all_tasks) {
        out.functions_silent = true;
        add_tasks(r, phrase, out);
    } else {
        out.functions = functions_named(r, phrase.items);
        out.functions_unknown = out.functions.empty() && !phrase.items.empty();
    }
    return out;
}

std::vector<BitSet> excepted_by_function(Resolution& r, const Phrase& clause, const std::vector<BitSet>& within) {
    // Tasks for every function, functions for every task, or functions of tasks.
    std::vector<BitSet> out(within.size(), BitSet(r.model.leaf_tasks.size()));
    // `behalve (toegang van wmo), uitvoering van bijstand`: what stands in brackets is a pair of its own.
    auto bare = clause;
    std::erase_if(bare.items, [](const Item& item) { return item.kind == Item::Kind::group; });
    for (const auto& item : clause.items)
        if (item.kind == Item::Kind::group)
            for (const auto& inside : item.own) {
                const auto found = excepted_by_function(r, inside, within);
                for (std::size_t f = 0; f < within.size(); ++f) out[f] |= found[f];
            }
    const bool only_groups = bare.items.empty() && !clause.items.empty();
    for (const auto& pair :
         only_groups ? std::vector<Phrase>() : pairs_of(r, bare, {NameKind::function, NameKind::task})) {
        const auto matter = matter_of(r, pair);
        const auto functions = leaves_of(r, matter.functions);
        const bool every_task = !matter.functions_silent && pair.clauses.empty();
        for (std::size_t f = 0; f < within.size(); ++f)
            if (matter.functions_silent || functions.has(f))
                out[f] |= every_task ? within[f] : within[f] & matter.task_leaves.of(f);
    }
    // `maar wel` opens again what was just taken out, and may have an exception of its own.
    for (const auto& inner : clause.clauses) {
        if (inner.word != Word::but && inner.word != Word::except_) continue;
        const auto back = excepted_by_function(r, inner, out);
        for (std::size_t f = 0; f < within.size(); ++f) out[f] -= back[f];
    }
    return out;
}

std::vector<FunctionId> functions_named(Resolution& r, const std::vector<Item>& items) {
    std::vector<FunctionId> out;
    for (const auto& item : divided_items(r, items, {NameKind::function})) {
        if (is_all_powers(item)) {
            for (std::uint32_t i = 0; i < r.model.functions.size(); ++i)
                if (r.model.functions[i].power) out.push_back({i});
            continue;
        }
        if (const auto found = named(r, NameKind::function, item.text, item.span)) out.push_back({*found});
    }
    return out;
}

BitSet leaves_of(const Resolution& r, const std::vector<FunctionId>& functions) {
    BitSet out(r.model.leaf_functions.size());
    for (const auto id : functions) out |= r.model[id].leaves;
    return out;
}

BitSet leaves_of(const Resolution& r, const std::vector<TaskId>& tasks) {
    BitSet out(r.model.leaf_tasks.size());
    for (const auto id : tasks) out |= r.model[id].leaves;
    return out;
}

}  // namespace belegd::resolve
