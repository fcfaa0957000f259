// What comes of the cases of a rule: which it is about, what it finds, and what it leaves open (regels.md).
#include "unit/rules/cases.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace belegd;
using rules::cases;
using rules::kTwo;
using rules::of_each;

namespace {

std::string cooperation(const std::string& name, const std::string& lines) {
    return "samenwerking " + name + " {\n deelnemers Oost, West\n" + lines + "\n}\n";
}

const std::string kOld = cooperation("oud", " geldt vanaf 1-1-2020\n gesloten op 1-12-2019");
const std::string kNew = cooperation("nieuw", " geldt vanaf 1-1-2024");

/// What a length of six months is asked, for several notice periods.
std::string notice(const std::string& stated, const std::string& asked) {
    const auto said =
        cases(kTwo + cooperation("s", " opzegtermijn " + stated) + of_each(" waar s.opzegtermijn " + asked));
    return said.substr(said.find(' ') + 1);
}

/// What a rule that is the law in 2020 finds in one cooperation.
std::string in_2020(const std::string& lines, const std::string& more = "") {
    const auto said =
        cases(kTwo + cooperation("s", lines) +
              of_each(" geldt vanaf 1-1-2020 tot 1-1-2021\n" + more + " waar s.opzegtermijn is niet vermeld"));
    return said == "none" ? said : said.substr(said.find(' ') + 1);
}

}  // namespace

TEST_CASE("rules: with one `waar` every thing is a case") {
    CHECK(cases(kTwo + kOld + kNew + of_each(" waar s.begin < 1-1-2024")) == "oud found, nieuw sound");
}

TEST_CASE("rules: the first of several `waar` says what the rule is about; the others are asked of that") {
    CHECK(cases(kTwo + kOld + kNew + of_each(" waar s.begin < 1-1-2024\n waar s.gesloten is niet vermeld")) ==
          "oud sound");
    CHECK(cases(kTwo + kOld + kNew + of_each(" waar s.begin <= 1-1-2024\n waar s.gesloten is niet vermeld")) ==
          "oud sound, nieuw found");
}

TEST_CASE("rules: what `waar` leaves out is no case of a rule that requires something") {
    CHECK(cases(kTwo + kOld + kNew + of_each(" waar s.begin < 1-1-2024\n vereist s.gesloten is vermeld")) ==
          "oud sound");
    CHECK(cases(kTwo + kOld + kNew + of_each(" waar s.begin >= 1-1-2024\n vereist s.gesloten is vermeld")) ==
          "nieuw found");
    CHECK(cases(kTwo + kOld + kNew +
                of_each(" waar s.begin > 1-1-2019\n waar s.begin < 1-1-2024\n vereist s.gesloten is vermeld")) ==
          "oud sound");
    CHECK(cases(kTwo + kOld + kNew + of_each(" vereist s.gesloten is vermeld")) == "oud sound, nieuw found");
}

TEST_CASE("rules: belegd counts as applied what a rule is about, and as found what it finds") {
    const auto uses = [](const std::string& steps) {
        const auto found = rules::read(kTwo + kOld + kNew + of_each(steps));
        const auto use = rules::uses_of_rules(*found->subject).front();
        return fmt::format("{} cases, {} found, {} undecided", use.cases, use.found, use.undecided);
    };
    CHECK(uses(" waar s.begin < 1-1-2024\n vereist s.gesloten is vermeld") == "1 cases, 0 found, 0 undecided");
    CHECK(uses(" waar s.begin >= 1-1-2024\n vereist s.gesloten is vermeld") == "1 cases, 1 found, 0 undecided");
    CHECK(uses(" waar s.begin < 1-1-2024") == "2 cases, 1 found, 0 undecided");
    CHECK(uses(" waar s.opzegtermijn > 6 maanden") == "2 cases, 0 found, 2 undecided");
}

