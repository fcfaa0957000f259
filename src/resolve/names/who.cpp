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
    std::vector<std::string_view> out;
    while (!list.empty()) {
        const auto end = std::min(list.find(','), list.size());
        auto part = list.substr(0, end);
        while (!part.empty() && part.front() == ' ') part.remove_prefix(1);
        while (!part.empty() && part.back() == ' ') part.remove_suffix(1);
        for (const auto name :
             divided(part, [&](std::string_view n) { return as_written(names_, n).has_value(); }).names)
            if (!name.empty()) out.push_back(name);
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return out;
}

}  // namespace belegd::resolve
