#include "cli/pdf.hpp"

#include <doctest/doctest.h>

#include <fmt/format.h>
#include <sys/wait.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <thread>

#include "render/render.hpp"
#include "unit/cli/folder.hpp"
#include "unit/render/sample.hpp"
#include "unit/show.hpp"

using namespace belegd;
using cli::Folder;

namespace {

/// Another value of a variable of the environment, for one test.
class Variable {
   public:
    Variable(const char* name, const std::string& value) : name_(name) {
        if (const char* before = std::getenv(name)) before_ = before;
        ::setenv(name, value.c_str(), 1);
    }
    ~Variable() { before_ ? ::setenv(name_, before_->c_str(), 1) : ::unsetenv(name_); }
    Variable(const Variable&) = delete;
    Variable& operator=(const Variable&) = delete;

   private:
    const char* name_;
    std::optional<std::string> before_;
};

/// Which folder is that of the program, and that of temporary files; a program called `soffice` that is this script.
struct Office {
    explicit Office(const std::string& script, const char* name = "soffice") {
        namespace fs = std::filesystem;
        fs::create_directories(folder / "tijdelijk");
        fs::create_directories(folder / "bin");
        if (!script.empty()) {
            folder.write(std::string("bin/") + name, "#!/bin/sh\n" + script);
            fs::permissions(folder / (std::string("bin/") + name), fs::perms::owner_all);
        }
    }
    bool left_nothing() const { return std::filesystem::is_empty(folder / "tijdelijk"); }

