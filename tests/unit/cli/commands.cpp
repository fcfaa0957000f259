#include "cli/commands.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <tuple>

#include "cli/files.hpp"
#include "unit/cli/folder.hpp"
#include "unit/show.hpp"

using namespace belegd;
using cli::Call;
using cli::Folder;
using Command = Call::Command;

namespace {

const std::string kModels = BELEGD_ROOT "/models";
const std::string kModel = kModels + "/voorschoten-werk-en-inkomen/voorschoten.belegd";

Call call(Command command, const std::string& path) {
    Call out;
    out.command = command;
    out.paths = {path};
    out.width = 100;
    return out;
}

}  // namespace

TEST_CASE("commands: findings go to standard error, results to standard output") {
    const auto found = cli::execute(call(Command::check, kModel));
    CHECK(found.out.empty());
    CHECK(has(found.err, "fout[B01 onbelegd]"));
    CHECK(found.exit_code == 1);

    const auto overview = cli::execute(call(Command::overview, kModel));
    CHECK(overview.exit_code == 0);
    CHECK(has(overview.out, "Overzicht taken per samenwerkingsconstructie Werk en Inkomen"));
}

TEST_CASE("commands: the language asked for, otherwise that of the model") {
    auto asked = call(Command::check, kModel);
    asked.language = Language::en;
    CHECK(has(cli::execute(asked).err, "error[B01 unassigned]"));
}

TEST_CASE("commands: a folder stands for its models") {
    CHECK(cli::execute(call(Command::test, kModels)).exit_code == 0);
    CHECK(has(cli::execute(call(Command::test, kModels)).out, "voorschoten.belegd: "));
    const auto empty = cli::execute(call(Command::check, BELEGD_ROOT "/src"));
    CHECK(empty.exit_code == 2);
    CHECK(has(empty.err, "geen .belegd-bestand"));
}

TEST_CASE("commands: a file that is not there") {
    for (const auto command : {Command::check, Command::overview, Command::test, Command::export_, Command::coverage}) {
        const auto found = cli::execute(call(command, kModels + "/weg.belegd"));
        CHECK(found.exit_code == 2);
        CHECK(found.out.empty());
        CHECK(has(found.err, "weg.belegd is er niet of is niet te lezen"));
    }
}

TEST_CASE("commands: an overview by name, variant, municipality and form") {
    auto asked = call(Command::overview, kModel);
    asked.name = "Bijlage 2";
    CHECK(cli::execute(asked).exit_code == 0);
    asked.name = "bijlage_3";
    auto found = cli::execute(asked);
    CHECK(found.exit_code == 2);
    CHECK(has(found.err, "bijlage_2"));
    asked.name.reset();
    for (const auto& format : {"text", "md", "html", "csv", "json"}) {
        CAPTURE(std::string(format));
        asked.format = format;
        CHECK(cli::execute(asked).exit_code == 0);
    }
    asked.format = "";
    asked.output = "uit.html";  // the ending of the file says what is wanted
    CHECK(cli::execute(asked).out.starts_with("<!DOCTYPE html>"));
    asked.output.reset();
    asked.participant = "Katwijk";
    CHECK(cli::execute(asked).exit_code == 2);
    asked.participant = "Wassenaar";
    asked.variant = "ooit";
    CHECK(cli::execute(asked).exit_code == 2);
    asked.variant = "huidig";
    CHECK(has(cli::execute(asked).out, "Wassenaar; stand op"));
}

TEST_CASE("commands: only the findings that were asked for") {
    auto asked = call(Command::check, kModel);
    asked.format = "json";
    const auto all = cli::execute(asked).out.size();
    asked.participant = "Wassenaar";
    const auto fewer = cli::execute(asked);
    CHECK(fewer.out.size() < all);
    asked.participant = "Wassnaar";
    CHECK(cli::execute(asked).exit_code == 2);
}

TEST_CASE("commands: an explanation of a task, and of a code") {
    auto asked = call(Command::explain, kModel);
    asked.name = "uitvoering van bijstand";
    asked.participant = "Voorschoten";
    asked.on = day_of(2023, 6, 1);
    CHECK(has(cli::execute(asked).out, "Leidschendam-Voorburg"));
    asked.name = "uitvoering van bijstnd";
    CHECK(has(cli::execute(asked).err, "bedoelde u ‘bijstand’?"));

    for (const auto& code : {"B01", "b01"}) {
        const auto page = cli::execute(call(Command::explain, code));
        CHECK(page.exit_code == 0);
        CHECK(has(page.out, "B01"));
    }
    CHECK(cli::execute(call(Command::explain, "B99")).exit_code == 2);
}

