#pragma once

#include "diagnostics/message.hpp"

/// What an overview of costs says.
namespace belegd::message {

enum class Costs : std::uint16_t {
#define NAME(id) id,
#include "diagnostics/messages/costs.names"
#undef NAME
    count_
};

#define NAME(id) inline constexpr Message id{Message::Table::costs, static_cast<std::uint16_t>(Costs::id)};
#include "diagnostics/messages/costs.names"
#undef NAME

}  // namespace belegd::message
