#include "cli/questions.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "unit/cli/folder.hpp"
#include "unit/render/papers.hpp"
#include "unit/show.hpp"

using namespace belegd;
using cli::Call;
using cli::Folder;
using Command = Call::Command;
using Json = nlohmann::json;

namespace {

Call about(Command command, const std::string& path) {
    Call out;
    out.command = command;
    out.paths = {path};
    out.width = 100;
    return out;
}

Json asked(Call call) {
    call.command = Command::questions;
    call.format = "json";
    return Json::parse(cli::execute(call).out);
}

/// A cooperation of which the law asks much, with room for a line in it and one behind it.
std::string service_text(const std::string& inside = {}, const std::string& behind = {}) {
    return "gebruik sociaal_domein\n"
           "regeling dienst \"Dienst\" {\n"
           " vorm centrumregeling\n"
           " deelnemers college van Leiden, Leiderdorp\n"
           " centrum Leiden\n"
           " geldt vanaf 1 januari 2024\n" +
           inside +
           "\n mandateert beschikking van bijstand aan college van Leiden\n"
           "}\n" +
           behind + "\n";
}

}  // namespace

TEST_CASE("questions: check counts them in one line, and they are no finding") {
    const Folder folder;
    folder.write("a.belegd", service_text());
    auto call = about(Command::check, folder / "a.belegd");
    const auto all = asked(call).at("questions").size();
    CHECK(all > 5);
    const auto line = std::to_string(all) + " vragen: belegd questions " + folder / "a.belegd" + "\n";
    const auto found = cli::execute(call);
    CHECK(found.err == "geen bevindingen\n" + line);
    CHECK(found.exit_code == 0);
    call.deny = Severity::note;
    CHECK(cli::execute(call).exit_code == 0);
    call.language = Language::en;
    CHECK(has(cli::execute(call).err, std::to_string(all) + " questions: belegd questions "));

    call.format = "json";
    const auto json = Json::parse(cli::execute(call).out);
    CHECK(json.at("findings").empty());
    CHECK(json.at("questions").at(0).at("count") == all);
    call.format = "sarif";
    const auto sarif = Json::parse(cli::execute(call).out);
    CHECK(sarif.at("runs").at(0).at("results").empty());
    CHECK(sarif.at("runs").at(0).at("properties").at("questions").at(0).at("count") == all);
    call.format = "github";
    CHECK(has(cli::execute(call).out, "::notice file="));
    CHECK(has(cli::execute(call).out, " questions: belegd questions "));
    call.format = "junit";
    const auto junit = cli::execute(call).out;
    CHECK(has(junit, "<system-out>" + std::to_string(all) + " questions: belegd questions "));
    CHECK(has(junit, "tests=\"1\" failures=\"0\""));
}

TEST_CASE("questions: the line says how to ask for just those") {
    const Folder folder;
    folder.write("een model.belegd", service_text());
    auto call = about(Command::check, folder / "een model.belegd");
    call.only = {"W-47"};
    call.certain = true;
    CHECK(has(cli::execute(call).err,
              "1 vraag: belegd questions \"" + folder / "een model.belegd" + "\" --only W-47 --certain\n"));
    CHECK(asked(call).at("questions").size() == 1);
    call.only = {"R01"};
    const auto all = asked(about(Command::check, folder / "een model.belegd")).at("questions").size();
    CHECK(asked(call).at("questions").size() == all);
}

TEST_CASE("questions: each answer, written where it says, takes its question away") {
    const Folder folder;
    folder.write("a.belegd", service_text());
    const auto before = asked(about(Command::questions, folder / "a.belegd")).at("questions");
    std::size_t tried = 0;
    for (const auto& question : before) {
        std::string inside, behind;
        // Who permits does so in a decision for each council: all of them answer the question together.
        for (const auto& answer : question.at("answers")) {
            if (answer.contains("answer") && answer.at("answer").at("nl") != "ja") continue;
            auto line = answer.at("line").get<std::string>();
            if (const auto at = line.find("besluit …"); at != std::string::npos)
                line.replace(at, std::string("besluit …").size(), "besluit b" + std::to_string(++tried));
            for (auto at = line.find("…"); at != std::string::npos; at = line.find("…"))
                line.replace(at, std::string("…").size(), "1 november 2023");
            (answer.contains("where") ? inside : behind) += " " + line + "\n";
        }
        CAPTURE(question.at("question").at("nl").get<std::string>());
        CAPTURE(inside + behind);
        REQUIRE_FALSE((inside + behind).empty());
        folder.write("a.belegd", service_text(inside, behind));
        const auto after = asked(about(Command::questions, folder / "a.belegd"));
        CHECK_FALSE(after.contains("unread"));
        CHECK(after.at("questions").size() + 1 == before.size());
        for (const auto& each : after.at("questions")) CHECK(each.at("question") != question.at("question"));
    }
}

