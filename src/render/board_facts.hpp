#pragma once

#include <nlohmann/json_fwd.hpp>

#include "model/model.hpp"

namespace belegd::render {

/// Adds what a change or the end of a cooperation asks, under a name.
void put_majority(nlohmann::ordered_json& out, const char* name, const std::optional<model::Majority>& majority);
/// Adds `boards`: how each is made up and decides, as its cooperation says it.
void put_boards(nlohmann::ordered_json& out, const model::Model& model, const std::vector<model::Board>& boards);

}  // namespace belegd::render
