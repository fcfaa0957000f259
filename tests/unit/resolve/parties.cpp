#include "unit/resolve/resolved.hpp"

#include <doctest/doctest.h>

#include "unit/show.hpp"

using namespace belegd;
using namespace belegd::resolved;

namespace {

/// The municipalities that have cells.
std::string municipalities(const Resolved& found) { return names(found.model, found.model.municipalities()); }

}  // namespace

TEST_CASE("parties: the municipalities of the library have cells once a model declares or names them") {
    CHECK(municipalities(sound("")) == "");
    CHECK(municipalities(sound("gemeente Leiden")) == "Leiden");
    CHECK(municipalities(sound("samenwerking a { deelnemers Leiden, Delft }")) == "Delft, Leiden");
    CHECK(municipalities(sound(kBasis + "belegt ict van hulp bij Katwijk voor Oost")) == "Katwijk, Oost, West");
    CHECK(municipalities(sound(kBasis + "toets hulp voor Katwijk van rechtswege")) == "Katwijk, Oost, West");
    CHECK(municipalities(sound(kBasis + "overzicht o { voor Katwijk }")) == "Katwijk, Oost, West");
    CHECK(municipalities(sound("orgaan rekenkamer van Leiden")) == "Leiden");
}

TEST_CASE("parties: a model may declare a municipality of the library again, and its own twice not") {
    const auto again = sound("gemeente Leiden tooi gm0546");
    CHECK(again.party("Leiden").tooi == "gm0546");
    CHECK(again.party("Leiden").in_model);
    CHECK(Resolved("gemeente Leiden tooi gm9999").said() == "N11 1:17 tooi gm9999");
    CHECK(Resolved("gemeente Oost\ngemeente oost").said() == "N02 2:10 oost");
    CHECK(Resolved("organisatie Leiden").said() == "N02 1:13 Leiden");
    CHECK(Resolved("organisatie a\nsamenwerking a { }").said() == "N02 2:14 a");
}

TEST_CASE("parties: names of municipalities that hold commas, brackets and joining words") {
    const auto found = sound(
        "samenwerking a { deelnemers Nuenen, Gerwen en Nederwetten, Laren (NH.), Wijk bij Duurstede,"
        " alphen AAN den rijn, \u2019s-Hertogenbosch, Kaag en Braassem en Leiden, Sudwest_Fryslan, Den Haag }");
    CHECK(found.participants(found.cooperation("a")) ==
          "Nuenen, Gerwen en Nederwetten\nLaren (NH.)\nWijk bij Duurstede\nAlphen aan den Rijn\n's-Hertogenbosch\n"
          "Kaag en Braassem\nLeiden\nSúdwest-Fryslân\n's-Gravenhage");
}

TEST_CASE("parties: a municipality has raad, college and burgemeester without being told, and what is declared") {
    const auto found =
        sound("gemeente Oost organen rekenkamer\norgaan griffie van Oost\nfunctionaris secretaris van Oost");
    std::string organs;
    for (const auto organ : found.party("Oost").organs) organs += found.model[organ].name + " ";
    CHECK(organs == "raad college burgemeester rekenkamer griffie secretaris ");
    CHECK(sound("organisatie Bureau").party("Bureau").organs.empty());
}

TEST_CASE("parties: an organ belongs to somebody") {
    CHECK(Resolved("orgaan bestuur").said() == "N05 1:1 orgaan bestuur");
    CHECK(Resolved("orgaan bestuur van Bureau").said() == "N01 1:20 Bureau");
}

TEST_CASE("parties: other names, titles and days") {
    const auto found = sound(
        "bron brief \"B\"\n"
        "organisatie Servicepunt71 \"Servicepunt 71\" / en \"Service point 71\" heet ook SP71, het punt vanaf 2015 "
        "bron brief\n"
        "samenwerking a \"De dienst\" { heet ook dienst\n mandateert ict van hulp aan SP71\n belegt ict van hulp bij "
        "het punt\n"
        " laat ict van hulp bij dienst }\n" +
        kBasis);
    CHECK(found.party("Servicepunt71").title == Text("Servicepunt 71", "Service point 71"));
    CHECK(days(found.party("Servicepunt71").term.days) == "from 2015-01-01");
    CHECK(found.party("Servicepunt71").backing.documents.size() == 1);
    CHECK(found.transfers() ==
          "a/1 mandates ict of hulp to Servicepunt71\na/2 assigns ict of hulp to Servicepunt71\na/3 keeps ict of hulp "
          "to a");
}

TEST_CASE("parties: an unknown name is reported once, with its place") {
    CHECK(Resolved("samenwerking a { deelnemers Leidn }").said() == "N01 1:29 Leidn");
    CHECK(Resolved("samenwerking a { deelnemers Leiden vanaff 2020 }").said() == "N01 1:36 vanaff 2020");
    CHECK(Resolved("organisatie b\nsamenwerking a { deelnemers a, b }").said() == "N06 2:29 a");
    CHECK(Resolved(kBasis + "samenwerking a { laat beleid van beleid bij raad }").said() == "N03 7:34 beleid");
}
