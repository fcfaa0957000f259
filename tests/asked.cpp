#include "asked.hpp"

#include <doctest/doctest.h>

#include <filesystem>

#include "golden.hpp"
#include "literate.hpp"

namespace belegd::asked {
namespace {

namespace fs = std::filesystem;

constexpr const char* kPage = "The page that is asked for says what belegd says";
constexpr const char* kModel = "The model that is asked for gives the texts beside it";

std::string& asked() {
    static std::string path;
    return path;
}

/// Pages that are written from a table, and the test case that does so.
struct Written {
    const char* path;
    const char* test_case;
};
constexpr Written kWritten[] = {
    {"dsl/reference/nl/kenmerken.md", "The lists of attributes are those of the table"},
    {"dsl/reference/en/attributes.md", "The lists of attributes are those of the table"},
    {"dsl/reference/nl/woordenlijst.md", "The word lists are those of the table of words"},
    {"dsl/reference/en/words.md", "The word lists are those of the table of words"},
};

/// `models/huisregels`, of the folder or of any file in it.
std::string model_folder(const fs::path& path) {
    auto part = path.begin();
    if (part == path.end() || *part != "models" || ++part == path.end() || part->empty()) return {};
    const auto folder = fs::path("models") / *part;
    return fs::is_directory(fs::path(BELEGD_ROOT) / folder) ? folder.generic_string() : std::string();
}

}  // namespace

Target target(const std::string& given) {
    const auto path = fs::path(given).lexically_normal().generic_string();
    if (!fs::exists(fs::path(BELEGD_ROOT) / path))
        return {"", path,
                path +
                    " is not there. A page is README.md, or a file below dsl/reference, tests/cases or models; "
                    "without a page every test is run"};
    if (auto folder = model_folder(path); !folder.empty()) return {kModel, std::move(folder), ""};
    for (const auto& each : kWritten)
        if (path == each.path) return {each.test_case, "", ""};
    const auto page = fs::is_directory(fs::path(BELEGD_ROOT) / path) ? literate::Page{} : literate::page_at(path);
    if (page.cases.empty() && page.faults.empty())
        return {"", path, path + " holds no model between fences, so there is nothing in it to test"};
    return {kPage, path, ""};
}

void set(const Target& target) { asked() = target.path; }

TEST_CASE("The page that is asked for says what belegd says" * doctest::skip()) {
    auto page = literate::page_at(asked());
    CHECK((!page.cases.empty() || !page.faults.empty()));
    literate::check(page);
}

TEST_CASE("The model that is asked for gives the texts beside it" * doctest::skip()) { golden::check_model(asked()); }

TEST_CASE("A page or model is asked for by its path; what cannot be tested is said") {
    CHECK(target("README.md").test_case == kPage);
    CHECK(target("dsl/reference/nl/../nl/regels.md").path == "dsl/reference/nl/regels.md");
    CHECK(target("tests/cases/README.md").explanation == "");
    CHECK(target("dsl/reference/nl/kenmerken.md").test_case == "The lists of attributes are those of the table");
    for (const auto* path :
         {"models/huisregels", "models/huisregels/README.md", "models/huisregels/expected/check.txt"})
        CHECK(target(path).path == "models/huisregels");
    CHECK(target("weg.md").explanation.find("weg.md is not there") == 0);
    CHECK(target("models").explanation != "");
    CHECK(target("LICENSE").explanation.find("LICENSE holds no model") == 0);
}

}  // namespace belegd::asked
