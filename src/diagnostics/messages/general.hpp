#pragma once

#include "diagnostics/message.hpp"

/// Phrases that every stage uses.
namespace belegd::message {

enum class General : std::uint16_t {
#define SENTENCE(id, nl, en) id,
#include "diagnostics/messages/general.def"
#undef SENTENCE
    count_
};

#define SENTENCE(id, nl, en) \
    inline constexpr Message id{Message::Table::general, static_cast<std::uint16_t>(General::id)};
#include "diagnostics/messages/general.def"
#undef SENTENCE

}  // namespace belegd::message