TEST_CASE("commands: the same input gives the same bytes") {
    for (const auto command : {Command::check, Command::overview, Command::export_, Command::coverage, Command::test}) {
        const auto first = cli::execute(call(command, kModel)), second = cli::execute(call(command, kModel));
        CHECK(first.out == second.out);
        CHECK(first.err == second.err);
    }
}

namespace {

const std::string kMemo =
    "# Memo\n\nDe taken blijven bij Leiden.\n\n```belegd\n"
    "gebruik sociaal_domein\ngemeente Leiden\ntoets uitvoering van bijstand voor Leiden van rechtswege\n```\n";

std::string slot(const std::string& old) { return "<!-- belegd:overzicht -->\n" + old + "<!-- /belegd -->\n"; }

}  // namespace

TEST_CASE("commands: several models are one document") {
    const Folder folder;
    folder.write("a.belegd", "gemente Leiden\n");
    folder.write("b.belegd", "gemeente Leiderdrop\n");
    auto asked = call(Command::check, folder.path());
    asked.paths.push_back(folder / "weg.belegd");
    asked.paths.push_back(folder / "b.belegd");  // once is enough
    asked.format = "json";
    auto found = cli::execute(asked);
    CHECK(found.exit_code == 2);
    const auto json = nlohmann::json::parse(found.out);
    CHECK(json.at("findings").size() == 2);
    CHECK(json.at("unread").size() == 1);
    CHECK(has(found.err, "weg.belegd is er niet"));
    asked.format = "sarif";
    CHECK(nlohmann::json::parse(cli::execute(asked).out).at("runs").size() == 1);
    asked.format = "junit";
    CHECK(has(cli::execute(asked).out, "<testsuites name=\"belegd\" tests=\"3\" failures=\"1\" errors=\"1\">"));
    asked.format = "github";
    CHECK(has(cli::execute(asked).out, "title=L02 "));
    asked.format = "";
    found = cli::execute(asked);
    CHECK(has(found.err, "a.belegd: 1 fout\n"));
    CHECK(has(found.err, "b.belegd: 1 waarschuwing\n"));
}

TEST_CASE("commands: the results of tests for a build server, also of a model that cannot be read") {
    const Folder folder;
    folder.write("a.belegd", "gemente Leiden\n");
    folder.write("memo.md", kMemo);
    auto asked = call(Command::test, folder.path());
    asked.format = "junit";
    const auto found = cli::execute(asked);
    CHECK(found.exit_code == 2);
    CHECK(has(found.out, "tests=\"2\" failures=\"1\""));
    CHECK(found.err.empty());
    asked.format = "json";
    CHECK(nlohmann::json::parse(cli::execute(asked).out).at("tests").size() == 1);
}

TEST_CASE("commands: a warning or a note is denied when asked") {
    const Folder folder;
    folder.write("a.belegd", "gemeente Leiderdrop\n");
    auto asked = call(Command::check, folder / "a.belegd");
    CHECK(cli::execute(asked).exit_code == 0);
    asked.deny = Severity::warning;
    CHECK(cli::execute(asked).exit_code == 1);
    asked.deny = Severity::note;
    CHECK(cli::execute(asked).exit_code == 1);
    folder.write("a.belegd", "gemeente Leiden\n");
    CHECK(cli::execute(asked).exit_code == 0);
}

TEST_CASE("commands: a file for the findings gets them, in the form that its ending says") {
    auto asked = call(Command::check, kModel);
    asked.output = "uit.txt";
    auto found = cli::execute(asked);
    CHECK(has(found.out, "fout[B01 onbelegd]"));
    CHECK(found.err.empty());
    asked.output = "uit.sarif";
    CHECK(has(cli::execute(asked).out, "\"version\": \"2.1.0\""));
    asked.output = "uit.xml";
    CHECK(cli::execute(asked).out.starts_with("<?xml"));
}

