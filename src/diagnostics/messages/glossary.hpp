#pragma once

#include "diagnostics/message.hpp"

/// What is said of a word.
namespace belegd::message {

enum class Glossary : std::uint16_t {
#define SENTENCE(id, nl, en) id,
#include "diagnostics/messages/glossary.def"
#undef SENTENCE
    count_
};

#define SENTENCE(id, nl, en) \
    inline constexpr Message id{Message::Table::glossary, static_cast<std::uint16_t>(Glossary::id)};
#include "diagnostics/messages/glossary.def"
#undef SENTENCE

}  // namespace belegd::message
