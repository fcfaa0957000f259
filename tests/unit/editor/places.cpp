// What is told of a place, where names stand, and what they are renamed to.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "editor/hover.hpp"
#include "editor/names.hpp"
#include "editor/outline.hpp"
#include "editor/problems.hpp"
#include "editor/renaming.hpp"
#include "unit/editor/disk.hpp"
#include "unit/show.hpp"

namespace belegd::editor {
namespace {

constexpr const char* kPath = "/m/model.belegd";

const std::string kModel = R"(gebruik sociaal_domein
gemeente Oostdam
gemeente Rijnhof
regeling dienst "De Dienst" {
  vorm        centrumregeling
  deelnemers  college van Oostdam, Rijnhof
  geldt       vanaf 1 januari 2024
  mandateert  beschikking van bijstand aan college van Oostdam
  aanvaard    W-14 omdat "zo afgesproken"
}
besluit start door college van Oostdam op 1 mei 2023 betreft dienst
toets beschikking van bijstand voor Rijnhof op 2024-02-29 bij college van Oostdam
)";

/// What is told at the first place of a text, in Dutch; empty where nothing is.
std::string told_at(const std::string& text, const std::string& where) {
    Disk disk;
    Workspace workspace(disk.world());
    workspace.open(kPath, text);
    const auto at = text.find(where);
    REQUIRE(at != std::string::npos);
    const auto* analysis = workspace.model(kPath);
    REQUIRE(analysis != nullptr);
    const auto found = hover(*analysis, kPath, text, static_cast<std::uint32_t>(at + 1));
    if (found) CHECK(found->begin <= at + 1);
    return found ? found->told.nl : "";
}

}  // namespace

TEST_CASE("editor: hover tells of a name, a word, a date and a code what they are") {
    const std::pair<const char*, std::vector<std::string>> rows[] = {
        {"Oostdam", {"**Oostdam**", "partij", "staat in model.belegd, regel 2", "4 keer gebruikt"}},
        {"dienst", {"**dienst**", "De Dienst", "regel 4", "één keer gebruikt"}},
        {"bijstand", {"**bijstand**", "taak", "uit de bibliotheek van belegd: sociaal"}},
        {"centrumregeling", {"**centrumregeling**", "vorm", "uit de bibliotheek van belegd: wgr"}},
        {"mandateert", {"**mandateert** · mandates", "laat in zijn naam besluiten", "```belegd\n"}},
        {"deelnemers", {"**deelnemers** · participants", "wie meedoet"}},
        {"1 januari 2024", {"**maandag 1 januari 2024**", "2024-01-01"}},
        {"januari", {"**maandag 1 januari 2024**"}},
        {"2024-02-29", {"**donderdag 29 februari 2024**"}},
        {"W-14", {"**W-14**"}},
    };
    for (const auto& [where, wanted] : rows) {
        const std::string at(where);
        CAPTURE(at);
        const auto found = told_at(kModel, where);
        for (const auto& each : wanted) CHECK_MESSAGE(has(found, each), each, " in ", found);
    }
    CHECK(told_at(kModel, "\"zo afgesproken\"").empty());
    CHECK(told_at("gemeente Oostdam\nmijlpaal m medio 2022\n", "medio 2022") ==
          "van woensdag 1 juni 2022 tot en met donderdag 30 juni 2022: 30 dagen");
    CHECK(told_at("gemeente Oostdam\nmijlpaal m 30 februari 2022\n", "30 februari").empty());
}

TEST_CASE("editor: a name is found with all its places, also in another file") {
    Disk disk;
    disk.files["/m/partijen.belegd"] = "gemeente Oostdam\ngemeente Rijnhof\n";
    disk.files[kPath] = "gebruik \"partijen.belegd\"\nsamenwerking s { deelnemers Oostdam, Rijnhof }\n";
    Workspace workspace(disk.world());
    workspace.open("/m/partijen.belegd", disk.files["/m/partijen.belegd"]);
    CHECK(workspace.models_of("/m/partijen.belegd") == std::vector<std::string>{kPath});
    const auto* analysis = workspace.model(kPath);
    REQUIRE(analysis != nullptr);
    const auto found = name_there(*analysis, "/m/partijen.belegd", 10);
    REQUIRE(found);
    CHECK(found->name == "Oostdam");
    CHECK(found->own);
    CHECK(found->here == Location{"/m/partijen.belegd", 9, 16});
    CHECK(found->declared == std::vector<Location>{{"/m/partijen.belegd", 9, 16}});
    REQUIRE(found->used.size() == 1);
    CHECK(found->used.front().path == kPath);
    CHECK_FALSE(name_there(*analysis, "/m/partijen.belegd", 3));
    CHECK_FALSE(name_there(*analysis, "/m/other.belegd", 3));
}

