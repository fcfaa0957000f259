#include "resolve/resolution.hpp"
#include "resolve/names/guesses.hpp"
#include "resolve/names/lookup.hpp"
#include "resolve/values/matter.hpp"

#include "base/fold.hpp"
#include "base/suggest.hpp"

namespace belegd::resolve {

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

bool Resolution::may_seek(std::size_t names_there) {
    constexpr std::size_t kMost = 2'000'000;  // names, each looked at in some ten ways
    if (sought > kMost) return false;
    sought += names_there;
    return true;
}

std::optional<std::string> Resolution::nearest_to(std::string_view name, const std::vector<std::string>& known) {
    return may_seek(known.size()) ? nearest(name, known) : std::nullopt;
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

void Resolution::lose(std::string_view name) { lost.insert(folded(name)); }

bool Resolution::uses(std::string_view module) const {
    for (std::uint32_t file = 0; file < sources.size(); ++file)
        if (!sources[file].own() && sources[file].name() == module) return true;
    return false;
}

bool Resolution::lists_unknown(CooperationId cooperation) const {
    return cooperation.valid() && unknown_participants.count(model[cooperation].first_version.index) > 0;
}

bool Resolution::formless(CooperationId cooperation) const {
    return cooperation.valid() && unknown_forms.count(model[cooperation].first_version.index) > 0;
}

}  // namespace belegd::resolve
