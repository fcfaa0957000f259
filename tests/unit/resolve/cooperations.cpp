#include "unit/resolve/resolved.hpp"

#include <doctest/doctest.h>

#include "model/describe.hpp"
#include "unit/show.hpp"

using namespace belegd;
using namespace belegd::resolved;

namespace {

std::string organs(const Resolved& found, const model::Cooperation& cooperation) {
    std::string out;
    for (const auto organ : cooperation.organs) out += (out.empty() ? "" : ", ") + found.model[organ].name;
    return out;
}

/// `openbaar lichaam`, with `?` behind it when it is left open, and its organs.
std::string form(const std::string& declared) {
    const Resolved found("gebruik wgr\n" + declared);
    const auto& cooperation = found.cooperation("a");
    std::string out = cooperation.form.valid() ? found.model[cooperation.form].name : "none";
    if (cooperation.form_open) out += "?";
    if (!cooperation.organs.empty()) out += ": " + organs(found, cooperation);
    const auto said = found.said();
    return out + (said.empty() ? "" : " | " + said);
}

}  // namespace

TEST_CASE("cooperations: the form, or how much of it is known") {
    struct {
        std::string declared, expected;
    } const cases[] = {
        {"samenwerking a { }", "none?"},
        {"samenwerking a { vorm niet vermeld }", "none?"},
        {"samenwerking a { vorm openbaar lichaam }",
         "openbaar lichaam: algemeen bestuur, dagelijks bestuur, voorzitter"},
        {"samenwerking a { vorm OL }", "openbaar lichaam: algemeen bestuur, dagelijks bestuur, voorzitter"},
        {"samenwerking a { form public body }", "openbaar lichaam: algemeen bestuur, dagelijks bestuur, voorzitter"},
        {"samenwerking a { vorm BVO }", "bedrijfsvoeringsorganisatie: bestuur"},
        {"samenwerking a { vorm BVO\n organen directeur, bestuur }", "bedrijfsvoeringsorganisatie: directeur, bestuur"},
        {"samenwerking a { vorm gemeenschappelijke regeling }", "gemeenschappelijke regeling?"},
        {"samenwerking a { vorm gemeenschappelijke regeling, nader niet vermeld }", "gemeenschappelijke regeling?"},
        {"regeling a { }", "gemeenschappelijke regeling?"},
        {"regeling a { vorm BVO }", "bedrijfsvoeringsorganisatie: bestuur"},
        {"regeling a { vorm stichting }", "gemeenschappelijke regeling? | N03 2:19 stichting"},
        {"overeenkomst a { vorm dienstverleningsovereenkomst }", "dienstverleningsovereenkomst"},
        {"samenwerking a { vorm iets }", "none? | N01 2:23 iets"},
    };
    for (const auto& each : cases) {
        CAPTURE(each.declared);
        CHECK(form(each.declared) == each.expected);
    }
}

TEST_CASE("cooperations: a form of the model's own, with its family, organs and what it carries") {
    const auto found = sound(
        "gebruik wgr\nvorm platform \"Platform\" / en \"Platform\" { soort overeenkomst\n organen stuurgroep\n kan "
        "dragen feitelijk werk\n"
        " gesloten door college\n zonder rechtspersoonlijkheid\n geldt vanaf 2020\n volgens Wgr art 1\n opmerking "
        "\"Los.\" }\n"
        "overeenkomst a { vorm platform }");
    const auto& form = found.form("platform");
    CHECK(found.model[form.family].name == "overeenkomst");
    CHECK(form.can_carry == std::vector<std::string>{"feitelijk werk"});
    CHECK(form.concluded_by == std::vector<std::string>{"college"});
    CHECK(form.legal_person == false);
    CHECK(days(form.term.days) == "from 2020-01-01");
    CHECK(form.bases.size() == 1);
    CHECK(form.remarks == std::vector<Text>{"Los."});
    CHECK(organs(found, found.cooperation("a")) == "stuurgroep");
}

