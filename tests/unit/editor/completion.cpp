#include "editor/completion.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "editor/context.hpp"
#include "unit/editor/disk.hpp"

namespace belegd::editor {
namespace {

const std::string kBefore = R"(gebruik sociaal_domein
gemeente Oostdam
gemeente Rijnhof
bron brief "Een brief"
variant later "Later"
besluit start "Het begin" door college van Oostdam op 1 mei 2024
regeling dienst "De Dienst" {
  vorm        centrumregeling
  deelnemers  college van Oostdam, Rijnhof
)";

struct Row {
    const char* text;                  ///< behind what stands before
    std::vector<std::string> first;    ///< what is offered first, in this order
    std::vector<std::string> also;     ///< what is offered too
    std::vector<std::string> never{};  ///< what is not
};

std::vector<std::string> labels(const std::string& path, const std::string& text, std::uint32_t at) {
    Disk disk;
    Workspace workspace(disk.world());
    workspace.open(path, text);
    std::vector<std::string> out;
    for (const auto& each : completions(path, text, at, workspace.model(path), *day_of(2026, 6, 1))) {
        CHECK(each.begin <= each.end);
        CHECK(each.end == at);
        out.push_back(each.label);
    }
    return out;
}

bool has_label(const std::vector<std::string>& all, const std::string& label) {
    return std::find(all.begin(), all.end(), label) != all.end();
}

}  // namespace

TEST_CASE("editor: completion offers what fits at a place") {
    const Row rows[] = {
        {"  mand‸", {"mandateert"}, {"mandateert niets"}, {"Oostdam", "gemeente"}},
        {"  ‸", {}, {"mandateert", "artikel", "geldt", "reikwijdte", "bron"}, {"gemeente", "domein", "Oostdam"}},
        {"  mandateert ‸", {}, {"beschikking", "bijstand", "aan"}, {"mandateert"}},
        {"  mandateert beschikking van bijs‸", {"bijstand"}, {}, {"Oostdam"}},
        {"  mandateert beschikking van werk en ink‸", {"werk en inkomen"}, {}, {}},
        {"  mandateert beschikking van bijstand aan col‸", {"college"}, {}, {"bijstand"}},
        {"  mandateert beschikking van bijstand aan college van Oo‸", {"Oostdam"}, {}, {"bijstand"}},
        {"  mandateert beschikking van bijstand aan college van Oostdam ‸",
         {},
         {"voor", "behalve", "vanaf"},
         {"gemeente"}},
        {"  mandateert beschikking van bijstand aan college van Oostdam\n    beh‸", {}, {"behalve"}, {}},
        {"  vorm ‸", {}, {"centrumregeling", "openbaar lichaam"}, {"Oostdam", "bijstand"}},
        {"  status ‸", {}, {"besloten", "voorgenomen"}, {"Oostdam"}},
        {"  geldt vanaf ‸", {"1 januari 2027"}, {}, {"Oostdam"}},
        {"  geldt vanaf 1 ja‸", {"januari"}, {}, {"jaar"}},
        {"  bron ‸", {"brief"}, {}, {"bijstand"}},
        {"  regelt uit‸", {"uittreding"}, {}, {"uitvoering"}},
        {"  # mand‸", {}, {}, {"mandateert"}},
        {"  artikel 1 \"mand‸", {}, {}, {"mandateert"}},
        {"  mandateert‸", {}, {}, {"mandateert", "mandateert niets"}},
        {"}\nre‸", {}, {"regeling", "regel", "regio"}, {"reikwijdte"}},
        {"}\nonbekend ‸", {}, {}, {"gemeente", "regeling"}},
        {"}\nniet gem‸", {"niet gemodelleerd"}, {}, {"gemeente"}},
        {"}\ngebruik ‸", {}, {"wgr", "sociaal_domein", "belastingen"}, {"Oostdam"}},
        {"}\nwijziging ‸", {}, {"dienst"}, {"bijstand"}},
        {"}\nbesluit stap betreft die‸", {"dienst"}, {}, {}},
        {"}\ntoets beschikking van bijstand voor Rij‸", {"Rijnhof"}, {}, {}},
        {"}\ntoets beschikking van bijstand in ‸", {}, {"later"}, {"Oostdam"}},
        {"}\naanvaard B0‸", {}, {"B01"}, {}},
        {"}\nbesluit tweede door raad van Oostdam soort besluit ‸", {}, {"vaststellen", "instemmen"}, {}},
    };
    for (const auto& row : rows) {
        CAPTURE(std::string(row.text));
        const Marked marked(kBefore + row.text);
        const auto found = labels("/m/model.belegd", marked.text, marked.at);
        for (std::size_t i = 0; i < row.first.size(); ++i) {
            REQUIRE(i < found.size());
            CHECK(found[i] == row.first[i]);
        }
        for (const auto& each : row.also) CHECK_MESSAGE(has_label(found, each), each);
        for (const auto& each : row.never) CHECK_FALSE_MESSAGE(has_label(found, each), each);
    }
}

TEST_CASE("editor: completion in English, without accents, and where no model is read yet") {
    const Marked english("language en\nuse social_domain\nmunicipality Oostdam\narrangement service {\n  manda‸");
    CHECK(labels("/m/a.belegd", english.text, english.at).front() == "mandates");
    const Marked plain("variant later {\n  beeind‸");
    CHECK(labels("/m/a.belegd", plain.text, plain.at).front() == "beëindigt");
    const auto alone = completions("/m/a.belegd", "gem", 3, nullptr, *day_of(2026, 6, 1));
    REQUIRE(!alone.empty());
    CHECK(alone.front().label == "gemeente");
    CHECK(alone.front().begin == 0);
}

TEST_CASE("editor: completion in Markdown is that of the blocks, and of nothing around them") {
    const Marked inside("Een memo.\n\n```belegd\ngem‸\n```\n");
    CHECK(labels("/m/memo.md", inside.text, inside.at).front() == "gemeente");
    const Marked outside("Een memo over een gem‸\n\n```belegd\ngemeente Oostdam\n```\n");
    CHECK(labels("/m/memo.md", outside.text, outside.at).empty());
}

TEST_CASE("editor: a name that needs quotation marks gets them") {
    const std::string text = "gemeente \"Oost, West\"\nsamenwerking s {\n  deelnemers Oo";
    Disk disk;
    Workspace workspace(disk.world());
    workspace.open("/m/a.belegd", text);
    const auto found = completions("/m/a.belegd", text, static_cast<std::uint32_t>(text.size()),
                                   workspace.model("/m/a.belegd"), *day_of(2026, 6, 1));
    const auto name =
        std::find_if(found.begin(), found.end(), [](const auto& each) { return each.label == "Oost, West"; });
    REQUIRE(name != found.end());
    CHECK(name->text == "\"Oost, West\"");
}

}  // namespace belegd::editor
