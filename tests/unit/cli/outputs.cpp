#include "cli/outputs.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <set>
#include <sstream>

#include "cli/commands.hpp"
#include "system/processes.hpp"
#include "unit/show.hpp"

using namespace belegd;
using Command = cli::Call::Command;

namespace {

std::string page_at(const std::string& path) {
    std::ifstream in(std::string(BELEGD_ROOT) + "/" + path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

cli::Call form_call(Command command) {
    cli::Call out;
    out.command = command;
    out.paths = {BELEGD_ROOT "/models/voorschoten-werk-en-inkomen"};
    if (command == Command::explain) out.name = "uitvoering van bijstand";
    return out;
}

/// `json|sarif`: the names of the forms of a command, without those that people read when `machines` is set.
std::string form_names(Command command, bool machines = false) {
    std::string out;
    for (const auto* each : cli::outputs_of(command))
        if (!machines || each->name != "text") out += (out.empty() ? "" : "|") + std::string(each->name);
    return out;
}

const Command kWriting[] = {Command::overview, Command::explain,  Command::rules,     Command::check, Command::test,
                            Command::export_,  Command::coverage, Command::questions, Command::graph};

}  // namespace

TEST_CASE("outputs: every form of every command is written, each in its own way, by name and by ending") {
    for (const auto command : kWriting) {
        std::set<std::string> texts;
        for (const auto* output : cli::outputs_of(command)) {
            CAPTURE(std::string(output->name));
            if (output->placed != cli::Output::Placed::never && system::program({"dot"}).empty()) continue;
            if (output->to_pdf) continue;  // by a program that need not be there, and that writes the time
            auto asked = form_call(command);
            asked.format = output->name;
            const auto found = cli::execute(asked);
            CHECK(found.exit_code != 2);
            const auto said = found.out + found.err;
            const bool lines_of_failures = command == Command::test && output->name == "github";
            CHECK(said.empty() == lines_of_failures);  // every test of this model passes
            CHECK(texts.insert(said).second);
            for (const auto ending : output->endings) {
                CAPTURE(std::string(ending));
                auto named = form_call(command);
                named.output = "uit" + std::string(ending);
                const auto same = cli::execute(named);
                CHECK(same.out + same.err == said);
            }
        }
    }
}

TEST_CASE("outputs: a form that a command does not write is refused, never written as another") {
    for (const auto command : kWriting) {
        auto asked = form_call(command);
        asked.format = "doc";
        const auto found = cli::execute(asked);
        CHECK(found.exit_code == 2);
        CHECK(found.out.empty());
        CHECK(has(found.err, "kies achter --format uit: "));
        asked.format.clear();
        asked.output = "uit.doc";
        CHECK(cli::execute(asked).exit_code == 2);
    }
    auto asked = form_call(Command::explain);
    asked.format = "csv";
    CHECK(cli::execute(asked).exit_code == 2);
}

TEST_CASE("outputs: the README and the pages name the forms of the table, and say where it stands") {
    const auto readme = page_at("README.md");
    CHECK(has(readme, "`--format " + form_names(Command::overview) + "`"));
    CHECK(has(readme, "`check --format " + form_names(Command::check, true) + "`"));
    CHECK(has(readme, "`test --format " + form_names(Command::test, true) + "`"));
    CHECK(has(page_at("CONTRIBUTING.md"), "one line in the table of `src/cli/outputs.cpp`"));
    for (const auto* path : {"dsl/reference/nl/opdrachten.md", "dsl/reference/en/commands.md"}) {
        CAPTURE(std::string(path));
        const auto text = page_at(path);
        for (const auto* output : cli::outputs_of(Command::overview)) {
            if (output->name != "text") CHECK(has(text, "`" + std::string(output->name) + "`"));
            CHECK(has(text, "`" + std::string(output->endings.front()) + "`"));
        }
    }
}
