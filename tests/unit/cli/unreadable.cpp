// What belegd says of files that are no model, in the exact words; what a page can hold stands in tests/cases/lezen.
#include "cli/commands.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <string>

#include "unit/cli/folder.hpp"
#include "unit/show.hpp"

using namespace belegd;
using cli::Call;
using cli::Folder;

namespace {

cli::Result checked(const std::string& path, std::optional<Language> language = std::nullopt) {
    Call call;
    call.command = Call::Command::check;
    call.paths = {path};
    call.width = 1000;
    call.language = language;
    return cli::execute(call);
}

/// What is said of one text, with the name of its file left out.
std::string said(const std::string& text) {
    const Folder folder;
    folder.write("m.belegd", text);
    auto out = checked(folder / "m.belegd").err;
    const auto path = folder.path() + "/";
    for (auto at = out.find(path); at != std::string::npos; at = out.find(path)) out.erase(at, path.size());
    return out;
}

std::string many(const std::string& what, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += what;
    return out;
}

}  // namespace

TEST_CASE("unreadable: a file that is not there, a folder without models") {
    const Folder folder;
    const auto gone = checked(folder / "weg.belegd");
    CHECK(gone.err == "belegd: " + (folder / "weg.belegd") + " is er niet of is niet te lezen\n");
    CHECK(gone.exit_code == 2);
    CHECK(checked(folder / "weg.belegd", Language::en).err ==
          "belegd: " + (folder / "weg.belegd") + " is not there or cannot be read\n");
    const auto empty = checked(folder.path());
    CHECK(empty.err == "belegd: in " + folder.path() +
                           " staat geen .belegd-bestand, en geen .md-bestand met een blok dat met ```belegd begint\n");
    CHECK(empty.exit_code == 2);
}

TEST_CASE("unreadable: a file that is used and has vanished, is a folder, or is the model itself") {
    const Folder folder;
    folder.write("deel/m.belegd",
                 "gebruik \"weg.belegd\"\ngebruik \"map.belegd\"\ngebruik \"m.belegd\"\ngemeente Leiden\n");
    std::filesystem::create_directories(folder / "deel/map.belegd");
    const auto out = checked(folder / "deel/m.belegd").err;
    CHECK(count(out, "het bestand ‘weg.belegd’ is er niet of is niet te lezen") == 1);
    CHECK(count(out, "het bestand ‘map.belegd’ is er niet of is niet te lezen") == 1);
    CHECK(count(out, "het bestand m.belegd gebruikt zichzelf") == 1);
    CHECK(count(out, "fout[") == 3);
}

TEST_CASE("unreadable: an empty file has no findings") {
    CHECK(said("") == "geen bevindingen\n");
    CHECK(said("\xEF\xBB\xBF") == "geen bevindingen\n");
    CHECK(said("\r\n\r\n") == "geen bevindingen\n");
}

TEST_CASE("unreadable: a file in Windows-1252 says so, with the character") {
    const auto out = said("gemeente Oostdam\nopmerking \"\x80 100, co\xF6rdinatie\"\n");
    CHECK(count(out, "dit bestand is opgeslagen als Windows-1252 (‘ANSI’) en niet als UTF-8; hier staat ‘€’") == 1);
    CHECK(count(out, "in Kladblok: Opslaan als, en kies bij Codering: UTF-8") == 1);
    CHECK(count(out, "fout[") == 1);
}

TEST_CASE("unreadable: UTF-16, data, and a document of Word") {
    CHECK(count(said(std::string("\xFF\xFEg\0e\0m\0", 8)), "dit bestand is opgeslagen als UTF-16 (‘Unicode’)") == 1);
    CHECK(count(said(std::string("g\0e\0m\0e\0e\0n\0t\0e\0", 16)), "UTF-16 (‘Unicode’)") == 1);
    CHECK(count(said(std::string("PK\x03\x04\x14\0\x06\0", 8)), "een document van een tekstverwerker") == 1);
    CHECK(count(said(std::string("gemeente Oost\0dam", 17)), "tekens 0") == 1);
}

