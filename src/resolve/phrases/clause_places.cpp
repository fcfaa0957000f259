#include "resolve/phrases/clause_places.hpp"

#include <algorithm>
#include <utility>

namespace belegd::resolve {
namespace {

using syntax::Shape;
using syntax::Word;

/// Whether `clause` may hang under `phrase`: the table says so, or it is the `van` of a list just read.
bool accepts(const Phrase& phrase, Word clause) {
    if (clause == Word::of && syntax::info(phrase.word).shape == Shape::Matter && phrase.word != Word::of &&
        phrase.clauses.empty() && !phrase.items.empty())
        return true;
    // Inside `behalve`, and only there, several pairs may stand: `beschikking van bijstand, uitvoering van wmo`.
    if (clause == Word::of && (phrase.word == Word::except_ || phrase.word == Word::but)) return true;
    // `college van A en college van B`: each organ with its own.
    const bool names_actors =
        phrase.word == Word::to || phrase.word == Word::with || phrase.word == Word::by ||
        phrase.word == Word::competent || phrase.word == Word::participants || phrase.word == Word::accedes ||
        phrase.word == Word::leaves_ || phrase.word == Word::advice || phrase.word == Word::consent ||
        phrase.word == Word::hearing || phrase.word == Word::consultation || phrase.word == Word::assent ||
        phrase.word == Word::substitute || phrase.word == Word::signed_by;
    if (clause == Word::of && names_actors && !phrase.clauses.empty() && phrase.clauses.back().word == Word::of)
        return true;
    // `hoedanigheid aanbieder` on the line of a party names one: only its declaration takes an alias or a remark.
    if (phrase.word == Word::capacity && phrase.tree != nullptr &&
        (*phrase.tree)[phrase.node].kind == syntax::Kind::clause)
        return clause == Word::source || clause == Word::according_to;
    // `door raad en college, ieder voor zover bevoegd` on a line of its own; in a sentence both stand side by side.
    if (phrase.word == Word::by && phrase.tree != nullptr && (*phrase.tree)[phrase.node].kind == syntax::Kind::clause)
        return false;
    return syntax::takes(phrase.word, clause);
}
bool accepts_in_brackets(Word clause) {
    return clause == Word::of || clause == Word::except_ || clause == Word::from || clause == Word::as_of ||
           clause == Word::until || clause == Word::through;
}

}  // namespace

Phrase& last(Phrase& phrase) { return phrase.clauses.empty() ? phrase : last(phrase.clauses.back()); }

bool put(Phrase& under, Phrase& clause, bool in_brackets) {
    const auto end = clause.whole.end;
    // A document declared takes a status and a remark; a document cited leaves them to what it is cited with.
    const bool cited = !under.clauses.empty() && under.clauses.back().word == Word::source;
    if (under.clauses.empty() || cited || !put(under.clauses.back(), clause)) {
        if (!accepts(under, clause.word) && !(in_brackets && accepts_in_brackets(clause.word))) return false;
        under.clauses.push_back(std::move(clause));
    }
    under.whole.end = std::max(under.whole.end, end);
    return true;
}

}  // namespace belegd::resolve
