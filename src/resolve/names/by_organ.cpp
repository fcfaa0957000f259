#include "resolve/names/by_organ.hpp"

#include <algorithm>

#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/names.hpp"
#include "resolve/names/lookup.hpp"
#include "resolve/phrases/phrase_from_syntax.hpp"
#include "resolve/resolution.hpp"

namespace belegd::resolve {
namespace {

bool has(const std::vector<OrganId>& list, OrganId id) { return std::find(list.begin(), list.end(), id) != list.end(); }

/// The organs by which a party takes part, on whatever day.
std::vector<OrganId> taking_part(const Model& model, CooperationId cooperation, PartyId party) {
    std::vector<OrganId> out;
    if (cooperation.valid())
        for (const auto& each : model[cooperation].participants)
            if (each.party == party)
                for (const auto organ : each.organs)
                    if (!has(out, organ)) out.push_back(organ);
    return out;
}

}  // namespace

bool names_organs(const Resolution& r, const Phrase& clause) {
    if (clause.clause(Word::of) == nullptr || clause.items.empty()) return false;
    const auto items = divided_items(r, clause.items, {NameKind::party});
    return std::all_of(items.begin(), items.end(), [&](const Item& item) {
        return r.organ_names.find(item.text) && !r.knows(NameKind::function, item.text) &&
               !r.knows(NameKind::task, item.text);
    });
}

std::vector<PartyByOrgan> parties_by_organ(Resolution& r, const Phrase& clause, const Context& context, bool* open) {
    std::vector<PartyByOrgan> out;
    for (const auto& pair : pairs_of(r, clause, {NameKind::party})) {
        std::vector<OrganId> organs;
        for (const auto& item : divided_items(r, pair.items, {NameKind::party}))
            if (const auto organ = known_organ(r, item)) organs.push_back(*organ);
        const auto* of = pair.clause(Word::of);
        if (organs.empty() || of == nullptr) continue;
        for (const auto& party : parties_on(r, of->items, context, open)) {
            const auto own = taking_part(r.model, context.cooperation, party.party);
            for (const auto organ : organs)
                if (!own.empty() && !has(own, organ) && !r.lists_unknown(context.cooperation))
                    r.report(Code::N09,
                             say(message::no_participant,
                                 {say(message::organ_of, {Text(r.model[organ].name), Text(r.model[party.party].name)}),
                                  Text(r.model[context.cooperation].name)}),
                             party.span);
            out.push_back({party, organs});
        }
    }
    return out;
}

std::vector<OrganId> other_organs(const Model& model, CooperationId cooperation, const PartyByOrgan& party) {
    auto out = taking_part(model, cooperation, party.party.party);
    if (out.empty()) out = {model.raad, model.college, model.burgemeester};
    std::erase_if(out, [&](OrganId organ) { return has(party.organs, organ); });
    return out;
}

}  // namespace belegd::resolve
