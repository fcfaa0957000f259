// Who has a power by law, and whether the model says so.
#include "model/describe.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "diagnostics/diagnostic.hpp"

namespace belegd::model {

bool carries(const Form& form, TransferKind kind) {
    const auto name = title_name(kind);
    return std::any_of(form.can_carry.begin(), form.can_carry.end(),
                       [&](const std::string& each) { return each == name.nl || each == name.en; });
}

namespace {

/// Looks at the holders of the nearest task that states one in a law in force; whether there is such a task.
template <typename See>
bool see_holders_stated(const Model& model, TaskId leaf, std::uint32_t function, Day day, const See& see) {
    bool any = false;
    for (auto at = leaf; at.valid() && !any; at = model[at].parent)
        for (const auto& holder : model[at].holders)
            if (holder.functions.has(function) &&
                (!holder.by.statute.valid() || model[holder.by.statute].term.days.contains(day))) {
                any = true;
                see(holder.by);
            }
    return any;
}

}  // namespace

bool holder_stated(const Model& model, TaskId leaf, std::uint32_t function, Day day) {
    return see_holders_stated(model, leaf, function, day, [](const LawHolder&) {});
}

const LawHolder* holder_by_law(const Model& model, PartyId owner, TaskId leaf, std::uint32_t function, Day day) {
    const auto& row = model[model.leaf_functions[function]];
    const LawHolder *own = nullptr, *everyones = nullptr;
    const auto see = [&](const LawHolder& holder) {
        auto& found = holder.party.valid() ? own : everyones;
        if (found == nullptr && (!holder.party.valid() || holder.party == owner)) found = &holder;
    };
    if (!see_holders_stated(model, leaf, function, day, see)) {
        if (row.holder)
            see(*row.holder);
        else if (row.follows.valid())
            return holder_by_law(model, owner, leaf, model[row.follows].leaf, day);
    }
    const bool municipality = !owner.valid() || model[owner].kind == Party::Kind::municipality;
    return own != nullptr ? own : municipality ? everyones : nullptr;
}

bool no_holder_stated(const Model& model, TaskId leaf, std::uint32_t function, Day day) {
    const auto& row = model[model.leaf_functions[function]];
    if (holder_stated(model, leaf, function, day) || row.holder) return false;
    return !row.follows.valid() || no_holder_stated(model, leaf, model[row.follows].leaf, day);
}

}  // namespace belegd::model
