#pragma once

#include "diagnostics/message.hpp"

/// What documents say.
namespace belegd::message {

enum class Reports : std::uint16_t {
#define SENTENCE(id, nl, en) id,
#include "diagnostics/messages/reports.def"
#undef SENTENCE
    count_
};

#define SENTENCE(id, nl, en) \
    inline constexpr Message id{Message::Table::reports, static_cast<std::uint16_t>(Reports::id)};
#include "diagnostics/messages/reports.def"
#undef SENTENCE

}  // namespace belegd::message