TEST_CASE("commands: the page of a code is plain text on a terminal, in one language, and Markdown when asked for") {
    auto asked = call(Command::explain, "B01");
    const auto plain = cli::execute(asked).out;
    CHECK(plain.starts_with("B01 onbelegd / unassigned\n══"));
    CHECK(has(plain, "\n    regeling dienst"));
    for (const auto* mark : {"```", "**", "`", "## ", "English\n", "Nederlands\n"}) {
        CAPTURE(std::string(mark));
        CHECK_FALSE(has(plain, mark));
    }
    asked.language = Language::en;
    CHECK(has(cli::execute(asked).out, "arrangement"));
    asked.format = "md";
    CHECK(has(cli::execute(asked).out, "```belegd"));
}

TEST_CASE("commands: a name of a task and of a cooperation is explained as both, by titles") {
    const Folder folder;
    folder.write("model.belegd",
                 "gemeente Oostdam\ngemeente Rijnhof\n"
                 "domein zorg {\n  vergt uitvoering\n  van rechtswege uitvoering bij college\n"
                 "  taak zorg_extra \"Extra zorg\"\n  taak dienst\n}\n"
                 "samenwerking dienst \"De Dienst\" {\n  deelnemers college van Oostdam, Rijnhof\n"
                 "  mandateert uitvoering van zorg aan college van Oostdam\n}\n"
                 "samenwerking ander_verband { deelnemers college van Oostdam }\n");
    auto asked = call(Command::explain, folder / "model.belegd");
    asked.name = "dienst";
    auto said = cli::execute(asked).out;
    CHECK(has(said, "uitvoering van dienst, voor Rijnhof"));
    CHECK(has(said, "De samenwerking van die naam"));
    CHECK(has(said, "De Dienst (dienst)"));
    asked.name = "De Dienst";
    said = cli::execute(asked).out;
    CHECK(said.starts_with("Uitleg: De Dienst\n"));
    CHECK_FALSE(has(said, "voor Rijnhof"));
    asked.name = "zorg_extra";
    said = cli::execute(asked).out;
    CHECK(said.starts_with("Uitleg: Extra zorg\n"));
    CHECK(has(said, "uitvoering van Extra zorg, voor Rijnhof"));
    asked.name = "ander verband";
    CHECK_FALSE(has(cli::execute(asked).out, "_"));
}

TEST_CASE("commands: a short overview is the first page, a full one has every cell behind the appendix") {
    auto asked = call(Command::overview, kModel);
    const auto whole = cli::execute(asked).out;
    asked.extent = report::Extent::brief;
    const auto said = cli::execute(asked).out;
    for (const auto* part : {"In het kort", "1. Wie doet wat", "titel?: Leiden", "2. Wat nog open staat"}) {
        CAPTURE(std::string(part));
        CHECK(has(said, part));
    }
    for (const auto* part :
         {"Tijdlijn", "De samenwerkingen", "Bronnen", "Verantwoording", "Noten", "naar_leiden", "[1"}) {
        CAPTURE(std::string(part));
        CHECK_FALSE(has(said, part));
    }
    CHECK_FALSE(has(whole, "naar_leiden"));
    asked.extent = report::Extent::full;
    const auto full = cli::execute(asked).out;
    asked.extent = report::Extent::appendix;
    asked.variant = "huidig, naar_leiden_2024";
    CHECK(has(cli::execute(asked).out, "Uitvoering door Leiden per 2024"));
    asked.variant = "huidig,nergens";
    CHECK(has(cli::execute(asked).err, "‘nergens’"));
    asked.variant = {};
    asked.extent = report::Extent::full;
    for (const auto* part : {"In het kort", "4. De samenwerkingen", "Verantwoording"}) {
        CAPTURE(std::string(part));
        CHECK(has(whole, part));
        CHECK(has(full, part));
    }
    for (const auto* part : {"A. Vergelijking", "B. Wie doet wat", "C. De samenwerkingen", "E. Aangehaalde"}) {
        CAPTURE(std::string(part));
        CHECK_FALSE(has(whole, part));
        CHECK(has(full, part));
    }
}

