#include "base/quotes.hpp"

#include <doctest/doctest.h>

using namespace belegd;

TEST_CASE("Quotation marks of any kind stand around a name and are no part of it") {
    CHECK(unquoted("\"Leiden\"") == "Leiden");
    CHECK(unquoted("\u201ELeiden\u201D") == "Leiden");
    CHECK(unquoted("Leiden") == "Leiden");
    CHECK(unquoted("") == "");
    CHECK(unquoted("\"") == "");
    CHECK(within_quotes("\u2018s-Gravenhage\u2019") == "s-Gravenhage");
    CHECK(!within_quotes("\"open"));
    CHECK(!within_quotes("\""));
    CHECK(begins_quoted("\u00ABa\u00BB"));
    CHECK(!begins_quoted("a\""));
    CHECK(is_unclosed("\"open"));
    CHECK(is_unclosed("\""));
    CHECK(!is_unclosed("\"dicht\""));
    CHECK(!is_unclosed(""));
}
