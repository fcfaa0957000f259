// The content controls of somebody else's Word document, filled.
#include "render/controls/controls.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

#include "render/archive.hpp"
#include "render/render.hpp"
#include "render/written/written.hpp"
#include "unit/render/house_template.hpp"
#include "unit/render/papers.hpp"
#include "unit/render/sample.hpp"
#include "unit/show.hpp"

using namespace belegd;
using namespace belegd::house;
using report::Section;

namespace {

const std::string kTitle = "Taken van \"A&B\" <west> 'x' מועצה";

/// An appendix of four sections with two sources.
report::Document four_sections() {
    report::Document out;
    out.title = Text(kTitle);
    out.reference = "Z/27/0431";
    out.dated = {"1 maart 2027", "1 March 2027"};
    out.dated_on = day_from_iso("2027-03-01");
    out.day = "1 juni 2027";
    const auto begin = [&](Section section, const Text& heading) {
        out.blocks.emplace_back(report::Heading{2, heading, section});
    };
    out.blocks.emplace_back(report::Paragraph{report::Cell("Rijnhof; stand op 1 juni 2027")});
    begin(Section::in_short, "In het kort");
    out.blocks.emplace_back(report::Bullets{{report::Cell("Er is één samenwerking.")}});
    begin(Section::work, "Wie doet wat");
    auto table = sample::comparison();
    out.blocks.emplace_back(std::move(table));
    out.blocks.emplace_back(report::Paragraph{report::Cell("Al het andere: de raad", {2})});
    begin(Section::agreements, "De samenwerkingen");
    out.blocks.emplace_back(report::Heading{3, "Dienst"});
    out.blocks.emplace_back(report::Paragraph{report::Cell("Zie https://example.org/a?b=1&c=2", {1})});
    begin(Section::sources, "Bronnen en wetsartikelen");
    out.blocks.emplace_back(report::NoteList{});
    out.notes = {"Raadsvoorstel", "Wgr art. 8, https://example.org/wgr"};
    return out;
}

std::string words(const std::vector<Text>& all) {
    std::string out;
    for (const auto& each : all) out += each.nl + "\n";
    return out;
}

/// What is filled of a file in which nothing is wrong; filled again it is the same.
std::string well_filled(const std::string& bytes, const report::Document& document = four_sections()) {
    const auto out = render::filled(bytes, document, Language::nl);
    CHECK(words(out.wrong) == "");
    REQUIRE(!out.bytes.empty());
    const auto again = render::filled(out.bytes, document, Language::nl);
    CHECK(words(again.wrong) == "");
    CHECK((again.bytes == out.bytes));
    // It may have been filled with something else in between.
    auto other = document;
    other.title = "Iets anders";
    for (auto& block : other.blocks)
        if (auto* paragraph = std::get_if<report::Paragraph>(&block)) paragraph->text = report::Cell("anders");
    const auto between = render::filled(out.bytes, other, Language::nl);
    CHECK((between.bytes != out.bytes));
    CHECK((papers::opened(render::filled(between.bytes, document, Language::nl).bytes).parts ==
           papers::opened(out.bytes).parts));
    return out.bytes;
}

std::string in_text(const std::string& bytes) { return papers::opened(bytes).parts.at("word/document.xml"); }

std::string wrong_with(const std::string& body, const Parts& parts = {}) {
    const auto out = render::filled(file(body, parts), four_sections(), Language::nl);
    CHECK(out.bytes.empty());
    return words(out.wrong);
}

const std::string kWhole =
    paragraph(run("Zaak ") + inline_control("zaaknummer") + run(", ") + inline_control("datum")) +
    "<!-- een opmerking --><?iets anders?>" + paragraph(run("Bijlage &#169; 1"), "Kop1") + block("In het kort") +
    block("overzicht-taken") + block("verschillen") + block("samenwerkingen") + block("bronnen") +
    paragraph(run("Slot."));

}  // namespace

