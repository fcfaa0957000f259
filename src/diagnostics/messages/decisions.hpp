#pragma once

#include "diagnostics/message.hpp"

/// What a list of decisions says: who decides what, and whose consent is needed.
namespace belegd::message {

enum class Decisions : std::uint16_t {
#define NAME(id) id,
#include "diagnostics/messages/decisions.names"
#undef NAME
    count_
};

#define NAME(id) inline constexpr Message id{Message::Table::decisions, static_cast<std::uint16_t>(Decisions::id)};
#include "diagnostics/messages/decisions.names"
#undef NAME

}  // namespace belegd::message
