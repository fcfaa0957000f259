// B11: a transfer of a function that none of its tasks needs.
#include <algorithm>
#include <cctype>
#include <string_view>

#include "base/fold.hpp"
#include "checks/lines.hpp"
#include "checks/subject.hpp"
#include "diagnostics/messages/coverage.hpp"
#include "model/describe.hpp"

namespace belegd::checks {
namespace {

using namespace model;

BitSet not_needed(const Model& model, const Transfer& x) {
    BitSet needed(model.leaf_functions.size());
    auto tasks = x.tasks | x.excepted;
    tasks.each([&](std::size_t leaf) { needed |= model[model.leaf_tasks[leaf]].needed; });
    BitSet out(model.leaf_functions.size());
    for (const auto id : x.named_functions)
        if (!model[id].leaves.intersects(needed)) out |= model[id].leaves;
    return out;
}

/// The name as it stands in the sentence; the name of the table when it cannot be found there.
template <typename Row>
Text as_written(const Row& row, std::string_view sentence) {
    std::string_view found;
    const auto in_word = [&](std::size_t at) {
        return at < sentence.size() && std::isalnum(static_cast<unsigned char>(sentence[at])) != 0;
    };
    const auto look = [&](std::string_view name) {
        const auto wanted = folded(name);
        if (name.size() <= found.size()) return;
        for (std::size_t at = 0; at + name.size() <= sentence.size(); ++at) {
            if ((at > 0 && in_word(at - 1)) || in_word(at + name.size())) continue;
            if (const auto here = sentence.substr(at, name.size()); folded(here) == wanted) found = here;
        }
    };
    look(row.name);
    look(row.title.nl);
    look(row.title.en);
    for (const auto& alias : row.aliases) look(alias);
    return found.empty() ? Text(row.name) : Text(found);
}

/// `alle bevoegdheden`, said or meant, asks for what there is.
bool names_everything(const Subject& subject, const Transfer& x) {
    std::size_t powers = 0;
    for (const auto& function : subject.model.functions) powers += function.power && function.children.empty();
    return x.named_functions.size() >= powers && powers > 0 && x.named_functions.size() > 3;
}

}  // namespace

BitSet functions_not_needed(const Subject& subject, const Transfer& x) {
    return names_everything(subject, x) ? BitSet(subject.model.leaf_functions.size()) : not_needed(subject.model, x);
}

void find_function_not_needed(const Subject& subject, Causes& causes) {
    for (std::uint32_t i = 0; i < subject.model.transfers.size(); ++i) {
        const auto& x = subject.model.transfers[i];
        const auto idle = functions_not_needed(subject, x);
        if (idle.none()) continue;
        auto& cause = causes.at(Code::B11, x.variant, subject.head_of({i}), {}, Cause::kAnyFunction);
        cause.functions |= idle;
    }
}

Diagnostic word_function_not_needed(const Subject& subject, const Cause& cause) {
    const auto& model = subject.model;
    const auto words = subject.sources.text(cause.culprit.span);
    std::vector<Text> functions, tasks;
    const auto& x = model[cause.culprit.row];
    for (const auto id : x.named_functions)
        if (cause.functions.includes(model[id].leaves)) functions.push_back(as_written(model[id], words));
    for (const auto id : x.named_tasks) tasks.push_back(as_written(model[id], words));
    Diagnostic out{Code::B11,
                   say(message::b11, {listed(functions), listed(tasks)}),
                   at(cause.culprit.span),
                   {},
                   {},
                   say(message::b11_why),
                   {},
                   {},
                   id_of(subject, cause, listed(functions).nl)};
    out.remedies = {choice(say(message::b11_remedy_out, {listed(functions)}))};
    out.remedies.push_back(choice(say(message::b11_remedy_needed, {listed(functions)})));
    return out;
}

}  // namespace belegd::checks
