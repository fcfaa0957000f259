#include <doctest/doctest.h>

#include "render/render.hpp"
#include "render/xlsx/values.hpp"
#include "unit/render/papers.hpp"
#include "unit/render/sample.hpp"
#include "unit/render/workbooks.hpp"

using namespace belegd;
using namespace belegd::sample;
using Row = std::vector<std::string>;

namespace {

std::string in_excel(const report::Document& document, Language language = Language::nl) {
    auto out = render::xlsx(document, language);
    CHECK(workbooks::wrong_with_xlsx(out) == "");
    CHECK(workbooks::lost(document, out, language) == "");
    return out;
}

workbooks::Workbook book_of(const report::Document& document, Language language = Language::nl) {
    return workbooks::read(in_excel(document, language), language);
}

report::Table one_column(std::vector<std::string> texts, const char* caption = "") {
    report::Table table;
    table.caption = caption;
    table.columns = {"naam", "waarde"};
    for (auto& text : texts) table.rows.push_back({cell("x"), cell(Text(std::move(text)))});
    return table;
}

/// The second column below its name.
std::vector<workbooks::Cell> values_of(std::vector<std::string> texts, Language language = Language::nl) {
    const auto book = book_of(with(one_column(std::move(texts))), language);
    std::vector<workbooks::Cell> out;
    for (std::size_t row = 2; row <= book.sheets.at(1).rows; ++row)
        out.push_back(book.sheets.at(1).at("B" + std::to_string(row)));
    return out;
}

}  // namespace

TEST_CASE("xlsx: the text on the first sheet with a way to each table, each table on its own, the notes behind them") {
    const auto book = book_of(overview());
    CHECK(book.title == "Overzicht taken");
    CHECK(book.language == "nl-NL");
    CHECK(book.names() == Row{"Overzicht", "Vergelijking", "Bronnen"});
    const auto& text = book.sheets[0];
    CHECK(text.row(1) == Row{"Overzicht taken", "", ""});
    CHECK(text.row(2) == Row{"", "Op 1 juni 2023.", "[1]"});
    CHECK(text.row(4) == Row{"Vergelijking", "", ""});
    CHECK(text.row(5) == Row{"", "Wat verandert voor Voorschoten", ""});
    CHECK(text.links.at("B5") == "'Vergelijking'!A1");
    CHECK(text.row(7) == Row{"Dienst", "", ""});
    CHECK(text.row(8) == Row{"Vorm", "niet vermeld", ""});
    CHECK(text.row(9) == Row{"Deelnemers", "Leiden", "[2]"});
    CHECK(text.row(10) == Row{"•", "Wie beslist?", ""});
    CHECK(text.row(13) == Row{"Noten", "", ""});
    CHECK(text.links.at("B14") == "'Bronnen'!A1");
    CHECK(text.filter.empty());
    const auto& table = book.sheets[1];
    CHECK(table.row(1) == Row{"groep", "Taak", "Huidig", "Kosten", "Noten"});
    CHECK(table.row(2) == Row{"Inkomen", "bijstand", "Leiden", "€ 758.825", "[1,2]"});
    CHECK(table.row(3) == Row{"Werk", "re-integratie", "onbelegd: niemand\nis aangewezen", "€ 57.348", "[1]"});
    CHECK(table.at("D2").number == "758825");
    CHECK(table.filter == "A1:E3");
    CHECK(table.frozen_from == "A2");
    CHECK(table.at("A1").strong);
    CHECK(table.at("C3").wraps);
    CHECK(table.header == "&LWat verandert voor Voorschoten");
    const auto& notes = book.sheets[2];
    CHECK(notes.row(1) == Row{"nummer", "tekst"});
    CHECK(notes.row(3) == Row{"2", "Wgr art 8"});
    CHECK(notes.at("A3").number == "2");
}

