#include "editor/workspace.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>

#include "editor/colours.hpp"
#include "editor/layout.hpp"
#include "editor/problems.hpp"
#include "editor/textmate.hpp"
#include "golden.hpp"
#include "literate.hpp"
#include "property/texts.hpp"
#include "syntax/markdown.hpp"
#include "unit/editor/disk.hpp"

namespace belegd::editor {
namespace {

constexpr const char* kModelPath = "/m/model.belegd";

/// Everything that an editor is told of a model, in one text.
std::string all_told(const analysis::Analysis* analysis) {
    if (analysis == nullptr) return "no model";
    std::string out;
    for (const auto& each : problems(*analysis)) {
        out += each.at.path + " " + std::to_string(each.at.begin) + "-" + std::to_string(each.at.end) + " " +
               each.code + " " + each.message.nl + "\n";
        for (const auto& fix : each.fixes)
            for (const auto& edit : fix.edits) out += "  " + std::to_string(edit.at.begin) + " " + edit.text + "\n";
    }
    return out + std::to_string(analysis->model.mentions.size());
}

/// Why colours do not cover a text; empty when they do.
std::string uncovered(const Reading& read) {
    const auto text = read.text();
    std::uint32_t at = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    const auto blank = [&](std::uint32_t from, std::uint32_t to) {
        for (auto i = from; i < to; ++i)
            if (std::string_view(" \t\r\n\xC2\xA0\xE2\x80\xAF\x87\x82\x83\x89").find(text[i]) == std::string_view::npos)
                return false;
        return true;
    };
    for (const auto& each : colours(read)) {
        if (each.begin < at) return "overlap at " + std::to_string(each.begin);
        if (each.end <= each.begin) return "nothing at " + std::to_string(each.begin);
        if (!blank(at, each.begin)) return "no colour for `" + std::string(text.substr(at, each.begin - at)) + "`";
        if (text.substr(each.begin, each.end - each.begin).find('\n') != std::string_view::npos)
            return "two lines at " + std::to_string(each.begin);
        at = each.end;
    }
    return blank(at, static_cast<std::uint32_t>(text.size())) ? "" : "no colour at the end";
}

}  // namespace

TEST_CASE("editor: what has not changed is not read again") {
    Disk disk;
    disk.files["/m/taken.belegd"] = "domein zorg { vergt uitvoering\n taak hulp }\n";
    Workspace workspace(disk.world());
    workspace.open(kModelPath, "gebruik \"taken.belegd\"\ngemeente Oostdam\n");
    const auto* first = workspace.model(kModelPath);
    REQUIRE(first != nullptr);
    CHECK(workspace.is_settled());
    CHECK(workspace.model(kModelPath) == first);
    const auto read = disk.read;
    workspace.edit(kModelPath, 0, 0, "");
    CHECK(workspace.model(kModelPath) == first);
    CHECK(disk.read == read);
    workspace.disk_changed();
    CHECK(workspace.model(kModelPath) == first);
    disk.files["/m/taken.belegd"] += "# anders\n";
    CHECK(workspace.is_settled());
    workspace.disk_changed();
    CHECK_FALSE(workspace.is_settled());
    const auto tasks = workspace.model(kModelPath)->model.tasks.size();
    workspace.open("/m/taken.belegd", "domein zorg { vergt uitvoering\n taak hulp\n taak opvang }\n");
    CHECK_FALSE(workspace.is_settled());
    CHECK(workspace.model(kModelPath)->model.tasks.size() == tasks + 1);
    CHECK(workspace.models() == std::vector<std::string>{kModelPath});
    workspace.close(kModelPath);
    CHECK(workspace.models() == std::vector<std::string>{"/m/taken.belegd"});
}

TEST_CASE("editor: a file belongs to the models that use it, by whatever way") {
    Disk disk;
    disk.files["/m/a.belegd"] = "gebruik \"delen/b.belegd\"\n";
    disk.files["/m/delen/b.belegd"] = "gebruik \"delen/c.belegd\"\ngemeente Oostdam\n";
    disk.files["/m/delen/c.belegd"] = "gemeente Rijnhof\n";
    disk.files["/m/los.belegd"] = "gemeente Los\n";
    Workspace workspace(disk.world());
    CHECK(workspace.models_of("/m/delen/c.belegd") == std::vector<std::string>{"/m/a.belegd"});
    CHECK(workspace.models_of("/m/a.belegd") == std::vector<std::string>{"/m/a.belegd"});
    CHECK(workspace.models_of("/m/los.belegd") == std::vector<std::string>{"/m/los.belegd"});
    // In a circle each is a model of its own.
    disk.files["/m/x.belegd"] = "gebruik \"y.belegd\"\n";
    disk.files["/m/y.belegd"] = "gebruik \"x.belegd\"\n";
    workspace.disk_changed();
    CHECK(workspace.models_of("/m/x.belegd") == std::vector<std::string>{"/m/x.belegd"});
    CHECK(workspace.model("/m/nergens.belegd") == nullptr);
    workspace.open("/m/memo.md", "Een memo zonder model.\n");
    CHECK(workspace.model("/m/memo.md") == nullptr);
}

TEST_CASE("editor: after any edits it is as if the text had been opened so") {
    for (std::uint32_t seed = 0; seed < 40; ++seed) {
        CAPTURE(seed);
        Disk disk;
        Workspace edited(disk.world());
        auto text = naive::random_text(seed);
        edited.open(kModelPath, text);
        std::minstd_rand random(seed + 1);
        for (int i = 0; i < 4; ++i) {
            const auto lines = naive::random_text(seed + 100 + static_cast<std::uint32_t>(i));
            auto begin = static_cast<std::size_t>(random() % (text.size() + 1)), end = begin + random() % 12;
            // At the beginnings of characters, as an editor has it.
            const auto whole = [&](std::size_t at) {
                at = std::min(at, text.size());
                while (at < text.size() && (text[at] & 0xC0) == 0x80) ++at;
                return at;
            };
            begin = whole(begin), end = std::max(begin, whole(end));
            auto fresh = lines.substr(0, lines.find('\n', random() % std::max<std::size_t>(lines.size() / 2, 1)));
            while (first_invalid_utf8(fresh) != std::string_view::npos) fresh.pop_back();
            edited.edit(kModelPath, begin, end, fresh);
            text.replace(begin, end - begin, fresh);
            REQUIRE(*edited.open_text(kModelPath) == text);
            Workspace opened(disk.world());
            opened.open(kModelPath, text);
            CHECK(all_told(edited.model(kModelPath)) == all_told(opened.model(kModelPath)));
        }
    }
}

TEST_CASE("editor: colours cover every text, without overlap") {
    std::size_t seen = 0;
    const auto look = [&](const std::string& path, const std::string& text) {
        const auto wrong = uncovered(reading(path, text, plain_lexicon()));
        if (!wrong.empty()) FAIL_CHECK(path, ": ", wrong);
        ++seen;
    };
    for (const auto* folder : {"dsl/reference/nl", "dsl/reference/en", "tests/cases"})
        for (const auto& page : literate::pages(folder))
            for (const auto& each : page.cases)
                if (first_invalid_utf8(each.text) == std::string_view::npos &&
                    each.text.find('\0') == std::string::npos)
                    look(page.path + ":" + std::to_string(each.line), each.text);
    for (const auto* folder : {"models", "dsl/library", "dsl/templates"})
        for (const auto& each : std::filesystem::recursive_directory_iterator(std::string(BELEGD_ROOT) + "/" + folder))
            if (const auto ending = each.path().extension(); ending == ".belegd" || ending == ".md") {
                std::ifstream in(each.path(), std::ios::binary);
                look(each.path().string(), {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()});
            }
    for (std::uint32_t seed = 0; seed < 100; ++seed)
        look("mutilated " + std::to_string(seed), naive::mutilated(naive::random_text(seed), seed));
    CHECK(seen > 300);
}

TEST_CASE("editor: a layout is an edit that makes of the text what `belegd format` makes of it") {
    for (std::uint32_t seed = 0; seed < 100; ++seed) {
        CAPTURE(seed);
        auto text = naive::random_text(seed);
        const auto wanted = laid_out(false, text, plain_lexicon()).text;
        if (const auto edit = difference("a", text, wanted))
            text.replace(edit->at.begin, edit->at.end - edit->at.begin, edit->text);
        CHECK(text == wanted);
    }
    for (const auto& [before, after] :
         {std::pair("a\nb\n", "a\nc\nb\n"), {"", "a\n"}, {"a\na\n", "a\n"}, {"x", "xx"}}) {
        std::string text = before;
        const auto edit = difference("a", text, after);
        REQUIRE(edit);
        text.replace(edit->at.begin, edit->at.end - edit->at.begin, edit->text);
        CHECK(text == after);
    }
    CHECK_FALSE(difference("a", "same", "same"));
}

TEST_CASE("editor: the grammar for colours in VS Code is that of the words") {
    const std::string path = "dsl/editors/vscode/syntaxes/belegd.tmLanguage.json";
    const auto grammar = textmate_grammar();
    if (golden::updating()) golden::write(path, grammar);
    const auto wrong = golden::difference(golden::text_of(path).value_or(""), grammar);
    if (wrong) FAIL_CHECK(*wrong, "\nUPDATE_GOLDEN=1 writes it anew");
}

}  // namespace belegd::editor
