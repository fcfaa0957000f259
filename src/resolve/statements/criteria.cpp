// Decision rules: by what a choice is judged, and what the papers say of it.
#include <algorithm>

#include "base/fold.hpp"
#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/names.hpp"
#include "model/describe.hpp"
#include "resolve/names/lookup.hpp"
#include "resolve/phrases/clauses.hpp"
#include "resolve/statements/cooperations.hpp"
#include "resolve/statements/planning.hpp"
#include "resolve/values/values.hpp"
#include "syntax/examples.hpp"

namespace belegd::resolve {
using Verdict = Criterion::Verdict;

Verdict verdict_said(Word word) {
    switch (word) {
        case Word::fulfilled: return Verdict::fulfilled;
        case Word::not_fulfilled: return Verdict::not_fulfilled;
        case Word::not_yet_known: return Verdict::not_known;
        default: return Verdict::not_said;
    }
}

namespace {

using syntax::Tree;

/// Nothing where it names a situation that is not known: it is told, and says nothing of any other.
std::optional<Criterion::Judgement> judgement(Resolution& r, const Phrase& clause) {
    Criterion::Judgement out;
    out.verdict = verdict_said(clause.word);
    out.span = clause.whole;
    out.backing = backing_of(r, clause);
    for (const auto& each : clause.clauses) {
        if (each.word == Word::in && !each.items.empty()) {
            out.situation = situation_named(r, each.items.front());
            if (!out.situation) return std::nullopt;
        }
        if (each.word == Word::prevails) out.prevails = true;
        if (each.word == Word::remark) out.remarks.push_back(remark_of(each));
    }
    return out;
}

/// Two that say something else of the same: which counts, is told.
void tell_contradiction(Resolution& r, const Criterion& row, const Criterion::Judgement& now) {
    const auto before = std::find_if(row.judgements.begin(), row.judgements.end(),
                                     [&](const auto& each) { return each.situation == now.situation; });
    if (before == row.judgements.end()) return;
    const auto name = quoted(row.title);
    if (before->verdict == now.verdict) {
        if (now.backing.documents.empty())
            r.report(Code::N11, say(message::judged_twice, {name}), now.span, {{say(message::first_counts)}},
                     {{before->span, say(message::this_counts)}});
        return;
    }
    const auto says = [&](const Criterion::Judgement& each) {
        return with_sources(r.model, name_of(each.verdict), each.backing);
    };
    const bool second = now.prevails && !before->prevails;
    std::vector<Remedy> remedies;
    if (!now.prevails && !before->prevails) remedies.push_back({say(message::first_counts_unless)});
    r.report(Code::N11, say(message::judged_differently, {name, says(*before), says(now)}),
             second ? before->span : now.span, std::move(remedies),
             {{second ? now.span : before->span,
               say(second || before->prevails ? message::this_prevails : message::this_counts)}});
}

Criterion criterion(Resolution& r, const Tree& tree, const Phrase& phrase) {
    Criterion row;
    row.name = std::string(phrase.items.front().text);
    row.title = phrase.title.empty() ? Text(row.name) : phrase.title;
    row.span = name_span(phrase);
    row.backing = backing_of(r, phrase);
    each_clause(r, tree, phrase, [&](const Phrase& clause) {
        switch (clause.word) {
            case Word::fulfilled:
            case Word::not_fulfilled:
            case Word::not_yet_known:
                if (auto found = judgement(r, clause)) {
                    tell_contradiction(r, row, *found);
                    row.judgements.push_back(std::move(*found));
                }
                break;
            case Word::desirable: row.desirable = true; break;
            case Word::remark: row.remarks.push_back(remark_of(clause)); break;
            case Word::source:
            case Word::according_to: merge(row.backing, backing_of_clause(r, clause)); break;
            default: break;
        }
    });
    return row;
}

}  // namespace

void resolve_decision_rule(Resolution& r, const Tree& tree, const Phrase& phrase) {
    if (phrase.items.empty()) return;
    const auto known = r.names[NameKind::decision].find(phrase.items.front().text);
    if (!known || !r.planned[*known].rule.valid()) return;
    auto& row = r.model.decision_rules[r.planned[*known].rule.index];
    if (!declared_here(phrase, row.span)) return;
    row.backing = backing_of(r, phrase);
    each_clause(
        r, tree, phrase,
        [&](const Phrase& clause) {
            if (clause.word == Word::concerns) row.concerns = concerned(r, clause);
            if (clause.word == Word::remark) row.remarks.push_back(remark_of(clause));
            if (clause.word == Word::source || clause.word == Word::according_to)
                merge(row.backing, backing_of_clause(r, clause));
        },
        [&](const Phrase& inner) {
            if (inner.items.empty()) return;
            auto one = criterion(r, tree, inner);
            const auto same = std::find_if(row.criteria.begin(), row.criteria.end(),
                                           [&](const auto& each) { return folded(each.name) == folded(one.name); });
            if (same != row.criteria.end()) {
                r.report(Code::N02,
                         say(message::declared_twice, {syntax::info(Word::criterion).phrase, quoted(Text(one.name))}),
                         one.span, {{say(message::choose_other_name)}}, {{same->span, say(message::declared_here)}});
                return;
            }
            r.mention_inside(NameKind::criterion, row.name, one.name, one.span, true);
            row.criteria.push_back(std::move(one));
        });
    const bool decides =
        std::any_of(row.criteria.begin(), row.criteria.end(), [](const auto& each) { return !each.desirable; });
    if (!decides && !phrase.broken)
        r.report(Code::N05, say(message::rule_without_criteria, {quoted(Text(row.name))}), phrase.span,
                 {{say(message::for_example, {syntax::example_of(Word::criterion)})}});
}

}  // namespace belegd::resolve
