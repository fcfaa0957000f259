#pragma once

#include "diagnostics/message.hpp"

/// What is said of names and what they mean (N).
namespace belegd::message {

enum class Names : std::uint16_t {
#define NAME(id) id,
#include "diagnostics/messages/names.names"
#undef NAME
    count_
};

#define NAME(id) inline constexpr Message id{Message::Table::names, static_cast<std::uint16_t>(Names::id)};
#include "diagnostics/messages/names.names"
#undef NAME

}  // namespace belegd::message