TEST_CASE("commands: an earlier document is held against the model, row by row") {
    const Folder folder;
    auto asked = call(Command::overview, kModel);
    for (const std::string ending : {"docx", "odt", "html"}) {
        CAPTURE(ending);
        const auto path = folder / ("bijlage." + ending);
        asked.earlier = {};
        asked.format = ending;
        std::ofstream(path, std::ios::binary) << cli::execute(asked).out;
        asked.format = {};
        asked.earlier = path;
        const auto same = cli::execute(asked);
        CHECK(same.exit_code == 0);
        CHECK(has(same.out, path + " stemt overeen met het model"));
        auto later = asked;
        later.on = *day_of(2022, 6, 1);
        const auto other = cli::execute(later);
        CHECK(other.exit_code == 1);
        CHECK(has(other.out,
                  "Wie doet wat, hosting, Uitvoering Werk en Inkomen door Leiden (in onderzoek): in het document "
                  "‘open’, volgens het model ‘werk: Wassenaar’"));
        std::ofstream(path, std::ios::binary) << "";
        CHECK(cli::execute(asked).exit_code == 2);
    }
    asked.earlier = folder / "nergens.docx";
    CHECK(cli::execute(asked).exit_code == 2);
    asked.earlier = folder / "bijlage.pdf";
    CHECK(has(cli::execute(asked).err, "dat kan met .docx, .odt en .html"));
}

TEST_CASE("commands: what cannot be written is said in one line, and nothing is written") {
    const std::vector<std::tuple<Command, std::string, std::string>> cases = {
        {Command::overview, "uit.doc", ".txt, .md, .html, .docx, .odt, .pdf, .xlsx, .csv of .json"},
        {Command::overview, "map.html/uit.RTF", ".txt, .md, .html, .docx, .odt, .pdf, .xlsx, .csv of .json"},
        {Command::check, "uit.md", ".txt, .json, .sarif of .xml"},
        {Command::test, "uit.sarif", ".txt, .json of .xml"},
        {Command::export_, "uit.xlsx", "kies achter -o een naam op .json"},
        {Command::coverage, "uit.csv", "kies achter -o een naam op .json"}};
    for (const auto& [command, name, said] : cases) {
        const auto& output = name;
        CAPTURE(output);
        auto asked = call(command, kModel);
        asked.output = output;
        const auto found = cli::execute(asked);
        CHECK(found.exit_code == 2);
        CHECK(found.out.empty());
        CHECK(found.err.starts_with("belegd: " + output + " kan belegd niet schrijven"));
        CHECK(has(found.err, said));
        CHECK(std::count(found.err.begin(), found.err.end(), '\n') == 1);
    }
    auto asked = call(Command::overview, kModel);
    asked.output = "uit.docx";
    asked.format = "html";  // said in so many words
    CHECK(cli::execute(asked).out.starts_with("<!DOCTYPE html>"));
    asked.format.clear();
    for (const auto* output : {"uit", "/dev/stdout", "uit.TXT"}) {
        asked.output = output;
        CHECK(has(cli::execute(asked).out, "══"));
    }
    asked.output = "uit.HTM";
    CHECK(cli::execute(asked).out.starts_with("<!DOCTYPE html>"));
}

TEST_CASE("commands: a municipality where there is none is said without an empty list") {
    const Folder folder;
    folder.write("memo.md", "# Memo\n\n```belegd\nsamenwerking s { deelnemers niet vermeld }\n```\n");
    auto asked = call(Command::check, folder / "memo.md");
    asked.participant = "Leiden";
    CHECK(has(cli::execute(asked).err, "‘Leiden’ komt in dit model niet voor; het model noemt geen enkele gemeente\n"));
}

TEST_CASE("commands: a memorandum is a model for every command") {
    const Folder folder;
    folder.write("memo.md", kMemo);
    for (const auto command : {Command::check, Command::overview, Command::test, Command::export_, Command::coverage})
        CHECK(cli::execute(call(command, folder / "memo.md")).exit_code == 0);
    auto asked = call(Command::explain, folder / "memo.md");
    asked.name = "uitvoering van bijstand";
    CHECK(cli::execute(asked).exit_code == 0);
    folder.write("fout.md", "Een\n\n> ```belegd\n> gemente Leiden\n> ```\n");
    const auto wrong = cli::execute(call(Command::check, folder / "fout.md"));
    CHECK(wrong.exit_code == 2);
    CHECK(has(wrong.err, "fout.md:4:3\n"));
    CHECK(has(wrong.err, "4│ > gemente Leiden\n"));
    folder.write("leeg.md", "Alleen woorden.\n");
    const auto none = cli::execute(call(Command::check, folder / "leeg.md"));
    CHECK(none.exit_code == 2);
    CHECK(has(none.err, "leeg.md staat geen model"));
}

