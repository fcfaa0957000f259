#include "cli/files.hpp"

#include <doctest/doctest.h>

#include <sys/stat.h>

#include <string>
#include <vector>

#include "unit/cli/folder.hpp"
#include "unit/show.hpp"

using namespace belegd;
namespace fs = std::filesystem;

using cli::Folder;

TEST_CASE("files: the bytes of a file as they are") {
    const Folder folder;
    const std::string bytes("taal nl\r\n\0\xFF", 12);
    folder.write("a.belegd", bytes);
    folder.write("leeg.belegd", "");
    CHECK(cli::file_text(folder / "a.belegd") == bytes);
    CHECK(cli::file_text(folder / "leeg.belegd") == "");
}

TEST_CASE("files: what is not there or is no file has no text") {
    const Folder folder;
    CHECK_FALSE(cli::file_text(folder / "weg.belegd").has_value());
    CHECK_FALSE(cli::file_text(folder.path()).has_value());
    CHECK_FALSE(cli::file_text("").has_value());
}

TEST_CASE("files: a folder stands for the models in and below it, by name") {
    const Folder folder;
    folder.write("b.belegd", "");
    folder.write("a.belegd", "");
    folder.write("README.md", "");
    folder.write("deel/c.belegd", "");
    folder.write("x.belegd.bak", "");
    fs::create_directories(folder / "map.belegd");
    CHECK(cli::model_files(folder.path()) ==
          std::vector<std::string>{folder / "a.belegd", folder / "b.belegd", folder / "deel/c.belegd"});
    CHECK(cli::model_files(folder / "deel") == std::vector<std::string>{folder / "deel/c.belegd"});
}

TEST_CASE("files: a folder stands for the memoranda in it that hold a model, but for no README") {
    const Folder folder;
    const std::string model = "Memo\n```belegd\ngemeente Leiden\n```\n";
    folder.write("memo.md", model);
    folder.write("README.md", model);
    folder.write("deel/readme.md", model);
    folder.write("notitie.md", "zonder model");
    folder.write("a.belegd", "");
    CHECK(cli::model_files(folder.path()) == std::vector<std::string>{folder / "a.belegd", folder / "memo.md"});
    CHECK(cli::model_files(folder / "README.md") == std::vector<std::string>{folder / "README.md"});
}

TEST_CASE("files: a path that is no folder stands for itself, whether it is there or not") {
    const Folder folder;
    folder.write("a.txt", "");
    CHECK(cli::model_files(folder / "a.txt") == std::vector<std::string>{folder / "a.txt"});
    CHECK(cli::model_files(folder / "weg") == std::vector<std::string>{folder / "weg"});
    const Folder empty;
    CHECK(cli::model_files(empty.path()).empty());
}

TEST_CASE("files: what is written replaces what was there, and leaves nothing beside it") {
    const Folder folder;
    CHECK(cli::write_file(folder / "uit.md", "een").empty());
    CHECK(cli::file_text(folder / "uit.md") == "een");
    CHECK(cli::write_file(folder / "uit.md", "twee").empty());
    CHECK(cli::file_text(folder / "uit.md") == "twee");
    CHECK(folder.names() == std::vector<std::string>{"uit.md"});
}

TEST_CASE("files: what is written through a link stays behind it, with the rights it had") {
    const Folder folder;
    folder.write("deel/uit.md", "een");
    std::error_code error;
    fs::permissions(folder / "deel/uit.md", fs::perms::owner_read | fs::perms::owner_write);
    fs::create_symlink("deel/uit.md", folder / "link.md", error);
    if (error) return;  // a system without links
    CHECK(cli::write_file(folder / "link.md", "twee").empty());
    CHECK(fs::is_symlink(folder / "link.md"));
    CHECK(cli::file_text(folder / "deel/uit.md") == "twee");
    CHECK(fs::status(folder / "deel/uit.md").permissions() == (fs::perms::owner_read | fs::perms::owner_write));
}

