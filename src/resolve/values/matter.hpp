#pragma once
// What a sentence is about. Internal to model/.

#include "resolve/resolution.hpp"

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

}  // namespace belegd::resolve
