#pragma once
// Organs as sentences name them. Internal to resolve/.

#include "resolve/resolution.hpp"

namespace belegd::resolve {

bool has_organ(const std::vector<OrganId>& list, OrganId id);
OrganId organ_named(Resolution& r, std::string_view name);
/// The organ of a name; one that every municipality has gets to them here (`functionaris … van elke gemeente`).
std::optional<OrganId> found_organ(Resolution& r, std::string_view name);
/// Whether an owner is named as `elke gemeente`.
bool is_each_municipality(std::string_view name);
/// The organ of a name that must be known already; an unknown one is reported.
std::optional<OrganId> known_organ(Resolution& r, const Item& item);
/// The names of the cooperations, and of the parties of the model, that have an organ.
std::vector<std::string> owners_of(const Resolution& r, OrganId organ);
/// A cooperation with organs of its own has the library's `directeur` once a sentence names him.
bool gets_official(Resolution& r, CooperationId cooperation, OrganId organ);
/// `centrum` where none is stated, once for each cooperation (N05).
void tell_no_centre(Resolution& r, CooperationId cooperation, Span span);

}  // namespace belegd::resolve
