#pragma once
// Decisions, milestones, procedures and money in the exchange form. Internal to render/.

#include <nlohmann/json_fwd.hpp>

#include "model/model.hpp"

namespace belegd::render {

/// Adds what the model plans: `regions`, `decisions`, `milestones`, `procedures`, `costs`, `settlements`, `acceptances`,
/// `omissions`.
void put_planning(nlohmann::ordered_json& out, const model::Model& model);

/// What a text hangs under, when it says so.
void put_under(nlohmann::ordered_json& out, const model::Model& model, const std::vector<model::Under>& under);

/// `besloten` as the exchange form says it.
const char* status_id(model::Status status);

/// `1 year`
template <typename Length>
std::string length_of(const Length& length) {
    auto number = std::to_string(length.hundredths / 100);
    if (length.hundredths % 100 != 0) number += "." + std::to_string(100 + length.hundredths % 100).substr(1);
    return number + " " + length.unit.en;
}

}  // namespace belegd::render
