// What the shells and the manual are told, tried on the shells and on roff themselves where they are there.
#include "cli/description.hpp"

#include <sys/wait.h>

#include <algorithm>
#include <cstdio>

#include "cli/call.hpp"
#include "cli/completion.hpp"
#include "cli/files.hpp"
#include "cli/manual.hpp"
#include "unit/cli/folder.hpp"
#include "unit/show.hpp"

// Last: it has a MESSAGE of its own.
#include <doctest/doctest.h>

using namespace belegd;
using cli::Folder;

namespace {

/// Both streams of a shell command.
struct Run {
    std::string said;
    int exit_code;
};
Run run(const std::string& command) {
    Run out;
    auto* pipe = popen((command + " 2>&1").c_str(), "r");
    REQUIRE(pipe != nullptr);
    char bytes[4096];
    for (std::size_t count = 0; (count = fread(bytes, 1, sizeof bytes, pipe)) > 0;) out.said.append(bytes, count);
    const auto status = pclose(pipe);
    out.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return out;
}

/// Whether a program is there to be tried.
bool is_offered(const std::string& program) { return run("command -v " + program).exit_code == 0; }

/// What bash offers behind these words; the last is being typed.
std::string offered(const Folder& folder, const std::vector<std::string>& words) {
    std::string list;
    for (const auto& word : words) list += " '" + word + "'";
    folder.write("try.bash", "source '" + (folder / "belegd.bash") + "'\nCOMP_WORDS=(belegd" + list + ")\nCOMP_CWORD=" +
                                 std::to_string(words.size()) + "\n_belegd\necho \"${COMPREPLY[*]}\"\n");
    return run("bash '" + (folder / "try.bash") + "'").said;
}

}  // namespace

TEST_CASE("description: every command with its aliases, options and choices") {
    const auto found = cli::description(Language::nl);
    const auto check = std::find_if(found.commands.begin(), found.commands.end(),
                                    [](const auto& each) { return each.name == "check"; });
    REQUIRE(check != found.commands.end());
    CHECK(check->names() == std::vector<std::string>{"check", "controleer"});
    const auto deny = std::find_if(check->parameters.begin(), check->parameters.end(),
                                   [](const auto& each) { return each.names.front() == "--deny"; });
    REQUIRE(deny != check->parameters.end());
    CHECK(deny->choices == std::vector<std::string>{"warning", "note"});
    for (const auto& command : found.commands) {
        CAPTURE(command.name);
        CHECK(command.aliases.size() == 1);
        CHECK(!command.help.empty());
        for (const auto& each : command.parameters) {
            CAPTURE(each.names.front());
            CHECK(!each.help.empty());
        }
    }
}

TEST_CASE("help: of belegd, of a command by each of its names, and of none") {
    const auto given = [](std::vector<const char*> argv) {
        argv.insert(argv.begin(), "belegd");
        return cli::arguments(static_cast<int>(argv.size()), argv.data());
    };
    CHECK(has(given({"help"}).out, "check, controleer"));
    for (const auto* name : {"check", "controleer"}) {
        const auto found = given({"help", name});
        CHECK(found.exit_code == 0);
        CHECK(has(found.out, "--watch"));
        CHECK(has(found.out, "Heet ook: controleer"));
        CHECK(found.out == given({name, "--help"}).out);
    }
    CHECK(has(given({"hulp", "--lang", "en", "new"}).out, "Also called: nieuw"));
    const auto wrong = given({"help", "chek"});
    CHECK(wrong.exit_code == 2);
    CHECK(has(wrong.err, "bedoelde u ‘check’?"));
}

TEST_CASE("completion: bash completes commands, options, choices and kinds, and leaves the rest to file names") {
    if (!is_offered("bash")) return;
    const Folder folder;
    folder.write("belegd.bash", cli::completion(cli::description(Language::nl), "bash"));
    CHECK(run("bash -n '" + (folder / "belegd.bash") + "'").said.empty());
    CHECK(offered(folder, {"che"}) == "check\n");
    CHECK(offered(folder, {"contr"}) == "controleer\n");
    CHECK(offered(folder, {"check", "--den"}) == "--deny\n");
    CHECK(offered(folder, {"controleer", "--deny", ""}) == "warning note\n");
    CHECK(offered(folder, {"overview", "--format", "m"}) == "md\n");
    CHECK(offered(folder, {"overview", "--format", "=", "ht"}) == "html\n");
    CHECK(offered(folder, {"overview", "--format", "="}) == "text md html docx odt pdf xlsx csv json\n");
    CHECK(offered(folder, {"--lang", "en", "over"}) == "overview overzicht\n");
    CHECK(offered(folder, {"new", "dv"}) == "dvo\n");
    CHECK(offered(folder, {"new", "dvo", ""}) == "\n");
    CHECK(offered(folder, {"new", "--lang", "en", "verg"}) == "vergelijking\n");
    CHECK(offered(folder, {"help", "over"}) == "overview\n");
    CHECK(offered(folder, {"check", "mod"}) == "\n");
    CHECK(offered(folder, {"overview", "-o", ""}) == "\n");
}

TEST_CASE("completion: the other shells can read their script") {
    const Folder folder;
    for (const auto language : {Language::nl, Language::en}) {
        const auto description = cli::description(language);
        for (const auto* shell : {"zsh", "fish"}) {
            if (!is_offered(shell)) continue;
            folder.write(shell, cli::completion(description, shell));
            const auto found = run(std::string(shell) + " -n '" + (folder / shell) + "'");
            CHECK_MESSAGE(found.exit_code == 0, found.said);
            CHECK(found.said.empty());
        }
        if (!is_offered("fish")) continue;
        const auto offer = [&](const std::string& line) {
            return run("fish --no-config -c \"source '" + (folder / "fish") + "'; complete -C '" + line + "'\"").said;
        };
        CHECK(has(offer("belegd che"), "check\t"));
        CHECK(has(offer("belegd check --deny "), "warning"));
        CHECK(has(offer("belegd new dv"), "dvo"));
    }
    const auto powershell = cli::completion(cli::description(Language::nl), "powershell");
    CHECK(has(powershell, "'check --deny' = @('warning', 'note')"));
    CHECK(std::count(powershell.begin(), powershell.end(), '{') ==
          std::count(powershell.begin(), powershell.end(), '}'));
}

TEST_CASE("manual: in both languages roff has nothing to say against it") {
    for (const auto language : {Language::nl, Language::en}) {
        const auto page = cli::manual(cli::description(language), language);
        for (const char c : page) CHECK((c == '\n' || (c >= ' ' && c <= '~')));
        CHECK(has(page, language == Language::nl ? ".SH NAAM" : ".SH NAME"));
        for (const auto& command : cli::description(language).commands) {
            auto heading = ".SS " + command.name;
            if (const auto at = heading.find('-'); at != heading.npos) heading.insert(at, "\\");
            CHECK(has(page, heading));
        }
        if (!is_offered("groff")) continue;
        const Folder folder;
        folder.write("belegd.1", page);
        CHECK(run("groff -man -ww -z '" + (folder / "belegd.1") + "'").said.empty());
        const auto shown = run("groff -man -Tutf8 '" + (folder / "belegd.1") + "'").said;
        CHECK(has(shown, language == Language::nl ? "één model" : "one model"));
    }
}