TEST_CASE("commands: a model uses the blocks of a memorandum") {
    const Folder folder;
    folder.write("taken.md", "Taken\n```belegd\ndomein zorg { vergt ict\n taak opvang }\n```\n");
    folder.write("leeg.md", "Taken\n");
    folder.write("goed.belegd",
                 "gebruik \"taken.md\"\ngemeente Leiden\ntoets ict van opvang voor Leiden van rechtswege\n");
    folder.write("fout.belegd", "gebruik \"leeg.md\"\n");
    CHECK(cli::execute(call(Command::check, folder / "goed.belegd")).exit_code == 0);
    auto wrong = call(Command::check, folder / "fout.belegd");
    wrong.width = 1000;
    CHECK(has(cli::execute(wrong).err, "in " + (folder / "leeg.md") + " staat geen blok"));
}

TEST_CASE("commands: an overview in a memorandum is refreshed, once") {
    const Folder folder;
    folder.write("memo.md", kMemo + slot("oud\n") + "Slot.");
    auto asked = call(Command::overview, folder / "memo.md");
    asked.update = true;
    const auto once = cli::execute(asked);
    CHECK(once.exit_code == 0);
    CHECK(has(once.out, "memo.md: bijgewerkt: overzicht\n"));
    REQUIRE(once.files.size() == 1);
    CHECK(once.files.at(0).path == folder / "memo.md");
    CHECK(once.files.at(0).text.starts_with(kMemo + "<!-- belegd:overzicht -->\n\nLeiden; stand op"));
    CHECK(once.files.at(0).text.ends_with("<!-- /belegd -->\nSlot."));
    folder.write("memo.md", once.files.at(0).text);
    const auto twice = cli::execute(asked);
    CHECK(twice.exit_code == 0);
    CHECK(twice.files.empty());
    CHECK(has(twice.out, "was al bijgewerkt, niets veranderd: overzicht\n"));

    folder.write("memo.md", kMemo + slot("oud\n") + "\n" + slot("oud\n"));
    CHECK(has(cli::execute(asked).out, "memo.md: bijgewerkt: overzicht (2 keer)\n"));
}

TEST_CASE("commands: what cannot be refreshed is said, and nothing is written") {
    const Folder folder;
    folder.write("memo.md", kMemo + slot("") + "<!-- belegd:overzicht bijlage -->\n<!-- /belegd -->\n");
    folder.write("zonder.md", kMemo);
    folder.write("model.belegd", "gemeente Leiden\n");
    for (const auto& [name, said] :
         std::vector<std::pair<std::string, std::string>>{{"memo.md", "memo.md:12:1: dit model heeft geen overzicht"},
                                                          {"zonder.md", "staat niets om bij te werken"},
                                                          {"model.belegd", "dat is "}}) {
        auto asked = call(Command::overview, folder / name);
        asked.update = true;
        const auto found = cli::execute(asked);
        CAPTURE(found.err);
        CHECK(found.exit_code == 2);
        CHECK(has(found.err, said));
        CHECK(found.files.empty());
        CHECK(found.out.empty());
    }
}

namespace {

constexpr const char* kAccepts =
    "gemeente Leiderdrop  aanvaard N14 omdat \"de naam komt er aan\" tot en met 30 juni 2026\n";

}  // namespace

TEST_CASE("commands: what the model accepts fails no check, until the day on which that ends") {
    const Folder folder;
    folder.write("a.belegd", kAccepts);
    auto asked = call(Command::check, folder / "a.belegd");
    asked.deny = Severity::warning;
    asked.today = day_of(2026, 6, 30);
    auto found = cli::execute(asked);
    CHECK(found.exit_code == 0);
    CHECK(has(found.err, "geen bevindingen, 1 aanvaard\n"));
    CHECK(has(found.err, "omdat de naam komt er aan, tot en met 30 juni 2026\n"));
    asked.today = day_of(2026, 7, 1);
    found = cli::execute(asked);
    CHECK(found.exit_code == 1);
    CHECK(has(found.err, "waarschuwing[N14 "));
    CHECK(has(found.err, "waarschuwing[R02 aanvaarding verlopen]"));
}

