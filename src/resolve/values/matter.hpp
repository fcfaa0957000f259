#pragma once
// What a sentence is about. Internal to resolve/.

#include "resolve/resolution.hpp"
#include "resolve/values/task_set.hpp"

namespace belegd::resolve {

/// Functions of tasks, as named; without `van` a list may be either.
struct Matter {
    std::vector<FunctionId> functions;
    std::vector<TaskId> tasks;
    TaskSet task_leaves;             ///< with what brackets take out
    bool functions_silent = false;   ///< only tasks are named
    bool open_functions = false;     ///< `niet uitputtend` behind the functions: there are others
    bool open = false;               ///< `niet uitputtend`: there are other tasks
    bool functions_unknown = false;  ///< `niet vermeld van wmo`
    bool tasks_unknown = false;      ///< `uitvoering van niet vermeld`
};
Matter matter_of(Resolution& resolution, const Phrase& phrase);
/// Of a list without `van` that begins with a function: tells the first that is none, and whether there was one.
bool tell_without_of(Resolution& r, const std::vector<Item>& items);
/// A list of tasks alone: of a phrase, or of what follows its `van`.
Matter matter_of_tasks(Resolution& resolution, const Phrase& list);

/// `alle bevoegdheden`
bool is_all_powers(const Item& item);
/// `bovenstaande taken`: those of the sentence before it in the same text.
bool is_tasks_above(const Resolution& r, const Item& item);
/// Notes of a sentence, once it is read, which tasks it names: they are `bovenstaande taken` for what follows.
void note_tasks(Resolution& r, Span sentence, const Matter& matter);

/// Whether one place lies within the other: `art 6` holds `art 6 lid 1`.
bool within(const std::vector<Citation::Part>& inner, const std::vector<Citation::Part>& outer);
/// Whether an item is a law or a place in one.
bool is_citation(const Resolution& r, const Item& item);
/// The tasks that one item of a list names, or nothing when it is a citation.
std::vector<TaskId> tasks_named(Resolution& r, const std::vector<Item>& items);
std::vector<FunctionId> functions_named(Resolution& r, const std::vector<Item>& items);
BitSet leaves_of(const Resolution& r, const std::vector<FunctionId>& functions);
BitSet leaves_of(const Resolution& r, const std::vector<TaskId>& tasks);
/// The leaf tasks meant, with what brackets take out of their part of the list.
TaskSet task_set(Resolution& r, const std::vector<Item>& items, const Phrase* list);
/// For a citation every leaf task that rests on it, by function (N16 when there is none); `list` is the phrase it
/// stands in, whose clauses belong to the last item.
TaskSet resting_on(Resolution& r, const Item& item, const Phrase* list, bool last);
/// `zoals luidend op` and `en opvolgende wetgeving` behind what is no law (N04).
void only_of_laws(Resolution& r, const Item& item, const Phrase* list, bool last);
/// What `behalve` takes out of a set of tasks, less what `maar wel` puts back.
TaskSet excepted_tasks(Resolution& r, const Phrase& clause, const TaskSet& within);
/// The same in a sentence: for each leaf function a set of leaf tasks, within what the sentence names.
std::vector<BitSet> excepted_by_function(Resolution& r, const Phrase& clause, const std::vector<BitSet>& within);

}  // namespace belegd::resolve