TEST_CASE("unreadable: a character that cannot be seen is named, never quoted") {
    for (const auto& each : std::initializer_list<std::pair<std::string, std::string>>{
             {"gemeente\u200BOost\n", "U+200B"},
             {"gemeente Wes\u200Bt\n", "U+200B"},
             {"gemeente Zuid \u2060\n", "U+2060"},
             {"gemeente Oost\n\uFEFFgemeente West\n", "U+FEFF"},
             {"gemeente Oost\uFEFF vanaf 2020\n", "U+FEFF"},
             {"samenwerking \u202Ex \"y\" {\n}\n", "U+202E"},
             {"gemeente Oost\rgemeente West\ngemeente Zuid\n", "U+000D"},
             {"samenwerking a {\n  deelnemers Oost\u00ADdam\n}\n", "U+00AD"},
             {"samenwerking a {\n  vorm \x1Bniet\n}\n", "U+001B"}}) {
        const auto &text = each.first, &name = each.second;
        CAPTURE(text);
        const auto out = said(text);
        CHECK((has(out, "‘" + name) || has(out, "niet te zien is: " + name)));
        CHECK(has(out, "haal " + name + " weg: dat teken is niet te zien"));
    }
}

TEST_CASE("unreadable: a file whose lines end in a carriage return alone") {
    const auto out = said("gemeente Oost\rgemeente West\r");
    CHECK(has(out, "eindigt een regel met alleen U+000D"));
    CHECK(has(out, "gewone regeleinden"));
    CHECK(count(out, "fout[") == 1);
}

