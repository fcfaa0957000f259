#pragma once

#include "diagnostics/message.hpp"

/// What is said of what runs through a party.
namespace belegd::message {

enum class Impact : std::uint16_t {
#define NAME(id) id,
#include "diagnostics/messages/impact.names"
#undef NAME
    count_
};

#define NAME(id) inline constexpr Message id{Message::Table::impact, static_cast<std::uint16_t>(Impact::id)};
#include "diagnostics/messages/impact.names"
#undef NAME

}  // namespace belegd::message
