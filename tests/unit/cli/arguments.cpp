#include "cli/call.hpp"
#include "unit/show.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace belegd;
using cli::Arguments;
using cli::Call;
using Command = Call::Command;

namespace {

Arguments given(const std::vector<std::string>& words) {
    std::vector<const char*> argv{"belegd"};
    for (const auto& word : words) argv.push_back(word.c_str());
    return cli::arguments(static_cast<int>(argv.size()), argv.data());
}

Call call(const std::vector<std::string>& words) {
    const auto found = given(words);
    REQUIRE_MESSAGE(found.call.has_value(), found.err);
    return *found.call;
}

/// What is said of a wrong call: its first line, without the name of the tool.
std::string wrong(const std::vector<std::string>& words) {
    const auto found = given(words);
    CHECK_FALSE(found.call.has_value());
    CHECK(found.exit_code == 2);
    CHECK(found.out.empty());
    const std::string start = "belegd: ";
    CHECK(found.err.starts_with(start));
    return found.err.substr(start.size(), found.err.find('\n') - start.size());
}

}  // namespace

TEST_CASE("arguments: every command, by its English and its Dutch name") {
    struct {
        std::string english, dutch;
        Command command;
    } const commands[] = {{"check", "controleer", Command::check},   {"overview", "overzicht", Command::overview},
                          {"explain", "leg-uit", Command::explain},  {"test", "toets", Command::test},
                          {"export", "exporteer", Command::export_}, {"coverage", "dekking", Command::coverage},
                          {"format", "opmaak", Command::format}};
    for (const auto& each : commands) {
        CAPTURE(each.english);
        for (const auto& name : {each.english, each.dutch}) {
            const auto found = call({name, "model.belegd"});
            CHECK(found.command == each.command);
            CHECK(cli::command_named(name) == each.command);
            CHECK(found.paths == std::vector<std::string>{"model.belegd"});
        }
    }
}

TEST_CASE("arguments: the table of commands knows every command, and no other name") {
    for (auto each = Command::check; each <= Command::help; each = static_cast<Command>(static_cast<int>(each) + 1)) {
        CHECK(cli::names_of(each).command == each);
        CHECK(cli::command_named(cli::names_of(each).english) == each);
        CHECK(cli::command_named(cli::names_of(each).dutch) == each);
    }
    for (const auto* name : {"", "chec", "Check", "naam"}) CHECK_FALSE(cli::command_named(name).has_value());
}

TEST_CASE("arguments: what is not said is left open") {
    const auto found = call({"check", "model.belegd"});
    CHECK_FALSE(found.language.has_value());
    CHECK_FALSE(found.output.has_value());
    CHECK_FALSE(found.variant.has_value());
    CHECK_FALSE(found.participant.has_value());
    CHECK_FALSE(found.on.has_value());
    CHECK_FALSE(found.name.has_value());
    CHECK(found.format.empty());
    CHECK_FALSE(found.certain);
    CHECK(found.width == 0);
}

TEST_CASE("arguments: options, before or after the path, with a blank or `=`") {
    for (const auto& words :
         {std::vector<std::string>{"overview", "model.belegd", "bijlage_2", "--lang", "en", "--format", "md", "-o",
                                   "uit.md", "--variant", "naar_leiden", "--for", "Voorschoten", "--on", "2023-06-01",
                                   "--certain", "--width", "80"},
          std::vector<std::string>{"overview", "--lang=en", "--format=md", "--output=uit.md", "--variant=naar_leiden",
                                   "--for=Voorschoten", "--on=2023-06-01", "--certain", "--width=80", "model.belegd",
                                   "bijlage_2"}}) {
        const auto found = call(words);
        CHECK(found.command == Command::overview);
        CHECK(found.paths == std::vector<std::string>{"model.belegd"});
        CHECK(found.name == "bijlage_2");
        CHECK(found.language == Language::en);
        CHECK(found.format == "md");
        CHECK(found.output == "uit.md");
        CHECK(found.variant == "naar_leiden");
        CHECK(found.participant == "Voorschoten");
        CHECK(found.on == day_of(2023, 6, 1));
        CHECK(found.certain);
        CHECK(found.width == 80);
    }
    CHECK(call({"check", "a", "b", "c"}).paths.size() == 3);
    CHECK(call({"explain", "B01"}).paths == std::vector<std::string>{"B01"});
    CHECK(call({"explain", "model.belegd", "uitvoering van bijstand"}).name == "uitvoering van bijstand");
}

