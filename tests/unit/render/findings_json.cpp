#include "unit/render/found.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

using namespace belegd;
using Json = nlohmann::json;

TEST_CASE("findings in JSON: one list for all models, each finding with its model and its file") {
    const auto all = Json::parse(render::findings_json(
        {sample::found("map/a.belegd", "gebruik \"b.belegd\"\n", {{"b.belegd", "gemente Leiden\n"}}),
         sample::found("c.belegd", sample::kUnassigned), sample::unread("weg.belegd")}));
    REQUIRE(all.at("findings").size() == 3);
    const auto& first = all["findings"][0];
    CHECK(first.at("code") == "L02");
    CHECK(first.at("severity") == "error");
    CHECK(first.at("model") == "map/a.belegd");
    CHECK(first.at("primary").at("file") == "map/b.belegd");
    CHECK(first.at("primary").at("start").at("line") == 1);
    CHECK(all["findings"][1].at("id") == "B01/dienst/uitvoering/inburgering/Leiden en Leiderdorp");
    CHECK(all.at("unread")[0].at("file") == "weg.belegd");
    CHECK_FALSE(all.contains("tests"));
}

TEST_CASE("findings in JSON: what became of each test") {
    const auto all = Json::parse(render::findings_json({sample::tested("c.belegd", sample::kUnassigned)}));
    REQUIRE(all.at("tests").size() == 2);
    CHECK(all["tests"][0].at("passed") == true);
    CHECK(all["tests"][1].at("passed") == false);
    CHECK(all["tests"][1].at("finding") == all["findings"][0].at("id"));
    CHECK(Json::parse(render::findings_json({sample::found("a.belegd", "")})).at("findings").is_array());
}
