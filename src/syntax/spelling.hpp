#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/quotes.hpp"
#include "syntax/tree.hpp"

namespace belegd::syntax {

/// What stands around a keyword and decides its form.
struct Surroundings {
    bool leads = false;        ///< begins a statement: `artikel 6`, but in a citation `art 6`
    bool after_modal = false;  ///< `moet mandateren`
    bool after_one = false;    ///< `1 maand`
};

/// The phrase of the table for a word, in the form that fits its place. A sign such as `%` stays what it is.
std::string spelled(Word word, Kind kind, std::string_view written, Language language, Surroundings around);

/// A number or amount as another language groups it; nothing when it cannot be read in the language it is in.
std::optional<std::string> spelled_figure(std::string_view written, Kind kind, Language from, Language to);

/// A number or amount without grouping, with two decimals; empty when it cannot be read.
std::string worth(std::string_view written, Language language);

/// Without curly apostrophes, long dashes and hard blanks; every run of blanks is one.
std::string plain(std::string_view written);

}  // namespace belegd::syntax
