#include "cli/format.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>

#include "syntax/markdown.hpp"
#include "unit/cli/folder.hpp"
#include "unit/show.hpp"

using namespace belegd;
namespace fs = std::filesystem;

namespace {

using cli::Folder;

cli::Call format_of(const Folder& folder) {
    cli::Call out;
    out.command = cli::Call::Command::format;
    out.paths = {folder.path()};
    return out;
}

}  // namespace

TEST_CASE("format: changes files in place, and only those that it has something to change in") {
    const Folder folder;
    folder.write("a.belegd", "Gemeente   Oost\n");
    folder.write("b.belegd", "gemeente Oost\n");
    fs::permissions(folder / "a.belegd", fs::perms::owner_read | fs::perms::owner_write);
    const auto found = cli::execute(format_of(folder));
    CHECK(found.exit_code == 0);
    CHECK(found.out.empty());
    CHECK(has(found.err, "a.belegd is opgemaakt"));
    CHECK_FALSE(has(found.err, "b.belegd"));
    CHECK(folder.read("a.belegd") == "gemeente Oost\n");
    CHECK(fs::status(folder / "a.belegd").permissions() == (fs::perms::owner_read | fs::perms::owner_write));
}

TEST_CASE("format: --check names what would change and writes nothing") {
    const Folder folder;
    folder.write("a.belegd", "Gemeente   Oost\n");
    auto call = format_of(folder);
    call.only_check = true;
    const auto found = cli::execute(call);
    CHECK(found.exit_code == 1);
    CHECK(has(found.err, "a.belegd zou veranderen"));
    CHECK(folder.read("a.belegd") == "Gemeente   Oost\n");
}

TEST_CASE("format: prints, and writes in the other language") {
    const Folder folder;
    folder.write("a.belegd", "gemeente   Oost\n");
    auto call = format_of(folder);
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
    CHECK(cli::execute(format_of(folder)).exit_code == 2);
    CHECK(folder.read("a.belegd") == "variant v {\nbe\xEBindigt  x }\n");
    auto call = format_of(folder);
    call.paths = {folder / "weg.belegd"};
    CHECK(cli::execute(call).exit_code == 2);
}

TEST_CASE("format: a file whose lines end in a carriage return alone is left alone") {
    const Folder folder;
    folder.write("a.belegd", "gemeente   Oost\rgemeente West\r");
    const auto found = cli::execute(format_of(folder));
    CHECK(found.exit_code == 2);
    CHECK(has(found.err, "eindigt een regel met alleen U+000D"));
    CHECK(folder.read("a.belegd") == "gemeente   Oost\rgemeente West\r");
}

TEST_CASE("format: a file that may not be written is left alone") {
    const Folder folder;
    folder.write("a.belegd", "gemeente   Oost\n");
    fs::permissions(folder / "a.belegd", fs::perms::owner_read);
    const auto found = cli::execute(format_of(folder));
    CHECK(found.exit_code == 2);
    CHECK(has(found.err, "is alleen te lezen en blijft zoals het is"));
    CHECK(folder.read("a.belegd") == "gemeente   Oost\n");
}

TEST_CASE("format: the prose of a memorandum is not a model") {
    const Folder folder;
    folder.write("a.md", "Beste   lezer,\n");
    auto call = format_of(folder);
    call.paths = {folder / "a.md"};
    CHECK(cli::execute(call).exit_code == 2);
    CHECK(folder.read("a.md") == "Beste   lezer,\n");
}

TEST_CASE("format: the blocks of a memorandum, in lists and quotations too, and its prose byte for byte") {
    const Folder folder;
    const std::string before =
        "# Memo   \n\n```belegd\nGemeente   Oost\n```\n\n- punt:\n\n  ~~~belegd\n  variant v {\n\n  status   besloten "
        "}\n"
        "  ~~~\n\n> ```belegd\n> Gemeente  West\n>\n> gemeente   Zuid\n> ```\n\n1.  ```belegd\n    toets   a van b\n"
        "    ```\n\nGemeente   blijft.\t\n\n    ```belegd\n    Gemeente   Noord\n    ```\n";
    const std::string after =
        "# Memo   \n\n```belegd\ngemeente Oost\n```\n\n- punt:\n\n  ~~~belegd\n  variant v {\n    status  besloten\n  "
        "}\n"
        "  ~~~\n\n> ```belegd\n> gemeente West\n>\n> gemeente Zuid\n> ```\n\n1.  ```belegd\n    toets a van b\n"
        "    ```\n\nGemeente   blijft.\t\n\n    ```belegd\n    Gemeente   Noord\n    ```\n";
    folder.write("a.md", before);
    const auto found = cli::execute(format_of(folder));
    CHECK_MESSAGE(found.exit_code == 0, found.err);
    CHECK(has(found.err, "a.md is opgemaakt"));
    CHECK(folder.read("a.md") == after);
    CHECK(cli::execute(format_of(folder)).err.empty());
    CHECK(folder.read("a.md") == after);
}

