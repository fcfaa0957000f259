#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/text.hpp"

namespace belegd::syntax {

/// How many bytes of a text are a currency, at its beginning: `€`, `EUR`, `euro`; 0 when none stands there.
std::size_t currency_at(std::string_view text);

/// How many bytes of a text are a word for zeros, at its beginning: `miljoen`, `mln.`, `duizend`; 0 when none stands there.
std::size_t multiple_at(std::string_view text);

/// `of meer`, `or less` behind a limit, at the beginning of a text; no bytes when neither stands there.
struct OpenSide {
    bool more = false;
    std::size_t bytes = 0;
};
OpenSide open_side_at(std::string_view text);

/// The figure of an amount as a language writes it, without currency and with its zeros: of `€ 1,5 miljoen` and
/// `1.500.000 euro` it is `1.500.000`, of `€ 500,--` it is `500,-`. What it cannot read stays as it is.
std::string figure_of(std::string_view amount, Language language);

}  // namespace belegd::syntax
