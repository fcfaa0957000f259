#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "base/text.hpp"

namespace belegd {

/// How often `what` stands in a text.
inline std::size_t count(std::string_view text, std::string_view what) {
    std::size_t out = 0;
    for (auto at = text.find(what); at != std::string_view::npos; at = text.find(what, at + what.size())) ++out;
    return out;
}
inline bool has(std::string_view text, std::string_view what) { return text.find(what) != std::string_view::npos; }

}  // namespace belegd

/// How values are shown when a check fails.
template <>
struct doctest::StringMaker<belegd::Text> {
    static doctest::String convert(const belegd::Text& text) { return (text.nl + " / " + text.en).c_str(); }
};
