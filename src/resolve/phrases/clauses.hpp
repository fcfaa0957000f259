#pragma once
// What the parts of the resolver do alike with the clauses of a declaration. Internal to resolve/.

#include <algorithm>

#include "diagnostics/messages/names.hpp"
#include "resolve/names/actors.hpp"
#include "resolve/names/guesses.hpp"
#include "resolve/phrases/phrase_from_syntax.hpp"
#include "resolve/resolution.hpp"
#include "resolve/values/values.hpp"

namespace belegd::resolve {

/// The clauses of a declaration: those on its line, then those in its block. Statements that the block does not hold
/// are reported; those it does hold are handed to `inner`.
template <typename OnClause, typename OnInner>
void each_clause(Resolution& r, const syntax::Tree& tree, const Phrase& declared, OnClause on_clause,
                 OnInner on_inner) {
    for (const auto& clause : declared.clauses) on_clause(clause);
    for (const auto node : declared.block) {
        if (tree[node].kind != syntax::Kind::statement) continue;
        const auto& inner = r.phrases.at(tree, node);
        if (syntax::holds(declared.word, inner.word))
            on_inner(inner);
        else if (syntax::takes(declared.word, inner.word))
            on_clause(inner);
        else {
            r.report(Code::N04,
                     say(message::not_in_block, {word_written(r.sources, inner), word_written(r.sources, declared)}),
                     inner.span, instead_in(r, inner, declared.word));
            for (const auto& item : inner.items) r.lose(item.text);
        }
    }
}
template <typename OnClause>
void each_clause(Resolution& r, const syntax::Tree& tree, const Phrase& declared, OnClause on_clause) {
    each_clause(r, tree, declared, on_clause, [](const Phrase&) {});
}

/// An organ of `organen`: the list names it and brings it into being.
inline OrganId named_organ(Resolution& r, const Item& item) {
    const auto id = organ_named(r, item.text);
    r.used(NameKind::organ, id.index, item.span, true);
    return id;
}

/// Whether a word stands where a value may: `niet vermeld`.
inline bool left_open(const Phrase& clause) {
    return std::any_of(clause.items.begin(), clause.items.end(),
                       [](const Item& item) { return item.value != Word::none; });
}

/// The text of a clause, or the words that leave it open.
inline std::string text_of(const Resolution& r, const Phrase& clause) {
    if (clause.items.empty()) return {};
    const auto& item = clause.items.front();
    if (item.value != Word::none) return std::string(syntax::info(item.value).phrase.nl);
    return std::string(item.text.empty() ? r.sources.text(item.span) : item.text);
}

/// The date of a clause, and that of a milestone's own line.
inline std::optional<DateValue> date_in(Resolution& r, const Phrase& phrase, const syntax::Tree& tree) {
    return phrase.argument == 0 ? std::nullopt : date_of(r, phrase, tree);
}

inline Text remark_of(const Phrase& clause) { return clause.items.empty() ? Text() : Text(clause.items.front().text); }

inline void merge(Backing& into, Backing more) {
    into.documents.insert(into.documents.end(), more.documents.begin(), more.documents.end());
    into.citations.insert(into.citations.end(), more.citations.begin(), more.citations.end());
    if (into.certainty == Certainty::stated) into.certainty = more.certainty;
    if (into.source == Silence::none) into.source = more.source;
}

/// A statement of sources or articles as if it stood on the declaration's own line.
inline Backing backing_of_clause(Resolution& r, const Phrase& clause) {
    Phrase holder;
    holder.clauses.push_back(clause);
    return backing_of(r, holder);
}

}  // namespace belegd::resolve