TEST_CASE("format: a block that goes on in the next stays, and so do lines that do not begin alike") {
    const Folder folder;
    const std::string open = "```belegd\nvariant v {\n      status   besloten\n```\n\nen:\n\n```belegd\n}\n```\n\n";
    folder.write("a.md", open + "```belegd\nGemeente   Oost\n```\n");
    const auto found = cli::execute(format_of(folder));
    CHECK(folder.read("a.md") == open + "```belegd\ngemeente Oost\n```\n");
    CHECK(has(found.err, "a.md:2: hier blijft het blok zoals het er staat"));
    CHECK(has(found.err, "a.md:9: hier blijft het blok zoals het er staat"));

    const std::string uneven = "> ```belegd\n> Gemeente   Oost\n>gemeente   West\n> ```\n";
    folder.write("a.md", uneven);
    CHECK(has(cli::execute(format_of(folder)).err, "a.md:2: hier blijft het blok"));
    CHECK(folder.read("a.md") == uneven);
}

TEST_CASE("format: a memorandum in the other language, all of it or nothing") {
    const Folder folder;
    folder.write("a.md", "Prose.\n\n```belegd\ngebruik wgr\n```\n\n```belegd\ngemeente Oost\n```\n");
    auto call = format_of(folder);
    call.into = Language::en;
    CHECK(cli::execute(call).exit_code == 0);
    CHECK(folder.read("a.md") ==
          "Prose.\n\n```belegd\nlanguage en\nuse wgr\n```\n\n```belegd\nmunicipality Oost\n```\n");
    const std::string open = "```belegd\nvariant v {\n```\n\n```belegd\n}\n```\n";
    folder.write("a.md", open);
    CHECK(has(cli::execute(call).err, "blijft zoals het is"));
    CHECK(folder.read("a.md") == open);
}

TEST_CASE("format: the memorandum among the models keeps its prose, its findings and its tests") {
    const Folder folder;
    std::ifstream in(BELEGD_ROOT "/models/memo-sociale-dienst/memo.md", std::ios::binary);
    const std::string memo{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    folder.write("memo.md", memo);
    cli::execute(format_of(folder));
    const auto once = folder.read("memo.md");
    cli::execute(format_of(folder));
    CHECK(folder.read("memo.md") == once);
    cli::Call test;
    test.command = cli::Call::Command::test;
    test.paths = {folder / "memo.md"};
    CHECK(cli::execute(test).exit_code == 0);
}

TEST_CASE("format: of every page of the tests and the reference only the models change, and only once") {
    for (const auto* where : {"/tests/cases", "/dsl/reference"})
        for (const auto& each : fs::recursive_directory_iterator(std::string(BELEGD_ROOT) + where)) {
            if (each.path().extension() != ".md") continue;
            CAPTURE(each.path().string());
            const Folder folder;
            std::ifstream in(each.path(), std::ios::binary);
            const std::string page{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
            if (!syntax::has_model(page)) continue;
            folder.write("a.md", page);
            cli::execute(format_of(folder));
            const auto once = folder.read("a.md");
            const auto prose = [](const std::string& text) {
                std::string out;
                for (const auto& line : syntax::lines_of_markdown(text))
                    if (line.kind != syntax::MarkdownLine::model)
                        out += text.substr(line.begin, line.end - line.begin) + "\n";
                return out;
            };
            CHECK(prose(once) == prose(page));
            cli::execute(format_of(folder));
            CHECK(folder.read("a.md") == once);
        }
}
