#include "unit/resolve/resolved.hpp"

#include <doctest/doctest.h>

#include "model/describe.hpp"
#include "unit/show.hpp"

using namespace belegd;
using namespace belegd::resolved;
using Verdict = model::Test::Verdict;

namespace {

const std::string kWorld = kBasis + "samenwerking dienst { organen bestuur }\nvariant straks\n";

/// A test of the model, in words: what about, for whom, when, where.
std::string cells(const std::string& line) {
    const auto found = sound(kWorld + line);
    REQUIRE(found.model.tests.size() == 1);
    const auto& test = found.model.tests[0];
    std::string out;
    for (const auto id : test.functions) out += found.model[id].name + " ";
    for (const auto id : test.tasks) out += found.model[id].name + " ";
    if (!test.parties.empty()) out += "for " + names(found.model, test.parties) + " ";
    if (test.day) out += "on " + iso(*test.day) + " ";
    if (test.variant.valid()) out += "in " + found.model[test.variant].name + " ";
    for (const auto& actor : test.actors) out += "with " + name_of(found.model, actor).nl + " ";
    for (const auto& code : test.codes) out += code + " ";
    if (!out.empty()) out.pop_back();
    return out;
}

Verdict verdict(const std::string& line) { return sound(kWorld + line).model.tests.at(0).verdict; }

std::string faults_of(const std::string& line) {
    auto said = Resolved(kWorld + line).said();
    for (auto at = said.find("9:"); at != std::string::npos; at = said.find("9:")) said.erase(at, 2);
    return said;
}

}  // namespace

TEST_CASE("outputs: what a test is about") {
    CHECK(cells("toets uitvoering van hulp voor Oost op 1 juni 2023 in straks bij bestuur van dienst") ==
          "uitvoering hulp for Oost on 2023-06-01 in straks with bestuur van dienst");
    CHECK(cells("toets beleid, uitvoering van hulp en opvang van rechtswege") == "beleid uitvoering hulp opvang");
    CHECK(cells("toets zorg in huidig bij West") == "zorg with West");
    CHECK(cells("toets ict deels") == "ict");
    CHECK(cells("toets uitvoering van hulp op Q2 2023 bevoegd college") ==
          "uitvoering hulp on 2023-04-01 with college");
    CHECK(cells("test execution of hulp with West") == "uitvoering hulp with West");
    CHECK(cells("toets uitvoering van hulp in straks bevinding B01, B12") == "uitvoering hulp in straks B01 B12");
    CHECK(cells("toets bevinding \"onbelegd\", kringverwijzing") == "B01 B04");
    CHECK(cells("toets geen bevindingen") == "");
}

TEST_CASE("outputs: every answer a test can ask for") {
    CHECK(verdict("toets hulp bij Oost") == Verdict::performer);
    CHECK(verdict("toets hulp bevoegd Oost") == Verdict::competent);
    CHECK(verdict("toets hulp onbelegd") == Verdict::unassigned);
    CHECK(verdict("toets hulp van rechtswege") == Verdict::by_law);
    CHECK(verdict("toets hulp niet vermeld") == Verdict::not_stated);
    CHECK(verdict("toets hulp titel niet vermeld") == Verdict::not_stated);
    CHECK(verdict("toets hulp voorwaardelijk") == Verdict::conditional);
    CHECK(verdict("toets hulp deels") == Verdict::partly);
    CHECK(verdict("toets hulp tegenstrijdig") == Verdict::contradictory);
    CHECK(verdict("toets hulp dubbel belegd") == Verdict::contradictory);
    CHECK(verdict("toets bevinding B01") == Verdict::finding);
    CHECK(verdict("toets geen bevindingen") == Verdict::no_findings);
    CHECK(verdict("toets straks status in onderzoek") == Verdict::status);
}

TEST_CASE("outputs: the status of a variant or a cooperation") {
    const auto found = sound(kWorld + "toets straks status in onderzoek\ntoets dienst status besloten");
    CHECK(found.model.tests[0].status == model::Status::under_research);
    CHECK(found.model.tests[0].status_of_variant == model::VariantId{0});
    CHECK(found.model.tests[1].status_of_cooperation == model::CooperationId{0});
}

