#include <fmt/format.h>

#include "render/cells.hpp"
#include "render/drawing/drawing.hpp"
#include "render/drawing/sketch.hpp"
#include "render/xml.hpp"

namespace belegd::render {
namespace {

/// Letters, digits and blanks as they are; any other sign that Mermaid, Markdown or HTML may read as a command by its
/// number: `#124;`.
std::string mermaid_words(const std::vector<SketchLine>& lines) {
    std::string out = "\"";
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i > 0) out += "<br/>";
        for (const char c : holdable(lines[i].text)) {
            const auto byte = static_cast<unsigned char>(c);
            if (std::string_view("\"#&<>|\\`*_~[]{}();:%$@^").find(c) != std::string_view::npos)
                out += fmt::format("#{};", byte);
            else
                out += c;
        }
    }
    return out + '"';
}

}  // namespace

std::string mermaid(const report::Drawing& drawing, Language language) {
    const auto all = sketch(drawing, language);
    std::string out = "flowchart LR\n";
    const auto title = mermaid_words({{joined_lines(drawing.title, language)}});
    const auto about = mermaid_words({{joined_lines(drawing.about, language)}});
    out += "  accTitle: " + title.substr(1, title.size() - 2) + "\n";
    out += "  accDescr: " + about.substr(1, about.size() - 2) + "\n";
    for (const auto& box : all.boxes) {
        if (box.kind == SketchBox::Kind::label) continue;
        const bool owner = box.kind == SketchBox::Kind::owner;
        out += "  " + box.id + (owner ? "(" : "[") + mermaid_words(box.lines) + (owner ? ")" : "]") + "\n";
    }
    for (const auto& frame : all.frames) {
        out += "  subgraph " + frame.id + " [" + mermaid_words(frame.lines) + "]\n";
        for (const auto label : frame.labels)
            out += "    " + all.boxes[label].id + "[" + mermaid_words(all.boxes[label].lines) + "]\n";
        out += "  end\n";
    }
    using Change = report::Drawing::Change;
    for (const auto& edge : all.edges) {
        const bool dashed = edge.open || edge.change == Change::goes;
        const bool thick = edge.change == Change::comes && !dashed;
        const std::string_view line = dashed  ? (edge.arrow ? "-.->" : "-.-")
                                      : thick ? (edge.arrow ? "==>" : "===")
                                              : (edge.arrow ? "-->" : "---");
        out += fmt::format("  {} {} {}\n", all.boxes[edge.from].id, line, all.boxes[edge.to].id);
    }
    std::string open;
    for (const auto& box : all.boxes)
        if (box.open) open += (open.empty() ? "" : ",") + box.id;
    if (!open.empty()) out += "  classDef open stroke-dasharray:5 4\n  class " + open + " open\n";
    return out;
}

}  // namespace belegd::render
