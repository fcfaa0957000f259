#include "unit/resolve/resolved.hpp"

#include <doctest/doctest.h>

#include "model/describe.hpp"
#include "unit/show.hpp"

using namespace belegd;
using namespace belegd::resolved;

namespace {

/// What a task needs, its own statements and those above.
std::string needed(const Resolved& found, std::string_view task) { return found.functions(found.task(task).needed); }

/// `college (Pw)`: who holds a function of a task by law, on a day.
std::string holder(const Resolved& found, std::string_view task, std::string_view function, const char* day) {
    const model::TaskId id{static_cast<std::uint32_t>(&found.task(task) - found.model.tasks.data())};
    const auto* by = model::holder_by_law(found.model, {}, id, found.function(function).leaf, *day_from_iso(day));
    if (by == nullptr) return "nobody";
    const auto statute = by->statute.valid() ? " (" + found.model[by->statute].name + ")" : std::string();
    return (by->organ.valid() ? found.model[by->organ].name : "the municipality itself") + statute;
}

}  // namespace

TEST_CASE("tasks: leaves are numbered in the order of the tree, those below one task are neighbours") {
    const auto found = sound(
        "domein zorg { vergt ict\n taak a { taak a1\n taak a2 }\n taak b }\n"
        "domein werk { vergt ict\n taak c }");
    std::string order;
    for (const auto id : found.model.leaf_tasks) order += found.model[id].name + " ";
    CHECK(order == "a1 a2 b c ");
    CHECK(found.tasks(found.task("zorg").leaves) == "zorg");
    CHECK(found.tasks(found.task("a").leaves) == "a");
    CHECK(found.task("a").leaves.count() == 2);
    CHECK(found.task("a").leaf == ~0u);
    CHECK(found.task("b").leaf == 2);
}

TEST_CASE("tasks: a leaf needs what any task in its line needs, unless it says otherwise") {
    const auto found = sound(
        "domein zorg {\n vergt beleid, ict\n taak a { vergt niet hosting\n taak a1 { vergt hosting, regie }\n taak a2 "
        "}\n"
        " taak b { vergt niet beleid, ict } }");
    CHECK(needed(found, "zorg") == "beleid, ict");
    CHECK(needed(found, "a2") == "beleid, applicaties");
    CHECK(needed(found, "a1") == "beleid, regie, ict");
    CHECK(needed(found, "b") == "");
}

TEST_CASE("tasks: a function above means its leaves") {
    const auto found = sound(
        "functie vervoer omvat bussen, treinen houder college meervoudig bevoegdheid\nfunctie treinen \"Treinen\"\n"
        "taak t { vergt vervoer }");
    CHECK(needed(found, "t") == "vervoer");
    CHECK(found.function("vervoer").leaves.count() == 2);
    CHECK(found.function("vervoer").leaf == ~0u);
    CHECK(found.function("treinen").title == Text("Treinen"));
    for (const std::string child : {"bussen", "treinen"}) {
        CAPTURE(child);
        CHECK(found.function(child).plural);
        CHECK(found.function(child).power);
        CHECK(holder(found, "t", child, "2020-01-01") == "college");
    }
}

TEST_CASE("tasks: the trees of functions stay trees") {
    CHECK(Resolved("functie a\nfunctie a").said() == "N02 2:9 a");
    CHECK(Resolved("taak a\ntaak A").said() == "N02 2:6 A");
    CHECK(Resolved("taak a { vergt niks }").said() == "N01 1:16 niks");
    CHECK(Resolved("functie a houder Leiden, Delft").said() == "N03 1:11 houder Leiden, Delft");
}

TEST_CASE("tasks: who has a function by law is looked up from the task upward, in statutes in force that day") {
    const auto found = sound(
        "wet Oud geldt tot 2015\nwet Nieuw geldt vanaf 2015\n"
        "domein zorg { vergt beleid, uitvoering, ict, toegang\n"
        " van rechtswege beleid, toegang bij raad\n"
        " van rechtswege uitvoering bij burgemeester volgens Oud art 1\n"
        " taak hulp {\n"
        "  van rechtswege uitvoering bij college volgens Nieuw art 2, Oud art 3\n"
        "  van rechtswege toegang bij de gemeente zelf }\n"
        " taak steun }");
    CHECK(holder(found, "hulp", "uitvoering", "2020-01-01") == "college (Nieuw)");
    CHECK(holder(found, "hulp", "uitvoering", "2014-12-31") == "college (Oud)");
    CHECK(holder(found, "hulp", "uitvoering", "2015-01-01") == "college (Nieuw)");
    CHECK(holder(found, "hulp", "beleid", "2020-01-01") == "raad");
    CHECK(holder(found, "hulp", "toegang", "2020-01-01") == "the municipality itself");
    CHECK(holder(found, "steun", "toegang", "2020-01-01") == "raad");
    CHECK(holder(found, "steun", "uitvoering", "2014-01-01") == "burgemeester (Oud)");
    CHECK(holder(found, "steun", "uitvoering", "2020-01-01") == "nobody");
    CHECK(holder(found, "steun", "hosting", "2020-01-01") == "the municipality itself");  // the function's own default
}

TEST_CASE("tasks: a holder by law is an organ of the municipality, and is said") {
    CHECK(Resolved("taak t { van rechtswege beleid bij Leiden, Delft }").said() == "N03 1:32 bij Leiden, Delft");
    CHECK(Resolved("taak t { van rechtswege beleid }").said() == "N05 1:10 van rechtswege beleid");
    CHECK(Resolved("taak t { van rechtswege beleid bij raad volgens Onwet art 1 }").said() == "N01 1:49 Onwet art 1");
}

TEST_CASE("tasks: other names, English names and days") {
    const auto found = sound(
        "domein zorg \"Zorg\" / en \"Care\" { vergt ict\n taak hulp { heet ook steun, bijstand thuis\n geldt vanaf "
        "2015 tot 2020\n"
        " opmerking \"Let op.\" } }\nlaat ICT van care bij college\nbelegt hosting van steun bij college\n"
        "belegt hosting van bijstand thuis bij college");
    CHECK(found.transfers() ==
          "model/1 keeps ict of hulp to college\nmodel/2 assigns hosting of hulp to college\n"
          "model/3 assigns hosting of hulp to college");
    CHECK(days(found.task("hulp").term.days) == "2015-01-01 to 2019-12-31");
    CHECK(found.task("hulp").remarks == std::vector<Text>{"Let op."});
}
