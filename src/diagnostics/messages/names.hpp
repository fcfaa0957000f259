#pragma once

#include "diagnostics/message.hpp"

/// What is said of names and what they mean (N).
namespace belegd::message {

enum class Names : std::uint16_t {
#define SENTENCE(id, nl, en) id,
#include "diagnostics/messages/names.def"
#undef SENTENCE
    count_
};

#define SENTENCE(id, nl, en) inline constexpr Message id{Message::Table::names, static_cast<std::uint16_t>(Names::id)};
#include "diagnostics/messages/names.def"
#undef SENTENCE

}  // namespace belegd::message
