#include "unit/syntax/shape.hpp"

#include <doctest/doctest.h>

using belegd::shape::read;

TEST_CASE("lines: a statement goes on after a comma, over comments and empty lines") {
    CHECK(read(R"(draagt op uitvoering van bijstand,
  inburgering,   # en verder

  # nog een
  wmo aan Leiden
)") == R"(statement entrusts
  entry: name [uitvoering]
  clause of
    entry: name [bijstand]
    entry: name [inburgering]
    entry: name [wmo]
  clause to: entry: name [Leiden]
)");
    CHECK(read(R"(samenwerking lv {
  deelnemers Leiden,
    Delft
  vorm niet vermeld
}
)") == R"(statement cooperation
  name [lv]
  block
    statement participants
      entry: name [Leiden]
      entry: name [Delft]
    statement form
      entry: value not_stated
)");
    CHECK(read(R"(toets uitvoering van wmo bevinding B01,
  B02
)") == R"(statement test
  entry: name [uitvoering]
  clause of: entry: name [wmo]
  clause finding
    entry: name [B01]
    entry: name [B02]
)");
}

TEST_CASE("lines: a line that begins with a joining word goes on with the line before") {
    CHECK(read(R"(draagt op uitvoering
  van bijstand
  aan Leiden
  door college
  voor Delft
  behalve wmo
  behalve voor Katwijk
  vanaf 2020
  tot 2024
  ten hoogste € 5
)") == R"(statement entrusts
  entry: name [uitvoering]
  clause of: entry: name [bijstand]
  clause to: entry: name [Leiden]
  clause by: entry: name [college]
  clause for_: entry: name [Delft]
  clause except_: entry: name [wmo]
  clause except_for: entry: name [Katwijk]
  clause from: year [2020]
  clause until: year [2024]
  clause at_most: amount [€ 5]
)");
    CHECK(read(R"(mandateert uitvoering van wmo aan A
  voor zover "het deel"
  mits "de voorwaarde"
  ondermandaat toegestaan
)") == R"(statement mandates
  entry: name [uitvoering]
  clause of: entry: name [wmo]
  clause to: entry: name [A]
  clause insofar: string ["het deel"]
  clause provided: string ["de voorwaarde"]
  clause submandate
)");
    CHECK(read(R"(draagt op uitvoering van wmo   # commentaar

  # nog meer commentaar
  aan Leiden
)") == R"(statement entrusts
  entry: name [uitvoering]
  clause of: entry: name [wmo]
  clause to: entry: name [Leiden]
)");
}

TEST_CASE("lines: `bron`, `status` and `geldt` never join: on a line of their own they belong to the block") {
    CHECK(read(R"(samenwerking lv {
  mandateert uitvoering van wmo aan A
  bron brief
  status intentie
  geldt vanaf 2020
}
)") == R"(statement cooperation
  name [lv]
  block
    statement mandates
      entry: name [uitvoering]
      clause of: entry: name [wmo]
      clause to: entry: name [A]
    statement source
      reference [brief]
    statement status
      status_word intent
    statement valid
      clause from: year [2020]
)");
}

TEST_CASE("lines: a word that begins a clause of the enclosing block does not join") {
    CHECK(read(R"(overzicht alles {
  taken wmo
  voor Leiden
}
)") == R"(statement overview
  name [alles]
  block
    statement tasks
      entry: name [wmo]
    statement for_
      entry: name [Leiden]
)");
    CHECK(read(R"(domein zorg {
  vergt beleid
  van rechtswege beleid bij raad
}
)") == R"(statement domain
  name [zorg]
  block
    statement needs
      entry: name [beleid]
    statement by_law_holder
      entry: name [beleid]
      clause with: entry: name [raad]
)");
}

TEST_CASE("lines: unless the statement before takes it itself") {
    CHECK(read(R"(overzicht alles {
  taken wmo
}
toets uitvoering van wmo
  voor Leiden
  bij Delft
)") == R"(statement overview
  name [alles]
  block
    statement tasks
      entry: name [wmo]
statement test
  entry: name [uitvoering]
  clause of: entry: name [wmo]
  clause for_: entry: name [Leiden]
  clause with: entry: name [Delft]
)");
    CHECK(read(R"(samenwerking lv {
  reikwijdte wmo
    voor Leiden
  laat beleid van wmo
    bij raad
}
)") == R"(statement cooperation
  name [lv]
  block
    statement scope
      entry: name [wmo]
      clause for_: entry: name [Leiden]
    statement keeps
      entry: name [beleid]
      clause of: entry: name [wmo]
      clause with: entry: name [raad]
)");
}

TEST_CASE("lines: the indentation says nothing") {
    CHECK(read(R"(samenwerking lv {
deelnemers Leiden
      mandateert uitvoering
van wmo
            aan Delft
  }
)") == R"(statement cooperation
  name [lv]
  block
    statement participants
      entry: name [Leiden]
    statement mandates
      entry: name [uitvoering]
      clause of: entry: name [wmo]
      clause to: entry: name [Delft]
)");
}

TEST_CASE("lines: the brace may stand on the next line, and a block on one line") {
    CHECK(read(R"(samenwerking lv
{
  deelnemers Leiden
}
)") == R"(statement cooperation
  name [lv]
  block
    statement participants
      entry: name [Leiden]
)");
    CHECK(read(R"(samenwerking lv "Dienst"   # een
# twee

{ # drie
  deelnemers Leiden # vier
} # vijf
)") == R"(statement cooperation
  name [lv]
  string ["Dienst"]
  block
    statement participants
      entry: name [Leiden]
)");
    CHECK(read("samenwerking lv { deelnemers Leiden } gemeente Delft") == R"(statement cooperation
  name [lv]
  block
    statement participants
      entry: name [Leiden]
statement municipality
  name [Delft]
)");
    CHECK(read("samenwerking lv { }") == R"(statement cooperation
  name [lv]
  block
)");
}

TEST_CASE("lines: comments may stand anywhere") {
    CHECK(read(R"(# voor
gemeente Leiden # achter
  # tussen
gemeente Delft# zonder blank
)") == R"(statement municipality
  name [Leiden]
statement municipality
  name [Delft]
)");
    CHECK(read(R"(samenwerking lv { # na de accolade
  # alleen
} # na het einde
)") == R"(statement cooperation
  name [lv]
  block
)");
    CHECK(read("bron nota \"Nota # 5\" # een teken tussen aanhalingstekens is geen commentaar") == R"(statement source
  name [nota]
  string ["Nota # 5"]
)");
}

TEST_CASE("lines: line ends of every system, a byte order mark, no line end at all") {
    CHECK(read("gemeente Leiden\r\ngemeente Delft\r\n\n") == R"(statement municipality
  name [Leiden]
statement municipality
  name [Delft]
)");
    CHECK(read("draagt op uitvoering\r\n  van wmo\r\n\r\n  aan Leiden # c\r\ngemeente Delft\n") == R"(statement entrusts
  entry: name [uitvoering]
  clause of: entry: name [wmo]
  clause to: entry: name [Leiden]
statement municipality
  name [Delft]
)");
    CHECK(read(R"(

  gemeente Leiden  
)") == R"(statement municipality
  name [Leiden]
)");
    CHECK(read("gemeente Leiden	 tooi	gm0546") == R"(statement municipality
  name [Leiden]
  clause tooi: name [gm0546]
)");
}

TEST_CASE("lines: an empty text is an empty document") {
    CHECK(read("") == "");
    CHECK(read("# alleen commentaar") == "");
}
