// Standard input in the place of a file, and what happens to what is printed; as the shell does it.
#include <doctest/doctest.h>

#include <fmt/format.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <string>
#include <tuple>

#include "unit/cli/folder.hpp"
#include "unit/show.hpp"

using namespace belegd;
using cli::Folder;

namespace {

struct Ran {
    int exit_code;
    std::string out, err;
};

/// A script of the shell in a folder where `$belegd` is the tool; its path.
std::string script(const Folder& folder, const std::string& command) {
    folder.write("try.sh", fmt::format("cd '{}'\nbelegd='{}'\n{}\n", folder.path(), BELEGD_BINARY, command));
    return folder / "try.sh";
}

/// A command of the shell.
Ran ran(const Folder& folder, const std::string& command) {
    const auto path = script(folder, fmt::format("{{ {}; }} >.out 2>.err", command));
    const auto status = std::system(fmt::format("sh '{}'", path).c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, folder.read(".out"), folder.read(".err")};
}

/// The same with a screen for its standard output: what comes on it.
Ran shown_by(const Folder& folder, const std::string& command) {
    const auto path = script(folder, command + " 2>.err");
    int screen = -1;
    const auto child = ::forkpty(&screen, nullptr, nullptr, nullptr);
    REQUIRE(child >= 0);
    if (child == 0) {
        ::execlp("sh", "sh", path.c_str(), nullptr);
        ::_exit(127);
    }
    std::string out(4096, '\0');
    std::string all;
    for (auto some = ::read(screen, out.data(), out.size()); some > 0; some = ::read(screen, out.data(), out.size()))
        all.append(out, 0, static_cast<std::size_t>(some));
    int status = 0;
    ::waitpid(child, &status, 0);
    ::close(screen);
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, all, folder.read(".err")};
}

constexpr auto kModel = R"(gebruik sociaal_domein
regeling dienst {
  vorm centrumregeling
  deelnemers college van Leiden, Leiderdorp
  geldt vanaf 1 januari 2024
  mandateert uitvoering van bijstand aan college van Leiden
}
toets uitvoering van bijstand voor Leiderdorp op 1 juni 2024 bij college van Leiden
)";

}  // namespace

TEST_CASE("standard input: every command that reads a model reads it there, as from the file") {
    const Folder folder;
    folder.write("m.belegd", kModel);
    for (const std::string command :
         {"check %", "check % --format json", "test %", "overview %", "overview % --format html",
          "explain % 'uitvoering van bijstand' --for Leiderdorp", "explain % W-14", "export %", "coverage %",
          "rules %"}) {
        CAPTURE(command);
        const auto with = [&](const std::string& path, const std::string& input) {
            auto line = fmt::format("$belegd {}{}", command, input);
            line.replace(line.find('%'), 1, path);
            auto out = ran(folder, line);
            for (auto* text : {&out.out, &out.err})
                for (auto at = text->find("m.belegd"); at != std::string::npos; at = text->find("m.belegd", at))
                    text->replace(at, 8, "-");
            return out;
        };
        const auto file = with("m.belegd", ""), input = with("-", " < m.belegd");
        CHECK(input.exit_code == file.exit_code);
        CHECK(input.out == file.out);
        CHECK(input.err == file.err);
        CHECK(input.exit_code != 2);
        CHECK_FALSE((input.out + input.err).empty());
    }
}

TEST_CASE("standard input: a memorandum, a model that uses a file, and a model that is renamed or begun") {
    const Folder folder;
    folder.write("memo.md", std::string("Prose.\n\n```belegd\n") + kModel + "```\n");
    const auto memo = ran(folder, "$belegd test - < memo.md");
    CHECK(memo.out == "-: 1 gehaald, 0 niet gehaald\n");
    folder.write("ruim.md", "Prose.\n\n```belegd\ngemeente   Oost\n```\n");
    CHECK(ran(folder, "$belegd format - < ruim.md").out == "Prose.\n\n```belegd\ngemeente Oost\n```\n");
    folder.write("deel.belegd", "gemeente Oostdam\n");
    CHECK(has(ran(folder, "echo 'gebruik \"deel.belegd\"' | $belegd export -").out, "Oostdam"));
    const auto renamed = ran(folder, "echo 'gemeente Oostdam' | $belegd rename - Oostdam Westdam");
    CHECK(renamed.out == "gemeente Westdam\n");
    CHECK(has(renamed.err, "heet nu"));
    CHECK(has(ran(folder, "$belegd new dvo -").out, "overeenkomst"));
    CHECK_FALSE(std::filesystem::exists(folder / "-"));
}

