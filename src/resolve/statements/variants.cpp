// Variants: what they are based on, what stands in them, and what they or a decision end.
#include "diagnostics/messages/coverage.hpp"
#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/names.hpp"
#include "resolve/names/actors.hpp"
#include "resolve/names/guesses.hpp"
#include "resolve/names/lookup.hpp"
#include "resolve/statements/cooperations.hpp"
#include "resolve/values/values.hpp"

namespace belegd::resolve {

using syntax::Kind;
using syntax::Tree;

void Cooperations::variant_clause(VariantId id, const Tree& tree, const Phrase& clause) {
    switch (clause.word) {
        case Word::based_on:
            if (!clause.items.empty())
                if (const auto base =
                        named(r_, NameKind::variant, clause.items.front().text, clause.items.front().span))
                    model_[id].based_on = {*base};
            break;
        case Word::status:
            model_[id].status = status_of(clause, tree).value_or(model_[id].status);
            model_[id].status_stated = true;
            model_[id].status_span = clause.span;
            merge(model_[id].backing, backing_of(r_, clause));
            break;
        case Word::remark: model_[id].remarks.push_back(remark_of(clause)); break;
        case Word::source: merge(model_[id].backing, backing_of_clause(r_, clause)); break;
        case Word::ends: ending(model_[id].endings, tree, clause, {}); break;
        default: break;
    }
}

void Cooperations::ending(std::vector<Ending>& endings, const Tree& tree, const Phrase& clause, DecisionId decision) {
    if (clause.items.empty()) return;
    const auto& item = clause.items.front();
    const bool a_decision = !r_.knows(NameKind::party, item.text) && r_.knows(NameKind::decision, item.text);
    Ending out;
    if (a_decision) {
        const auto found = named(r_, NameKind::decision, item.text, item.span);
        if (!found) return;
        out.revoked = r_.planned[*found].decision;
        if (!out.revoked.valid()) {
            r_.report(Code::N03, say(message::revokes_a_decision, {quoted(Text(item.text))}), item.span,
                      {{say(message::revokes_other)}});
            return;
        }
        if (out.revoked == decision) {
            r_.report(Code::N03, say(message::revokes_itself, {quoted(Text(item.text))}), item.span,
                      {{say(message::revokes_other)}});
            return;
        }
    } else {
        const auto found = named_cooperation(r_, item.text, item.span);
        if (!found) return;
        out.cooperation = r_.owners[*found].cooperation;
        if (!out.cooperation.valid()) {
            r_.report(Code::N03, say(message::ends_a_cooperation, {quoted(Text(item.text))}), item.span,
                      a_cooperation(r_));
            return;
        }
    }
    const auto* per = clause.clause(Word::as_of);
    if (per == nullptr) {
        r_.report(Code::N05, say(message::ends_when), clause.span, {{say(message::ends_example)}});
        return;
    }
    const auto day = date_of(r_, *per, tree);
    if (!day) return;
    out.per = *day;
    out.backing = backing_of(r_, clause);
    out.span = clause.whole;
    out.decision = decision;
    // A year, quarter or month after `per` is its first day; only a season stays a stretch.
    if (tree[per->argument].kind != Kind::season) out.per.last = out.per.first;
    if (const auto* whom = clause.clause(Word::for_)) {
        out.parties = parties_named(r_, whom->items);
        if (out.cooperation.valid() && !model_[out.cooperation].participants.empty())
            for (const auto party : *out.parties) tell_who_takes_no_part(r_, out.cooperation, party, whom->span);
    }
    if (const auto* status = clause.clause(Word::status)) out.status = status_of(*status, tree).value_or(out.status);
    endings.push_back(std::move(out));
}

void Cooperations::variant(const Tree& tree, const Phrase& phrase) {
    if (phrase.items.empty()) return;
    const auto known = r_.names[NameKind::variant].find(phrase.items.front().text);
    if (!known || model_.variants[*known].span.begin != name_span(phrase).begin) return;
    const VariantId id{*known};
    model_[id].backing = backing_of(r_, phrase);
    const Context context{&tree, {}, std::nullopt, id, {}, {}};
    each_clause(
        r_, tree, phrase, [&](const Phrase& clause) { variant_clause(id, tree, clause); },
        [&](const Phrase& inner) {
            switch (inner.word) {
                case Word::amendment:
                case Word::addendum: amends(tree, inner, id, {}); break;
                case Word::decision: decision(tree, inner, id); break;
                case Word::milestone:
                case Word::cost:
                case Word::settlement: resolve_planning(r_, tree, inner, context); break;
                default:
                    if (syntax::has(inner.word, syntax::Verb))
                        transfer(inner, context);
                    else
                        declared(tree, inner, id);
            }
        });
}

}  // namespace belegd::resolve
