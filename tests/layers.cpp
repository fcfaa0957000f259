// The house rules that can be read from the sources: who may include whom, and that the law is no C++.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace fs = std::filesystem;

const fs::path kRoot = BELEGD_ROOT;

/// One line of a source, for people to find.
struct Line {
    std::string file;    ///< from the project's root
    std::string folder;  ///< below src: `model`; empty for main.cpp and dsl/grammar
    std::size_t number;
    std::string text;

    std::string place() const { return file + ":" + std::to_string(number) + ": " + text; }
};

std::vector<Line> lines_below(const fs::path& where) {
    std::vector<fs::path> files;
    for (const auto& each : fs::recursive_directory_iterator(kRoot / where))
        if (const auto ending = each.path().extension(); ending == ".cpp" || ending == ".hpp" || ending == ".def")
            files.push_back(each.path());
    std::sort(files.begin(), files.end());
    std::vector<Line> out;
    for (const auto& file : files) {
        const auto name = file.lexically_relative(kRoot);
        const auto inside = file.lexically_relative(kRoot / "src");
        const auto folder = where == "src" && inside.has_parent_path() ? inside.begin()->string() : std::string();
        std::ifstream in(file);
        std::size_t number = 0;
        for (std::string text; std::getline(in, text);) out.push_back({name.generic_string(), folder, ++number, text});
    }
    return out;
}

const std::vector<Line>& sources() {
    static const auto lines = [] {
        auto out = lines_below("src");
        const auto grammar = lines_below("dsl");
        out.insert(out.end(), grammar.begin(), grammar.end());
        return out;
    }();
    return lines;
}

std::string_view without_blanks(std::string_view text) {
    return text.substr(std::min(text.find_first_not_of(" \t"), text.size()));
}

/// What a line includes: `model/model.hpp`, `vector`; empty when it includes nothing.
std::string included(const Line& line) {
    auto text = without_blanks(line.text);
    if (!text.starts_with('#')) return {};
    text = without_blanks(text.substr(1));
    const std::string_view word = "include";
    if (!text.starts_with(word)) return {};
    text = without_blanks(text.substr(word.size()));
    if (!text.starts_with('<') && !text.starts_with('"')) return {};
    return std::string(text.substr(1, text.find_first_of(">\"", 1) - 1));
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Whether a text names an article (`art 8`, `Art. 10:3`) or a number of the national law database (`BWBR0005537`).
bool names_law(std::string text) {
    for (auto& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    for (auto at = text.find("art"); at != std::string::npos; at = text.find("art", at + 1)) {
        if (at > 0 && is_letter(text[at - 1])) continue;
        auto next = at + 3;
        if (next < text.size() && text[next] == '.') ++next;
        if (next < text.size() && text[next] == ' ') ++next;
        if (next < text.size() && is_digit(text[next])) return true;
    }
    for (auto at = text.find("bwb"); at != std::string::npos; at = text.find("bwb", at + 1)) {
        auto next = at + 3;
        if (next < text.size() && std::string_view("rvw").find(text[next]) != std::string_view::npos) ++next;
        if (next < text.size() && is_digit(text[next])) return true;
    }
    return false;
}

void check_each(const std::function<bool(const Line&, const std::string&)>& allowed) {
    for (const auto& line : sources())
        if (const auto header = included(line); !header.empty() && !allowed(line, header)) FAIL_CHECK(line.place());
}

bool starts_with_one(const std::string& text, const std::vector<std::string>& beginnings) {
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&](const std::string& each) { return text.compare(0, each.size(), each) == 0; });
}

bool is_one(const std::string& text, const std::vector<std::string>& all) {
    return std::find(all.begin(), all.end(), text) != all.end();
}

/// The texts between quotation marks on a line of C++; comments hold none.
std::vector<std::string> literals(const std::string& line) {
    std::vector<std::string> out;
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (line.compare(at, 2, "//") == 0) break;
        if (line[at] == '\'') {  // a character such as '"'
            at += line.compare(at + 1, 1, "\\") == 0 ? 3 : 2;
            continue;
        }
        if (line[at] != '"') continue;
        std::string text;
        for (++at; at < line.size() && line[at] != '"'; ++at) {
            if (line[at] == '\\') ++at;
            if (at < line.size()) text += line[at];
        }
        out.push_back(text);
    }
    return out;
}

/// The folders of src, each of which includes only those before it; `packages` has no C++.
const std::vector<std::string> kPipeline{"base",   "diagnostics",     "syntax", "model",    "resolve",   "graph",
                                         "money",  "checks",          "rules",  "analysis", "report",    "render",
                                         "editor", "language_server", "system", "cli",      "workbench", "packages"};

std::size_t stage(const std::string& folder) {
    return static_cast<std::size_t>(std::find(kPipeline.begin(), kPipeline.end(), folder) - kPipeline.begin());
}

}  // namespace

TEST_CASE("layers: every folder of src is a stage, and every stage has a folder") {
    std::vector<std::string> folders;
    for (const auto& each : fs::directory_iterator(kRoot / "src"))
        if (each.is_directory()) folders.push_back(each.path().filename().string());
    auto stages = kPipeline;
    std::sort(stages.begin(), stages.end());
    std::sort(folders.begin(), folders.end());
    CHECK(folders == stages);
    CHECK(sources().size() > 5000);
}