TEST_CASE("rules: what is not stated decides nothing, unless something else does") {
    const auto silent = kTwo + cooperation("s", "");
    CHECK(cases(silent + of_each(" waar s.opzegtermijn > 6 maanden")) == "s undecided");
    CHECK(cases(silent + of_each(" waar s.opzegtermijn is vermeld")) == "s sound");
    CHECK(cases(silent + of_each(" waar s.opzegtermijn is niet vermeld")) == "s found");
    CHECK(cases(silent + of_each(" waar s.opzegtermijn > 6 maanden of s.gemeenten raakt Oost")) == "s found");
    CHECK(cases(silent + of_each(" waar s.gemeenten raakt Oost of s.opzegtermijn > 6 maanden")) == "s found");
    CHECK(cases(silent + of_each(" waar s.opzegtermijn > 6 maanden en niet s.gemeenten raakt Oost")) == "s sound");
    CHECK(cases(silent + of_each(" vereist s.opzegtermijn > 6 maanden")) == "s undecided");
    CHECK(cases(silent + of_each(" vereist s.opzegtermijn > 6 maanden\n vereist niet s.gemeenten raakt Oost")) ==
          "s found");
    // What is required is there, whether it is asked of it or not.
    CHECK(cases(silent + of_each(" waar s.opzegtermijn > 6 maanden\n vereist s.gemeenten raakt Oost")) == "s sound");
}

TEST_CASE("rules: a length at its boundary") {
    CHECK(notice("6 maanden", "< 6 maanden") == "sound");
    CHECK(notice("6 maanden", "<= 6 maanden") == "found");
    CHECK(notice("6 maanden", "> 6 maanden") == "sound");
    CHECK(notice("6 maanden", ">= 6 maanden") == "found");
    CHECK(notice("6 maanden", "= 6 maanden") == "found");
    CHECK(notice("7 maanden", "<= 6 maanden") == "sound");
    CHECK(notice("5 maanden", "< 6 maanden") == "found");
    CHECK(notice("182 dagen", "< 182 dagen") == "sound");
    CHECK(notice("182 dagen", "<= 182 dagen") == "found");
    CHECK(notice("1 jaar", "= 12 maanden") == "found");
}

TEST_CASE("rules: months against days, where every month gives the same answer") {
    // Six months are 181 to 184 days.
    CHECK(notice("6 maanden", "< 184 dagen") == "undecided");
    CHECK(notice("6 maanden", "< 185 dagen") == "found");
    CHECK(notice("6 maanden", "<= 184 dagen") == "found");
    CHECK(notice("6 maanden", "<= 183 dagen") == "undecided");
    CHECK(notice("6 maanden", "> 180 dagen") == "found");
    CHECK(notice("6 maanden", "> 181 dagen") == "undecided");
    CHECK(notice("6 maanden", ">= 181 dagen") == "found");
    CHECK(notice("6 maanden", "< 181 dagen") == "sound");
    CHECK(notice("6 maanden", "= 185 dagen") == "sound");
    CHECK(notice("6 maanden", "= 182 dagen") == "undecided");
    CHECK(notice("181 dagen", "< 6 maanden") == "undecided");
    CHECK(notice("180 dagen", "< 6 maanden") == "found");
    CHECK(notice("184 dagen", "< 6 maanden") == "sound");
}

