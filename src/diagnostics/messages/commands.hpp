#pragma once

#include "diagnostics/message.hpp"

/// What the command line says.
namespace belegd::message {

enum class Commands : std::uint16_t {
#define SENTENCE(id, nl, en) id,
#include "diagnostics/messages/commands.def"
#undef SENTENCE
    count_
};

#define SENTENCE(id, nl, en) \
    inline constexpr Message id{Message::Table::commands, static_cast<std::uint16_t>(Commands::id)};
#include "diagnostics/messages/commands.def"
#undef SENTENCE

}  // namespace belegd::message
