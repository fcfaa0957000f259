#pragma once

#include <nlohmann/json_fwd.hpp>

#include "model/model.hpp"

namespace belegd::render {

/// Adds `boards`: how each is made up and decides, as its cooperation says it.
void put_boards(nlohmann::ordered_json& out, const model::Model& model, const std::vector<model::Board>& boards);

}  // namespace belegd::render