TEST_CASE("cooperations: who takes part, with which organ, from when to when") {
    struct {
        std::string lines, expected;
    } const cases[] = {
        {"deelnemers Oost, West", "Oost\nWest"},
        {"deelnemers Oost en West", "Oost\nWest"},
        {"deelnemers college van Oost, West", "college van Oost\ncollege van West"},
        {"deelnemers college en burgemeester van Oost", "college, burgemeester van Oost"},
        {"deelnemers college van Oost\n deelnemers raad van West", "college van Oost\nraad van West"},
        {"deelnemers Oost, West vanaf 2022", "Oost from 2022-01-01\nWest from 2022-01-01"},
        {"deelnemers Oost tot 2024, West", "Oost to 2023-12-31\nWest"},
        {"deelnemers Oost vanaf 2020 tot 2024, West vanaf 2024", "Oost 2020-01-01 to 2023-12-31\nWest from 2024-01-01"},
        {"deelnemers college van Oost tot 2024, West", "college van Oost to 2023-12-31\ncollege van West"},
        {"deelnemers Oost, Bureau", "Oost\nBureau"},
        {"deelnemers Oost, niet uitputtend", "Oost"},
        {"deelnemers niet vermeld", ""},
    };
    for (const auto& each : cases) {
        CAPTURE(each.lines);
        const auto found = sound(kBasis + "organisatie Bureau\nsamenwerking a { " + each.lines + " }");
        CHECK(found.participants(found.cooperation("a")) == each.expected);
    }
}

TEST_CASE("cooperations: what they claim to settle") {
    struct {
        std::string scope, expected;
    } const cases[] = {
        {"reikwijdte zorg", "everything of zorg"},
        {"reikwijdte hulp en opvang", "everything of hulp, opvang"},
        {"reikwijdte uitvoering, ict van zorg", "uitvoering, ict of zorg"},
        {"reikwijdte uitvoering van zorg behalve hulp", "uitvoering of opvang, steun"},
        {"reikwijdte zorg behalve hulp, opvang", "everything of steun"},
        {"reikwijdte zorg voor Oost", "everything of zorg for Oost"},
        {"reikwijdte zorg behalve voor West", "everything of zorg not for West"},
        {"reikwijdte zorg\n voor Oost\n behalve steun", "everything of hulp, opvang for Oost"},
        {"reikwijdte ict van zorg behalve hulp behalve voor West", "ict of opvang, steun not for West"},
    };
    for (const auto& each : cases) {
        CAPTURE(each.scope);
        const auto found = sound(kBasis + "samenwerking a { deelnemers Oost, West\n " + each.scope + " }");
        CHECK(found.scopes(found.cooperation("a")) == each.expected);
    }
}

TEST_CASE("cooperations: packages, and who takes them when") {
    const auto found =
        sound(kBasis +
              "samenwerking a { deelnemers Oost, West\n organen bestuur\n"
              " pakket plus { afnemers Oost vanaf 2021, West\n mandateert uitvoering van hulp aan bestuur }\n"
              " pakket min afnemers West vanaf 2022 tot 2024 { belegt ict van hulp bij bestuur }\n"
              " belegt ict van steun bij bestuur }");
    const auto& packages = found.cooperation("a").packages;
    REQUIRE(packages.size() == 2);
    REQUIRE(packages[0].takers.size() == 2);
    CHECK(found.model[packages[0].takers[0].party].name == "Oost");
    CHECK(days(packages[0].takers[0].term.days) == "from 2021-01-01");
    CHECK(days(packages[0].takers[1].term.days) == "always");
    CHECK(days(packages[1].takers.at(0).term.days) == "2022-01-01 to 2023-12-31");
    CHECK(found.transfers() ==
          "a/1 mandates uitvoering of hulp to bestuur van a in package plus\n"
          "a/2 assigns ict of hulp to bestuur van a in package min\na/3 assigns ict of steun to bestuur van a");
}

