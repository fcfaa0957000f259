#include "render/xml.hpp"

#include <doctest/doctest.h>

#include "unit/show.hpp"

using namespace belegd;

TEST_CASE("xml: what XML 1.0 cannot hold becomes a question mark in a box; all else stays") {
    const std::string box = "\uFFFD";
    CHECK(render::holdable("a\tb\nc & <d> \u00E9 \U0001F3DB \u200F \uFFFD") ==
          "a\tb\nc & <d> \u00E9 \U0001F3DB \u200F \uFFFD");
    CHECK(render::holdable(std::string("a\0b", 3)) == "a" + box + "b");
    CHECK(render::holdable("\x01\x1F") == box + box);
    CHECK(render::holdable("a\r\nb") == "a\nb");
    CHECK(render::holdable("\uFFFE|\uFFFF|\uFFFC") == box + "|" + box + "|\uFFFC");
    CHECK(render::holdable("\xED\xA0\x80") == box + box + box);  // half of a pair of UTF-16
    CHECK(render::holdable("\xC3") == box);
}

TEST_CASE("xml: a document has one declaration, also when it begins as a file that has one") {
    pugi::xml_document document;
    render::begin_as(document, "docx_settings.xml");
    const auto text = render::written_xml(document, render::Layout::dense);
    CHECK(text.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<w:settings "));
    CHECK(count(text, "<?xml") == 1);
    pugi::xml_document other;
    render::add_text(render::add(other, "a", {{"b", "\"<&\x02"}}), "c", " & ");
    CHECK(render::written_xml(other, render::Layout::dense) ==
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a b=\"&quot;&lt;&amp;\uFFFD\"><c> &amp; </c></a>");
}
