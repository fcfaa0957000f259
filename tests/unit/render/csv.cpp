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
          "Wat verandert voor Voorschoten\r\n"
          "Groep;Taak;Huidig;Kosten;Noten\r\n"
          "Inkomen;bijstand;Leiden;€ 758.825;[1,2]\r\n"
          "Werk;re-integratie;\"onbelegd: niemand\nis aangewezen\";€ 57.348;[1]\r\n"
          "\r\n"
          "Dienst\r\n"
          "Vorm;niet vermeld;\r\n"
          "Deelnemers;Leiden;[2]\r\n"
          "\r\n"
          "Noten\r\n"
          "[1];Raadsvoorstel 641951\r\n"
          "[2];Wgr art 8\r\n");
}

TEST_CASE("csv: no columns for groups and notes that are not there") {
    auto table = comparison();
    table.groups.clear();
    for (auto& row : table.rows)
        for (auto& each : row) each.notes.clear();
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
