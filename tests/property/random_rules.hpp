#pragma once

#include <cstdint>
#include <vector>

#include "property/naive_rules.hpp"

namespace belegd::naive {

/// A small model and some rules for it, as text and as the reference sees it; the same for a seed on every machine.
struct RandomRules {
    NaiveModel model;  ///< its text is without the rules
    std::vector<NaiveRule> rules;
};
RandomRules random_rules(std::uint32_t seed);

}  // namespace belegd::naive