TEST_CASE("rules: amounts, numbers and days at their boundary") {
    const auto model = kTwo + "samenwerking s {\n deelnemers Oost, West\n geldt vanaf 1-1-2020\n kosten k € 100\n}\n";
    const auto of = [&](const std::string& asked) { return cases(model + of_each(" waar " + asked)); };
    for (const auto* holds :
         {"s.begin <= 1-1-2020", "s.begin >= 1-1-2020", "s.begin < 2-1-2020", "s.begin > 31-12-2019",
          "s.begin - 1 maand >= 1-12-2019", "bestaat kosten k in s.kosten waar k.bedrag >= € 100"}) {
        CAPTURE(holds);
        CHECK(of(holds) == "s found");
    }
    for (const auto* not_so :
         {"s.begin < 1-1-2020", "s.begin > 1-1-2020", "s.begin - 1 maand > 1-12-2019",
          "bestaat kosten k in s.kosten waar k.bedrag > € 100", "bestaat kosten k in s.kosten waar k.bedrag < € 100",
          "s.einde > 1-1-2020", "s.einde < 1-1-2020"}) {
        CAPTURE(not_so);
        CHECK(of(not_so) == "s sound");
    }
    for (const auto* sign : {"> 1", "<= 2", ">= 2"})
        CHECK(cases(model + of_each(" noem n aantal deelnemer d in s.deelnemers\n waar n " + std::string(sign))) ==
              "s found");
    for (const auto* sign : {"< 2", "> 2"})
        CHECK(cases(model + of_each(" noem n aantal deelnemer d in s.deelnemers\n waar n " + std::string(sign))) ==
              "s sound");
}

TEST_CASE("rules: the law of the day on which a text was concluded, otherwise of its first day") {
    CHECK(in_2020(" geldt vanaf 1-1-2020") == "found");
    CHECK(in_2020(" geldt vanaf 31-12-2020") == "found");
    CHECK(in_2020(" geldt vanaf 1-1-2021") == "none");
    CHECK(in_2020(" geldt vanaf 31-12-2019") == "none");
    CHECK(in_2020(" geldt vanaf 1-1-2021\n gesloten op 31-12-2020") == "found");
    CHECK(in_2020(" geldt vanaf 1-1-2020\n gesloten op 31-12-2019") == "none");
    CHECK(in_2020(" gesloten op 1-6-2020") == "found");
    CHECK(in_2020("") == "undecided");
}

TEST_CASE("rules: on every day, when the rule asks so") {
    CHECK(in_2020(" geldt vanaf 1-1-2019", " gedurende de looptijd\n") == "found");
    CHECK(in_2020(" geldt vanaf 1-1-2019 tot 1-1-2020", " gedurende de looptijd\n") == "none");
    CHECK(in_2020(" geldt vanaf 1-1-2019 tot 2-1-2020", " gedurende de looptijd\n") == "found");
    CHECK(in_2020(" geldt vanaf 1-1-2021", " gedurende de looptijd\n") == "none");
    CHECK(in_2020("", " gedurende de looptijd\n") == "found");
}

TEST_CASE("rules: a list that may have others") {
    const auto open = kTwo + "gemeente Zuid\nsamenwerking s {\n deelnemers Oost, West, niet uitputtend\n}\n";
    const auto of = [&](const std::string& asked) {
        const auto said = cases(open + of_each(" waar " + asked));
        return said.substr(2);
    };
    CHECK(of("s.gemeenten raakt Oost") == "found");
    CHECK(of("s.gemeenten raakt Zuid") == "undecided");
    CHECK(of("s.gemeenten raakt niet Zuid") == "undecided");
    CHECK(of("s.gemeenten noemt Zuid") == "sound");
    CHECK(of("s.gemeenten binnen Oost") == "sound");
    CHECK(of("s.gemeenten omvat Oost, West") == "found");
    CHECK(of("s.gemeenten omvat Zuid") == "undecided");
    CHECK(of("bestaat deelnemer d in s.deelnemers waar d.partij is Oost") == "found");
    CHECK(of("bestaat deelnemer d in s.deelnemers waar d.partij is Zuid") == "undecided");
    CHECK(of("geen deelnemer d in s.deelnemers waar d.partij is Oost") == "sound");
    CHECK(of("elke deelnemer d in s.deelnemers waar d.partij is Oost") == "sound");
    CHECK(of("elke deelnemer d in s.deelnemers waar d.partij in Oost, West") == "undecided");
    CHECK(of("aantal deelnemer d in s.deelnemers > 1") == "undecided");
    const auto one = kTwo + "samenwerking s {\n deelnemers Oost, niet uitputtend\n}\n";
    CHECK(cases(one + of_each(" waar s.gemeenten binnen Oost")) == "s undecided");
    CHECK(cases(one + of_each(" waar s.gemeenten binnen West")) == "s sound");
}

