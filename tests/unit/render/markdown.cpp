#include <doctest/doctest.h>

#include "render/render.hpp"
#include "unit/render/sample.hpp"

using namespace belegd;
using namespace belegd::sample;

TEST_CASE("markdown: a document with one block of each kind") {
    CHECK(render::markdown(overview(), Language::en) == R"(# Overview of tasks

On 1 June 2023.[1]

## Comparison

**What changes for Voorschoten**

| Task | Present | Costs |
| --- | --- | ---: |
| **Income** | | |
| assistance | Leiden[1,2] | € 758.825 |
| **Work** | | |
| reintegration | unassigned | € 57.348[1] |

### Service

- **Form:** not stated
- **Participants:** Leiden[2]

* Who decides?
* Since when?

## Notes

1. Council proposal 641951
2. Wgr art 8
)");
}

TEST_CASE("markdown: what would be read as a mark is escaped") {
    const auto written = [](const char* text) {
        return render::markdown(with(report::Paragraph{cell(text)}), Language::nl);
    };
    CHECK(written("a | b") == "a \\| b\n");
    CHECK(written("*niet* `vermeld` [1] <br> ~x~ \\ $1") ==
          "\\*niet\\* \\`vermeld\\` \\[1\\] \\<br\\> \\~x\\~ \\\\ \\$1\n");
    CHECK(written("naar_leiden en _zo_") == "naar_leiden en \\_zo\\_\n");
    CHECK(written("R&D &amp; &#38;") == "R&D \\&amp; \\&#38;\n");
    CHECK(written("# kop") == "\\# kop\n");
    CHECK(written("- streep") == "\\- streep\n");
    CHECK(written("1. januari") == "1\\. januari\n");
    CHECK(written("1.053.773 euro") == "1.053.773 euro\n");
    CHECK(written("2023") == "2023\n");
}

TEST_CASE("markdown: bold rows for groups, line breaks and pipes inside cells") {
    CHECK(render::markdown(with(comparison()), Language::nl) == R"(**Wat verandert voor Voorschoten**

| Taak | Huidig | Kosten |
| --- | --- | ---: |
| **Inkomen** | | |
| bijstand | Leiden[1,2] | € 758.825 |
| **Werk** | | |
| re-integratie | onbelegd: niemand<br>is aangewezen | € 57.348[1] |
)");
}

TEST_CASE("markdown: a row that is too short is filled up") {
    report::Table table;
    table.columns = {"a", "b|c"};
    table.rows = {{cell("x")}};
    CHECK(render::markdown(with(table), Language::nl) == "| a | b\\|c |\n| --- | --- |\n| x | |\n");
}
