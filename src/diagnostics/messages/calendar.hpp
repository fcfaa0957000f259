#pragma once

#include "diagnostics/message.hpp"

/// What a timeline says of everything that has a day.
namespace belegd::message {

enum class Calendar : std::uint16_t {
#define NAME(id) id,
#include "diagnostics/messages/calendar.names"
#undef NAME
    count_
};

#define NAME(id) inline constexpr Message id{Message::Table::calendar, static_cast<std::uint16_t>(Calendar::id)};
#include "diagnostics/messages/calendar.names"
#undef NAME

}  // namespace belegd::message
