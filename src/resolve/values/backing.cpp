// What a sentence rests on: its sources, the articles it cites, and what it carries out.
#include <algorithm>

#include "base/fold.hpp"
#include "diagnostics/messages/names.hpp"
#include "diagnostics/messages/reading.hpp"
#include "model/describe.hpp"
#include "resolve/names/guesses.hpp"
#include "resolve/names/lookup.hpp"
#include "resolve/names/names.hpp"
#include "resolve/resolution.hpp"
#include "resolve/values/dates.hpp"
#include "resolve/values/values.hpp"

namespace belegd::resolve {

using syntax::Kind;
using syntax::Tree;

namespace {

/// Whether it is an organisation of whose own statutes the model has articles.
bool has_statutes(const Resolution& r, std::uint32_t owner) {
    const auto party = r.owners[owner].party;
    return party.valid() && !r.model[party].articles.empty();
}

/// The addenda in a statement, or in the decisions and variants of it: what each is beside, and its title.
void gather_addenda(Resolution& r, const Tree& tree, const Phrase& phrase,
                    std::vector<std::pair<std::string_view, Text>>& out) {
    if (phrase.word == Word::addendum && !phrase.items.empty())
        out.emplace_back(phrase.items.front().text, phrase.title);
    if (phrase.word != Word::decision && phrase.word != Word::variant) return;
    for (const auto node : phrase.block)
        if (tree[node].kind == syntax::Kind::statement) gather_addenda(r, tree, r.phrases.at(tree, node), out);
}

}  // namespace

std::optional<Place> in_addendum(Resolution& r, const Place& place) {
    std::vector<std::pair<std::string_view, Text>> all;
    for (const auto& [tree, phrase] : r.statements) gather_addenda(r, *tree, phrase, all);
    const auto bare = folded(without_article(place.name));
    const auto& word = syntax::info(Word::addendum).phrase;
    const bool the_one = all.size() == 1 && (bare == folded(word.nl) || bare == folded(word.en));
    const auto titled = std::find_if(all.begin(), all.end(), [&](const auto& each) {
        return folded(each.second.nl) == folded(place.name) || folded(each.second.en) == folded(place.name);
    });
    if (!the_one && titled == all.end()) return std::nullopt;
    const auto whose = the_one ? all.front().first : titled->first;
    // Which number each of several has is known only when they have been put in order.
    if (std::count_if(all.begin(), all.end(), [&](const auto& each) { return folded(each.first) == folded(whose); }) >
        1)
        return std::nullopt;
    const auto owner = r.names[NameKind::party].find(whose);
    if (!owner || !r.owners[*owner].cooperation.valid()) return std::nullopt;
    auto out = place;
    out.name = whose;
    out.parts.insert(out.parts.begin(), {Citation::Kind::addendum, "1"});
    return out;
}

Citation citation_of(Resolution& r, const Place& place) {
    Citation out{std::string(place.name), {}, place.parts, {}, false};
    if (const auto found = r.names[NameKind::statute].find(place.name)) {
        r.used(NameKind::statute, *found, name_span(r.sources, place));
        const auto& statute = r.model.statutes[*found];
        out.law = statute.name;
        out.bwb = statute.bwb;
        if (!place.parts.empty()) r.cited_places.push_back({{*found}, place.parts, place.span});
    } else if (const auto owner = r.names[NameKind::party].find(place.name);
               owner && r.owners[*owner].cooperation.valid()) {
        const auto id = r.owners[*owner].cooperation;
        r.used(NameKind::party, *owner, name_span(r.sources, place));
        out.law = r.model[id].name;
        if (!place.parts.empty()) r.cited_articles.push_back({id, {}, place.parts, place.span});
    } else if (owner && has_statutes(r, *owner)) {
        const auto id = r.owners[*owner].party;
        r.used(NameKind::party, *owner, name_span(r.sources, place));
        out.law = r.model[id].name;
        if (!place.parts.empty()) r.cited_articles.push_back({{}, id, place.parts, place.span});
    }
    return out;
}

std::vector<Under> under_of(Resolution& r, const Phrase& clause) {
    std::vector<Under> out;
    for (const auto& place : clause.places) {
        if (place.value != Word::none) continue;
        Under found{{}, {}, {}, {std::string(place.name), {}, place.parts, {}, false}, place.span};
        if (const auto decision = r.names[NameKind::decision].find(place.name);
            decision && r.planned[*decision].decision.valid()) {
            found.decision = r.planned[*decision].decision;
            r.used(NameKind::decision, *decision, name_span(r.sources, place));
        } else if (const auto document = r.names[NameKind::document].find(place.name)) {
            found.document = {*document};
            r.model.documents[*document].cited = true;
            r.used(NameKind::document, *document, name_span(r.sources, place));
        } else if (r.knows(NameKind::statute, place.name)) {
            found.place = citation_of(r, place);
        } else if (const auto beside = r.knows(NameKind::party, place.name) ? std::nullopt : in_addendum(r, place)) {
            found.cooperation = r.owners[*r.names[NameKind::party].find(beside->name)].cooperation;
            found.place = citation_of(r, *beside);
        } else if (const auto owner = named(r, NameKind::party, place.name, name_span(r.sources, place))) {
            if (has_statutes(r, *owner)) {
                found.place = citation_of(r, place);
                out.push_back(std::move(found));
                continue;
            }
            if (!r.owners[*owner].cooperation.valid()) {
                r.report(Code::N03, say(message::no_text_of_its_own, {quoted(Text(place.name))}), place.span,
                         a_cooperation(r));
                continue;
            }
            found.cooperation = r.owners[*owner].cooperation;
            found.place = citation_of(r, place);
        } else {
            continue;
        }
        out.push_back(std::move(found));
    }
    return out;
}

namespace {

/// `"Wpg art 5"`, `"artikel 5 van de Wpg"`: the place as it is written without quotation marks; empty when it is none.
std::string cited_in_quotes(const Resolution& r, const Place& place) {
    const auto name = place.name;
    if (!place.parts.empty() || name.find_first_of("0123456789") == std::string_view::npos) return {};
    const auto knows = [&](std::string_view law) {
        return r.knows(NameKind::statute, law) || r.knows(NameKind::statute, without_article(law));
    };
    const auto bare = [](std::string_view text) {
        while (!text.empty() && (text.front() == ' ' || text.front() == ',')) text.remove_prefix(1);
        while (!text.empty() && (text.back() == ' ' || text.back() == ',')) text.remove_suffix(1);
        return text;
    };
    const auto written = [&](std::string_view law, std::string_view where) {
        return std::string(without_article(law)) + " " + std::string(where);
    };
    for (auto at = name.find(' '); at != std::string_view::npos; at = name.find(' ', at + 1)) {
        const auto first = bare(name.substr(0, at)), rest = bare(name.substr(at));
        if (knows(first)) return written(first, rest);
        if (!knows(rest)) continue;
        auto where = first;
        for (const std::string_view of : {" van", " of"})
            if (where.ends_with(of)) where = bare(where.substr(0, where.size() - of.size()));
        return written(rest, where);
    }
    return {};
}

}  // namespace

void tell_unknown_law(Resolution& r, const Place& place) {
    if (const auto line = cited_in_quotes(r, place); !line.empty()) {
        const auto& lead = syntax::info(Word::according_to).phrase;
        r.report(
            Code::N01, say(message::citation_without_quotes, {quoted(Text(place.name))}), place.span,
            {{say(message::write_instead, {{std::string(lead.nl) + " " + line, std::string(lead.en) + " " + line}})}});
        return;
    }
    // `artikel 7 Pw`: lawyers write the number first; the law is among the numbers.
    for (const auto& part : place.parts)
        for (std::string_view left = part.value; !left.empty();) {
            const auto blank = left.find_last_of(' ');
            const auto word = blank == std::string_view::npos ? left : left.substr(blank + 1);
            if (r.knows(NameKind::statute, word)) {
                r.report(Code::N01, say(message::law_goes_first), place.span,
                         {{say(message::law_first_example, {Text(word)})}});
                return;
            }
            left = blank == std::string_view::npos ? std::string_view() : left.substr(0, blank);
        }
    const auto& addendum = syntax::info(Word::addendum).phrase;
    if (const auto bare = folded(without_article(place.name));
        bare == folded(addendum.nl) || bare == folded(addendum.en)) {
        r.report(Code::N01, say(message::no_one_addendum), place.span, {{say(message::addendum_by_title)}});
        return;
    }
    (void)named(r, NameKind::statute, place.name, place.span);
}

Backing backing_of(Resolution& r, const Phrase& phrase) {
    Backing out;
    out.said = true;
    for (const auto& item : phrase.items)
        if (out.silence == Silence::none) out.silence = silence_of(item.value);
    out.certainty = phrase.certainty;
    for (const auto& clause : phrase.clauses) {
        if (clause.word == Word::source) {
            for (const auto& item : clause.items)
                if (out.source == Silence::none) out.source = silence_of(item.value);
            for (const auto& place : clause.places) {
                if (place.value != Word::none) continue;
                if (const auto found = named(r, NameKind::document, place.name, name_span(r.sources, place))) {
                    r.model.documents[*found].cited = true;
                    out.documents.push_back(
                        {{*found}, {std::string(place.name), {}, place.parts, {}, false}, place.span});
                }
            }
        } else if (clause.word == Word::according_to) {
            for (const auto& place : clause.places) {
                if (place.value != Word::none) continue;
                const auto owner = r.names[NameKind::party].find(place.name);
                const bool own_text = owner && (r.owners[*owner].cooperation.valid() || has_statutes(r, *owner));
                const bool known = own_text || r.knows(NameKind::statute, place.name);
                const auto beside = known ? std::nullopt : in_addendum(r, place);
                if (!known && !beside) {
                    tell_unknown_law(r, place);
                    continue;
                }
                out.citations.push_back(citation_of(r, beside.value_or(place)));
                if (clause.clause(Word::successors) != nullptr) out.citations.back().and_successors = true;
                if (const auto* pinned = clause.clause(Word::reads_on); pinned != nullptr)
                    if (const auto day = date_of(r, *pinned, *pinned->tree)) {
                        out.citations.back().worded_on = iso(day->first);
                        if (!r.cited_places.empty() && r.cited_places.back().span == place.span)
                            r.cited_places.back().worded_on = day->first;
                    }
            }
            const auto inner = backing_of(r, clause);
            out.documents.insert(out.documents.end(), inner.documents.begin(), inner.documents.end());
            if (out.certainty == Certainty::stated) out.certainty = inner.certainty;
            continue;
        }
        if (out.certainty == Certainty::stated) out.certainty = clause.certainty;
        for (const auto& deeper : clause.clauses)
            if (out.certainty == Certainty::stated) out.certainty = deeper.certainty;
    }
    return out;
}

}  // namespace belegd::resolve
