#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

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

/// The fraction that a text begins with: `een derde`, `twee vijfde`, `de helft`, `two thirds`.
struct Fraction {
    int over, under;
    std::size_t bytes;
};
std::optional<Fraction> fraction_at(std::string_view text);

/// Ordinals as a text joins them: `tweede tot en met vierde`, `eerste, derde en zesde`; one alone too.
struct Ordinals {
    std::vector<std::pair<int, int>> runs;  ///< first and last of each
    std::size_t bytes;
};
std::optional<Ordinals> ordinals_at(std::string_view text);
/// How they are written: as they stand, or in the other language.
std::string spelled_ordinals(std::string_view written, Language from, Language to);

}  // namespace belegd::syntax
