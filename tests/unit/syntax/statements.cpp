#include "unit/syntax/shape.hpp"

#include <doctest/doctest.h>

using belegd::shape::read;

TEST_CASE("statements: the language of the file and what it uses") {
    CHECK(read(R"(taal nl
gebruik wgr, sociaal_domein, "taken.belegd"
)") == R"(statement language
  name [nl]
statement use
  entry: name [wgr]
  entry: name [sociaal_domein]
  entry: string ["taken.belegd"]
)");
}

TEST_CASE("statements: sources and laws") {
    CHECK(read("bron brief \"Informatiebrief\" kenmerk \"Z/21/050716\" datum 2 november 2021") == R"(statement source
  name [brief]
  string ["Informatiebrief"]
  clause reference: string ["Z/21/050716"]
  clause dated: named_date november [2 november 2021]
)");
    CHECK(read(R"(wet Wi 2013 "Wet inburgering" / en "Civic Integration Act" bwb BWBR0020611 {
  heet ook Wi 2006, Wi 2007
  geldt vanaf 1 januari 2007 tot 1 januari 2022
}
)") == R"(statement law
  name [Wi 2013]
  string ["Wet inburgering"]
  translation: string ["Civic Integration Act"]
  clause bwb: name [BWBR0020611]
  block
    statement also_called
      entry: name [Wi 2006]
      entry: name [Wi 2007]
    statement valid
      clause from: named_date january [1 januari 2007]
      clause until: named_date january [1 januari 2022]
)");
}

TEST_CASE("statements: parties and their organs") {
    CHECK(read(R"(gemeente Leiden tooi gm0546
gemeente 's-Gravenhage heet ook Den Haag
gemeente Maashorst vanaf 1 januari 2022
)") == R"(statement municipality
  name [Leiden]
  clause tooi: name [gm0546]
statement municipality
  name ['s-Gravenhage]
  clause also_called: entry: name [Den Haag]
statement municipality
  name [Maashorst]
  clause from: named_date january [1 januari 2022]
)");
    CHECK(read(R"(organisatie Servicepunt71 "Servicepunt 71" heet ook SP71 bron brief
orgaan bestuur van Servicepunt71
functionaris directeur van Servicepunt71, dienst
)") == R"(statement organisation
  name [Servicepunt71]
  string ["Servicepunt 71"]
  clause also_called: entry: name [SP71]
  clause source: reference [brief]
statement organ
  name [bestuur]
  clause of: entry: name [Servicepunt71]
statement official
  name [directeur]
  clause of
    entry: name [Servicepunt71]
    entry: name [dienst]
)");
}

TEST_CASE("statements: functions") {
    CHECK(read(R"(functie advies / en "advice" houder de gemeente zelf afgeleid meervoudig
functie ict omvat hosting, applicaties {
  houder college
  volgens Gemeentewet art 160 lid 1 onder d
}
)") == R"(statement function
  name [advies]
  translation: string ["advice"]
  clause holder: entry: name [de gemeente zelf]
  certainty inferred
  clause plural
statement function
  name [ict]
  clause includes
    entry: name [hosting]
    entry: name [applicaties]
  block
    statement holder
      entry: name [college]
    statement according_to
      reference [Gemeentewet art 160 lid 1 onder d]
        reference_part article [art 160]
        reference_part paragraph [lid 1]
        reference_part letter [onder d]
)");
}

TEST_CASE("statements: tasks stand inside tasks") {
    CHECK(read(R"(domein zorg "Zorg" / en "Care" {
  vergt beleid, uitvoering
  van rechtswege beleid bij raad volgens Gemeentewet art 189 lid 1 afgeleid
  taak hulp {
    vergt niet beleid
    taak crisishulp
  }
}
)") == R"(statement domain
  name [zorg]
  string ["Zorg"]
  translation: string ["Care"]
  block
    statement needs
      entry: name [beleid]
      entry: name [uitvoering]
    statement by_law_holder
      entry: name [beleid]
      clause with: entry: name [raad]
      clause according_to: reference [Gemeentewet art 189 lid 1]
        reference_part article [art 189]
        reference_part paragraph [lid 1]
      certainty inferred
    statement task
      name [hulp]
      block
        statement needs_not
          entry: name [beleid]
        statement task
          name [crisishulp]
)");
}

TEST_CASE("statements: in a block `vorm` is the form of a cooperation, outside it declares one") {
    CHECK(read(R"(vorm bedrijfsvoeringsorganisatie {
  soort gemeenschappelijke regeling
  gesloten door college
  met rechtspersoonlijkheid
  organen bestuur
  kan dragen delegatie, mandaat
}
samenwerking dienst {
  vorm gemeenschappelijke regeling, nader niet vermeld
}
)") == R"(statement form
  name [bedrijfsvoeringsorganisatie]
  block
    statement kind_of
      name [gemeenschappelijke regeling]
    statement concluded_by
      entry: name [college]
    statement legal_person
    statement organs
      entry: name [bestuur]
    statement can_carry
      entry: name [delegatie]
      entry: name [mandaat]
statement cooperation
  name [dienst]
  block
    statement form
      entry: name [gemeenschappelijke regeling]
      entry: value further_not_stated
)");
}

TEST_CASE("statements: a cooperation") {
    CHECK(read(R"(samenwerking lv "Gezamenlijke sociale dienst" {
  vorm          niet vermeld  bron voorstel
  deelnemers    college van Leiden, Delft  bron voorstel blz 3
  geldt         vanaf 1 januari 2012 tot en met 31 december 2020
  opzegtermijn  18 maanden tegen 1 januari  afgeleid
  reikwijdte    beleid, uitvoering van werk en inkomen behalve wmo voor Leiden
  status        in onderzoek
  opmerking     "Samenvoeging van drie afdelingen."
}
)") == R"(statement cooperation
  name [lv]
  string ["Gezamenlijke sociale dienst"]
  block
    statement form
      entry: value not_stated
      clause source: reference [voorstel]
    statement participants
      entry: name [college]
      clause of
        entry: name [Leiden]
        entry: name [Delft]
      clause source: reference [voorstel blz 3]
        reference_part page [blz 3]
    statement valid
      clause from: named_date january [1 januari 2012]
      clause through: named_date december [31 december 2020]
    statement notice
      number [18]
      unit months
      clause against: day_of_year january [1 januari]
      certainty inferred
    statement scope
      entry: name [beleid]
      entry: name [uitvoering]
      clause of: entry: name [werk en inkomen]
      clause except_: entry: name [wmo]
      clause for_: entry: name [Leiden]
    statement status
      status_word under_research
    statement remark
      string ["Samenvoeging van drie afdelingen."]
)");
    CHECK(read(R"(regeling r { organen algemeen bestuur, dagelijks bestuur, voorzitter }
overeenkomst o { volgens BW art 7:400 }
)") == R"(statement arrangement
  name [r]
  block
    statement organs
      entry: name [algemeen bestuur]
      entry: name [dagelijks bestuur]
      entry: name [voorzitter]
statement agreement
  name [o]
  block
    statement according_to
      reference [BW art 7:400]
        reference_part article [art 7:400]
)");
}

TEST_CASE("statements: who gives what to whom, with every verb") {
    CHECK(read(R"(delegeert beleid van wmo aan bestuur
mandateert beleid van wmo aan bestuur
verleent volmacht voor inkoop van wmo aan bestuur
verleent machtiging voor ict van wmo aan bestuur
verleent mandaat, volmacht en machtiging voor toegang van wmo aan bestuur
draagt op toegang van wmo aan Leiden
belegt hosting van wmo bij Leiden
laat beleid van wmo bij raad
)") == R"(statement delegates
  entry: name [beleid]
  clause of: entry: name [wmo]
  clause to: entry: name [bestuur]
statement mandates
  entry: name [beleid]
  clause of: entry: name [wmo]
  clause to: entry: name [bestuur]
statement empowers
  entry: name [inkoop]
  clause of: entry: name [wmo]
  clause to: entry: name [bestuur]
statement authorises
  entry: name [ict]
  clause of: entry: name [wmo]
  clause to: entry: name [bestuur]
statement trio
  entry: name [toegang]
  clause of: entry: name [wmo]
  clause to: entry: name [bestuur]
statement entrusts
  entry: name [toegang]
  clause of: entry: name [wmo]
  clause to: entry: name [Leiden]
statement assigns
  entry: name [hosting]
  clause of: entry: name [wmo]
  clause with: entry: name [Leiden]
statement keeps
  entry: name [beleid]
  clause of: entry: name [wmo]
  clause with: entry: name [raad]
)");
}

TEST_CASE("statements: the clauses of a transfer") {
    CHECK(
        read(
            "mandateert uitvoering van bijstand, inburgering aan college van Leiden door dienst voor Delft, Katwijk") ==
        R"(statement mandates
  entry: name [uitvoering]
  clause of
    entry: name [bijstand]
    entry: name [inburgering]
  clause to: entry: name [college]
  clause of: entry: name [Leiden]
  clause by: entry: name [dienst]
  clause for_
    entry: name [Delft]
    entry: name [Katwijk]
)");
    CHECK(read("mandateert uitvoering van wmo aan A behalve voor Leiden behalve beleid van jeugd") ==
          R"(statement mandates
  entry: name [uitvoering]
  clause of: entry: name [wmo]
  clause to: entry: name [A]
  clause except_for: entry: name [Leiden]
  clause except_: entry: name [beleid]
  clause of: entry: name [jeugd]
)");
    CHECK(read("mandateert uitvoering van wmo aan A of B ondermandaat toegestaan") == R"(statement mandates
  entry: name [uitvoering]
  clause of: entry: name [wmo]
  clause to
    entry: name [A]
    alternative or_
    entry: name [B]
  clause submandate
)");
    CHECK(read("mandateert uitvoering van wmo aan A, B gezamenlijk geen ondermandaat te Leiden") ==
          R"(statement mandates
  entry: name [uitvoering]
  clause of: entry: name [wmo]
  clause to
    entry: name [A]
    entry: name [B]
  clause jointly
  clause no_submandate
  clause place: name [Leiden]
)");
    CHECK(read("mandateert uitvoering van wmo aan A voor zover \"het gaat om jongeren\" mits \"er geld is\"") ==
          R"(statement mandates
  entry: name [uitvoering]
  clause of: entry: name [wmo]
  clause to: entry: name [A]
  clause insofar: string ["het gaat om jongeren"]
  clause provided: string ["er geld is"]
)");
    CHECK(read("mandateert uitvoering van wmo aan A voor zover loonwaarde tot 70 %") == R"(statement mandates
  entry: name [uitvoering]
  clause of: entry: name [wmo]
  clause to: entry: name [A]
  clause insofar: name [loonwaarde]
  clause until
    number [70]
    unit percent
)");
    CHECK(read("verleent volmacht voor inkoop van wmo aan A ten hoogste € 25.000") == R"(statement empowers
  entry: name [inkoop]
  clause of: entry: name [wmo]
  clause to: entry: name [A]
  clause at_most: amount [€ 25.000]
)");
    CHECK(read("mandateert uitvoering van wmo aan A vanaf 1 januari 2023 voorlopig tot 2025 bron brief blz 3, nota "
               "status intentie") == R"(statement mandates
  entry: name [uitvoering]
  clause of: entry: name [wmo]
  clause to: entry: name [A]
  clause from: named_date january [1 januari 2023]
  certainty provisional
  clause until: year [2025]
  clause source
    reference [brief blz 3]
      reference_part page [blz 3]
    reference [nota]
  clause status: status_word intent
)");
    CHECK(read("mandateert uitvoering van wmo aan A volgens Awb art 10:3 lid 1, Wgr art 8 bron brief") ==
          R"(statement mandates
  entry: name [uitvoering]
  clause of: entry: name [wmo]
  clause to: entry: name [A]
  clause according_to
    reference [Awb art 10:3 lid 1]
      reference_part article [art 10:3]
      reference_part paragraph [lid 1]
    reference [Wgr art 8]
      reference_part article [art 8]
  clause source: reference [brief]
)");
}

TEST_CASE("statements: a package, and who takes it") {
    CHECK(read(R"(samenwerking dienst {
  pakket plus afnemers Zuiddam vanaf 1 januari 2026 {
    mandateert uitvoering van wmo aan bestuur
  }
}
)") == R"(statement cooperation
  name [dienst]
  block
    statement package
      name [plus]
      clause takers: entry: name [Zuiddam]
      clause from: named_date january [1 januari 2026]
      block
        statement mandates
          entry: name [uitvoering]
          clause of: entry: name [wmo]
          clause to: entry: name [bestuur]
)");
}

TEST_CASE("statements: a variant ends, amends and adds") {
    CHECK(read(R"(variant later "Een jaar later" op basis van straks {
  status in onderzoek bron brief
  beëindigt lv voor Voorschoten per 1 januari 2024 voorlopig
  wijziging dienst per 1 mei 2024 { geldt vanaf 1 mei 2024 }
  samenwerking nieuw { deelnemers Leiden }
  laat ict van wmo bij Voorschoten voor Voorschoten
}
)") == R"(statement variant
  name [later]
  string ["Een jaar later"]
  clause based_on: name [straks]
  block
    statement status
      status_word under_research
      clause source: reference [brief]
    statement ends
      entry: name [lv]
      clause for_: entry: name [Voorschoten]
      clause as_of: named_date january [1 januari 2024]
      certainty provisional
    statement amendment
      name [dienst]
      clause as_of: named_date may_ [1 mei 2024]
      block
        statement valid
          clause from: named_date may_ [1 mei 2024]
    statement cooperation
      name [nieuw]
      block
        statement participants
          entry: name [Leiden]
    statement keeps
      entry: name [ict]
      clause of: entry: name [wmo]
      clause with: entry: name [Voorschoten]
      clause for_: entry: name [Voorschoten]
)");
}

TEST_CASE("statements: an overview") {
    CHECK(read(R"(overzicht bijlage_2 "Overzicht taken" {
  voor Voorschoten
  taken werk en inkomen
  functies beleid, uitvoering
  kolommen huidig, naar_leiden
  peildatum 1 juni 2023
}
)") == R"(statement overview
  name [bijlage_2]
  string ["Overzicht taken"]
  block
    statement for_
      entry: name [Voorschoten]
    statement tasks
      entry: name [werk en inkomen]
    statement functions
      entry: name [beleid]
      entry: name [uitvoering]
    statement columns
      entry: name [huidig]
      entry: name [naar_leiden]
    statement reference_day
      named_date june [1 juni 2023]
)");
}

TEST_CASE("statements: tests, about cells, findings and status") {
    CHECK(read("toets uitvoering van bijstand voor Leiden op 1 juni 2023 in straks bij Leiden") == R"(statement test
  entry: name [uitvoering]
  clause of: entry: name [bijstand]
  clause for_: entry: name [Leiden]
  clause on: named_date june [1 juni 2023]
  clause in: name [straks]
  clause with: entry: name [Leiden]
)");
    CHECK(read("toets verordening van bijstand voor Leiden bevoegd raad van Leiden") == R"(statement test
  entry: name [verordening]
  clause of: entry: name [bijstand]
  clause for_: entry: name [Leiden]
  clause competent: entry: name [raad]
  clause of: entry: name [Leiden]
)");
    CHECK(read(R"(toets uitvoering van bijstand onbelegd
toets uitvoering van bijstand van rechtswege
toets uitvoering van bijstand niet vermeld
toets uitvoering van bijstand voorwaardelijk
toets uitvoering van bijstand deels
toets uitvoering van bijstand tegenstrijdig
)") == R"(statement test
  entry: name [uitvoering]
  clause of: entry: name [bijstand]
  clause unassigned
statement test
  entry: name [uitvoering]
  clause of: entry: name [bijstand]
  clause by_law
statement test
  entry: name [uitvoering]
  clause of: entry: name [bijstand]
  clause not_stated
statement test
  entry: name [uitvoering]
  clause of: entry: name [bijstand]
  clause conditional
statement test
  entry: name [uitvoering]
  clause of: entry: name [bijstand]
  clause partly
statement test
  entry: name [uitvoering]
  clause of: entry: name [bijstand]
  clause contradictory
)");
    CHECK(read(R"(toets uitvoering van bijstand in straks bevinding B01, B12
toets geen bevindingen
toets straks status in onderzoek
)") == R"(statement test
  entry: name [uitvoering]
  clause of: entry: name [bijstand]
  clause in: name [straks]
  clause finding
    entry: name [B01]
    entry: name [B12]
statement test
  clause no_findings
statement test
  entry: name [straks]
  clause status: status_word under_research
)");
}

TEST_CASE("statements: `niet vermeld` and its like stand wherever a value may") {
    CHECK(read(R"(samenwerking dienst {
  vorm onbekend
  deelnemers Leiden, niet uitputtend
  geldt vanaf niet vermeld tot niet openbaar
  opzegtermijn niet vermeld
  reikwijdte niet vermeld
}
)") == R"(statement cooperation
  name [dienst]
  block
    statement form
      entry: value unknown
    statement participants
      entry: name [Leiden]
      entry: value open_list
    statement valid
      clause from: value not_stated
      clause until: value withheld
    statement notice
      value not_stated
    statement scope
      entry: value not_stated
)");
    CHECK(read("mandateert uitvoering van wmo aan niet vermeld mits niet openbaar ten hoogste onbekend bron niet "
               "vermeld") == R"(statement mandates
  entry: name [uitvoering]
  clause of: entry: name [wmo]
  clause to: entry: value not_stated
  clause provided: value withheld
  clause at_most: value unknown
  clause source: value not_stated
)");
}

TEST_CASE("statements: the English words, also in a Dutch file, and Dutch ones in an English file") {
    CHECK(read(R"(language en
use wgr
municipality Leiden tooi gm0546
arrangement service form public body {
  participants council and executive of Leiden, Delft
  applies from 4 April 2021 through 2024
  notice period 18 months against 1 January
  scope execution of care except shelter for Leiden
  grants mandate, power of attorney and authorisation for lorries of care to Leiden or Delft by board of Bureau
}
overview all { columns present, later }
expect execution of care on 2023-06-01 with Bureau
)") == R"(statement language
  name [en]
statement use
  entry: name [wgr]
statement municipality
  name [Leiden]
  clause tooi: name [gm0546]
statement arrangement
  name [service]
  clause form: entry: name [public body]
  block
    statement participants
      entry: name [council and executive]
      clause of
        entry: name [Leiden]
        entry: name [Delft]
    statement valid
      clause from: named_date april [4 April 2021]
      clause through: year [2024]
    statement notice
      number [18]
      unit months
      clause against: day_of_year january [1 January]
    statement scope
      entry: name [execution]
      clause of: entry: name [care]
      clause except_: entry: name [shelter]
      clause for_: entry: name [Leiden]
    statement trio
      entry: name [lorries]
      clause of: entry: name [care]
      clause to
        entry: name [Leiden]
        alternative or_
        entry: name [Delft]
      clause by: entry: name [board]
      clause of: entry: name [Bureau]
statement overview
  name [all]
  block
    statement columns
      entry: name [present]
      entry: name [later]
statement test
  entry: name [execution]
  clause of: entry: name [care]
  clause on: calendar_date [2023-06-01]
  clause with: entry: name [Bureau]
)");
    CHECK(read(R"(municipality Leiden
samenwerking dienst { participants Leiden }
)") == R"(statement municipality
  name [Leiden]
statement cooperation
  name [dienst]
  block
    statement participants
      entry: name [Leiden]
)");
    CHECK(read(R"(language en
mandateert uitvoering van wmo aan A
)") == R"(statement language
  name [en]
statement mandates
  entry: name [uitvoering]
  clause of: entry: name [wmo]
  clause to: entry: name [A]
)");
}