TEST_CASE("arguments: help in the language asked for, with every command") {
    for (const auto& words : {std::vector<std::string>{"--help"}, {"-h"}}) {
        const auto found = given(words);
        CHECK_FALSE(found.call.has_value());
        CHECK(found.exit_code == 0);
        CHECK(found.err.empty());
        CHECK(has(found.out, "Gebruik: belegd"));
        for (const auto& command : {"check", "controleer", "overview", "explain", "test", "export", "coverage"})
            CHECK_MESSAGE(has(found.out, command), std::string(command));
    }
    for (const auto& words : {std::vector<std::string>{"--help", "--lang", "en"}, {"--lang=en", "--help"}}) {
        const auto found = given(words);
        CHECK(found.exit_code == 0);
        CHECK(has(found.out, "Usage: belegd"));
        CHECK_FALSE(has(found.out, "Gebruik"));
    }
}

TEST_CASE("arguments: help of a command tells its own options") {
    const auto overview = given({"overview", "--help", "--lang", "en"});
    CHECK(overview.exit_code == 0);
    for (const auto& said : {"FILE", "NAME", "--format", "csv", "--variant", "--on", "--certain"})
        CHECK_MESSAGE(has(overview.out, said), std::string(said));
    const auto check = given({"check", "-h"});
    CHECK(has(check.out, "Gebruik: belegd check [OPTIES] PATH..."));
    CHECK(has(check.out, "modellen, of mappen met modellen"));
    CHECK_FALSE(has(check.out, "csv"));
    CHECK_FALSE(has(given({"test", "-h"}).out, "--variant"));
}

TEST_CASE("arguments: the language before the command or behind it; behind it counts") {
    CHECK(call({"--lang", "en", "check", "x"}).language == Language::en);
    CHECK(call({"--lang=en", "check", "x"}).language == Language::en);
    CHECK(call({"--lang", "en", "check", "x", "--lang", "nl"}).language == Language::nl);
    CHECK(wrong({"--lang", "fr", "check", "x"}) == "kies achter --lang uit: nl,en");
}

TEST_CASE("arguments: what a check fails on") {
    CHECK_FALSE(call({"check", "x"}).deny.has_value());
    CHECK(call({"check", "x", "--deny", "warning"}).deny == Severity::warning);
    CHECK(call({"check", "x", "--deny=note"}).deny == Severity::note);
    CHECK(wrong({"check", "x", "--deny", "fout"}) == "kies achter --deny uit: warning,note");
    const auto help = given({"check", "--help"});
    CHECK(has(help.out, "--deny warning|note"));
    CHECK(has(help.out, "--format text|json|sarif|github|junit"));
    CHECK(has(given({"test", "--help"}).out, "--format text|json|github|junit"));
}

TEST_CASE("arguments: a file is refreshed as it says itself") {
    CHECK(call({"overview", "memo.md"}).extent == report::Extent::appendix);
    CHECK(call({"overview", "memo.md", "--short"}).extent == report::Extent::brief);
    CHECK(call({"overview", "memo.md", "--full"}).extent == report::Extent::full);
    CHECK(call({"overzicht", "memo.md", "--kort"}).extent == report::Extent::brief);
    for (const auto* kind : {"taak", "task", "partij", "wet", "stap", "overview"}) {
        CAPTURE(std::string(kind));
        CHECK(call({"rename", "model.belegd", "oud", "nieuw", "--kind", kind}).kind == kind);
    }
    CHECK(call({"overview", "memo.md", "bijlage", "--check", "b.docx", "--full"}).earlier == "b.docx");
    CHECK(wrong({"overview", "memo.md", "--check", "b.docx", "-o", "c.docx"}) ==
          "--check gaat niet samen met --output");
    CHECK(call({"overview", "--update", "memo.md"}).update);
    CHECK(call({"overview", "memo.md", "--update", "--certain", "--lang", "en"}).update);
    CHECK(wrong({"overview", "memo.md", "bijlage", "--update"}) == "--update gaat niet samen met NAME");
    CHECK(wrong({"overview", "memo.md", "--update", "-o", "x.md"}) == "--update gaat niet samen met --output");
    CHECK(wrong({"overview", "memo.md", "--update", "--for", "Leiden"}) == "--update gaat niet samen met --for");
}

TEST_CASE("arguments: without any the help is shown, and the call is wrong") {
    const auto found = given({});
    CHECK_FALSE(found.call.has_value());
    CHECK(found.exit_code == 2);
    CHECK(has(found.out, "Gebruik: belegd"));
    CHECK(found.err.empty());
}

