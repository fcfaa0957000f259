#include "unit/render/found.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "render/diagnostics.hpp"

using namespace belegd;

namespace {

Diagnostic of_rule(std::string code, Severity severity) {
    Diagnostic out{
        Code::R00,       {"het college delegeert", "the executive delegates"}, at({0, 0, 8}), {}, {}, {}, {}, {},
        code + "/dienst"};
    out.citations = {{"Wgr", "BWBR0003740", {{Citation::Kind::article, "8"}}, {}, false}};
    out.rule = RuleMark{std::move(code), {"alleen mandaat", "mandate only"}, severity};
    return out;
}

render::Found found() {
    render::Found out;
    out.path = "een.belegd";
    out.sources.add({"een.belegd", "gemeente Leiden\n"});
    out.diagnostics.add(of_rule("W-14", Severity::error));
    out.diagnostics.add(of_rule("W-02", Severity::warning));
    out.diagnostics.sort();
    return out;
}

}  // namespace

TEST_CASE("a finding of a rule goes by the code, the name and the severity of that rule") {
    const auto all = found();
    const auto& items = all.diagnostics.items();
    REQUIRE(items.size() == 2);
    CHECK(items.front().code_id() == "W-02");
    CHECK(items.front().severity() == Severity::warning);
    CHECK(all.diagnostics.count(Severity::error) == 1);
    const auto said = render::findings(all.diagnostics, all.sources, Language::nl, 100);
    CHECK(said.starts_with("waarschuwing[W-02] het college delegeert\n"));
    CHECK(said.find("fout[W-14]") != std::string::npos);
    CHECK(said.find("R00") == std::string::npos);
    CHECK(render::github({all}).find("title=W-14 alleen mandaat::") != std::string::npos);
}

TEST_CASE("sarif: every rule of the language is a rule of its own, with its own page") {
    const auto page = [](const Diagnostic& item) { return std::string(item.code_id()); };
    const auto all = nlohmann::json::parse(render::sarif({found()}, Language::en, page))["runs"][0];
    const auto& rules = all["tool"]["driver"]["rules"];
    REQUIRE(rules.size() == 2);
    CHECK(rules[0]["id"] == "W-02");
    CHECK(rules[0]["name"] == "mandate only");
    CHECK(rules[0]["help"]["text"] == "W-02");
    CHECK(rules[0]["defaultConfiguration"]["level"] == "warning");
    CHECK(all["results"][1]["ruleId"] == "W-14");
    CHECK(all["results"][1]["ruleIndex"] == 1);
}
