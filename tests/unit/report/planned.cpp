#include <optional>
#include <string>

#include "analysis/analysis.hpp"
#include "render/render.hpp"
#include "report/explanation.hpp"
#include "unit/show.hpp"

#include <doctest/doctest.h>

using namespace belegd;

namespace {

const char* const kModel = R"(gebruik wgr
gemeente Oostdam
gemeente Rijnhof
taak hulp { vergt inkoop  van rechtswege inkoop bij college }
regeling dienst "De Dienst" {
  vorm        openbaar lichaam
  deelnemers  college van Oostdam, Rijnhof
  geldt       vanaf 1 januari 2016
  pakket plus "Het pluspakket"  afnemers Rijnhof {
    mandateert  inkoop van hulp aan dagelijks bestuur
  }
}
besluit uit "Uittreding"  door college van Rijnhof  op 17 december 2017 { beëindigt dienst voor Rijnhof per 1 januari 2018 }
besluit tweede "Tweede"  door college van Oostdam  op 1 maart 2018 { wijziging dienst per 1 mei 2018 { regelt evaluatie } }
procedure uitstap "Uittredingsprocedure" { stap plan "Plan" door algemeen bestuur van dienst }
mijlpaal start "De start"  op 1 mei 2018
variant later "Later"  status in onderzoek { beëindigt dienst per 1 januari 2030 }
)";

/// What is told of a name; empty when the model plans nothing of that name.
std::string explained(const std::string& name) {
    const auto none = [](const std::string&) -> std::optional<std::string> { return std::nullopt; };
    const auto analysis = analysis::of("model.belegd", kModel, none, graph::Mode::planned, std::nullopt, false);
    if (!report::names_what_is_planned(analysis->model, name)) return {};
    report::Question question;
    question.name = name;
    return render::text(report::explanation(*analysis, question), Language::nl, 1'000);
}

}  // namespace

TEST_CASE("explained: what is decided or planned, by its name or its title") {
    struct {
        const char *name, *said;
    } const cases[] = {
        {"uit", "besluit:    Uittreding: door college van Rijnhof, op 17 december 2017"},
        {"Uittreding", "beëindigt:  De Dienst: voor Rijnhof per 1 januari 2018 (krachtens Uittreding)"},
        {"tweede", "wijziging:  De Dienst, versie 2, vanaf 1 mei 2018"},
        {"uitstap", "1. Plan; door algemeen bestuur van dienst"},
        {"START", "De start: 1 mei 2018"},
        {"later", "beëindigt:  De Dienst: geheel per 1 januari 2030"},
        {"plus", "taken:         mandateert inkoop van hulp aan dagelijks bestuur"},
    };
    for (const auto& each : cases) {
        CAPTURE(each.name);
        CAPTURE(explained(each.name));
        CHECK(has(explained(each.name), each.said));
    }
    CHECK(explained("hulp").empty());
    CHECK(explained("").empty());
}
