#pragma once

#include "diagnostics/message.hpp"

/// What is said of a text in an editor, and by the server that an editor talks to.
namespace belegd::message {

enum class Editor : std::uint16_t {
#define NAME(id) id,
#include "diagnostics/messages/editor.names"
#undef NAME
    count_
};

#define NAME(id) inline constexpr Message id{Message::Table::editor, static_cast<std::uint16_t>(Editor::id)};
#include "diagnostics/messages/editor.names"
#undef NAME

}  // namespace belegd::message
