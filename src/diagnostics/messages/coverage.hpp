#pragma once

#include "diagnostics/message.hpp"

/// What is said of coverage (B) and of tests of the model (U).
namespace belegd::message {

enum class Coverage : std::uint16_t {
#define NAME(id) id,
#include "diagnostics/messages/coverage.names"
#undef NAME
    count_
};

#define NAME(id) inline constexpr Message id{Message::Table::coverage, static_cast<std::uint16_t>(Coverage::id)};
#include "diagnostics/messages/coverage.names"
#undef NAME

}  // namespace belegd::message
