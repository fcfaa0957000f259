#include <doctest/doctest.h>

#include "render/render.hpp"
#include "unit/render/papers.hpp"
#include "unit/render/sample.hpp"

using namespace belegd;
using namespace belegd::sample;

namespace {

std::string in_open_document(const report::Document& document, Language language = Language::nl) {
    auto out = render::odt(document, language);
    CHECK(papers::wrong_with_odt(out) == "");
    return out;
}

}  // namespace

TEST_CASE("odt: says what the Word document says, in both languages") {
    for (const auto language : {Language::nl, Language::en}) {
        const auto open = papers::said_by_odt(in_open_document(overview(), language));
        const auto word = papers::said_by_docx(render::docx(overview(), language));
        CHECK(open.text == word.text);
        CHECK(open.notes == word.notes);
        CHECK(open.first_references == word.first_references);
        CHECK(open.later_references == word.later_references);
    }
}

TEST_CASE("odt: headings, a caption, header rows, groups, a list, footnotes") {
    const auto bytes = in_open_document(overview());
    const papers::Part text(bytes, "content.xml");
    CHECK(text.count("//text:p[@text:style-name='P1']") == 1);  // the title, which begins the first sheet
    CHECK(text.attribute("//style:style[@style:name='P1']/@style:parent-style-name") == "Title");
    CHECK(text.count("//text:h[@text:outline-level='1']") == 1);
    CHECK(text.count("//text:h[@text:outline-level='2']") == 1);
    CHECK(text.text("//text:p[@text:style-name='Caption']") == "Wat verandert voor Voorschoten");
    CHECK(text.text("//table:title") == "Wat verandert voor Voorschoten");
    CHECK(text.count("//table:table-header-rows/table:table-row") == 1);
    CHECK(text.count("//table:table-cell[@table:number-columns-spanned='3']") == 2);
    CHECK(text.count("//text:list/text:list-item") == 2);
    CHECK(text.count("//text:list") == 1);
    CHECK(text.count("//text:note[@text:note-class='footnote']") == 2);
    CHECK(text.text("//text:note-citation") == "1");
}

TEST_CASE("odt: language, title and pages") {
    for (const auto& [language, name, country, title] : {std::tuple(Language::nl, "nl", "NL", "Overzicht taken"),
                                                         std::tuple(Language::en, "en", "GB", "Overview of tasks")}) {
        const auto bytes = in_open_document(overview(), language);
        const papers::Part styles(bytes, "styles.xml"), about(bytes, "meta.xml");
        CHECK(styles.attribute("//style:default-style/style:text-properties/@fo:language") == name);
        CHECK(styles.attribute("//style:default-style/style:text-properties/@fo:country") == country);
        CHECK(styles.text("//style:master-page[1]/style:header/text:p") == title);
        CHECK(styles.count("//style:footer//text:page-number") == 2);
        CHECK(styles.count("//style:footer//text:page-count") == 2);
        CHECK(about.text("//dc:title") == title);
        CHECK(about.text("//dc:language") == std::string(name) + "-" + country);
        CHECK(about.count("//meta:creation-date | //dc:date") == 0);
    }
}

TEST_CASE("odt: a table on its side begins a sheet that lies so, and the text after it one that stands") {
    report::Table wide;
    for (const auto* name : {"a", "b", "c", "d", "e", "f", "g", "h"}) wide.columns.emplace_back(name);
    wide.rows = {{cell("1")}};
    report::Document document;
    document.blocks = {report::Heading{2, "Een"},  report::Paragraph{cell("tekst")}, report::Heading{2, "Twee"}, wide,
                       report::Heading{2, "Drie"}, report::Paragraph{cell("slot")}};
    const papers::Part text(in_open_document(document), "content.xml");
    std::string sheets;
    for (const auto& each : text.document.select_nodes("//office:text//text:h | //office:text//text:p")) {
        const std::string style = each.node().attribute("text:style-name").value();
        const auto sheet =
            text.attribute(("//style:style[@style:name='" + style + "']/@style:master-page-name").c_str());
        if (!sheet.empty()) sheets += each.node().text().get() + (":" + sheet) + ";";
    }
    CHECK(sheets == "Een:Standard;Twee:On_20_its_20_side;Drie:Standard;");
}
