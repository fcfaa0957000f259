#include <doctest/doctest.h>

#include "render/render.hpp"
#include "unit/render/sample.hpp"

using namespace belegd;
using namespace belegd::sample;

namespace {

std::string one_cell(const char* text) {
    report::Table table;
    table.columns = {"Kop"};
    table.rows = {{cell(text)}};
    const auto out = render::csv(with(table), Language::nl);
    const std::string start = "\xEF\xBB\xBFKop\r\n";
    REQUIRE(out.starts_with(start));
    REQUIRE(out.ends_with("\r\n"));
    return out.substr(start.size(), out.size() - start.size() - 2);
}

}  // namespace

TEST_CASE("csv: tables and sheets below each other, groups and notes in columns of their own") {
    CHECK(render::csv(overview(), Language::nl) ==
          "\xEF\xBB\xBF"
          "Overzicht taken\r\n"
          "Op 1 juni 2023.;[1]\r\n"
          "\r\n"
          "Vergelijking\r\n"
          "Wat verandert voor Voorschoten\r\n"
          "groep;Taak;Huidig;Kosten;Noten\r\n"
          "Inkomen;bijstand;Leiden;€ 758.825;[1,2]\r\n"
          "Werk;re-integratie;\"onbelegd: niemand\nis aangewezen\";€ 57.348;[1]\r\n"
          "\r\n"
          "Dienst\r\n"
          "Vorm;niet vermeld\r\n"
          "Deelnemers;Leiden;[2]\r\n"
          "\r\n"
          "Wie beslist?\r\n"
          "Sinds wanneer?\r\n"
          "\r\n"
          "Noten\r\n"
          "[1];Raadsvoorstel 641951\r\n"
          "[2];Wgr art 8\r\n");
}

TEST_CASE(
    "csv: a table of things of one kind has a row for each line, and goes on where the next has the same columns") {
    report::Document document;
    for (const auto* situation : {"huidig", "straks"}) {
        report::Table table;
        table.columns = {"taak", "beleid", "uitvoering"};
        table.across = "functie";
        table.about = {{"situatie", situation}};
        report::Cell tasks("bijstand"), work("Leiden", {2});
        tasks.lines.push_back({"inburgering", {}});
        work.lines.push_back({"Delft", {}});
        table.rows = {{tasks, cell("raad", {1}), work}};
        document.blocks.emplace_back(report::Heading{2, situation});
        document.blocks.emplace_back(std::move(table));
        document.blocks.emplace_back(report::Paragraph{cell("de rest bij de raad")});
    }
    CHECK(render::csv(document, Language::nl) ==
          "\xEF\xBB\xBF"
          "huidig\r\n"
          "situatie;groep;taak;functie;inhoud;Noten\r\n"
          "huidig;;bijstand;beleid;raad;[1]\r\n"
          "huidig;;bijstand;uitvoering;Leiden;[2]\r\n"
          "huidig;;bijstand;uitvoering;Delft;\r\n"
          "huidig;;inburgering;beleid;raad;[1]\r\n"
          "huidig;;inburgering;uitvoering;Leiden;[2]\r\n"
          "huidig;;inburgering;uitvoering;Delft;\r\n"
          "straks;;bijstand;beleid;raad;[1]\r\n"
          "straks;;bijstand;uitvoering;Leiden;[2]\r\n"
          "straks;;bijstand;uitvoering;Delft;\r\n"
          "straks;;inburgering;beleid;raad;[1]\r\n"
          "straks;;inburgering;uitvoering;Leiden;[2]\r\n"
          "straks;;inburgering;uitvoering;Delft;\r\n"
          "\r\n"
          "huidig;de rest bij de raad\r\n"
          "straks;de rest bij de raad\r\n");
}

