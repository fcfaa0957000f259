// N12: a beginning or end that the paper gives as a stretch (`medio 2022`): belegd counts from its first day (D22), and
// says so, because another day of the stretch would answer differently.
#include <map>

#include "checks/sentences.hpp"
#include "checks/subject.hpp"
#include "diagnostics/messages/coverage.hpp"
#include "model/describe.hpp"

namespace belegd::checks {
namespace {

using namespace model;

struct Imprecise {
    Span span;
    DateValue stretch;
    VariantId variant;
};

std::vector<Imprecise> imprecise_in(const Model& model) {
    std::vector<Imprecise> out;
    const auto see = [&](const Term& term, VariantId variant) {
        if (term.imprecise_from) out.push_back({term.from_span, *term.imprecise_from, variant});
        if (term.imprecise_until) out.push_back({term.until_span, *term.imprecise_until, variant});
    };
    for (const auto& cooperation : model.cooperations) {
        see(cooperation.term, cooperation.variant);
        for (const auto& participant : cooperation.participants) see(participant.term, cooperation.variant);
        for (const auto& package : cooperation.packages)
            for (const auto& taker : package.takers) see(taker.term, cooperation.variant);
    }
    for (const auto& transfer : model.transfers) see(transfer.term, transfer.variant);
    for (const auto& ending : model.endings)
        if (!ending.per.exact()) out.push_back({ending.span, ending.per, {}});
    for (std::uint32_t i = 0; i < model.variants.size(); ++i)
        for (const auto& ending : model.variants[i].endings)
            if (!ending.per.exact()) out.push_back({ending.span, ending.per, {i}});
    return out;
}

/// Whether some answer changes on its first day, so that another day would give another (D22).
bool matters(const Subject& subject, const Imprecise& each) {
    const auto first = each.stretch.first;
    for (const auto& view : subject.views()) {
        if (each.variant.valid() && !(view.variant == each.variant)) continue;
        for (const auto& run : view.coverage->runs) {
            if (run.days.until == first) return true;
            if (run.days.from != first) continue;
            // Nothing is answered for before the horizon; there only what a sentence or scope settles can depend on it.
            if (first > subject.model.horizon || subject.answer(run).state != graph::State::by_law) return true;
        }
    }
    return false;
}

}  // namespace

void find_imprecise_date(const Subject& subject, Causes& causes) {
    for (const auto& each : imprecise_in(subject.model))
        if (matters(subject, each)) causes.at(Code::N12, each.variant, each.span, {}, Cause::kAnyFunction);
}

Diagnostic word_imprecise_date(const Subject& subject, const Cause& cause) {
    for (const auto& each : imprecise_in(subject.model)) {
        if (!(each.span == cause.culprit)) continue;
        Diagnostic out{Code::N12,
                       say(message::n12, {spelled(each.stretch.first), spelled(each.stretch.last)}),
                       at(cause.culprit),
                       {},
                       {},
                       say(message::n12_why, {spelled(each.stretch.first)}),
                       {},
                       {},
                       id_of(subject, cause, iso(each.stretch.first))};
        out.remedies = {{say(message::n12_remedy)}};
        return out;
    }
    return {Code::N12, {}, at(cause.culprit), {}, {}, {}, {}, {}, {}};
}

}  // namespace belegd::checks
