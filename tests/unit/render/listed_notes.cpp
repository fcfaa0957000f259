// What a document sets apart at the beginning of a line, and notes that it lists itself, in every form.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "render/render.hpp"
#include "unit/render/papers.hpp"

using namespace belegd;

namespace {

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

report::Document appendix(int parts = 1) {
    report::Document out;
    out.title = "Bijlage";
    for (int i = 0; i < parts; ++i) out.blocks.emplace_back(report::Heading{2, Text("Deel " + std::to_string(i + 1))});
    report::Table table;
    table.caption = "Wie doet wat";
    table.columns = {"onderdeel", "nu"};
    report::Cell cell;
    cell.lines.push_back({"college van Leiden", {2}, "mandaat"});
    cell.lines.push_back({"", {}, "open"});
    table.rows.push_back({report::Cell("beleid"), std::move(cell)});
    out.blocks.emplace_back(std::move(table));
    out.blocks.emplace_back(report::NoteList{});
    out.blocks.emplace_back(report::Paragraph{report::Cell("Slot")});
    out.notes = {"Raadsvoorstel", "Mandaatbesluit"};
    return out;
}

}  // namespace

TEST_CASE("listed notes: each form has the list where the document has it, and no notes elsewhere") {
    const auto document = appendix();
    const auto text = render::text(document, Language::nl, 80);
    CHECK(has(text, "mandaat: college van Leiden[2]\n"));
    CHECK(has(text, "open\n"));
    CHECK(has(text, "\n\n[1] Raadsvoorstel\n[2] Mandaatbesluit\n\nSlot\n"));
    CHECK_FALSE(has(text, "Noten"));
    const auto markdown = render::markdown(document, Language::nl);
    CHECK(has(markdown, "**mandaat:** college van Leiden[2]<br>**open**"));
    CHECK(has(markdown, "1. Raadsvoorstel\n2. Mandaatbesluit\n\nSlot\n"));
    CHECK_FALSE(has(markdown, "Noten"));
    const auto csv = render::csv(document, Language::nl);
    CHECK(has(csv, "\"mandaat: college van Leiden\nopen\""));
    CHECK(has(csv, "[1];Raadsvoorstel\r\n[2];Mandaatbesluit\r\n\r\nSlot\r\n"));
    const auto page = render::html(document, Language::nl);
    CHECK(has(page, "<b>mandaat:</b> college van Leiden<sup><a id=\"use-2\" href=\"#note-2\">"));
    CHECK(has(page, "<li id=\"note-1\">Raadsvoorstel</li>"));
    CHECK(page.find("<ol class=\"notes\">") < page.find("Slot"));
    CHECK_FALSE(has(page, "id=\"notes\""));
    const auto json = nlohmann::json::parse(render::json(document));
    CHECK(json["blocks"][1]["rows"][0][1]["lines"][0]["lead"]["nl"] == "mandaat");
    CHECK(json["blocks"][2]["type"] == "notes");
}

TEST_CASE("listed notes: Word and OpenDocument refer to the list, and have no footnotes") {
    const auto document = appendix();
    const auto word = render::docx(document, Language::nl), open = render::odt(document, Language::nl);
    CHECK(papers::wrong_with_docx(word) == "");
    CHECK(papers::wrong_with_odt(open) == "");
    for (const auto& found : {papers::said_by_docx(word), papers::said_by_odt(open)}) {
        CHECK(papers::lost(papers::said_by(document, Language::nl), found, false) == "");
        CHECK(found.first_references == 0);
        CHECK(found.listed_references == 1);
    }
}

TEST_CASE("listed notes: a page of several parts begins with where they are") {
    CHECK_FALSE(has(render::html(appendix(3), Language::nl), "<nav"));
    const auto page = render::html(appendix(4), Language::nl);
    CHECK(has(page, "<nav aria-label=\"Inhoud\">"));
    CHECK(has(page, "<li><a href=\"#part-4\">Deel 4</a></li>"));
    CHECK(has(page, "<h2 id=\"part-4\">Deel 4</h2>"));
}