TEST_CASE("xlsx: a document that lists its notes leads to them there; its language is in the workbook") {
    auto document = overview();
    document.blocks.emplace_back(report::Heading{2, {"Waarop het rust", "What it rests on"}});
    document.blocks.emplace_back(report::NoteList{});
    const auto book = book_of(document, Language::en);
    CHECK(book.names() == Row{"Overview", "Comparison", "Sources"});
    CHECK(book.language == "en-GB");
    const auto& text = book.sheets[0];
    CHECK(text.row(13) == Row{"What it rests on", "", ""});
    CHECK(text.links.at("B14") == "'Sources'!A1");
    CHECK(text.rows == 14);
}

TEST_CASE("xlsx: what holds for every row stands in each; a lead is set apart within its cell") {
    auto table = one_column({"x"});
    table.about = {{"situatie", "huidig"}};
    table.rows[0][1].lines[0].lead = "mandaat";
    const auto bytes = in_excel(with(table));
    const auto book = workbooks::read(bytes, Language::nl);
    CHECK(book.sheets[1].row(1) == Row{"situatie", "naam", "waarde"});
    CHECK(book.sheets[1].row(2) == Row{"huidig", "x", "mandaat: x"});
    CHECK(papers::Part(bytes, "xl/sharedStrings.xml").text("//r[rPr/b]/t") == "mandaat: ");
}

TEST_CASE("xlsx: a cell that is exactly one day is a day, by any other word it is a text") {
    const auto dutch = values_of({"1 januari 2024", "29 februari 2024", "1 maart 1900"});
    CHECK(dutch[0].number == "45292");
    CHECK(dutch[0].format == "[$-413]d mmmm yyyy");
    CHECK(dutch[1].number == "45351");
    CHECK(dutch[2].number == "61");
    const auto english = values_of({"1 January 2024"}, Language::en);
    CHECK(english[0].number == "45292");
    CHECK(english[0].format == "[$-809]d mmmm yyyy");
    for (const auto* text : {"mei 2021", "vanaf 1 januari 2024", "1 januari 2024 (afgeleid)", "30 februari 2024",
                             "1 January 2024", "01 januari 2024", "1 januari 1850", "2024-01-01", "1-1-2024"}) {
        CAPTURE(std::string(text));
        CHECK(values_of({text})[0].number.empty());
        CHECK(values_of({text})[0].text == text);
    }
    // Two days in one cell are no day.
    CHECK(values_of({"1 januari 2024\n2 januari 2024"})[0].number.empty());
}

TEST_CASE("xlsx: amounts, shares and numbers of a column of them are numbers that read as they did") {
    const auto value = [](const char* text, Language language = Language::nl) {
        const auto out = values_of({text}, language)[0];
        CHECK(out.text == text);
        return std::pair(out.number, out.format);
    };
    using Pair = std::pair<std::string, std::string>;
    CHECK(value("€ 1.200.000") == Pair("1200000", "[$€-413] #,##0"));
    CHECK(value("€ 64.000,50") == Pair("64000.50", "[$€-413] #,##0.00"));
    CHECK(value("€ 64.000,-") == Pair("64000", "[$€-413] #,##0\",-\""));
    CHECK(value("-€ 5") == Pair("-5", "[$€-413] 0"));
    CHECK(value("70 %") == Pair("0.70", "0 %"));
    CHECK(value("3,5 %") == Pair("0.035", "0.0 %"));
    CHECK(value("120%") == Pair("1.20", "0%"));
    CHECK(value("0 %") == Pair("0.00", "0 %"));
    CHECK(value("12") == Pair("12", "0"));
    CHECK(value("€ 1,200.50", Language::en) == Pair("1200.50", "[$€-809] #,##0.00"));
    CHECK(value("EUR 7") == Pair("7", "\"EUR\" 0"));
    // What could be something else stays what it was.
    for (const auto* text :
         {"0518", "1.2.3", "1.23", "12,", "9999999999999999", "+5", "2024.5", "00", "0.123", "1234.567"})
        CHECK(value(text) == Pair("", ""));
    CHECK(value("1,200.50") == Pair("", ""));
    // One text among them makes it a column of texts; a dash does not.
    CHECK(values_of({"12", "nvt"})[0].number.empty());
    CHECK(values_of({"12", "–"})[0].number == "12");
    CHECK(values_of({"12", "–"})[1].text == "–");
}