TEST_CASE("questions: one fact is one question, whoever asks it") {
    const Folder folder;
    const auto rule = [](const std::string& code, const std::string& question) {
        return "regel " + code + " \"Regel " + code +
               "\" {\n voor elke samenwerking s\n vereist s.regelt raakt evaluatie\n" +
               " fout \"{s} regelt het niet\"\n vraag \"" + question + "\"\n}\n";
    };
    folder.write("a.belegd", service_text({}, rule("H-01", "is er een evaluatie van {s}?") +
                                                  rule("H-02", "wordt {s} geëvalueerd?")));
    auto call = about(Command::questions, folder / "a.belegd");
    call.only = {"H", "W-18"};
    const auto found = asked(call).at("questions");
    REQUIRE(found.size() == 1);
    CHECK(found.at(0).at("rules").size() == 3);
}

TEST_CASE("questions: what the model accepts is open is counted apart, and the acceptance is met") {
    const Folder folder;
    folder.write("a.belegd", service_text(" aanvaard R01 omdat \"wij vragen het na\"\n"));
    const auto call = about(Command::check, folder / "a.belegd");
    const auto found = cli::execute(call);
    CHECK_FALSE(has(found.err, "R03"));
    CHECK_FALSE(has(found.err, "belegd questions"));
    CHECK(has(found.err, "geen bevindingen, 1 aanvaard"));
    const auto json = asked(call);
    CHECK(json.at("questions").empty());
    CHECK(json.at("accepted").at(0).at("count") > 5);
    CHECK(has(cli::execute(about(Command::questions, folder / "a.belegd")).out, " vragen die het model aanvaardt"));
}

TEST_CASE("questions: for who takes part, and for what a variant adds") {
    const Folder folder;
    folder.write("a.belegd", service_text({},
                                          "gemeente Voorschoten\nvariant later {\n status besloten\n"
                                          " regeling tweede \"Tweede\" {\n  vorm centrumregeling\n"
                                          "  deelnemers college van Leiden, Voorschoten\n  centrum Leiden\n"
                                          "  geldt vanaf 1 januari 2027\n }\n}"));
    auto call = about(Command::questions, folder / "a.belegd");
    const auto all = asked(call).at("questions").size();
    call.variant = "later";
    const auto later = asked(call).at("questions").size();
    CHECK(later > 5);
    CHECK(later < all);
    call.variant.reset();
    call.participant = "Voorschoten";
    CHECK(asked(call).at("questions").size() == later);
    call.participant = "Leiden";
    CHECK(asked(call).at("questions").size() == all);
    call.participant = "Nergenshuizen";
    const auto unknown = cli::execute(call);
    CHECK(unknown.exit_code == 2);
    CHECK(has(unknown.err, "Nergenshuizen"));
}

TEST_CASE("questions: of several files, also when one cannot be read") {
    const Folder folder;
    folder.write("a.belegd", service_text());
    folder.write("b.belegd", "gemente Leiden\n");
    folder.write("c.belegd", "gemeente Leiden\n");
    auto call = about(Command::questions, folder.path());
    const auto found = cli::execute(call);
    CHECK(found.exit_code == 2);
    CHECK(has(found.err, "fout[L02"));
    CHECK(has(found.out, "Vragen bij " + folder / "a.belegd"));
    CHECK(has(found.out, "Geen vragen: "));
    const auto json = asked(call);
    CHECK(json.at("unread").at(0).at("file").get<std::string>().ends_with("b.belegd"));
    for (const auto& question : json.at("questions"))
        CHECK(question.at("model").get<std::string>().ends_with("a.belegd"));
    call.paths = {folder / "c.belegd"};
    CHECK(cli::execute(call).exit_code == 0);
    call.only = {"XY"};
    CHECK(cli::execute(call).exit_code == 2);
}

TEST_CASE("questions: those of several models are one document of a word processor") {
    const Folder folder;
    folder.write("a.belegd", service_text());
    folder.write("b.belegd", service_text());
    auto call = about(Command::questions, folder / "a.belegd");
    call.format = "docx";
    const auto one = papers::said_by_docx(cli::execute(call).out).text;
    call.paths = {folder / "a.belegd", folder / "b.belegd"};
    const auto both = cli::execute(call).out;
    CHECK(papers::wrong_with_docx(both) == "");
    const auto two = papers::said_by_docx(both).text;
    CHECK(two.size() == 1 + 2 * one.size());
    CHECK(two.front() == "Vragen bij " + folder / "a.belegd" + " en " + folder / "b.belegd");
    CHECK(std::vector<std::string>(two.begin() + 1, two.begin() + 1 + static_cast<std::ptrdiff_t>(one.size())) == one);
}
