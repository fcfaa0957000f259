#include "cli/format.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>

using namespace belegd;
namespace fs = std::filesystem;

namespace {

/// A folder that is there for one test.
struct Folder {
    fs::path path = fs::temp_directory_path() / ("belegd-format-" + std::to_string(std::random_device{}()));
    Folder() { fs::create_directories(path); }
    ~Folder() {
        std::error_code ignored;
        fs::remove_all(path, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    void write(const std::string& name, const std::string& text) const {
        std::ofstream(path / name, std::ios::binary) << text;
    }
    std::string read(const std::string& name) const {
        std::ifstream in(path / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    }
    cli::Call call() const {
        cli::Call out;
        out.command = cli::Call::Command::format;
        out.paths = {path.string()};
        return out;
    }
};

bool has(const std::string& text, const std::string& what) { return text.find(what) != std::string::npos; }

}  // namespace

TEST_CASE("format: changes files in place, and only those that it has something to change in") {
    const Folder folder;
    folder.write("a.belegd", "Gemeente   Oost\n");
    folder.write("b.belegd", "gemeente Oost\n");
    fs::permissions(folder.path / "a.belegd", fs::perms::owner_read | fs::perms::owner_write);
    const auto found = cli::execute(folder.call());
    CHECK(found.exit_code == 0);
    CHECK(found.out.empty());
    CHECK(has(found.err, "a.belegd is opgemaakt"));
    CHECK_FALSE(has(found.err, "b.belegd"));
    CHECK(folder.read("a.belegd") == "gemeente Oost\n");
    CHECK(fs::status(folder.path / "a.belegd").permissions() == (fs::perms::owner_read | fs::perms::owner_write));
}

TEST_CASE("format: --check names what would change and writes nothing") {
    const Folder folder;
    folder.write("a.belegd", "Gemeente   Oost\n");
    auto call = folder.call();
    call.only_check = true;
    const auto found = cli::execute(call);
    CHECK(found.exit_code == 1);
    CHECK(has(found.err, "a.belegd zou veranderen"));
    CHECK(folder.read("a.belegd") == "Gemeente   Oost\n");
}

TEST_CASE("format: prints, and writes in the other language") {
    const Folder folder;
    folder.write("a.belegd", "gemeente   Oost\n");
    auto call = folder.call();
    call.print = true;
    call.into = Language::en;
    const auto found = cli::execute(call);
    CHECK(found.exit_code == 0);
    CHECK(found.out == "language en\n\nmunicipality Oost\n");
    CHECK(folder.read("a.belegd") == "gemeente   Oost\n");
}

TEST_CASE("format: a file that is not UTF-8 or is not there is left alone") {
    const Folder folder;
    folder.write("a.belegd", "variant v {\nbe\xEBindigt  x }\n");
    CHECK(cli::execute(folder.call()).exit_code == 2);
    CHECK(folder.read("a.belegd") == "variant v {\nbe\xEBindigt  x }\n");
    auto call = folder.call();
    call.paths = {(folder.path / "weg.belegd").string()};
    CHECK(cli::execute(call).exit_code == 2);
}

TEST_CASE("format: the prose of a memorandum is not a model") {
    const Folder folder;
    folder.write("a.md", "Beste   lezer,\n");
    auto call = folder.call();
    call.paths = {(folder.path / "a.md").string()};
    CHECK(cli::execute(call).exit_code == 2);
    CHECK(folder.read("a.md") == "Beste   lezer,\n");
}
