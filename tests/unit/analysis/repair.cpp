// Where lines that close a gap are put, and when the search stops.
#include "analysis/repair.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

namespace belegd {
namespace {

std::unique_ptr<analysis::Analysis> read_as_model(const std::string& name, std::string text) {
    return analysis::of(
        name, std::move(text), [](const std::string&) { return std::nullopt; }, graph::Mode::planned, std::nullopt,
        false);
}

const std::string kBegin =
    "gebruik sociaal_domein\n"
    "samenwerking dienst {\n"
    "  deelnemers college van Leiden, Leiderdorp\n"
    "  geldt vanaf 1 januari 2024\n"
    "  reikwijdte hosting van bijstand voor Leiderdorp   # een \"} in een toelichting\n";

/// The text with the first proposal in it.
std::string repaired(const std::string& text, const std::string& name = "model.belegd") {
    const auto analysis = read_as_model(name, text);
    REQUIRE(analysis->readable());
    const auto found = analysis::repairs(*analysis, {}, [&](std::string other) { return read_as_model(name, other); });
    REQUIRE(found.all.size() == 1);
    REQUIRE(!found.all.front().proposals.empty());
    return *analysis::text_with(*analysis, found.all.front().lines, found.all.front().proposals.front().lines);
}

const std::string kLine = "laat hosting van bijstand bij de gemeente zelf voor Leiderdorp";

}  // namespace

TEST_CASE("repair: a line comes at the end of the block, indented as its statements, and nothing else changes") {
    CHECK(repaired(kBegin + "}\n# einde\n") == kBegin + "  " + kLine + "\n}\n# einde\n");
    CHECK(repaired(kBegin + "  laat regie van bijstand bij college }\n") ==
          kBegin + "  laat regie van bijstand bij college \n  " + kLine + "\n}\n");
    std::string windows;
    for (const char c : kBegin + "}\n") windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
    auto expected = windows;
    expected.insert(expected.size() - 3, "  " + kLine + "\r\n");
    CHECK(repaired(windows) == expected);
}

TEST_CASE("repair: in a block on one line it stands among the words of that line") {
    const std::string head = "gebruik sociaal_domein\nsamenwerking dienst { deelnemers Leiden, Leiderdorp  ";
    const std::string scope = "reikwijdte hosting van bijstand voor Leiderdorp";
    CHECK(repaired(head + scope + " }\n") == head + scope + "  " + kLine + " }\n");
}

TEST_CASE("repair: in a quotation of a memorandum the line is quoted too") {
    std::string memo = "# Memo\n\nTekst.\n\n> ```belegd\n", after = memo;
    std::string line;
    for (const char c : kBegin) {
        line += c;
        if (c == '\n') memo += "> " + line, after += "> " + line, line.clear();
    }
    memo += "> }\n> ```\n\nTekst.\n";
    after += ">   " + kLine + "\n> }\n> ```\n\nTekst.\n";
    CHECK(repaired(memo, "memo.md") == after);
}

TEST_CASE("repair: the search stops after so many tries, and says for how many gaps") {
    auto text = kBegin + "}\n";
    auto other = text.substr(text.find("samenwerking"));
    other.replace(other.find("dienst"), 6, "tweede");
    other.replace(other.find("hosting"), 7, "regie");
    const auto analysis = read_as_model("model.belegd", text + other);
    REQUIRE(analysis->readable());
    CHECK(analysis::gaps(*analysis).size() == 2);
    analysis::RepairAsked asked;
    asked.most_tries = 1;
    std::size_t reads = 0;
    const auto found = analysis::repairs(*analysis, asked, [&](std::string changed) {
        ++reads;
        return read_as_model("model.belegd", std::move(changed));
    });
    CHECK(reads == 1);
    CHECK(found.tries == 1);
    CHECK(found.all.size() == 1);
    CHECK(found.not_tried == 1);
}

TEST_CASE("repair: a gap of somebody else is not looked at, nor one that the model accepts") {
    const auto analysis = read_as_model("model.belegd", kBegin + "}\n");
    analysis::RepairAsked asked;
    for (std::uint32_t i = 0; i < analysis->model.parties.size(); ++i)
        if (analysis->model.parties[i].name == "Leiden") asked.owners = {model::PartyId{i}};
    CHECK(analysis::gaps(*analysis, asked).empty());
    const auto accepting =
        read_as_model("model.belegd", kBegin + "  aanvaard B01 omdat \"later\" tot 1 januari 2027\n}\n");
    REQUIRE(accepting->readable());
    CHECK(analysis::gaps(*accepting).empty());
}

}  // namespace belegd
