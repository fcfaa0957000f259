// Everything that a model says of a cooperation, a decision, a plan or a sum is printed in its overview: a clause that no
// overview prints is not taken up.
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "analysis/analysis.hpp"
#include "base/text.hpp"
#include "render/render.hpp"
#include "report/explanation.hpp"
#include "report/overview.hpp"
#include "syntax/words.hpp"
#include "unit/show.hpp"

#include <doctest/doctest.h>

using namespace belegd;
using syntax::Word;

namespace {

/// Each clause once, with what is to be found in the overview when a model says it.
struct Printed {
    Word clause;
    const char *said, *printed;
};

struct Block {
    Word statement;
    const char *before, *after;  ///< the rest of the model around the clauses of the block
    std::vector<Printed> clauses;
    std::vector<Word> elsewhere;  ///< clauses of the list that other tests hold, or that say how other words are read
};

const char* const kAround = R"(gebruik wgr
bron akte "De akte" kenmerk "Z/1" datum 2009 opmerking "nagekeken"
gemeente Oostdam
gemeente Rijnhof
gemeente Zuiddam
domein zorg "Zorg" {
  vergt uitvoering, toegang
  van rechtswege uitvoering, toegang bij college
  taak hulp "Hulp thuis"
}
overeenkomst kader "Kaderovereenkomst" {
  vorm        dienstverleningsovereenkomst
  deelnemers  college van Oostdam, Rijnhof, Zuiddam
  geldt       vanaf 1 januari 2020
}
)";

const char* const kOverview = R"(
overzicht o "Alles" {
  voor       Oostdam, Rijnhof, Zuiddam
  taken      zorg
  kolommen   KOLOMMEN
  peildatum  1 juni 2025
}
)";

