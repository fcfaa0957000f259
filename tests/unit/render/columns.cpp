#include <doctest/doctest.h>

#include "render/columns.hpp"
#include "render/wrap.hpp"

using namespace belegd::render;
using Strings = std::vector<std::string>;
using Widths = std::vector<std::size_t>;

TEST_CASE("wrapped: between words, else between parts, else anywhere") {
    CHECK(wrapped("", 10) == Strings{""});
    CHECK(wrapped("  raad  van Voorschoten ", 10) == Strings{"raad van", "Voorschote", "n"});
    CHECK(wrapped("te Leidschendam-Voorburg", 16) == Strings{"te Leidschendam-", "Voorburg"});
    CHECK(wrapped("op 2023-01-01 en 18-12-2007", 10) == Strings{"op", "2023-01-01", "en", "18-12-2007"});
    CHECK(wrapped("€\u00A01 per jaar", 5) == Strings{"€\u00A01", "per", "jaar"});
}

TEST_CASE("wrapped: counts columns, not bytes or characters") {
    CHECK(display_width("België") == 6);
    CHECK(display_width("e\u0301") == 1);
    CHECK(display_width("漢字") == 4);
    CHECK(wrapped("漢字漢字", 5) == Strings{"漢字", "漢字"});
    CHECK(wrapped("e\u0301e\u0301e\u0301", 2) == Strings{"e\u0301e\u0301", "e\u0301"});
    CHECK(padded("één", 5) == "één  ");
    CHECK(padded("één", 5, true) == "  één");
}

TEST_CASE("shared_widths: as wide as the text where that fits") {
    CHECK(*shared_widths({{{"Taak"}, {"Huidig"}}, {{"re-integratie"}, {"Leiden"}}}, 19) == Widths{13, 6});
}

TEST_CASE("shared_widths: whole words before parts of words, nothing when these do not fit") {
    const std::vector<std::vector<CellLines>> rows{{{"schuldhulp"}, {"Leidschendam-Voorburg"}}};
    CHECK(*shared_widths(rows, 31) == Widths{10, 21});
    CHECK(*shared_widths(rows, 30) == Widths{10, 13});
    CHECK_FALSE(shared_widths(rows, 22).has_value());
}

TEST_CASE("shared_widths: room goes to the column that says more") {
    const std::vector<std::vector<CellLines>> rows{{{"een twee"}, {"een twee drie vier vijf zes zeven acht"}}};
    CHECK(*shared_widths(rows, 28) == Widths{8, 19});
}