TEST_CASE("controls: all are filled, inline ones and blocks, and nothing else changes") {
    const auto before = papers::opened(file(kWhole)), after = papers::opened(well_filled(file(kWhole)));
    for (const auto* same : {"_rels/.rels", "word/_rels/header1.xml.rels", "word/media/logo.png", "word/comments.xml",
                             "customXml/item1.xml"})
        CHECK((before.parts.at(same) == after.parts.at(same)));
    CHECK((std::equal(before.names.begin(), before.names.end(), after.names.begin())));
    CHECK(after.compressed.at("word/media/logo.png") == false);
    // Before the first control and behind the last every byte stays.
    const auto& text = after.parts.at("word/document.xml");
    const auto& old = before.parts.at("word/document.xml");
    CHECK(text.starts_with(old.substr(0, old.find("<w:sdt>"))));
    CHECK(text.ends_with(old.substr(old.rfind("</w:sdtContent>"))));
    CHECK(has(text, "<!-- een opmerking --><?iets anders?>" + paragraph(run("Bijlage &#169; 1"), "Kop1")));
    CHECK(after.parts.at("word/styles.xml").starts_with(before.parts.at("word/styles.xml").substr(0, 900)));
    CHECK_FALSE(has(text, "showingPlcHdr"));
    CHECK_FALSE(has(text, "Klik hier"));
    const papers::Part read(well_filled(file(kWhole)), "word/document.xml");
    const auto said = [&](const std::string& tag) {
        std::string out;
        for (const auto& each :
             read.document.select_nodes(("//w:sdt[w:sdtPr/w:tag/@w:val='" + tag + "']//w:t").c_str()))
            out += std::string(each.node().text().get()) + "|";
        return out;
    };
    CHECK(said("zaaknummer") == "Z/27/0431|");
    CHECK(said("datum") == "1 maart 2027|");
    CHECK(said("In het kort") == "In het kort|Rijnhof; stand op 1 juni 2027|Er is één samenwerking.|");
    CHECK(said("verschillen") == "Deze bijlage heeft geen onderdeel ‘Wat een andere situatie verandert’.|");
    CHECK(has(said("bronnen"), "Bronnen en wetsartikelen|1|Raadsvoorstel|2|Wgr art. 8, |"));
    CHECK(has(after.parts.at("word/header1.xml"),
              "Taken van \"A&amp;B\" &lt;west&gt; 'x' מועצה</w:t></w:r></w:sdtContent>"));
    CHECK(has(after.parts.at("word/_rels/document.xml.rels"), "Target=\"https://example.org/a?b=1&amp;c=2\""));
    // Sources are listed, and referred to by their numbers.
    CHECK(read.count("//w:hyperlink[@w:anchor='_RefNote2']") >= 1);
    CHECK(read.count("//w:footnoteReference") == 0);
    CHECK(after.parts.count("word/footnotes.xml") == 0);
}

