#pragma once

#include "diagnostics/message.hpp"

/// What the command line says.
namespace belegd::message {

enum class Commands : std::uint16_t {
#define NAME(id) id,
#include "diagnostics/messages/commands.names"
#undef NAME
    count_
};

#define NAME(id) inline constexpr Message id{Message::Table::commands, static_cast<std::uint16_t>(Commands::id)};
#include "diagnostics/messages/commands.names"
#undef NAME

}  // namespace belegd::message
