// Organs as sentences name them, and whose they are.
#include "resolve/names/organs.hpp"

#include <algorithm>
#include <utility>

#include "base/fold.hpp"
#include "diagnostics/messages/names.hpp"
#include "resolve/names/guesses.hpp"
#include "resolve/names/lookup.hpp"

namespace belegd::resolve {

bool has_organ(const std::vector<OrganId>& list, OrganId id) {
    return std::find(list.begin(), list.end(), id) != list.end();
}

OrganId organ_named(Resolution& r, std::string_view name) {
    if (const auto found = r.organ_names.find(name)) return {*found};
    const auto index = static_cast<std::uint32_t>(r.model.organs.size());
    r.model.organs.push_back({std::string(name)});
    r.organ_names.add(name, index);
    return {index};
}

bool is_each_municipality(std::string_view name) {
    return folds_to(name, "elke gemeente") || folds_to(name, "every municipality");
}

std::optional<OrganId> found_organ(Resolution& r, std::string_view name) {
    const auto found = r.organ_names.find(name);
    if (!found) return std::nullopt;
    const OrganId organ{*found};
    if (std::exchange(r.model[organ].of_each, false))
        for (auto& party : r.model.parties)
            if (party.kind == Party::Kind::municipality && !has_organ(party.organs, organ))
                party.organs.push_back(organ);
    return organ;
}

std::optional<OrganId> known_organ(Resolution& r, const Item& item) {
    if (const auto found = found_organ(r, item.text)) {
        r.used(NameKind::organ, found->index, item.span);
        return found;
    }
    if (r.incomplete) return std::nullopt;
    std::vector<Remedy> remedies;
    if (auto library = library_of_organ(r, item.text))
        remedies.push_back(std::move(*library));
    else if (const auto near = r.nearest_to(item.text, r.organ_names.all()))
        remedies.push_back(meant(r, *near));
    r.report(Code::N01, say(message::unknown_organ, {quoted(Text(item.text)), say(message::a_municipality)}), item.span,
             std::move(remedies));
    return std::nullopt;
}

void tell_no_centre(Resolution& r, CooperationId id, Span span) {
    const auto& cooperation = r.model[id];
    if (!r.without_centre.insert(cooperation.first_version.index).second) return;
    const auto& all = cooperation.participants;
    r.report(
        Code::N05, say(message::centre_not_stated, {Text(cooperation.name)}), span,
        {{say(message::centre_example, {all.empty() ? Text("…") : to_write(r, r.model[all.front().party].name)})}});
}

bool gets_official(Resolution& r, CooperationId cooperation, OrganId organ) {
    if (!cooperation.valid() || !r.model[organ].of_any || r.model[cooperation].organs.empty()) return false;
    const auto first = r.model[cooperation].first_version;
    for (auto& each : r.model.cooperations)
        if (each.first_version == first &&
            std::find(each.organs.begin(), each.organs.end(), organ) == each.organs.end())
            each.organs.push_back(organ);
    return true;
}

std::vector<std::string> owners_of(const Resolution& r, OrganId organ) {
    std::vector<std::string> out;
    const auto has = [&](const std::vector<OrganId>& list) {
        return std::find(list.begin(), list.end(), organ) != list.end();
    };
    const bool municipal = organ == r.model.raad || organ == r.model.college || organ == r.model.burgemeester;
    for (const auto& each : r.model.cooperations)
        if (has(each.organs) && std::find(out.begin(), out.end(), each.name) == out.end()) out.push_back(each.name);
    for (const auto& each : r.model.parties)
        if (!municipal && each.in_model && has(each.organs)) out.push_back(each.name);
    return out;
}

}  // namespace belegd::resolve
