#include "render/drawing/drawing.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <pugixml.hpp>
#include <string>
#include <vector>

#include "cli/graphviz.hpp"
#include "render/drawing/measure.hpp"
#include "render/drawing/sketch.hpp"
#include "system/processes.hpp"
#include "unit/show.hpp"

using namespace belegd;
using report::Drawing;

namespace {

/// Titles that each form would read as something of its own.
const std::string kHostile[] = {"A & <b>\"B\"</b> | 'C' \\ D", "regel\nbreuk", "\xD7\x90\xD7\x91 rechts",
                                "e\xCC\x81\xCC\x81 #35; %% end]", std::string(500, 'x')};

Drawing drawing_of(const std::string& owner, const std::string& doer, const std::string& part, bool nobody = false) {
    Drawing out;
    out.title = part;
    out.about = "stand op 1 juni 2024";
    out.owners.push_back({owner});
    out.doers.push_back({doer, {}, nobody});
    out.cooperations.push_back({"Dienst " + owner, "centrumregeling"});
    Drawing::Arrow arrow;
    arrow.from = {0};
    arrow.to = {0};
    arrow.whose = owner;
    arrow.lines.push_back(
        {nobody ? report::MarkedAs::open : report::MarkedAs::mandate, Drawing::Change::stays, part, "", {}});
    out.arrows.push_back(arrow);
    return out;
}

bool apart(const render::SketchBox& a, const render::SketchBox& b) {
    return a.at.x + a.width <= b.at.x + 0.1 || b.at.x + b.width <= a.at.x + 0.1 || a.at.y + a.height <= b.at.y + 0.1 ||
           b.at.y + b.height <= a.at.y + 0.1;
}

}  // namespace

TEST_CASE("drawing: no name is read as a command by Mermaid, Graphviz, diagrams.net or SVG") {
    for (const auto& name : kHostile) {
        const auto drawing = drawing_of(name, name + " 2", name);
        const auto mermaid = render::mermaid(drawing, Language::nl);
        // Only what belegd writes itself stands bare: two quotation marks for each label, and <br/>.
        std::size_t quotes = 0;
        for (const char c : mermaid) quotes += c == '"' ? 1 : 0;
        CHECK(quotes == 8);
        for (const auto* sign : {"\"B\"", "|", "\\", "<b>", "& ", "%%"}) CHECK(!has(mermaid, sign));
        CHECK(std::count(mermaid.begin(), mermaid.end(), '\n') == 10);

        pugi::xml_document file;
        REQUIRE(file.load_string(render::drawio(drawing, Language::nl, std::nullopt).c_str()));
        const auto root = file.child("mxfile").child("diagram").child("mxGraphModel").child("root");
        std::size_t edges = 0;
        for (const auto cell : root.children("mxCell")) {
            if (!cell.attribute("edge")) continue;
            ++edges;
            for (const auto* end : {"source", "target"})
                CHECK(root.find_child_by_attribute("mxCell", "id", cell.attribute(end).value()));
        }
        CHECK(edges == 2);
    }
    const auto drawing = drawing_of(kHostile[0], "doel", "deel");
    pugi::xml_document file;
    REQUIRE(file.load_string(render::drawio(drawing, Language::nl, std::nullopt).c_str()));
    const auto root = file.child("mxfile").child("diagram").child("mxGraphModel").child("root");
    CHECK(has(root.find_child_by_attribute("mxCell", "id", "o1").attribute("value").value(), "A & <b>\"B\"</b>"));
}

TEST_CASE("drawing: a long name is shortened in the drawing and whole in the table") {
    const auto drawing = drawing_of(kHostile[4], "doel", "deel");
    const auto box = render::sketch(drawing, Language::nl).boxes.front();
    CHECK(box.lines.size() == 5);
    CHECK(box.lines.back().text.ends_with(" …"));
    CHECK(box.words.front() == kHostile[4]);
    for (const auto& line : box.lines)
        CHECK(render::text_width(line.text, render::kText, line.bold) <= box.width - 2 * render::kPadding);
    const auto words = report::drawing_in_words(drawing);
    const auto& table = std::get<report::Table>(words.blocks.at(1));
    CHECK(table.rows.at(0).at(0).lines.at(0).text.nl == kHostile[4]);
}

