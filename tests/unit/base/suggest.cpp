#include "base/suggest.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

using namespace belegd;

namespace {

std::string meant(std::string_view misspelt, const std::vector<std::string>& known) {
    return nearest(misspelt, known).value_or("nothing");
}

/// How many edits there are between two names, counted without any haste.
std::size_t edits(const std::string& a, const std::string& b) {
    std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i)
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                d[i][j] = i + j;
                continue;
            }
            d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] != b[j - 1])});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
        }
    return d[a.size()][b.size()];
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

TEST_CASE("suggest: as near as counting every edit says, and the same of names that were folded once") {
    std::minstd_rand random(7);
    const auto any = [&] {
        std::string out;
        for (auto left = 1 + random() % 12; left > 0; --left) out += static_cast<char>('a' + random() % 3);
        return out;
    };
    for (int i = 0; i < 2000; ++i) {
        const auto wanted = any();
        std::vector<std::string> known;
        KnownNames folded_once;
        for (int k = 0; k < 5; ++k) {
            known.push_back(any());
            folded_once.add(known.back());
        }
        const auto allowed = std::min<std::size_t>(3, std::max<std::size_t>(1, wanted.size() / 3));
        std::string expected = "nothing";
        auto least = allowed + 1;
        for (const auto& each : known)
            if (const auto found = edits(wanted, each); found < least) least = found, expected = each;
        if (std::find(known.begin(), known.end(), wanted) != known.end()) expected = "nothing";
        CAPTURE(wanted);
        CHECK(meant(wanted, known) == expected);
        CHECK(folded_once.nearest(wanted).value_or("nothing") == expected);
    }
}

TEST_CASE("suggest: a name as long as a file has nothing near") {
    const std::string long_one(5 << 20, 'x');
    CHECK(meant(long_one, {long_one + "y", "Leiden"}) == "nothing");
    CHECK(meant("Leidn", {long_one, "Leiden"}) == "Leiden");
    const std::string name(199, 'x');
    CHECK(meant(name, {name + "yy", name + "y"}) == name + "y");
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
