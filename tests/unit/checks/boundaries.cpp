// Where each check begins and where it stops: two models that differ in one word, number or day.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "analysis/analysis.hpp"

using namespace belegd;

namespace {

const std::string kBegin =
    "functie zorg bevoegdheid\nfunctie werk\n"
    "domein welzijn { vergt zorg\n van rechtswege zorg bij college\n taak hulp\n taak opvang }\n"
    "gemeente Oost\ngemeente West\norganisatie Bureau organen bestuur, directeur\norganisatie Werf organen bestuur\n";

/// The codes of what is found in the model itself, each once; without what a paper need not say (B13).
std::string codes(const std::string& text) {
    const auto found = analysis::of(
        "model.belegd", text, [](const std::string&) { return std::nullopt; }, graph::Mode::planned, std::nullopt,
        false);
    std::string out;
    for (const auto& item : found->diagnostics.items()) {
        const auto code = std::string(item.code_id());
        if (code != "B13" && out.find(code) == std::string::npos) out += (out.empty() ? "" : " ") + code;
    }
    return out.empty() ? "nothing" : out;
}

/// Of a cooperation of Oost and West since 2020.
std::string in(const std::string& sentences, const std::string& after = "") {
    return codes(kBegin + "samenwerking s {\n deelnemers Oost, West\n geldt vanaf 1-1-2020\n" + sentences + "\n}\n" +
                 after);
}
/// With a scope: all of welzijn.
std::string within(const std::string& sentences) { return in(" reikwijdte zorg van welzijn\n" + sentences); }

}  // namespace

TEST_CASE("checks: unassigned, for what a scope claims and no sentence settles") {
    CHECK(within("") == "B01");
    CHECK(in("") == "nothing");
    CHECK(within("mandateert zorg van welzijn aan Bureau") == "nothing");
    CHECK(within("mandateert zorg van hulp aan Bureau") == "B01");
    CHECK(within("mandateert zorg van welzijn behalve hulp aan Bureau") == "B01");
    CHECK(within("mandateert zorg van hulp aan Bureau\nmandateert zorg van opvang aan Werf") == "nothing");
    CHECK(within("mandateert zorg van welzijn aan Bureau voor Oost") == "B01");
    CHECK(within("mandateert zorg van welzijn aan Bureau voor Oost, West") == "nothing");
    CHECK(within("mandateert zorg van welzijn aan Bureau vanaf 2-1-2020") == "B01");
    CHECK(within("mandateert zorg van welzijn aan Bureau vanaf 1-1-2020") == "nothing");
    CHECK(within("laat zorg van welzijn bij college") == "nothing");
}

TEST_CASE("checks: doubly assigned, on one day and for one task at least") {
    const std::string to_bureau = "mandateert zorg van hulp aan Bureau",
                      to_werf = "\nmandateert zorg van hulp aan Werf";
    CHECK(in(to_bureau + to_werf) == "B02");
    CHECK(in(to_bureau + "\nmandateert zorg van hulp aan Bureau") == "nothing");
    CHECK(in(to_bureau + "\nmandateert zorg van opvang aan Werf") == "nothing");
    CHECK(in(to_bureau + " voor Oost" + to_werf + " voor West") == "nothing");
    CHECK(in(to_bureau + " voor Oost" + to_werf) == "B02");
    CHECK(in(to_bureau + " tot 1-1-2022" + to_werf + " vanaf 1-1-2022") == "nothing");
    CHECK(in(to_bureau + " tot 2-1-2022" + to_werf + " vanaf 1-1-2022") == "B02");
    CHECK(in("mandateert zorg van hulp aan Bureau, Werf") == "N07");
    CHECK(in("mandateert zorg van hulp aan Bureau en Werf gezamenlijk") == "nothing");
}

TEST_CASE("checks: parts that meet, overlap, or leave something between them") {
    const auto parts = [](const std::string& first, const std::string& second) {
        return within("laat zorg van opvang bij college\nmandateert zorg van hulp aan Bureau voor zover loonwaarde " +
                      first + "\nmandateert zorg van hulp aan Werf voor zover loonwaarde " + second);
    };
    CHECK(parts("tot 70 %", "vanaf 70 %") == "nothing");
    CHECK(parts("tot en met 70 %", "vanaf 70 %") == "B02");
    CHECK(parts("tot 70 %", "vanaf 71 %") == "B07");
    CHECK(parts("tot 71 %", "vanaf 70 %") == "B02");
    CHECK(parts("vanaf 70 %", "tot 70 %") == "nothing");
    CHECK(parts("tot 70 %", "tot 60 %") == "B07 B02");
    // Of two different things it cannot be said that together they are all.
    CHECK(
        within("laat zorg van opvang bij college\nmandateert zorg van hulp aan Bureau voor zover loonwaarde tot 70 %\n"
               "mandateert zorg van hulp aan Werf voor zover leeftijd vanaf 70 %") == "B07");
}

