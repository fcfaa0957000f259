#pragma once

#include "diagnostics/message.hpp"

/// What a comparison of two situations says.
namespace belegd::message {

enum class Compared : std::uint16_t {
#define NAME(id) id,
#include "diagnostics/messages/compared.names"
#undef NAME
    count_
};

#define NAME(id) inline constexpr Message id{Message::Table::compared, static_cast<std::uint16_t>(Compared::id)};
#include "diagnostics/messages/compared.names"
#undef NAME

}  // namespace belegd::message
