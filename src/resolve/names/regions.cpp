// Regions: sets of municipalities that change over time.
#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/names.hpp"
#include "resolve/names/actors.hpp"
#include "resolve/phrases/clauses.hpp"
#include "resolve/values/values.hpp"

namespace belegd::resolve {

void resolve_regions(Resolution& r) {
    for (const auto& [tree, declared] : r.statements) {
        if (declared.word != Word::region || declared.items.empty()) continue;
        const auto known = r.names[NameKind::party].find(declared.items.front().text);
        if (!known || !r.owners[*known].region.valid()) continue;
        const auto id = r.owners[*known].region;
        r.model[id].backing = backing_of(r, declared);
        each_clause(r, *tree, declared, [&, &tree = tree](const Phrase& clause) {
            if (clause.word == Word::remark) r.model[id].remarks.push_back(remark_of(clause));
            if (clause.word != Word::members) return;
            for (const auto& member : parties_with_terms(r, clause, clause.items, *tree, {}, &r.model[id].open))
                r.model[id].members.push_back({member.party, member.term, member.span});
        });
        if (r.model[id].members.empty() && !r.model[id].open)
            r.report(Code::N05, say(message::region_of_whom, {quoted(Text(r.model[id].name))}), declared.span,
                     {{say(message::region_members_example)}});
    }
}

}  // namespace belegd::resolve
