// What is read back of a document on disk, and how it is held against another.
#include <doctest/doctest.h>

#include <fmt/format.h>

#include <string>
#include <vector>

#include "render/archive.hpp"
#include "render/render.hpp"
#include "render/written/written.hpp"

using namespace belegd;
using render::Difference;
using render::Written;

namespace {

struct Form {
    const char* name;
    std::string (*write)(const report::Document&, Language);
    std::optional<Written> (*read)(const std::string&);
};
const Form kForms[] = {{"docx", render::docx, render::written_in_docx},
                       {"odt", render::odt, render::written_in_odt},
                       {"html", render::html, render::written_in_html}};

report::Document appendix(const std::string& performer, const std::string& more = {}) {
    report::Document out;
    out.title = "Bijlage";
    out.blocks.emplace_back(report::Heading{2, "1. Wie doet wat"});
    out.blocks.emplace_back(report::Paragraph{report::Cell("Voor Leiden", {1})});
    report::Table table;
    table.caption = "Wie doet wat";
    table.columns = {"onderdeel", "nu", "straks"};
    for (const auto* part : {"beleid", "uitvoering"})
        table.rows.push_back({report::Cell(part), report::Cell(performer, {1}), report::Cell("open & <leeg>")});
    if (!more.empty()) table.rows.push_back({report::Cell(more), report::Cell("x"), report::Cell("y")});
    out.blocks.emplace_back(std::move(table));
    out.blocks.emplace_back(report::Heading{2, "2. Bronnen"});
    out.blocks.emplace_back(report::NoteList{});
    report::Sheet sheet;
    sheet.rows.emplace_back("model", report::Cell("a.belegd"));
    out.blocks.emplace_back(std::move(sheet));
    out.notes = {"Raadsvoorstel"};
    return out;
}

std::string said(const std::vector<Difference>& all) {
    std::string out;
    for (const auto& each : all) {
        const char* const kinds[] = {"no part", "missing", "extra", "other"};
        out += fmt::format("{}: {}|{}|{}|{}|{}\n", kinds[static_cast<int>(each.kind)], each.part, each.row, each.column,
                           each.found, each.now);
    }
    return out;
}

}  // namespace

TEST_CASE("written: each form reads back as itself, and tells what a cell, a row and a part have become") {
    for (const auto& form : kForms) {
        CAPTURE(std::string(form.name));
        const auto read = [&](const report::Document& document) {
            const auto out = form.read(form.write(document, Language::nl));
            REQUIRE(out);
            return *out;
        };
        const auto now = read(appendix("Leiden"));
        CHECK(now.parts.size() == 3);
        CHECK(now.parts[1].heading == "Wie doet wat");
        CHECK(now.parts[1].lines == std::vector<std::string>{"Voor Leiden"});
        CHECK(now.parts[1].tables.at(0).columns == std::vector<std::string>{"onderdeel", "nu", "straks"});
        CHECK(now.parts[1].tables[0].rows.at(1) == std::vector<std::string>{"uitvoering", "Leiden", "open & <leeg>"});
        CHECK(said(render::differences(now, now)) == "");
        CHECK(said(render::differences(read(appendix("Wassenaar")), now)) ==
              "other: Wie doet wat|beleid|nu|Wassenaar|Leiden\nother: Wie doet wat|uitvoering|nu|Wassenaar|Leiden\n");
        CHECK(said(render::differences(read(appendix("Leiden", "toegang")), now)) ==
              "extra: Wie doet wat|toegang | x | y|||\n");
        CHECK(said(render::differences(now, read(appendix("Leiden", "toegang")))) ==
              "missing: Wie doet wat|toegang | x | y|||\n");
        auto shorter = appendix("Leiden");
        shorter.blocks.erase(shorter.blocks.end() - 3, shorter.blocks.end());
        CHECK(said(render::differences(read(shorter), now)) == "no part: Bronnen||||\n");
    }
}

