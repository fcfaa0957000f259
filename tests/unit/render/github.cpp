#include "unit/render/found.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace belegd;

TEST_CASE("github: a line for each finding, with its place and its words") {
    const auto text = render::github({sample::found("map/a.belegd", sample::kUnassigned)});
    CHECK(
        text.starts_with("::error file=map/a.belegd,line=7,col=45,endLine=7,endColumn=63,title=B01 onbelegd::voor "
                         "uitvoering van inburgering is niemand aangewezen%0Avoor Leiden en Leiderdorp, vanaf 1 "
                         "januari 2024%0Awaarom: "));
    CHECK(std::count(text.begin(), text.end(), '\n') == 2);
}

TEST_CASE("github: a warning, a file that could not be read, and nothing found") {
    CHECK(render::github({sample::found("a.belegd", "gemeente Leiderdrop\n")}).starts_with("::warning file=a.belegd,"));
    CHECK(render::github({sample::unread("weg.belegd")}) == "::error file=weg.belegd,title=belegd::is er niet\n");
    CHECK(render::github({sample::found("a.belegd", "gemeente Leiden\n")}).empty());
}

TEST_CASE("github: what has a meaning in a command is escaped, in its properties more than in its words") {
    const auto text = render::github({sample::found("100%, a:b.belegd", "gemente: 100%, x\n")});
    CHECK(text.starts_with("::error file=100%25%2C a%3Ab.belegd,line=1,"));
    const auto message = text.substr(text.rfind("::"));
    CHECK(message.find('%') != std::string::npos);
    CHECK(text.find("\r") == std::string::npos);
}
