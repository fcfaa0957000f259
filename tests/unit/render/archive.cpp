#include "render/archive.hpp"

#include <doctest/doctest.h>

#include "unit/render/papers.hpp"
#include "unit/show.hpp"

using namespace belegd;

TEST_CASE("archive: what is put in comes out, in that order; a part that is not compressed stands there as it is") {
    std::string all_bytes;
    for (int byte = 0; byte < 256; ++byte) all_bytes += static_cast<char>(byte);
    const std::string long_text(100000, 'a');
    const auto bytes =
        render::archive({{"kind", "first/of:all", false}, {"b/c.xml", long_text}, {"a", all_bytes}, {"leeg", ""}});
    const auto read = papers::opened(bytes);
    CHECK(read.names == std::vector<std::string>{"kind", "b/c.xml", "a", "leeg"});
    CHECK(read.parts.at("kind") == "first/of:all");
    CHECK(read.parts.at("b/c.xml") == long_text);
    CHECK(read.parts.at("a") == all_bytes);
    CHECK(read.parts.at("leeg").empty());
    CHECK_FALSE(read.compressed.at("kind"));
    CHECK(read.compressed.at("b/c.xml"));
    CHECK(bytes.size() < 2000);
    // Its name and its text follow the thirty bytes that begin every archive.
    CHECK(bytes.starts_with("PK\x03\x04"));
    CHECK(bytes.substr(30, 16) == "kindfirst/of:all");
}

TEST_CASE("archive: with other bytes in some parts, all others keep theirs as they are written, and their place") {
    const std::string long_text(5000, 'a');
    const auto before = render::archive({{"kind", "first", false}, {"b/c.xml", long_text}, {"a", "een"}, {"leeg", ""}});
    auto dated = before;
    // A time of its own in what heads the second part, and in the list of parts.
    for (auto at = dated.find("b/c.xml"); at != std::string::npos; at = dated.find("b/c.xml", at + 1))
        dated[at - (at < 200 ? 20 : 34)] = 0x21;
    const auto after = render::with_parts(dated, {{"a", "twee"}, {"nieuw", "x"}});
    REQUIRE(after);
    const auto read = papers::opened(*after);
    CHECK(read.names == std::vector<std::string>{"kind", "b/c.xml", "a", "leeg", "nieuw"});
    CHECK(read.parts.at("a") == "twee");
    CHECK(read.parts.at("nieuw") == "x");
    CHECK(read.parts.at("b/c.xml") == long_text);
    CHECK_FALSE(read.compressed.at("kind"));
    const auto untouched = dated.substr(0, dated.find("een") > 0 ? dated.find("PK\x03\x04", dated.find("b/c.xml")) : 0);
    CHECK((after->substr(0, untouched.size()) == untouched));
    CHECK((*render::with_parts(dated, {}) == dated));
    const auto known = render::contents_of(*after);
    REQUIRE(known);
    CHECK(known->names == read.names);
    CHECK_FALSE(known->encrypted);
    CHECK_FALSE(render::contents_of("PK"));
    CHECK_FALSE(render::with_parts("PK", {}));
}