TEST_CASE("unreadable: a rule with conditions deep inside each other") {
    const auto rule = [](const std::string& condition) {
        return std::string("regel H-01 \"X\" {\n  voor elke toedeling t\n  waar ")
            .append(condition)
            .append("\n  fout \"y\"\n}\n");
    };
    const std::string one = "t.soort is mandaat";
    for (const auto& condition :
         {many("(", 7'000) + one + many(")", 7'000), many("niet ", 16'000) + one, many("(", 7'000),
          many("(\n", 7'000) + one + many(")\n", 7'000), many("niet (", 9'000) + one + many(")", 9'000),
          many("bestaat toedeling t waar ", 9'000) + one, many("(" + one + " of (", 5'000) + one + many("))", 5'000)}) {
        CAPTURE(condition.substr(0, 40));
        const auto out = said(rule(condition));
        CHECK(count(out, "meer dan 64 voorwaarden in elkaar") == 1);
        CHECK(count(out, "fout[") <= 2);
    }
    CHECK_FALSE(has(said(rule(many("(", 60) + one + many(")", 60))), "fout["));
    CHECK_FALSE(has(said(rule(one + many(" en (" + one + ")", 2'000))), "fout["));
}

TEST_CASE("unreadable: ten thousand nested braces and brackets") {
    const auto out = said(many("taak t {\n", 10'000) + many("}\n", 10'000));
    CHECK(count(out, "meer dan 64 accolades in elkaar") == 1);
    CHECK(said("mandateert " + many("(", 10'000) + "x" + many(")", 10'000) + "\n").size() > 0);
}

TEST_CASE("unreadable: a line of fifty megabytes is read, and shown in part") {
    for (const std::string& line : {std::string(50 << 20, 'x'), many("xxxx ", 10 << 20), many("} ", 25 << 20),
                                    "gemeente " + std::string(50 << 20, 'x'), "bron a \"" + std::string(50 << 20, ' '),
                                    "gebruik " + many("a, ", 1 << 20)}) {
        const auto out = said(line + "\ngemente Oostdam\n");
        CHECK(out.size() < 200'000);
    }
}

TEST_CASE("unreadable: of a great many findings the first are shown and the others counted") {
    const auto out = said(many("gemente Oostdam\n", 120));
    CHECK(count(out, "fout[L02") == 50);
    CHECK(count(out, "en nog 70 keer: L02 onbekend begin van een regel\n\n120 fouten\n") == 1);
}

namespace {

std::string numbered(std::size_t count, const std::function<std::string(const std::string&)>& line) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out += line(std::to_string(i));
    return out;
}

std::string rule_of(const std::string& things, const std::string& condition) {
    return "regel H-01 \"X\" {\n  voor elke " + things + "\n  waar " + condition + "\n  opmerking \"y\"\n}\n";
}

}  // namespace

TEST_CASE("large: thousands of names that nobody knows, among thousands that are known") {
    const auto tasks = [](std::size_t count) {
        return "domein d { vergt uitvoering\n" +
               numbered(count,
                        [](const std::string& i) {
                            return " taak taak_nummer_" + i + "_van_iets \"Taak nummer " + i + " van iets\"\n";
                        }) +
               "}\n";
    };
    CHECK_FALSE(has(said(tasks(20'000)), "fout["));
    const auto unknown = said(tasks(5'000) + numbered(3'000, [](const std::string& i) {
                                  return "mandateert uitvoering van taak_numer_" + i +
                                         "_van_iets aan college van Leiden door college van Delft\n";
                              }));
    CHECK(has(unknown, "bedoelde u ‘taak_nummer_0_van_iets’?"));
    CHECK(has(said(tasks(20'000) + numbered(150,
                                            [](const std::string& i) {
                                                return "mandateert uitvoering van taak_numer_" + i +
                                                       "_van_iets aan college van Leiden door college van Delft\n";
                                            }))
                  .substr(0, 200'000),
              "fout[N01"));
}

TEST_CASE("large: a name that is nothing but en") {
    for (const std::string word : {"en ", "x en ", "en x ", "and en "})
        for (const std::string before :
             {"gemeente ", "mandateert uitvoering van ", "mandateert uitvoering van bijstand aan "})
            (void)said("gebruik sociaal_domein\n" + before + many(word, 150) + "x door college van Leiden\n");
}

TEST_CASE("large: participants, municipalities and variants by ten thousands") {
    const auto names = numbered(30'000, [](const std::string& i) { return (i == "0" ? "G" : ", G") + i + "x"; });
    const auto municipalities = numbered(30'000, [](const std::string& i) { return "gemeente G" + i + "x\n"; });
    CHECK(has(said(municipalities + "domein d { vergt uitvoering\n taak t }\nsamenwerking s {\n deelnemers " + names +
                   "\n reikwijdte uitvoering van t\n mandateert uitvoering van t aan G0x\n}\n"),
              "B05"));
    CHECK_FALSE(has(said(numbered(10'000, [](const std::string& i) { return "variant v" + i + " { }\n"; })), "fout["));
}

TEST_CASE("large: a rule that asks more than anybody waits for is named") {
    const std::string functions = "functie a, functie b, functie c, functie d, functie e";
    const auto several = said("gebruik sociaal_domein\n" + rule_of(functions, "a is b en b is c en c is d"));
    CHECK(count(several, "R04 regel niet afgemaakt] regel ‘H-01’ vraagt van dit model te veel") == 1);
    std::string nested;
    for (char each = 'b'; each < 'n'; ++each) nested += std::string("bestaat functie ") + each + " waar ";
    CHECK(count(said("gebruik sociaal_domein\n" + rule_of("functie a", nested + "niet a is a")), "R04") == 2);
    CHECK_FALSE(has(said("gebruik sociaal_domein\n" + rule_of("functie a", "niet a is a")), "R04"));
}

TEST_CASE("large: a value of too many parts") {
    CHECK(has(said(rule_of("toedeling t", "t.bedrag " + many("+ t.bedrag ", 1'000'000) + "> € 5")),
              "meer dan 256 delen in één waarde"));
    CHECK(
        has(said(rule_of("deelnemer d", "d.samenwerking" + many(".deelnemers.samenwerking", 500'000) + " is vermeld")),
            "meer dan 256 delen in één waarde"));
    CHECK_FALSE(has(said(rule_of("toedeling t", "t.bedrag " + many("+ t.bedrag ", 100) + "> € 5")), "fout["));
}

TEST_CASE("large: more versions of one cooperation than belegd reads") {
    const auto model = [](std::size_t amendments) {
        std::size_t day = 0;
        return "gemeente Oost\ngemeente West\ndomein d { vergt uitvoering\n taak t }\nsamenwerking s {\n deelnemers "
               "Oost, West\n "
               "geldt vanaf 1 januari 2000\n}\n" +
               numbered(amendments, [&](const std::string&) {
                   ++day;
                   return "wijziging s vanaf " + std::to_string(1 + day % 28) + " maart " +
                          std::to_string(2001 + day / 28) + " { mandateert uitvoering van t aan Oost }\n";
               });
    };
    CHECK(has(said(model(300)), "‘s’ heeft hier al 250 versies"));
    CHECK_FALSE(has(said(model(40)), "versies"));
}