TEST_CASE("checks: partly assigned, only within a scope and when nothing takes the rest") {
    CHECK(within("laat zorg van opvang bij college\nbelegt zorg van hulp bij Bureau ten hoogste € 100") == "B07");
    CHECK(in("belegt zorg van hulp bij Bureau ten hoogste € 100") == "nothing");
    CHECK(within("laat zorg van opvang bij college\nbelegt zorg van hulp bij Bureau ten hoogste € 100\n"
                 "belegt zorg van hulp bij Werf") == "B15");
    CHECK(within("laat zorg van opvang bij college\nbelegt zorg van hulp bij Bureau ten hoogste € 100\n"
                 "belegt zorg van hulp bij Werf voor het overige") == "nothing");
    // Above the ceiling of a mandate the giver decides.
    CHECK(within("laat zorg van opvang bij college\nmandateert zorg van hulp aan Bureau ten hoogste € 100") ==
          "nothing");
    CHECK(within("laat zorg van opvang bij college\nmandateert zorg van hulp aan Bureau mits \"er geld is\"") ==
          "nothing");
}

TEST_CASE("checks: an interruption, from one day on; otherwise what ended falls back") {
    const auto again = [](const std::string& until, const std::string& from) {
        return in("mandateert zorg van hulp aan Bureau tot " + until + "\nmandateert zorg van hulp aan Bureau vanaf " +
                  from);
    };
    CHECK(again("1-1-2022", "1-1-2022") == "nothing");
    CHECK(again("1-1-2022", "2-1-2022") == "B03");
    CHECK(again("1-1-2022", "1-1-2023") == "B03");
    CHECK(in("mandateert zorg van hulp aan Bureau tot 1-1-2022") == "B08");
    CHECK(in("laat zorg van hulp bij college tot 1-1-2022") == "nothing");
    CHECK(in("mandateert zorg van hulp aan Bureau tot 1-1-2022\nlaat zorg van hulp bij college vanaf 1-1-2022") ==
          "nothing");
    CHECK(in("reikwijdte zorg van hulp\nmandateert zorg van hulp aan Bureau tot 1-1-2022") == "B01");
}

TEST_CASE("checks: a title that is not stated, unless another sentence to the same receiver states it") {
    CHECK(in("draagt op zorg van hulp aan Bureau") == "B12");
    CHECK(in("draagt op zorg van hulp aan Bureau\nmandateert zorg van hulp aan Bureau") == "nothing");
    CHECK(in("draagt op zorg van welzijn aan Bureau\nmandateert zorg van hulp aan Bureau") == "B12");
}

TEST_CASE("checks: who gives what he does not have, or gives away twice") {
    CHECK(in("mandateert zorg van hulp aan Bureau door raad") == "B06");
    CHECK(in("mandateert zorg van hulp aan Bureau door college") == "nothing");
    CHECK(in("delegeert zorg van hulp aan Bureau\nmandateert zorg van hulp aan Werf") == "B06");
    CHECK(in("mandateert zorg van hulp aan bestuur van Bureau",
             "mandateert zorg van hulp aan directeur van Bureau door bestuur van Bureau") == "nothing");
    CHECK(in("mandateert zorg van hulp aan bestuur van Bureau",
             "delegeert zorg van hulp aan directeur van Bureau door bestuur van Bureau") == "B06");
    CHECK(in("laat zorg van hulp bij raad") == "B06");
    // He who has it gives it to somebody who is not there: no effect, and no mistake of his.
    CHECK(in("mandateert zorg van hulp aan Weg door college", "organisatie Weg tot 1-1-2019") == "B09");
}

TEST_CASE("checks: a circle, and what has no effect at all") {
    CHECK(in("mandateert zorg van hulp aan bestuur van Bureau",
             "mandateert zorg van hulp aan directeur van Bureau door bestuur van Bureau\n"
             "mandateert zorg van hulp aan bestuur van Bureau door directeur van Bureau") == "B04");
    CHECK(in("mandateert zorg van hulp aan Bureau tot 1-1-2020") == "B09");
    CHECK(in("mandateert zorg van hulp aan Bureau tot 2-1-2020") == "B08");
    CHECK(in("mandateert werk van hulp aan Bureau") == "B05");
}

TEST_CASE("checks: a date that is a stretch, where another day of it would answer differently") {
    CHECK(in("mandateert zorg van hulp aan Bureau vanaf medio 2022") == "N12");
    CHECK(in("mandateert zorg van hulp aan Bureau vanaf 1 juli 2022") == "nothing");
}

TEST_CASE("checks: what an open list leaves open is no gap") {
    CHECK(within("mandateert zorg van hulp, niet uitputtend aan Bureau") == "B14");
    CHECK(within("mandateert zorg van hulp, niet uitputtend behalve opvang aan Bureau") == "B01");
    CHECK(within("mandateert zorg van hulp aan Bureau") == "B01");
    CHECK(within("mandateert zorg van hulp aan Bureau\nmandateert zorg van opvang aan niet vermeld") == "B14");
}