TEST_CASE("standard input: what cannot be read there, and what does not go with it") {
    const Folder folder;
    for (const std::string command : {"check - </", "check - <&-", "format - </", "overview - </"}) {
        CAPTURE(command);
        const auto found = ran(folder, "$belegd " + command);
        CHECK(found.exit_code == 2);
        CHECK(has(found.err, "standaardinvoer is niet te lezen"));
    }
    CHECK(has(ran(folder, "$belegd check - --watch </dev/null").err, "--watch gaat niet samen met -"));
    CHECK(has(ran(folder, "$belegd overview - --update </dev/null").err, "--update werkt een bestand bij"));
}

TEST_CASE("standard output: a full device is said aloud") {
    if (!std::filesystem::exists("/dev/full")) return;
    const Folder folder;
    folder.write("m.belegd", kModel);
    for (const std::string command : {"overview m.belegd", "--help", "test m.belegd", "format - < m.belegd", "man"}) {
        CAPTURE(command);
        const auto found = ran(folder, "$belegd " + command + " >/dev/full");
        CHECK(found.exit_code == 2);
        CHECK(has(found.err, "de uitvoer is niet helemaal te schrijven"));
    }
    CHECK(ran(folder, "$belegd check m.belegd 2>/dev/full").exit_code == 2);
    CHECK(has(ran(folder, "$belegd overview m.belegd -o /dev/full").err, "is niet te schrijven"));
}

TEST_CASE("standard output: - behind -o, in binary when it is not for people") {
    const Folder folder;
    folder.write("m.belegd", "gemeente   \"a\xC2\x9B b\"\n");
    CHECK(ran(folder, "$belegd format m.belegd -o -").out == "gemeente \"a\xC2\x9B b\"\n");
    CHECK(folder.read("m.belegd") == "gemeente   \"a\xC2\x9B b\"\n");
    CHECK_FALSE(std::filesystem::exists(folder / "-"));
}

TEST_CASE("terminal: nothing of a model or of a name of a file moves the cursor or turns the direction") {
    const Folder folder;
    const std::string name = "a\x1b[31m\xE2\x80\xAE\xC2\x9B.belegd";
    folder.write(name,
                 "gemente Oost\xC2\x9B"
                 "31m\ngemeente \xE2\x80\xAEzoo\ngemeente \"B\x1b[2Jc\xE2\x81\xA6\"\n");
    const auto harmful = [](const std::string& text) {
        for (const std::string each : {"\x1b", "\xC2\x9B", "\xE2\x80\xAE", "\xE2\x81\xA6"})
            if (has(text, each)) return true;
        return false;
    };
    for (const std::string command : {"check", "test", "overview", "explain weg.belegd"}) {
        CAPTURE(command);
        const auto found = ran(folder, fmt::format("$belegd {} '{}'", command, name));
        CHECK_FALSE(harmful(found.out + found.err));
        CHECK_FALSE((found.out + found.err).empty());
    }
    CHECK_FALSE(harmful(ran(folder, "$belegd check --\x1b[31m").err));
    folder.write(name, "gemeente \"B\x1b[2Jc\xE2\x81\xA6\"\noverzicht x \"y\xE2\x80\xAE\" { }\n");
    CHECK_FALSE(harmful(ran(folder, "$belegd overview '" + name + "'").out));
}

