// N12: a beginning or end that the paper gives as a stretch (`medio 2022`): belegd counts from its first day (D22), and
// says so, because another day of the stretch would answer differently.
#include <map>

#include "checks/lines.hpp"
#include "checks/subject.hpp"
#include "diagnostics/messages/coverage.hpp"
#include "model/describe.hpp"

namespace belegd::checks {
namespace {

using namespace model;

struct Imprecise {
    Passage place;
    DateValue stretch;
    VariantId variant;
    bool ends = false;  ///< its first day is the first that is no longer counted
};

std::vector<Imprecise> imprecise_in(const Subject& subject) {
    const auto& model = subject.model;
    std::vector<Imprecise> out;
    const auto see = [&](auto owner, const Term& term, VariantId variant) {
        if (term.imprecise_from)
            out.push_back({subject.words_of(owner, term.from_span), *term.imprecise_from, variant});
        if (term.imprecise_until)
            out.push_back({subject.words_of(owner, term.until_span), *term.imprecise_until, variant, true});
    };
    for (std::uint32_t i = 0; i < model.cooperations.size(); ++i) {
        const auto& cooperation = model.cooperations[i];
        const auto see_term = [&](const Term& term) { see(CooperationId{i}, term, cooperation.variant); };
        see_term(cooperation.term);
        for (const auto& participant : cooperation.participants) see_term(participant.term);
        for (const auto& package : cooperation.packages) {
            see_term(package.term);
            for (const auto& taker : package.takers) see_term(taker.term);
        }
    }
    for (std::uint32_t i = 0; i < model.transfers.size(); ++i)
        see(TransferId{i}, model.transfers[i].term, model.transfers[i].variant);
    for (const auto& ending : model.endings)
        if (!ending.per.exact()) out.push_back({{ending.span}, ending.per, {}, true});
    for (std::uint32_t i = 0; i < model.variants.size(); ++i)
        for (const auto& ending : model.variants[i].endings)
            if (!ending.per.exact()) out.push_back({{ending.span}, ending.per, {i}, true});
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
    const auto all = imprecise_in(subject);
    for (std::uint32_t i = 0; i < all.size(); ++i)
        if (matters(subject, all[i]))
            causes.at(Code::N12, all[i].variant, all[i].place, {}, Cause::kAnyFunction).item = i;
}

Diagnostic word_imprecise_date(const Subject& subject, const Cause& cause) {
    const auto found = imprecise_in(subject)[cause.item];
    const auto& stretch = found.stretch;
    Diagnostic out{Code::N12,
                   say(message::n12, {spelled(stretch.first), spelled(stretch.last)}),
                   at(cause.culprit.span),
                   {},
                   {},
                   say(found.ends ? message::n12_why_until : message::n12_why, {spelled(stretch.first)}),
                   {},
                   {},
                   id_of(subject, cause, iso(stretch.first))};
    out.remedies = {choice(say(message::n12_remedy))};
    return out;
}

}  // namespace belegd::checks
