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

bool Cooperations::named_to_end(const Item& item, DecisionId by, Ending& out) {
    if (!r_.knows(NameKind::party, item.text) && r_.knows(NameKind::decision, item.text)) {
        const auto found = named(r_, NameKind::decision, item.text, item.span);
        if (!found) return false;
        out.revoked = r_.planned[*found].decision;
        if (out.revoked.valid() && out.revoked != by) return true;
        r_.report(
            Code::N03,
            say(out.revoked.valid() ? message::revokes_itself : message::revokes_a_decision, {quoted(Text(item.text))}),
            item.span, {{say(message::revokes_other)}});
        return false;
    }
    const auto found = resolve::named_to_end(r_, item.text, item.span);
    if (!found) return false;
    out.cooperation = r_.owners[*found].cooperation;
    if (out.cooperation.valid()) return true;
    r_.report(Code::N03, say(message::ends_a_cooperation, {quoted(Text(item.text))}), item.span, a_cooperation(r_));
    return false;
}

/// `per`, `met ingang van`: the first day without; `tot en met`: the last day with.
std::optional<DateValue> Cooperations::ends_on(const Tree& tree, const Phrase& clause) {
    for (const auto word : {Word::as_of, Word::from, Word::through})
        if (const auto* when = clause.clause(word)) {
            auto day = date_of(r_, *when, tree);
            if (!day) return day;
            if (word == Word::through) {
                day->first = day->last = day->last.next();
                day->precision = DateValue::Precision::day;
            } else if (tree[when->argument].kind != Kind::season) {
                // A year, quarter or month after `per` is its first day; only a season stays a stretch.
                day->last = day->first;
            }
            return day;
        }
    if (clause.broken) return std::nullopt;  // what could not be read there may say it
    r_.report(Code::N05, say(message::ends_when), clause.span,
              {{say(message::ends_example,
                    {syntax::info(Word::ends).phrase, to_write(r_, std::string(clause.items.front().text))})}});
    return std::nullopt;
}

void Cooperations::ending(std::vector<Ending>& endings, const Tree& tree, const Phrase& clause, DecisionId decision) {
    if (clause.items.empty()) return;
    std::vector<Ending> named;
    for (const auto& item : divided_items(r_, clause.items, {NameKind::decision, NameKind::party})) {
        Ending out;
        if (named_to_end(item, decision, out)) named.push_back(std::move(out));
    }
    if (named.empty()) return;
    const auto day = ends_on(tree, clause);
    if (!day) return;
    const auto backing = backing_of(r_, clause);
    const auto* whom = clause.clause(Word::for_);
    const auto* status = clause.clause(Word::status);
    std::optional<std::vector<PartyId>> parties;
    if (whom != nullptr) parties = parties_named(r_, whom->items);
    for (auto& out : named) {
        out.per = *day;
        out.backing = backing;
        out.span = clause.whole;
        out.decision = decision;
        out.parties = parties;
        if (status != nullptr) out.status = status_of(*status, tree).value_or(out.status);
        if (parties && out.cooperation.valid() && !model_[out.cooperation].participants.empty())
            for (const auto party : *parties) tell_who_takes_no_part(r_, out.cooperation, party, whom->span);
        endings.push_back(std::move(out));
    }
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
                case Word::settlement:
                case Word::actual_cost:
                case Word::cost_ceiling: resolve_planning(r_, tree, inner, context); break;
                default:
                    if (syntax::has(inner.word, syntax::Verb))
                        transfer(inner, context);
                    else
                        declared(tree, inner, id);
            }
        });
}

}  // namespace belegd::resolve