TEST_CASE("written: what stands around it in a larger paper is of that paper") {
    auto paper = appendix("Leiden");
    paper.title = "Raadsvoorstel";
    paper.blocks.insert(paper.blocks.begin(),
                        {report::Heading{2, "Inleiding"}, report::Paragraph{report::Cell("Wij stellen voor.")}});
    paper.blocks.emplace_back(report::Heading{2, "Financiën"});
    paper.blocks.emplace_back(report::Paragraph{report::Cell("Geen.")});
    for (const auto& form : kForms) {
        CAPTURE(std::string(form.name));
        const auto around = form.read(form.write(paper, Language::nl));
        const auto now = form.read(form.write(appendix("Leiden"), Language::nl));
        // The title is another, and nothing else.
        CHECK(said(render::differences(*around, *now)) == "missing: |Bijlage|||\n");
    }
}

TEST_CASE("written: other programs give styles other names, and keep deleted words beside those that count") {
    const auto word = render::written_in_docx(render::archive(
        {{"word/document.xml",
          "<w:document><w:body><w:p><w:pPr><w:pStyle w:val=\"Kop1\"/></w:pPr><w:r><w:t>3. Open</w:t></w:r></w:p>"
          "<w:p><w:r><w:t>Leiden</w:t></w:r><w:del><w:r><w:delText>Wassenaar</w:delText></w:r></w:del>"
          "<w:ins><w:r><w:t xml:space=\"preserve\"> doet het</w:t></w:r></w:ins>"
          "<w:r><w:rPr><w:rStyle w:val=\"N1\"/></w:rPr><w:t>7</w:t></w:r></w:p>"
          "<w:sdt><w:sdtContent><w:p><w:r><w:t>in een veld</w:t></w:r></w:p></w:sdtContent></w:sdt>"
          "</w:body></w:document>"},
         {"word/styles.xml",
          "<w:styles><w:style w:styleId=\"Kop1\"><w:name w:val=\"Kop 1\"/></w:style>"
          "<w:style w:styleId=\"N1\"><w:name w:val=\"Footnote Characters\"/></w:style></w:styles>"}}));
    REQUIRE(word);
    CHECK(word->parts.at(0).heading == "Open");
    CHECK(word->parts[0].lines == std::vector<std::string>{"Leiden doet het", "in een veld"});
}

TEST_CASE("written: what is no document of its kind is none") {
    const auto whole = render::docx(appendix("Leiden"), Language::nl);
    for (const auto& bytes : {std::string(), std::string("hoi"), whole.substr(0, whole.size() / 2),
                              std::string("PK\x03\x04"), render::archive({{"iets.xml", "<a/>"}})}) {
        CHECK_FALSE(render::written_in_docx(bytes));
        CHECK_FALSE(render::written_in_odt(bytes));
    }
    CHECK_FALSE(render::written_in_docx(render::archive({{"word/document.xml", "<w:document><w:body>"}})));
    CHECK_FALSE(render::written_in_html("hoi"));
    const auto within = render::written_in_html(
        "<table><tr><td><h2>Kop</h2></td></tr></table><dl><h2>Meer</h2><div><dt>a</dt></div></dl>");
    CHECK(within->parts.back().tables.at(0).rows.at(0) == std::vector<std::string>{"a"});
    // As deep as somebody likes: nothing is lost that is a document, and nothing breaks.
    const auto nested = [](const std::string& open, const std::string& close) {
        std::string out;
        for (int i = 0; i < 20'000; ++i) out += open;
        for (int i = 0; i < 20'000; ++i) out += close;
        return out;
    };
    CHECK(render::written_in_html("<p>Leiden</p>" + nested("<div>", "</div>"))->parts.at(0).lines ==
          std::vector<std::string>{"Leiden"});
    CHECK(render::written_in_docx(
        render::archive({{"word/document.xml", "<w:document><w:body><w:p>" + nested("<w:ins>", "</w:ins>") +
                                                   "</w:p></w:body></w:document>"}})));
    CHECK(render::written_in_odt(
        render::archive({{"content.xml", "<office:document-content><office:body><office:text>" +
                                             nested("<text:section>", "</text:section>") +
                                             "</office:text></office:body></office:document-content>"}})));
    auto damaged = whole;
    for (std::size_t at = 200; at < damaged.size() - 400; at += 50) damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
    CHECK_FALSE(render::written_in_docx(damaged));
}
