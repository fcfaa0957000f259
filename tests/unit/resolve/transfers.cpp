#include "unit/resolve/resolved.hpp"

#include <doctest/doctest.h>

#include "unit/show.hpp"

using namespace belegd;
using namespace belegd::resolved;

namespace {

/// Sentences inside a cooperation of Oost and West with an organ of its own.
std::string in_cooperation(const std::string& sentences) {
    return kBasis + "organisatie Bureau\norgaan bestuur van Bureau\n" +
           "samenwerking d { organen bestuur, directeur\n deelnemers college van Oost, West\n" + sentences + "\n}\n";
}

/// The rows of sentences that must be sound, without the name of their cooperation.
std::string rows(const std::string& sentences) {
    auto found = sound(in_cooperation(sentences)).transfers();
    for (auto at = found.find("d/"); at != std::string::npos; at = found.find("d/", at)) found.erase(at, 2);
    return found;
}

/// The findings of one sentence: code and the text they point at.
std::string faults(const std::string& sentence) {
    auto found = Resolved(in_cooperation(sentence)).said();
    for (auto at = found.find(' '); at != std::string::npos;
         at = found.find('\n', at) == std::string::npos ? std::string::npos : found.find(' ', found.find('\n', at)))
        found.erase(at, found.find(' ', at + 1) - at);
    return found;
}

}  // namespace

TEST_CASE("transfers: every verb is a row of its kind") {
    CHECK(
        rows(
            "delegeert beleid van hulp aan bestuur\nmandateert beleid van hulp aan bestuur\n"
            "verleent volmacht voor beleid van hulp aan bestuur\nverleent machtiging voor beleid van hulp aan bestuur\n"
            "draagt op beleid van hulp aan bestuur\nbelegt beleid van hulp bij bestuur\nlaat beleid van hulp bij raad\n"
            "verleent mandaat, volmacht en machtiging voor beleid van hulp aan bestuur") ==
        "1 delegates beleid of hulp to bestuur van d\n2 mandates beleid of hulp to bestuur van d\n"
        "3 empowers beleid of hulp to bestuur van d\n4 authorises beleid of hulp to bestuur van d\n"
        "5 entrusts beleid of hulp to bestuur van d\n6 assigns beleid of hulp to bestuur van d\n"
        "7 keeps beleid of hulp to raad\n8 mandates, empowers and authorises beleid of hulp to bestuur van d");
}

TEST_CASE("transfers: `behalve` in all its shapes") {
    struct {
        std::string sentence, expected;
    } const cases[] = {
        {"mandateert uitvoering van zorg behalve hulp aan bestuur",
         "1 mandates uitvoering of opvang, steun to bestuur van d"},
        {"mandateert uitvoering van zorg aan bestuur behalve hulp",
         "1 mandates uitvoering of opvang, steun to bestuur van d"},
        {"mandateert uitvoering van zorg behalve hulp, opvang aan bestuur",
         "1 mandates uitvoering of steun to bestuur van d"},
        {"mandateert uitvoering van zorg behalve hulp en opvang aan bestuur",
         "1 mandates uitvoering of steun to bestuur van d"},
        {"mandateert beleid, uitvoering van zorg aan bestuur behalve beleid van hulp",
         "1~1 mandates beleid of opvang, steun to bestuur van d\n1~2 mandates uitvoering of zorg to bestuur van d"},
        {"mandateert beleid, uitvoering van zorg aan bestuur behalve hulp",
         "1 mandates beleid, uitvoering of opvang, steun to bestuur van d"},
        {"mandateert beleid, uitvoering van zorg aan bestuur behalve beleid van hulp, uitvoering van opvang",
         "1~1 mandates beleid of opvang, steun to bestuur van d\n1~2 mandates uitvoering of hulp, steun to bestuur van "
         "d"},
        {"mandateert beleid, uitvoering van zorg aan bestuur behalve beleid, uitvoering van hulp, opvang",
         "1 mandates beleid, uitvoering of steun to bestuur van d"},
        {"mandateert uitvoering van zorg behalve voor West aan bestuur",
         "1 mandates uitvoering of zorg to bestuur van d not for West"},
        {"mandateert uitvoering van zorg aan bestuur voor Oost, West behalve hulp",
         "1 mandates uitvoering of opvang, steun to bestuur van d for Oost, West"},
        {"mandateert uitvoering van zorg aan bestuur voor Oost behalve voor West behalve hulp, steun",
         "1 mandates uitvoering of opvang to bestuur van d for Oost not for West"},
        {"belegt ict van zorg bij Bureau behalve hosting van hulp",
         "1~1 assigns hosting of opvang, steun to Bureau\n1~2 assigns applicaties of zorg to Bureau"},
    };
    for (const auto& each : cases) {
        CAPTURE(each.sentence);
        CHECK(rows(each.sentence) == each.expected);
    }
}

