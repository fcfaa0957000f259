#include "resolve/names/guesses.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "base/quotes.hpp"
#include "base/suggest.hpp"
#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/names.hpp"
#include "diagnostics/messages/reading.hpp"
#include "diagnostics/messages/rules.hpp"
#include "model/describe.hpp"
#include "resolve/names/actors.hpp"
#include "resolve/names/library_names.hpp"
#include "resolve/names/lookup.hpp"
#include "syntax/first_words.hpp"
#include "syntax/lexicon.hpp"
#include "syntax/parser.hpp"

namespace belegd::resolve {
namespace {

/// The kinds among which a name that is not known is looked for.
constexpr NameKind kNameKinds[] = {NameKind::party, NameKind::function, NameKind::task,    NameKind::statute,
                                   NameKind::form,  NameKind::document, NameKind::variant, NameKind::decision};

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
        case NameKind::condition: return message::sample_condition;
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
        case NameKind::condition: return message::declare_condition;
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
    constexpr std::size_t kMost = 60;  // bytes: no clause is longer
    text = text.substr(0, kMost);
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
    for (const std::string_view word : {syntax::kAnd.nl, syntax::kAnd.en})
        if (part == word ||
            (at_end ? part.ends_with(" " + std::string(word)) : part.starts_with(std::string(word) + " ")))
            return true;
    return false;
}

/// The longest declared beginning of a run: in `Leiden vanaff 2020` it is `Leiden`. Of a run as long as a page only the
/// first words.
std::optional<std::string_view> known_beginning(const Names& names, std::string_view run) {
    constexpr std::size_t kMost = 400;  // bytes
    run = run.substr(0, kMost);
    for (auto end = run.find_last_of(" \t"); end != std::string_view::npos;
         end = run.substr(0, end).find_last_of(" \t"))
        if (end > 0 && run[end - 1] != ' ' && run[end - 1] != '\t' && names.find(run.substr(0, end)))
            return run.substr(0, end);
    return std::nullopt;
}

/// Of a name that is not known: the one that is known and was cut by a word of the language.
std::optional<std::string> cut_name(const Resolution& r, NameKind kind, std::string_view name, Span& span) {
    const auto found = r.names.find(kind);
    if (found == r.names.end() || name.empty() || r.sources.text(span).size() != name.size()) return std::nullopt;
    const auto tail = " " + folded(name);
    const auto text = r.sources[span.file].text();
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

/// The same where the name itself is what stands before that word.
std::optional<std::string> begun_name(const Resolution& r, NameKind kind, std::string_view name, Span& span) {
    const auto found = r.names.find(kind);
    if (found == r.names.end() || name.empty() || r.sources.text(span).size() != name.size()) return std::nullopt;
    const auto head = folded(name) + " ";
    const auto text = r.sources[span.file].text();
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

/// Reports a name that a module of the library declares which the model does not use.
bool in_unused_library(Resolution& r, NameKind kind, std::string_view name, Span span) {
    auto found = library_with(kind, name);
    if (!found) found = library_with(kind, without_article(name));
    if (!found && r.sources.text(span).size() == name.size()) {
        // `werk en inkomen`, `hoogheemraadschap van Delfland`: without the library it reads as two names.
        const auto text = r.sources[span.file].text().substr(span.begin);
        const auto line = text.substr(0, std::min({text.find_first_of("\r\n{}#()"), text.size(), std::size_t{200}}));
        found = library_begins(kind, line);
        const auto size = folded(name).size();
        if (!found || !found->folded.starts_with(folded(name)) || found->folded.size() <= size ||
            is_word_character(static_cast<unsigned char>(found->folded[size])))
            return false;
        auto end = name.size();
        while (end < line.size() && folded(line.substr(0, end)) != found->folded) ++end;
        auto rest = line.substr(name.size(), end - name.size());
        for (auto at = rest.find_first_of(" ,"); at != std::string_view::npos; at = rest.find_first_of(" ,")) {
            rest.remove_prefix(at + 1);
            r.lose(rest.substr(0, rest.find_first_of(" ,")));
            r.lose(rest);
        }
        span.end = span.begin + static_cast<std::uint32_t>(end);
    }
    if (!found || r.uses(found->module)) return false;
    const auto written = r.sources.text(span).size() >= name.size() && name.size() < found->folded.size()
                             ? Text(r.sources.text(span))
                             : Text(name);
    r.report(Code::N01, say(message::unknown_name, {name_of(kind), quoted(written)}), span,
             {{say(message::use_library, {Text(found->module)})}});
    r.unknown.try_emplace({kind, folded(name)}, r.diagnostics.items().size() - 1);
    return true;
}

/// A name that was cut by a word of the language, or is what stands before one: it needs quotation marks.
bool needs_quotes(Resolution& r, NameKind kind, std::string_view name, Span span) {
    if (const auto whole = cut_name(r, kind, name, span)) {
        const auto cut = r.sources.text(span);
        const auto before = cut.substr(0, cut.size() - name.size());
        const auto end = before.find_last_not_of(" \t");
        const auto start = before.find_last_of(" \t", end == std::string_view::npos ? 0 : end);
        const auto word = before.substr(start + 1, end - start);
        r.report(Code::N01, say(message::name_needs_quotes, {Text(*whole), Text(word)}), span,
                 {{say(message::quote_name, {Text(*whole)})}});
        return true;
    }
    if (const auto whole = begun_name(r, kind, name, span)) {
        const auto rest = r.sources.text(span).substr(name.size());
        const auto start = rest.find_first_not_of(" \t");
        const auto end = rest.find_first_of(" \t", start);
        r.lose(rest.substr(rest.find_first_not_of(" \t", end)));
        r.report(Code::N01, say(message::name_needs_quotes, {Text(*whole), Text(rest.substr(start, end - start))}),
                 span, {{say(message::quote_name, {Text(*whole)})}});
        return true;
    }
    return false;
}

/// How to make a name known that is near to no other.
std::vector<Remedy> how_to_declare(const Resolution& r, NameKind kind, std::string_view name) {
    std::vector<Remedy> out;
    const auto known = r.names.find(kind);
    if (kind == NameKind::variant && known != r.names.end() && !known->second.all().empty() &&
        known->second.all().size() <= 8) {
        std::vector<Text> variants;
        for (const auto& each : known->second.all()) variants.push_back(to_write(r, each));
        out.push_back({say(message::known_variants, {listed(variants)})});
    }
    if (const auto part = part_named(name); part && kind == NameKind::party)
        out = where_it_belongs(*part == Word::guests ? Word::participants : *part);
    else if (kind == NameKind::form)
        out = {{say(message::form_not_stated)},
               {say(r.uses("wgr") ? message::declare_form_only : message::declare_form, {to_write(r, name)})}};
    else
        out.push_back({say(declaration_of(kind), {to_write(r, name)})});
    if (kind == NameKind::function && !r.task_spoken_of.empty())
        out.push_back({say(message::and_task_needs, {to_write(r, r.task_spoken_of), to_write(r, name)})});
    return out;
}

/// `Drenthe` where there is `provincie Drenthe`: the party that has its kind before its name; else how to declare it.
std::vector<Remedy> longer_or_new(const Resolution& r, NameKind kind, std::string_view name) {
    constexpr std::size_t kMost = 5;
    std::vector<Remedy> out;
    const auto tail = " " + folded(without_article(name));
    const auto known = r.names.find(kind);
    if (kind == NameKind::party && known != r.names.end())
        for (const auto& each : known->second.all())
            if (out.size() < kMost && folded(each).ends_with(tail)) out.push_back(meant(r, each));
    return out.empty() ? how_to_declare(r, kind, name) : out;
}

/// `Bergen` where there are `Bergen (NH.)` and `Bergen (L.)`: the line with each of them.
std::vector<Remedy> with_province(const Resolution& r, std::string_view name, Span span) {
    constexpr std::size_t kMost = 5;
    std::vector<Remedy> out;
    const auto known = r.names.find(NameKind::party);
    if (known == r.names.end() || r.sources.text(span).size() != name.size()) return out;
    const auto head = folded(name) + " (";
    const auto text = r.sources[span.file].text();
    const auto begin = span.begin == 0 ? std::string_view::npos : text.find_last_of("\n{", span.begin - 1);
    const auto first = begin == std::string_view::npos ? 0 : begin + 1;
    auto before = text.substr(first, span.begin - first), after = text.substr(span.end);
    before.remove_prefix(std::min(before.find_first_not_of(" \t"), before.size()));
    after = after.substr(0, after.find_first_of("\r\n}#"));
    while (after.ends_with(' ')) after.remove_suffix(1);
    for (const auto& each : known->second.all())
        if (out.size() < kMost && folded(each).starts_with(head))
            out.push_back({say(message::write_instead, {joined({Text(before), to_write(r, each), Text(after)}, "")})});
    return out;
}

bool has_cooperation(const Resolution& r) {
    return std::any_of(r.model.cooperations.begin(), r.model.cooperations.end(),
                       [](const Cooperation& each) { return each.version == 1; });
}

/// `Leiden vanaff 2020`: the name is known, and what stands behind it does not fit.
void tell_what_follows(Resolution& r, NameKind kind, std::string_view known, std::string_view name, Span span) {
    auto rest = name.substr(known.size());
    rest.remove_prefix(std::min(rest.find_first_not_of(" \t"), rest.size()));
    span.begin += static_cast<std::uint32_t>(rest.data() - name.data());
    const auto clause = nearest_clause(rest);
    r.report(Code::N01, say(message::unknown_after, {quoted(Text(known)), quoted(Text(rest))}), span,
             {{kind == NameKind::function && r.knows(NameKind::task, rest)
                   ? say(message::of_is_or_van, {Text(known), Text(rest)})
               : clause ? say(message::did_you_mean, {Text(*clause)})
                        : say(message::new_line_or_quotes)}});
}

}  // namespace

std::optional<std::string> titled(const Resolution& r, NameKind kind, std::string_view title) {
    const auto wanted = folded(title), bare = folded(without_article(title));
    const auto is = [&](const Text& each) {
        return !each.empty() && (folded(each.nl) == wanted || folded(each.en) == wanted || folded(each.nl) == bare ||
                                 folded(each.en) == bare);
    };
    const auto among = [&](const auto& rows) -> std::optional<std::string> {
        for (const auto& row : rows)
            if (is(row.title) && r.knows(kind, row.name)) return row.name;
        return std::nullopt;
    };
    switch (kind) {
        case NameKind::party: {
            auto found = among(r.model.cooperations);
            if (!found) found = among(r.model.parties);
            return found ? found : among(r.model.regions);
        }
        case NameKind::decision: {
            auto found = among(r.model.decisions);
            return found ? found : among(r.model.milestones);
        }
        case NameKind::document: return among(r.model.documents);
        case NameKind::variant: return among(r.model.variants);
        case NameKind::task: return among(r.model.tasks);
        case NameKind::statute: return among(r.model.statutes);
        case NameKind::provision: return among(r.model.provisions);
        case NameKind::capacity: return among(r.model.capacities);
        case NameKind::condition: return among(r.model.conditions);
        default: return std::nullopt;
    }
}

namespace {

/// A name of the library as one writes it in a file: `vereffening` in a Dutch one, also where `liquidation` is nearer.
std::string in_language_of(const Resolution& r, NameKind kind, std::string name, Span span) {
    const auto index = r.names.at(kind).find(name);
    if (!index) return name;
    const auto of = [&](const auto& rows) {
        const auto& row = rows[*index];
        const auto& title = row.title;
        if (title.en.empty() || title.en == title.nl || r.sources[row.span.file].own()) return name;
        const bool english = syntax::language_of(r.sources[span.file].text()) == Language::en;
        if (!english && folded(name) == folded(title.en)) return row.name;
        return english && folded(name) == folded(row.name) ? title.en : name;
    };
    switch (kind) {
        case NameKind::function: return of(r.model.functions);
        case NameKind::task: return of(r.model.tasks);
        case NameKind::form: return of(r.model.forms);
        case NameKind::provision: return of(r.model.provisions);
        case NameKind::capacity: return of(r.model.capacities);
        case NameKind::condition: return of(r.model.conditions);
        default: return name;
    }
}

}  // namespace

bool told_before(Resolution& r, NameKind kind, std::string_view name, Span span) {
    const auto written = r.sources.text(span);
    if (is_unclosed(written) || r.lost.count(folded(name)) > 0) return true;
    const auto said = r.unknown.find({kind, folded(name)});
    if (said == r.unknown.end()) return false;
    constexpr std::size_t kMostPlaces = 5;
    const auto& known = r.diagnostics.items()[said->second];
    const auto is_here = [&](const Label& place) { return place.span == span; };
    if (is_here(known.primary) || std::any_of(known.related.begin(), known.related.end(), is_here)) return true;
    if (known.related.size() < kMostPlaces)
        r.diagnostics.also(said->second, {span, say(message::also_here)});
    else
        r.unknown_elsewhere[said->second].insert(span);
    return true;
}

void is_told(Resolution& r, NameKind kind, std::string_view name) {
    r.unknown.try_emplace({kind, folded(name)}, r.diagnostics.items().size() - 1);
}

std::optional<std::uint32_t> tell_unknown(Resolution& r, NameKind kind, std::string_view name, Span span,
                                          Wanted wanted) {
    if (told_before(r, kind, name, span)) return std::nullopt;
    const bool seeks = r.may_seek(r.names[kind].all().size());
    if (seeks && needs_quotes(r, kind, name, span)) return std::nullopt;
    const auto said = quoted(Text(name));
    const auto tell = [&](std::vector<Remedy> remedies) {
        r.report(Code::N01,
                 wanted == Wanted::cooperation_or_decision ? say(message::unknown_to_end, {said})
                                                           : say(message::unknown_name, {name_of(kind), said}),
                 span, std::move(remedies));
        is_told(r, kind, name);
    };
    if (!seeks) {
        if (!r.incomplete) tell({{say(message::too_many_unknown)}});
        return std::nullopt;
    }
    if (const auto own = titled(r, kind, name)) {
        tell({{say(message::did_you_mean_titled, {to_write(r, *own), Text(name)})}});
        return r.names[kind].find(*own);
    }
    for (const auto other : kNameKinds) {
        if (other == kind || !r.knows(other, name)) continue;
        std::vector<Remedy> remedies;
        if (wanted != Wanted::anything)
            remedies = a_cooperation(r);
        else
            remedies.push_back({say(message::name_a, {name_of(kind), say(sample_of(kind))})});
        r.report(Code::N03, say(message::wrong_kind, {said, name_of(other), name_of(kind)}), span, std::move(remedies));
        return std::nullopt;
    }
    if (r.incomplete || in_unused_library(r, kind, name, span)) return std::nullopt;
    if (kind == NameKind::party)
        if (auto lines = with_province(r, name, span); !lines.empty()) {
            tell(std::move(lines));
            return std::nullopt;
        }
    auto near = nearest(name, r.names[kind].all());
    if (!near && wanted == Wanted::cooperation_or_decision) near = nearest(name, r.names[NameKind::decision].all());
    if (near) {
        const auto suggested = in_language_of(r, kind, *near, span);
        tell({meant(r, suggested)});
        return std::nullopt;
    }
    if (const auto known = known_beginning(r.names[kind], name)) {
        tell_what_follows(r, kind, *known, name, span);
        return r.names[kind].find(*known);
    }
    if (wanted != Wanted::anything) {
        std::vector<Remedy> remedies{{say(message::declare_cooperation, {to_write(r, name)})}};
        if (wanted == Wanted::cooperation_or_decision)
            remedies.push_back({say(message::declare_ended_decision, {to_write(r, name)})});
        if (has_cooperation(r))
            for (auto& each : a_cooperation(r)) remedies.push_back(std::move(each));
        tell(std::move(remedies));
        return std::nullopt;
    }
    tell(longer_or_new(r, kind, name));
    return std::nullopt;
}

std::optional<Remedy> library_of_organ(const Resolution& r, std::string_view name) {
    const auto found = library_with(NameKind::organ, name);
    if (!found || r.uses(found->module)) return std::nullopt;
    return Remedy{say(message::use_library, {Text(found->module)})};
}

bool unknown_to_all(Resolution& r, const std::vector<NameKind>& kinds, const Item& item) {
    auto span = item.span;
    std::vector<std::string> all;
    for (const auto kind : kinds) {
        const auto& known = r.names[kind];
        if (!r.may_seek(known.all().size())) return false;
        if (known.find(item.text) || known.find(without_article(item.text)) || known_beginning(known, item.text) ||
            cut_name(r, kind, item.text, span) || begun_name(r, kind, item.text, span))
            return false;
        all.insert(all.end(), known.all().begin(), known.all().end());
    }
    if (r.incomplete || part_named(item.text) || r.lost.count(folded(item.text)) > 0) return false;
    for (const auto other : kNameKinds)
        if (r.knows(other, item.text)) return false;
    for (const auto kind : kinds)
        if (in_unused_library(r, kind, item.text, item.span)) return true;
    // `behalve "bezwaarschriften"`: an exception in words of the text's own is a condition.
    const bool in_words = item.kind == Item::Kind::string && item.text.find(' ') != std::string_view::npos;
    const auto near = in_words ? std::nullopt : nearest(item.text, all);
    std::vector<Remedy> remedies{near ? meant(r, *near) : Remedy{say(message::except_one_of)}};
    if (!near && item.kind == Item::Kind::string) {
        const auto& unless = syntax::info(Word::unless).phrase;
        const auto text = " \"" + std::string(item.text) + "\"";
        remedies.insert(remedies.begin(), {say(message::write_instead,
                                               {{std::string(unless.nl) + text, std::string(unless.en) + text}})});
    }
    r.report(Code::N01, say(message::unknown_exception, {quoted(Text(item.text))}), item.span, std::move(remedies));
    return true;
}

}  // namespace belegd::resolve