TEST_CASE("arguments: the version") {
    const auto found = given({"--version"});
    CHECK_FALSE(found.call.has_value());
    CHECK(found.exit_code == 0);
    CHECK(found.out.starts_with("belegd "));
}

TEST_CASE("arguments: wrong calls say what is wrong, in Dutch unless asked otherwise") {
    CHECK(wrong({"chek", "x"}) ==
          "geef een opdracht: check, overview, graph, timeline, costs, compare, impact, repair, decisions, questions, "
          "explain, "
          "rules, test, export, "
          "coverage, "
          "format, rename, "
          "new, completion, man, language-server "
          "en help; "
          "bedoelde u ‘check’?");
    CHECK(wrong({"xyz"}) ==
          "geef een opdracht: check, overview, graph, timeline, costs, compare, impact, repair, decisions, questions, "
          "explain, "
          "rules, test, export, "
          "coverage, "
          "format, rename, "
          "new, completion, man, language-server "
          "en help");
    CHECK(wrong({"--lang", "en", "chek", "x"}) ==
          "give a command: check, overview, graph, timeline, costs, compare, impact, repair, decisions, questions, "
          "explain, "
          "rules, test, export, coverage, "
          "format, rename, "
          "new, "
          "completion, man, language-server and "
          "help; "
          "did you mean ‘check’?");
    CHECK(wrong({"check"}) == "er ontbreekt iets in de aanroep: PATH");
    CHECK(wrong({"overview", "--lang", "en"}) == "something is missing in the call: FILE");
    CHECK(wrong({"check", "x", "--nonsense"}) == "dit begrijpt belegd niet: --nonsense");
    CHECK(wrong({"overview", "a", "b", "c"}) == "dit begrijpt belegd niet: c");
    CHECK(wrong({"check", "x", "--format", "pdf"}) == "kies achter --format uit: text,json,sarif,github,junit");
    CHECK(wrong({"overview", "x", "--format", "doc"}) ==
          "kies achter --format uit: text,md,html,docx,odt,pdf,xlsx,csv,json");
    CHECK(wrong({"check", "x", "--lang", "fr"}) == "kies achter --lang uit: nl,en");
    CHECK(wrong({"check", "x", "--on"}) == "de waarde achter --on ontbreekt of klopt niet");
    CHECK(wrong({"check", "x", "--watch=nu"}) == "de waarde achter --watch=nu ontbreekt of klopt niet");
    CHECK(wrong({"check", "x", "--deny", "note", "--deny", "warning", "--lang", "en"}) ==
          "the value after --deny is missing or wrong");
    CHECK(wrong({"rename", "x", "--lang", "en"}) == "something is missing in the call: OLD and NEW");
    for (const auto& day : {"2023-13-01", "31 juni 2023", "2023", "2023-02-29"})
        CHECK(wrong({"check", "x", "--on", day}) == std::string(day) + " is geen datum als 2023-06-01");
    for (const auto& width : {"10", "39", "401", "abc", "-1"}) {
        CAPTURE(std::string(width));
        CHECK(wrong({"check", "x", "--width", width}) == "de waarde achter --width ontbreekt of klopt niet");
    }
}

TEST_CASE("arguments: every wrong call points to the help") {
    CHECK(has(given({"check"}).err, "\nbelegd --help toont de opdrachten\n"));
    CHECK(has(given({"check", "--lang=en"}).err, "\nbelegd --help shows the commands\n"));
}

TEST_CASE("arguments: only findings with these codes, or with codes that begin so") {
    CHECK(call({"check", "a.belegd", "--only", "b01, onbelegd,w-14,W,B0"}).only ==
          std::vector<std::string>{"B01", "B01", "W-14", "W", "B0"});
    CHECK(call({"check", "a.belegd", "--alleen", "N"}).only == std::vector<std::string>{"N"});
    CHECK(wrong({"check", "a.belegd", "--only", "B01,X99"}).starts_with("een bevinding ‘X99’ bestaat niet"));
    CHECK(wrong({"check", "a.belegd", "--only", "onbelegt"}) ==
          "een bevinding ‘onbelegt’ bestaat niet; bedoelde u ‘B01’?");
}

TEST_CASE("arguments: the day on which acceptances are looked at") {
    CHECK(call({"check", "a.belegd", "--today", "2026-06-01"}).today == day_of(2026, 6, 1));
    CHECK(call({"test", "a.belegd", "--vandaag", "1 juni 2026"}).today == day_of(2026, 6, 1));
    CHECK(!call({"check", "a.belegd"}).today.has_value());
    CHECK(wrong({"check", "a.belegd", "--today", "ooit"}) == "ooit is geen datum als 2023-06-01");
}
