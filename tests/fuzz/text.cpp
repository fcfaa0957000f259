// Any text through the whole tool, from its bytes to what is printed: nothing may crash, hang or leak.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/analysis.hpp"
#include "fuzz/changes.hpp"
#include "render/coverage.hpp"
#include "render/diagnostics.hpp"
#include "render/facts.hpp"
#include "render/findings.hpp"
#include "render/render.hpp"
#include "report/explanation.hpp"
#include "report/overview.hpp"

namespace {

using namespace belegd;

constexpr std::size_t kLongest = 64 << 10;  // bytes
constexpr std::size_t kNarrow = 40, kWide = 100;

void print(const report::Document& document, Language language) {
    (void)render::text(document, language, kNarrow);
    (void)render::markdown(document, language);
    (void)render::html(document, language);
    (void)render::csv(document, language);
    (void)render::json(document);
}

void print(const analysis::Analysis& analysis, Language language) {
    const auto& model = analysis.model;
    const auto& overviews = model.overviews;
    print(report::overview(analysis, overviews.empty() ? report::whole_overview(model) : overviews.front()), language);
    for (const auto& test : model.tests) {
        if (test.tasks.empty()) continue;
        const report::Question question{test.functions, test.tasks, {}, test.parties, test.variant, test.day};
        (void)render::text(report::explanation(analysis, question), language, kNarrow);
        break;
    }
    (void)render::facts(model);
    (void)render::coverage(*analysis.subject);
}

// ---- small models to begin from -----------------------------------------------------------------------------------

constexpr std::string_view kModels[] = {
    R"(taal nl
bron brief "Brief" kenmerk "1" datum 2 november 2021
domein zorg "Zorg" / en "Care" {
  vergt beleid, uitvoering, ict
  van rechtswege beleid bij raad
  van rechtswege uitvoering bij college volgens Awb art 1:3 lid 2
  taak hulp
  taak opvang { vergt niet beleid
    taak nacht
    taak dag } }
gemeente Oost tooi gm0001
gemeente West vanaf 1 januari 2020
samenwerking dienst "De dienst" {
  vorm niet vermeld
  deelnemers college van Oost, West tot 2024
  organen bestuur, directeur
  geldt vanaf 1 januari 2022 tot en met 31 december 2025 bron brief blz 3
  opzegtermijn 18 maanden tegen 1 januari afgeleid
  reikwijdte uitvoering van zorg behalve nacht
  mandateert uitvoering van zorg behalve nacht aan bestuur mits "er geld is" ondermandaat toegestaan
  mandateert uitvoering van hulp aan directeur door bestuur voor zover loonwaarde tot 70 %
  belegt hosting van zorg bij Oost en West voor West ten hoogste € 1.000,50
  pakket plus { afnemers West vanaf 1 juli 2023
    draagt op applicaties van zorg aan Oost } }
variant straks "Straks" {
  status in onderzoek
  beëindigt dienst voor West per medio 2024
  wijziging dienst per 1 januari 2024 { status intentie
    geldt vanaf Q1 2024 } }
variant later op basis van straks { laat beleid van zorg bij raad voor Oost }
overzicht alles { voor Oost
  taken zorg
  kolommen huidig, straks
  peildatum 1 juni 2023 }
toets uitvoering van hulp voor Oost op 1 juni 2023 in straks bij bestuur van dienst
toets geen bevindingen
)",
    R"(language en
use wgr
municipality Leiden
municipality Delft
organisation Bureau "The bureau" also called B
organ board of Bureau
function driving holder the municipality itself includes lorries, vans
domain care needs execution, driving { by law execution with executive
  task help
  task shelter needs policy applies from spring 2021 }
arrangement service form public body {
  participants council and executive of Leiden, Delft
  applies from 4 April 2021
  scope care
  delegates execution of care to board of Bureau
  grants mandate, power of attorney and authorisation for lorries of help to Leiden or Delft by board of Bureau
  assigns vans of help to Leiden, Delft jointly except for Delft through 2024 }
test execution of help on 2023-06-01 with Bureau
)"};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size > kLongest) return 0;
    const bool even = size % 2 == 0;  // each text in one language and one mode; its neighbours take the others
    const auto language = even ? Language::nl : Language::en;
    const auto analysis = analysis::of("model.belegd", std::string(reinterpret_cast<const char*>(data), size),
                                       fuzz::other_file, even ? graph::Mode::planned : graph::Mode::certain);
    (void)render::findings(analysis->diagnostics, analysis->texts.sources, language, kWide);
    if (analysis->readable()) print(*analysis, language);
    std::vector<render::Found> all(1);
    all[0].path = "model.belegd";
    all[0].sources = analysis->texts.sources;
    all[0].main = analysis->texts.main;
    all[0].diagnostics = analysis->diagnostics;
    (void)render::findings_json(all);
    (void)render::sarif(all, language, [](const Diagnostic&) { return std::string(); });
    (void)render::junit(all, Severity::error);
    (void)render::github(all);
    return 0;
}

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t most, unsigned seed) {
    return fuzz::changed(kModels, data, size, most, seed);
}
