// B09: a transfer that has effect in no cell on any day in any variant that sees it, and no other finding says why.
#include <algorithm>
#include <map>

#include "model/describe.hpp"
#include "rules/subject.hpp"

namespace belegd::rules {
namespace {

using namespace model;

bool set_aside(const Subject& subject, const Transfer& x) {
    const auto status = subject.views().front().world->status_of(x);
    return status == Status::lapsed || status == Status::rejected;
}

}  // namespace

void find_without_effect(const Subject& subject, Causes& causes) {
    const auto& model = subject.model;
    std::map<std::uint32_t, std::vector<TransferId>> statements;
    for (std::uint32_t i = 0; i < model.transfers.size(); ++i) statements[model.transfers[i].statement].push_back({i});
    for (const auto& [statement, rows] : statements) {
        bool used = false, explained = false;
        const Subject::View* first = nullptr;
        for (const auto id : rows) {
            const auto& x = model[id];
            // A function that none of its tasks needs is told by B11.
            BitSet needed(model.leaf_functions.size());
            x.tasks.each([&](std::size_t leaf) { needed |= model[model.leaf_tasks[leaf]].needed; });
            explained = explained || set_aside(subject, x) || (x.functions.any() && !x.functions.intersects(needed));
            for (const auto& view : subject.views()) {
                if (!view.world->visible(x.variant)) continue;
                if (first == nullptr) first = &view;
                used = used || view.coverage->used[id.index];
                for (const auto& refused : view.coverage->refused) explained = explained || refused.transfer == id;
            }
        }
        if (used || explained || first == nullptr) continue;
        const auto& x = model[rows.front()];
        causes.at(Code::B09, x.variant, x.head_span, {}, Cause::kAnyFunction);
    }
}

Diagnostic word_without_effect(const Subject& subject, const Cause& cause) {
    const auto& model = subject.model;
    const auto& view = subject.view(cause.variant);
    const Transfer* x = nullptr;
    for (const auto& each : model.transfers)
        if (each.head_span == cause.culprit) x = &each;
    Diagnostic out{Code::B09,
                   say(Message::b09),
                   at(cause.culprit),
                   {},
                   {},
                   {},
                   {},
                   {},
                   id_of(model, cause, std::string(subject.sources.text(cause.culprit)))};
    if (cause.variant.valid()) out.facts.push_back(say(Message::in_variant, {Text(model[cause.variant].name)}));
    if (x == nullptr) return out;
    bool anybody = false;
    for (const auto party : model.municipalities()) anybody = anybody || !view.world->validity(*x, party).empty();
    const auto status = view.world->status_of(*x);
    if (!view.world->counts(status, x->variant.valid()))
        out.why = say(Message::b09_status, {name_of(status)});
    else if (x->tasks.none())
        out.why = say(Message::b09_no_tasks);
    else if (!anybody && !x->cooperation.valid() && !x->only_for && !x->giver)
        out.why = say(Message::b09_for_whom);
    else if (!anybody)
        out.why = say(Message::b09_nobody);
    else
        out.why = say(Message::b09_receiver, {names_of(model, x->receivers)});
    out.remedies = {{say(!anybody && !x->cooperation.valid() ? Message::b09_for_remedy : Message::b09_remedy)}};
    return out;
}

}  // namespace belegd::rules