std::vector<Block> blocks() {
    return {
        {Word::arrangement,
         "regeling dienst \"De Dienst\" {\n",
         "\n}\n",
         {{Word::form, "vorm centrumregeling voorlopig", "centrumregeling (voorlopig)"},
          {Word::participants, "deelnemers college van Oostdam, Rijnhof", "de colleges van Oostdam en Rijnhof"},
          {Word::centre, "centrum Oostdam", "centrum: Oostdam"},
          {Word::valid, "geldt vanaf medio 2024 t/m 2027 stilzwijgend verlengd met 2 jaar", "verlengd met 2 jaar"},
          {Word::seat, "vestigingsplaats Oostdam", "vestigingsplaats: Oostdam"},
          {Word::notice, "opzegtermijn 7 maanden tegen 1 januari", "7 maanden tegen 1 januari"},
          {Word::scope, "reikwijdte uitvoering van zorg  behalve voor Rijnhof",
           "uitvoering van zorg, niet voor Rijnhof"},
          {Word::organs, "organen stuurgroep", "organen: stuurgroep"},
          {Word::change_by, "wijziging bij besluit van twee derde van de deelnemers",
           "meerderheid voor wijziging twee derde van de deelnemers"},
          {Word::dissolve_by, "opheffing bij eenparig besluit van de deelnemers",
           "meerderheid voor opheffing unaniem van de deelnemers"},
          {Word::implements, "ter uitvoering van kader art 3", "Kaderovereenkomst, art. 3"},
          {Word::also_called, "heet ook Zorgdienst", "heet ook: Zorgdienst"},
          {Word::short_title, "kort \"DVD\"", "De Dienst (DVD)"},
          {Word::status, "status voorgenomen", "status: voorgenomen"},
          {Word::according_to, "volgens Wgr art 11", "volgens: Wgr art. 11"},
          {Word::remark, "opmerking \"een toelichting\"", "opmerking: een toelichting"},
          {Word::source, "bron akte blz 6", "De akte, kenmerk Z/1, 2009, blz. 6; nagekeken"},
          {Word::provides, "regelt archief", "regelt: Archief"},
          {Word::provides_not, "regelt niet geschillen", "regelt niet: Geschillen"},
          {Word::full_text, "volledige tekst", "tekst: volledige tekst"},
          {Word::concluded_on, "gesloten op 5 december 2023", "gesloten op: 5 december 2023"},
          {Word::published, "bekendgemaakt op maart 2024", "bekendgemaakt op: maart 2024"},
          {Word::signed_by, "ondertekend door college van Oostdam, \"de heer Jansen\"", "de heer Jansen"}},
         // In other words what stands above, or against it; what is accepted is told with the finding; the parts of what it is made of stand in `organen`.
         {Word::indefinite, Word::until_notice, Word::no_renewal, Word::no_notice, Word::accept, Word::includes}},
        {Word::decision,
         "regeling dienst \"De Dienst\" {\n  vorm centrumregeling\n  deelnemers college van Oostdam, Rijnhof\n"
         "  geldt vanaf 2024\n}\nmijlpaal start \"De start\"  1 maart 2024\nbesluit eerst \"Eerste besluit\"\n"
         "besluit mandaat \"Het mandaat\" {\n",
         "\n}\n",
         {{Word::by, "door college van Rijnhof", "door college van Rijnhof"},
          {Word::each_own, "ieder voor zover bevoegd", "ieder voor zover bevoegd"},
          {Word::on, "op Q1 2024", "kwartaal 1 van 2024"},
          {Word::retroactive, "werkt terug tot en met 1 december 2023", "werkt terug t/m 1 december 2023"},
          {Word::latest_before, "uiterlijk voor 1 mei 2024", "uiterlijk 30 april 2024"},
          {Word::together_with, "tegelijk met start", "tegelijk met De start"},
          {Word::otherwise, "anders 3 maanden later", "anders 3 maanden later"},
          {Word::after, "na eerst", "na Eerste besluit"},
          {Word::advice, "na advies van \"de adviesraad\"", "na advies van de adviesraad"},
          {Word::hearing, "na zienswijze van raad", "na zienswijze van raad"},
          {Word::consultation, "na overleg met \"het dorpsplatform\"", "na overleg met het dorpsplatform"},
          {Word::consent, "met toestemming van burgemeester", "met toestemming van burgemeester"},
          {Word::assent, "met instemming van \"de or\"", "met instemming van de or"},
          {Word::provided, "mits \"er geld is\"", "er geld is"},
          {Word::implements, "ter uitvoering van kader art 4", "ter uitvoering van art. 4"},
          {Word::purpose, "soort besluit vaststellen", "vaststellen"},
          {Word::according_to, "volgens Awb art 10:3", "Awb art. 10:3"},
          {Word::status, "status besloten", "besloten"},
          {Word::remark, "opmerking \"bij het besluit\"", "bij het besluit"},
          {Word::source, "bron akte blz 8", "blz. 8"},
          {Word::concerns, "betreft kader", "betreft Kaderovereenkomst"},
          {Word::published, "bekendgemaakt op 2 mei 2024", "bekendgemaakt op 2 mei 2024"}},
         // Other words for what stands above; an ending has a test of its own.
         {Word::dated, Word::latest_on, Word::unless, Word::ends, Word::accept}},
        {Word::cost,
         "besluit begroting \"Begroting 2026\"\nkosten post {\n",
         "\n}\n",
         {{Word::once_in, "eenmalig in 2025", "eenmalig in 2025"},
          {Word::total, "totaal niet openbaar", "totaal niet openbaar"},
          {Word::cover, "dekking \"begroting\" onbekend", "dekking begroting onbekend"},
          {Word::indexed, "geïndexeerd met \"loonkosten\"", "loonkosten"},
          {Word::shared, "verdeeld Oostdam 40 %, Rijnhof 60 %", "Oostdam 40 % en Rijnhof 60 %"},
          {Word::shared_by, "verdeeld naar \"inwoners\"", "inwoners"},
          {Word::rounded, "afgerond op \"hele euro's\"", "afgerond op hele euro's"},
          {Word::for_, "voor Rijnhof", "voor Rijnhof"},
          {Word::from, "vanaf 2024", "vanaf 2024"},
          {Word::until, "tot 1 juli 2027", "30 juni 2027"},
          {Word::according_to, "volgens Wgr art 9", "Wgr art. 9"},
          {Word::status, "status voorgenomen", "voorgenomen"},
          {Word::remark, "opmerking \"bij de post\"", "bij de post"},
          {Word::source, "bron akte blz 9", "blz. 9"},
          {Word::base_year, "basisjaar 2023", "basisjaar 2023"},
          {Word::of_which, "waarvan Rijnhof € 12", "waarvan Rijnhof"},
          {Word::advance, "voorschot 80 %", "voorschot 80 %"},
          {Word::price_level, "prijspeil 2022", "prijspeil 2022"},
          {Word::incidental, "incidenteel", "incidenteel"},
          {Word::cover_by, "dekking volgens besluit begroting", "dekking volgens besluit Begroting 2026"},
          {Word::cover_pending, "dekking nog niet vastgesteld", "dekking nog niet vastgesteld"}},
         {Word::once, Word::per_year, Word::per_month, Word::through, Word::structural, Word::accept}},
        {Word::milestone,
         "besluit eerst \"Eerste besluit\"\nmijlpaal af \"Alles af\" {\n",
         "\n}\n",
         {{Word::from, "vanaf Q1 2024", "kwartaal 1 van 2024"},
          {Word::through, "tot en met Q2 2024", "kwartaal 2 van 2024"},
          {Word::after, "na eerst", "na Eerste besluit"},
          {Word::status, "status intentie", "intentie"},
          {Word::remark, "opmerking \"bij de mijlpaal\"", "bij de mijlpaal"},
          {Word::source, "bron akte blz 10", "blz. 10"}},
         {Word::until, Word::on, Word::latest_before, Word::latest_on, Word::accept}},
        {Word::variant,
         "regeling dienst \"De Dienst\" {\n  vorm centrumregeling\n  deelnemers college van Oostdam, Rijnhof\n"
         "  geldt vanaf 2024\n}\nvariant ander \"Anders\"\nvariant later \"Later\" {\n",
         "\n}\n",
         {{Word::based_on, "op basis van ander", "op basis van Anders"},
          {Word::status, "status in onderzoek", "in onderzoek"},
          {Word::ends, "beëindigt dienst per medio 2027", "medio 2027 De Dienst eindigt"},
          {Word::remark, "opmerking \"bij de variant\"", "bij de variant"},
          {Word::source, "bron akte blz 11", "blz. 11"}},
         {Word::accept}},
        {Word::package,
         "regeling dienst \"De Dienst\" {\n  vorm centrumregeling\n  centrum Oostdam\n"
         "  deelnemers college van Oostdam, Rijnhof\n  geldt vanaf 2024\n  pakket dag \"Dagopvang\" {\n",
         "\n  mandateert uitvoering van hulp aan college van centrum\n  }\n}\n",
         {{Word::takers, "afnemers Rijnhof vanaf 2025", "Dagopvang (dag): Rijnhof vanaf 2025"},
          {Word::valid, "geldt tot 1 juli 2027", "geldt t/m 30 juni 2027"},
          {Word::notice, "opzegtermijn 5 maanden", "opzegtermijn 5 maanden"},
          {Word::according_to, "volgens Wgr art 12", "Wgr art. 12"},
          {Word::remark, "opmerking \"bij het pakket\"", "bij het pakket"},
          {Word::source, "bron akte blz 12", "blz. 12"}},
         // Another word for what stands above.
         {Word::no_notice, Word::accept}},
    };
}

