#include "resolve/resolution.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "base/suggest.hpp"
#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/names.hpp"
#include "diagnostics/messages/reading.hpp"
#include "diagnostics/messages/rules.hpp"
#include "resolve/names/library_names.hpp"
#include "syntax/lexicon.hpp"

namespace belegd::resolve {
namespace {

Message kind_name(NameKind kind) {
    switch (kind) {
        case NameKind::party: return message::kind_party;
        case NameKind::function: return message::kind_function;
        case NameKind::task: return message::kind_task;
        case NameKind::statute: return message::kind_statute;
        case NameKind::form: return message::kind_form;
        case NameKind::document: return message::kind_document;
        case NameKind::variant: return message::kind_variant;
        case NameKind::decision: return message::kind_decision;
        case NameKind::organ: return message::kind_organ;
        case NameKind::package: return message::kind_package;
        case NameKind::overview: return message::kind_overview;
        case NameKind::rule: return message::kind_rule;
        case NameKind::procedure: return message::kind_procedure;
        case NameKind::step: return message::kind_step;
        case NameKind::provision: return message::kind_provision;
        case NameKind::capacity: return message::kind_capacity;
    }
    return message::kind_party;
}

/// What to name where another kind of thing was named.
Message sample_of(NameKind kind) {
    switch (kind) {
        case NameKind::party: return message::sample_party;
        case NameKind::function: return message::sample_function;
        case NameKind::task: return message::sample_task;
        case NameKind::statute: return message::sample_statute;
        case NameKind::form: return message::sample_form;
        case NameKind::document: return message::sample_document;
        case NameKind::variant: return message::sample_variant;
        case NameKind::decision: return message::sample_decision;
        case NameKind::provision: return message::sample_provision;
        case NameKind::capacity: return message::sample_capacity;
        default: break;  // never looked for by name alone
    }
    return message::sample_party;
}

/// How a thing of a kind is declared.
Message declaration_of(NameKind kind) {
    switch (kind) {
        case NameKind::party: return message::declare_party;
        case NameKind::function: return message::declare_function;
        case NameKind::task: return message::declare_task;
        case NameKind::statute: return message::declare_statute;
        case NameKind::form: return message::declare_form;
        case NameKind::document: return message::declare_document;
        case NameKind::variant: return message::declare_variant;
        case NameKind::decision: return message::declare_a_decision;
        case NameKind::provision: return message::declare_provision;
        case NameKind::capacity: return message::declare_capacity;
        default: break;
    }
    return message::declare_party;
}

/// The clause that the beginning of a text is a misspelling of.
std::optional<std::string> nearest_clause(std::string_view text) {
    static const std::vector<std::string> known = [] {
        std::vector<std::string> out;
        for (std::size_t i = 1; i < static_cast<std::size_t>(Word::protected_name); ++i)
            if (const auto word = static_cast<Word>(i); syntax::has(word, syntax::Clause))
                for (const auto& phrase : {syntax::info(word).phrase.nl, syntax::info(word).phrase.en})
                    if (phrase.size() > 2) out.emplace_back(phrase);
        return out;
    }();
    for (auto end = std::min(text.find(' '), text.size()); end > 0;) {
        if (end > 2)
            if (auto near = nearest(text.substr(0, end), known)) return near;
        if (end >= text.size()) break;
        end = std::min(text.find(' ', end + 1), text.size());
    }
    return std::nullopt;
}

/// Whether `en` stands at the end, or the beginning, of a part of a name: there a list is divided, no name is cut.
bool joins_names(std::string_view part, bool at_end) {
    for (const std::string_view word : {"en", "and"})
        if (part == word ||
            (at_end ? part.ends_with(" " + std::string(word)) : part.starts_with(std::string(word) + " ")))
            return true;
    return false;
}

/// `het college` is the college: an article before a name does not count.
std::string_view without_article(std::string_view name) {
    for (const std::string_view article :
         {"de gemeente", "gemeente", "the municipality of", "municipality of", "de", "het", "een", "the", "a", "an"}) {
        if (name.size() <= article.size() || folded(name.substr(0, article.size())) != article) continue;
        const auto rest = name.find_first_not_of(" \t", article.size());
        if (rest != std::string_view::npos && rest > article.size()) return name.substr(rest);
    }
    return name;
}

/// The longest declared beginning of a run: in `Leiden vanaff 2020` it is `Leiden`.
std::optional<std::string_view> known_beginning(const Names& names, std::string_view run) {
    for (auto end = run.find_last_of(" \t"); end != std::string_view::npos;
         end = run.substr(0, end).find_last_of(" \t"))
        if (end > 0 && run[end - 1] != ' ' && run[end - 1] != '\t' && names.find(run.substr(0, end)))
            return run.substr(0, end);
    return std::nullopt;
}

}  // namespace

Span name_span(const Phrase& phrase) { return phrase.items.empty() ? phrase.span : phrase.items.front().span; }

Span name_span(const Sources& sources, const Place& place) {
    const auto text = sources.text(place.span);
    if (place.name.empty() || text.empty()) return place.span;
    const auto begin = place.span.begin + static_cast<std::uint32_t>(place.name.data() - text.data());
    return {place.span.file, begin, begin + static_cast<std::uint32_t>(place.name.size())};
}

void Resolution::report(Code code, Text message, Span span, std::vector<Remedy> remedies, std::vector<Label> related,
                        Text why) {
    auto id = std::string(info(code).id) + "/" + std::string(sources.text(span));
    diagnostics.add({code,
                     std::move(message),
                     at(span),
                     std::move(related),
                     {},
                     std::move(why),
                     {},
                     std::move(remedies),
                     std::move(id)});
}

bool Resolution::declare(NameKind kind, std::string_view name, std::uint32_t index, Span span, Span) {
    const auto taken = names[kind].add(name, index);
    if (!taken || *taken == index) used(kind, index, span, true);
    if (!taken || *taken == index) return true;
    Span first{};
    switch (kind) {
        case NameKind::party:
            first = owners[*taken].party.valid()    ? model[owners[*taken].party].span
                    : owners[*taken].region.valid() ? model[owners[*taken].region].span
                                                    : model[owners[*taken].cooperation].name_span;
            break;
        case NameKind::function: first = model.functions[*taken].span; break;
        case NameKind::task: first = model.tasks[*taken].span; break;
        case NameKind::statute: first = model.statutes[*taken].span; break;
        case NameKind::form: first = model.forms[*taken].span; break;
        case NameKind::provision: first = model.provisions[*taken].span; break;
        case NameKind::capacity: first = model.capacities[*taken].span; break;
        case NameKind::document: first = model.documents[*taken].span; break;
        case NameKind::variant: first = model.variants[*taken].span; break;
        case NameKind::decision:
            first = planned[*taken].decision.valid() ? model[planned[*taken].decision].span
                                                     : model[planned[*taken].milestone].span;
            break;
        default: break;  // kept elsewhere
    }
    if (!sources[first.file].own() && sources[span.file].own() && kind == NameKind::party) {
        const auto begins = sources[span.file].text().substr(0, span.begin);
        const auto line =
            begins.substr(begins.find_last_of('\n') == std::string_view::npos ? 0 : begins.find_last_of('\n') + 1);
        const auto from = std::min(line.find_first_not_of(" \t"), line.size());
        const std::string word(line.substr(from, line.find_first_of(" \t", from) - from));
        auto longer = word + " " + std::string(name);
        if (longer.front() >= 'a' && longer.front() <= 'z') longer.front() = static_cast<char>(longer.front() - 32);
        report(Code::N02, say(message::name_in_library, {Text(name)}), span,
               {{say(message::longer_name, {Text(word), Text("\"" + longer + "\"")})}},
               {{first, say(message::declared_here)}});
        return false;
    }
    report(Code::N02, say(message::declared_twice, {say(kind_name(kind)), say(message::quoted, {Text(name)})}), span,
           {{say(message::choose_other_name)}}, {{first, say(message::declared_here)}});
    return false;
}

void Resolution::used(NameKind kind, std::uint32_t index, Span span, bool declares) {
    model.mentions.push_back({kind, index, declares, span});
}

void Resolution::mention_inside(NameKind kind, std::string_view outer, std::string_view name, Span span,
                                bool declares) {
    // A quotation mark cannot stand in a name, so the two cannot run together.
    const auto whole = std::string(outer) + "\"" + std::string(name);
    auto& known = names[kind];
    auto index = known.find(whole);
    if (!index) {
        index = static_cast<std::uint32_t>(known.all().size());
        known.add(whole, *index);
    }
    used(kind, *index, span, declares);
}

bool Resolution::knows(NameKind kind, std::string_view name) const {
    const auto found = names.find(kind);
    return found != names.end() && found->second.find(name).has_value();
}

std::optional<std::uint32_t> Resolution::named(NameKind kind, std::string_view name, Span span) {
    if (const auto found = names[kind].find(name)) {
        used(kind, *found, span);
        return found;
    }
    if (const auto bare = without_article(name); bare.size() < name.size())
        if (const auto found = names[kind].find(bare)) {
            used(kind, *found,
                 {span.file, span.begin + static_cast<std::uint32_t>(name.size() - bare.size()), span.end});
            return found;
        }
    const auto written = sources.text(span);
    const bool unclosed = !written.empty() && written.front() == '"' && (written.size() < 2 || written.back() != '"');
    if (unclosed || lost.count(folded(name)) > 0) return std::nullopt;
    constexpr std::size_t kMostPlaces = 5;
    if (const auto said = unknown.find({kind, folded(name)}); said != unknown.end()) {
        if (diagnostics.items()[said->second].related.size() < kMostPlaces)
            diagnostics.also(said->second, {span, say(message::also_here)});
        return std::nullopt;
    }
    const auto quoted = say(message::quoted, {Text(name)});
    if (const auto whole = cut_name(kind, name, span)) {
        const auto cut = sources.text(span);
        const auto before = cut.substr(0, cut.size() - name.size());
        const auto end = before.find_last_not_of(" \t");
        const auto start = before.find_last_of(" \t", end == std::string_view::npos ? 0 : end);
        const auto word = before.substr(start + 1, end - start);
        report(Code::N01, say(message::name_needs_quotes, {Text(*whole), Text(word)}), span,
               {{say(message::quote_name, {Text(*whole)})}});
        return std::nullopt;
    }
    if (const auto whole = begun_name(kind, name, span)) {
        const auto rest = sources.text(span).substr(name.size());
        const auto start = rest.find_first_not_of(" \t");
        const auto end = rest.find_first_of(" \t", start);
        lose(rest.substr(rest.find_first_not_of(" \t", end)));
        report(Code::N01, say(message::name_needs_quotes, {Text(*whole), Text(rest.substr(start, end - start))}), span,
               {{say(message::quote_name, {Text(*whole)})}});
        return std::nullopt;
    }
    if (const auto own = titled(kind, name)) {
        report(Code::N01, say(message::unknown_name, {say(kind_name(kind)), quoted}), span,
               {{say(message::did_you_mean_titled, {to_write(*own), Text(name)})}});
        unknown.try_emplace({kind, folded(name)}, diagnostics.items().size() - 1);
        return names[kind].find(*own);
    }
    for (const auto other : kNameKinds) {
        if (other == kind || !knows(other, name)) continue;
        report(Code::N03, say(message::wrong_kind, {quoted, say(kind_name(other)), say(kind_name(kind))}), span,
               {{say(message::name_a, {say(kind_name(kind)), say(sample_of(kind))})}});
        return std::nullopt;
    }
    if (incomplete || in_unused_library(kind, name, span)) return std::nullopt;
    std::vector<Remedy> remedies;
    if (const auto near = nearest(name, names[kind].all())) {
        remedies.push_back({meant(*near)});
    } else if (const auto known = known_beginning(names[kind], name)) {
        auto rest = name.substr(known->size());
        rest.remove_prefix(std::min(rest.find_first_not_of(" \t"), rest.size()));
        report(Code::N01,
               say(message::unknown_after, {say(message::quoted, {Text(*known)}), say(message::quoted, {Text(rest)})}),
               {span.file, span.begin + static_cast<std::uint32_t>(rest.data() - name.data()), span.end},
               {{kind == NameKind::function && knows(NameKind::task, rest)
                     ? say(message::of_is_or_van, {Text(*known), Text(rest)})
                 : nearest_clause(rest) ? say(message::did_you_mean, {Text(*nearest_clause(rest))})
                                        : say(message::new_line_or_quotes)}});
        return names[kind].find(*known);
    } else {
        const auto& all = names[kind].all();
        if (kind == NameKind::variant && !all.empty() && all.size() <= 8) {
            std::vector<Text> variants;
            for (const auto& each : all) variants.push_back(to_write(each));
            remedies.push_back({say(message::known_variants, {listed(variants)})});
        }
        if (const auto part = part_named(name); part && kind == NameKind::party)
            remedies = where_it_belongs(*part == Word::guests ? Word::participants : *part);
        else if (kind == NameKind::form)
            remedies = {{say(message::form_not_stated)},
                        {say(uses("wgr") ? message::declare_form_only : message::declare_form, {to_write(name)})}};
        else
            remedies.push_back({say(declaration_of(kind), {to_write(name)})});
        if (kind == NameKind::function && !task_spoken_of.empty())
            remedies.push_back({say(message::and_task_needs, {to_write(task_spoken_of), to_write(name)})});
    }
    report(Code::N01, say(message::unknown_name, {say(kind_name(kind)), quoted}), span, std::move(remedies));
    unknown.try_emplace({kind, folded(name)}, diagnostics.items().size() - 1);
    return std::nullopt;
}

std::optional<std::string> Resolution::titled(NameKind kind, std::string_view title) const {
    const auto wanted = folded(title), bare = folded(without_article(title));
    const auto is = [&](const Text& each) {
        return !each.empty() && (folded(each.nl) == wanted || folded(each.en) == wanted || folded(each.nl) == bare ||
                                 folded(each.en) == bare);
    };
    const auto among = [&](const auto& rows) -> std::optional<std::string> {
        for (const auto& row : rows)
            if (is(row.title) && knows(kind, row.name)) return row.name;
        return std::nullopt;
    };
    switch (kind) {
        case NameKind::party: {
            auto found = among(model.cooperations);
            if (!found) found = among(model.parties);
            return found ? found : among(model.regions);
        }
        case NameKind::decision: {
            auto found = among(model.decisions);
            return found ? found : among(model.milestones);
        }
        case NameKind::document: return among(model.documents);
        case NameKind::variant: return among(model.variants);
        case NameKind::task: return among(model.tasks);
        case NameKind::statute: return among(model.statutes);
        case NameKind::provision: return among(model.provisions);
        case NameKind::capacity: return among(model.capacities);
        default: return std::nullopt;
    }
}

bool Resolution::uses(std::string_view module) const {
    for (std::uint32_t file = 0; file < sources.size(); ++file)
        if (!sources[file].own() && sources[file].name() == module) return true;
    return false;
}

bool Resolution::formless(CooperationId cooperation) const {
    return cooperation.valid() && unknown_forms.count(model[cooperation].first_version.index) > 0;
}

bool Resolution::in_unused_library(NameKind kind, std::string_view name, Span span) {
    auto found = library_with(kind, name);
    if (!found) found = library_with(kind, without_article(name));
    if (!found && sources.text(span).size() == name.size()) {
        // `werk en inkomen`: without the library it reads as two names.
        const auto text = sources[span.file].text().substr(span.begin);
        const auto line = text.substr(0, std::min({text.find_first_of(",\r\n{}#()"), text.size(), std::size_t{200}}));
        found = library_begins(kind, line);
        if (!found || !found->folded.starts_with(folded(name) + " ")) return false;
        auto rest = line.substr(name.size());
        for (const std::string_view joins : {" en ", " and "})
            if (const auto at = rest.find(joins); at != std::string_view::npos) {
                rest = rest.substr(at + joins.size());
                lose(rest.substr(0, rest.find(' ')));
            }
        auto end = name.size();
        while (end < line.size() && folded(line.substr(0, end)) != found->folded) ++end;
        span.end = span.begin + static_cast<std::uint32_t>(end);
    }
    if (!found || uses(found->module)) return false;
    const auto written = sources.text(span).size() >= name.size() && name.size() < found->folded.size()
                             ? Text(sources.text(span))
                             : Text(name);
    report(Code::N01, say(message::unknown_name, {say(kind_name(kind)), say(message::quoted, {written})}), span,
           {{say(message::use_library, {Text(found->module)})}});
    unknown.try_emplace({kind, folded(name)}, diagnostics.items().size() - 1);
    return true;
}

Text Resolution::to_write(std::string_view name) const {
    const auto known = names.find(NameKind::party);
    if (known != names.end())
        if (const auto found = known->second.find(name); found && *found < owners.size()) {
            const auto party = owners[*found].party;
            if (party.valid() && !sources[model[party].span.file].own()) return Text(name);
        }
    return Text(syntax::name_to_write(name));
}

Text Resolution::meant(std::string_view name) const {
    const auto written = to_write(name);
    return say(written.nl == name ? message::did_you_mean : message::did_you_mean_in_quotes, {written});
}

bool Resolution::unknown_to_all(const std::vector<NameKind>& kinds, const Item& item) {
    auto span = item.span;
    std::vector<std::string> all;
    for (const auto kind : kinds) {
        const auto& known = names[kind];
        if (known.find(item.text) || known.find(without_article(item.text)) || known_beginning(known, item.text) ||
            cut_name(kind, item.text, span) || begun_name(kind, item.text, span))
            return false;
        all.insert(all.end(), known.all().begin(), known.all().end());
    }
    if (incomplete || part_named(item.text) || lost.count(folded(item.text)) > 0) return false;
    for (const auto other : kNameKinds)
        if (knows(other, item.text)) return false;
    for (const auto kind : kinds)
        if (in_unused_library(kind, item.text, item.span)) return true;
    const auto near = nearest(item.text, all);
    report(Code::N01, say(message::unknown_exception, {say(message::quoted, {Text(item.text)})}), item.span,
           {{near ? meant(*near) : say(message::except_one_of)}});
    return true;
}

void Resolution::lose(std::string_view name) { lost.insert(folded(name)); }

std::optional<std::string> Resolution::cut_name(NameKind kind, std::string_view name, Span& span) const {
    const auto found = names.find(kind);
    if (found == names.end() || name.empty() || sources.text(span).size() != name.size()) return std::nullopt;
    const auto tail = " " + folded(name);
    const auto text = sources[span.file].text();
    for (const auto& known : found->second.all()) {
        const auto wanted = folded(known);
        if (!wanted.ends_with(tail) || joins_names(wanted.substr(0, wanted.size() - tail.size()), true)) continue;
        // Blanks and accents may make what is written longer than what is compared.
        const auto words = static_cast<std::size_t>(std::count(wanted.begin(), wanted.end(), ' '));
        auto begin = std::size_t{span.begin};
        for (std::size_t i = 0; i < words && begin > 0; ++i) {
            while (begin > 0 && (text[begin - 1] == ' ' || text[begin - 1] == '\t')) --begin;
            while (begin > 0 && text[begin - 1] != ' ' && text[begin - 1] != '\t' && text[begin - 1] != '\n' &&
                   text[begin - 1] != ',')
                --begin;
        }
        if (folded(text.substr(begin, span.end - begin)) != wanted) continue;
        span.begin = static_cast<std::uint32_t>(begin);
        return known;
    }
    return std::nullopt;
}

std::optional<std::string> Resolution::begun_name(NameKind kind, std::string_view name, Span& span) const {
    const auto found = names.find(kind);
    if (found == names.end() || name.empty() || sources.text(span).size() != name.size()) return std::nullopt;
    const auto head = folded(name) + " ";
    const auto text = sources[span.file].text();
    for (const auto& known : found->second.all()) {
        const auto wanted = folded(known);
        if (!wanted.starts_with(head) || joins_names(wanted.substr(head.size()), false)) continue;
        auto end = std::size_t{span.end};
        for (auto words = std::count(wanted.begin() + static_cast<std::ptrdiff_t>(head.size() - 1), wanted.end(), ' ');
             words > 0 && end < text.size(); --words) {
            while (end < text.size() && (text[end] == ' ' || text[end] == '\t')) ++end;
            while (end < text.size() && text[end] != ' ' && text[end] != '\t' && text[end] != '\n' &&
                   text[end] != '\r' && text[end] != ',')
                ++end;
        }
        if (folded(text.substr(span.begin, end - span.begin)) != wanted) continue;
        span.end = static_cast<std::uint32_t>(end);
        return known;
    }
    return std::nullopt;
}

std::vector<Remedy> Resolution::a_cooperation() const {
    std::vector<Text> all;
    for (const auto& each : model.cooperations)
        if (each.version == 1 && all.size() < 5) all.push_back(to_write(each.name));
    if (all.empty()) return {{say(message::name_a_cooperation_first)}};
    return {{say(message::name_a_cooperation, {joined(all, ", ")})}};
}

std::vector<Remedy> Resolution::a_participant(PartyId party, CooperationId cooperation) const {
    const auto& row = model[cooperation];
    std::vector<Text> all;
    for (const auto& each : row.participants)
        if (const auto name = to_write(model[each.party].name);
            all.size() < 5 &&
            std::none_of(all.begin(), all.end(), [&](const Text& known) { return known.nl == name.nl; }))
            all.push_back(name);
    const auto name = to_write(model[party].name);
    const Text whose(row.name);
    return {{all.empty() ? say(message::make_participant_only, {name, whose})
                         : say(message::make_participant, {name, whose, joined(all, ", ")})}};
}

std::vector<Remedy> where_it_belongs(Word word) {
    std::vector<Text> homes;
    for (const auto home : syntax::homes_of(word)) homes.push_back(syntax::info(home).phrase);
    if (homes.empty() && syntax::holds(Word::none, word)) return {{say(message::put_outside)}};
    if (homes.empty()) return {};
    return {{say(message::put_in, {say(message::quoted, {syntax::info(word).phrase}), joined(homes, ", ")})}};
}

std::vector<Phrase> Resolution::pairs_of(const Phrase& clause, const std::vector<NameKind>& kinds, bool* joined) const {
    std::vector<Phrase> out;
    auto before = clause.items;
    auto left = std::count_if(clause.clauses.begin(), clause.clauses.end(),
                              [](const Phrase& each) { return each.word == Word::of; });
    for (const auto& of : clause.clauses) {
        if (of.word != Word::of) continue;
        auto pair = clause;
        pair.items = before;
        pair.clauses = {of};
        auto& after = pair.clauses.front().items;
        if (--left > 0) {
            after = divided_items(after, kinds, joined);
            const auto leads_on = [&](const Item& item) {
                return (organ_names.find(item.text) && !knows(NameKind::party, item.text)) ||
                       (knows(NameKind::function, item.text) && !knows(NameKind::task, item.text));
            };
            before.clear();
            while (after.size() > 1 && (before.empty() || leads_on(after.back()))) {
                before.insert(before.begin(), after.back());
                after.pop_back();
            }
        }
        out.push_back(std::move(pair));
    }
    if (out.empty()) {
        out.push_back(clause);
        out.back().clauses.clear();
    }
    return out;
}

std::vector<Item> Resolution::divided_items(const std::vector<Item>& items, const std::vector<NameKind>& kinds,
                                            bool* joined) const {
    std::vector<Item> out;
    for (const auto& item : items) {
        if (item.kind == Item::Kind::value) continue;
        if (item.after_and && joined != nullptr) *joined = true;
        if (item.kind == Item::Kind::group) {
            // Outside lists of tasks brackets only keep names together.
            for (const auto& phrase : item.own)
                for (auto inner : divided_items(phrase.items, kinds, joined)) {
                    inner.own.insert(inner.own.end(), phrase.clauses.begin(), phrase.clauses.end());
                    out.push_back(std::move(inner));
                }
            continue;
        }
        if (item.kind != Item::Kind::name || !item.parts.empty()) {
            out.push_back(item);
            continue;
        }
        const auto declared = [&](std::string_view name) {
            return std::any_of(kinds.begin(), kinds.end(), [&](NameKind kind) { return knows(kind, name); }) ||
                   (kinds.front() == NameKind::party && organ_names.find(name).has_value());
        };
        const auto parts = divided(
            item.text, [&](std::string_view name) { return declared(name) || declared(without_article(name)); });
        if (joined != nullptr && parts.joined) *joined = true;
        for (auto part : parts.names) {
            if (!declared(part) && declared(without_article(part))) part = without_article(part);
            auto each = item;
            each.text = part;
            each.span.begin = item.span.begin + static_cast<std::uint32_t>(part.data() - item.text.data());
            each.span.end = each.span.begin + static_cast<std::uint32_t>(part.size());
            if (part.data() != item.text.data()) each.after_or = each.after_and = false;
            out.push_back(std::move(each));
        }
    }
    return out;
}

std::vector<FunctionId> Resolution::functions(const std::vector<Item>& items) {
    std::vector<FunctionId> out;
    for (const auto& item : divided_items(items, {NameKind::function})) {
        const auto name = folded(item.text);
        if (name == "alle bevoegdheden" || name == "all powers") {
            for (std::uint32_t i = 0; i < model.functions.size(); ++i)
                if (model.functions[i].power) out.push_back({i});
            continue;
        }
        if (const auto found = named(NameKind::function, item.text, item.span)) out.push_back({*found});
    }
    return out;
}

BitSet Resolution::leaves_of(const std::vector<FunctionId>& functions) const {
    BitSet out(model.leaf_functions.size());
    for (const auto id : functions) out |= model[id].leaves;
    return out;
}

BitSet Resolution::leaves_of(const std::vector<TaskId>& tasks) const {
    BitSet out(model.leaf_tasks.size());
    for (const auto id : tasks) out |= model[id].leaves;
    return out;
}

}  // namespace belegd::resolve
