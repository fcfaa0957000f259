#include "base/text.hpp"

#include <doctest/doctest.h>

#include "unit/show.hpp"

using namespace belegd;

TEST_CASE("text: a list as people say it") {
    CHECK(listed({}).empty());
    CHECK(listed({"Leiden"}) == Text("Leiden"));
    CHECK(listed({"Leiden", "Delft"}) == Text("Leiden en Delft", "Leiden and Delft"));
    CHECK(listed({"Leiden", "Delft", {"raad", "council"}}) ==
          Text("Leiden, Delft en raad", "Leiden, Delft and council"));
}

TEST_CASE("text: alternatives as people say them") {
    CHECK(alternatives({}).empty());
    CHECK(alternatives({"Leiden"}) == Text("Leiden"));
    CHECK(alternatives({"Leiden", "Delft"}) == Text("Leiden of Delft", "Leiden or Delft"));
    CHECK(alternatives({"a", "b", "c"}) == Text("a, b of c", "a, b or c"));
}

TEST_CASE("text: joined puts nothing before the first") {
    CHECK(joined({}, "; ").empty());
    CHECK(joined({{"een", "one"}}, "; ") == Text("een", "one"));
    CHECK(joined({{"een", "one"}, {"twee", "two"}}, "; ") == Text("een; twee", "one; two"));
    CHECK(joined({"", "twee"}, "; ") == Text("twee"));
}

TEST_CASE("text: one text for both languages, or one for each") {
    CHECK(Text("Leiden").in(Language::nl) == "Leiden");
    CHECK(Text("Leiden").in(Language::en) == "Leiden");
    CHECK(Text("raad", "council").in(Language::en) == "council");
    CHECK(number(-12) == Text("-12"));
    CHECK(Text().empty());
}