std::string overview_of(const std::string& text) {
    const auto read = [](const std::string&) -> std::optional<std::string> { return std::nullopt; };
    const auto analysis = analysis::of("model.belegd", text, read, graph::Mode::planned, std::nullopt, false);
    CAPTURE(text);
    REQUIRE(analysis->readable());
    Text wrong;
    const auto what = report::overview_asked(analysis->model, {}, wrong);
    REQUIRE(what);
    return on_one_line(render::text(report::overview(*analysis, *what, report::Extent::full), Language::nl, 10'000));
}

}  // namespace

TEST_CASE("printed: every clause of a statement stands in the overview") {
    for (const auto& block : blocks()) {
        std::string text = kAround + std::string(block.before);
        for (const auto& each : block.clauses) text += "  " + std::string(each.said) + "\n";
        text += block.after + std::string(kOverview);
        const std::string columns = block.statement == Word::variant ? "huidig, later" : "huidig";
        text.replace(text.find("KOLOMMEN"), 8, columns);
        const auto overview = overview_of(text);
        for (const auto& each : block.clauses) {
            CAPTURE(overview);
            CHECK_MESSAGE(has(overview, each.printed), each.said);
        }
    }
}

TEST_CASE("printed: no clause is forgotten by the test above") {
    for (const auto& block : blocks()) {
        std::set<Word> held(block.elsewhere.begin(), block.elsewhere.end());
        for (const auto& each : block.clauses) held.insert(each.clause);
        for (int i = 1; i < static_cast<int>(Word::protected_name); ++i) {
            const auto word = static_cast<Word>(i);
            if (syntax::takes(block.statement, word))
                CHECK_MESSAGE(held.count(word) == 1, syntax::info(word).phrase.nl, " of ",
                              syntax::info(block.statement).phrase.nl);
        }
    }
}