TEST_CASE("transfers: what `behalve` takes out is kept beside the row") {
    const auto found =
        sound(in_cooperation("mandateert beleid, uitvoering van zorg aan bestuur behalve beleid van hulp"));
    REQUIRE(found.model.transfers.size() == 2);
    CHECK(found.tasks(found.model.transfers[0].excepted) == "hulp");
    CHECK(found.tasks(found.model.transfers[1].excepted) == "");
    CHECK(found.model.transfers[0].statement == found.model.transfers[1].statement);
    CHECK(found.texts.sources.text(found.model.transfers[0].except_span) == "behalve beleid van hulp");
}

TEST_CASE("transfers: one receiver or more, together or each alone") {
    struct {
        std::string receivers, expected;
    } const cases[] = {
        {"Oost", "Oost"},
        {"Oost en West", "Oost and West"},
        {"Oost, West gezamenlijk", "Oost and West"},
        {"Oost of West", "Oost or West"},
        {"Oost, Bureau of West", "Oost or Bureau or West"},
        {"bestuur", "bestuur van d"},
        {"bestuur of directeur", "bestuur van d or directeur van d"},
        {"bestuur van Bureau", "bestuur van Bureau"},
        {"college van Oost", "college van Oost"},
        {"college van Oost en West", "college van Oost and college van West"},
        {"college en raad van Oost", "college van Oost and raad van Oost"},
        {"college", "college"},
        {"executive", "college"},
        {"de gemeente zelf", "de gemeente zelf"},
        {"Oost en Oost", "Oost"},
        {"d", "d"},
    };
    for (const auto& each : cases) {
        CAPTURE(each.receivers);
        CHECK(rows("mandateert uitvoering van hulp aan " + each.receivers) ==
              "1 mandates uitvoering of hulp to " + each.expected);
    }
}

TEST_CASE("transfers: several receivers without a word between have three readings") {
    CHECK(faults("mandateert uitvoering van hulp aan Oost, West") == "N07 aan Oost, West");
    const Resolved found(in_cooperation("mandateert uitvoering van hulp aan Oost, West"));
    REQUIRE(found.diagnostics.items().size() == 1);
    CHECK(found.diagnostics.items()[0].remedies.size() == 3);
}

TEST_CASE("transfers: givers, participants, days and what else a sentence says") {
    struct {
        std::string clauses, expected;
    } const cases[] = {
        {"door bestuur", "by bestuur van d"},
        {"door college van Oost", "by college van Oost"},
        {"door raad", "by raad"},
        {"voor Oost", "for Oost"},
        {"voor Oost en West", "for Oost, West"},
        {"behalve voor West", "not for West"},
        {"vanaf 1 januari 2023 tot 2024", "2023-01-01 to 2023-12-31"},
        {"ondermandaat toegestaan", "with sub-mandate"},
        {"geen ondermandaat", "without sub-mandate"},
        {"te Leiden", "at Leiden"},
        {"status intentie", "intent"},
        {"mits \"er geld is\"", "provided [er geld is]"},
        {"voor zover \"het jongeren zijn\"", "insofar [het jongeren zijn]"},
        {"voor zover jongeren", "insofar [jongeren]"},
        {"mits niet openbaar", "provided []"},
    };
    for (const auto& each : cases) {
        CAPTURE(each.clauses);
        CHECK(rows("mandateert uitvoering van hulp aan directeur " + each.clauses) ==
              "1 mandates uitvoering of hulp to directeur van d " + each.expected);
    }
}

