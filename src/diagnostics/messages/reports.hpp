#pragma once

#include "diagnostics/message.hpp"

/// What documents say.
namespace belegd::message {

enum class Reports : std::uint16_t {
#define NAME(id) id,
#include "diagnostics/messages/reports.names"
#undef NAME
    count_
};

#define NAME(id) inline constexpr Message id{Message::Table::reports, static_cast<std::uint16_t>(Reports::id)};
#include "diagnostics/messages/reports.names"
#undef NAME

}  // namespace belegd::message
