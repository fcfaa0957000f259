#include "resolve/names/navigation.hpp"
#include "model/describe.hpp"

#include <doctest/doctest.h>

#include "analysis/analysis.hpp"

namespace belegd {
namespace {

const std::string kModel = R"(taal nl
gebruik wgr, sociaal_domein
bron brief "Brief"
gemeente Oostdam
gemeente Rijnhof
organisatie Werf
orgaan directie van Werf

domein zorg "Zorg" {  van rechtswege uitvoering bij college
  vergt uitvoering, ict
  taak hulp
  taak hulp_thuis
}
regio streek leden Oostdam, Rijnhof tot 1 januari 2030

regeling dienst "De Dienst" {
  vorm        centrumregeling          bron brief blz 3
  deelnemers  college van Oostdam, Rijnhof
  geldt       vanaf 1 januari 2024
  artikel 4 { belegt uitvoering van hulp en hulp-thuis bij directie van Werf }
}
overeenkomst dvo "Werk"  ter uitvoering van dienst art 4 {
  deelnemers college van streek
  geldt vanaf 1 januari 2024
}
wijziging dienst per 1 januari 2025 { treedt uit Rijnhof }
variant straks { beëindigt dienst per 1 januari 2026 }
besluit overstap door college van Oostdam op 1 mei 2023
belegt ict van hulp bij Werf voor Oostdam krachtens besluit overstap volgens dienst art 4
overzicht alles {
  taken    hulp
  kolommen huidig, straks
}
toets uitvoering van hulp voor Oostdam op 1 juni 2024 in straks bij Werf
toets straks status besloten
)";

std::unique_ptr<analysis::Analysis> read(const std::string& text) {
    return analysis::of(
        "m", text, [](const std::string&) { return std::nullopt; }, graph::Mode::planned);
}

std::string places(const analysis::Analysis& found, const char* name) {
    std::string out;
    for (const auto& each : resolve::called(found.model, found.texts.sources, name)) {
        out += (out.empty() ? "" : "; ") + model::name_of(each.kind).nl + ":";
        for (const auto* list : {&each.declared, &each.used})
            for (const auto& span : *list)
                out += (list == &each.declared ? " !" : " ") + std::to_string(found.texts.sources.place(span).line);
    }
    return out;
}

}  // namespace

TEST_CASE("navigation: every name knows where it is declared and where it is used") {
    const auto found = read(kModel);
    for (const auto& item : found->diagnostics.items()) CHECK(item.severity() != Severity::error);
    CHECK(places(*found, "hulp") == "taak: !11 20 29 31 34");
    CHECK(places(*found, "Hulp thuis") == "taak: !12 20");
    CHECK(places(*found, "dienst") == "partij of samenwerking: !16 22 26 27 29");
    CHECK(places(*found, "Werf") == "partij of samenwerking: !6 7 20 29 34");
    CHECK(places(*found, "directie") == "orgaan: !7 20");
    CHECK(places(*found, "streek") == "partij of samenwerking: !14 23");
    CHECK(places(*found, "straks") == "variant: !27 32 34 35");
    CHECK(places(*found, "overstap") == "besluit of mijlpaal: !28 29");
    CHECK(places(*found, "brief") == "bron: !3 17");
    CHECK(places(*found, "alles") == "overzicht: !30");
    CHECK(places(*found, "onbekend").empty());
}

TEST_CASE("navigation: the name at a place brings all its places") {
    const auto found = read(kModel);
    const auto& sources = found->texts.sources;
    const auto at = static_cast<std::uint32_t>(kModel.find("hulp-thuis") + 2);
    const auto name = resolve::name_at(found->model, sources, found->texts.main, at);
    REQUIRE(name.has_value());
    CHECK(sources.text(name->declared.at(0)) == "hulp_thuis");
    CHECK(sources.text(name->used.at(0)) == "hulp-thuis");
    CHECK_FALSE(resolve::name_at(found->model, sources, found->texts.main, 2).has_value());
}

TEST_CASE("navigation: a new name stands wherever the old one stood, and nowhere else") {
    const auto found = read(kModel);
    const auto made = resolve::renamed(found->texts, found->model, "hulp", "hulp, licht");
    CHECK(made.wrong.empty());
    CHECK(made.files.front().places == 5);
    REQUIRE(made.files.size() == 1);
    const auto& text = made.files[0].text;
    CHECK(text.find("taak \"hulp, licht\"\n  taak hulp_thuis") != std::string::npos);
    CHECK(text.find("van \"hulp, licht\" en hulp-thuis bij") != std::string::npos);
    const auto again = read(text);
    for (const auto& item : again->diagnostics.items()) CHECK(item.severity() != Severity::error);
    // And back again: quotation marks stay, which change nothing.
    const auto back = resolve::renamed(again->texts, again->model, "hulp, licht", "hulp");
    CHECK(back.files.front().places == 5);
}

TEST_CASE("navigation: what cannot be renamed says why") {
    const auto found = read(kModel);
    const auto why = [&](const char* from, const char* to, std::optional<model::NameKind> kind = {}) {
        const auto made = resolve::renamed(found->texts, found->model, from, to, kind);
        CHECK(made.files.empty());
        return made.wrong.nl;
    };
    CHECK(why("onzin", "iets") == "‘onzin’ komt in het model niet voor");
    CHECK(why("uitvoering", "doen") == "‘uitvoering’ komt uit de bibliotheek; daarvan is de naam niet te wijzigen");
    CHECK(why("hulp", "hulp thuis") == "‘hulp thuis’ is al de naam van een andere taak");
    CHECK(why("hulp", " ") == "‘ ’ kan geen naam zijn");
    CHECK(why("hulp", "iets", model::NameKind::variant) == "‘hulp’ komt in het model niet voor");
}

}  // namespace belegd
