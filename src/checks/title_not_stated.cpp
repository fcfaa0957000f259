// B12: `draagt op` moves the performer and no statement to the same receiver says on what title (D28).
#include <algorithm>

#include "checks/sentences.hpp"
#include "checks/subject.hpp"
#include "diagnostics/messages/coverage.hpp"
#include "diagnostics/messages/general.hpp"
#include "model/describe.hpp"

namespace belegd::checks {

using namespace model;

void find_title_not_stated(const Subject& subject, Causes& causes) {
    const auto& model = subject.model;
    for (const auto& view : subject.views())
        for (const auto& run : view.coverage->runs)
            for (const auto& step : subject.answer(run).chain) {
                if (step.kind != TransferKind::entrusts) continue;
                for (const auto id : step.by) {
                    if (model[id].kind != TransferKind::entrusts) continue;
                    auto& cause = causes.at(Code::B12, view.variant, subject.head_of(id), {}, Cause::kAnyFunction);
                    if (cause.functions.none()) cause.functions = BitSet(model.leaf_functions.size());
                    cause.functions.set(run.function);
                    cause.cells.push_back({run.participant, run.tasks, run.days});
                }
            }
}

namespace {

/// Whether a power among these functions can go over to who receives: the own organs of a cooperation whose form can
/// carry delegation.
bool can_be_delegated_to(const Model& model, const Transfer& x, const BitSet& functions) {
    if (!x.cooperation.valid() || x.receivers.empty()) return false;
    const auto& cooperation = model[x.cooperation];
    if (!cooperation.form.valid() || cooperation.form_open ||
        !carries(model[cooperation.form], TransferKind::delegates))
        return false;
    const bool own = std::all_of(x.receivers.begin(), x.receivers.end(), [&](const Actor& actor) {
        return actor.owner == Actor::Owner::cooperation &&
               model.cooperations[actor.index].first_version == cooperation.first_version;
    });
    bool power = false;
    functions.each([&](std::size_t leaf) { power = power || model[model.leaf_functions[leaf]].power; });
    return own && power;
}

}  // namespace

Diagnostic word_title_not_stated(const Subject& subject, const Cause& cause) {
    const auto& model = subject.model;
    const auto& x = model[cause.culprit.row];
    const auto matter = matter_said(model, cause);
    const auto who = receivers_said(model, x);
    Diagnostic out{Code::B12,
                   say(message::b12, {who, matter}),
                   at(cause.culprit.span, say(message::which_title)),
                   {},
                   cells_said(subject, cause),
                   say(message::b12_why),
                   {},
                   {},
                   id_of(subject, cause, who.nl)};
    std::vector<Text> verbs;
    if (can_be_delegated_to(model, x, cause.functions)) verbs.push_back(quoted(verb_of(TransferKind::delegates)));
    for (const auto kind : {TransferKind::mandates, TransferKind::empowers, TransferKind::authorises})
        verbs.push_back(quoted(verb_of(kind)));
    out.remedies.push_back({say(message::b12_remedy, {alternatives(verbs), receivers_to_write(model, x)})});
    out.remedies.push_back({say(message::b12_factual, {receivers_to_write(model, x)})});
    return out;
}

}  // namespace belegd::checks