TEST_CASE("commands: an accepted finding in the forms that machines read") {
    const Folder folder;
    folder.write("a.belegd", kAccepts);
    auto asked = call(Command::check, folder / "a.belegd");
    asked.deny = Severity::note;
    asked.today = day_of(2026, 1, 1);
    asked.format = "json";
    CHECK(has(cli::execute(asked).out, "\"until\": \"2026-07-01\""));
    asked.format = "sarif";
    CHECK(has(cli::execute(asked).out, "\"justification\": \"de naam komt er aan\""));
    asked.format = "github";
    CHECK(cli::execute(asked).out.empty());
    asked.format = "junit";
    CHECK(has(cli::execute(asked).out, "failures=\"0\""));
}

TEST_CASE("commands: what rules with the codes asked for could not decide is counted with them") {
    const Folder folder;
    const std::string rule =
        "gebruik wgr\ngemeente Leiden\nbesluit b door college van Leiden\n"
        "regel H-01 \"Op tijd\" / en \"In time\" {\n voor elke besluit b\n waar b.op later dan 1 januari 2024\n"
        " fout \"{b} is laat\" / en \"{b} is late\"\n vraag \"wanneer?\" / en \"when?\"\n}\n";
    folder.write("a.belegd", rule);
    auto asked = call(Command::check, folder / "a.belegd");
    asked.only = {"H"};
    CHECK(has(cli::execute(asked).err, "1 vraag: belegd questions "));
    asked.only = {"XY"};
    CHECK(cli::execute(asked).exit_code == 2);
    CHECK(has(cli::execute(asked).err, "XY"));
    // Of several models one is enough.
    folder.write("z.belegd", "gemeente Leiden\n");
    asked = call(Command::check, folder / "");
    asked.only = {"H"};
    CHECK(cli::execute(asked).exit_code == 0);
    CHECK(has(cli::execute(asked).err, "1 vraag: belegd questions "));
    CHECK_FALSE(has(cli::execute(asked).err, "begint met H"));
    asked.only = {"H", "XY"};
    CHECK(cli::execute(asked).exit_code == 2);
    CHECK_FALSE(has(cli::execute(asked).err, "begint met H"));
    CHECK(has(cli::execute(asked).err, "begint met XY"));
    auto explained = call(Command::explain, folder / "a.belegd");
    explained.name = "H-01";
    CHECK(has(cli::execute(explained).out, "‘b’: wanneer?"));
    explained.name = "W-14";
    CHECK(has(cli::execute(explained).out, "niets waar de regel over gaat"));
}

TEST_CASE("commands: only the findings asked for count and are shown") {
    const Folder folder;
    folder.write("a.belegd", "gemeente Leiderdrop\nprocedure p { stap een bij overeenstemming naar eem  stap twee }\n");
    auto asked = call(Command::check, folder / "a.belegd");
    asked.deny = Severity::note;
    asked.only = {"N14"};
    CHECK(has(cli::execute(asked).err, "N14"));
    CHECK(cli::execute(asked).exit_code == 1);
    asked.only = {"B", "W-14"};
    CHECK(has(cli::execute(asked).err, "geen bevindingen\n"));
    CHECK(cli::execute(asked).exit_code == 0);
    folder.write("b.belegd", "gemente Leiden\n");
    auto unread = call(Command::check, folder / "b.belegd");
    unread.only = {"B"};
    CHECK(has(cli::execute(unread).err, "L02"));
}

