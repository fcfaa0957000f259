#pragma once
// Names to what they mean, and lists to their names. Internal to resolve/.

#include "resolve/resolution.hpp"

namespace belegd::resolve {

/// Adds a name and reports a double (N02); the index goes to the name's first bearer.
bool declare(Resolution& r, NameKind kind, std::string_view name, std::uint32_t index, Span span, Span first);

/// The index of a name of one kind; an unknown one is reported with the nearest known (N01, N03).
std::optional<std::uint32_t> named(Resolution& r, NameKind kind, std::string_view name, Span span);

/// The same where only a cooperation will do: how to declare one is told.
std::optional<std::uint32_t> named_cooperation(Resolution& r, std::string_view name, Span span);

/// The same where a decision, if it had that name, would do as well.
std::optional<std::uint32_t> named_to_end(Resolution& r, std::string_view name, Span span);

/// `huidig` is the present, an id that is not valid; any other name is a variant, told when it is not known.
std::optional<VariantId> situation_named(Resolution& r, const Item& item);

/// The items of a list, divided at `en`; values (`niet vermeld`) are left out.
std::vector<Item> divided_items(const Resolution& r, const std::vector<Item>& items, const std::vector<NameKind>& kinds,
                                bool* joined = nullptr);
/// `A van B, C van D` as two phrases: before each further `van` the last name belongs to it. Clauses other than
/// `van` are left out.
std::vector<Phrase> pairs_of(const Resolution& r, const Phrase& clause, const std::vector<NameKind>& kinds,
                             bool* joined = nullptr);

/// The first bytes of a declaration's own name.
Span name_span(const Phrase& phrase);
/// The name of a place in a law or document, without the numbers behind it.
Span name_span(const Sources& sources, const Place& place);

}  // namespace belegd::resolve