TEST_CASE("files: what is written hides from nobody who may read it, and destroys no file beside it") {
    const Folder folder;
    folder.write("uit.md", "een");
    folder.write("uit.md.part", "van een ander");
    CHECK(cli::write_file(folder / "uit.md", "twee").empty());
    CHECK(folder.read("uit.md") == "twee");
    CHECK(folder.read("uit.md.part") == "van een ander");
    CHECK(folder.names() == std::vector<std::string>{"uit.md", "uit.md.part"});
}

TEST_CASE("files: what somebody saved meanwhile stays") {
    const Folder folder;
    folder.write("uit.md", "een");
    CHECK(cli::write_file(folder / "uit.md", "opgemaakt", "een").empty());
    folder.write("uit.md", "haar werk");
    CHECK(has(cli::write_file(folder / "uit.md", "opgemaakt", "opgemaakt").nl, "gewijzigd terwijl belegd bezig was"));
    CHECK(folder.read("uit.md") == "haar werk");
    CHECK_FALSE(cli::write_file(folder / "weg.md", "opgemaakt", "een").empty());
    CHECK(folder.names() == std::vector<std::string>{"uit.md"});
}

TEST_CASE("files: read-only stays read-only, for root too and through a link") {
    const Folder folder;
    folder.write("uit.md", "een");
    fs::permissions(folder / "uit.md", fs::perms::owner_read);
    CHECK(has(cli::write_file(folder / "uit.md", "twee").nl, "is alleen te lezen"));
    std::error_code error;
    fs::create_symlink("uit.md", folder / "link.md", error);
    if (!error) CHECK(has(cli::write_file(folder / "link.md", "twee").en, "is read-only"));
    CHECK(folder.read("uit.md") == "een");
}

TEST_CASE("files: a device, a pipe, and a file that fails while it is read") {
    const Folder folder;
    for (const std::string& path : {std::string("/dev/zero"), std::string("/dev/null"), folder / "pijp"}) {
        CAPTURE(path);
        if (path == folder / "pijp" && mkfifo(path.c_str(), 0600) != 0) continue;
        CHECK_FALSE(cli::file_text(path).has_value());
        CHECK(has(cli::why_not_read(path).nl, "is een apparaat of een pijp en geen bestand"));
    }
    CHECK_FALSE(cli::file_text("/proc/self/mem").has_value());
    CHECK(has(cli::why_not_read("/proc/self/mem").nl, "is niet te lezen"));
    fs::resize_file((folder.write("groot.md", ""), folder / "groot.md"), (512u << 20) + 1);  // holds nothing
    CHECK_FALSE(cli::file_text(folder / "groot.md").has_value());
    CHECK(has(cli::why_not_read(folder / "groot.md").nl, "is groter dan 512 MB"));
}

TEST_CASE("files: a path as a report names it") {
    CHECK(cli::from_here("model.belegd") == "model.belegd");
    CHECK(cli::from_here("./deel//../model.belegd") == "model.belegd");
    CHECK(cli::from_here("../model.belegd") == "../model.belegd");
    CHECK(cli::from_here((fs::current_path() / "deel/model.belegd").string()) == "deel/model.belegd");
    CHECK(cli::from_here("/ergens/anders/model.belegd") == "/ergens/anders/model.belegd");
}

TEST_CASE("files: what cannot be written changes nothing") {
    const Folder folder;
    CHECK_FALSE(cli::write_file(folder / "weg/uit.md", "een").empty());
    CHECK(folder.names().empty());
    fs::create_directories(folder / "map");
    (void)cli::write_file(folder / "map", "een");
    CHECK(folder.names() == std::vector<std::string>{"map"});
}

TEST_CASE("files: what cannot be written in the place of a folder is said not to be written") {
    const Folder folder;
    fs::create_directories(folder / "map");
    CHECK_FALSE(cli::write_file(folder / "map", "een").empty());
}

