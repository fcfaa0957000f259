#pragma once

#include "diagnostics/message.hpp"

/// What is said of a word.
namespace belegd::message {

enum class Glossary : std::uint16_t {
#define NAME(id) id,
#include "diagnostics/messages/glossary.names"
#undef NAME
    count_
};

#define NAME(id) inline constexpr Message id{Message::Table::glossary, static_cast<std::uint16_t>(Glossary::id)};
#include "diagnostics/messages/glossary.names"
#undef NAME

}  // namespace belegd::message
