// Any text as rules beside a small model: they are read, asked of everything, listed, explained and accepted.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "analysis/analysis.hpp"
#include "fuzz/changes.hpp"
#include "render/diagnostics.hpp"
#include "render/render.hpp"
#include "report/findings_explained.hpp"

namespace {

using namespace belegd;

constexpr std::size_t kLongest = 8 << 10;  // bytes
constexpr std::size_t kWide = 100;

constexpr std::string_view kModel = R"(taal nl
gemeente Oost
gemeente West
domein zorg { vergt beleid, uitvoering
  taak hulp
  taak opvang { taak nacht } }
vorm bundel "Bundel" { kan dragen mandaat, delegatie }
samenwerking dienst "De dienst" {
  vorm bundel
  deelnemers college van Oost, West tot 2024
  organen bestuur
  geldt vanaf 1 januari 2022
  reikwijdte uitvoering van zorg
  mandateert uitvoering van hulp aan college van Oost ten hoogste € 1.000
  delegeert beleid van opvang aan bestuur }
besluit start door raad van Oost op 1 december 2021 soort besluit toestemming betreft dienst
variant straks { beëindigt dienst voor West per 1 januari 2024 }
kosten begin € 25.000 eenmalig in 2026 verdeeld Oost 60 %, West 40 %
)";

constexpr std::string_view kModels[] = {
    R"(regel H-01 "Mandaat boven € 500"  / en "A mandate above EUR 500" {
  voor elke     toedeling t
  waar          t.soort is mandaat en t.bedrag > € 500
  waarschuwing  "het mandaat aan {t.aan} {t.aan: gaat|gaan} tot {t.bedrag}"  / en "the mandate to {t.to} goes up to {t.amount}"
  gevolg        "dat is veel"
  advies        "meld het aan {t.van}"
  schrijf       "opmerking \"{t.bedrag}\""
}
regel H-02 "De raad gaf toestemming" {
  voor elke  samenwerking s, deelnemer d in s.deelnemers
  noem       raden alle besluit b in s.besluiten waar b.soort is toestemming
  vereist    bestaat besluit b in s.besluiten waar b.soort is toestemming en b.dag voor s.begin
  fout       "voor {s} gaf geen raad toestemming"
  vraag      "gaven de raden toestemming voor {s}?"
  volgens    Awb art 1:3
  geldt      vanaf 1 januari 2020
  gedurende de looptijd
}
)",
    R"(regel H-03 "Telt" {
  voor elke  samenwerking s
  waar       (aantal deelnemer d in s.deelnemers waar niet d.einde is vermeld) > 1 of s.vorm is bundel
  waar       som t.bedrag over toedeling t in s.toedelingen > € 100 + € 5
  waar       geen toedeling t in s.toedelingen waar t.taken raakt s.taken en (t.begin >= 1 januari 2020 + 2 jaar)
  opmerking  "{s} heeft {s.deelnemers}"
}
aanvaard H-03 omdat "het is zo" tot 1 januari 2027
rule H-04 "Every cell" {
  for each  cell c, step x
  where     c.state is unassigned or every transfer t where t.kind in delegation, mandate
  requires  exists participant d where d.party is c.participant
  note      "{c.tasks} of {c.participant}"
  ground    inference
}
)"};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size > kLongest) return 0;
    const bool even = size % 2 == 0;
    const auto language = even ? Language::nl : Language::en;
    const auto read = [&](std::string text) {
        return analysis::of("model.belegd", std::move(text), fuzz::other_file,
                            even ? graph::Mode::planned : graph::Mode::certain, Day{20'000});
    };
    const auto analysis = read(std::string(kModel) + std::string(reinterpret_cast<const char*>(data), size));
    (void)render::findings(analysis->diagnostics, analysis->texts.sources, language, kWide);
    if (!analysis->readable()) return 0;
    (void)render::text(report::rules_listed(*analysis), language, kWide);
    for (const auto& rule : analysis->model.rules) {
        if (!analysis->texts.sources[rule.span.file].own()) continue;
        if (const auto told = report::rule_explained(*analysis, rule.code)) (void)render::html(*told, language);
        const auto found = report::findings_named(*analysis, rule.code);
        if (!found.empty()) (void)render::text(report::findings_explained(*analysis, found, read), language, kWide);
    }
    return 0;
}

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t most, unsigned seed) {
    return belegd::fuzz::changed(kModels, data, size, most, seed);
}
