#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "graph/coverage.hpp"
#include "property/compare.hpp"
#include "property/naive.hpp"
#include "property/sketch.hpp"

// Small models with the answers written down by hand; both the engine and the naive reference must give them.
namespace belegd {
namespace {

using naive::Sketch;
using Lines = std::vector<std::string>;
using Together = model::Transfer::Together;
using enum model::TransferKind;
using graph::Mode;

/// One line for each run, each interruption and each variant with statements that have effect nowhere.
Lines told(const model::Model& model, const std::vector<naive::VariantCoverage>& variants) {
    Lines lines;
    for (const auto& one : variants) {
        for (const auto& run : one.runs) lines.push_back(spelled(model, one.variant, run));
        for (const auto& gap : one.gaps) lines.push_back(spelled(model, one.variant, gap));
        std::string idle;
        for (std::size_t i = 0; i < one.used.size(); ++i)
            if (!one.used[i]) idle += " " + model.transfers[i].id;
        const auto in = one.variant.valid() ? model[one.variant].name + ": " : std::string();
        if (!idle.empty()) lines.push_back(fmt::format("{}without effect:{}", in, idle));
    }
    return lines;
}

void check(const Lines& found, const Lines& expected) {
    CHECK(found.size() == expected.size());
    for (std::size_t i = 0; i < std::min(found.size(), expected.size()); ++i) CHECK(found[i] == expected[i]);
}

void expect(const Sketch& sketch, const Lines& lines, Mode mode = Mode::planned) {
    const auto model = sketch.model();
    check(told(model, naive::coverage(model, mode).variants), lines);
    check(told(model, naive::expanded(model, graph::coverage(model, mode))), lines);
}

/// Oost and West help; by law their college does so.
Sketch help() {
    Sketch sketch;
    sketch.municipalities("Oost, West").organisation("Bureau", "bestuur").organisation("Werf", "bestuur");
    sketch.function({.name = "zorg", .holder = "college"}).task({.name = "hulp", .needs = "zorg"});
    return sketch;
}

const std::string kOost = "zorg of hulp for Oost from ", kWest = "zorg of hulp for West from ";
const std::string kAlways = "2000-01-01 on, ";  // where no day is said
const std::string kWestByLaw = "by law: West/college holds, West/college performs";
const std::string kOostByLaw = "by law: Oost/college holds, Oost/college performs";
const std::string kOostOpen = "unassigned: Oost/college holds, nobody performs";
const std::string kWestOpen = "unassigned: West/college holds, nobody performs";

}  // namespace

TEST_CASE("A mandate moves the performer and not the holder; who receives it does not take part for himself") {
    auto sketch = help();
    sketch.cooperation({.name = "verband", .participants = "Oost", .scope = "hulp"});
    sketch.transfer("verband/1", mandates, "zorg of hulp", "West/college");
    expect(sketch, {kOost + kAlways +
                        "assigned: Oost/college holds, West/college performs; "
                        "Oost/college mandates West/college (verband/1)",
                    kWest + kAlways + kWestByLaw});
}

TEST_CASE("A participant to whom the others mandate keeps its own by the same sentence") {
    auto sketch = help();
    sketch.cooperation({.name = "verband", .participants = "Oost, West", .scope = "hulp"});
    sketch.transfer("verband/1", mandates, "zorg of hulp", "West");
    expect(sketch,
           {kOost + kAlways + "assigned: Oost/college holds, West performs; Oost/college mandates West (verband/1)",
            kWest + kAlways +
                "assigned: West/college holds, West/college performs; "
                "West/college keeps West/college (verband/1)"});
}

TEST_CASE("The board that received the power mandates its director; who delegated has nothing left to mandate") {
    auto sketch = help();
    sketch.cooperation({.name = "dienst", .participants = "Oost", .organs = "bestuur, directeur", .scope = "hulp"});
    sketch.transfer("dienst/1", delegates, "zorg of hulp", "dienst/bestuur");
    sketch.transfer("dienst/2", mandates, "zorg of hulp", "dienst/directeur", {.giver = "dienst/bestuur"});
    sketch.transfer("dienst/3", mandates, "zorg of hulp", "dienst/directeur");
    expect(sketch, {kOost + kAlways +
                        "assigned: dienst/bestuur holds, dienst/directeur performs; "
                        "Oost/college delegates dienst/bestuur (dienst/1); "
                        "dienst/bestuur mandates dienst/directeur (dienst/2)",
                    kWest + kAlways + kWestByLaw, "without effect: dienst/3"});
}

TEST_CASE("To leave it with the organ that has it closes the cell; to leave it with another closes nothing") {
    Sketch sketch;
    sketch.municipalities("Oost");
    sketch.function({.name = "zorg", .holder = "college"}).function({.name = "beleid", .holder = "raad"});
    sketch.task({.name = "hulp", .needs = "zorg, beleid"});
    sketch.cooperation({.name = "verband", .participants = "Oost", .scope = "hulp"});
    sketch.transfer("verband/1", keeps, "zorg, beleid of hulp", "*/raad");
    expect(sketch, {kOost + kAlways + kOostOpen, "beleid of hulp for Oost from " + kAlways +
                                                     "assigned: Oost/raad holds, Oost/raad performs; "
                                                     "Oost/raad keeps Oost/raad (verband/1)"});
}

TEST_CASE("A participant who is excepted from the transfer is still in scope") {
    auto sketch = help();
    sketch.cooperation({.name = "verband", .participants = "Oost, West", .scope = "hulp"});
    sketch.transfer("verband/1", mandates, "zorg of hulp", "Bureau/bestuur", {.except_for = "West"});
    expect(sketch, {kOost + kAlways +
                        "assigned: Oost/college holds, Bureau/bestuur performs; "
                        "Oost/college mandates Bureau/bestuur (verband/1)",
                    kWest + kAlways + kWestOpen});
}

TEST_CASE("A package binds who takes it, from the day he takes it") {
    auto sketch = help();
    sketch.cooperation({.name = "verband", .participants = "Oost, West", .scope = "hulp", .from = "2024-01-01"});
    sketch.taken({.cooperation = "verband", .name = "plus", .taker = "Oost", .from = "2024-01-11"});
    sketch.transfer("verband/1", assigns, "zorg of hulp", "Bureau", {.package = "plus"});
    expect(sketch, {kOost + "2024-01-01 to 2024-01-10, " + kOostByLaw,
                    kOost + "2024-01-11 on, assigned: Oost/college holds, Bureau performs; "
                            "Oost/college assigns Bureau (verband/1)",
                    kWest + "2024-01-01 on, " + kWestByLaw});
}

TEST_CASE("One cooperation ends a day before the next begins: that day is an interruption") {
    auto sketch = help();
    sketch.cooperation(
        {.name = "oud", .participants = "Oost", .scope = "hulp", .from = "2024-01-01", .until = "2024-01-15"});
    sketch.cooperation({.name = "nieuw", .participants = "Oost", .scope = "hulp", .from = "2024-01-16"});
    sketch.transfer("oud/1", mandates, "zorg of hulp", "Bureau/bestuur");
    sketch.transfer("nieuw/1", mandates, "zorg of hulp", "Werf/bestuur");
    expect(sketch, {kOost + "2024-01-01 to 2024-01-14, assigned: Oost/college holds, Bureau/bestuur performs; "
                            "Oost/college mandates Bureau/bestuur (oud/1)",
                    kOost + "2024-01-15 to 2024-01-15, " + kOostByLaw,
                    kOost + "2024-01-16 on, assigned: Oost/college holds, Werf/bestuur performs; "
                            "Oost/college mandates Werf/bestuur (nieuw/1)",
                    kWest + "2024-01-01 on, " + kWestByLaw, kOost + "2024-01-15 to 2024-01-15, interrupted"});
}

TEST_CASE("Days on which nobody holds by law break an interruption") {
    Sketch sketch;
    sketch.municipalities("Oost").statute("Oude wet", "", "2024-01-11").statute("Nieuwe wet", "2024-01-16", "");
    sketch.function({.name = "zorg"}).task({.name = "hulp", .needs = "zorg"});
    sketch.law({.task = "hulp", .functions = "zorg", .organ = "college", .statute = "Oude wet"});
    sketch.law({.task = "hulp", .functions = "zorg", .organ = "college", .statute = "Nieuwe wet"});
    sketch.cooperation({.name = "verband", .participants = "Oost", .scope = "hulp", .from = "2024-01-01"});
    sketch.transfer("verband/1", keeps, "zorg of hulp", "*", {.until = "2024-01-06"});
    sketch.transfer("verband/2", keeps, "zorg of hulp", "*", {.from = "2024-01-21"});
    const std::string kept = "assigned: Oost/college holds, Oost/college performs; Oost/college keeps Oost/college ";
    expect(
        sketch,
        {kOost + "2024-01-01 to 2024-01-05, " + kept + "(verband/1)", kOost + "2024-01-06 to 2024-01-10, " + kOostOpen,
         kOost + "2024-01-11 to 2024-01-15, no owner: nobody holds, nobody performs",
         kOost + "2024-01-16 to 2024-01-20, " + kOostOpen, kOost + "2024-01-21 on, " + kept + "(verband/2)"});
}

TEST_CASE("One cooperation ends a day after the next begins: that day there are two, and the holder is clear") {
    auto sketch = help();
    sketch.cooperation(
        {.name = "oud", .participants = "Oost", .scope = "hulp", .from = "2024-01-01", .until = "2024-01-16"});
    sketch.cooperation({.name = "nieuw", .participants = "Oost", .scope = "hulp", .from = "2024-01-15"});
    sketch.transfer("oud/1", mandates, "zorg of hulp", "Werf/bestuur");
    sketch.transfer("nieuw/1", mandates, "zorg of hulp", "Bureau/bestuur");
    expect(sketch, {kOost + "2024-01-01 to 2024-01-14, assigned: Oost/college holds, Werf/bestuur performs; "
                            "Oost/college mandates Werf/bestuur (oud/1)",
                    kOost + "2024-01-15 to 2024-01-15, doubly assigned: Oost/college holds, "
                            "Bureau/bestuur + Werf/bestuur performs; Oost/college mandates Werf/bestuur (oud/1); "
                            "Oost/college mandates Bureau/bestuur (nieuw/1)",
                    kOost + "2024-01-16 on, assigned: Oost/college holds, Bureau/bestuur performs; "
                            "Oost/college mandates Bureau/bestuur (nieuw/1)",
                    kWest + "2024-01-01 on, " + kWestByLaw});
}

TEST_CASE("Two who mandate each other go round: nobody performs") {
    auto sketch = help();
    sketch.cooperation({.name = "verband", .participants = "Oost", .scope = "hulp"});
    sketch.transfer("verband/1", mandates, "zorg of hulp", "Bureau/bestuur");
    sketch.transfer("los/1", mandates, "zorg of hulp", "Werf/bestuur", {.giver = "Bureau/bestuur"});
    sketch.transfer("los/2", mandates, "zorg of hulp", "Bureau/bestuur", {.giver = "Werf/bestuur"});
    expect(sketch, {kOost + kAlways +
                        "cycle: Oost/college holds, nobody performs; "
                        "Oost/college mandates Bureau/bestuur (verband/1); "
                        "Bureau/bestuur mandates Werf/bestuur (los/1); "
                        "Werf/bestuur mandates Bureau/bestuur (los/2)",
                    kWest + kAlways + kWestByLaw});
}

TEST_CASE("What is under research counts in the variant one asks for, not in the present, and never for certain") {
    auto sketch = help();
    sketch.variant({.name = "plan", .status = model::Status::under_research});
    sketch.cooperation({.name = "verband", .participants = "Oost", .scope = "hulp"});
    sketch.transfer("verband/1", mandates, "zorg of hulp", "Werf/bestuur", {.status = model::Status::under_research});
    sketch.transfer("verband/2", mandates, "zorg of hulp", "Bureau/bestuur", {.variant = "plan"});
    expect(sketch, {kOost + kAlways + kOostOpen, kWest + kAlways + kWestByLaw, "without effect: verband/1 verband/2",
                    "plan: " + kOost + kAlways +
                        "assigned: Oost/college holds, Bureau/bestuur performs; "
                        "Oost/college mandates Bureau/bestuur (verband/2)",
                    "plan: " + kWest + kAlways + kWestByLaw, "plan: without effect: verband/1"});
    expect(sketch,
           {kOost + kAlways + kOostOpen, kWest + kAlways + kWestByLaw, "without effect: verband/1 verband/2",
            "plan: " + kOost + kAlways + kOostOpen, "plan: " + kWest + kAlways + kWestByLaw,
            "plan: without effect: verband/1 verband/2"},
           Mode::certain);
}

TEST_CASE("A variant ends the cooperation for one participant; the next variant does so a year later instead") {
    auto sketch = help();
    sketch.variant({.name = "weg"}).variant({.name = "later", .based_on = "weg"});
    sketch.cooperation({.name = "verband", .participants = "Oost, West", .scope = "hulp", .from = "2023-12-31"});
    sketch.transfer("verband/1", mandates, "zorg of hulp", "Bureau/bestuur");
    sketch.ending({.variant = "weg", .cooperation = "verband", .per = "2024-01-01", .parties = "Oost"});
    sketch.ending({.variant = "later", .cooperation = "verband", .per = "2025-01-01", .parties = "Oost"});
    const std::string oost =
        "assigned: Oost/college holds, Bureau/bestuur performs; "
        "Oost/college mandates Bureau/bestuur (verband/1)";
    const std::string west =
        "assigned: West/college holds, Bureau/bestuur performs; "
        "West/college mandates Bureau/bestuur (verband/1)";
    expect(sketch,
           {kOost + "2023-12-31 on, " + oost, kWest + "2023-12-31 on, " + west,
            "weg: " + kOost + "2023-12-31 to 2023-12-31, " + oost, "weg: " + kOost + "2024-01-01 on, " + kOostByLaw,
            "weg: " + kWest + "2023-12-31 on, " + west, "later: " + kOost + "2023-12-31 to 2024-12-31, " + oost,
            "later: " + kOost + "2025-01-01 on, " + kOostByLaw, "later: " + kWest + "2023-12-31 on, " + west});
}

TEST_CASE("Where the law names nobody no statement helps; factual work begins at the municipality itself") {
    Sketch sketch;
    sketch.municipalities("Oost").organisation("Bureau", "bestuur");
    sketch.function({.name = "beleid"}).function({.name = "ict", .holder = "*"});
    sketch.function({.name = "peiling", .holder = "dijkgraaf"});  // an organ no municipality has: no cell
    sketch.task({.name = "hulp", .needs = "beleid, ict, peiling"});
    sketch.cooperation({.name = "verband", .participants = "Oost", .scope = "hulp"});
    sketch.transfer("verband/1", assigns, "beleid, ict, peiling of hulp", "Bureau");
    expect(sketch, {"beleid of hulp for Oost from " + kAlways + "no owner: nobody holds, nobody performs",
                    "ict of hulp for Oost from " + kAlways +
                        "assigned: Oost holds, Bureau performs; "
                        "Oost assigns Bureau (verband/1)"});
}

TEST_CASE("The nearest task whose statute is in force says who holds") {
    Sketch sketch;
    sketch.municipalities("Oost").statute("Oude wet", "", "2024-01-11");
    sketch.function({.name = "zorg", .holder = "burgemeester"});
    sketch.task({.name = "domein", .needs = "zorg"}).task({.name = "hulp", .under = "domein"});
    sketch.law({.task = "domein", .functions = "zorg", .organ = "raad"});
    sketch.law({.task = "hulp", .functions = "zorg", .organ = "college", .statute = "Oude wet"});
    sketch.cooperation({.name = "verband", .participants = "Oost", .from = "2024-01-01"});
    expect(sketch, {kOost + "2024-01-01 to 2024-01-10, " + kOostByLaw,
                    kOost + "2024-01-11 on, by law: Oost/raad holds, Oost/raad performs"});
}

TEST_CASE("Nobody passes on more than he has: a raad what is the college's, a mandatary the power itself") {
    auto sketch = help();
    sketch.cooperation({.name = "verband", .participants = "Oost", .scope = "hulp"});
    sketch.transfer("verband/1", mandates, "zorg of hulp", "Werf/bestuur", {.giver = "*/raad"});
    sketch.transfer("verband/2", mandates, "zorg of hulp", "Bureau/bestuur");
    sketch.transfer("los/1", delegates, "zorg of hulp", "Werf/bestuur", {.giver = "Bureau/bestuur"});
    expect(sketch, {kOost + kAlways +
                        "assigned: Oost/college holds, Bureau/bestuur performs; "
                        "Oost/college mandates Bureau/bestuur (verband/2)",
                    kWest + kAlways + kWestByLaw, "without effect: verband/1 los/1"});
}

TEST_CASE("A condition keeps two mandates apart; mandate and power of attorney to one receiver are one") {
    auto sketch = help();
    sketch.cooperation({.name = "verband", .participants = "Oost"});
    sketch.transfer("verband/1", mandates, "zorg of hulp", "Werf/bestuur", {.condition = "kleine bedragen"});
    sketch.transfer("verband/2", mandates, "zorg of hulp", "Bureau/bestuur");
    sketch.transfer("verband/3", empowers, "zorg of hulp", "Bureau/bestuur");
    expect(sketch, {kOost + kAlways +
                        "assigned: Oost/college holds, Bureau/bestuur + Werf/bestuur performs; "
                        "Oost/college mandates Werf/bestuur (verband/1); "
                        "Oost/college mandates Bureau/bestuur (verband/2, verband/3)",
                    kWest + kAlways + kWestByLaw});
}

TEST_CASE("The new cooperation of a variant forgets a task by an exception, and a whole function") {
    Sketch sketch;
    sketch.municipalities("Oost, West").variant({.name = "plan", .status = model::Status::under_research});
    sketch.function({.name = "zorg", .holder = "college"}).function({.name = "ict", .holder = "*"});
    sketch.task({.name = "domein", .needs = "zorg, ict"});
    sketch.task({.name = "hulp", .under = "domein"}).task({.name = "vervoer", .under = "domein"});
    sketch.cooperation({.name = "oud", .participants = "Oost", .scope = "domein", .from = "2012-01-01"});
    sketch.cooperation(
        {.name = "nieuw", .participants = "Oost, West", .scope = "domein", .variant = "plan", .from = "2023-01-01"});
    sketch.transfer("oud/1", mandates, "zorg of domein", "West/college");
    sketch.transfer("oud/2", assigns, "ict of domein", "West");
    sketch.transfer("nieuw/1", mandates, "zorg of domein", "West/college", {.except_tasks = "vervoer"});
    sketch.ending({.variant = "plan", .cooperation = "oud", .per = "2023-01-01", .parties = "Oost"});
    const std::string always = "2012-01-01 on, ", before = "2012-01-01 to 2022-12-31, ", after = "2023-01-01 on, ";
    const std::string to_west =
        "assigned: Oost/college holds, West/college performs; Oost/college mandates West/college ";
    const std::string ict = "assigned: Oost holds, West performs; Oost assigns West (oud/2)";
    const std::string west_ict = "by law: West holds, West performs";
    const std::string oost_open = "unassigned: Oost holds, nobody performs";
    const std::string west_open = "unassigned: West holds, nobody performs";
    expect(sketch, {"zorg of hulp for Oost from " + always + to_west + "(oud/1)",
                    "ict of hulp for Oost from " + always + ict,
                    "zorg of vervoer for Oost from " + always + to_west + "(oud/1)",
                    "ict of vervoer for Oost from " + always + ict,
                    "zorg of hulp for West from " + always + kWestByLaw,
                    "ict of hulp for West from " + always + west_ict,
                    "zorg of vervoer for West from " + always + kWestByLaw,
                    "ict of vervoer for West from " + always + west_ict,
                    "without effect: nieuw/1",
                    "plan: zorg of hulp for Oost from " + before + to_west + "(oud/1)",
                    "plan: zorg of hulp for Oost from " + after + to_west + "(nieuw/1)",
                    "plan: ict of hulp for Oost from " + before + ict,
                    "plan: ict of hulp for Oost from " + after + oost_open,
                    "plan: zorg of vervoer for Oost from " + before + to_west + "(oud/1)",
                    "plan: zorg of vervoer for Oost from " + after + kOostOpen,
                    "plan: ict of vervoer for Oost from " + before + ict,
                    "plan: ict of vervoer for Oost from " + after + oost_open,
                    "plan: zorg of hulp for West from " + before + kWestByLaw,
                    "plan: zorg of hulp for West from " + after +
                        "assigned: West/college holds, West/college performs; "
                        "West/college keeps West/college (nieuw/1)",
                    "plan: ict of hulp for West from " + before + west_ict,
                    "plan: ict of hulp for West from " + after + west_open,
                    "plan: zorg of vervoer for West from " + before + kWestByLaw,
                    "plan: zorg of vervoer for West from " + after + kWestOpen,
                    "plan: ict of vervoer for West from " + before + west_ict,
                    "plan: ict of vervoer for West from " + after + west_open});
}

TEST_CASE("Receivers together end the chain and hold together; of alternatives each goes its own way") {
    auto sketch = help();
    sketch.cooperation({.name = "verband", .participants = "Oost, West"});
    sketch.transfer("verband/1", delegates, "zorg of hulp", "Werf/bestuur, Bureau/bestuur",
                    {.only_for = "Oost", .together = Together::joint});
    sketch.transfer("verband/2", mandates, "zorg of hulp", "Werf/bestuur, Bureau/bestuur",
                    {.only_for = "West", .together = Together::either});
    sketch.transfer("los/1", authorises, "zorg of hulp", "Oost/raad", {.giver = "Werf/bestuur"});
    expect(sketch, {kOost + kAlways +
                        "assigned: Bureau/bestuur + Werf/bestuur holds, Bureau/bestuur + Werf/bestuur performs; "
                        "Oost/college delegates Bureau/bestuur + Werf/bestuur (verband/1)",
                    kWest + kAlways +
                        "assigned: West/college holds, Bureau/bestuur + Oost/raad performs; "
                        "West/college mandates Bureau/bestuur + Werf/bestuur (verband/2); "
                        "Werf/bestuur authorises Oost/raad (los/1)"});
}

TEST_CASE("Several performers of a function that may have several are not double") {
    Sketch sketch;
    sketch.municipalities("Oost").organisation("Bureau", "bestuur").organisation("Werf", "bestuur");
    sketch.function({.name = "advies", .holder = "*", .plural = true}).task({.name = "hulp", .needs = "advies"});
    sketch.transfer("los/1", assigns, "advies of hulp", "Werf", {.only_for = "Oost"});
    sketch.transfer("los/2", assigns, "advies of hulp", "Bureau", {.giver = "Oost"});
    expect(sketch, {"advies of hulp for Oost from " + kAlways +
                    "assigned: Oost holds, Bureau + Werf performs; "
                    "Oost assigns Werf (los/1); Oost assigns Bureau (los/2)"});
}

TEST_CASE("An amendment in a variant replaces the version before it; its organs are those of the same cooperation") {
    auto sketch = help();
    sketch.variant({.name = "plan"});
    sketch.cooperation({.name = "dienst", .participants = "Oost", .organs = "bestuur", .from = "2024-01-01"});
    sketch.transfer("dienst/1", delegates, "zorg of hulp", "dienst/bestuur");
    sketch.transfer("los/1", mandates, "zorg of hulp", "Bureau", {.giver = "dienst/bestuur"});
    sketch.amendment(
        {.name = "dienst", .participants = "Oost", .organs = "bestuur", .variant = "plan", .from = "2025-01-01"});
    sketch.transfer("dienst/1~2", delegates, "zorg of hulp", "dienst/bestuur", {.from = "2025-02-01"});
    const std::string first =
        "assigned: dienst/bestuur holds, Bureau performs; "
        "Oost/college delegates dienst/bestuur (dienst/1); dienst/bestuur mandates Bureau (los/1)";
    const std::string second =
        "assigned: dienst/bestuur holds, Bureau performs; "
        "Oost/college delegates dienst/bestuur (dienst/1~2); dienst/bestuur mandates Bureau (los/1)";
    expect(sketch, {kOost + "2024-01-01 on, " + first, kWest + "2024-01-01 on, " + kWestByLaw,
                    "without effect: dienst/1~2", "plan: " + kOost + "2024-01-01 to 2024-12-31, " + first,
                    "plan: " + kOost + "2025-01-01 to 2025-01-31, " + kOostByLaw,
                    "plan: " + kOost + "2025-02-01 on, " + second, "plan: " + kWest + "2024-01-01 on, " + kWestByLaw,
                    "plan: " + kOost + "2025-01-01 to 2025-01-31, interrupted"});
}

}  // namespace belegd
