#pragma once

#include "diagnostics/message.hpp"

/// What belegd says of rules that are written wrongly, and around the findings of rules.
namespace belegd::message {

enum class Rules : std::uint16_t {
#define SENTENCE(id, nl, en) id,
#include "diagnostics/messages/rules.def"
#undef SENTENCE
    count_
};

#define SENTENCE(id, nl, en) inline constexpr Message id{Message::Table::rules, static_cast<std::uint16_t>(Rules::id)};
#include "diagnostics/messages/rules.def"
#undef SENTENCE

}  // namespace belegd::message
