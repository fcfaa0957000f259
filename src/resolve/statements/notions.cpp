// What only has a name and a ground: provisions and capacities.
#include "resolve/phrases/clauses.hpp"

namespace belegd::resolve {

void resolve_notions(Resolution& r) {
    for (const auto& [tree, declared] : r.statements) {
        if ((declared.word != Word::provision && declared.word != Word::capacity) || declared.items.empty()) continue;
        const bool provision = declared.word == Word::provision;
        const auto found =
            r.names[provision ? NameKind::provision : NameKind::capacity].find(declared.items.front().text);
        if (!found) continue;
        auto& row = provision ? static_cast<Notion&>(r.model.provisions[*found]) : r.model.capacities[*found];
        row.backing.certainty = declared.certainty;
        each_clause(r, *tree, declared, [&](const Phrase& clause) {
            if (clause.word == Word::remark) row.remarks.push_back(remark_of(clause));
            if (clause.word == Word::according_to || clause.word == Word::source)
                merge(row.backing, backing_of_clause(r, clause));
        });
    }
}

}  // namespace belegd::resolve