    Folder folder;
    Variable room{"TMPDIR", folder / "tijdelijk"};
};

/// Where what is asked for comes: the last word, and the one behind --outdir.
const std::string kAsked =
    "for text; do :; done\nwhile [ \"$1\" != --outdir ]; do shift; done\nmade=\"$2/tekst.pdf\"\n";

int exit_of(const std::string& command) {
    const auto status = std::system(command.c_str());
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

TEST_CASE("pdf: what LibreOffice makes of the text, in a folder that is gone afterwards") {
    for (const auto* name : {"soffice", "libreoffice"}) {
        const Office office(kAsked + "{ echo %PDF-1.4; cat \"$text\"; } >\"$made\"\n", name);
        const Variable path("PATH", (office.folder / "bin") + ":/usr/bin:/bin");
        if (std::string(name) == "libreoffice" && exit_of("command -v soffice >/dev/null") == 0) continue;
        Text wrong;
        const auto pdf = cli::pdf_of("de tekst", wrong);
        REQUIRE(pdf);
        CHECK(*pdf == "%PDF-1.4\nde tekst");
        CHECK(office.left_nothing());
    }
}

TEST_CASE("pdf: it is asked for tags, for an archive, and with a profile of its own") {
    const Office office(kAsked + "echo %PDF-1.4 >\"$made\"\n");
    office.folder.write("bin/soffice",
                        "#!/bin/sh\nprintf '%s\\n' \"$@\" >'" + (office.folder / "gevraagd") + "'\nexit 1\n");
    const Variable path("PATH", (office.folder / "bin") + ":/usr/bin:/bin");
    Text wrong;
    CHECK_FALSE(cli::pdf_of("de tekst", wrong));
    const auto asked = office.folder.read("gevraagd");
    CHECK(has(asked, "-env:UserInstallation=file://" + (office.folder / "tijdelijk/belegd-")));
    CHECK(has(asked, R"("PDFUACompliance":{"type":"boolean","value":"true"})"));
    CHECK(has(asked, R"("UseTaggedPDF":{"type":"boolean","value":"true"})"));
    CHECK(has(asked, "--headless\n"));
}

TEST_CASE("pdf: no LibreOffice, one that fails, one that makes something else, and one that does not end") {
    const auto said = [](const std::string& script) {
        const Office office(script);
        const Variable path("PATH", (office.folder / "bin") + (script.empty() ? "" : ":/usr/bin:/bin"));
        Text wrong;
        const auto begin = std::chrono::steady_clock::now();
        CHECK_FALSE(cli::pdf_of("de tekst", wrong, std::chrono::milliseconds(1000)));
        CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(30));
        CHECK(office.left_nothing());
        CHECK_FALSE(wrong.en.empty());
        return wrong.nl;
    };
    CHECK(has(said(""), "voor een pdf is LibreOffice nodig"));
    CHECK(has(said(""), "-o bijlage.docx"));
    CHECK(has(said("exit 3\n"), "maakte er geen pdf van"));
    CHECK(has(said("exit 0\n"), "maakte er geen pdf van"));
    CHECK(has(said(kAsked + "cat \"$text\" >\"$made\"\n"), "maakte er geen pdf van"));
    CHECK(has(said(kAsked + "echo %PDF-1.4 >\"$made\"\nexit 1\n"), "maakte er geen pdf van"));
    CHECK(has(said("sleep 100 & sleep 100\n"), "was na 1 s niet klaar"));
}

TEST_CASE("pdf: behind -o and --format, of every document; nothing is written when it cannot be made") {
    const Office office(kAsked + "{ echo %PDF-1.4; cat \"$text\"; } >\"$made\"\n");
    const auto& folder = office.folder;
    folder.write("m.belegd", "gemeente Leiden\n");
    const auto call = [&](const std::string& path, const std::string& words) {
        return exit_of(
            fmt::format("cd '{}' && PATH='{}' '{}' {} >uit 2>fout", folder.path(), path, BELEGD_BINARY, words));
    };
    const auto there = (folder / "bin") + ":/usr/bin:/bin";
    CHECK(call(there, "overview m.belegd -o x.pdf") == 0);
    CHECK(call(there, "overview m.belegd -o x.odt") == 0);
    CHECK(folder.read("x.pdf") == "%PDF-1.4\n" + folder.read("x.odt"));
    CHECK(call(there, "overview m.belegd --format pdf") == 0);
    CHECK(folder.read("uit") == folder.read("x.pdf"));
    for (const auto* words : {"explain bijstand", "rules m.belegd", "questions m.belegd"}) {
        CAPTURE(std::string(words));
        CHECK(call(there, std::string(words) + " -o y.PDF") == 0);
        CHECK(folder.read("y.PDF").starts_with("%PDF-"));
    }
    folder.write("x.pdf", "oud");
    CHECK(call(folder / "tijdelijk", "overview m.belegd -o x.pdf") == 2);
    CHECK(has(folder.read("fout"), "belegd: voor een pdf is LibreOffice nodig"));
    CHECK(folder.read("x.pdf") == "oud");
    CHECK(call(folder / "tijdelijk", "--lang en overview m.belegd -o x.pdf") == 2);
    CHECK(has(folder.read("fout"), "belegd: a pdf needs LibreOffice"));
    CHECK(call(there, "check m.belegd --format pdf") == 2);
    CHECK(call(there, "overview weg.belegd -o z.pdf") == 2);
    CHECK_FALSE(std::filesystem::exists(folder / "z.pdf"));
    CHECK(office.left_nothing());
}

TEST_CASE("pdf: who stops belegd leaves no folder and no program behind") {
    const Office office("sleep 60 & echo $! >\"${0%/bin/soffice}/kind\"\nwait\n");
    const auto& folder = office.folder;
    folder.write("m.belegd", "gemeente Leiden\n");
    folder.write(
        "stop.sh",
        fmt::format("exec 2>/dev/null\ncd '{}'\nPATH='{}:/usr/bin:/bin' '{}' overview m.belegd -o x.pdf 2>fout &\n"
                    "for try in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do\n"
                    "  [ -s kind ] && break\n  sleep 0.5\ndone\n"
                    "kill -TERM $!\nwait $!\necho $? >uitkomst\n",
                    folder.path(), folder / "bin", BELEGD_BINARY));
    CHECK(exit_of("sh '" + (folder / "stop.sh") + "'") == 0);
    CHECK(folder.read("uitkomst") == "143\n");
    CHECK(office.left_nothing());
    CHECK_FALSE(std::filesystem::exists(folder / "x.pdf"));
    // What it began is gone, or only waits to be taken off the list.
    const auto child = folder.read("kind");
    REQUIRE(child.size() > 1);
    std::string state;
    for (int tries = 0; tries < 50 && state != "gone"; ++tries) {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        std::ifstream in("/proc/" + child.substr(0, child.size() - 1) + "/stat");
        std::string number, name;
        if (!(in >> number >> name >> state) || state == "Z") state = "gone";
    }
    CHECK(state == "gone");
}

TEST_CASE("pdf: by LibreOffice itself, where it is there, from a folder with a blank in its name") {
    Text wrong;
    const Folder folder;
    std::filesystem::create_directories(folder / "é ü");
    const Variable room("TMPDIR", folder / "é ü");
    const auto pdf = cli::pdf_of(render::odt(sample::overview(), Language::nl), wrong);
    if (!pdf && has(wrong.nl, "voor een pdf is LibreOffice nodig")) return;
    CHECK(wrong.nl == "");
    REQUIRE(pdf);
    for (const auto* part : {"%PDF-", "pdfuaid:part", "pdfaid:part", "/Lang(nl-NL)"}) CHECK(has(*pdf, part));
    CHECK(std::filesystem::is_empty(folder / "é ü"));
}
