#include "cli/house_style.hpp"

#include <doctest/doctest.h>

#include "cli/commands.hpp"
#include "cli/run.hpp"
#include "unit/cli/folder.hpp"
#include "unit/render/house_template.hpp"
#include "unit/show.hpp"

using namespace belegd;
using namespace belegd::house;

namespace {

constexpr const char* kOverview = R"(gebruik sociaal_domein
gemeente Oostdam
gemeente Rijnhof
regeling dienst {
  vorm        centrumregeling
  deelnemers  college van Oostdam, Rijnhof
  geldt       vanaf 1 januari 2024
  mandateert  uitvoering van bijstand aan college van Oostdam
}
overzicht bijlage "Wie doet de bijstand & <meer>" {
  voor       Rijnhof
  taken      bijstand
  kenmerk    "Z/27/0431"
}
)";

/// A folder with a model and a template, and a call that fills it.
struct HouseCall {
    cli::Folder folder;
    cli::Call call;

    HouseCall() {
        folder.write("model.belegd", kOverview);
        folder.write("huis.docx",
                     file(paragraph(inline_control("zaaknummer")) + block("overzicht-taken") + block("open-punten")));
        call.command = cli::Call::Command::overview;
        call.paths = {folder / "model.belegd"};
        call.house = folder / "huis.docx";
        call.format = "docx";
        call.width = 100;
        call.output = folder / "uit.docx";
    }
};

}  // namespace

TEST_CASE("house: an overview in somebody's Word file agrees with the model, until the model says something else") {
    HouseCall office;
    const auto filled = cli::execute(office.call);
    CHECK(filled.err == "");
    CHECK(filled.exit_code == 0);
    office.folder.write("uit.docx", filled.out);
    cli::Call check;
    check.command = cli::Call::Command::overview;
    check.paths = office.call.paths;
    check.earlier = office.folder / "uit.docx";
    const auto same = cli::execute(check);
    CHECK(has(same.out, "uit.docx stemt overeen met het model"));
    CHECK(same.exit_code == 0);
    std::string other = kOverview;
    other.replace(other.find("mandateert"), 10, "delegeert ");
    office.folder.write("model.belegd", other);
    const auto differs = cli::execute(check);
    CHECK(differs.exit_code == 1);
    CHECK(has(differs.out, "mandaat: college van Oostdam"));
    CHECK(has(differs.out, "volgens het model"));
    // What was not filled yet differs too.
    check.earlier = office.folder / "huis.docx";
    CHECK(cli::execute(check).exit_code == 1);
}

TEST_CASE("house: the file may be the template itself, which then must still be as it was read") {
    HouseCall office;
    office.call.output = office.folder / "huis.docx";
    const auto before = office.folder.read("huis.docx");
    const auto filled = cli::execute(office.call);
    REQUIRE(filled.before);
    CHECK((*filled.before == before));
    std::vector<std::string> words{"belegd",
                                   "overzicht",
                                   office.folder / "model.belegd",
                                   "--sjabloon",
                                   office.folder / "huis.docx",
                                   "-o",
                                   office.folder / "huis.docx"};
    std::vector<char*> arguments;
    arguments.reserve(words.size());
    for (auto& word : words) arguments.push_back(word.data());
    CHECK(cli::run(static_cast<int>(arguments.size()), arguments.data()) == 0);
    CHECK((office.folder.read("huis.docx") == filled.out));
    CHECK(cli::run(static_cast<int>(arguments.size()), arguments.data()) == 0);
    CHECK((office.folder.read("huis.docx") == filled.out));
    CHECK(office.folder.names() == std::vector<std::string>{"huis.docx", "model.belegd"});
}

TEST_CASE("house: what is in the way is told, all of it, and nothing is written") {
    for (const auto* owner : {"~$t.docx", ".~lock.uit.docx#", "~$uit.docx"}) {
        HouseCall office;
        office.folder.write("uit.docx", "x");
        office.folder.write(owner, "");
        const auto out = cli::execute(office.call);
        CHECK(out.exit_code == 2);
        CHECK(out.out.empty());
        CHECK(has(out.err, "uit.docx is elders geopend (" + std::string(owner) + " staat ernaast)"));
        CHECK(has(out.err, "er is niets geschreven"));
    }
    HouseCall office;
    office.call.output = office.folder / "uit.odt";
    office.folder.write("huis.docx", "hoi");
    const auto out = cli::execute(office.call);
    CHECK(out.exit_code == 2);
    CHECK(has(out.err, "kies achter -o een naam op .docx, niet "));
    CHECK(has(out.err, "huis.docx: dit is geen Word-document (.docx of .dotx)"));
    office.call.house = office.folder / "weg.docx";
    CHECK(has(cli::execute(office.call).err, "weg.docx is er niet of is niet te lezen"));
    office.call.language = Language::en;
    CHECK(has(cli::execute(office.call).err, "weg.docx is not there or cannot be read"));
}

TEST_CASE("house: an output that names its form, or is refreshed or compared, takes no template") {
    for (const auto* other : {"--format", "--update", "--check", "--table"}) {
        std::vector<const char*> words{"belegd", "overview", "m.belegd", "--template", "h.docx", other, "docx"};
        if (std::string_view(other) == "--update") words.pop_back();
        const auto read = cli::arguments(static_cast<int>(words.size()), words.data());
        CHECK_FALSE(read.call);
        CHECK(has(read.err, "--template gaat niet samen met "));
    }
}
