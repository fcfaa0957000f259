#pragma once

#include "diagnostics/message.hpp"

/// What is said of coverage (B) and of tests of the model (U).
namespace belegd::message {

enum class Coverage : std::uint16_t {
#define SENTENCE(id, nl, en) id,
#include "diagnostics/messages/coverage.def"
#undef SENTENCE
    count_
};

#define SENTENCE(id, nl, en) \
    inline constexpr Message id{Message::Table::coverage, static_cast<std::uint16_t>(Coverage::id)};
#include "diagnostics/messages/coverage.def"
#undef SENTENCE

}  // namespace belegd::message