TEST_CASE("outputs: a test that cannot be held against anything") {
    CHECK(faults_of("toets uitvoering van hulp") == "N05 1 toets uitvoering");
    CHECK(faults_of("toets onbelegd") == "N05 1 toets");
    CHECK(faults_of("toets hulp onbelegd deels") == "N07 21 deels");
    CHECK(faults_of("toets hulp bevinding B99") == "N01 22 B99");
    CHECK(faults_of("toets hulp in ooit onbelegd") == "N01 15 ooit");
    CHECK(faults_of("toets ooit status besloten") == "N01 7 ooit");
    CHECK(faults_of("toets hulp bij niemand") == "N01 16 niemand");
}

TEST_CASE("outputs: findings may be named by code or by name") {
    CHECK(cells("toets hulp bevinding onbelegd") == "hulp B01");
    CHECK(cells("toets hulp bevinding dubbel belegd") == "hulp B02");
    CHECK(cells("toets hulp bevinding titel niet vermeld") == "hulp B12");
}

TEST_CASE("outputs: an overview") {
    const auto found =
        sound(kWorld +
              "overzicht bijlage \"Bijlage 2\" / en \"Annex 2\" {\n voor Oost\n taken hulp, steun\n functies ict\n"
              " kolommen huidig, straks\n peildatum 1 juni 2023 }\noverzicht leeg");
    const auto& bijlage = found.model.overviews.at(0);
    CHECK(bijlage.name == "bijlage");
    CHECK(bijlage.title == Text("Bijlage 2", "Annex 2"));
    CHECK(names(found.model, bijlage.parties) == "Oost");
    CHECK(bijlage.tasks.size() == 2);
    CHECK(bijlage.functions.size() == 1);
    CHECK(bijlage.columns == std::vector<model::VariantId>{{}, {0}});
    CHECK(bijlage.reference_day == day_of(2023, 6, 1));
    const auto& empty = found.model.overviews.at(1);
    CHECK(empty.title == Text("leeg"));
    CHECK((empty.parties.empty() && empty.tasks.empty() && empty.columns.empty() && !empty.reference_day));
}

TEST_CASE("outputs: what is wrong with an overview") {
    CHECK(faults_of("overzicht o { taken onzin }") == "N01 21 onzin");
    CHECK(faults_of("overzicht o { kolommen huidig, ooit }") == "N01 32 ooit");
    CHECK(Resolved("overzicht o\noverzicht O").said() == "N02 2:11 O");
    CHECK(faults_of("overzicht o { vorm onbekend }") == "N04 15 vorm onbekend");
}

TEST_CASE("outputs: sources, as papers are cited") {
    const auto found = sound(
        "bron brief \"Informatiebrief\" kenmerk \"Z/21\" datum 2 november 2021 status intentie { opmerking \"Zonder "
        "bladzijden.\" }\n"
        "bron nota \"Nota\" datum medio 2020\nbron memo");
    CHECK(found.document("brief").title == Text("Informatiebrief"));
    CHECK(found.document("brief").reference == "Z/21");
    CHECK(found.document("brief").date->exact());
    CHECK(found.document("brief").status == model::Status::intent);
    CHECK(found.document("brief").remark == Text("Zonder bladzijden."));
    CHECK(iso(found.document("nota").date->last) == "2020-06-30");
    CHECK(found.document("memo").title == Text("memo"));
    CHECK(Resolved("bron a\nbron a").said() == "N02 2:6 a");
}

TEST_CASE("outputs: statutes") {
    const auto found = sound(
        "wet Wi \"Wet inburgering 2021\" / en \"Civic Integration Act 2021\" { bwb BWBR0044770\n heet ook Wi 2021\n "
        "geldt vanaf 2022 afgeleid }\n" +
        kBasis + "laat beleid van hulp bij raad voor Oost volgens Wi 2021 art 3 lid 1 onder a");
    CHECK(found.statute("Wi").bwb == "BWBR0044770");
    CHECK(days(found.statute("Wi").term.days) == "from 2022-01-01");
    CHECK(found.statute("Wi").term.certainty == model::Certainty::inferred);
    CHECK(spelled(found.model.transfers.at(0).backing.citations.at(0)) ==
          Text("Wi art. 3 lid 1 onder a", "Wi art. 3(1)(a)"));
}