TEST_CASE(
    "controls: styles are those of the house by their names; one that is not there is added, under an id of its own") {
    const auto more =
        "<w:style w:type=\"paragraph\" w:styleId=\"tabletext\"><w:name w:val=\"Iets anders\"/></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"Kop4x\"><w:name w:val=\"Bijschriften\"/><w:aliases "
        "w:val=\"foto,Caption\"/></w:style>"
        "<w:style w:type=\"character\" w:styleId=\"Vet\"><w:name w:val=\"strong\"/></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"Lijst\"><w:name w:val=\"List Bullet\"/></w:style>";
    const auto bytes = well_filled(file(kWhole, {{"word/styles.xml", styles(more)}}));
    const papers::Part text(bytes, "word/document.xml"), known(bytes, "word/styles.xml");
    // Below the heading of the first level stand those of the second; within a section those of the third.
    CHECK(text.count("//w:p[w:pPr/w:pStyle/@w:val='Kop2']") == 4);
    CHECK(text.count("//w:p[w:pPr/w:pStyle/@w:val='Kop3']") == 1);
    CHECK(text.count("//w:p[w:pPr/w:pStyle/@w:val='Kop4x']") == 1);
    CHECK(text.count("//w:p[w:pPr/w:pStyle/@w:val='Lijst'][w:pPr/w:numPr/w:numId]") == 1);
    CHECK(known.count("//w:style[w:name/@w:val='Table Text'][@w:styleId='TableTextBelegd']") == 1);
    CHECK(known.count("//w:style[w:name/@w:val='heading 2']") == 1);
    CHECK(known.count("//w:style[w:name/@w:val='Overview Table'][w:basedOn/@w:val='Standaardtabel']") == 1);
    // In the colour of the house, and not in ours.
    CHECK(known.count("//w:tblBorders/w:bottom[@w:color='006B3F']") == 1);
    CHECK_FALSE(has(papers::opened(bytes).parts.at("word/styles.xml"), "154273"));
    CHECK_FALSE(has(in_text(bytes), "154273"));
    std::set<std::string> ids;
    for (const auto& each : known.document.select_nodes("//w:style/@w:styleId"))
        CHECK(ids.insert(each.attribute().value()).second);
    for (const auto& use : text.document.select_nodes("//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val")) {
        CAPTURE(std::string(use.attribute().value()));
        CHECK(ids.count(use.attribute().value()) == 1);
    }
    // Also where there is nothing yet: what is empty takes several things.
    const auto empty = kHead + "<w:numbering" + kNames + " />";
    const papers::Part filled_list(
        well_filled(
            file(kWhole,
                 {{"word/numbering.xml", empty},
                  {"word/_rels/document.xml.rels",
                   relations({{"header", "header1.xml"}, {"styles", "styles.xml"}, {"numbering", "numbering.xml"}})}})),
        "word/numbering.xml");
    CHECK(filled_list.count("/w:numbering/w:abstractNum/following-sibling::w:num") == 1);
    const papers::Part numbers(bytes, "word/numbering.xml");
    CHECK(numbers.attribute("//w:num/@w:numId") == text.attribute("//w:numPr/w:numId/@w:val"));
}

TEST_CASE("controls: the style that the document takes for its tables is that of ours") {
    const auto settings = kHead + "<w:settings" + kNames + "><w:defaultTableStyle w:val=\"Tabelraster\"/></w:settings>";
    const auto bytes = well_filled(file(
        kWhole, {{"word/settings.xml", settings},
                 {"word/_rels/document.xml.rels",
                  relations({{"header", "header1.xml"}, {"styles", "styles.xml"}, {"settings", "settings.xml"}})}}));
    const papers::Part text(bytes, "word/document.xml");
    CHECK(text.attribute("//w:tblStyle/@w:val") == "Tabelraster");
    CHECK(text.count("//w:tcBorders") == 0);
    CHECK((papers::opened(bytes).parts.at("word/settings.xml") == settings));
}

TEST_CASE("controls: what somebody writes around them stays, and what he writes in them does not") {
    auto parts = papers::opened(well_filled(file(kWhole))).parts;
    auto& text = parts.at("word/document.xml");
    text.replace(text.find("Slot."), 5, "Ander slot, met zorg.");
    text.replace(text.find("Er is één"), 5, "Er zijn");
    Parts changed(parts.begin(), parts.end());
    const auto bytes = well_filled(file("", changed));
    CHECK(has(in_text(bytes), "Ander slot, met zorg."));
    CHECK(has(in_text(bytes), "Er is één samenwerking."));
}

