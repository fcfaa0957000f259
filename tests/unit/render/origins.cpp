// The lines of the model that the rows of a table rest on, in each form.
#include <doctest/doctest.h>

#include <string>

#include "render/render.hpp"
#include "render/written/written.hpp"
#include "report/origins.hpp"

using namespace belegd;

namespace {

report::Document work(std::vector<std::vector<report::Origin>> origins) {
    report::Table table;
    table.caption = {"Wie doet wat", "Who does what"};
    table.columns = {{"onderdeel", "part"}, {"nu", "now"}};
    table.rows = {{report::Cell("beleid"), report::Cell("raad")}, {report::Cell("uitvoering"), report::Cell("Leiden")}};
    table.origins = std::move(origins);
    report::Document out;
    out.title = "Bijlage";
    out.blocks = {report::Heading{2, "Wie doet wat"}, table};
    return out;
}

bool shows(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("origins: of one file the name stands above the column, of several in the cells") {
    CHECK(shows(render::csv(work({{}, {{"plan.belegd", 3}, {"plan.belegd", 12}}}), Language::nl),
                "onderdeel;nu;regel in plan.belegd\r\nbeleid;raad;\r\nuitvoering;Leiden;3, 12\r\n"));
    CHECK(shows(
        render::csv(work({{{"b.belegd", 1}}, {{"a.belegd", 3}, {"a.belegd", 12}, {"b.belegd", 4}}}), Language::en),
        "part;now;line in the model\r\nbeleid;raad;b.belegd 1\r\nuitvoering;Leiden;\"a.belegd 3, 12; b.belegd "
        "4\"\r\n"));
}

TEST_CASE("origins: on a screen and in data, and on paper where a table shows them") {
    const auto document = work({{}, {{"plan.belegd", 3}}});
    const std::string column = "regel in plan.belegd";
    CHECK(shows(render::html(document, Language::nl), "class=\"origin\">" + column));
    CHECK(shows(render::json(document), "\"file\": \"plan.belegd\""));
    CHECK_FALSE(shows(render::text(document, Language::nl, 80), column));
    CHECK_FALSE(shows(render::markdown(document, Language::nl), column));
    auto shown = document;
    auto& table = std::get<report::Table>(shown.blocks.back());
    table = report::with_origins(table);
    CHECK(report::with_origins(table).columns.size() == 3);
    CHECK(shows(render::text(shown, Language::nl, 80), column));
    CHECK(shows(render::markdown(shown, Language::nl), column));
}

TEST_CASE("origins: a line that moved is no difference of a document") {
    const auto read = [](std::vector<std::vector<report::Origin>> origins) {
        return *render::written_in_html(render::html(work(std::move(origins)), Language::nl));
    };
    const auto now = read({{{"plan.belegd", 2}}, {{"plan.belegd", 3}}});
    CHECK(render::differences(read({{{"plan.belegd", 7}}, {{"plan.belegd", 8}}}), now).empty());
    CHECK(render::differences(read({{{"oud.belegd", 7}}, {}}), now).empty());
    CHECK(render::differences(read({}), now).empty());
}
