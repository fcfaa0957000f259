#include "resolve/names/who.hpp"

#include <algorithm>

namespace belegd::resolve {

Who::Who(const model::Model& model) : model_(model) {
    const auto parties = static_cast<std::uint32_t>(model.parties.size());
    const auto regions = static_cast<std::uint32_t>(model.regions.size());
    for (std::uint32_t i = 0; i < parties; ++i) names_.add(model.parties[i].name, i);
    for (std::uint32_t i = 0; i < regions; ++i) names_.add(model.regions[i].name, parties + i);
    for (std::uint32_t i = 0; i < parties; ++i) {
        for (const auto& alias : model.parties[i].aliases) names_.add(alias, i);
        if (!model.parties[i].short_title.empty()) names_.add(model.parties[i].short_title, i);
        if (!model.parties[i].tooi.empty()) names_.add_code(model.parties[i].tooi, i);
    }
    for (std::uint32_t i = 0; i < regions; ++i)
        for (const auto& alias : model.regions[i].aliases) names_.add(alias, parties + i);
}

std::optional<std::vector<model::PartyId>> Who::called(std::string_view name) const {
    const auto found = as_written(names_, name);
    if (!found) return std::nullopt;
    if (found->index < model_.parties.size()) return std::vector<model::PartyId>{{found->index}};
    std::vector<model::PartyId> out;
    for (const auto& member : model_.regions[found->index - model_.parties.size()].members)
        if (!model::names(out, member.party)) out.push_back(member.party);
    return out;
}

std::vector<std::string_view> Who::parted(std::string_view list) const {
    return resolve::parted(list, [&](std::string_view name) { return as_written(names_, name).has_value(); });
}

}  // namespace belegd::resolve
