// What belegd says of files that are no model, in the exact words; what a page can hold stands in tests/cases/lezen.
#include "cli/commands.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <string>

#include "unit/cli/folder.hpp"
#include "unit/show.hpp"

using namespace belegd;
using cli::Call;
using cli::Folder;

namespace {

cli::Result checked(const std::string& path, std::optional<Language> language = std::nullopt) {
    Call call;
    call.command = Call::Command::check;
    call.paths = {path};
    call.width = 1000;
    call.language = language;
    return cli::execute(call);
}

/// What is said of one text, with the name of its file left out.
std::string said(const std::string& text) {
    const Folder folder;
    folder.write("m.belegd", text);
    auto out = checked(folder / "m.belegd").err;
    const auto path = folder.path() + "/";
    for (auto at = out.find(path); at != std::string::npos; at = out.find(path)) out.erase(at, path.size());
    return out;
}

std::string many(const std::string& what, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += what;
    return out;
}

}  // namespace

TEST_CASE("unreadable: a file that is not there, a folder without models") {
    const Folder folder;
    const auto gone = checked(folder / "weg.belegd");
    CHECK(gone.err == "belegd: " + (folder / "weg.belegd") + " is er niet of is niet te lezen\n");
    CHECK(gone.exit_code == 2);
    CHECK(checked(folder / "weg.belegd", Language::en).err ==
          "belegd: " + (folder / "weg.belegd") + " is not there or cannot be read\n");
    const auto empty = checked(folder.path());
    CHECK(empty.err == "belegd: in " + folder.path() +
                           " staat geen .belegd-bestand, en geen .md-bestand met een blok dat met ```belegd begint\n");
    CHECK(empty.exit_code == 2);
}

TEST_CASE("unreadable: a file that is used and has vanished, is a folder, or is the model itself") {
    const Folder folder;
    folder.write("deel/m.belegd",
                 "gebruik \"weg.belegd\"\ngebruik \"map.belegd\"\ngebruik \"m.belegd\"\ngemeente Leiden\n");
    std::filesystem::create_directories(folder / "deel/map.belegd");
    const auto out = checked(folder / "deel/m.belegd").err;
    CHECK(count(out, "het bestand ‘weg.belegd’ is er niet of is niet te lezen") == 1);
    CHECK(count(out, "het bestand ‘map.belegd’ is er niet of is niet te lezen") == 1);
    CHECK(count(out, "het bestand m.belegd gebruikt zichzelf") == 1);
    CHECK(count(out, "fout[") == 3);
}

TEST_CASE("unreadable: an empty file has no findings") {
    CHECK(said("") == "geen bevindingen\n");
    CHECK(said("\xEF\xBB\xBF") == "geen bevindingen\n");
    CHECK(said("\r\n\r\n") == "geen bevindingen\n");
}

TEST_CASE("unreadable: a file in Windows-1252 says so, with the character") {
    const auto out = said("gemeente Oostdam\nopmerking \"\x80 100, co\xF6rdinatie\"\n");
    CHECK(count(out, "dit bestand is opgeslagen als Windows-1252 (‘ANSI’) en niet als UTF-8; hier staat ‘€’") == 1);
    CHECK(count(out, "in Kladblok: Opslaan als, en kies bij Codering: UTF-8") == 1);
    CHECK(count(out, "fout[") == 1);
}

TEST_CASE("unreadable: UTF-16, data, and a document of Word") {
    CHECK(count(said(std::string("\xFF\xFEg\0e\0m\0", 8)), "dit bestand is opgeslagen als UTF-16 (‘Unicode’)") == 1);
    CHECK(count(said(std::string("g\0e\0m\0e\0e\0n\0t\0e\0", 16)), "UTF-16 (‘Unicode’)") == 1);
    CHECK(count(said(std::string("PK\x03\x04\x14\0\x06\0", 8)), "een document van een tekstverwerker") == 1);
    CHECK(count(said(std::string("gemeente Oost\0dam", 17)), "tekens 0") == 1);
}

TEST_CASE("unreadable: ten thousand nested braces and brackets") {
    const auto out = said(many("taak t {\n", 10'000) + many("}\n", 10'000));
    CHECK(count(out, "meer dan 64 accolades in elkaar") == 1);
    CHECK(said("mandateert " + many("(", 10'000) + "x" + many(")", 10'000) + "\n").size() > 0);
}

TEST_CASE("unreadable: a line of fifty megabytes is read, and shown in part") {
    const auto begin = std::chrono::steady_clock::now();
    // What takes time by the square of the length takes hours at five megabytes too.
    for (const std::string& line : {std::string(50 << 20, 'x'), many("xxxx ", 1 << 20), many("} ", 5 << 19),
                                    "gemeente " + std::string(5 << 20, 'x'), "bron a \"" + std::string(5 << 20, ' '),
                                    "gebruik " + many("a, ", 1 << 20)}) {
        const auto out = said(line + "\ngemente Oostdam\n");
        CHECK(out.size() < 200'000);
    }
    const auto taken = std::chrono::steady_clock::now() - begin;
    CHECK(std::chrono::duration_cast<std::chrono::seconds>(taken).count() < 120);
}

TEST_CASE("unreadable: of a great many findings the first are shown and the others counted") {
    const auto out = said(many("gemente Oostdam\n", 120));
    CHECK(count(out, "fout[L02") == 50);
    CHECK(count(out, "en nog 70 keer: L02 onbekend begin van een regel\n\n120 fouten\n") == 1);
}
