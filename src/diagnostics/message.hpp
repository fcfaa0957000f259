#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>

#include "base/text.hpp"

namespace belegd {

/// A sentence or phrase that belegd says. There is a table of them for each stage that speaks, messages/<name>.def, and
/// beside it a header that names them (`message::b01`): only those who use a table are compiled anew when it grows,
/// and nobody when its words change.
struct Message {
    enum class Table : std::uint8_t {
#define TABLE(name, enumeration) name,
#include "diagnostics/messages.def"
#undef TABLE
    };
    Table table;
    std::uint16_t line;
    bool operator==(const Message&) const = default;
};

/// The sentence with {0}, {1} … filled in, in both languages.
Text say(Message message, std::initializer_list<Text> arguments = {});

/// Words between quotation marks.
Text quoted(const Text& words);

/// A line of a table as it stands there.
struct Sentence {
    std::string_view id, nl, en;
};
/// Every line of every table.
std::span<const Sentence> all_sentences();

}  // namespace belegd
