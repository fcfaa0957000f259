#pragma once

#include "diagnostics/message.hpp"

/// What the appendix of an agreement or a council paper says.
namespace belegd::message {

enum class Appendix : std::uint16_t {
#define NAME(id) id,
#include "diagnostics/messages/appendix.names"
#undef NAME
    count_
};

#define NAME(id) inline constexpr Message id{Message::Table::appendix, static_cast<std::uint16_t>(Appendix::id)};
#include "diagnostics/messages/appendix.names"
#undef NAME

}  // namespace belegd::message
