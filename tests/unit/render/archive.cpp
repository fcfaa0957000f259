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
