#pragma once

#include "diagnostics/message.hpp"

/// What belegd says of rules that are written wrongly, and around the findings of rules.
namespace belegd::message {

enum class Rules : std::uint16_t {
#define NAME(id) id,
#include "diagnostics/messages/rules.names"
#undef NAME
    count_
};

#define NAME(id) inline constexpr Message id{Message::Table::rules, static_cast<std::uint16_t>(Rules::id)};
#include "diagnostics/messages/rules.names"
#undef NAME

}  // namespace belegd::message
