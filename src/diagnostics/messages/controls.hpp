#pragma once

#include "diagnostics/message.hpp"

/// What is said of the content controls in a document of somebody else.
namespace belegd::message {

enum class Controls : std::uint16_t {
#define NAME(id) id,
#include "diagnostics/messages/controls.names"
#undef NAME
    count_
};

#define NAME(id) inline constexpr Message id{Message::Table::controls, static_cast<std::uint16_t>(Controls::id)};
#include "diagnostics/messages/controls.names"
#undef NAME

}  // namespace belegd::message
