// Cooperations: form, participants, dates and scope.
#include "resolve/statements/cooperations.hpp"

#include <algorithm>

#include "model/describe.hpp"
#include "resolve/names/actors.hpp"
#include "resolve/names/lookup.hpp"
#include "resolve/statements/boards.hpp"
#include "resolve/statements/finished_rows.hpp"
#include "resolve/values/matter.hpp"
#include "resolve/values/values.hpp"

namespace belegd::resolve {
namespace {

using syntax::Tree;

}  // namespace

void Cooperations::declared(const Tree& tree, const Phrase& phrase, VariantId variant) {
    if (phrase.items.empty()) return;
    const auto known = r_.names[NameKind::party].find(phrase.items.front().text);
    if (!known || !r_.owners[*known].cooperation.valid()) return;
    const auto id = r_.owners[*known].cooperation;
    if (model_[id].name_span.begin != name_span(phrase).begin || model_[id].name_span.file != name_span(phrase).file)
        return;
    model_[id].form = family_of(model_[id].word);
    model_[id].backing = backing_of(r_, phrase);
    body({id, {}, false}, tree, phrase, {&tree, id, std::nullopt, variant, {}, {}});
    weigh_participants(id);
    finish_form(id);
    finish_later();
}

void Cooperations::body(const Place& place, const Tree& tree, const Phrase& phrase, const Context& context) {
    // Participants and form first, so that the order of the lines does not matter.
    each_clause(
        r_, tree, phrase, [&](const Phrase& clause) { head(place, tree, clause); },
        [&](const Phrase& each) { inner(place, tree, each, context, {}, {}); });
}

void Cooperations::finish_later() {
    const auto waiting = std::move(later_);
    later_.clear();
    for (const auto& [place, clause] : waiting)
        if (clause.word == Word::signed_by)
            signatures(place.id, clause);
        else if (clause.word == Word::board)
            board(place, clause);
        else
            scope(place, clause);
}

void Cooperations::resolve_transfers() {
    const auto waiting = std::move(transfers_);
    transfers_.clear();
    for (const auto& [phrase, context] : waiting) speak(phrase, context);
}

namespace {

/// `college van centrum`, `voor gastgemeenten`
bool names_a_part(const Phrase& phrase) {
    return std::any_of(phrase.items.begin(), phrase.items.end(),
                       [](const Item& item) { return item.kind == Item::Kind::name && part_named(item.text); }) ||
           std::any_of(phrase.clauses.begin(), phrase.clauses.end(), names_a_part);
}

}  // namespace

void Cooperations::speak(const Phrase& sentence, const Context& where) {
    const auto number = r_.statement_count;
    resolve_transfer(r_, sentence, where);
    if (where.cooperation.valid() && r_.statement_count > number && names_a_part(sentence))
        by_part_.emplace(number, std::pair(sentence, where));
}

void resolve_cooperations(Resolution& r) {
    Cooperations cooperations(r);
    for (const auto& [tree, phrase] : r.statements) {
        const Context context{tree, {}, std::nullopt, {}, {}, {}};
        switch (phrase.word) {
            case Word::cooperation:
            case Word::arrangement:
            case Word::agreement: cooperations.declared(*tree, phrase, {}); break;
            case Word::organisation: cooperations.statutes(*tree, phrase); break;
            case Word::variant: cooperations.variant(*tree, phrase); break;
            case Word::decision: cooperations.decision(*tree, phrase, {}); break;
            case Word::amendment:
            case Word::addendum: cooperations.amends(*tree, phrase, {}, {}); break;
            case Word::milestone:
            case Word::procedure:
            case Word::decision_rule:
            case Word::cost:
            case Word::settlement:
            case Word::actual_cost:
            case Word::cost_ceiling: resolve_planning(r, *tree, phrase, context); break;
            case Word::division_key:
            case Word::price_index: resolve_money(r, *tree, phrase, context); break;
            default:
                if (syntax::has(phrase.word, syntax::Verb)) cooperations.transfer(phrase, context);
                break;
        }
    }
    cooperations.resolve_consulted();
    cooperations.resolve_transfers();
    cooperations.amend();
    give_what_was_received(r);
    check_bodies(r);
    check_participants(r);
    check_remainders(r);
    link_money(r);
    link_boards(r);
    number_rows(r.model);
}

}  // namespace belegd::resolve
