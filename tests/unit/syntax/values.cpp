#include "unit/syntax/shape.hpp"

#include <doctest/doctest.h>

#include <sstream>
#include <string>

using belegd::shape::read;

namespace {

/// What the tree says of the argument of a clause: the one of `per` and of `ten hoogste`.
std::string argument(const std::string& line, const std::string& clause) {
    const auto tree = read(line);
    const auto at = tree.find("clause " + clause);
    REQUIRE(at != std::string::npos);
    std::istringstream words(tree.substr(at + 7 + clause.size() + 1));
    std::string found;
    for (std::string word; words >> word;) found += (found.empty() ? "" : " ") + word;
    return found;
}
std::string date(const std::string& text) { return argument("variant v { beëindigt lv per " + text + " }", "as_of"); }
std::string limit(const std::string& text) {
    return argument("belegt ict van wmo bij A ten hoogste " + text, "at_most");
}

}  // namespace

TEST_CASE("values: a day in every spelling") {
    CHECK(date("1 januari 2023") == "named_date january [1 januari 2023]");
    CHECK(date("01 Januari 2023") == "named_date january [01 Januari 2023]");
    CHECK(date("1 mrt 2023") == "named_date march [1 mrt 2023]");
    CHECK(date("1 March 2023") == "named_date march [1 March 2023]");
    CHECK(date("31 mei 2023") == "named_date may_ [31 mei 2023]");
    CHECK(date("31 february 2023") == "named_date february [31 february 2023]");  // no day, but written as one
    CHECK(date("1-1-2023") == "calendar_date [1-1-2023]");
    CHECK(date("01-06-2023") == "calendar_date [01-06-2023]");
    CHECK(date("1/6/2023") == "calendar_date [1/6/2023]");
    CHECK(date("1\u20136\u20132023") == "calendar_date [1\u20136\u20132023]");
    CHECK(date("1\u20116\u20112023") == "calendar_date [1\u20116\u20112023]");
    CHECK(date("2023-01-01") == "calendar_date [2023-01-01]");
    CHECK(date("2023-1-1") == "calendar_date [2023-1-1]");
}

TEST_CASE("values: a period that is no day") {
    CHECK(date("Q3 2022") == "quarter [Q3 2022]");
    CHECK(date("k4 2022") == "quarter [k4 2022]");
    CHECK(date("mei 2021") == "month_of_year may_ [mei 2021]");
    CHECK(date("2024") == "year [2024]");
    CHECK(date("begin 2020") == "season beginning [begin 2020]");
    CHECK(date("early 2020") == "season beginning [early 2020]");
    CHECK(date("voorjaar 2020") == "season spring [voorjaar 2020]");
    CHECK(date("medio 2022") == "season middle [medio 2022]");
    CHECK(date("najaar 2022") == "season autumn [najaar 2022]");
    CHECK(date("eind 2021") == "season end [eind 2021]");
    CHECK(date("niet vermeld") == "value not_stated");
}

TEST_CASE("values: amounts and numbers") {
    CHECK(limit("€ 1.053.773,-") == "amount [€ 1.053.773,-]");
    CHECK(limit("€25.000,50") == "amount [€25.000,50]");
    CHECK(limit("EUR 758,825.50") == "amount [EUR 758,825.50]");
    CHECK(limit("eur 5") == "amount [eur 5]");
    CHECK(limit("70 %") == "number [70] unit percent");
    CHECK(limit("70%") == "number [70] unit percent");
    CHECK(limit("2,5 procent") == "number [2,5] unit percent");
    CHECK(limit("64.000") == "number [64.000]");
    CHECK(limit("onbekend") == "value unknown");
    CHECK(read("samenwerking lv { opzegtermijn 18 maanden tegen 1 januari }") == R"(statement cooperation
  name [lv]
  block
    statement notice
      number [18]
      unit months
      clause against: day_of_year january [1 januari]
)");
}

TEST_CASE("values: a period before a comma binds the name before it, after the last name the whole list") {
    CHECK(read("samenwerking lv { deelnemers Leiden tot 1 januari 2024, Delft, Katwijk }") == R"(statement cooperation
  name [lv]
  block
    statement participants
      entry
        name [Leiden]
        clause until: named_date january [1 januari 2024]
      entry: name [Delft]
      entry: name [Katwijk]
)");
    CHECK(read("samenwerking lv { deelnemers Leiden, Delft, Katwijk vanaf 2022 }") == R"(statement cooperation
  name [lv]
  block
    statement participants
      entry: name [Leiden]
      entry: name [Delft]
      entry: name [Katwijk]
      clause from: year [2022]
)");
    CHECK(read("samenwerking lv { deelnemers Leiden vanaf 2020 tot 2022, Delft vanaf 2022 }") ==
          R"(statement cooperation
  name [lv]
  block
    statement participants
      entry
        name [Leiden]
        clause from: year [2020]
        clause until: year [2022]
      entry: name [Delft]
      clause from: year [2022]
)");
    CHECK(read("samenwerking lv { deelnemers college van Leiden tot 1 januari 2024, Delft }") ==
          R"(statement cooperation
  name [lv]
  block
    statement participants
      entry: name [college]
      clause of
        entry
          name [Leiden]
          clause until: named_date january [1 januari 2024]
        entry: name [Delft]
)");
}

