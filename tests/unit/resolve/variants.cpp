#include "unit/resolve/resolved.hpp"

#include <doctest/doctest.h>

#include "unit/show.hpp"

using namespace belegd;
using namespace belegd::resolved;

namespace {

const std::string kDienst = kBasis +
                            "samenwerking dienst { deelnemers Oost, West\n geldt vanaf 2020\n reikwijdte zorg\n"
                            " draagt op uitvoering van zorg aan West }\n";

/// `dienst for Oost per 2024-01-01`, one a line; `version of` when an amendment made it.
std::string endings(const Resolved& found, std::string_view variant) {
    std::string out;
    for (const auto& ending : found.variant(variant).endings) {
        out += (out.empty() ? "" : "\n") + std::string(ending.only_version.valid() ? "version of " : "") +
               found.model[ending.cooperation].name;
        if (ending.parties) out += " for " + names(found.model, *ending.parties);
        out += " per " + iso(ending.per.first);
        if (!ending.per.exact()) out += " or until " + iso(ending.per.last);
    }
    return out;
}

/// `dienst~2 in straks: from 2024-01-01`, one a line.
std::string versions(const Resolved& found) {
    std::string out;
    for (std::uint32_t i = 0; i < found.model.cooperations.size(); ++i) {
        const auto& each = found.model.cooperations[i];
        out += (out.empty() ? "" : "\n") + found.model.id_of({i});
        if (each.variant.valid()) out += " in " + found.model[each.variant].name;
        out += ": " + days(each.term.days);
    }
    return out;
}

}  // namespace

TEST_CASE("variants: a variant ends a cooperation, wholly or for a participant") {
    const auto found =
        sound(kDienst +
              "variant straks \"Straks\" {\n status in onderzoek\n beëindigt dienst voor Oost per 1 januari 2024\n"
              " beëindigt dienst per medio 2025\n beëindigt dienst voor West per Q2 2026 status intentie\n opmerking "
              "\"Let op\" }");
    CHECK(endings(found, "straks") ==
          "dienst for Oost per 2024-01-01\ndienst per 2025-06-01 or until 2025-06-30\ndienst for West per 2026-04-01");
    CHECK(found.variant("straks").status == model::Status::under_research);
    CHECK(found.variant("straks").endings[0].status == model::Status::decided);
    CHECK(found.variant("straks").endings[2].status == model::Status::intent);
    CHECK(found.variant("straks").remarks == std::vector<Text>{"Let op"});
}

TEST_CASE("variants: an ending needs a cooperation, a day and a participant") {
    const auto said = [](const std::string& line) { return Resolved(kDienst + "variant v { " + line + " }").said(); };
    CHECK(said("beëindigt dienst") == "N05 11:13 beëindigt dienst");
    CHECK(said("beëindigt dinst per 2024") == "N01 11:23 dinst");
    CHECK(said("beëindigt Oost per 2024") == "N03 11:23 Oost");
    CHECK(said("beëindigt dienst voor Leiden per 2024") == "N09 11:30 voor Leiden");
    CHECK(said("beëindigt dienst per 31 februari 2024") == "L05 11:34 31 februari 2024");
}

TEST_CASE("variants: one may build on another, not on itself") {
    const auto found = sound("variant a\nvariant b op basis van a { }\nvariant c { op basis van b }");
    CHECK_FALSE(found.variant("a").based_on.valid());
    CHECK(found.model[found.variant("b").based_on].name == "a");
    CHECK(found.model[found.variant("c").based_on].name == "b");

    CHECK(Resolved("variant a op basis van a").said() == "N06 1:9 a");
    const Resolved circle(
        "variant a op basis van b\nvariant b op basis van c\nvariant c op basis van a\nvariant d op basis van a");
    CHECK(circle.said() == "N06 1:9 a");
    CHECK_FALSE(circle.variant("a").based_on.valid());
    CHECK_FALSE(circle.variant("c").based_on.valid());
    CHECK(circle.variant("d").based_on.valid());
    CHECK(Resolved("variant a op basis van niets").said() == "N01 1:24 niets");
}

TEST_CASE("variants: what stands in a variant is its own") {
    const auto found = sound(kBasis +
                             "variant v { samenwerking nieuw { deelnemers Oost\n belegt ict van hulp bij West }\n"
                             " laat beleid van hulp bij raad voor Oost }\nbelegt ict van steun bij West voor Oost");
    CHECK(found.model[found.cooperation("nieuw").variant].name == "v");
    CHECK(found.transfers() ==
          "nieuw/1 assigns ict of hulp to West\nv/1 keeps beleid of hulp to raad for Oost\n"
          "model/1 assigns ict of steun to West for Oost");
    CHECK(found.model.transfers[1].variant == found.cooperation("nieuw").variant);
    CHECK_FALSE(found.model.transfers[2].variant.valid());
}

TEST_CASE("variants: an amendment from a day on is the next version; the rest runs on") {
    const auto found = sound(kDienst +
                             "variant straks { wijziging dienst per 1 mei 2024 { vorm onbekend\n status intentie\n"
                             " geldt vanaf 2022 tot 2030 } }");
    CHECK(versions(found) == "dienst~1: from 2020-01-01\ndienst~2 in straks: 2024-05-01 to 2029-12-31");
    CHECK(endings(found, "straks") == "version of dienst per 2024-05-01");
    CHECK(found.transfers() ==
          "dienst/1~1 entrusts uitvoering of zorg to West\ndienst/1~2 entrusts uitvoering of zorg to West");
    const auto& next = found.model.cooperations.at(1);
    CHECK(next.status == model::Status::intent);
    CHECK(found.participants(next) == "Oost\nWest");
    CHECK(found.scopes(next) == "everything of zorg");
    CHECK(next.first_version == model::CooperationId{0});
    CHECK(found.model.transfers[0].statement == found.model.transfers[1].statement);
}

TEST_CASE("variants: an amendment without a day corrects the whole from the start") {
    const auto found = sound(kDienst + "variant straks { wijziging dienst { geldt vanaf 2021 } }");
    CHECK(versions(found) == "dienst~1: from 2020-01-01\ndienst~2 in straks: from 2021-01-01");
    CHECK(endings(found, "straks") == "version of dienst per 2020-01-01");
}

TEST_CASE("variants: a later variant amends what its base amended") {
    const auto found = sound(kDienst +
                             "variant a { wijziging dienst per 2022 { geldt vanaf 2022 } }\n"
                             "variant b op basis van a { wijziging dienst per 2024 { geldt vanaf 2024 } }\n"
                             "variant c { wijziging dienst per 2023 { geldt vanaf 2023 } }");
    CHECK(versions(found) ==
          "dienst~1: from 2020-01-01\ndienst~2 in a: from 2022-01-01\ndienst~3 in c: from 2023-01-01\n"
          "dienst~4 in b: from 2024-01-01");
    CHECK(found.variant("b").endings.at(0).only_version == model::CooperationId{1});
    CHECK(found.variant("c").endings.at(0).only_version == model::CooperationId{0});
}

TEST_CASE("variants: an amendment is of a cooperation that is there") {
    const auto said = [](const std::string& rest) { return Resolved(kDienst + rest).said(); };
    CHECK(said("variant v { wijziging Oost { geldt vanaf 2021 } }") == "N03 11:23 Oost");
    CHECK(said("variant v { wijziging dinst { geldt vanaf 2021 } }") == "N01 11:23 dinst");
    CHECK(said("variant v { samenwerking nieuw { } }\nvariant w { wijziging nieuw { geldt vanaf 2021 } }") ==
          "N04 12:23 nieuw");
}
