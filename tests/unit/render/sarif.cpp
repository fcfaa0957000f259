#include "unit/render/found.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <set>

using namespace belegd;
using Json = nlohmann::json;

namespace {

Json document(const std::vector<render::Found>& all, Language language = Language::nl) {
    return Json::parse(
        render::sarif(all, language, [](const Diagnostic& item) { return "# " + std::string(item.code_id()); }));
}

/// What the format requires of a place: a URI without blanks, lines and columns from 1.
void check_location(const Json& location) {
    const auto& physical = location.at("physicalLocation");
    const auto uri = physical.at("artifactLocation").at("uri").get<std::string>();
    CHECK(uri.find_first_of(" \\%{}\"") == (uri.find('%')));
    const auto& region = physical.at("region");
    for (const auto* key : {"startLine", "startColumn", "endLine", "endColumn"}) CHECK(region.at(key).get<int>() >= 1);
    CHECK(region.at("endLine") >= region.at("startLine"));
}

}  // namespace

TEST_CASE("sarif: one run for all models, with the rules that occur and what each result must have") {
    const auto all = document({sample::found("map/een.belegd", sample::kUnassigned),
                               sample::found("twee.belegd", "gemente Leiden\n"), sample::unread("weg.belegd")});
    CHECK(all.at("version") == "2.1.0");
    CHECK(all.at("$schema") == "https://json.schemastore.org/sarif-2.1.0.json");
    REQUIRE(all.at("runs").size() == 1);
    const auto& run = all.at("runs")[0];
    CHECK(run.at("columnKind") == "utf16CodeUnits");
    const auto& driver = run.at("tool").at("driver");
    CHECK(driver.at("name") == "belegd");
    std::set<std::string> ids;
    for (const auto& rule : driver.at("rules")) {
        const auto id = rule.at("id").get<std::string>();
        CHECK(ids.insert(id).second);
        CHECK(rule.at("help").at("text") == "# " + id);
        CHECK(!rule.at("shortDescription").at("text").get<std::string>().empty());
        const auto& name = rule.at("properties").at("name");
        CHECK(name.at("nl") != name.at("en"));
    }
    CHECK(ids == std::set<std::string>{"B01", "L02", "U01"});
    REQUIRE(run.at("results").size() == 3);
    for (const auto& result : run.at("results")) {
        const auto& rule = driver.at("rules").at(result.at("ruleIndex").get<std::size_t>());
        CHECK(rule.at("id") == result.at("ruleId"));
        CHECK(rule.at("defaultConfiguration").at("level") == result.at("level"));
        CHECK(!result.at("message").at("text").get<std::string>().empty());
        CHECK(result.at("partialFingerprints").size() == 1);
        CHECK_FALSE(result.contains("fixes"));  // a remedy is a choice, not an edit
        REQUIRE(result.at("locations").size() == 1);
        check_location(result.at("locations")[0]);
        for (const auto& related : result.value("relatedLocations", Json::array())) check_location(related);
    }
    CHECK(run.at("invocations")[0].at("executionSuccessful") == false);
    CHECK(run.at("invocations")[0].at("toolExecutionNotifications")[0].at("message").at("text") == "is er niet");
    CHECK(run.at("artifacts").size() == 3);
}

TEST_CASE("sarif: the words of a finding, in the language asked for") {
    const auto text = [](Language language) {
        const auto all = document({sample::found("een.belegd", sample::kUnassigned)}, language);
        return all["runs"][0]["results"][0]["message"]["text"].get<std::string>();
    };
    CHECK(text(Language::nl).starts_with("voor uitvoering van inburgering is niemand aangewezen\nvoor Leiden"));
    CHECK(text(Language::nl).find("\noplossing: laat uitvoering van inburgering bij college (kies zelf)") !=
          std::string::npos);
    CHECK(text(Language::en).starts_with("nobody"));
}

TEST_CASE("sarif: columns count as UTF-16 does, and a place behind the last character is allowed") {
    const auto all = document({sample::found("een.belegd", "regeling x \"\U0001F3DBé\" wat {\n}\n")});
    const auto& region = all["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"];
    CHECK(region["startLine"] == 1);
    CHECK(region["startColumn"] == 18);  // `🏛` takes two, `é` one
}

TEST_CASE("sarif: a path is a URI; a file that the model uses lies beside it") {
    const auto uri = [](const render::Found& found) {
        return document({found})["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
            .get<std::string>();
    };
    CHECK(uri(sample::found("één map/a:b#c.belegd", "gemente Leiden\n")) == "%C3%A9%C3%A9n%20map/a%3Ab%23c.belegd");
    CHECK(uri(sample::found("/tmp/a.belegd", "gemente Leiden\n")) == "file:///tmp/a.belegd");
    CHECK(uri(sample::found("map/a.belegd", "gebruik \"deel/b.belegd\"\n", {{"deel/b.belegd", "gemente Leiden\n"}})) ==
          "map/deel/b.belegd");
}

TEST_CASE("sarif: braces are doubled, bytes that are no UTF-8 replaced, and nothing found is a sound document") {
    const auto braces = document({sample::found("een.belegd", "gemeente Leiden\n}\n")});
    CHECK(braces["runs"][0]["results"][0]["message"]["text"].get<std::string>().find("}}") != std::string::npos);
    CHECK(document({sample::found("een.belegd", "gemeente L\xEB\n")})["runs"][0]["results"].size() == 1);
    const auto none = document({sample::found("een.belegd", "gemeente Leiden\n")})["runs"][0];
    CHECK(none.at("results").is_array());
    CHECK(none.at("results").empty());
    CHECK(none.at("tool").at("driver").at("rules").empty());
    CHECK(none.at("invocations")[0].at("executionSuccessful") == true);
}
