#pragma once

#include <string>
#include <vector>

#include "analysis/questions.hpp"

namespace belegd::render {

/// The questions of one model.
struct AskedOf {
    std::string path;  ///< of the model, from the folder belegd runs in, with `/`
    std::unique_ptr<analysis::Analysis> analysis;
    analysis::Questions questions;
    Text failure;  ///< why the model could not be read; then there is nothing else
};

/// The questions of any number of models as JSON in both languages (dsl/schema/questions.json).
std::string questions_json(const std::vector<AskedOf>& all);

}  // namespace belegd::render