TEST_CASE("xlsx: nothing is a formula, whatever it begins with") {
    for (const auto* text : {"=SUM(A1:A9)", "=1+1", "+1+1", "-1+1", "@x", "=cmd|' /C calc'!A0"}) {
        CAPTURE(std::string(text));
        const auto cell = values_of({text})[0];
        CHECK(cell.text == text);
        CHECK(cell.number.empty());
        CHECK(cell.quoted);
    }
    CHECK_FALSE(values_of({"gewoon"})[0].quoted);
    report::Document document;
    document.title = "=1+1";
    document.blocks = {report::Heading{2, "=2+2"}, one_column({"x"}, "=3+3"), report::Paragraph{cell("=4+4")}};
    document.notes = {"=5+5"};
    CHECK(book_of(document).names() == Row{"Overzicht", "=2+2", "Bronnen"});
}

TEST_CASE("xlsx: names of sheets that Excel takes, each once") {
    const auto names = [](const std::vector<std::string>& headings) {
        report::Document document;
        for (const auto& heading : headings) {
            document.blocks.emplace_back(report::Heading{2, Text(heading)});
            document.blocks.emplace_back(one_column({"x"}));
        }
        auto out = book_of(document).names();
        out.erase(out.begin());
        return out;
    };
    CHECK(names({"a", "A", "á", "Overzicht", "bronnen"}) == Row{"a", "A (2)", "á (3)", "Overzicht (2)", "bronnen"});
    CHECK(names({"'t Gooi & \"omstreken\" <oost>", "a/b: [c] \\ d*?", "History", "'"}) ==
          Row{"t Gooi & \"omstreken\" <oost>", "a-b- c - d", "History (2)", "Tabel"});
    const std::string same = "Wie doet wat en op welke titel: de huidige situatie van ";
    CHECK(names({same + "Leiden", same + "Leiderdorp"}) ==
          Row{"Wie doet wat en op welke titel…", "Wie doet wat en op welke… (2)"});
    CHECK(names({std::string(500, 'x')}) == Row{std::string(30, 'x') + "…"});
    std::string marks, faces, twelve = "a";
    for (int i = 0; i < 40; ++i) marks += "e\u0301", faces += "\U0001F3DB", twelve += "\u0301";
    CHECK(names({marks})[0].ends_with("e\u0301…"));
    CHECK(names({faces})[0].ends_with("\U0001F3DB…"));
    CHECK(names({"מועצה העריבית", twelve}).size() == 2);
    // Two tables below one heading; a table below none has its caption; without either it is a table.
    report::Document document;
    document.blocks = {one_column({"x"}), one_column({"x"}, "Kosten"), report::Heading{2, "Wie"}, one_column({"x"}),
                       one_column({"x"}, "y")};
    CHECK(book_of(document).names() == Row{"Overzicht", "Tabel", "Kosten", "Wie", "Wie (2)"});
    // The sheet of notes keeps its name, which the text leads to.
    document.blocks = {report::Heading{2, "Bronnen"}, one_column({"x"})};
    document.notes = {"n"};
    CHECK(book_of(document).names() == Row{"Overzicht", "Bronnen (2)", "Bronnen"});
}

