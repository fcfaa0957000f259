#include "report/slots.hpp"

#include <doctest/doctest.h>

using namespace belegd;

namespace {

/// What is wrong, with its offset; empty when nothing is.
std::string wrong(const std::string& text) {
    const auto found = report::slots(text);
    return found.wrong.empty() ? "" : std::to_string(found.wrong_at) + " " + found.wrong.nl;
}

report::Slot slot(const std::string& text) {
    const auto found = report::slots(text);
    REQUIRE_MESSAGE(found.wrong.empty(), found.wrong.nl);
    REQUIRE(found.all.size() == 1);
    return found.all[0];
}

report::Asked asked_by(const std::string& marker) { return slot("<!-- " + marker + " -->\n<!-- /belegd -->\n").asked; }

}  // namespace

TEST_CASE("slots: what stands between the two lines, and what begins and ends a line there") {
    const std::string text = "Memo\n<!-- belegd:overzicht -->\noud\n<!-- /belegd -->\n";
    const auto found = slot(text);
    CHECK(text.substr(found.begin, found.end - found.begin) == "oud\n");
    CHECK(text.substr(found.marker, 11) == "<!-- belegd");
    CHECK(found.lead.empty());
    CHECK(found.line_end == "\n");
    CHECK(found.heading == 1);
    CHECK(slot("> <!-- belegd:overview -->\r\n> <!-- /belegd -->\r\n").lead == "> ");
    CHECK(slot("> <!-- belegd:overview -->\r\n> <!-- /belegd -->\r\n").line_end == "\r\n");
    CHECK(slot("- <!-- belegd:overview -->\n  <!-- /belegd -->\n").lead == "  ");
}

TEST_CASE("slots: the heading it stands under") {
    const std::string marks = "<!-- belegd:overzicht -->\n### oud\n<!-- /belegd -->\n";
    CHECK(slot("# Een\n## Twee\n\n" + marks).heading == 2);
    CHECK(slot("Een\n===\n\nTwee\n---\n\n" + marks).heading == 2);
    CHECK(slot("## Twee\n```\n# geen kop\n```\n" + marks).heading == 2);
    CHECK(slot("#geen kop\n\n---\n" + marks).heading == 1);
}

TEST_CASE("slots: which overview, for whom, when and in which situation") {
    CHECK_FALSE(asked_by("belegd:overzicht").name.has_value());
    CHECK(asked_by("belegd:overzicht bijlage_2").name == "bijlage_2");
    CHECK(asked_by("belegd:overview \"bijlage 2\"").name == "bijlage 2");
    for (const std::string words :
         {"belegd:overzicht bijlage voor Bergen op Zoom op 2023-06-01 in naar_leiden",
          "belegd:overzicht bijlage in naar_leiden op 1 juni 2023 voor Bergen op Zoom",
          "belegd:overview bijlage for \"Bergen op Zoom\" on 1 June 2023 in naar_leiden",
          "belegd:overview bijlage --for Bergen op Zoom --on 2023-06-01 --variant naar_leiden"}) {
        CAPTURE(words);
        const auto found = asked_by(words);
        CHECK(found.name == "bijlage");
        CHECK(found.participant == "Bergen op Zoom");
        CHECK(found.day == day_of(2023, 6, 1));
        CHECK(found.variant == "naar_leiden");
    }
}

TEST_CASE("slots: none in a block, in a comment or within a sentence") {
    for (const std::string text : {"```html\n<!-- belegd:overzicht -->\n```\n", "<!--\n<!-- belegd:overzicht -->\n",
                                   "Schrijf `<!-- belegd:overzicht -->` waar hij komt.\n", "<!-- een ander -->\n",
                                   "    <!-- belegd:x -->\n", ""}) {
        CAPTURE(text);
        CHECK(wrong(text).empty());
        CHECK(report::slots(text).all.empty());
    }
}

TEST_CASE("slots: what is wrong, and where") {
    const std::string open = "<!-- belegd:overzicht -->\n", close = "<!-- /belegd -->\n";
    CHECK(wrong("a\n" + open) == "2 hieronder ontbreekt de regel <!-- /belegd -->");
    CHECK(wrong("a\n" + close) == "2 <!-- /belegd --> sluit hier niets");
    CHECK(wrong(open + open + close + close) == "26 het overzicht hierboven is nog niet gesloten met <!-- /belegd -->");
    CHECK(wrong("<!-- belegd:tabel -->\n") == "0 belegd:tabel is niet bekend; belegd:overzicht wel");
    CHECK(wrong("<!-- belegd:overzicht --> x\n") == "0 dit hoort op een eigen regel, met --> aan het eind");
    CHECK(wrong("<!-- belegd:overzicht\n-->\n") == "0 dit hoort op een eigen regel, met --> aan het eind");
    CHECK(wrong("<!-- belegd:overzicht voor -->\n") == "0 achter voor ontbreekt iets");
    CHECK(wrong("<!-- belegd:overzicht op 2023-13-01 -->\n") == "0 2023-13-01 is geen datum als 2023-06-01");
    CHECK(wrong("<!-- belegd:overzicht op 31 februari 2023 -->\n") ==
          "0 31 februari 2023 is geen datum als 2023-06-01");
}
