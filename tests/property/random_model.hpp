#pragma once

#include <cstdint>

#include "model/model.hpp"

namespace belegd::naive {

/// A small model that is likely to contradict itself, go round, leave holes and change from day to day; the same seed
/// gives the same model on every machine.
model::Model random_model(std::uint32_t seed);

}  // namespace belegd::naive
