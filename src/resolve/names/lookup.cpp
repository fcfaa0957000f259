#include "resolve/names/lookup.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/names.hpp"
#include "model/describe.hpp"
#include "resolve/names/guesses.hpp"

namespace belegd::resolve {
namespace {

/// Where the bearer of a name is declared.
Span place_of(const Resolution& r, NameKind kind, std::uint32_t index) {
    const auto& model = r.model;
    switch (kind) {
        case NameKind::party:
            return r.owners[index].party.valid()    ? model[r.owners[index].party].span
                   : r.owners[index].region.valid() ? model[r.owners[index].region].span
                                                    : model[r.owners[index].cooperation].name_span;

        case NameKind::function: return model.functions[index].span;
        case NameKind::task: return model.tasks[index].span;
        case NameKind::statute: return model.statutes[index].span;
        case NameKind::form: return model.forms[index].span;
        case NameKind::provision: return model.provisions[index].span;
        case NameKind::capacity: return model.capacities[index].span;
        case NameKind::condition: return model.conditions[index].span;
        case NameKind::document: return model.documents[index].span;
        case NameKind::variant: return model.variants[index].span;
        case NameKind::decision:
            return r.planned[index].decision.valid()    ? model[r.planned[index].decision].span
                   : r.planned[index].milestone.valid() ? model[r.planned[index].milestone].span
                                                        : model[r.planned[index].rule].span;

        default: return {};  // kept elsewhere
    }
}

}  // namespace

Span name_span(const Phrase& phrase) { return phrase.items.empty() ? phrase.span : phrase.items.front().span; }

Span name_span(const Sources& sources, const Place& place) {
    const auto text = sources.text(place.span);
    if (place.name.empty() || text.empty()) return place.span;
    const auto begin = place.span.begin + static_cast<std::uint32_t>(place.name.data() - text.data());
    return {place.span.file, begin, begin + static_cast<std::uint32_t>(place.name.size())};
}

bool declare(Resolution& r, NameKind kind, std::string_view name, std::uint32_t index, Span span, Span) {
    const auto taken = r.names[kind].add(name, index);
    if (!taken || *taken == index) r.used(kind, index, span, true);
    if (!taken || *taken == index) return true;
    const auto first = place_of(r, kind, *taken);
    if (!r.sources[first.file].own() && r.sources[span.file].own() && kind == NameKind::party) {
        const auto begins = r.sources[span.file].text().substr(0, span.begin);
        const auto line =
            begins.substr(begins.find_last_of('\n') == std::string_view::npos ? 0 : begins.find_last_of('\n') + 1);
        const auto from = std::min(line.find_first_not_of(" \t"), line.size());
        const std::string word(line.substr(from, line.find_first_of(" \t", from) - from));
        auto longer = word + " " + std::string(name);
        if (longer.front() >= 'a' && longer.front() <= 'z') longer.front() = static_cast<char>(longer.front() - 32);
        r.report(Code::N02, say(message::name_in_library, {Text(name)}), span,
                 {{say(message::longer_name, {Text(word), Text("\"" + longer + "\"")})}},
                 {{first, say(message::declared_here)}});
        return false;
    }
    r.report(Code::N02, say(message::declared_twice, {name_of(kind), quoted(Text(name))}), span,
             {{say(message::choose_other_name)}}, {{first, say(message::declared_here)}});
    return false;
}

namespace {

std::optional<std::uint32_t> named_as(Resolution& r, NameKind kind, std::string_view name, Span span, Wanted wanted) {
    if (const auto found = as_written(r.names[kind], name)) {
        const auto before = static_cast<std::uint32_t>(name.size() - found->name.size());
        r.used(kind, found->index, {span.file, span.begin + before, span.end});
        return found->index;
    }
    return tell_unknown(r, kind, name, span, wanted);
}

}  // namespace

std::optional<std::uint32_t> named(Resolution& r, NameKind kind, std::string_view name, Span span) {
    return named_as(r, kind, name, span, Wanted::anything);
}

std::optional<std::uint32_t> named_cooperation(Resolution& r, std::string_view name, Span span) {
    return named_as(r, NameKind::party, name, span, Wanted::cooperation);
}

std::optional<std::uint32_t> named_to_end(Resolution& r, std::string_view name, Span span) {
    return named_as(r, NameKind::party, name, span, Wanted::cooperation_or_decision);
}

std::vector<Phrase> pairs_of(const Resolution& r, const Phrase& clause, const std::vector<NameKind>& kinds,
                             bool* joined) {
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
            after = divided_items(r, after, kinds, joined);
            const auto leads_on = [&](const Item& item) {
                return (r.organ_names.find(item.text) && !r.knows(NameKind::party, item.text)) ||
                       (r.knows(NameKind::function, item.text) && !r.knows(NameKind::task, item.text));
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

std::optional<VariantId> situation_named(Resolution& r, const Item& item) {
    const auto name = folded(item.text);
    if (name == "huidig" || name == "nu" || name == "present" || name == "current") return VariantId{};
    const auto found = named(r, NameKind::variant, item.text, item.span);
    return found ? std::optional(VariantId{*found}) : std::nullopt;
}

std::vector<Item> divided_items(const Resolution& r, const std::vector<Item>& items, const std::vector<NameKind>& kinds,
                                bool* joined) {
    std::vector<Item> out;
    for (const auto& item : items) {
        if (item.kind == Item::Kind::value) continue;
        if (item.after_and && joined != nullptr) *joined = true;
        if (item.kind == Item::Kind::group) {
            // Outside lists of tasks brackets only keep names together.
            for (const auto& phrase : item.own)
                for (auto inner : divided_items(r, phrase.items, kinds, joined)) {
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
            const auto sought = folded(name);
            const auto known = [&](NameKind kind) {
                const auto names = r.names.find(kind);
                return names != r.names.end() && names->second.find_folded(sought);
            };
            return std::any_of(kinds.begin(), kinds.end(), known) ||
                   (kinds.front() == NameKind::party && r.organ_names.find_folded(sought));
        };
        if (declared(item.text)) {
            auto& whole = out.emplace_back(item);
            whole.span.end = whole.span.begin + static_cast<std::uint32_t>(item.text.size());
            continue;
        }
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

}  // namespace belegd::resolve
