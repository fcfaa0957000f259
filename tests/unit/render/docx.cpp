#include <doctest/doctest.h>

#include <cstdlib>

#include "render/archive.hpp"
#include "render/render.hpp"
#include "unit/render/papers.hpp"
#include "unit/render/sample.hpp"
#include "unit/show.hpp"

using namespace belegd;
using namespace belegd::sample;

namespace {

std::string in_word(const report::Document& document, Language language = Language::nl) {
    auto out = render::docx(document, language);
    CHECK(papers::wrong_with_docx(out) == "");
    return out;
}

}  // namespace

TEST_CASE("docx: a document with one block of each kind") {
    const auto bytes = in_word(overview());
    const auto said = papers::said_by_docx(bytes);
    CHECK(said.text == std::vector<std::string>{"Overzicht taken",
                                                "Op 1 juni 2023.",
                                                "Vergelijking",
                                                "Wat verandert voor Voorschoten",
                                                "Taak",
                                                "Huidig",
                                                "Kosten",
                                                "Inkomen",
                                                "bijstand",
                                                "Leiden",
                                                "€ 758.825",
                                                "Werk",
                                                "re-integratie",
                                                "onbelegd: niemand",
                                                "is aangewezen",
                                                "€ 57.348",
                                                "Dienst",
                                                "Vorm",
                                                "niet vermeld",
                                                "Deelnemers",
                                                "Leiden",
                                                "Wie beslist?",
                                                "Sinds wanneer?"});
    CHECK(said.notes == std::vector<std::string>{"Raadsvoorstel 641951", "Wgr art 8"});
    CHECK(said.first_references == 2);
    CHECK(said.later_references == 3);
    const papers::Part text(bytes, "word/document.xml");
    CHECK(text.count("//w:p[w:pPr/w:pStyle/@w:val='Title']") == 1);
    CHECK(text.count("//w:p[w:pPr/w:pStyle/@w:val='Heading1']") == 1);
    CHECK(text.count("//w:p[w:pPr/w:pStyle/@w:val='Heading2']") == 1);
    CHECK(text.count("//w:p[w:pPr/w:pStyle/@w:val='ListBullet']") == 2);
    CHECK(text.count("//w:tr[w:trPr/w:tblHeader]") == 1);
    CHECK(text.count("//w:tr[w:trPr/w:tblHeader]/following-sibling::w:tr[1]/w:tc/w:tcPr/w:gridSpan[@w:val='3']") == 1);
    CHECK(text.attribute("//w:tblCaption/@w:val") == "Wat verandert voor Voorschoten");
    CHECK(text.attribute("//w:tblDescription/@w:val") == "kolommen: Taak, Huidig, Kosten");
    // What is marked has a shade: a cell of the table and one of the sheet.
    CHECK(text.count("//w:tc[w:tcPr/w:shd/@w:fill='FCF1EC']") == 1);
    CHECK(text.count("//w:tc[w:tcPr/w:shd/@w:fill='FBF7E6']") == 1);
    CHECK(text.count("//w:p[w:pPr/w:jc/@w:val='right']") == 3);  // the name of the amounts, and two of them
}

TEST_CASE(
    "docx: the first reference to a note is the footnote, later ones point at it; numbered as the text comes by") {
    report::Document document;
    document.blocks = {report::Paragraph{cell("a", {2})}, report::Paragraph{cell("b", {1, 2})}};
    document.notes = {"een", "twee", "drie"};
    const auto bytes = in_word(document);
    const auto said = papers::said_by_docx(bytes);
    CHECK(said.notes == std::vector<std::string>{"twee", "een"});
    // Who is not referred to stands below the text.
    CHECK(said.text == std::vector<std::string>{"a", "b", "Noten", "drie"});
    const papers::Part text(bytes, "word/document.xml");
    CHECK(text.text("//w:instrText") == " NOTEREF _RefNote1 \\f \\h ");
    CHECK(text.text("//w:r[w:fldChar/@w:fldCharType='separate']/following-sibling::w:r[1]/w:t") == "1");
}

TEST_CASE("docx: language, title, who made it, and pages that are counted; no day") {
    for (const auto& [language, name, title] : {std::tuple(Language::nl, "nl-NL", "Overzicht taken"),
                                                std::tuple(Language::en, "en-GB", "Overview of tasks")}) {
        const auto bytes = in_word(overview(), language);
        const papers::Part about(bytes, "docProps/core.xml"), styles(bytes, "word/styles.xml");
        CHECK(about.text("//dc:title") == title);
        CHECK(about.text("//dc:language") == name);
        CHECK(about.text("//dc:creator") == "belegd");
        CHECK(about.count("//dcterms:created | //dcterms:modified") == 0);
        CHECK(styles.attribute("//w:docDefaults//w:lang/@w:val") == name);
        CHECK(papers::Part(bytes, "word/settings.xml").attribute("//w:themeFontLang/@w:val") == name);
        CHECK(papers::Part(bytes, "word/header1.xml").text("//w:t") == title);
        const papers::Part footer(bytes, "word/footer1.xml");
        CHECK(footer.text("(//w:instrText)[1]") == " PAGE ");
        CHECK(footer.text("(//w:instrText)[2]") == " NUMPAGES ");
    }
}

