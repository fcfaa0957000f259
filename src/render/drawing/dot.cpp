#include <cmath>

#include "render/cells.hpp"
#include "render/drawing/drawing.hpp"
#include "render/drawing/measure.hpp"
#include "render/drawing/sketch.hpp"
#include "render/xml.hpp"

namespace belegd::render {
namespace {

constexpr double kDotAdds = 9;  ///< above and below the title of a frame

/// Between quotation marks; each line ends where it ended.
std::string dot_words(const std::vector<SketchLine>& lines) {
    std::string out = "\"";
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i > 0) out += "\\n";
        for (const char c : holdable(lines[i].text)) {
            if (c == '"' || c == '\\') out += '\\';
            // `&lt;` would be read as a sign of HTML.
            out += c == '&' ? "&amp;" : std::string(1, c);
        }
    }
    return out + '"';
}

std::string inches(double points) {
    const auto size = std::to_string(std::llround(points * 1000 / 72));
    const auto whole = size.size() > 3 ? size.substr(0, size.size() - 3) : "0";
    return whole + "." + std::string(size.size() < 3 ? 3 - size.size() : 0, '0') +
           (size.size() > 3 ? size.substr(size.size() - 3) : size);
}

std::string change_style(report::Drawing::Change change, bool open, bool difference) {
    using Change = report::Drawing::Change;
    std::string out = open || change == Change::goes ? "dashed" : "solid";
    if (difference && change == Change::comes) out += "\" penwidth=\"2";
    if (difference && change == Change::stays) out += "\" penwidth=\"0.5";
    return " style=\"" + out + "\"";
}

/// A table without words that keeps a place of just this size free for the title of a frame.
std::string kept_free(double width, double height) {
    return "<<TABLE FIXEDSIZE=\"TRUE\" BORDER=\"0\" WIDTH=\"" + points_said(width) + "\" HEIGHT=\"" +
           points_said(height) + "\"><TR><TD></TD></TR></TABLE>>";
}

}  // namespace

std::string sketch_in_dot(const Sketch& sketch, const report::Drawing& drawing, Language language, bool for_layout) {
    const auto size = [](const SketchBox& box) {
        return "width=" + inches(box.width) + " height=" + inches(box.height);
    };
    const auto node = [&](const SketchBox& box) {
        std::string out = box.id + " [" + size(box);
        if (!for_layout) {
            out += " label=" + dot_words(box.lines);
            if (box.kind == SketchBox::Kind::label)
                out += change_style(box.change, box.open, drawing.difference);
            else if (box.open)
                out += " style=\"dashed\"";
            else if (box.kind == SketchBox::Kind::owner)
                out += " style=\"rounded\"";
        }
        return out + "]";
    };
    std::string out = "digraph belegd {\n  rankdir=LR ranksep=0.45 nodesep=0.14";
    if (for_layout) {
        out += "\n  node [shape=box fixedsize=true label=\"\"]\n  edge [tailport=e headport=w]\n";
    } else {
        out += " fontname=\"Helvetica\" fontsize=9 labelloc=t label=" +
               dot_words({{joined_lines(drawing.title, language)}, {joined_lines(drawing.about, language)}});
        out += "\n  node [shape=box fontname=\"Helvetica\" fontsize=9]\n  edge [arrowsize=0.7 tailport=e headport=w]\n";
    }
    for (const auto& frame : sketch.frames) {
        out += "  subgraph cluster_" + frame.id + " {\n    margin=6 label=";
        out += for_layout ? kept_free(frame.width, frame.height - kDotAdds)
                          : dot_words(frame.lines) + " style=\"rounded\"";
        out += "\n";
        for (const auto label : frame.labels) out += "    " + node(sketch.boxes[label]) + "\n";
        out += "  }\n";
    }
    for (const auto kind : {SketchBox::Kind::owner, SketchBox::Kind::doer}) {
        out += "  { rank=same\n";
        for (const auto& box : sketch.boxes)
            if (box.kind == kind) out += "    " + node(box) + "\n";
        out += "  }\n";
    }
    for (const auto& edge : sketch.edges) {
        out += "  " + sketch.boxes[edge.from].id + " -> " + sketch.boxes[edge.to].id;
        std::string style = for_layout ? "" : change_style(edge.change, edge.open, drawing.difference);
        if (!edge.arrow) style += " arrowhead=none";
        if (!style.empty()) out += " [" + style.substr(style.find_first_not_of(' ')) + "]";
        out += "\n";
    }
    return out + "}\n";
}

std::string dot(const report::Drawing& drawing, Language language) {
    return sketch_in_dot(sketch(drawing, language), drawing, language, false);
}

}  // namespace belegd::render
