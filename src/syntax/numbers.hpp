#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/text.hpp"

namespace belegd::syntax {

/// The number that a word names, in either language: `twaalf`, `een`, `twelve`; the table is dsl/numbers.def.
std::optional<int> number_named(std::string_view word);
/// How a number of the table is written.
std::optional<std::string> named_number(int value, Language language);

/// The ordinal that a text begins with, in either language: `vierde`, `4e`, `fourth`; the same table.
struct Ordinal {
    int value;
    std::size_t bytes;
};
std::optional<Ordinal> ordinal_at(std::string_view text);

}  // namespace belegd::syntax