TEST_CASE("csv: each table as a file of its own, and the rest, which names them where they stand") {
    const auto all = render::csv_tables(overview(), Language::nl);
    REQUIRE(all.tables.size() == 1);
    CHECK(all.tables[0].file == "wat-verandert-voor-voorschoten.csv");
    CHECK(all.tables[0].heading == "Vergelijking");
    CHECK(all.tables[0].caption == "Wat verandert voor Voorschoten");
    CHECK(all.tables[0].bytes ==
          "\xEF\xBB\xBF"
          "groep;Taak;Huidig;Kosten;Noten\r\n"
          "Inkomen;bijstand;Leiden;€ 758.825;[1,2]\r\n"
          "Werk;re-integratie;\"onbelegd: niemand\nis aangewezen\";€ 57.348;[1]\r\n");
    CHECK(all.rest_file == "overzicht.csv");
    CHECK(all.rest ==
          "\xEF\xBB\xBF"
          "Overzicht taken\r\n"
          "Op 1 juni 2023.;[1]\r\n"
          "\r\n"
          "Vergelijking\r\n"
          "Wat verandert voor Voorschoten;wat-verandert-voor-voorschoten.csv\r\n"
          "\r\n"
          "Dienst\r\n"
          "Vorm;niet vermeld\r\n"
          "Deelnemers;Leiden;[2]\r\n"
          "\r\n"
          "Wie beslist?\r\n"
          "Sinds wanneer?\r\n"
          "\r\n"
          "Noten\r\n"
          "[1];Raadsvoorstel 641951\r\n"
          "[2];Wgr art 8\r\n");
    CHECK(render::csv_tables({}, Language::en).tables.empty());
    CHECK(render::csv_tables({}, Language::en).rest_file == "overview.csv");
    CHECK(render::csv_tables({}, Language::en).rest == "\xEF\xBB\xBF");
}

TEST_CASE("csv: names of files that every system takes, each once, and none that leads out of the folder") {
    const auto files = [](const std::vector<std::string>& captions) {
        report::Document document;
        for (const auto& caption : captions) {
            report::Table table;
            table.caption = Text(caption);
            table.columns = {"Kop"};
            document.blocks.emplace_back(table);
        }
        std::vector<std::string> out;
        for (const auto& table : render::csv_tables(document, Language::nl).tables) out.push_back(table.file);
        return out;
    };
    using Files = std::vector<std::string>;
    CHECK(files({"Één & twee", "een: TWEE", "", "?!", "Overzicht"}) ==
          Files{"een-twee.csv", "een-twee-2.csv", "tabel.csv", "tabel-2.csv", "overzicht-2.csv"});
    CHECK(files({"../../etc/passwd", "/a\\b\nc", "CON", "com1", "a\x01\"<b>|*"}) ==
          Files{"etc-passwd.csv", "a-b-c.csv", "tabel-con.csv", "tabel-com1.csv", "a-b.csv"});
    const std::string same = "Taken en functies van de gemeente op de dag waarop dit overzicht is gemaakt, voor ";
    CHECK(files({same + "Leiden", same + "Leiderdorp"}) ==
          Files{"taken-en-functies-van-de-gemeente-op-de-dag-waarop-dit-overzicht-is-gemaakt-voor.csv",
                "taken-en-functies-van-de-gemeente-op-de-dag-waarop-dit-overzicht-is-gemaakt-voor-2.csv"});
    CHECK(files({std::string(500, 'x')})[0] == std::string(80, 'x') + ".csv");
    CHECK(files({"מועצה"})[0] == "מועצה.csv");
}

TEST_CASE("csv: no columns for groups and notes that are not there") {
    auto table = comparison();
    table.groups.clear();
    for (auto& row : table.rows)
        for (auto& each : row)
            for (auto& line : each.lines) line.notes.clear();
    CHECK(render::csv(with(table), Language::en) ==
          "\xEF\xBB\xBF"
          "What changes for Voorschoten\r\n"
          "Task;Present;Costs\r\n"
          "assistance;Leiden;€ 758.825\r\n"
          "reintegration;unassigned;€ 57.348\r\n");
}

TEST_CASE("csv: semicolons, quotation marks and line breaks are quoted") {
    CHECK(one_cell("a;b") == "\"a;b\"");
    CHECK(one_cell("de \"dienst\"") == "\"de \"\"dienst\"\"\"");
    CHECK(one_cell("a\nb") == "\"a\nb\"");
    CHECK(one_cell("a, b") == "a, b");
}

TEST_CASE("csv: a text that a spreadsheet would calculate is protected, a number is not") {
    CHECK(one_cell("=1+1") == "'=1+1");
    CHECK(one_cell("@SUM(A1)") == "'@SUM(A1)");
    CHECK(one_cell("+ Leiden") == "'+ Leiden");
    CHECK(one_cell("- Leiden; Delft") == "\"'- Leiden; Delft\"");
    CHECK(one_cell("\t=1+1") == "'=1+1");
    CHECK(one_cell("-12,5 %") == "-12,5 %");
    CHECK(one_cell("-") == "-");
    CHECK(one_cell("–") == "–");
}