TEST_CASE("rules: a comparison with what is not there does not hold, so that it goes together with `niet vermeld`") {
    const auto model = kTwo + "samenwerking s {\n deelnemers Oost\n geldt vanaf 1-9-2023\n}\n";
    for (const auto* steps : {" waar s.einde is niet vermeld\n waar niet (s.einde >= 1-1-2025)",
                              " waar niet (s.einde >= 1-1-2025)\n waar niet (s.einde <= 1-1-2026)"}) {
        CAPTURE(steps);
        CHECK(cases(model + of_each(steps)) == "s found");
    }
    const auto said = [&](const std::string& steps) {
        const auto found = analysis::of(
            "model.belegd", model + of_each(steps), [](const std::string&) { return std::nullopt; },
            graph::Mode::planned);
        return found->readable() ? "sound" : "never";
    };
    CHECK(said(" waar s.einde is niet vermeld\n waar s.einde >= 1-1-2025") == std::string("never"));
    CHECK(said(" waar s.einde >= 1-1-2026\n waar niet (s.einde >= 1-1-2025)") == std::string("never"));
}

TEST_CASE("rules: a day or amount that is written out may have something added to it") {
    const auto model = kTwo + "samenwerking s {\n deelnemers Oost\n geldt vanaf 1-9-2023\n kosten k € 300\n}\n";
    CHECK(cases(model + of_each(" waar s.begin >= 1 maart 2024 - 6 maanden")) == "s found");
    CHECK(cases(model + of_each(" waar s.begin > 1-3-2024 - 6 maanden")) == "s sound");
    CHECK(cases(model + of_each(" waar bestaat kosten k in s.kosten waar k.bedrag = € 100 + € 200")) == "s found");
    CHECK(cases(model + of_each(" waar aantal deelnemer d in s.deelnemers < 1")) == "s sound");
}

TEST_CASE("rules: an amount is added up only when it is known what belongs to it") {
    const auto model = kTwo + "samenwerking s {\n deelnemers Oost, West\n kosten a € 100\n kosten b € 200\n}\n";
    CHECK(cases(model + of_each(" noem n som k.bedrag voor elke kosten k in s.kosten\n waar n = € 300")) == "s found");
    CHECK(cases(model + of_each(" noem n som k.bedrag voor elke kosten k in s.kosten waar k.bedrag > € 100\n"
                                " waar n = € 200")) == "s found");
    CHECK(cases(model + of_each(" noem n som k.bedrag voor elke kosten k in s.kosten waar s.opzegtermijn > 1 maand\n"
                                " waar n = € 0")) == "s undecided");
}

TEST_CASE("rules: a form of which only the family is known is each of them, when they agree") {
    const auto said = [&](const std::string& form, const std::string& asked) {
        return cases("gebruik wgr\n" + kTwo + "samenwerking s {\n deelnemers Oost, West\n vorm " + form + "\n}\n" +
                     of_each(" waar s.vorm is " + asked));
    };
    CHECK(said("centrumregeling", "centrumregeling") == "s found");
    CHECK(said("gemeenschappelijke regeling", "gemeenschappelijke regeling") == "s found");
    CHECK(said("gemeenschappelijke regeling", "centrumregeling") == "s undecided");
    CHECK(said("gemeenschappelijke regeling", "dienstverleningsovereenkomst") == "s sound");
}

TEST_CASE("rules: what the forms of a family say differently is not known of it") {
    const auto said = [&](const std::string& asked) {
        return cases("gebruik wgr\n" + kTwo +
                     "samenwerking s {\n deelnemers Oost, West\n vorm gemeenschappelijke regeling, nader niet "
                     "vermeld\n}\n" +
                     of_each(" waar " + asked));
    };
    CHECK(said("s.vorm.rechtspersoon") == "s undecided");
    CHECK(said("niet s.vorm.rechtspersoon") == "s undecided");
}
