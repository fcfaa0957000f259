#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "render/render.hpp"
#include "unit/render/sample.hpp"

using namespace belegd;
using namespace belegd::sample;
using OrderedJson = nlohmann::ordered_json;

namespace {

OrderedJson written(const report::Document& document) { return OrderedJson::parse(render::json(document)); }
std::string only_block(const report::Block& block) { return written(with(block)).at("blocks").at(0).dump(); }

}  // namespace

TEST_CASE("json: an empty document has all its keys") {
    CHECK(render::json({}) == R"({
  "title": {
    "nl": "",
    "en": ""
  },
  "blocks": [],
  "notes": []
}
)");
}

TEST_CASE("json: both languages, keys in a fixed order, whatever the block") {
    CHECK(only_block(report::Heading{2, {"Deel", "Part"}}) ==
          R"({"type":"heading","level":2,"text":{"nl":"Deel","en":"Part"}})");
    CHECK(only_block(report::Paragraph{cell({"ja", "yes"}, {1, 2})}) ==
          R"({"type":"paragraph","content":{"lines":[{"text":{"nl":"ja","en":"yes"},"notes":[1,2]}],"mark":"none"}})");
    CHECK(only_block(report::Bullets{{marked({"nee", "no"}, report::Cell::Mark::attention)}}) ==
          R"({"type":"bullets","items":[{"lines":[{"text":{"nl":"nee","en":"no"},"notes":[]}],"mark":"attention"}]})");
    CHECK(only_block(report::Sheet{{{{"Vorm", "Form"}, marked("?", report::Cell::Mark::open)}}}) ==
          R"({"type":"sheet","rows":[{"label":{"nl":"Vorm","en":"Form"},)"
          R"("content":{"lines":[{"text":{"nl":"?","en":"?"},"notes":[]}],"mark":"open"}}]})");

    report::Table table;
    table.caption = {"Wie", "Who"};
    table.columns = {{"Taak", "Task"}};
    table.rows = {{cell("Wmo")}};
    table.groups = {{0, {"Zorg", "Care"}}};
    table.about = {{{"gemeente", "municipality"}, "Delft"}};
    CHECK(only_block(table) ==
          R"({"type":"table","caption":{"nl":"Wie","en":"Who"},)"
          R"("about":[{"name":{"nl":"gemeente","en":"municipality"},"value":{"nl":"Delft","en":"Delft"}}],)"
          R"("across":{"nl":"","en":""},"columns":[{"nl":"Taak","en":"Task"}],)"
          R"("groups":[{"before_row":0,"name":{"nl":"Zorg","en":"Care"}}],)"
          R"("rows":[[{"lines":[{"text":{"nl":"Wmo","en":"Wmo"},"notes":[]}],"mark":"none"}]],"origins":[]})");
}

TEST_CASE("json: title and notes") {
    const auto all = written(overview());
    CHECK(all.at("title").dump() == R"({"nl":"Overzicht taken","en":"Overview of tasks"})");
    CHECK(all.at("blocks").size() == 7);
    CHECK(all.at("notes").dump() ==
          R"([{"nl":"Raadsvoorstel 641951","en":"Council proposal 641951"},{"nl":"Wgr art 8","en":"Wgr art 8"}])");
}

TEST_CASE("json: bytes that are no text do no harm") {
    CHECK(render::json(with(report::Paragraph{cell("\xFF")})).size() > 0);
}
