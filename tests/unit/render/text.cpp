#include <doctest/doctest.h>

#include <sstream>

#include "render/render.hpp"
#include "render/wrap.hpp"
#include "unit/render/sample.hpp"

using namespace belegd;
using namespace belegd::sample;

TEST_CASE("text: a document with one block of each kind") {
    CHECK(render::text(overview(), Language::nl, 80) == R"(Overzicht taken
═══════════════

Op 1 juni 2023.[1]

Vergelijking
────────────

Wat verandert voor Voorschoten

Taak             Huidig                  Kosten
───────────────────────────────────────────────
Inkomen
  bijstand       Leiden[1,2]          € 758.825
───────────────────────────────────────────────
Werk
  re-integratie  onbelegd: niemand  € 57.348[1]
                 is aangewezen
───────────────────────────────────────────────

Dienst

Vorm:        niet vermeld
Deelnemers:  Leiden[2]

• Wie beslist?
• Sinds wanneer?

Noten
─────
[1] Raadsvoorstel 641951
[2] Wgr art 8
)");
}

TEST_CASE("text: rows without groups keep to the left and long cells wrap between words") {
    report::Table table;
    table.columns = {"Taak", "Wie doet het"};
    table.rows = {{cell("Wmo"), cell("Leiden")},
                  {cell("Jeugd"), cell("de gemeenschappelijke regeling van Leiden en Leiderdorp")},
                  {cell("Pw"), cell("Leiden")}};
    CHECK(render::text(with(table), Language::nl, 40) == R"(Taak   Wie doet het
─────────────────────────────────────
Wmo    Leiden

Jeugd  de gemeenschappelijke regeling
       van Leiden en Leiderdorp

Pw     Leiden
─────────────────────────────────────
)");
}

TEST_CASE("text: a word breaks after a hyphen only where whole words do not fit side by side") {
    report::Table table;
    table.columns = {"Taak", "Huidig", "Straks"};
    table.rows = {{cell("schuldhulp"), cell("Leidschendam-Voorburg"), cell("Leidschendam-Voorburg")}};
    CHECK(render::text(with(table), Language::nl, 60) == R"(Taak        Huidig                 Straks
────────────────────────────────────────────────────────
schuldhulp  Leidschendam-Voorburg  Leidschendam-Voorburg
────────────────────────────────────────────────────────
)");
    CHECK(render::text(with(table), Language::nl, 45) == R"(Taak        Huidig         Straks
────────────────────────────────────────
schuldhulp  Leidschendam-  Leidschendam-
            Voorburg       Voorburg
────────────────────────────────────────
)");
}

TEST_CASE("text: a table that does not fit becomes a block of lines per row") {
    auto table = comparison();
    table.columns[1] = "contractmanagement van nu";
    CHECK(render::text(with(table), Language::nl, 40) == R"(Wat verandert voor Voorschoten

── Inkomen ──

Taak: bijstand
  contractmanagement   Leiden[1,2]
  van nu:
  Kosten:              € 758.825

── Werk ──

Taak: re-integratie
  contractmanagement   onbelegd: niemand
  van nu:              is aangewezen
  Kosten:              € 57.348[1]
)");
}

TEST_CASE("text: control characters from a model do not reach the terminal") {
    CHECK(render::text(with(report::Paragraph{cell("a\x1b[31mb\tc\u009Bd\r\ne")}), Language::nl, 80) ==
          "a [31mb c d\ne\n");
}

TEST_CASE("text: a table without rows, columns or caption") {
    report::Table table;
    CHECK(render::text(with(table), Language::nl, 80).empty());
    table.columns = {"Taak", "Wie"};
    CHECK(render::text(with(table), Language::nl, 80) == "Taak  Wie\n─────────\n─────────\n");
    table.rows = {{cell("Wmo")}};  // shorter than the table
    CHECK(render::text(with(table), Language::nl, 80) == "Taak  Wie\n─────────\nWmo\n─────────\n");
}

namespace {

/// Long words, wide and combining characters, many columns, empty cells, groups at odd places.
report::Document nasty() {
    const std::string word(97, 'x');
    const std::vector<Text> texts{
        "",
        "kort",
        word,
        "Leidschendam-Voorburg/Wassenaar en https://example.org/een/heel/lang/pad?met=" + word,
        "漢字かな交じり文漢字かな交じり文漢字かな交じり文漢字かな交じり文",
        "e\u0301e\u0301e\u0301 ’s-Gravenhage\n\n  ingesprongen\nlaatste regel ",
        "€\u00A01.053.773,-"};
    report::Document document;
    document.title = texts[3];
    std::size_t next = 0;
    const auto some_cell = [&] {
        const auto at = next++;
        return cell(texts[at % texts.size()],
                    at % 3 == 0 ? std::vector<std::size_t>{1, 12} : std::vector<std::size_t>{});
    };
    for (std::size_t columns = 1; columns <= 24; ++columns) {
        document.blocks.emplace_back(report::Heading{static_cast<int>(columns % 5), texts[columns % texts.size()]});
        report::Table table;
        table.caption = texts[columns % texts.size()];
        for (std::size_t i = 0; i < columns; ++i) table.columns.push_back(texts[(i * columns) % texts.size()]);
        for (std::size_t row = 0; row < 5; ++row) {
            table.rows.emplace_back();
            for (std::size_t i = 0; i < columns; ++i) table.rows.back().push_back(some_cell());
        }
        if (columns % 2 == 0) table.groups = {{1, texts[columns % texts.size()]}, {1, word}, {5, "leeg"}};
        document.blocks.emplace_back(table);
        report::Sheet sheet;
        for (const auto& text : texts) sheet.rows.emplace_back(text, some_cell());
        document.blocks.emplace_back(sheet);
        document.blocks.emplace_back(report::Bullets{{some_cell(), some_cell(), some_cell()}});
        document.blocks.emplace_back(report::Paragraph{some_cell()});
    }
    for (std::size_t i = 0; i < 12; ++i) document.notes.push_back(texts[i % texts.size()]);
    return document;
}

}  // namespace

TEST_CASE("text: no line is wider than asked or ends in a blank") {
    const auto document = nasty();
    for (std::size_t width = 40; width <= 200; ++width) {
        CAPTURE(width);
        std::istringstream out(render::text(document, Language::nl, width));
        std::size_t widest = 0, trailing = 0;
        for (std::string line; std::getline(out, line);) {
            widest = std::max(widest, render::display_width(line));
            trailing += line.ends_with(' ') ? 1 : 0;
        }
        CHECK(widest <= width);
        CHECK(trailing == 0);
    }
}
