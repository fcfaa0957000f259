// The worked models: everything the tool makes of them, and the exit codes of the tool itself.
#include "golden.hpp"

#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "diagnostics/messages/decisions.hpp"
#include "system/processes.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <vector>

namespace belegd::golden {
namespace fs = std::filesystem;

bool updating() {
    const char* asked = std::getenv("UPDATE_GOLDEN");
    return asked != nullptr && *asked != '\0' && std::string_view(asked) != "0";
}

std::optional<std::string> text_of(const std::string& path) {
    std::ifstream in(fs::path(BELEGD_ROOT) / path, std::ios::binary);
    if (!in) return std::nullopt;
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

void write(const std::string& path, const std::string& text) {
    const auto file = fs::path(BELEGD_ROOT) / path;
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
}

std::optional<std::string> difference(const std::string& expected, const std::string& found) {
    if (expected == found) return std::nullopt;
    std::istringstream left(expected), right(found);
    for (std::size_t number = 1;; ++number) {
        std::string wanted, there;
        const bool more = static_cast<bool>(std::getline(left, wanted)),
                   longer = static_cast<bool>(std::getline(right, there));
        if (more && longer && wanted == there) continue;
        const auto shown = [](bool any, const std::string& line) {
            return any ? "|" + line : std::string("(the end)");
        };
        return fmt::format("line {} differs\n  expected {}\n  found    {}", number, shown(more, wanted),
                           shown(longer, there));
    }
}

namespace {

using Command = cli::Call::Command;

/// Commands name a model by its path from here, so that no text depends on where the project lies.
class Inside {
   public:
    explicit Inside(const fs::path& folder) : before_(fs::current_path()) { fs::current_path(folder); }
    ~Inside() {
        std::error_code ignored;
        fs::current_path(before_, ignored);
    }
    Inside(const Inside&) = delete;
    Inside& operator=(const Inside&) = delete;

   private:
    fs::path before_;
};

cli::Result result(Command command, const std::string& model, const std::string& format = "",
                   const std::string& asked = "") {
    cli::Call call;
    call.command = command;
    call.paths = {model};
    call.format = format;
    call.width = 100;
    if (command == Command::compare) call.before = asked;
    if (command == Command::impact) call.name = asked;
    if (command == Command::timeline || command == Command::decisions) call.today = day_of(2026, 1, 1);
    return cli::execute(call);
}

/// What stands in `expected/`, by file name.
struct Golden {
    const char* name;
    Command command;
    const char* format;
};
constexpr Golden kGolden[] = {{"check.txt", Command::check, ""},         {"questions.txt", Command::questions, ""},
                              {"timeline.txt", Command::timeline, ""},   {"decisions.txt", Command::decisions, ""},
                              {"repair.txt", Command::repair, ""},       {"overview.txt", Command::overview, ""},
                              {"overview.md", Command::overview, "md"},  {"overview.html", Command::overview, "html"},
                              {"overview.csv", Command::overview, "csv"}};

/// These models name costs that are more than one amount.
constexpr const char* kCosted[] = {"dvo-backoffice", "leiden-leiderdorp-2008", "leidschendam-voorburg-2012",
                                   "voorschoten-sociaal-domein", "voorschoten-werk-en-inkomen"};
constexpr Golden kCosts = {"costs.txt", Command::costs, ""};

/// Two situations of a model beside each other, and what runs through a party.
struct Asked {
    const char *model, *what;
    Golden golden;
};
constexpr Asked kAsked[] = {
    {"voorschoten-sociaal-domein", "samen_2024", {"compare.txt", Command::compare, ""}},
    {"voorschoten-sociaal-domein", "Leidschendam-Voorburg", {"impact.txt", Command::impact, ""}},
    {"voorschoten-werk-en-inkomen", "naar_leiden", {"compare.txt", Command::compare, ""}},
    {"leiden-leiderdorp-2008", "Leiden", {"impact.txt", Command::impact, ""}},
    {"openbaar-lichaam-met-pakketten", "Oostdam", {"impact.txt", Command::impact, ""}},
};

/// The drawings of these models: some forms are there only where Graphviz finds the places.
constexpr const char* kDrawn[] = {"voorschoten-werk-en-inkomen", "openbaar-lichaam-met-pakketten"};
constexpr Golden kDrawings[] = {{"drawing.mmd", Command::graph, "mermaid"},
                                {"drawing.dot", Command::graph, "dot"},
                                {"drawing.svg", Command::graph, "svg"},
                                {"drawing.drawio", Command::graph, "drawio"}};

/// The worked models: the files below models/ that hold one.
std::vector<fs::path> models() {
    std::vector<fs::path> out;
    for (const auto& file : cli::model_files((fs::path(BELEGD_ROOT) / "models").string())) out.emplace_back(file);
    return out;
}

}  // namespace

namespace {

std::string from_root(const fs::path& file) { return fs::relative(file, BELEGD_ROOT).generic_string(); }

/// The style of a page stands once, in src/render/page.css: of a golden page only that it is there.
std::string without_style(std::string page) {
    auto style = text_of("src/render/page.css").value_or("");
    while (style.ends_with('\n')) style.pop_back();
    if (const auto at = page.find("<style>\n" + style + "\n</style>"); at != std::string::npos && !style.empty())
        page.replace(at + 8, style.size(), "/* src/render/page.css */");
    return page;
}

void check_text(const fs::path& model, const Golden& golden, const std::string& asked = "") {
    const auto path = from_root(model.parent_path() / "expected" / golden.name);
    const auto found = result(golden.command, model.filename().string(), golden.format, asked);
    auto said = golden.command == Command::check ? found.err : found.out;
    if (std::string_view(golden.format) == "html") said = without_style(std::move(said));
    CHECK(!said.empty());
    // Of a model that decides nothing there is nothing to show.
    if (golden.command == Command::decisions && said.find(say(message::no_decisions).nl) != std::string::npos) return;
    const auto expected = text_of(path);
    if (updating() && expected != said)
        write(path, said);
    else if (const auto differs = difference(expected.value_or(""), said))
        FAIL_CHECK(fmt::format("{}: {}", path, *differs));
}

void check_texts(const fs::path& model) {
    const Inside inside(model.parent_path());
    for (const auto& golden : kGolden) check_text(model, golden);
    const bool draws = !system::program({"dot"}).empty();
    const auto name = model.parent_path().filename();
    for (const auto& each : kAsked)
        if (name == each.model) check_text(model, each.golden, each.what);
    if (std::find(std::begin(kCosted), std::end(kCosted), name) != std::end(kCosted)) check_text(model, kCosts);
    if (std::find(std::begin(kDrawn), std::end(kDrawn), name) == std::end(kDrawn)) return;
    for (const auto& golden : kDrawings) {
        const std::string_view format = golden.format;
        if (draws || (format != "svg" && format != "drawio")) check_text(model, golden);
    }
}

bool is_memorandum(const fs::path& model) { return model.extension() == ".md"; }

void check_memorandum(const fs::path& model) {
    cli::Call call;
    call.command = Command::overview;
    call.update = true;
    call.paths = {model.string()};
    const auto found = cli::execute(call);
    CAPTURE(found.err);
    CHECK(found.exit_code == 0);
    if (found.files.empty()) return;
    const auto path = from_root(model);
    if (updating())
        write(path, found.files.at(0).text);
    else
        FAIL_CHECK(fmt::format("{}: {}", path, *difference(text_of(path).value_or(""), found.files.at(0).text)));
}

void check_own_tests(const fs::path& model) {
    const Inside inside(model.parent_path());
    const auto found = result(Command::test, model.filename().string());
    CAPTURE(found.err);
    CHECK(found.exit_code == 0);
}

}  // namespace

void check_model(const std::string& folder) {
    std::size_t checked = 0;
    for (const auto& model : models()) {
        if (from_root(model.parent_path()) != folder) continue;
        ++checked;
        check_texts(model);
        if (is_memorandum(model)) check_memorandum(model);
        check_own_tests(model);
    }
    CHECK(checked > 0);
}

TEST_CASE("Every worked model gives the texts beside it") {
    CHECK(!models().empty());
    for (const auto& model : models()) check_texts(model);
}

TEST_CASE("A golden page has the style of every page, once") {
    for (const auto& model : models()) {
        const auto page = text_of(from_root(model.parent_path() / "expected" / "overview.html")).value_or("");
        CAPTURE(model);
        CHECK(page.find("<style>\n/* src/render/page.css */\n</style>") != std::string::npos);
    }
}

TEST_CASE("The overviews in a worked memorandum are up to date") {
    std::size_t memoranda = 0;
    for (const auto& model : models()) {
        if (!is_memorandum(model)) continue;
        ++memoranda;
        check_memorandum(model);
    }
    CHECK(memoranda > 0);
}

TEST_CASE("Every worked model passes its own tests") {
    for (const auto& model : models()) check_own_tests(model);
}

namespace {

/// The exit code of the tool, and whether it wrote to standard output and to standard error.
struct Ended {
    int exit_code;
    bool out, err;
    bool operator==(const Ended&) const = default;
};

/// Runs the tool as a user does, in a folder of its own.
class Tool {
   public:
    Tool() : folder_(fs::temp_directory_path() / fmt::format("belegd-{}", ::getpid())) {
        fs::create_directories(folder_);
    }
    ~Tool() {
        std::error_code ignored;
        fs::remove_all(folder_, ignored);
    }
    Tool(const Tool&) = delete;
    Tool& operator=(const Tool&) = delete;

    void file(const char* name, std::string_view text) const {
        std::ofstream(folder_ / name, std::ios::binary) << text;
    }
    Ended run(const std::string& arguments) const {
        const auto command = fmt::format("cd '{}' && '{}' {} >out 2>err", folder_.string(), BELEGD_BINARY, arguments);
        const auto status = std::system(command.c_str());
        const auto wrote = [&](const char* name) { return fs::file_size(folder_ / name) > 0; };
        return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, wrote("out"), wrote("err")};
    }

   private:
    fs::path folder_;
};

std::string shown(const Ended& ended) {
    return fmt::format("exit code {}{}{}", ended.exit_code, ended.out ? ", standard output" : "",
                       ended.err ? ", standard error" : "");
}

}  // namespace

TEST_CASE("The exit code says how it ended; results go to standard output, findings to standard error") {
    const Tool tool;
    tool.file("goed.belegd",
              "gebruik sociaal_domein\ngemeente Leiden\n"
              "toets uitvoering van bijstand voor Leiden van rechtswege\n");
    tool.file("toets.belegd",
              "gebruik sociaal_domein\ngemeente Leiden\n"
              "toets uitvoering van bijstand voor Leiden bij Leiderdorp\n");
    tool.file("letters.belegd", "gemente Leiden\n");
    tool.file("zonder.belegd", "gemeente Leiden\n");
    tool.file("tikfout.belegd", "gemeente Leiderdrop\n");
    tool.file("memo.md",
              "```belegd\ngebruik sociaal_domein\ngemeente Leiden\n```\n"
              "<!-- belegd:overzicht -->\n<!-- /belegd -->\n");
    tool.file("alleen_woorden.md", "Memo\n");
    const auto model = fmt::format("'{}/models/voorschoten-werk-en-inkomen'", BELEGD_ROOT);

    const auto expect = [&](const std::string& arguments, const Ended& expected) {
        const auto found = tool.run(arguments);
        if (!(found == expected))
            FAIL_CHECK(fmt::format("belegd {}: {}, expected {}", arguments, shown(found), shown(expected)));
    };
    expect("check " + model, {1, false, true});
    expect("check --format json " + model, {1, true, false});
    expect("overview " + model, {0, true, true});  // there are more, it says
    expect("overview " + model + " bijlage_2", {0, true, false});
    expect("test " + model, {0, true, false});
    expect("explain B01", {0, true, false});
    expect("explain " + model + " 'uitvoering van bijstand' --for Voorschoten", {0, true, false});
    expect("check goed.belegd", {0, false, true});
    expect("test goed.belegd", {0, true, false});
    expect("test toets.belegd", {1, true, true});
    expect("check toets.belegd", {1, false, true});
    expect("test zonder.belegd", {2, true, true});
    expect("check letters.belegd", {2, false, true});
    expect("overview letters.belegd", {2, false, true});
    expect("check ontbreekt.belegd", {2, false, true});
    expect("overview ontbreekt.belegd", {2, false, true});
    expect("explain B99", {2, false, true});
    for (const auto* format : {"sarif", "github", "junit"})
        expect(fmt::format("check --format {} toets.belegd zonder.belegd", format), {1, true, false});
    expect("test --format junit toets.belegd goed.belegd", {1, true, false});
    expect("check tikfout.belegd", {0, false, true});
    expect("check --deny warning tikfout.belegd", {1, false, true});
    expect("--lang en check goed.belegd", {0, false, true});
    expect("check toets.belegd -o uit.sarif", {1, false, false});
    expect("check letters.belegd -o uit.sarif", {2, false, false});
    expect("check goed.belegd -o /dev/stdout", {0, true, false});
    expect("check memo.md", {0, false, true});
    expect("check alleen_woorden.md", {2, false, true});
    expect("overview --update memo.md", {0, true, false});
    expect("overview --update memo.md", {0, true, false});
    expect("overview memo.md -o ./memo.md", {2, false, true});
    expect("overview --update goed.belegd", {2, false, true});
    expect("overview --update memo.md -o uit.md", {2, false, true});
    expect("check", {2, false, true});
    expect("chekc goed.belegd", {2, false, true});
    expect("--version", {0, true, false});
}

}  // namespace belegd::golden