TEST_CASE("values: names as people write them") {
    CHECK(read("gemeente 's-Hertogenbosch") == R"(statement municipality
  name ['s-Hertogenbosch]
)");
    CHECK(read("gemeente ’s-Gravenhage") == R"(statement municipality
  name [’s-Gravenhage]
)");
    CHECK(read("gemeente Súdwest-Fryslân") == R"(statement municipality
  name [Súdwest-Fryslân]
)");
    CHECK(read("organisatie leiden_wi") == R"(statement organisation
  name [leiden_wi]
)");
    CHECK(read("taak regie en sturing") == R"(statement task
  name [regie en sturing]
)");
    CHECK(read("organisatie Vanaf-nu") == R"(statement organisation
  name [Vanaf-nu]
)");
    CHECK(read("organisatie \"Werk & Inkomen, Jeugd (nieuw)\"") == R"--(statement organisation
  string ["Werk & Inkomen, Jeugd (nieuw)"]
)--");
}

TEST_CASE("values: protected names are one name, whatever words they hold") {
    CHECK(
        read("samenwerking lv { deelnemers Nuenen, Gerwen en Nederwetten, Laren (NH.), wijk BIJ duurstede vanaf 2020 }",
             {"Wijk bij Duurstede", "Nuenen, Gerwen en Nederwetten", "Laren (NH.)"}) == R"(statement cooperation
  name [lv]
  block
    statement participants
      entry: name [Nuenen, Gerwen en Nederwetten]
      entry: name [Laren (NH.)]
      entry: name [wijk BIJ duurstede]
      clause from: year [2020]
)");
    CHECK(read("mandateert uitvoering van wmo aan college van Wijk bij Duurstede voor Wijk bij Duurstede, Leiden",
               {"Wijk bij Duurstede"}) == R"(statement mandates
  entry: name [uitvoering]
  clause of: entry: name [wmo]
  clause to: entry: name [college]
  clause of: entry: name [Wijk bij Duurstede]
  clause for_
    entry: name [Wijk bij Duurstede]
    entry: name [Leiden]
)");
}

TEST_CASE("values: quotation marks of keyboards and of word processors") {
    CHECK(read("bron a \"Nota\" kenmerk “Z/1”") == R"(statement source
  name [a]
  string ["Nota"]
  clause reference: string [“Z/1”]
)");
    CHECK(read("bron a „Nota” kenmerk «Z/1»") == R"(statement source
  name [a]
  string [„Nota”]
  clause reference: string [«Z/1»]
)");
    CHECK(read("bron a \"een 'enkel' teken ’s avonds\"") == R"(statement source
  name [a]
  string ["een 'enkel' teken ’s avonds"]
)");
}

TEST_CASE("values: a name in quotation marks, then the title") {
    CHECK(read("organisatie \"Wijk, buurt\" \"De wijk\"") == R"(statement organisation
  string ["Wijk, buurt"]
  string ["De wijk"]
)");
    CHECK(read("functie ict / en \"ICT\"") == R"(statement function
  name [ict]
  translation: string ["ICT"]
)");
    CHECK(read("taak hulp \"Hulp\" / en \"Help\"") == R"(statement task
  name [hulp]
  string ["Hulp"]
  translation: string ["Help"]
)");
}

TEST_CASE("values: places in laws and documents") {
    CHECK(read("mandateert inkoop van wmo aan A volgens Pw art 7 lid 1 onder b") == R"(statement mandates
  entry: name [inkoop]
  clause of: entry: name [wmo]
  clause to: entry: name [A]
  clause according_to: reference [Pw art 7 lid 1 onder b]
    reference_part article [art 7]
    reference_part paragraph [lid 1]
    reference_part letter [onder b]
)");
    CHECK(read("mandateert inkoop van wmo aan A volgens Awb art 10:3 lid 1 t/m 4, Awb titel 10.1.1, Pw par 4.1") ==
          R"(statement mandates
  entry: name [inkoop]
  clause of: entry: name [wmo]
  clause to: entry: name [A]
  clause according_to
    reference [Awb art 10:3 lid 1 t/m 4]
      reference_part article [art 10:3]
      reference_part paragraph [lid 1 t/m 4]
    reference [Awb titel 10.1.1]
      reference_part heading [titel 10.1.1]
    reference [Pw par 4.1]
      reference_part section [par 4.1]
)");
    CHECK(read("mandateert inkoop van wmo aan A volgens Wi 2013 artikel 13a") == R"(statement mandates
  entry: name [inkoop]
  clause of: entry: name [wmo]
  clause to: entry: name [A]
  clause according_to: reference [Wi 2013 artikel 13a]
    reference_part article [artikel 13a]
)");
    CHECK(read("mandateert inkoop van wmo aan A bron brief blz 3, nota bijlage I, \"Nota 2020\" pagina 4") ==
          R"(statement mandates
  entry: name [inkoop]
  clause of: entry: name [wmo]
  clause to: entry: name [A]
  clause source
    reference [brief blz 3]
      reference_part page [blz 3]
    reference [nota bijlage I]
      reference_part annex [bijlage I]
    reference ["Nota 2020" pagina 4]
      string ["Nota 2020"]
      reference_part page [pagina 4]
)");
}

TEST_CASE("values: how sure one is") {
    CHECK(read("samenwerking lv { geldt vanaf 2020 voorlopig tot 2024 onzeker }") == R"(statement cooperation
  name [lv]
  block
    statement valid
      clause from: year [2020]
      certainty provisional
      clause until: year [2024]
      certainty uncertain
)");
}
