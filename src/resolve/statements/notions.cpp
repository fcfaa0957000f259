// What only has a name and a ground: provisions, capacities, and conditions of rules.
#include "resolve/phrases/clauses.hpp"

namespace belegd::resolve {

namespace {

/// The row of a declared notion; null when the statement declares none.
Notion* notion_of(Resolution& r, const Phrase& declared) {
    if (declared.items.empty()) return nullptr;
    const auto among = [&](NameKind kind, auto& rows) -> Notion* {
        const auto found = r.names[kind].find(declared.items.front().text);
        return found ? &rows[*found] : nullptr;
    };
    switch (declared.word) {
        case Word::provision: return among(NameKind::provision, r.model.provisions);
        case Word::capacity: return among(NameKind::capacity, r.model.capacities);
        case Word::named_condition: return among(NameKind::condition, r.model.conditions);
        default: return nullptr;
    }
}

}  // namespace

void resolve_notions(Resolution& r) {
    for (const auto& [tree, declared] : r.statements) {
        auto* row = notion_of(r, declared);
        if (row == nullptr) continue;
        row->backing.certainty = declared.certainty;
        each_clause(r, *tree, declared, [&](const Phrase& clause) {
            if (clause.word == Word::remark) row->remarks.push_back(remark_of(clause));
            if (clause.word == Word::according_to || clause.word == Word::source)
                merge(row->backing, backing_of_clause(r, clause));
        });
    }
}

}  // namespace belegd::resolve
