#include <algorithm>

#include "render/cells.hpp"
#include "render/drawing/drawing.hpp"
#include "render/drawing/measure.hpp"
#include "render/drawing/sketch.hpp"
#include "render/xml.hpp"

namespace belegd::render {
namespace {

using Change = report::Drawing::Change;

std::string plain_lines(const std::vector<SketchLine>& lines) {
    std::string out;
    for (const auto& line : lines) out += (out.empty() ? "" : "\n") + line.text;
    return out;
}

std::string stroke(Change change, bool open, bool difference) {
    std::string out = "strokeColor=#404040;";
    if (open || change == Change::goes) out += "dashed=1;";
    if (difference && change == Change::comes) out += "strokeWidth=2;";
    if (difference && change == Change::stays) out += "strokeWidth=0.5;";
    return out;
}

/// A cell with words or without, at its place within its parent.
pugi::xml_node vertex(pugi::xml_node root, const std::string& id, const std::string& words, const std::string& style,
                      const std::string& parent, Spot at, double width, double height) {
    auto out =
        add(root, "mxCell", {{"id", id}, {"value", words}, {"style", style}, {"vertex", "1"}, {"parent", parent}});
    add(out, "mxGeometry",
        {{"x", points_said(at.x)},
         {"y", points_said(at.y)},
         {"width", points_said(width)},
         {"height", points_said(height)},
         {"as", "geometry"}});
    return out;
}

}  // namespace

std::string drawio(const report::Drawing& drawing, Language language, const std::optional<Positions>& layout) {
    auto bare = sketch(drawing, language);
    auto places = layout ? placed(bare, *layout) : std::nullopt;
    const auto all = places ? std::move(*places) : stacked(std::move(bare));
    pugi::xml_document document;
    auto file = add(document, "mxfile", {{"host", "belegd"}, {"compressed", "false"}});
    auto page = add(file, "diagram", {{"id", "d1"}, {"name", joined_lines(drawing.title, language)}});
    auto graph =
        add(page, "mxGraphModel", {{"grid", "1"}, {"page", "1"}, {"pageWidth", "827"}, {"pageHeight", "1169"}});
    auto root = add(graph, "root");
    add(root, "mxCell", {{"id", "0"}});
    add(root, "mxCell", {{"id", "1"}, {"parent", "0"}});
    const std::string type = "whiteSpace=wrap;html=0;fontSize=9;fontFamily=Helvetica;fontColor=#000000;";
    constexpr double kTitleHeight = 34;
    vertex(root, "title", joined_lines(drawing.title, language) + "\n" + joined_lines(drawing.about, language),
           type + "text;align=left;verticalAlign=top;strokeColor=none;fillColor=none;", "1", {0, 0},
           std::max(all.width, 300.0), kTitleHeight);
    const auto below = [&](Spot at) { return Spot{at.x, at.y + kTitleHeight}; };
    for (const auto& frame : all.frames) {
        vertex(root, frame.id, plain_lines(frame.lines),
               type +
                   "rounded=1;arcSize=3;container=1;collapsible=0;verticalAlign=top;fillColor=#f2f5f8;strokeColor=#"
                   "7a8a99;",
               "1", below(frame.at), frame.width, frame.height);
        for (const auto label : frame.labels) {
            const auto& box = all.boxes[label];
            vertex(
                root, box.id, plain_lines(box.lines),
                type + "align=left;spacingLeft=4;fillColor=#ffffff;" + stroke(box.change, box.open, drawing.difference),
                frame.id, {box.at.x - frame.at.x, box.at.y - frame.at.y}, box.width, box.height);
        }
    }
    for (const auto& box : all.boxes)
        if (box.kind != SketchBox::Kind::label)
            vertex(root, box.id, plain_lines(box.lines),
                   type + "fillColor=#ffffff;" + (box.kind == SketchBox::Kind::owner ? "rounded=1;" : "") +
                       stroke(Change::stays, box.open, false),
                   "1", below(box.at), box.width, box.height);
    for (std::size_t i = 0; i < all.edges.size(); ++i) {
        const auto& edge = all.edges[i];
        auto cell =
            add(root, "mxCell",
                {{"id", "e" + std::to_string(i + 1)},
                 {"style", "html=0;rounded=1;" + std::string(edge.arrow ? "endArrow=block;" : "endArrow=none;") +
                               stroke(edge.change, edge.open, drawing.difference)},
                 {"edge", "1"},
                 {"parent", "1"},
                 {"source", all.boxes[edge.from].id},
                 {"target", all.boxes[edge.to].id}});
        add(cell, "mxGeometry", {{"relative", "1"}, {"as", "geometry"}});
    }
    return written_xml(document, Layout::indented);
}

}  // namespace belegd::render
