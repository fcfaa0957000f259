// Where a sentence belongs that stands elsewhere, and the names that its remedy gives it.
#include "resolve/names/guesses.hpp"

#include <algorithm>

#include "base/quotes.hpp"
#include "base/suggest.hpp"
#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/names.hpp"
#include "diagnostics/messages/reading.hpp"
#include "model/describe.hpp"
#include "resolve/names/actors.hpp"
#include "resolve/names/library_names.hpp"
#include "resolve/names/lookup.hpp"
#include "syntax/first_words.hpp"
#include "syntax/lexicon.hpp"
#include "syntax/parser.hpp"

namespace belegd::resolve {

Text to_write(const Resolution& r, std::string_view name) {
    const auto known = r.names.find(NameKind::party);
    if (known != r.names.end())
        if (const auto found = known->second.find(name); found && *found < r.owners.size()) {
            const auto party = r.owners[*found].party;
            if (party.valid() && !r.sources[r.model[party].span.file].own()) return Text(name);
        }
    return Text(syntax::name_to_write(name));
}

Remedy meant(const Resolution& r, std::string_view name) {
    const auto written = to_write(r, name);
    return {say(written.nl == name ? message::did_you_mean : message::did_you_mean_in_quotes, {written}),
            {},
            false,
            written};
}

std::vector<Remedy> where_it_belongs(Word word) {
    std::vector<Text> homes;
    for (const auto home : syntax::homes_of(word)) homes.push_back(syntax::info(home).phrase);
    std::vector<Remedy> out;
    if (syntax::takes(Word::delegates, word)) out.push_back({say(message::behind_the_sentence)});
    if (syntax::holds(Word::none, word)) out.push_back({say(message::put_outside)});
    if (!homes.empty()) out.push_back({say(message::put_in, {quoted(syntax::info(word).phrase), listed(homes)})});
    return out;
}

std::vector<Remedy> instead_in(const Resolution& r, const Phrase& line, Word block) {
    const auto text = r.sources[line.span.file].text().substr(line.span.begin);
    const auto written = text.substr(0, text.find_first_of("\r\n{}#"));
    if (line.tree != nullptr)
        if (const auto instead = syntax::first_words(written, block, line.tree->language, syntax::Lexicon()))
            return {{say(instead->example ? message::for_example : message::write_instead, {instead->line})}};
    return where_it_belongs(line.word);
}

std::vector<Remedy> a_cooperation(const Resolution& r) {
    std::vector<Text> all;
    for (const auto& each : r.model.cooperations)
        if (each.version == 1 && all.size() < 5) all.push_back(to_write(r, each.name));
    if (all.empty()) return {{say(message::name_a_cooperation_first)}};
    return {{say(message::name_a_cooperation, {joined(all, ", ")})}};
}

std::vector<Remedy> a_participant(const Resolution& r, PartyId party, CooperationId cooperation) {
    const auto& row = r.model[cooperation];
    std::vector<Text> all;
    for (const auto& each : row.participants)
        if (const auto name = to_write(r, r.model[each.party].name);
            all.size() < 5 &&
            std::none_of(all.begin(), all.end(), [&](const Text& known) { return known.nl == name.nl; }))
            all.push_back(name);
    const auto name = to_write(r, r.model[party].name);
    const Text whose(row.name);
    return {{all.empty() ? say(message::make_participant_only, {name, whose})
                         : say(message::make_participant, {name, whose, joined(all, ", ")})}};
}

}  // namespace belegd::resolve
