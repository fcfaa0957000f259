#include "base/hidden.hpp"

#include <doctest/doctest.h>

using namespace belegd;

TEST_CASE("hidden: characters that cannot be seen have a code") {
    CHECK(code_of(0x200B) == "U+200B");
    CHECK(code_of(0x1B) == "U+001B");
    CHECK(code_of(0xE0041) == "U+E0041");
    for (const char32_t each : {0x0, 0x1B, 0x7F, 0x9B, 0xAD, 0x200B, 0x200D, 0x202E, 0x2060, 0x2066, 0xFEFF, 0xE0041})
        CHECK(is_hidden(each));
    for (const char32_t each : {0x9, 0xA, 0x20, 0x41, 0xA0, 0xE9, 0x2019, 0x202F, 0x20AC, 0x1F600})
        CHECK_FALSE(is_hidden(each));
    CHECK(hidden_at("\u200Bx") == 0x200B);
    CHECK(hidden_at("x\u200B") == 0);
    CHECK(hidden_at("") == 0);
    CHECK(hidden_at("\xFF") == 0);
    CHECK(with_hidden_named("Oost\u200Bdam\uFEFF é\r\n\r") == "OostU+200BdamU+FEFF é\r\nU+000D");
}

TEST_CASE("hidden: what acts on a terminal becomes one sign each, and no other text changes") {
    CHECK(harmless("a\x1b[31m\u009B\u202Eb\r\n\tc\rd\x7F\xFF") == "a\uFFFD[31m\uFFFD\uFFFDb\r\n\tc\uFFFDd\uFFFD\uFFFD");
    const std::string plain = "college van ’s-Hertogenbosch — € 5\u00A0000, \u200B 😀 ┌─\n";
    CHECK(harmless(plain) == plain);
    CHECK(harmless("").empty());
}