TEST_CASE("commands: a finding of a rule that asks a condition by its name tells the parts of that condition") {
    const Folder folder;
    folder.write("a.belegd",
                 "gebruik wgr\ngemeente Oostdam\ngemeente Rijnhof\n"
                 "regeling dienst {\n vorm centrumregeling\n deelnemers college van Oostdam, Rijnhof\n"
                 " geldt vanaf 1 januari 2024 }\n"
                 "voorwaarde jong {\n voor elke samenwerking s\n waar s.begin later dan 1 januari 2020\n"
                 " waar s.einde is niet vermeld\n}\n"
                 "regel H-01 \"Jong\" {\n voor elke samenwerking x\n waar x voldoet aan jong\n opmerking \"{x}\"\n}\n");
    auto asked = call(Command::explain, folder / "a.belegd");
    asked.name = "H-01";
    asked.width = 100;
    const auto said = cli::execute(asked).out;
    CHECK(has(said, "• waar x voldoet aan jong\n"));
    CHECK(has(said, "• waar s.begin later dan 1 januari 2020, in ‘jong’: s.begin is hier 1 januari 2024\n"));
    CHECK(has(said, "• waar s.einde is niet vermeld, in ‘jong’: s.einde is hier geen\n"));
}

TEST_CASE("commands: the line that a finding proposes is tried as it stands, whatever blanks it has in it") {
    const Folder folder;
    folder.write("a.belegd",
                 "gemeente Oostdam\ngemeente Rijnhof\n"
                 "domein zorg {\n vergt uitvoering\n van rechtswege uitvoering bij college\n"
                 " taak \"hulp   thuis\"\n taak opvang\n}\n"
                 "samenwerking dienst {\n deelnemers college van Oostdam, Rijnhof\n geldt vanaf 1 januari 2024\n"
                 " reikwijdte uitvoering van zorg\n belegt uitvoering van opvang bij Oostdam\n}\n");
    auto asked = call(Command::explain, folder / "a.belegd");
    asked.name = "B01";
    asked.format = "json";
    const auto said = cli::execute(asked).out;
    CHECK_MESSAGE(has(said, "schrijf erbij: laat uitvoering van hulp   thuis bij college"), said);
}

TEST_CASE("commands: a test that passes over a transfer that the law forbids says so, once") {
    const Folder folder;
    folder.write("dienst.belegd", R"(gebruik sociaal_domein
regeling dienst "De Dienst" {
  vorm        openbaar lichaam
  deelnemers  college van Leiden, Leiderdorp
  geldt       vanaf 1 januari 2025
  delegeert   beschikking, verordening van bijstand aan algemeen bestuur
}
toets verordening van bijstand voor Leiden, Leiderdorp op 1 juni 2025 bij algemeen bestuur van dienst
toets beschikking van bijstand voor Leiden op 1 juni 2025 bij algemeen bestuur van dienst
toets bevinding W-01
)");
    auto asked = call(Command::test, folder / "dienst.belegd");
    const auto found = cli::execute(asked);
    CHECK(found.exit_code == 0);
    CHECK(found.err.empty());
    const auto said =
        "regel 8: gehaald; dat is volgens de tekst, en in strijd met Wgr art. 1 lid 1 (W-01): zonder geldige";
    CHECK(has(found.out, said));
    CHECK_FALSE(has(found.out, "regel 9"));
    CHECK_FALSE(has(found.out, "regel 10"));
    CHECK(has(found.out, "3 gehaald, 0 niet gehaald"));
    asked.format = "junit";
    CHECK(has(cli::execute(asked).out, "<system-out>dat is volgens de tekst"));
    asked.format = "json";
    const auto rows = nlohmann::json::parse(cli::execute(asked).out)["tests"];
    CHECK(rows[0]["passed"] == true);
    CHECK(rows[0]["unlawful"].size() >= 1);
    CHECK_FALSE(rows[1].contains("unlawful"));
}

TEST_CASE("commands: of a day before the model, an explanation of a cooperation says when it begins") {
    const Folder folder;
    folder.write("dienst.belegd", R"(gebruik sociaal_domein
regeling dienst "De Dienst" {
  vorm        centrumregeling
  deelnemers  college van Leiden, Leiderdorp
  geldt       vanaf 1 januari 2024
  mandateert  uitvoering van bijstand aan college van Leiden
}
variant straks {
  status in onderzoek
  mandateert uitvoering van inburgering aan college van Leiden  door college van Leiderdorp
}
)");
    auto asked = call(Command::explain, folder / "dienst.belegd");
    asked.name = "dienst";
    for (const auto* day : {"2023-06-01", "2023-12-31"}) {
        asked.on = day_from_iso(day);
        const auto found = cli::execute(asked);
        CHECK(has(found.out, "het model begint op 1 januari 2024; over eerdere dagen zegt het niets"));
        CHECK_FALSE(has(found.out, "niet van kracht"));
    }
    asked.on = day_from_iso("2024-01-01");
    CHECK_FALSE(has(cli::execute(asked).out, "het model begint"));
}