TEST_CASE("drawing: what is open is dashed in every form, and says so in words") {
    const auto drawing = drawing_of("Leiden", "niemand aangewezen", "uitvoering", true);
    CHECK(has(render::mermaid(drawing, Language::nl), "a1 -.-> d1"));
    CHECK(has(render::mermaid(drawing, Language::nl), "open#58; uitvoering"));
    CHECK(has(render::dot(drawing, Language::nl), "a1 -> d1 [style=\"dashed\"]"));
    CHECK(has(render::dot(drawing, Language::nl), "niemand aangewezen"));
    CHECK(has(render::drawio(drawing, Language::nl, std::nullopt), "dashed=1"));
}

TEST_CASE("drawing: of two situations words say what ends and what is new") {
    auto drawing = drawing_of("Leiden", "Dienst", "uitvoering");
    drawing.difference = true;
    for (const auto& [change, nl, en] : {std::tuple(Drawing::Change::goes, "vervalt, mandaat", "ends, mandate"),
                                         std::tuple(Drawing::Change::comes, "nieuw, mandaat", "new, mandate"),
                                         std::tuple(Drawing::Change::stays, "blijft, mandaat", "stays, mandate")}) {
        drawing.arrows.front().change = drawing.arrows.front().lines.front().change = change;
        CHECK(has(render::dot(drawing, Language::nl), nl));
        CHECK(has(render::dot(drawing, Language::en), en));
    }
}

TEST_CASE("drawing: an accent is no wider than its letter, and no letter loses it at the end of a line") {
    CHECK(render::text_width("e\xCC\x81", 9) == render::text_width("e", 9));
    CHECK(render::text_width("\xC3\xA9", 9) == render::text_width("e", 9));
    CHECK(render::text_width("iiii", 9) < render::text_width("mmmm", 9));
    std::string accents;
    for (int i = 0; i < 40; ++i) accents += "e\xCC\x81";
    for (const auto& line : render::fitted(accents, 50, 9, false, 20)) CHECK(line.starts_with("e\xCC\x81"));
    CHECK(render::points_said(12.04) == "12");
    CHECK(render::points_said(-0.26) == "-0.3");
}

TEST_CASE("drawing: an answer that is none of this drawing places nothing") {
    const auto drawing = drawing_of("Leiden", "Dienst", "uitvoering");
    for (const auto* answer : {"", "{}", "[]", R"({"bb":"0,0,1,1"})", R"({"bb":"0,0,1,1","objects":[]})",
                               R"({"bb":3,"objects":[{"name":"o1","pos":"1"}]})"})
        CHECK(!render::svg(drawing, Language::nl, {answer}));
}

TEST_CASE("drawing: Graphviz reads every label back, and places boxes beside each other") {
    if (system::program({"dot"}).empty()) return;  // what needs it says so to people too
    for (const auto& name : kHostile) {
        const auto drawing = drawing_of(name, name + " 2", "deel");
        Text wrong;
        CHECK(cli::layout_of(render::dot(drawing, Language::nl), wrong));
        const auto asked = render::layout_asked(drawing, Language::nl);
        CHECK(!has(asked, name.substr(0, 5)));  // no word, and so no font
        const auto found = cli::layout_of(asked, wrong);
        REQUIRE(found);
        const auto all = render::placed(render::sketch(drawing, Language::nl), *found);
        REQUIRE(all);
        for (std::size_t i = 0; i < all->boxes.size(); ++i)
            for (std::size_t j = 0; j < i; ++j) CHECK(apart(all->boxes[i], all->boxes[j]));
        pugi::xml_document svg;
        REQUIRE(svg.load_string(render::svg(drawing, Language::nl, *found).value_or("").c_str()));
        const auto root = svg.child("svg");
        CHECK(std::string(root.attribute("lang").value()) == "nl");
        CHECK(std::string(root.attribute("role").value()) == "img");
        CHECK(root.child("title"));
        CHECK(has(root.child("desc").text().get(), "mandaat"));
        // On a paper of which 17 cm is printed no type is smaller than 8 points.
        constexpr double kPrinted = 17 / 2.54 * 72;
        const double scale = kPrinted / root.attribute("width").as_double();
        for (const auto text : root.children("text")) CHECK(text.attribute("font-size").as_double() * scale >= 8);
    }
}
