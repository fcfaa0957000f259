// Which sentences have effect, and why the others have none (meaning D4–D10, D26).
#include "graph/coverage.hpp"
#include "model/describe.hpp"
#include "unit/resolve/resolved.hpp"

#include <doctest/doctest.h>

using namespace belegd;
using graph::Refusal;
using resolved::sound;

namespace {

/// Oost and West help: the college carries out, the raad makes policy, work begins at the municipality itself.
const std::string kHelp =
    "domein zorg { vergt beleid, uitvoering, werkgeverschap\n van rechtswege beleid bij raad\n van rechtswege "
    "uitvoering bij college\n"
    " taak hulp\n taak opvang }\n"
    "gemeente Oost\ngemeente West\norganisatie Bureau organen bestuur, directeur\n"
    "samenwerking d { deelnemers Oost, West\n geldt vanaf 2020\n";

const char* reason(Refusal why) {
    switch (why) {
        case Refusal::giver_elsewhere: return "the giver does not have it";
        case Refusal::giver_has_less: return "the giver has less";
        case Refusal::given_away: return "the giver has given it away";
        case Refusal::kept_elsewhere: return "it does not lie there";
    }
    return "?";
}

/// Each refusal of the present: `d/2 hulp for Oost: the giver does not have it`, with its days when they are fewer.
std::string refused(const std::string& sentences) {
    const auto found = sound(kHelp + sentences + " }");
    const auto coverage = graph::coverage(found.model);
    std::string out;
    for (const auto& each : coverage.of({}).refused) {
        out += (out.empty() ? "" : "\n") + found.model[each.transfer].id + " " + found.tasks(each.tasks) + " for " +
               found.model[each.participant].name + ": " + reason(each.why);
        if (each.days != Period{*day_of(2020, 1, 1), kNoEnd}) out += ", " + resolved::days(each.days);
    }
    return out;
}

/// The sentences without effect anywhere.
std::string idle(const std::string& sentences, const std::string& after = "") {
    const auto found = sound(kHelp + sentences + " }\n" + after);
    const auto coverage = graph::coverage(found.model);
    std::string out;
    for (std::size_t i = 0; i < found.model.transfers.size(); ++i)
        if (!coverage.variants.front().used[i]) out += (out.empty() ? "" : " ") + found.model.transfers[i].id;
    return out;
}

}  // namespace

TEST_CASE("refused: a giver who does not have it") {
    CHECK(refused("mandateert uitvoering van hulp aan Bureau door raad") ==
          "d/1 hulp for Oost: the giver does not have it\nd/1 hulp for West: the giver does not have it");
    CHECK(refused("mandateert uitvoering van hulp aan directeur van Bureau door bestuur van Bureau voor Oost") ==
          "d/1 hulp for Oost: the giver does not have it");
    CHECK(refused("mandateert uitvoering van hulp aan Bureau door college van Oost") == "");
}

TEST_CASE("refused: nobody passes on more than he has") {
    CHECK(refused("mandateert uitvoering van hulp aan bestuur van Bureau voor Oost\n"
                  "delegeert uitvoering van hulp aan directeur van Bureau door bestuur van Bureau voor Oost")
              .starts_with("d/2 hulp for Oost: the giver has less"));
    CHECK(refused("belegt uitvoering van hulp bij Bureau voor Oost\n"
                  "mandateert uitvoering van hulp aan West door Bureau voor Oost")
              .starts_with("d/2 hulp for Oost: the giver has less"));
    CHECK(refused("belegt uitvoering van hulp bij bestuur van Bureau voor Oost\n"
                  "belegt uitvoering van hulp bij directeur van Bureau door bestuur van Bureau voor Oost") == "");
    CHECK(refused("delegeert uitvoering van hulp aan bestuur van Bureau\n"
                  "mandateert uitvoering van hulp aan directeur van Bureau door bestuur van Bureau") == "");
}

TEST_CASE("refused: a cell is refused for one reason") {
    CHECK(refused("belegt uitvoering van hulp bij Bureau voor Oost\n"
                  "mandateert uitvoering van hulp aan West door Bureau voor Oost") ==
          "d/2 hulp for Oost: the giver has less");
}

TEST_CASE("refused: who delegated has nothing left to give") {
    CHECK(refused("delegeert uitvoering van zorg aan bestuur van Bureau voor Oost\n"
                  "mandateert uitvoering van hulp aan West voor Oost") ==
          "d/2 hulp for Oost: the giver has given it away");
    CHECK(refused("delegeert uitvoering van zorg behalve hulp aan bestuur van Bureau voor Oost\n"
                  "mandateert uitvoering van hulp aan West voor Oost") == "");
    CHECK(refused("delegeert uitvoering van hulp aan bestuur van Bureau voor Oost mits \"de raad instemt\"\n"
                  "mandateert uitvoering van hulp aan West voor Oost") == "");
}

TEST_CASE("refused: to leave it where it does not lie") {
    CHECK(refused("laat uitvoering van hulp bij raad voor Oost") == "d/1 hulp for Oost: it does not lie there");
    CHECK(refused("laat uitvoering van hulp bij college voor Oost") == "");
    CHECK(refused("laat uitvoering van hulp bij Oost voor Oost") == "");
}

TEST_CASE("refused: only on the days on which it is so") {
    CHECK(refused("delegeert uitvoering van hulp aan bestuur van Bureau voor Oost vanaf 2021 tot 2022\n"
                  "mandateert uitvoering van hulp aan West voor Oost") ==
          "d/2 hulp for Oost: the giver has given it away, 2021-01-01 to 2021-12-31");
}

TEST_CASE("used: a sentence with effect in some cell on some day") {
    CHECK(idle("mandateert uitvoering van hulp aan Bureau") == "");
    CHECK(idle("mandateert uitvoering van hulp aan Bureau tot 2020") == "d/1");
    CHECK(idle("mandateert uitvoering van hulp aan Bureau status afgewezen") == "d/1");
    CHECK(idle("mandateert uitvoering van hulp aan Bureau door raad") == "d/1");
    CHECK(idle("mandateert uitvoering van hulp behalve hulp aan Bureau") == "d/1");
    CHECK(idle("mandateert uitvoering van hulp aan Bureau", "belegt werkgeverschap van hulp bij Bureau voor Oost") ==
          "");
    CHECK(idle("", "belegt werkgeverschap van hulp bij Bureau") == "model/1");  // it says for nobody
    CHECK(idle("laat uitvoering van hulp bij raad\nlaat beleid van hulp bij raad") == "d/1");
}

TEST_CASE("used: what is planned counts, what is certain only when it is decided") {
    const auto found = sound(
        kHelp +
        "mandateert uitvoering van hulp aan Bureau status voorgenomen\n belegt werkgeverschap van hulp bij Bureau }");
    CHECK(graph::coverage(found.model, graph::Mode::planned).variants.front().used == std::vector<bool>{true, true});
    CHECK(graph::coverage(found.model, graph::Mode::certain).variants.front().used == std::vector<bool>{false, true});
}
