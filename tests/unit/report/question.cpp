#include "report/explanation.hpp"
#include "unit/resolve/resolved.hpp"

#include <doctest/doctest.h>

#include "unit/show.hpp"

using namespace belegd;
using resolved::Resolved;

namespace {

const Resolved& world() {
    static const auto found = resolved::sound(
        "gebruik sociaal_domein\ngemeente Leiden\ngemeente Delft\norganisatie Bureau\nvariant naar_leiden\nvariant "
        "later");
    return found;
}

/// `uitvoering | bijstand`: the functions and tasks that a question names, or why not.
std::string read_as(std::string_view text) {
    Text wrong;
    const auto found = report::question(world().model, text, wrong);
    if (!found) return wrong.nl;
    std::string functions, tasks;
    for (const auto id : found->functions) functions += (functions.empty() ? "" : ", ") + world().model[id].name;
    for (const auto id : found->tasks) tasks += (tasks.empty() ? "" : ", ") + world().model[id].name;
    return functions + " | " + tasks;
}

std::string party(std::string_view name) {
    Text wrong;
    const auto found = report::parties_named(world().model, name, wrong);
    if (!found) return wrong.nl;
    std::string out;
    for (const auto id : *found) out += (out.empty() ? "" : ", ") + world().model[id].name;
    return out;
}

std::string variant(std::string_view name) {
    Text wrong;
    const auto found = report::variant_named(world().model, name, wrong);
    return !found ? wrong.nl : found->valid() ? world().model[*found].name : "present";
}

bool begins(const std::string& text, const std::string& with) { return text.compare(0, with.size(), with) == 0; }

}  // namespace

TEST_CASE("question: functions of tasks, as a model would name them") {
    struct {
        std::string text, expected;
    } const cases[] = {
        {"uitvoering van bijstand", "uitvoering | bijstand"},
        {"Uitvoering van Algemene Bijstand", "uitvoering | bijstand"},
        {"bijstand", " | bijstand"},
        {"werk en inkomen", " | werk en inkomen"},
        {"beleid, uitvoering van wmo, jeugd", "beleid, uitvoering | wmo, jeugd"},
        {"beleid en uitvoering van werk en inkomen en wmo", "beleid, uitvoering | werk en inkomen, wmo"},
        {"  beleid  ,uitvoering van  wmo ", "beleid, uitvoering | wmo"},
        {"execution of social assistance", "uitvoering | bijstand"},
        {"policy, ICT of work and income", "beleid, ict | werk en inkomen"},
        {"re_integratie", " | re-integratie"},
    };
    for (const auto& each : cases) {
        CAPTURE(each.text);
        CHECK(read_as(each.text) == each.expected);
    }
}

TEST_CASE("question: a name that is not known, with the nearest") {
    CHECK(read_as("uitvoering van bijstnd") == "taak ‘bijstnd’ is niet bekend; bedoelde u ‘bijstand’?");
    CHECK(read_as("uitvoerin van bijstand") == "functie ‘uitvoerin’ is niet bekend; bedoelde u ‘uitvoering’?");
    CHECK(read_as("iets heel anders") == "taak ‘iets heel anders’ is niet bekend");
}

TEST_CASE("question: a municipality of the model") {
    CHECK(party("Leiden") == "Leiden");
    CHECK(party("leiden") == "Leiden");
    CHECK(begins(party("Leidn"), "gemeente ‘Leidn’ is niet bekend; bedoelde u ‘Leiden’?"));
    CHECK(begins(party("Gemeente Leidn"), "gemeente ‘Leidn’ is niet bekend; bedoelde u ‘Leiden’?"));
    CHECK(begins(party("Bureau"), "het model zegt van geen taak dat zij van rechtswege bij ‘Bureau’ ligt"));
    CHECK(begins(party("Katwijk"), "‘Katwijk’ komt in dit model niet voor"));  // the library knows it
    CHECK(party("Katwijk").find("Delft en Leiden") != std::string::npos);
}

TEST_CASE("question: the present, or a variant") {
    for (const std::string name : {"huidig", "Huidig", "present", "current"})
        CHECK_MESSAGE(variant(name) == "present", name);
    CHECK(variant("naar leiden") == "naar_leiden");
    CHECK(begins(variant("naar_lyden"), "variant ‘naar_lyden’ is niet bekend; bedoelde u ‘naar_leiden’?"));
    CHECK(variant("ooit").find("naar_leiden en later") != std::string::npos);
}

TEST_CASE("question: something is asked") {
    CHECK(read_as("") != " | ");
    CHECK(read_as(" , ") != " | ");
    CHECK(read_as("uitvoering van ") != "uitvoering | ");
}

TEST_CASE("question: a municipality by every name that a sentence may use, and a region") {
    const auto found = resolved::sound(
        "gemeente Den Haag heet ook Haagstad\ngemeente Appingedam\ngemeente Delft\n"
        "regio haaglanden {\n  leden Den Haag, Delft\n}\n");
    const auto who = [&](std::string_view list) {
        Text wrong;
        const auto parties = report::parties_named(found.model, list, wrong);
        if (!parties) return wrong.nl;
        std::string out;
        for (const auto id : *parties) out += (out.empty() ? "" : " | ") + found.model[id].name;
        return out;
    };
    for (const std::string name : {"'s-Gravenhage", "'S-GRAVENHAGE", "Den Haag", "DEN HAAG", "Gemeente Den Haag",
                                   "de gemeente Den Haag", "Haagstad", "gm0518", "GM0518", "municipality of Den Haag"})
        CHECK_MESSAGE(who(name) == "'s-Gravenhage", name);
    for (const std::string name : {"Appingedam", "gemeente appingedam", "gm0003"})
        CHECK_MESSAGE(who(name) == "Appingedam", name);
    CHECK(who("Gemeente Delft en de gemeente Den Haag") == "Delft | 's-Gravenhage");
    CHECK(who("gm0518, delft") == "'s-Gravenhage | Delft");
    CHECK(who("haaglanden") == "'s-Gravenhage | Delft");
}
