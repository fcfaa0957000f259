#pragma once

#include "diagnostics/message.hpp"

/// Phrases that every stage uses.
namespace belegd::message {

enum class General : std::uint16_t {
#define NAME(id) id,
#include "diagnostics/messages/general.names"
#undef NAME
    count_
};

#define NAME(id) inline constexpr Message id{Message::Table::general, static_cast<std::uint16_t>(General::id)};
#include "diagnostics/messages/general.names"
#undef NAME

}  // namespace belegd::message