TEST_CASE("controls: without a list of sources these are footnotes, behind those of the document itself") {
    const auto notes = kHead + "<w:footnotes" + kNames +
                       "><w:footnote w:type=\"separator\" w:id=\"-1\"/><w:footnote w:id=\"4\">" +
                       paragraph(run("Van de gemeente")) + "</w:footnote></w:footnotes>";
    const Parts own{{"word/footnotes.xml", notes},
                    {"word/_rels/document.xml.rels",
                     relations({{"header", "header1.xml"}, {"styles", "styles.xml"}, {"footnotes", "footnotes.xml"}})}};
    const auto body = paragraph(run("Eerst") + "<w:r><w:footnoteReference w:id=\"4\"/></w:r>") +
                      block("overzicht-taken") + block("samenwerkingen") + block("overzicht-taken");
    const auto bytes = well_filled(file(body, own));
    const papers::Part text(bytes, "word/document.xml"), read(bytes, "word/footnotes.xml");
    CHECK(text.count("//w:footnoteReference") == 3);
    CHECK(read.count("//w:footnote") == 4);
    CHECK(papers::opened(bytes).parts.at("word/footnotes.xml").starts_with(notes.substr(0, notes.size() - 14)));
    std::set<std::string> there;
    for (const auto& each : read.document.select_nodes("//w:footnote/@w:id"))
        CHECK(there.insert(each.attribute().value()).second);
    for (const auto& each : text.document.select_nodes("//w:footnoteReference/@w:id"))
        CHECK(there.count(each.attribute().value()) == 1);
    // The first of ours is the second of the document.
    CHECK(text.text("//w:r[w:fldChar/@w:fldCharType='separate']/following-sibling::w:r[1]/w:t") == "2");
    std::set<std::string> places;
    for (const auto& each : text.document.select_nodes("//w:bookmarkStart/@w:name"))
        CHECK(places.insert(each.attribute().value()).second);
    CHECK(has(papers::opened(bytes).parts.at("word/_rels/footnotes.xml.rels"), "https://example.org/wgr"));
    // And in a document without any.
    const auto fresh = well_filled(file(block("overzicht-taken")));
    CHECK(papers::Part(fresh, "word/footnotes.xml").count("//w:footnote") == 4);
    CHECK(has(papers::opened(fresh).parts.at("[Content_Types].xml"), "/word/footnotes.xml"));
}

TEST_CASE("controls: remarks and places that others refer to stay on the new content") {
    const auto old =
        "<w:p><w:bookmarkStart w:id=\"7\" w:name=\"_Toc9\"/><w:commentRangeStart w:id=\"3\"/>" + run("oud") +
        "<w:bookmarkEnd w:id=\"7\"/><w:bookmarkStart w:id=\"8\" w:name=\"tot_hier\"/><w:commentRangeEnd w:id=\"3\"/>"
        "<w:r><w:commentReference w:id=\"3\"/></w:r></w:p>";
    const auto bytes =
        well_filled(file(control("In-het-kort", old) + paragraph(run("x") + "<w:bookmarkEnd w:id=\"8\"/>")));
    const papers::Part text(bytes, "word/document.xml");
    for (const auto* one : {"//w:sdt//w:commentRangeStart[@w:id='3']", "//w:sdt//w:commentRangeEnd[@w:id='3']",
                            "//w:sdt//w:commentReference[@w:id='3']", "//w:sdt//w:bookmarkStart[@w:name='_Toc9']",
                            "//w:sdt//w:bookmarkEnd[@w:id='7']", "//w:sdt//w:bookmarkStart[@w:name='tot_hier']",
                            "//w:bookmarkEnd[@w:id='8']"}) {
        CAPTURE(std::string(one));
        CHECK(text.count(one) == 1);
    }
    CHECK_FALSE(has(in_text(bytes), ">oud<"));
}

TEST_CASE("controls: a heading right above that says the same is not said twice; the whole appendix has its title") {
    const papers::Part once(well_filled(file(paragraph(run("3. Wie doet wat"), "Kop2") + block("overzicht-taken"))),
                            "word/document.xml");
    CHECK(once.count("//w:sdt//w:p[starts-with(w:pPr/w:pStyle/@w:val,'Kop')]") == 0);
    const Parts bare{{"word/header1.xml", kHead + "<w:hdr" + kNames + ">" + paragraph(run("kop")) + "</w:hdr>"}};
    const papers::Part whole(well_filled(file(paragraph(run("Bijlagen"), "Kop1") + block("bijlage"), bare)),
                             "word/document.xml");
    CHECK(whole.text("(//w:sdt//w:p[w:pPr/w:pStyle/@w:val='Kop2'])[1]//w:t") == kTitle);
    CHECK(whole.count("//w:p[w:pPr/w:pStyle/@w:val='Kop3']") == 4);
    const papers::Part alone(well_filled(file(block("Appendix"), bare)), "word/document.xml");
    CHECK(alone.count("//w:p[w:pPr/w:pStyle/@w:val='Kop1']") == 4);
    CHECK(alone.text("(//w:sdt//w:p)[1]//w:t") == kTitle);
}