TEST_CASE("standard output: into a folder goes each table, or one of them to where it is asked for") {
    const Folder folder;
    folder.write("m.belegd", kModel);
    CHECK(ran(folder, "$belegd overview m.belegd -o tabellen/").exit_code == 0);
    const auto whole = ran(folder, "$belegd overview m.belegd --format csv").out;
    std::size_t files = 0;
    for (const auto& each : std::filesystem::directory_iterator(folder / "tabellen")) {
        ++files;
        const auto text = folder.read("tabellen/" + each.path().filename().string());
        CHECK(text.starts_with("\xEF\xBB\xBF"));
        CHECK(each.path().extension() == ".csv");
        // What stands in a table stands in the whole too.
        if (each.path().filename() != "overzicht.csv") CHECK(has(whole, text.substr(3)));
    }
    CHECK(files >= 3);
    CHECK(std::filesystem::exists(folder / "tabellen/overzicht.csv"));
    CHECK(ran(folder, "$belegd overview m.belegd --format csv -o ook/").exit_code == 0);
    CHECK(ran(folder, "diff -r tabellen ook").exit_code == 0);
    CHECK(ran(folder, "$belegd --lang en rules m.belegd -o rules/").exit_code == 0);
    CHECK(std::filesystem::exists(folder / "rules/overview.csv"));

    const auto first = ran(folder, "$belegd overview m.belegd --table 1");
    CHECK(first.exit_code == 0);
    CHECK(first.out.starts_with("\xEF\xBB\xBF"));
    CHECK(has(whole, first.out.substr(3)));
    CHECK(ran(folder, "$belegd overview m.belegd --tabel 'WIE doet wat'").out == first.out);
    CHECK(ran(folder, "$belegd overview m.belegd --table 1 -o een.csv && cat een.csv").out == first.out);
    const auto none = ran(folder, "$belegd overview m.belegd --table kosten -o niet.csv");
    CHECK(none.exit_code == 2);
    CHECK(has(none.err, "er is geen tabel ‘kosten’; er zijn: 1 ‘Wie doet wat"));
    CHECK_FALSE(std::filesystem::exists(folder / "niet.csv"));
    CHECK(has(ran(folder, "$belegd overview m.belegd --table op").err,
              "past op meer dan één tabel; noem een nummer: 1 ‘Wie"));

    const std::tuple<std::string, std::string> wrong[] = {
        {"overview m.belegd --format docx -o x/", "x/ is een map; daarin schrijft belegd alleen tabellen"},
        {"check m.belegd -o x/", "x/ is een map"},
        {"explain m.belegd dienst -o x/", "x/ is een map"},
        {"overview m.belegd --table 1 -o x/", "--table gaat niet samen met -o x/"},
        {"overview m.belegd --table 1 --format md", "--table gaat niet samen met --format md"},
        {"overview m.belegd --table 1 -o x.docx", "--table gaat niet samen met --format docx"},
        {"overview m.belegd --table ''", "er is geen tabel"},
        {"overview m.belegd -o m.belegd/x/", "is niet te maken"},
        {"overview weg.belegd -o x/", "weg.belegd is er niet"}};
    for (const auto& [words, said] : wrong) {
        const auto& command = words;
        CAPTURE(command);
        const auto found = ran(folder, "$belegd " + command);
        CHECK(found.exit_code == 2);
        CHECK(found.out.empty());
        CHECK(has(found.err, said));
        CHECK_FALSE(std::filesystem::exists(folder / "x"));
    }
}

TEST_CASE("terminal: what is no text does not come on a screen, and goes into a pipe or a file as it is") {
    const Folder folder;
    folder.write("m.belegd", kModel);
    for (const std::string form : {"docx", "odt", "xlsx"}) {
        CAPTURE(form);
        for (const auto* where : {"", " -o -", " -o /dev/stdout", " -o /dev/tty"}) {
            CAPTURE(std::string(where));
            const auto refused = shown_by(folder, fmt::format("$belegd overview m.belegd --format {}{}", form, where));
            CHECK(refused.exit_code == 2);
            CHECK(refused.out.empty());
            CHECK(refused.err ==
                  fmt::format(
                      "belegd: {0} is geen tekst en hoort niet op een scherm; noem een bestand, zoals -o bijlage.{0}\n",
                      form));
        }
        const auto piped = shown_by(folder, fmt::format("$belegd overview m.belegd --format {0} | cat >uit.{0}", form));
        CHECK(piped.exit_code == 0);
        CHECK(ran(folder, "$belegd overview m.belegd -o ook." + form).exit_code == 0);
        CHECK(folder.read("uit." + form).starts_with("PK"));
        CHECK(folder.read("uit." + form) == folder.read("ook." + form));
    }
    CHECK(has(shown_by(folder, "$belegd --lang en explain m.belegd dienst --format docx").err,
              "such as -o appendix.docx"));
    CHECK(has(shown_by(folder, "$belegd overview m.belegd").out, "bijstand"));
}
