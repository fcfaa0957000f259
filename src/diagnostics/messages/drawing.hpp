#pragma once

#include "diagnostics/message.hpp"

/// What a drawing of who does what for whom says.
namespace belegd::message {

enum class Drawing : std::uint16_t {
#define NAME(id) id,
#include "diagnostics/messages/drawing.names"
#undef NAME
    count_
};

#define NAME(id) inline constexpr Message id{Message::Table::drawing, static_cast<std::uint16_t>(Drawing::id)};
#include "diagnostics/messages/drawing.names"
#undef NAME

}  // namespace belegd::message
