#include "model/from_syntax.hpp"

#include <algorithm>

#include "base/digraph.hpp"
#include "base/fold.hpp"
#include "model/phrase_from_syntax.hpp"
#include "model/resolution.hpp"

namespace belegd::model {
namespace {

/// Only Dutch and English are known; another word would be read as Dutch without a sign.
void check_language(Resolution& r, const Phrase& phrase) {
    if (phrase.items.empty()) return;
    const auto name = folded(phrase.items.front().text);
    if (name == "nl" || name == "en") return;
    r.report(Code::N01, say(Message::unknown_language, {say(Message::quoted, {Text(phrase.items.front().text)})}),
             phrase.items.front().span, {{say(Message::nl_or_en)}});
}

/// A variant based on itself through others is based on nothing, and says so.
void break_circles(Resolution& r) {
    auto& variants = r.model.variants;
    Digraph bases{static_cast<std::uint32_t>(variants.size()), {}};
    for (std::uint32_t i = 0; i < variants.size(); ++i)
        if (variants[i].based_on.valid()) bases.edges.emplace_back(i, variants[i].based_on.index);
    for (const auto& circle : circles(bases)) {
        std::vector<Text> names;
        for (const auto at : circle) names.emplace_back(variants[at].name);
        r.report(Code::N06, say(Message::variant_circle, {listed(names)}), variants[circle.front()].span);
        for (const auto at : circle) variants[at].based_on = {};
    }
}

/// The first day in the model that can change an answer (D23), if there is one. Where that is an end, the last day on
/// which it was otherwise: without it nothing would be seen to end.
std::optional<Day> first_change(const Model& model, const Sources& sources) {
    auto first = kNoEnd;
    const auto see = [&](const Term& term) {
        if (term.days.from != kNoBegin) first = std::min(first, term.days.from);
        if (term.days.until != kNoEnd) first = std::min(first, term.days.until.previous());
    };
    for (const auto& cooperation : model.cooperations) {
        see(cooperation.term);
        for (const auto& participant : cooperation.participants) see(participant.term);
        for (const auto& scope : cooperation.scopes) see({scope.days, {}, {}, {}, {}, {}});
        for (const auto& package : cooperation.packages)
            for (const auto& taker : package.takers) see(taker.term);
    }
    for (const auto& ending : model.endings) first = std::min(first, ending.per.first.previous());
    for (const auto& transfer : model.transfers) see(transfer.term);
    for (const auto& variant : model.variants)
        for (const auto& ending : variant.endings)
            if (!ending.only_version.valid()) first = std::min(first, ending.per.first.previous());
    const auto own = [&](Span span) { return sources[span.file].own(); };
    // A municipality of the library that the model declares again keeps the dates of the library.
    for (const auto& party : model.parties)
        if (own(party.term.from_span.empty() ? party.term.until_span : party.term.from_span)) see(party.term);
    for (const auto& task : model.tasks)
        if (own(task.span)) see(task.term);
    for (const auto& statute : model.statutes)
        if (own(statute.span)) see(statute.term);
    return first == kNoEnd ? std::nullopt : std::optional(first);
}

}  // namespace

Model from_syntax(const Sources& sources, const std::vector<syntax::Tree>& trees, Diagnostics& diagnostics) {
    Resolution resolution(sources, diagnostics);
    for (const auto& tree : trees)
        for (const auto node : tree.children(0)) {
            if (tree[node].kind != syntax::Kind::statement) continue;
            auto read = phrase(sources, tree, node, diagnostics);
            const auto word = read.word;
            if (word == Word::language) check_language(resolution, read);
            if (word == Word::language || word == Word::use) continue;
            if (!syntax::holds(Word::none, word)) {
                resolution.report(Code::N04,
                                  say(Message::not_outside, {say(Message::quoted, {syntax::info(word).phrase})}),
                                  read.span, {{say(Message::put_inside)}});
                continue;
            }
            resolution.statements.push_back({&tree, std::move(read)});
        }
    declare_names(resolution);
    resolve_functions(resolution);
    resolve_law(resolution);
    resolve_tasks(resolution);
    resolve_parties(resolution);
    resolve_regions(resolution);
    resolve_cooperations(resolution);
    break_circles(resolution);
    resolve_outputs(resolution);
    check_articles(resolution);
    auto& model = resolution.model;
    const auto first = first_change(model, sources);
    model.horizon = first.value_or(*day_of(2000, 1, 1));
    model.horizon_stated = first.has_value();
    return std::move(model);
}

}  // namespace belegd::model