TEST_CASE("transfers: limits are exact, in hundredths") {
    struct {
        std::string clause, expected;
    } const cases[] = {
        {"ten hoogste € 1.053.773,-", " to 105377300€"},
        {"ten hoogste € 758.825", " to 75882500€"},
        {"ten hoogste € 287.309,50", " to 28730950€"},
        {"ten hoogste € 287.309,5", " to 28730950€"},
        {"ten hoogste € 25000", " to 2500000€"},
        {"ten hoogste EUR 0,05", " to 5€"},
        {"ten hoogste 70 %", " to 7000%"},
        {"ten hoogste 2,5 procent", " to 250%"},
        {"voor zover loonwaarde tot 70 %", " to 7000%"},
        {"voor zover loonwaarde vanaf 70,5 %", " from 7050%"},
        {"voor zover bedrag tot € 5.000", " to 500000€"},
    };
    for (const auto& each : cases) {
        CAPTURE(each.clause);
        const auto found = rows("mandateert uitvoering van hulp aan directeur " + each.clause);
        CHECK(found.ends_with(each.expected));
    }
}

TEST_CASE("transfers: the language of the file says how numbers are read") {
    const auto found =
        sound("language en\n" + kBasis +
              "entrusts ICT of hulp to Oost at most EUR 758,825.50\nentrusts ICT of hulp to Oost at most EUR 1.5");
    CHECK(found.model.transfers[0].condition->upper == 75882550);
    CHECK(found.model.transfers[1].condition->upper == 150);
}

TEST_CASE("transfers: a number that can be read in two ways is not guessed") {
    for (const std::string amount :
         {"758,825.50", "1.00", "12.5", "1,234", "1.0000", "1.000.00", "1,2,3", "1.000,000"}) {
        CAPTURE(amount);
        const Resolved found(in_cooperation("belegt ict van hulp bij Bureau ten hoogste € " + amount));
        CHECK(found.said().starts_with("L09 "));
        CHECK_FALSE(found.model.transfers[0].condition.has_value());
    }
    for (const std::string amount : {"758.825", "287.309,50", "1.234,5", "1,00,000"}) {
        CAPTURE(amount);
        const Resolved found("language en\n" + kBasis + "assigns ICT of hulp with Oost at most EUR " + amount);
        CHECK(found.said().starts_with("L09 "));
    }
}

TEST_CASE("transfers: a limit needs a unit") {
    CHECK(faults("belegt ict van hulp bij Bureau ten hoogste 64.000") == "N05 ten hoogste 64.000");
}

TEST_CASE("transfers: tasks without a function mean all powers, and that is said") {
    const Resolved found(
        in_cooperation("mandateert hulp aan bestuur\nmandateert alle bevoegdheden van hulp aan bestuur"));
    CHECK(found.said() == "N13 11:12 hulp");
    REQUIRE(found.model.transfers.size() == 2);
    CHECK(found.model.transfers[0].functions == found.model.transfers[1].functions);
    CHECK(found.model.transfers[0].functions.has(found.function("verordening").leaf));
    CHECK_FALSE(found.model.transfers[0].functions.has(found.function("hosting").leaf));
}

