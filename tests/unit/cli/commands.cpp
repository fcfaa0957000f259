#include "cli/commands.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace belegd;
using cli::Call;
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

bool has(const std::string& text, const std::string& what) { return text.find(what) != std::string::npos; }

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
    CHECK(has(cli::execute(asked).out, "Voor Wassenaar"));
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
