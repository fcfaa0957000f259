#pragma once

#include "diagnostics/message.hpp"

/// What is said of gaps and of the lines that close them.
namespace belegd::message {

enum class Repair : std::uint16_t {
#define NAME(id) id,
#include "diagnostics/messages/repair.names"
#undef NAME
    count_
};

#define NAME(id) inline constexpr Message id{Message::Table::repair, static_cast<std::uint16_t>(Repair::id)};
#include "diagnostics/messages/repair.names"
#undef NAME

}  // namespace belegd::message
