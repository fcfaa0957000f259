// The JSON of every model and page, for a validator of schemas to read (tests/schema/check.py).
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "cli/files.hpp"
#include "golden.hpp"
#include "literate.hpp"
#include "render/costs.hpp"
#include "render/coverage.hpp"
#include "render/facts.hpp"
#include "render/questions.hpp"
#include "render/repair.hpp"

namespace belegd {

TEST_CASE(
    "What `export` and `coverage` and `questions` say of every page, as files in the folder that BELEGD_JSON names" *
    doctest::skip()) {
    const char* folder = std::getenv("BELEGD_JSON");
    REQUIRE(folder != nullptr);
    std::size_t written = 0;
    for (const auto* pages : {"dsl/reference", "tests/cases"})
        for (const auto& page : literate::pages(pages))
            for (const auto& one : page.cases) {
                auto found = literate::analysis(one);
                if (!found->readable()) continue;
                auto name = fmt::format("{}:{}", page.path, one.line);
                for (auto& c : name)
                    if (c == '/') c = '+';
                const auto write = [&](const char* kind, const std::string& text) {
                    std::ofstream(std::filesystem::path(folder) / (name + "." + kind), std::ios::binary) << text;
                };
                write("facts", render::facts(found->model));
                write("coverage", render::coverage(*found->subject));
                Text wrong;
                if (const auto what = report::overview_asked(found->model, {}, wrong))
                    write("costs", render::costs_json(*found, report::costs(*found, *what)));
                if (one.repair)
                    write("repair", render::repair_json(*found, analysis::repairs(*found, {}, [&](std::string text) {
                              auto other = one;
                              other.text = std::move(text);
                              return literate::analysis(other);
                          })));
                std::vector<render::AskedOf> asked(1);
                asked.front().path = "model.belegd";
                asked.front().questions = analysis::questions(*found);
                asked.front().analysis = std::move(found);
                write("questions", render::questions_json(asked));
                ++written;
            }
    CHECK(written > 300);
}

}  // namespace belegd
