#include "render/facts.hpp"

#include <string>

#include "unit/resolve/resolved.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace belegd;
using nlohmann::json;

namespace {

/// `dienst 2020: Oostdam, Rijnhof to 2018`: the cooperations (versions) with the first day without, and who takes part.
std::string ends_in(const std::string& more) {
    const auto found = resolved::sound(
        "gebruik wgr\ngemeente Oostdam\ngemeente Rijnhof\n"
        "regeling dienst { vorm centrumregeling\n deelnemers college van Oostdam, Rijnhof\n geldt vanaf 2016 }\n" +
        more);
    std::string out;
    const auto facts = json::parse(render::facts(found.model));
    for (const auto& row : facts.at("arrangements")) {
        out += (out.empty() ? "" : "; ") + row.at("id").get<std::string>();
        if (row.contains("until")) out += " to " + row["until"].get<std::string>().substr(0, 4);
        for (const auto& each : row.at("participants")) {
            out += ", " + each.at("party").get<std::string>();
            if (each.contains("until")) out += " to " + each["until"].get<std::string>().substr(0, 4);
        }
    }
    return out;
}

}  // namespace

TEST_CASE("facts: who left by a decision is no participant of a later version") {
    const std::string leaves =
        "besluit uit door college van Rijnhof op 1 mei 2017 { beëindigt dienst voor Rijnhof per 2018 }\n";
    CHECK(ends_in("") == "dienst, Oostdam, Rijnhof");
    CHECK(ends_in(leaves) == "dienst, Oostdam, Rijnhof to 2018");
    CHECK(ends_in(leaves + "wijziging dienst per 2020 { opmerking \"nieuw\" }") ==
          "dienst~1 to 2020, Oostdam, Rijnhof to 2018; dienst~2, Oostdam, Rijnhof to 2018");
    CHECK(ends_in("besluit uit door college van Rijnhof op 1 mei 2017 { beëindigt dienst per 2018 }") ==
          "dienst to 2018, Oostdam to 2018, Rijnhof to 2018");
}

TEST_CASE("facts: an ending that a variant may replace, or that is not decided, is not put into the days") {
    CHECK(ends_in("besluit uit door college van Rijnhof op 1 mei 2017 { beëindigt dienst voor Rijnhof per 2018 }\n"
                  "variant later { beëindigt dienst voor Rijnhof per 2019 }") == "dienst, Oostdam, Rijnhof");
    CHECK(ends_in("besluit uit door college van Rijnhof op 1 mei 2017 status voorgenomen { beëindigt dienst voor "
                  "Rijnhof per 2018 }") == "dienst, Oostdam, Rijnhof");
}
