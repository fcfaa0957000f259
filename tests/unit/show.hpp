#pragma once

#include <doctest/doctest.h>

#include "base/text.hpp"

/// How values are shown when a check fails.
template <>
struct doctest::StringMaker<belegd::Text> {
    static doctest::String convert(const belegd::Text& text) { return (text.nl + " / " + text.en).c_str(); }
};