TEST_CASE("cooperations: period, notice, status and remarks, with where they stand") {
    const auto found = sound("bron brief \"B\"\n" + kBasis +
                             "samenwerking a \"De dienst\" / en \"The service\" {\n geldt vanaf 1 januari 2012 tot en "
                             "met 31 december 2020 bron brief\n"
                             " opzegtermijn 18 maanden tegen 1 januari afgeleid bron brief\n status intentie bron "
                             "brief\n opmerking \"Een\"\n opmerking \"Twee\" }");
    const auto& a = found.cooperation("a");
    CHECK(a.title == Text("De dienst", "The service"));
    CHECK(days(a.term.days) == "2012-01-01 to 2020-12-31");
    CHECK_FALSE(a.dates_open);
    CHECK(a.term_backing.documents.size() == 1);
    REQUIRE(a.notice);
    CHECK(name_of(*a.notice) == Text("18 maanden tegen 1 januari", "18 months against 1 January"));
    CHECK(a.notice_backing.certainty == model::Certainty::inferred);
    CHECK(a.status == model::Status::intent);
    CHECK(a.remarks == std::vector<Text>{"Een", "Twee"});
    CHECK(found.cooperation("a").variant == model::VariantId{});

    CHECK(sound("samenwerking b { }").cooperation("b").dates_open);
    CHECK(sound("samenwerking b { geldt tot 2020 }").cooperation("b").dates_open);
    CHECK(Resolved("samenwerking b { opzegtermijn 12 }").said() == "N05 1:18 opzegtermijn 12");
    CHECK_FALSE(sound("samenwerking b { opzegtermijn niet vermeld }").cooperation("b").notice.has_value());
}

TEST_CASE("cooperations: a term of notice that is no whole number is not cut off") {
    const auto found = sound("samenwerking b { opzegtermijn 1,5 jaar }").cooperation("b").notice;
    REQUIRE(found);
    CHECK(name_of(*found).nl == "1,5 jaar");
    CHECK(length_of(found->length) == Length{18, 0});
}

TEST_CASE("cooperations: a length of time that is no whole number of months or days is told, wherever it stands") {
    CHECK(Resolved("samenwerking b { opzegtermijn 0,3 jaar }").said() == "L09 1:18 opzegtermijn 0,3 jaar");
    CHECK(Resolved("samenwerking b { opzegtermijn 1,5 maanden }").said() == "L09 1:18 opzegtermijn 1,5 maanden");
    CHECK(Resolved("samenwerking b { opzegtermijn 5 % }").said() == "N05 1:18 opzegtermijn 5 %");
    CHECK(Resolved("samenwerking b { geldt tot 2020 stilzwijgend verlengd met 0,5 week }").said() ==
          "L09 1:33 stilzwijgend verlengd met 0,5 week");
    CHECK(Resolved("samenwerking b { opzegtermijn 90000000 jaar }").said() == "L09 1:18 opzegtermijn 90000000 jaar");
    CHECK(sound("samenwerking b { opzegtermijn 1,25 jaar }").cooperation("b").notice->length ==
          Duration{125, Duration::Unit::years});
}

TEST_CASE("cooperations: what does not belong in the block") {
    CHECK(Resolved("samenwerking a { taken wmo }").said() == "N04 1:18 taken");
    CHECK(Resolved("samenwerking a { overzicht o { } }").said() == "N04 1:18 overzicht o");
    CHECK(Resolved("samenwerking a { overzicht o { }").said().find("L07") != std::string::npos);
    CHECK(Resolved("geldt vanaf 2020").said() == "N04 1:1 geldt");
    CHECK(Resolved("samenwerking a { geldt { vanaf 2020 } }").said() == "N04 1:18 geldt {");
}

TEST_CASE("cooperations: the language of a text is said before anything else") {
    CHECK(Resolved("samenwerking a { }\nlanguage en").said() == "N04 2:1 language en");
    CHECK(Resolved("language en\ncooperation a { }\ntaal nl").said() == "N04 3:1 taal nl");
    CHECK(Resolved("taal nl\nsamenwerking a { }\ntaal nl").said().empty());
}

TEST_CASE("cooperations: participants are named") {
    CHECK_FALSE(Resolved("samenwerking a { deelnemers }").said().empty());
    CHECK_FALSE(Resolved("samenwerking a { reikwijdte }").said().empty());
}

TEST_CASE("cooperations: the period too may be not stated") {
    CHECK(Resolved("samenwerking a { geldt niet vermeld }").said() == "");
}