namespace {

/// Tasks that three models share, of which one lies in the folder above.
void write_shared(const Folder& folder) {
    folder.write("sub/taken.belegd",
                 "domein zorg {\n  vergt uitvoering\n  van rechtswege uitvoering bij college\n  taak hulp\n}\n");
    folder.write("sub/a.belegd", "gebruik \"taken.belegd\"\nlaat uitvoering van hulp bij college van Leiden\n");
    folder.write("sub/b.belegd", "gebruik \"taken.belegd\"\nlaat uitvoering van hulp bij college van Delft\n");
    folder.write("c.belegd", "gebruik \"sub/taken.belegd\"\nlaat uitvoering van hulp bij college van Katwijk\n");
    folder.write("d.belegd", "domein zorg {\n  taak hulp\n}\n");
}

/// What `rename` gives; what it would write is written.
cli::Result renamed(const std::string& path, const std::string& from, const std::string& to) {
    auto asked = call(Command::rename, path);
    asked.name = from;
    asked.new_name = to;
    auto out = cli::execute(asked);
    for (const auto& each : out.files) CHECK(cli::write_file(each.path, each.text, each.before).empty());
    return out;
}

}  // namespace

TEST_CASE("rename: in a file that other models use, also in those, whichever of them is named") {
    for (const std::string from : {"sub/a.belegd", "c.belegd", "sub/taken.belegd"}) {
        CAPTURE(from);
        const Folder folder;
        write_shared(folder);
        const auto found = renamed(folder / from, "hulp", "schuldhulp");
        CHECK(found.exit_code == 0);
        CHECK(has(found.out, "‘hulp’ heet nu ‘schuldhulp’: 4 plaatsen in "));
        for (const std::string file : {"sub/taken.belegd", "sub/a.belegd", "sub/b.belegd", "c.belegd"})
            CHECK_MESSAGE(has(folder.read(file), " schuldhulp"), file);
        // It has a task of that name, and shares none.
        CHECK_FALSE(has(folder.read("d.belegd"), "schuldhulp"));
    }
}

TEST_CASE("rename: where another model cannot have the name, or cannot be read, nothing is changed") {
    for (const auto& [line, why] :
         {std::pair<std::string, std::string>{"taak anders\n", "al de naam van een andere taak"},
          {"taakje anders\n", "is niet te lezen"}}) {
        const Folder folder;
        write_shared(folder);
        folder.write("c.belegd", folder.read("c.belegd") + line);
        const auto found = renamed(folder / "sub/a.belegd", "hulp", "anders");
        CHECK(found.exit_code == 2);
        CHECK(has(found.err, folder / "c.belegd"));
        CHECK(has(found.err, why));
        CHECK(has(found.err, "er is niets gewijzigd"));
        CHECK(found.files.empty());
    }
}

TEST_CASE("commands: what an included file has is told by the path that leads to it") {
    const Folder folder;
    folder.write("model/deel/b.belegd", "gemeente Oost\nregeling dienst {\n  deelnemers college van Oost, Leiden\n}\n");
    folder.write("model/a.belegd", "gebruik \"deel/b.belegd\", sociaal_domein\n");
    const auto path = folder / "model/a.belegd", part = folder / "model/deel/b.belegd";
    CHECK(has(cli::execute(call(Command::check, path)).err, "┌─ " + part + ":2:10"));
    auto questions = call(Command::questions, path);
    questions.width = 1000;
    CHECK(has(cli::execute(questions).out, part + ":2"));
    auto explain = call(Command::explain, path);
    explain.name = "B13";
    explain.width = 1000;
    CHECK(has(cli::execute(explain).out, part + ", regel 2"));
    auto machines = call(Command::check, path);
    machines.format = "json";
    CHECK(nlohmann::json::parse(cli::execute(machines).out)["findings"][0]["primary"]["file"] == part);
    folder.write("model/deel/b.belegd", "gemeentje Oost\n");
    CHECK(has(cli::execute(call(Command::check, path)).err, "┌─ " + part + ":1:1"));
}
