#include "unit/syntax/shape.hpp"

#include <doctest/doctest.h>

using belegd::shape::misread;

TEST_CASE("recovery: a line that begins with no known word") {
    CHECK(misread(R"(gemente Leiden
gemeente Delft
)") == R"(L02 1:1
broken [gemente Leiden]
statement municipality
  name [Delft]
)");
    CHECK(misread(R"(xxx "y" {
  gemeente Delft
}
gemeente Katwijk
)") == R"(L02 1:1
broken
  block
    statement municipality
      name [Delft]
statement municipality
  name [Katwijk]
)");
    CHECK(misread(R"(samenwerking lv {
  vrom niet vermeld
  deelnemers Leiden
}
gemeente Delft
)") == R"(L02 2:3
statement cooperation
  name [lv]
  block
    broken [vrom niet vermeld]
    statement participants
      entry: name [Leiden]
statement municipality
  name [Delft]
)");
    CHECK(misread(R"(samenwerking lv { { deelnemers Leiden } }
gemeente Delft
)") == R"(L07 1:19
statement cooperation
  name [lv]
  block
    broken
      block
        statement participants
          entry: name [Leiden]
statement municipality
  name [Delft]
)");
}

TEST_CASE("recovery: an argument is missing") {
    CHECK(misread(R"(gemeente
gemeente Delft
)") == R"(L03 1:9
statement municipality
statement municipality
  name [Delft]
)");
    CHECK(misread(R"(mandateert uitvoering van wmo aan
gemeente Delft
)") == R"(L03 1:34
statement mandates
  entry: name [uitvoering]
  clause of: entry: name [wmo]
  clause to
statement municipality
  name [Delft]
)");
    CHECK(misread(R"(mandateert uitvoering van wmo aan bron brief
gemeente Delft
)") == R"(L03 1:35
statement mandates
  entry: name [uitvoering]
  clause of: entry: name [wmo]
  clause to
  clause source: reference [brief]
statement municipality
  name [Delft]
)");
    CHECK(misread(R"(mandateert uitvoering van wmo, , jeugd aan A
gemeente Delft
)") == R"(L03 1:32
statement mandates
  entry: name [uitvoering]
  clause of
    entry: name [wmo]
    entry: name [jeugd]
  clause to: entry: name [A]
statement municipality
  name [Delft]
)");
    CHECK(misread(R"(gemeente Leiden tooi
gemeente Delft
)") == R"(L03 1:21
statement municipality
  name [Leiden]
  clause tooi
statement municipality
  name [Delft]
)");
}

TEST_CASE("recovery: something else than the argument") {
    CHECK(misread(R"(samenwerking lv {
  opzegtermijn lang
  status misschien
  geldt vanaf januari tot 2024
  deelnemers Leiden
}
gemeente Delft
)") == R"(L03 2:16
L03 3:10
L03 4:15
statement cooperation
  name [lv]
  block
    statement notice
      broken [lang]
    statement status
      broken [misschien]
    statement valid
      clause from: broken [januari]
      clause until: year [2024]
    statement participants
      entry: name [Leiden]
statement municipality
  name [Delft]
)");
    CHECK(misread(R"(mandateert uitvoering van wmo aan A vanaf morgen bron brief
gemeente Delft
)") == R"(L03 1:43
statement mandates
  entry: name [uitvoering]
  clause of: entry: name [wmo]
  clause to: entry: name [A]
  clause from: broken [morgen]
  clause source: reference [brief]
statement municipality
  name [Delft]
)");
    CHECK(misread(R"(samenwerking lv { geldt vanaf 1 janauri 2023 tot 32-13-20233 }
gemeente Delft
)") == R"(L03 1:31
L03 1:50
statement cooperation
  name [lv]
  block
    statement valid
      clause from: broken [1 janauri 2023]
      clause until: broken [32-13-20233]
statement municipality
  name [Delft]
)");
}

TEST_CASE("recovery: something is left at the end of the line") {
    CHECK(misread(R"(gemeente Leiden: tooi gm0546
gemeente Delft
)") == R"(L04 1:16
statement municipality
  name [Leiden]
statement municipality
  name [Delft]
)");
    CHECK(misread(R"(samenwerking lv { deelnemers Leiden; Delft
  vorm onbekend
}
gemeente Delft
)") == R"(L04 1:36
statement cooperation
  name [lv]
  block
    statement participants
      entry: name [Leiden]
    statement form
      entry: value unknown
statement municipality
  name [Delft]
)");
    CHECK(misread(R"(gemeente Leiden, Delft
gemeente Delft
)") == R"(L04 1:16
statement municipality
  name [Leiden]
statement municipality
  name [Delft]
)");
    CHECK(misread(R"(gemeente "A" "B" "C"
gemeente Delft
)") == R"(L04 1:18
statement municipality
  string ["A"]
  string ["B"]
statement municipality
  name [Delft]
)");
}

TEST_CASE("recovery: a quotation mark is not closed: only its line suffers") {
    CHECK(misread(R"(gemeente "Leiden
gemeente Delft
)") == R"(L06 1:17
statement municipality
  string ["Leiden]
statement municipality
  name [Delft]
)");
    CHECK(misread(R"(samenwerking lv {
  opmerking "zo
  deelnemers Leiden
}
)") == R"(L06 2:16
statement cooperation
  name [lv]
  block
    statement remark
      string ["zo]
    statement participants
      entry: name [Leiden]
)");
}

TEST_CASE("recovery: a brace is not closed: a declaration that cannot stand in the block ends it") {
    CHECK(misread(R"(samenwerking lv {
  deelnemers Leiden

gemeente Delft
)") == R"(L07 1:1
statement cooperation
  name [lv]
  block
    statement participants
      entry: name [Leiden]
statement municipality
  name [Delft]
)");
    CHECK(misread(R"(variant v {
  samenwerking lv {
    deelnemers Leiden
overzicht o { taken wmo }
)") == R"(L07 1:1
L07 2:3
statement variant
  name [v]
  block
    statement cooperation
      name [lv]
      block
        statement participants
          entry: name [Leiden]
statement overview
  name [o]
  block
    statement tasks
      entry: name [wmo]
)");
    CHECK(misread(R"(samenwerking lv {
  deelnemers Leiden
)") == R"(L07 1:1
statement cooperation
  name [lv]
  block
    statement participants
      entry: name [Leiden]
)");
}

TEST_CASE("recovery: a brace too many") {
    CHECK(misread(R"(}
gemeente Delft
)") == R"(L07 1:1
statement municipality
  name [Delft]
)");
    CHECK(misread(R"(samenwerking lv { deelnemers Leiden } }
gemeente Delft
)") == R"(L07 1:39
statement cooperation
  name [lv]
  block
    statement participants
      entry: name [Leiden]
statement municipality
  name [Delft]
)");
}

TEST_CASE("recovery: several mistakes in one text") {
    CHECK(misread(R"(samenwerking lv {
  vrom onbekend
  geldt vanaf morgen
  deelnemers Leiden
}
gemente Delft
gemeente "Katwijk
gemeente Leiden
)") == R"(L02 2:3
L03 3:15
L02 6:1
L06 7:18
statement cooperation
  name [lv]
  block
    broken [vrom onbekend]
    statement valid
      clause from: broken [morgen]
    statement participants
      entry: name [Leiden]
broken [gemente Delft]
statement municipality
  string ["Katwijk]
statement municipality
  name [Leiden]
)");
}