TEST_CASE("layers: a folder includes only itself and those before it; only main and the workbench include cli") {
    check_each([](const Line& line, const std::string& header) {
        const auto other = header.substr(0, header.find('/'));
        if (line.folder.empty() || header.find('/') == std::string::npos || !is_one(other, kPipeline)) return true;
        return stage(other) <= stage(line.folder);
    });
}

TEST_CASE("layers: the grammar sees the stages up to syntax, and only the parser sees the grammar") {
    check_each([](const Line& line, const std::string& header) {
        const auto other = header.substr(0, header.find('/'));
        if (line.file.compare(0, 4, "dsl/") == 0 && is_one(other, kPipeline)) return stage(other) <= stage("syntax");
        if (other == "grammar")
            return line.file == "src/syntax/parser.cpp" || line.file.compare(0, 12, "dsl/grammar/") == 0;
        return true;
    });
}

TEST_CASE("layers: heavy libraries stand in one file each") {
    check_each([](const Line& line, const std::string& header) {
        if (starts_with_one(header, {"boost/graph/"})) return line.file == "src/base/digraph.cpp";
        if (starts_with_one(header, {"tao/"}))
            return line.file == "src/syntax/parser.cpp" || line.file == "src/syntax/primitives/words.hpp" ||
                   line.file.compare(0, 12, "dsl/grammar/") == 0;
        if (starts_with_one(header, {"CLI/"})) return line.file == "src/cli/arguments.cpp";
        if (header == "zip.h") return line.file == "src/render/archive.cpp";
        if (header == "nlohmann/json.hpp") return line.file.ends_with(".cpp");
        return true;
    });
}

TEST_CASE("layers: only system touches files and the terminal, for cli, and the workbench those of its own memory") {
    check_each([](const Line& line, const std::string& header) {
        if (!is_one(header, {"fstream", "iostream", "filesystem", "cstdio", "stdio.h", "unistd.h", "fcntl.h"}))
            return true;
        if (line.folder == "workbench") return is_one(header, {"fstream", "filesystem"});
        if (line.folder == "cli") return is_one(header, {"iostream", "filesystem"});  // streams; and names of files
        return line.folder == "system" || line.file == "src/read_library.cpp";  // which runs while belegd is built
    });
}

TEST_CASE("layers: same input, same bytes: no clock, locale, environment or chance outside cli and system") {
    check_each([](const Line& line, const std::string& header) {
        return is_one(line.folder, {"cli", "system"}) ||
               !is_one(header, {"chrono", "ctime", "time.h", "locale", "random", "thread"});
    });
    for (const auto& line : sources())
        for (const auto* call : {"getenv(", "setlocale(", "std::time(", "std::rand("})
            if (!is_one(line.folder, {"cli", "system"}) && line.text.find(call) != std::string::npos)
                FAIL_CHECK(line.place());
}

TEST_CASE("layers: what emscripten and mingw cannot build is not used") {
    check_each([](const Line&, const std::string& header) { return header != "format" && header != "ranges"; });
}

TEST_CASE("layers: what belongs to one system stands on its side of the room for systems") {
    check_each([](const Line& line, const std::string& header) {
        if (starts_with_one(header, {"windows.h", "shellapi.h", "io.h", "system/windows/"}))
            return line.file.starts_with("src/system/windows/");
        if (starts_with_one(header, {"sys/", "unistd.h", "fcntl.h", "poll.h", "spawn.h", "termios.h"}))
            return line.file.starts_with("src/system/");
        return true;
    });
}

TEST_CASE("layers: no article of law in C++") {
    for (const auto& line : sources()) {
        if (!line.file.ends_with(".cpp")) continue;
        for (const auto& text : literals(line.text))
            if (names_law(text)) FAIL_CHECK(line.place());
    }
}

TEST_CASE("layers: headers are read once, and show no namespace to everybody") {
    std::string file;
    bool once = true;
    const auto close = [&] {
        if (!once) FAIL_CHECK(file, ": no #pragma once");
    };
    for (const auto& line : sources()) {
        if (!line.file.ends_with(".hpp")) continue;
        if (line.file != file) {
            close();
            file = line.file;
            once = false;
        }
        if (line.text == "#pragma once") once = true;
        if (line.text.compare(0, 20, "using namespace std;") == 0) FAIL_CHECK(line.place());
    }
    close();
}

TEST_CASE("layers: the texts between quotation marks of a line of C++") {
    using Texts = std::vector<std::string>;
    CHECK(literals(R"(say("a", 'x', "b\"c");  // "d")") == Texts{"a", "b\"c"});
    CHECK(literals(R"(if (c == '"' || c == '\'') text = "een";)") == Texts{"een"});
    CHECK(literals("nothing").empty());
}

TEST_CASE("layers: an article of law, and what only looks like one") {
    for (const auto& text : {"Wgr art 8", "art. 10:3", "Art.8", "zie ART 7 lid 1", "BWBR0005537", "bwb12"})
        CHECK_MESSAGE(names_law(text), std::string(text));
    for (const auto& text : {"art", "maart 8", "art. ", "artikel", "start 1", "BWB", "BWBR", "article 8 of what"})
        CHECK_FALSE_MESSAGE(names_law(text), std::string(text));
}
