#include "base/fold.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace belegd;

TEST_CASE("fold: names that people take for the same fold alike") {
    const std::vector<std::vector<std::string>> groups = {
        {"re-integratie", "Re-integratie", "re_integratie", "re integratie", "RE  INTEGRATIE", " re-integratie ",
         "re\tintegratie", "re\u00A0integratie", "re\u2009integratie", "re\u202Fintegratie", "re\u2007integratie",
         "re\u2010integratie", "re\u2011integratie", "re\u2013integratie", "re\u2014integratie", "re - integratie",
         "re\r\n  integratie"},
        {"coöperatie", "cooperatie", "COÖPERATIE", "coo\u0308peratie"},
        {"Súdwest-Fryslân", "sudwest fryslan", "Su\u0301dwest-Frysla\u0302n"},
        {"'s-Gravenhage", "\u2019s-Gravenhage", "\u2018s gravenhage"},
        {"façade", "facade", "FAÇADE"},
        {"één", "een", "e\u0301e\u0301n"},
    };
    for (const auto& group : groups)
        for (const auto& name : group) {
            CAPTURE(name);
            CHECK(folded(name) == folded(group.front()));
        }
}

TEST_CASE("fold: other names stay apart") {
    const std::vector<std::pair<std::string, std::string>> pairs = {{"reintegratie", "re-integratie"},
                                                                    {"Leiden", "Leider"},
                                                                    {"wmo 2007", "wmo 2015"},
                                                                    {"s-Gravenhage", "'s-Gravenhage"},
                                                                    {"a/b", "a b"},
                                                                    {"a.b", "a b"},
                                                                    {"", "a"}};
    for (const auto& pair : pairs) {
        CAPTURE(pair.first);
        CHECK(folded(pair.first) != folded(pair.second));
    }
}

TEST_CASE("fold: a name can be held against a folded one without folding it") {
    const std::vector<std::string> names = {
        "Re-integratie", "re integratie ", " re_integratie", "re-", "re", "", " ", "coöperatie", "COOPERATIE", "één",
        "een",           "een--"};
    for (const auto& a : names)
        for (const auto& b : names) {
            CAPTURE(a);
            CAPTURE(b);
            CHECK(folds_to(a, folded(b)) == (folded(a) == folded(b)));
        }
}

TEST_CASE("fold: the folded name is plain, without blanks around it") {
    CHECK(folded("Werk en Inkomen") == "werk en inkomen");
    CHECK(folded("--Noord__Holland--") == "noord holland");
    CHECK(folded("") == "");
    CHECK(folded(" \t ") == "");
    CHECK(folded("€ 5") == "€ 5");
}

TEST_CASE("fold: folding twice changes nothing more") {
    for (const std::string name :
         {"Súdwest-Fryslân", "e\u0301", "\u0301", "ß", "İstanbul", "ǅ", "ﬁets", "漢字", "Ω", "\u212B"}) {
        CAPTURE(name);
        CHECK(folded(folded(name)) == folded(name));
    }
}

TEST_CASE("fold: one character at a time, with how many bytes it takes") {
    const auto is = [](std::string_view text, std::int32_t character, std::uint32_t bytes) {
        CAPTURE(text);
        const auto found = folded_character(text);
        CHECK(found.character == character);
        CHECK(found.bytes == bytes);
    };
    is("Abc", 'a', 1);
    is("É", 'e', 2);
    is("_x", '-', 1);
    is("\u2013x", '-', 3);
    is("\u2019s", '\'', 3);
    is("\u00A0x", ' ', 2);
    is("€", 0x20AC, 3);
    is("\U0001F600", 0x1F600, 4);
    is("\xFF", 0xFFFD, 1);       // no character at all
    is("\xC3", 0xFFFD, 1);       // half of one
    is("\xE2\x82x", 0xFFFD, 1);  // two thirds of one
}

TEST_CASE("fold: what may stand inside a word") {
    for (const auto character :
         {int('a'), int('Z'), int('7'), int('-'), int('_'), int('\''), 0xEB, 0x2019, 0x2011, 0x2013, 0x301, 0x6F22})
        CHECK_MESSAGE(is_word_character(character), character);
    for (const auto character :
         {int(' '), int(','), int('.'), int('{'), int('"'), int('('), int('/'), int('#'), 0xA0, 0x20AC, 0x201C, 0x2026})
        CHECK_FALSE_MESSAGE(is_word_character(character), character);
}

TEST_CASE("fold: blanks of keyboards and of word processors; a line end is none") {
    for (const auto character : {int(' '), int('\t'), 0xA0, 0x2007, 0x2009, 0x202F})
        CHECK_MESSAGE(is_blank(character), character);
    for (const auto character : {int('\n'), int('\r'), int('-'), int('x'), 0x2013})
        CHECK_FALSE_MESSAGE(is_blank(character), character);
}
