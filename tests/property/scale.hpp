#pragma once

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>

namespace belegd::naive {

/// Of how many random texts or models one is looked at: 1, or what BELEGD_ONE_IN says in a build that is slow. What a
/// test met is then too little to be counted.
inline std::uint32_t one_in() {
    const auto* asked = std::getenv("BELEGD_ONE_IN");
    return asked == nullptr ? 1 : static_cast<std::uint32_t>(std::stoul(asked));
}

/// Of how many pages one is: they are fewer, and each is like no other.
inline std::uint32_t one_page_in() { return std::max(1u, one_in() / 5); }

}  // namespace belegd::naive
