// What the text of a cooperation regulates, and when and by whom it was adopted.
#include <algorithm>

#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/names.hpp"
#include "resolve/names/actors.hpp"
#include "resolve/names/lookup.hpp"
#include "resolve/statements/cooperations.hpp"
#include "resolve/values/values.hpp"

namespace belegd::resolve {

void Cooperations::provides(const Place& place, const Phrase& clause) {
    auto& version = model_[place.id];
    const bool has = clause.word == Word::provides;
    auto& said = has ? version.provides : version.provides_not;
    auto& contrary = has ? version.provides_not : version.provides;
    for (const auto& item : clause.items)
        if (has && item.value == Word::open_list) version.provides_open = true;
    for (const auto& item : divided_items(r_, clause.items, {NameKind::provision})) {
        const auto found = named(r_, NameKind::provision, item.text, item.span);
        if (!found) {
            version.provides_open = true;
            continue;
        }
        const ProvisionId id{*found};
        const auto is_same = [&](const Provided& each) { return each.provision == id; };
        // What an amendment says of a provision replaces what the version before said of it.
        if (place.amending) std::erase_if(contrary, is_same);
        if (const auto first = std::find_if(contrary.begin(), contrary.end(), is_same); first != contrary.end()) {
            const auto yes = quoted(syntax::info(Word::provides).phrase);
            const auto no = quoted(syntax::info(Word::provides_not).phrase);
            r_.report(Code::N11,
                      say(message::said_differently,
                          {quoted(Text(model_[id].name)), Text(version.name), has ? no : yes, has ? yes : no}),
                      item.span, {{say(message::first_counts)}}, {{first->span, say(message::this_counts)}});
            continue;
        }
        said.push_back({id, place.article, item.span, backing_of(r_, clause)});
    }
}

void Cooperations::adoption(Cooperation& cooperation, const syntax::Tree& tree, const Phrase& clause) {
    const auto keep = [&](std::optional<DateValue>& day, Backing& backing, Span& span) {
        day = date_of(r_, clause, tree);
        backing = backing_of(r_, clause);
        span = clause.whole;
    };
    if (clause.word == Word::concluded_on)
        keep(cooperation.concluded, cooperation.concluded_backing, cooperation.concluded_span);
    if (clause.word == Word::published)
        keep(cooperation.published, cooperation.published_backing, cooperation.published_span);
}

/// `directeur van Oostdam namens burgemeester, directeur van Rijnhof namens college`: each on a line of its own.
bool Cooperations::signed_for_several(const Phrase& clause) {
    const auto behalf = syntax::info(Word::on_behalf).phrase.in(clause.tree->language);
    auto text = r_.sources[clause.whole.file].text().substr(clause.whole.begin);
    auto end = text.find_first_of("\n{}#");
    while (end != std::string_view::npos && text[end] == '\n' && end > 0 &&
           text[text.find_last_not_of(" \t\r\n", end)] == ',')
        end = text.find_first_of("\n{}#", end + 1);
    const auto said = on_one_line(text.substr(0, end));
    const auto& word = syntax::info(Word::signed_by).phrase.in(clause.tree->language);
    std::vector<std::string> signers{std::string()};
    std::size_t behalves = 0;
    bool whose = false;
    for (std::string_view left = std::string_view(said).substr(std::min(said.size(), word.size())); !left.empty();) {
        const auto comma = std::min(left.find(','), left.size());
        auto piece = left.substr(0, comma);
        piece.remove_prefix(std::min(piece.find_first_not_of(' '), piece.size()));
        left.remove_prefix(std::min(comma + 1, left.size()));
        if (whose) signers.emplace_back();
        whose = piece.find(" " + std::string(behalf) + " ") != std::string_view::npos;
        behalves += whose ? 1 : 0;
        signers.back() += (signers.back().empty() ? "" : ", ") + std::string(piece);
    }
    if (behalves < 2) return false;
    std::vector<Remedy> remedies;
    remedies.reserve(signers.size());
    for (const auto& each : signers)
        remedies.push_back({say(remedies.empty() ? message::signed_each : message::and_the_line,
                                {joined({syntax::info(Word::signed_by).phrase, Text(each)}, " ")})});
    r_.report(Code::N04, say(message::signed_for_several, {quoted(syntax::info(Word::on_behalf).phrase)}), clause.span,
              std::move(remedies));
    return true;
}

void Cooperations::signatures(CooperationId id, const Phrase& clause) {
    const Context context{clause.tree, id, std::nullopt, {}, {}, {}};
    if (signed_for_several(clause)) return;
    tell_unfinished(r_, clause);
    auto names = names_as_written(r_, clause);
    const auto signers = known_actors(r_, clause, context);
    auto& version = model_[id];
    if (const auto* behalf = clause.clause(Word::on_behalf)) {
        const auto whom = listed(names_as_written(r_, *behalf));
        for (auto& name : names) name = say(message::signed_on_behalf, {name, whom});
        // `burgemeester van Leiden namens college`: that of Leiden.
        for (auto actor : known_actors(r_, *behalf, context)) {
            if (actor.owner == Actor::Owner::own && signers.size() == 1 && actor.organ.valid())
                actor = {signers.front().owner, signers.front().index, actor.organ};
            version.signed_for.push_back(actor);
        }
    }
    for (auto& name : names) version.signatories.push_back(std::move(name));
    for (const auto& actor : signers) version.signed_by.push_back(actor);
}

}  // namespace belegd::resolve