TEST_CASE("editor: a name is given anew in every file, from the texts that are open") {
    Disk disk;
    disk.files["/m/partijen.belegd"] = "gemeente Oud\n";
    disk.files[kPath] = "gebruik \"partijen.belegd\"\nsamenwerking s { deelnemers Oostdam }\n";
    disk.files["/m/tweede.belegd"] = "gebruik \"partijen.belegd\"\nsamenwerking t { deelnemers Oostdam }\n";
    Workspace workspace(disk.world());
    workspace.open("/m/partijen.belegd", "gemeente Oostdam\n");
    workspace.open(kPath, disk.files[kPath]);
    auto files = files_of(workspace);
    auto before = files.read(kPath);
    Renaming renaming(std::move(files), "Oostdam", "Oost, West", model::NameKind::party);
    CHECK(renaming.everywhere(kPath, std::move(before)).nl == "");
    const auto& changed = renaming.changed();
    REQUIRE(changed.size() == 3);
    CHECK(changed.at("/m/partijen.belegd").text == "gemeente \"Oost, West\"\n");
    CHECK(has(changed.at(kPath).text, "deelnemers \"Oost, West\" }"));
    CHECK(has(changed.at("/m/tweede.belegd").text, "deelnemers \"Oost, West\" }"));
    for (const auto& [path, change] : changed) {
        auto text = change.before;
        for (auto each = change.replaced.rbegin(); each != change.replaced.rend(); ++each)
            text.replace(each->span.begin, each->span.end - each->span.begin, each->text);
        CHECK(text == change.text);
    }
    auto again = files_of(workspace);
    auto model = again.read(kPath);
    Renaming taken(std::move(again), "Oostdam", "s", model::NameKind::party);
    CHECK(taken.everywhere(kPath, std::move(model)).nl != "");
}

TEST_CASE("editor: the outline has declarations, and the transfers in them") {
    const auto read = reading(kPath, kModel, plain_lexicon());
    const auto parts = outline(read);
    REQUIRE(parts.size() == 5);
    CHECK(parts[0].name == "Oostdam");
    CHECK(parts[0].kind.nl == "gemeente");
    CHECK(parts[2].name == "dienst");
    REQUIRE(parts[2].parts.size() == 1);
    CHECK(parts[2].parts[0].name == "mandateert beschikking van bijstand aan college van Oostdam");
    CHECK(parts[3].name == "start");
    for (const auto& part : parts) {
        CHECK(part.begin <= part.name_begin);
        CHECK(part.name_end <= part.end);
    }
    const auto found = folds(
        reading(kPath, "# een\n# twee\ngemeente A  # drie\nregeling d {\n  # vier\n  # vijf\n}\n", plain_lexicon()));
    CHECK(found.size() == 3);
    CHECK(std::count_if(found.begin(), found.end(), [](const Fold& each) { return each.comment; }) == 2);
}

TEST_CASE("editor: a problem has its place, its reason, and the edits that mend it") {
    Disk disk;
    Workspace workspace(disk.world());
    const std::string text = "gebruik wgr\ngemeente Oostdam\nsamenwerking s { deelnemers Oostdan }\n";
    workspace.open(kPath, text);
    const auto found = problems(*workspace.model(kPath));
    REQUIRE(!found.empty());
    const auto& problem = found.front();
    CHECK(problem.code == "N01");
    CHECK(problem.severity == Severity::error);
    CHECK(text.substr(problem.at.begin, problem.at.end - problem.at.begin) == "Oostdan");
    REQUIRE(problem.fixes.size() == 1);
    REQUIRE(problem.fixes[0].edits.size() == 1);
    const auto& edit = problem.fixes[0].edits[0];
    CHECK(edit.at == problem.at);
    CHECK(edit.text == "Oostdam");
    workspace.edit(kPath, edit.at.begin, edit.at.end, edit.text);
    for (const auto& each : problems(*workspace.model(kPath))) CHECK(each.code != "N01");
}

}  // namespace belegd::editor