TEST_CASE("docx: styles have the names that Word and house styles know, and every style that is used is there") {
    const auto bytes = in_word(overview());
    const papers::Part styles(bytes, "word/styles.xml");
    for (const auto* name :
         {"Normal", "Title", "heading 1", "heading 2", "heading 3", "heading 4", "heading 5", "caption", "List Bullet",
          "header", "footer", "footnote text", "footnote reference", "Hyperlink"}) {
        CAPTURE(std::string(name));
        CHECK(styles.count(("//w:style[w:name/@w:val='" + std::string(name) + "']").c_str()) == 1);
    }
    for (const auto* part : {"word/document.xml", "word/footnotes.xml", "word/header1.xml", "word/footer1.xml"}) {
        const papers::Part read(bytes, part);
        for (const auto& use :
             read.document.select_nodes("//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val")) {
            const std::string id = use.attribute().value();
            CAPTURE(id);
            CHECK(styles.count(("//w:style[@w:styleId='" + id + "']").c_str()) == 1);
        }
    }
    // Nothing is smaller than nine points but what only parts two tables.
    for (const auto& size : styles.document.select_nodes("//w:style[@w:styleId!='TableEnd']//w:sz"))
        CHECK(size.node().attribute("w:val").as_int() >= 18);
}

TEST_CASE("docx: same document, same bytes, in every time zone") {
    const auto bytes = render::docx(overview(), Language::nl);
    const auto open = render::odt(overview(), Language::nl);
    const char* before = std::getenv("TZ");
    const std::string zone_before = before != nullptr ? before : "";
    for (const auto* zone : {"UTC", "Asia/Kolkata", "America/St_Johns", "XXX+11"}) {
        ::setenv("TZ", zone, 1);
        ::tzset();
        CHECK(render::docx(overview(), Language::nl) == bytes);
        CHECK(render::odt(overview(), Language::nl) == open);
    }
    before != nullptr ? ::setenv("TZ", zone_before.c_str(), 1) : ::unsetenv("TZ");
    ::tzset();
}

TEST_CASE("docx: names with every sign, whatever way they run; what XML cannot hold is shown as such") {
    const std::string name = "Sociale Dienst \"A&B\" <west> 'x' מועצה العربية e\u0301 \U0001F3DB ]]> &amp; _x0041_";
    report::Table table;
    table.caption = Text(name);
    table.columns = {Text(name), "b"};
    table.rows = {{cell(Text(name), {1}), cell("a\x01\x0B z\uFFFEq\xFF")}};
    table.groups = {{0, Text(name)}};
    report::Document document;
    document.title = Text(name);
    document.blocks = {report::Heading{2, Text(name)}, report::Bullets{{cell(Text(name))}}, table};
    document.notes = {Text(name)};
    const std::vector<std::string> expected{name, name, name, name, name, "b", name, name, "a z\uFFFDq\uFFFD"};
    const auto said = papers::said_by_docx(in_word(document));
    CHECK(said.text == expected);
    CHECK(said.notes == std::vector<std::string>{name});
    const auto open = render::odt(document, Language::nl);
    CHECK(papers::wrong_with_odt(open) == "");
    CHECK(papers::said_by_odt(open).text == expected);
}

TEST_CASE("docx: an address is a link, and one that is broken is text") {
    report::Document document;
    document.blocks = {
        report::Paragraph{cell("zie https://wetten.overheid.nl/x?a=1&b=2 (http://[kapot of http://).", {1})}};
    document.notes = {"https://wetten.overheid.nl/x?a=1&b=2, https://example.org/%zz"};
    const auto bytes = in_word(document);
    const auto parts = papers::opened(bytes).parts;
    CHECK(count(parts.at("word/_rels/document.xml.rels"), "TargetMode=\"External\"") == 1);
    CHECK(has(parts.at("word/_rels/document.xml.rels"), "Target=\"https://wetten.overheid.nl/x?a=1&amp;b=2\""));
    CHECK(has(parts.at("word/_rels/footnotes.xml.rels"), "Target=\"https://example.org/\""));
    CHECK(papers::said_by_docx(bytes).text ==
          std::vector<std::string>{"zie https://wetten.overheid.nl/x?a=1&b=2 (http://[kapot of http://)."});
    CHECK(papers::said_by_docx(bytes).notes ==
          std::vector<std::string>{"https://wetten.overheid.nl/x?a=1&b=2, https://example.org/%zz"});
}

TEST_CASE("docx: a table on its side has sheets of its own; tables do not run into each other") {
    report::Table wide;
    for (const auto* name : {"a", "b", "c", "d", "e", "f", "g", "h"}) wide.columns.emplace_back(name);
    wide.rows = {{cell("1"), cell("2")}};
    report::Sheet sheet;
    sheet.rows = {{"Vorm", cell("regeling")}};
    report::Document document;
    document.blocks = {report::Paragraph{cell("vooraf")},
                       report::Heading{2, "Een"},
                       comparison(),
                       sheet,
                       report::Heading{2, "Twee"},
                       wide,
                       sheet,
                       report::Heading{2, "Drie"},
                       report::Paragraph{cell("slot")}};
    document.notes = {"een", "twee"};
    const papers::Part text(in_word(document), "word/document.xml");
    const auto sections = text.document.select_nodes("//w:sectPr/w:pgSz");
    REQUIRE(sections.size() == 3);
    std::string directions;
    for (const auto& size : sections) directions += std::string(size.node().attribute("w:orient").value()) + ";";
    CHECK(directions == ";landscape;;");
    CHECK(text.count("//w:tbl") == 4);
}

TEST_CASE("docx: a document without anything is a document") {
    for (const auto& document : {report::Document{}, with(report::Table{}), with(report::Sheet{}),
                                 with(report::Bullets{}), with(report::Paragraph{})}) {
        CHECK(papers::said_by_docx(in_word(document)).text.empty());
        const auto open = render::odt(document, Language::nl);
        CHECK(papers::wrong_with_odt(open) == "");
        CHECK(papers::said_by_odt(open).text.empty());
    }
}
