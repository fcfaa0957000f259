#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/source.hpp"

namespace belegd {

/// Stretches of text that each belong to something, by number; asked for words, whose they are.
class Stretches {
   public:
    struct Stretch {
        Span span;
        std::uint32_t owner;
    };
    Stretches() = default;
    /// Empty stretches hold nothing.
    explicit Stretches(std::vector<Stretch> stretches);

    /// The smallest owner of a stretch that holds these words.
    std::optional<std::uint32_t> holder_of(Span words) const;

   private:
    std::vector<Stretch> sorted_;       ///< by place
    std::vector<std::uint32_t> reach_;  ///< how far those of the same file up to this one go
};

}  // namespace belegd
