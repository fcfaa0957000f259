#pragma once

#include "diagnostics/message.hpp"

/// What is said of a text that cannot be read (L).
namespace belegd::message {

enum class Reading : std::uint16_t {
#define SENTENCE(id, nl, en) id,
#include "diagnostics/messages/reading.def"
#undef SENTENCE
    count_
};

#define SENTENCE(id, nl, en) \
    inline constexpr Message id{Message::Table::reading, static_cast<std::uint16_t>(Reading::id)};
#include "diagnostics/messages/reading.def"
#undef SENTENCE

}  // namespace belegd::message
