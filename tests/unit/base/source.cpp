#include "base/source.hpp"

#include <doctest/doctest.h>

using namespace belegd;

namespace {

/// Where the first `|` of a text stands, once it is taken out.
Place mark(std::string text) {
    const auto at = text.find('|');
    REQUIRE(at != std::string::npos);
    text.erase(at, 1);
    return Source("model", text).place(static_cast<std::uint32_t>(at));
}

}  // namespace

TEST_CASE("source: lines and columns are counted from 1, columns in characters") {
    CHECK(mark("|") == Place{1, 1});
    CHECK(mark("gemeente |Leiden") == Place{1, 10});
    CHECK(mark("een\ntwee |drie") == Place{2, 6});
    CHECK(mark("beëindigt |lv") == Place{1, 11});
    CHECK(mark("€ 1.000 |euro") == Place{1, 9});
    CHECK(mark("e\u0301|") == Place{1, 3});
    CHECK(mark("\U0001F600|") == Place{1, 2});
}

TEST_CASE("source: the end of a line belongs to it, the end of the text to the last line") {
    CHECK(mark("een|\ntwee") == Place{1, 4});
    CHECK(mark("een\n|twee") == Place{2, 1});
    CHECK(mark("een\n|") == Place{2, 1});
    CHECK(mark("een\ntwee|") == Place{2, 5});
    CHECK(mark("\n\n|\n") == Place{3, 1});
    CHECK(mark("een|\r\ntwee") == Place{1, 4});
    CHECK(mark("een\r\n|twee") == Place{2, 1});
    CHECK(Source("model", "een").place(1000) == Place{1, 4});
}

TEST_CASE("source: a line without its end") {
    const Source source("model", "een\r\n\ntwee\n  drié  ");
    CHECK(source.line(1) == "een");
    CHECK(source.line(2) == "");
    CHECK(source.line(3) == "twee");
    CHECK(source.line(4) == "  drié  ");
    CHECK(Source("model", "een\n").line(2) == "");
    CHECK(Source("model", "").line(1) == "");
}

TEST_CASE("source: the places and text of a stretch") {
    Sources sources;
    CHECK(sources.add(Source("kern", "taal nl\n", false)) == 0);
    CHECK(sources.add(Source("model", "gemeente Súdwest\nregel")) == 1);
    CHECK(sources.size() == 2);
    CHECK_FALSE(sources[0].own());
    CHECK(sources[1].own());
    CHECK(sources[1].name() == "model");
    const Span name{1, 9, 17};
    CHECK(sources.text(name) == "Súdwest");
    CHECK(sources.place(name) == Place{1, 10});
    CHECK(sources.last_place(name) == Place{1, 17});
}

TEST_CASE("source: characters, not bytes") {
    CHECK(characters("") == 0);
    CHECK(characters("Leiden") == 6);
    CHECK(characters("Súdwest-Fryslân") == 15);
    CHECK(characters("漢字") == 2);
}

TEST_CASE("source: the first byte that is not UTF-8") {
    const auto good = std::string_view::npos;
    CHECK(first_invalid_utf8("") == good);
    CHECK(first_invalid_utf8("Súdwest € 漢字 \U0001F600") == good);
    CHECK(first_invalid_utf8("be\xEB"
                             "indigt") == 2);  // Latin-1
    CHECK(first_invalid_utf8("een\xFF") == 3);
    CHECK(first_invalid_utf8("\xC3") == 0);  // ends in the middle of a character
    CHECK(first_invalid_utf8("a\x80"
                             "b") == 1);                 // begins in the middle of one
    CHECK(first_invalid_utf8("\xC0\x80") == 0);          // longer than it need be
    CHECK(first_invalid_utf8("\xED\xA0\x80") == 0);      // half of a pair
    CHECK(first_invalid_utf8("\xF4\x90\x80\x80") == 0);  // beyond the last character
    CHECK(first_invalid_utf8(std::string_view("a\0b", 3)) == good);
}

TEST_CASE("source: of a text with something around the model the model is read, and the whole is shown") {
    const Source source("memo.md", "é\n> a\n", true, "  \n  a\n");
    CHECK(source.text() == "  \n  a\n");
    CHECK(source.whole() == "é\n> a\n");
    CHECK(source.line(2) == "> a");
    CHECK(source.place(1 + 3 + 1) == Place{2, 3});
    CHECK(Source("a", "b").whole() == "b");
}