TEST_CASE("controls: tables are as wide as the text is where they stand") {
    const auto width = [](const std::string& body) {
        const papers::Part text(well_filled(file(body)), "word/document.xml");
        return text.attribute("//w:sdt//w:tblW/@w:w");
    };
    CHECK(width(block("overzicht-taken")) == "9072");
    CHECK(width(block("overzicht-taken") + paragraph("") +
                "<w:p><w:pPr><w:sectPr><w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/><w:pgMar "
                "w:left=\"1000\" w:right=\"838\"/></w:sectPr></w:pPr></w:p>") == "15000");
    CHECK(width(block("overzicht-taken") +
                "<w:p><w:pPr><w:sectPr><w:pgSz w:w=\"11000\"/><w:pgMar w:left=\"500\" w:right=\"500\"/><w:cols "
                "w:num=\"2\" w:space=\"400\"/></w:sectPr></w:pPr></w:p>") == "4800");
    const std::string table =
        "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w=\"3000\"/><w:gridCol w:w=\"5000\"/></w:tblGrid><w:tr>";
    CHECK(width(table + "<w:tc>" + paragraph(run("a")) + "</w:tc><w:tc>" + block("overzicht-taken") +
                "</w:tc></w:tr></w:tbl>") == "4784");
    // Around a cell it leaves the cell.
    const auto cell = "<w:tc><w:tcPr><w:tcW w:w=\"5000\" w:type=\"dxa\"/></w:tcPr>" + paragraph(run("oud")) + "</w:tc>";
    CHECK(width(table + "<w:tc>" + paragraph(run("a")) + "</w:tc>" + control("overzicht-taken", cell) +
                "</w:tr></w:tbl>") == "4784");
}

