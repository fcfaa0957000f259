#include "base/suggest.hpp"

#include <doctest/doctest.h>

using namespace belegd;

namespace {

std::string meant(std::string_view misspelt, const std::vector<std::string>& known) {
    return nearest(misspelt, known).value_or("nothing");
}

}  // namespace

TEST_CASE("suggest: one slip of each sort") {
    const std::vector<std::string> known{"Leiden", "Leiderdorp", "Voorschoten"};
    CHECK(meant("Leidn", known) == "Leiden");
    CHECK(meant("Leidden", known) == "Leiden");
    CHECK(meant("Lejden", known) == "Leiden");
    CHECK(meant("Leidne", known) == "Leiden");
    CHECK(meant("voorschooten", known) == "Voorschoten");
}

TEST_CASE("suggest: case, accents and hyphens are no slips") {
    CHECK(meant("VOORSCHOOTEN", {"Voorschoten"}) == "Voorschoten");
    CHECK(meant("sudwest_frysland", {"Súdwest-Fryslân"}) == "Súdwest-Fryslân");
    CHECK(meant("beeindigtt", {"beëindigt"}) == "beëindigt");
}

TEST_CASE("suggest: at most one slip in three characters, at most three slips") {
    CHECK(meant("wm", {"wmo"}) == "wmo");  // a short word may have one
    CHECK(meant("w", {"wmo"}) == "nothing");
    CHECK(meant("raat", {"raad"}) == "raad");
    CHECK(meant("raxx", {"raad"}) == "nothing");
    CHECK(meant("schuldhulpferleeningx", {"schuldhulpverlening"}) == "schuldhulpverlening");
    CHECK(meant("schuldhulpferleeeningxx", {"schuldhulpverlening"}) == "nothing");
    CHECK(meant("Katwijk", {"Leiden"}) == "nothing");
    CHECK(meant("", {"wmo"}) == "nothing");
    CHECK(meant("wmo", {}) == "nothing");
}

TEST_CASE("suggest: the nearest wins, and of equals the first") {
    CHECK(meant("Leide", {"Leiderdorp", "Leiden"}) == "Leiden");
    CHECK(meant("task", {"tank", "tast"}) == "tank");
    CHECK(meant("task", {"tast", "tank"}) == "tast");
}

TEST_CASE("suggest: what is known as it stands is no misspelling") {
    CHECK(meant("tank", {"tast", "tank"}) == "nothing");
    CHECK(meant("VOORSCHOTEN", {"Voorschoten"}) == "nothing");
}

TEST_CASE("suggest: names that may well be of one thing") {
    const auto may = [](std::string_view a, std::string_view b) { return alike(bearing_words(a), bearing_words(b)); };
    CHECK(may("kortdurende opname", "kortdurend verblijf"));
    CHECK(may("hulp bij het huishouden", "huishoudelijke hulp"));
    CHECK(may("leerlingenvervoer", "vervoer van leerlingen"));
    CHECK(may("schuldhulp", "schuldhulpverlening"));
    CHECK(may("re-integratie", "re integratie"));
    CHECK_FALSE(may("begeleiding groep", "begeleiding individueel"));
    CHECK_FALSE(may("algemene bijstand", "bijzondere bijstand"));
    CHECK_FALSE(may("jeugdhulp", "jeugdbescherming"));
    CHECK_FALSE(may("wmo", "jeugd"));
    CHECK_FALSE(may("", ""));
    const auto tells = [](const std::string& word) { return !word.starts_with("vergunning"); };
    const auto a = bearing_words("vergunningen afval"), b = bearing_words("vergunningen archief");
    CHECK(alike(a, b) == true);
    CHECK_FALSE(alike(a, b, tells));
    CHECK(alike(a, bearing_words("vergunningen voor afval"), tells));
}