TEST_CASE("transfers: what is missing or does not fit") {
    struct {
        std::string sentence, expected;
    } const cases[] = {
        {"mandateert", "N05 mandateert"},
        {"mandateert uitvoering aan bestuur", "N05 mandateert uitvoering"},
        {"mandateert uitvoering van hulp", "N05 mandateert uitvoering"},
        {"laat uitvoering van hulp", "N05 laat uitvoering"},
        {"mandateert uitvoering van hulp aan bestuur door Oost, West", "N07 door Oost, West"},
        {"mandateert hulp van uitvoering aan bestuur", "N03 hulp van uitvoering"},
        {"mandateert uitvoring van hulp aan bestuur", "N01 uitvoring"},
        {"mandateert uitvoering van hulpp aan bestuur", "N01 hulpp"},
        {"mandateert uitvoering van hulp aan Bureaux", "N01 Bureaux"},
        {"mandateert uitvoering van hulp aan directeur van Bureau", "N01 directeur"},
        {"mandateert uitvoering van hulp aan bestuur voor Delft", "N09 voor Delft"},
        {"mandateert uitvoering van hulp aan bestuur deelnemers Oost", "N04 deelnemers Oost"},
        {"mandateert uitvoering van hulp aan bestuur vanaf 2024 tot 2023", "N08 tot 2023"},
        {"mandateert uitvoering van hulp aan bestuur bron memo", "N01 memo"},
    };
    for (const auto& each : cases) {
        CAPTURE(each.sentence);
        CHECK(faults(each.sentence) == each.expected);
    }
}

TEST_CASE("transfers: an organ named bare is the cooperation's own inside it, and a municipality's elsewhere") {
    const auto text = kBasis + "organisatie Bureau\norgaan bestuur van Bureau\nsamenwerking d { organen bestuur\n";
    CHECK(sound(text + "belegt ict van hulp bij bestuur }").transfers() == "d/1 assigns ict of hulp to bestuur van d");
    CHECK(sound(text + "}\nbelegt ict van hulp bij bestuur van d voor Oost").transfers() ==
          "model/1 assigns ict of hulp to bestuur van d for Oost");
    CHECK(Resolved(text + "}\nbelegt ict van hulp bij bestuur voor Oost").said() == "N01 11:25 bestuur");
    CHECK(sound(text + "}\nbelegt ict van hulp bij raad voor Oost").transfers() ==
          "model/1 assigns ict of hulp to raad for Oost");
}

TEST_CASE("transfers: a duty, a possibility and nothing at all move nothing (D28)") {
    const auto found =
        sound(in_cooperation("moet mandateren uitvoering van hulp aan bestuur\nkan delegeren beleid van hulp aan "
                             "bestuur\ndelegeert niets aan Bureau\n"
                             "mandateert uitvoering van hulp aan bestuur"));
    CHECK(found.transfers() == "d/4 mandates uitvoering of hulp to bestuur van d");
    CHECK(found.model.without_act.size() == 3);
}

TEST_CASE("transfers: `delegeert subsidiair mandateert` is the second where the form does not carry the first (D28)") {
    const auto kind = [](const std::string& form) {
        const auto found =
            sound("gebruik wgr\n" + kBasis + form + "\n delegeert subsidiair mandateert ict van hulp aan Oost }");
        return found.model.transfers.at(0).kind;
    };
    CHECK(kind("regeling a { vorm openbaar lichaam") == model::TransferKind::delegates);
    CHECK(kind("regeling a { vorm centrumregeling") == model::TransferKind::mandates);
    CHECK(kind("overeenkomst a { vorm dienstverleningsovereenkomst") == model::TransferKind::mandates);
    CHECK(kind("samenwerking a { vorm onbekend") == model::TransferKind::delegates);
}

