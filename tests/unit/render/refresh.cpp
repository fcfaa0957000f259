#include "render/refresh.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace belegd;

namespace {

const std::string kModel =
    "```belegd\n"
    "gebruik sociaal_domein\n"
    "regeling dienst \"Dienst\" {\n"
    "  vorm centrumregeling\n"
    "  deelnemers college van Leiden, Leiderdorp\n"
    "  reikwijdte uitvoering van bijstand\n"
    "  mandateert uitvoering van bijstand aan college van Leiden\n"
    "}\n"
    "overzicht bijlage \"Bijlage\" { taken bijstand }\n"
    "```\n";

render::Refreshed refreshed(const std::string& text) {
    const auto analysis = analysis::of(
        "memo.md", text, [](const std::string&) { return std::nullopt; }, graph::Mode::planned);
    REQUIRE(analysis->readable());
    return render::refreshed(*analysis, Language::nl);
}

std::string slot(const std::string& asked, const std::string& old = "") {
    return "<!-- belegd:overzicht" + asked + " -->\n" + old + "<!-- /belegd -->\n";
}

}  // namespace

TEST_CASE("refresh: what stands between the markers, and nothing else, and the second time nothing") {
    const auto before = "# Memo\n\n" + kModel + "\n## Bijlage\n" + slot("", "oud\n");
    const auto once = refreshed(before + "slot  \n\tx");
    CHECK(once.wrong.empty());
    CHECK(once.changed.size() == 1);
    CHECK(once.changed[0].nl == "bijlage");
    const auto begin = before.find("oud");
    CHECK(once.text.starts_with(before.substr(0, begin) + "\n"));
    CHECK(once.text.ends_with("\n\n<!-- /belegd -->\nslot  \n\tx"));
    CHECK(once.text.find("oud") == std::string::npos);
    CHECK(once.text.find("\n### ") != std::string::npos);  // under the heading of the memorandum
    CHECK(once.text.find("\n# ", before.find("## Bijlage")) == std::string::npos);
    const auto twice = refreshed(once.text);
    CHECK(twice.text == once.text);
    CHECK(twice.changed.empty());
    CHECK(twice.names.size() == 1);
}

TEST_CASE("refresh: each as it is asked for") {
    const auto both = refreshed(kModel + slot(" voor Leiden") + slot(" bijlage voor Leiderdorp op 2024-06-01"));
    REQUIRE(both.names.size() == 2);
    const auto half = both.text.find("<!-- /belegd -->");
    CHECK(both.text.substr(0, half).find("Leiden; stand op") != std::string::npos);
    CHECK(both.text.find("Leiderdorp; stand op 1 juni 2024", half) != std::string::npos);
}

TEST_CASE("refresh: lines end as those of the file, and go on as the list or quotation they stand in") {
    auto text = kModel + slot("");
    for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 2) text.insert(at, "\r");
    const auto fresh = refreshed(text);
    CHECK(static_cast<std::size_t>(std::count(fresh.text.begin(), fresh.text.end(), '\r')) ==
          static_cast<std::size_t>(std::count(fresh.text.begin(), fresh.text.end(), '\n')));
    CHECK(refreshed(fresh.text).changed.empty());
    const auto quoted = refreshed(kModel + "> <!-- belegd:overzicht -->\n> <!-- /belegd -->\n");
    CHECK(quoted.text.find("-->\n>\n> Leiden") != std::string::npos);
    CHECK(refreshed(quoted.text).changed.empty());
}

TEST_CASE("refresh: a marker in a block does not count; one that is wrong stops it all, with its place") {
    CHECK(refreshed(kModel + "```\n" + slot("") + "```\n").names.empty());
    CHECK(refreshed(kModel + slot("") + slot(" bijlage_3")).wrong.nl ==
          "memo.md:13:1: overzicht bijlage_3 staat er niet in; er zijn: bijlage");
    CHECK(refreshed(kModel + slot(" voor Katwijk")).wrong.nl.starts_with("memo.md:11:1: "));
    CHECK(refreshed(kModel + "<!-- belegd:overzicht -->\n").wrong.nl ==
          "memo.md:11:1: hieronder ontbreekt de regel <!-- /belegd -->");
}