TEST_CASE("xlsx: every sign in every place; what XML or a spreadsheet reads otherwise is kept as it was") {
    const std::string name = "Dienst \"A&B\" <west> 'x' מועצה العربية e\u0301 \U0001F3DB ]]> &amp; _x0041_ _x_ _xZZZZ_";
    report::Table table = one_column({name, "a\x01\x0B z\uFFFEq\xFF", " voor en  na "}, name.c_str());
    table.columns = {Text(name), Text(name)};
    table.groups = {{0, Text(name)}};
    report::Document document;
    document.title = Text(name);
    document.blocks = {report::Heading{2, Text(name)}, table, report::Paragraph{cell(Text(name), {1})}};
    document.notes = {Text(name)};
    const auto book = book_of(document);
    CHECK(book.title == name);
    CHECK(book.sheets[1].row(2) == Row{name, "x", name});
    CHECK(book.sheets[1].at("C3").text == "a z\uFFFDq\uFFFD");
    CHECK(book.sheets[2].at("B2").text == name);
}

TEST_CASE("xlsx: long titles, long texts, tables without rows or columns, and documents without anything") {
    report::Document document;
    document.title = Text(std::string(500, 'x') + "&");
    document.blocks = {report::Paragraph{cell("a")}};
    CHECK(book_of(document).title.size() == 501);
    CHECK(papers::Part(in_excel(document), "xl/worksheets/sheet1.xml").attribute("//mergeCell/@ref") == "A1:C1");
    CHECK(book_of({}).names() == Row{"Overzicht"});
    CHECK(book_of({}).sheets[0].rows == 0);
    CHECK(book_of(with(report::Sheet{})).names() == Row{"Overzicht"});
    CHECK(book_of(with(report::Table{})).names() == Row{"Overzicht"});
    const auto empty = book_of(with(one_column({})));
    CHECK(empty.sheets[1].row(1) == Row{"naam", "waarde"});
    CHECK(empty.sheets[1].filter == "A1:B1");
    report::Table captioned;
    captioned.caption = "Niets te tonen";
    CHECK(book_of(with(captioned)).sheets[0].row(1) == Row{"", "Niets te tonen"});
    // A row that is shorter than the table, and a text that no cell holds: it goes on below, with nothing lost.
    auto table = one_column({"x"});
    table.rows.push_back({cell("alleen")});
    std::string word;
    for (int i = 0; i < 40000; ++i) word += "é";
    table.rows.push_back({cell("y"), cell(Text(word))});
    const auto bytes = render::xlsx(with(table), Language::nl);
    CHECK(workbooks::wrong_with_xlsx(bytes) == "");
    const auto sheet = workbooks::read(bytes, Language::nl).sheets[1];
    CHECK(sheet.rows == 5);
    CHECK(sheet.at("B4").text + sheet.at("B5").text == word);
}

TEST_CASE("xlsx: columns as wide as their content up to a limit; rows high enough for what stands in them") {
    const auto bytes =
        in_excel(with(one_column({std::string(30, 'w'), std::string(290, 'w') + " " + std::string(290, 'w')})));
    const papers::Part sheet(bytes, "xl/worksheets/sheet2.xml");
    CHECK(sheet.attribute("//col[1]/@width") == "10.0");
    CHECK(sheet.attribute("//col[2]/@width") == "60.0");
    CHECK(sheet.attribute("//row[2]/@ht") == "15");
    CHECK(std::stod(sheet.attribute("//row[3]/@ht")) >= 9 * 15);
}

TEST_CASE("xlsx: more than 26 columns") {
    report::Table table;
    for (int i = 0; i < 60; ++i) table.columns.emplace_back("k" + std::to_string(i));
    table.rows.emplace_back();
    for (int i = 0; i < 60; ++i) table.rows[0].push_back(cell(Text("c" + std::to_string(i))));
    const auto book = book_of(with(table));
    CHECK(book.sheets[1].filter == "A1:BH2");
    CHECK(book.sheets[1].at("AA2").text == "c26");
    CHECK(book.sheets[1].at("BH2").text == "c59");
}

TEST_CASE("xlsx: same document, same bytes, and no day in it") {
    const auto bytes = in_excel(overview());
    CHECK(render::xlsx(overview(), Language::nl) == bytes);
    CHECK(papers::Part(bytes, "docProps/core.xml").count("//dcterms:created | //dcterms:modified") == 0);
}