TEST_CASE("controls: a line keeps the look of the line, and goes without its binding; a date is one for Word too") {
    const auto bound =
        "<w:lock w:val=\"sdtContentLocked\"/><w:dataBinding w:xpath=\"/a\"/><w:date "
        "w:fullDate=\"2020-01-01T00:00:00Z\"/>";
    const auto bytes = file(paragraph(control("DATUM", run("oud", "<w:b/>"), bound) + inline_control("peildatum")));
    const auto out = render::filled(bytes, four_sections(), Language::nl);
    CHECK(has(words(out.remarks), "veld ‘DATUM’ was gekoppeld"));
    const auto text = in_text(well_filled(bytes));
    CHECK(has(text,
              "<w:lock w:val=\"sdtContentLocked\"/><w:date w:fullDate=\"2027-03-01T00:00:00Z\"/></w:sdtPr>"
              "<w:sdtContent><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">1 maart 2027</w:t></w:r>"));
    CHECK(has(text, "<w:sdtContent><w:r><w:t xml:space=\"preserve\">1 juni 2027</w:t></w:r></w:sdtContent>"));
}

TEST_CASE("controls: what the model does not give stays, and is told; so is a tag that looks like one of ours") {
    auto document = four_sections();
    document.reference = {};
    const auto body = paragraph(inline_control("zaaknummer")) + block("overzicht-takken") + block("afdeling") +
                      control("schema", paragraph(run("tekening")), "<w:picture/>");
    const auto out = render::filled(file(body), document, Language::nl);
    CHECK(words(out.wrong) == "");
    CHECK(words(out.remarks) ==
          "veld ‘zaaknummer’ blijft zoals het is: het overzicht in het model zegt er niets van (schrijf daar ‘kenmerk "
          "…’)\n"
          "veld ‘schema’ blijft zoals het is: een tekening zet belegd niet in een document\n"
          "veld ‘overzicht-takken’ is niet bekend; bedoelt u ‘overzicht-taken’? Het blijft zoals het is\n");
    CHECK((in_text(out.bytes) == in_text(file(body))));
}

TEST_CASE("controls: each that cannot be filled is told, and then none is") {
    const auto row = "<w:tr><w:tc>" + paragraph("") + "</w:tc></w:tr>";
    const auto table = [](const std::string& rows) { return "<w:tbl><w:tblPr/><w:tblGrid/>" + rows + "</w:tbl>"; };
    const auto listed = control("titel", paragraph(run("x")), "<w:dropDownList/>");
    CHECK(wrong_with(listed + control("datum", paragraph(run("x")), "<w14:checkbox/>") +
                     control("bronnen", paragraph(run("x")), "<w:picture/>") +
                     control("tijdlijn", paragraph(run("x")), "<w:docPartObj/>")) ==
          "veld ‘titel’ is een keuzelijst; neem een inhoudsbesturingselement voor tekst\n"
          "veld ‘datum’ is een selectievakje; neem een inhoudsbesturingselement voor tekst\n"
          "veld ‘bronnen’ is voor een afbeelding; neem een inhoudsbesturingselement voor tekst\n"
          "veld ‘tijdlijn’ is van een soort waarin geen eigen tekst past (docPartObj); neem een "
          "inhoudsbesturingselement voor tekst met opmaak\n");
    CHECK(has(wrong_with(paragraph(run("zie ") + inline_control("overzicht-taken"))),
              "‘overzicht-taken’ staat in een regel"));
    CHECK(has(wrong_with(control("bronnen", paragraph(run("x")), "<w:text/>")), "‘bronnen’ neemt alleen tekst zonder"));
    CHECK(has(wrong_with(table(control("titel", row))), "‘titel’ staat om een rij"));
    CHECK(has(wrong_with(control("bijlage", paragraph(run("x")) + block("titel"))),
              "‘titel’ ligt in veld ‘bijlage’, dat zelf wordt gevuld"));
    CHECK(has(
        wrong_with("<w:p><w:r><w:pict><w:txbxContent>" + block("bronnen") + "</w:txbxContent></w:pict></w:r></w:p>"),
        "‘bronnen’ staat in een kop- of voettekst"));
    for (const auto& tracked :
         {paragraph("<w:ins w:id=\"1\">" + inline_control("titel") + "</w:ins>"),
          paragraph(control("titel", "<w:del w:id=\"1\">" + run("x") + "</w:del>")),
          "<w:customXmlInsRangeStart w:id=\"1\"/>" + block("titel") + "<w:customXmlInsRangeEnd w:id=\"1\"/>"})
        CHECK(has(wrong_with(tracked), "in of om veld ‘titel’ staan bijgehouden wijzigingen"));
    CHECK(has(wrong_with(control("bronnen", "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>")), "een sectie-einde"));
    auto full = four_sections();
    full.blocks.emplace_back(report::Heading{2, "Alles", Section::annex});
    CHECK(has(words(render::filled(file(block("bronnen")), full, Language::nl).wrong), "--full"));
    CHECK(words(render::filled(file(block("bijlage")), full, Language::nl).wrong) == "");
    const auto header = kHead + "<w:hdr" + kNames + ">" + block("bronnen") + "</w:hdr>";
    CHECK(has(wrong_with(block("titel"), {{"word/header1.xml", header}}), "‘bronnen’ staat in een kop"));
    const auto none = kHead + "<w:hdr" + kNames + "/>";
    const auto unknown = wrong_with(block("bronen"), {{"word/header1.xml", none}});
    CHECK(has(unknown, "geen inhoudsbesturingselement in met een tag die belegd kent"));
    CHECK(has(unknown, "veld ‘bronen’ is niet bekend; bedoelt u ‘bronnen’?"));
    CHECK(has(unknown, "belegd kent de tags titel, datum, "));
    CHECK(has(unknown, "tabblad Ontwikkelaars"));
}

TEST_CASE("controls: what is no document to be filled is told by its kind") {
    const auto said = [](const std::string& bytes) {
        const auto out = render::filled(bytes, four_sections(), Language::nl);
        CHECK(out.bytes.empty());
        return words(out.wrong);
    };
    const auto whole = file(kWhole);
    CHECK(render::has_controls(whole));
    CHECK_FALSE(
        render::has_controls(file(block("afdeling"), {{"word/header1.xml", kHead + "<w:hdr" + kNames + "/>"}})));
    CHECK_FALSE(render::has_controls("hoi"));
    for (const auto& damaged : {whole.substr(0, whole.size() / 2), whole.substr(0, 30), std::string("PK\x03\x04")})
        CHECK(has(said(damaged), "beschadigd"));
    auto other = whole;
    other[other.find("word/media/logo.png") + 25] ^= 0x40;  // a part that nobody would read
    CHECK(has(said(other), "beschadigd"));
    for (const auto& none : {std::string(), std::string("hoi"), std::string("%PDF-1.7"), render::archive({{"a", "b"}})})
        CHECK(said(none) == "dit is geen Word-document (.docx of .dotx)\n");
    const std::string compound = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    CHECK(has(said(compound), "een oude Word (.doc)"));
    std::string wide;
    for (const char c : std::string("EncryptedPackage")) wide += {c, '\0'};
    CHECK(has(said(compound + wide), "met een wachtwoord versleuteld"));
    CHECK(has(said(render::odt(sample::overview(), Language::nl)), "OpenDocument"));
    CHECK(has(said(render::xlsx(sample::overview(), Language::nl)), "Excel"));
    CHECK(has(said(file(kWhole, {{"word/vbaProject.bin", "x"}})), "macro's"));
    CHECK(has(said(file(kWhole, {{"_xmlsignatures/origin.sigs", ""}})), "digitaal ondertekend"));
    CHECK(has(said(file(kWhole, {{"word/styles.xml", "<w:styles"}})),
              "word/styles.xml van het document is niet te lezen"));
    CHECK(has(said(file(kWhole, {{"word/document.xml", "<?xml version='1.0'?><!DOCTYPE a><w:document/>"}})),
              "niet te lezen"));
    CHECK(has(said(file(kWhole, {{"word/styles.xml", "<x:styles/>"}})), "word/styles.xml van het document is niet"));
    CHECK(has(said(file(kWhole, {{"word/styles.xml", "<w:styles/><w:styles/>"}})), "is niet te lezen"));
    std::string deep;
    for (int i = 0; i < 5'000; ++i) deep += "<w:sdt><w:sdtContent>";
    for (int i = 0; i < 5'000; ++i) deep += "</w:sdtContent></w:sdt>";
    CHECK(has(said(file(deep)), "meer dan 256 lagen"));
    auto strict = papers::opened(whole).parts.at("_rels/.rels");
    strict.replace(strict.find("http://schemas.openxmlformats.org/officeDocument"), 48,
                   "http://purl.oclc.org/ooxml/officeDocument");
    CHECK(has(said(file(kWhole, {{"_rels/.rels", strict}})), "Strict"));
    // What is made of a template is a document.
    const auto types = papers::opened(well_filled(file(kWhole, {}, "wordprocessingml.template.main+xml")));
    CHECK(has(types.parts.at("[Content_Types].xml"), "wordprocessingml.document.main+xml"));
}

TEST_CASE("controls: a filled document reads back as what it was filled with") {
    const auto written = render::written_in_docx(well_filled(file(kWhole)));
    REQUIRE(written);
    const auto work = std::find_if(written->parts.begin(), written->parts.end(),
                                   [](const auto& each) { return each.heading == "Wie doet wat"; });
    REQUIRE(work != written->parts.end());
    CHECK(work->tables.at(0).columns == std::vector<std::string>{"Taak", "Huidig", "Kosten"});
    CHECK(work->lines.at(0) == "Al het andere: de raad");
}