TEST_CASE("transfers: sources, articles and certainty belong to the sentence") {
    const auto found = sound(
        "bron brief \"B\"\nbron nota \"N\"\n" +
        in_cooperation("mandateert uitvoering van hulp aan bestuur volgens Awb art 10:3 lid 1, Gemeentewet art 160"
                       " afgeleid bron brief blz 3, nota"));
    const auto& row = found.model.transfers.at(0);
    REQUIRE(row.backing.documents.size() == 2);
    CHECK(found.model[row.backing.documents[0].document].name == "brief");
    CHECK(spelled(row.backing.documents[0].place).nl == "brief blz. 3");
    REQUIRE(row.backing.citations.size() == 2);
    CHECK(spelled(row.backing.citations[0]).nl == "Awb art. 10:3 lid 1");
    CHECK(row.backing.citations[0].bwb == "BWBR0005537");
    CHECK(row.backing.certainty == model::Certainty::inferred);
    CHECK(found.texts.sources.text(row.head_span) == "mandateert uitvoering van hulp");
    CHECK(found.texts.sources.text(row.receiver_span) == "aan bestuur");
}

TEST_CASE("transfers: a sentence is said again without its source") {
    const auto text = [](const std::string& sentence) {
        return sound(in_cooperation(sentence)).model.transfers.at(0).text;
    };
    CHECK(text("mandateert  uitvoering # zo\n van hulp\n aan bestuur") ==
          Text("mandateert uitvoering van hulp aan bestuur"));
    CHECK(text("mandateert uitvoering van hulp aan bestuur voor Oost bron niet vermeld") ==
          Text("mandateert uitvoering van hulp aan bestuur voor Oost"));
    CHECK(text("belegt ict van hulp bij bestuur mits \"# geen commentaar\"") ==
          Text("belegt ict van hulp bij bestuur mits \"# geen commentaar\""));
}

TEST_CASE("transfers: a sentence is said again without its source, also after an article") {
    const auto found =
        sound(in_cooperation("mandateert uitvoering van hulp aan bestuur volgens Awb art 10:3 bron niet vermeld"));
    CHECK(found.model.transfers.at(0).text == Text("mandateert uitvoering van hulp aan bestuur volgens Awb art 10:3"));
}

TEST_CASE("transfers: nothing that a sentence says is lost without a word") {
    // A limit without `voor zover`, a unit that is no unit of a limit, `van` twice.
    for (const std::string sentence : {"mandateert uitvoering van hulp aan bestuur tot € 5.000",
                                       "mandateert uitvoering van hulp aan bestuur ten hoogste 5",
                                       "mandateert uitvoering van hulp van opvang aan bestuur"}) {
        CAPTURE(sentence);
        CHECK_FALSE(faults(sentence).empty());
    }
}

TEST_CASE("transfers: a limit is its value, with its unit") {
    const auto found = sound(in_cooperation("mandateert uitvoering van hulp aan bestuur ten hoogste 70 %"));
    CHECK(found.model.transfers.at(0).condition->upper == 7000);
    CHECK(found.model.transfers.at(0).condition->unit == "%");
    const auto same =
        sound(in_cooperation("mandateert uitvoering van hulp aan bestuur ten hoogste € 50\n"
                             "mandateert ict van hulp aan bestuur ten hoogste € 50,00"));
    CHECK(same.model.transfers.at(0).condition == same.model.transfers.at(1).condition);
}

TEST_CASE("transfers: those of no cooperation are numbered by themselves") {
    CHECK(sound(in_cooperation("belegt ict van hulp bij Bureau") + "belegt ict van hulp bij Bureau voor Oost")
              .transfers() == "d/1 assigns ict of hulp to Bureau\nmodel/1 assigns ict of hulp to Bureau for Oost");
}

TEST_CASE("transfers: a form that does not say what it carries carries nothing") {
    const auto found =
        sound("gebruik wgr\n" + kBasis +
              "overeenkomst a { vorm intentieverklaring\n delegeert subsidiair mandateert ict van hulp aan Oost }");
    CHECK(found.model.transfers.at(0).kind == model::TransferKind::mandates);
}
