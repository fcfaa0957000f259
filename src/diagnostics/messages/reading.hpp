#pragma once

#include "diagnostics/message.hpp"

/// What is said of a text that cannot be read (L).
namespace belegd::message {

enum class Reading : std::uint16_t {
#define NAME(id) id,
#include "diagnostics/messages/reading.names"
#undef NAME
    count_
};

#define NAME(id) inline constexpr Message id{Message::Table::reading, static_cast<std::uint16_t>(Reading::id)};
#include "diagnostics/messages/reading.names"
#undef NAME

}  // namespace belegd::message
