#include "unit/resolve/resolved.hpp"

#include <doctest/doctest.h>

#include "unit/show.hpp"

using namespace belegd;
using namespace belegd::resolved;

namespace {

const std::string kService =
    "gebruik wgr\ngemeente Oost\ngemeente West\nregeling dienst {\n vorm openbaar lichaam\n"
    " deelnemers college van Oost, West\n geldt vanaf 1 januari 2024\n";

/// `uittreding 20`: the provisions with the article in which they stand.
std::string list(const model::Model& model, const std::vector<model::Provided>& all) {
    std::string out;
    for (const auto& each : all) {
        out += (out.empty() ? "" : ", ") + model[each.provision].name;
        if (each.article.valid()) out += " " + model[each.article].parts.front().value;
    }
    return out;
}

std::string actor(const model::Model& model, const model::Actor& each) {
    const auto organ = each.organ.valid() ? model[each.organ].name : std::string("-");
    switch (each.owner) {
        case model::Actor::Owner::own: return organ;
        case model::Actor::Owner::party: return organ + " van " + model.parties[each.index].name;
        case model::Actor::Owner::cooperation: return organ + " van " + model.cooperations[each.index].name;
    }
    return "";
}

std::string actors(const model::Model& model, const std::vector<model::Actor>& all) {
    std::string out;
    for (const auto& each : all) out += (out.empty() ? "" : ", ") + actor(model, each);
    return out;
}

}  // namespace

TEST_CASE("provisions: those of the text and of its articles") {
    const auto found = sound(kService +
                             " regelt belang\n artikel 20 { regelt uittreding, withdrawal consequences }\n"
                             " artikel 21 regelt niet evaluatie\n volledige tekst\n}\n");
    const auto& service = found.cooperation("dienst");
    CHECK(list(found.model, service.provides) == "belang, uittreding 20, uittredingsgevolgen 20");
    CHECK(list(found.model, service.provides_not) == "evaluatie 21");
    CHECK(service.full_text);
    CHECK_FALSE(service.provides_open);
}

TEST_CASE("provisions: open where the text says more, or something that is not known") {
    CHECK(sound(kService + " regelt belang, niet uitputtend\n}\n").cooperation("dienst").provides_open);
    CHECK(Resolved(kService + " regelt iets\n}\n").cooperation("dienst").provides_open);
    const auto silent = sound(kService + " regelt niet vermeld\n}\n");
    CHECK(silent.cooperation("dienst").provides_not.empty());
    CHECK_FALSE(silent.cooperation("dienst").provides_open);
}

TEST_CASE("provisions: a version has those of the one before, without what is dropped or contradicted") {
    const auto found =
        sound(kService +
              " regelt belang\n artikel 20 { regelt uittreding }\n artikel 21 { regelt niet evaluatie }\n"
              " artikel 22 { regelt archief }\n gesloten op 1 oktober 2023\n}\n"
              "wijziging dienst vanaf 1 januari 2025 {\n vervalt artikel 20\n artikel 21 { regelt "
              "evaluatie }\n regelt niet archief\n bekendgemaakt op 1 december 2024\n}\n");
    const auto& later = found.model.cooperations.back();
    CHECK(later.version == 2);
    CHECK(list(found.model, later.provides) == "belang, evaluatie 21");
    CHECK(list(found.model, later.provides_not) == "archief");
    CHECK_FALSE(later.concluded);
    CHECK(later.published->first == *day_of(2024, 12, 1));
    CHECK(found.cooperation("dienst").concluded->first == *day_of(2023, 10, 1));
    CHECK(list(found.model, found.cooperation("dienst").provides) == "belang, uittreding 20, archief 22");
}

TEST_CASE("provisions: who signed, and the day that the paper does not give") {
    const auto found =
        sound(kService +
              " ondertekend door burgemeester van Oost en burgemeester van West, Jansen\n ondertekend door voorzitter\n"
              " bekendgemaakt op niet vermeld\n}\n");
    const auto& service = found.cooperation("dienst");
    CHECK(service.signatories == std::vector<Text>{{"burgemeester van Oost", "burgemeester of Oost"},
                                                   {"burgemeester van West", "burgemeester of West"},
                                                   "Jansen",
                                                   "voorzitter"});
    CHECK(actors(found.model, service.signed_by) ==
          "burgemeester van Oost, burgemeester van West, voorzitter van dienst");
    CHECK_FALSE(service.published);
    CHECK(service.published_backing.silence == model::Silence::not_stated);
}