TEST_CASE("files: into a folder go all files or none, and what else stands there stays") {
    const Folder folder;
    using Files = std::vector<cli::NewFile>;
    const Files two{{"a.csv", "a"}, {"b.csv", "b"}};
    CHECK(cli::write_folder(folder / "nieuw/diep/", two).empty());
    CHECK(folder.read("nieuw/diep/a.csv") == "a");
    folder.write("map/a.csv", "oud");
    folder.write("map/c.txt", "anders");
    CHECK(cli::write_folder(folder / "map", two).empty());
    CHECK(folder.read("map/a.csv") == "a");
    CHECK(folder.read("map/b.csv") == "b");
    CHECK(folder.read("map/c.txt") == "anders");
    // Where one of them cannot be written, none is, and no folder is left.
    folder.write("dicht/b.csv/x", "");
    folder.write("dicht/a.csv", "oud");
    CHECK(has(cli::write_folder(folder / "dicht/", two).nl, "b.csv is niet te schrijven"));
    CHECK(folder.read("dicht/a.csv") == "oud");
    folder.write("vast/b.csv", "oud");
    fs::permissions(folder / "vast/b.csv", fs::perms::owner_read);
    CHECK(has(cli::write_folder(folder / "vast/", two).nl, "is alleen te lezen"));
    CHECK_FALSE(fs::exists(folder / "vast/a.csv"));
    CHECK(cli::write_folder(folder / "weg/op/", {{"x/y.csv", ""}}).nl.ends_with("er is niets veranderd"));
    CHECK_FALSE(fs::exists(folder / "weg"));
    folder.write("bestand", "tekst");
    CHECK(has(cli::write_folder(folder / "bestand/", two).nl, "is er niet en is niet te maken"));
    CHECK(has(cli::write_folder(folder / "bestand/onder/", two).nl, "is er niet en is niet te maken"));
    CHECK(folder.read("bestand") == "tekst");
}

TEST_CASE("files: a file that a model uses lies beside it or below") {
    const Folder folder;
    folder.write("model/model.belegd", "");
    folder.write("model/taken.belegd", "taken");
    folder.write("model/deel/hulp.belegd", "hulp");
    folder.write("geheim.belegd", "geheim");
    const auto beside = [&](const std::string& path) { return cli::beside(folder / "model/model.belegd", path); };
    CHECK(beside("taken.belegd") == "taken");
    CHECK(beside("./taken.belegd") == "taken");
    CHECK(beside("deel/hulp.belegd") == "hulp");
    CHECK(beside("deel/../taken.belegd") == "taken");
    CHECK_FALSE(beside("weg.belegd").has_value());
    CHECK_FALSE(beside("deel").has_value());
    CHECK_FALSE(beside("../geheim.belegd").has_value());
    CHECK_FALSE(beside("deel/../../geheim.belegd").has_value());
    CHECK_FALSE(beside(folder / "geheim.belegd").has_value());
    CHECK_FALSE(beside("/etc/passwd").has_value());
    CHECK_FALSE(beside("").has_value());
}

TEST_CASE("files: a link that leads out of the folder is outside") {
    const Folder folder;
    folder.write("model/model.belegd", "");
    folder.write("geheim.belegd", "geheim");
    folder.write("model-2/taken.belegd", "van een ander");
    std::error_code error;
    fs::create_symlink("../geheim.belegd", folder / "model/link.belegd", error);
    if (error) return;  // a system without links
    CHECK_FALSE(cli::beside(folder / "model/model.belegd", "link.belegd").has_value());
    CHECK_FALSE(cli::beside(folder / "model/model.belegd", "../model-2/taken.belegd").has_value());
}

TEST_CASE("files: a model in the folder one stands in") {
    const Folder folder;
    folder.write("taken.belegd", "taken");
    const auto before = fs::current_path();
    fs::current_path(folder.path());
    CHECK(cli::beside("model.belegd", "taken.belegd") == "taken");
    CHECK(cli::beside("./model.belegd", "taken.belegd") == "taken");
    fs::current_path(before);
}