TEST_CASE("provisions, capacities: other names, grounds and remarks, and nothing twice") {
    const auto found = sound(
        "gebruik wgr\nbepaling loket \"Loket\" / en \"desk\" {\n heet ook balie\n volgens Wgr art 10 lid 1\n opmerking "
        "\"Voor allen.\"\n}\nhoedanigheid buurtteam  volgens Awb art 1:1  onzeker\n");
    const auto& desk = found.model.provisions.back();
    CHECK(desk.title.en == "desk");
    CHECK(desk.aliases == std::vector<std::string>{"balie"});
    CHECK(desk.backing.citations.size() == 1);
    CHECK(desk.remarks.front().nl == "Voor allen.");
    CHECK(found.model.capacities.back().backing.certainty == model::Certainty::uncertain);
    CHECK(Resolved("gebruik wgr\nbepaling uittreding").said() == "N02 2:10 uittreding");
    CHECK(Resolved("bepaling a\nhoedanigheid a\nhoedanigheid a").said() == "N02 3:14 a");
}

TEST_CASE("capacities: complete when stated, unless the list is open") {
    struct {
        std::string said, expected;
    } const cases[] = {
        {"", "unknown:"},
        {"  hoedanigheid niet vermeld", "unknown:"},
        {"  hoedanigheid aanbieder, GI", "stated: aanbieder gecertificeerde instelling"},
        {"  hoedanigheid aanbieder, niet uitputtend", "stated open: aanbieder"},
        {"  capacity provider", "stated: aanbieder"},
        {" {\n hoedanigheid aanbieder\n heet ook Huis\n}", "stated: aanbieder"},
        {"  hoedanigheid iets", "stated open:"},
    };
    for (const auto& each : cases) {
        CAPTURE(each.said);
        const Resolved found("gebruik sociaal_domein\norganisatie Thuis" + each.said + "\n");
        const auto& party = found.party("Thuis");
        std::string out = party.capacities_stated ? "stated" : "unknown";
        out += party.capacities_open ? " open:" : ":";
        for (const auto capacity : party.capacities) out += " " + found.model[capacity].name;
        CHECK(out == each.expected);
    }
}

TEST_CASE("decisions: what they are about, and who of those that must agree is known") {
    const auto found = sound(
        "gebruik sociaal_domein\ngemeente Oost\ngemeente West\nregeling dienst {\n vorm centrumregeling\n"
        " deelnemers college van Oost, West\n geldt vanaf 1 januari 2024\n}\nvariant straks { beëindigt dienst per 1 "
        "januari 2027 }\nbesluit vertrek door college van West met instemming van college van Oost, raad, "
        "ondernemingsraad\n"
        " betreft dienst, straks, bijstand\nbesluit twee betreft vertrek  bekendgemaakt op 1 maart 2025\n");
    const auto& model = found.model;
    const auto& one = model.decisions.front();
    CHECK(one.assent == std::vector<Text>{{"college van Oost", "college of Oost"}, "raad", "ondernemingsraad"});
    CHECK(one.consent.empty());
    CHECK(actors(model, one.consent_by) == "college van Oost, raad van West");
    REQUIRE(one.concerns.size() == 3);
    CHECK(model[one.concerns[0].cooperation].name == "dienst");
    CHECK(model[one.concerns[1].variant].name == "straks");
    CHECK(model[one.concerns[2].task].name == "bijstand");
    const auto& two = model.decisions.back();
    CHECK(model[two.concerns.front().decision].name == "vertrek");
    CHECK(two.published->first == *day_of(2025, 3, 1));
}

TEST_CASE("decisions: who must agree may be an organ of a cooperation that stands below") {
    const auto found = sound(
        "gebruik wgr\ngemeente Oost\ngemeente West\nbesluit een door college van Oost\n"
        " met toestemming van algemeen bestuur van dienst\nregeling dienst {\n vorm openbaar "
        "lichaam\n deelnemers college van Oost, West\n geldt vanaf 1 januari 2024\n}\n");
    CHECK(actors(found.model, found.model.decisions.front().consent_by) == "algemeen bestuur van dienst");
}

TEST_CASE("transfers: who of those that must permit is known") {
    const auto found =
        sound(kBasis +
              "mandateert uitvoering van hulp door college van Oost aan college van West met toestemming "
              "van college van West, raad, het team\n");
    const auto& transfer = found.model.transfers.front();
    CHECK(transfer.consent.size() == 3);
    CHECK(actors(found.model, transfer.consent_by) == "college van West, raad");
}

TEST_CASE("settlements: all or only the excess; costs: the base year") {
    const auto found = sound(
        "kosten prijs € 100 per jaar geïndexeerd met \"cao\" basisjaar 2023\n"
        "afrekening bij afwijking boven 2 % van prijs over het meerdere\n"
        "afrekening bij afwijking boven 2 % van prijs on the whole\nafrekening bij afwijking boven 2 % van prijs\n");
    CHECK(found.model.costs.front().base_year == 2023);
    const auto& all = found.model.settlements;
    CHECK(all[0].excess_only == true);
    CHECK(all[1].excess_only == false);
    CHECK_FALSE(all[2].excess_only);
    CHECK(all[0].of == "prijs");
}
