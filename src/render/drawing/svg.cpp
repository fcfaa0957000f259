#include <algorithm>
#include <cmath>

#include "diagnostics/messages/drawing.hpp"
#include "render/cells.hpp"
#include "render/drawing/drawing.hpp"
#include "render/drawing/measure.hpp"
#include "render/drawing/sketch.hpp"
#include "render/xml.hpp"

namespace belegd::render {
namespace {

using Change = report::Drawing::Change;

constexpr double kMargin = 8, kNarrowest = 470, kTitleSize = 13;

/// What a paper shows as well as a screen: dark on light, and never a colour that says something by itself.
constexpr const char* kStyle =
    "text{font-family:Arial,Helvetica,'Liberation Sans',sans-serif;fill:#111}"
    ".b{font-weight:bold}"
    "rect,path{stroke:#333;stroke-width:1;fill:#fff}path{fill:none}polygon{fill:#333}"
    ".paper{stroke:none}.frame{fill:#eef2f6;stroke:#8796a5}.owner{fill:#fbf7ea}.doer{fill:#fff}"
    ".open{stroke-dasharray:4 3}.goes{stroke-dasharray:6 2 1 2}.comes{stroke-width:2}.stays{stroke-width:.5}";

class Painter {
   public:
    Painter(const report::Drawing& drawing, Language language, const Sketch& all)
        : d_(drawing), language_(language), all_(all), width_(std::max(all.width, kNarrowest)) {}

    std::string painted() {
        root_ = add(document_, "svg");
        const auto title = joined_lines(d_.title, language_);
        const auto about = joined_lines(d_.about, language_);
        add_text(root_, "title", title, {{"id", "drawing-title"}});
        add_text(root_, "desc", description(), {{"id", "drawing-description"}});
        add_text(root_, "style", kStyle);
        auto paper = add(root_, "rect", {{"class", "paper"}, {"width", points_said(width_ + 2 * kMargin)}});
        y_ = kMargin;
        words(title, kTitleSize, true);
        words(about, kText, false);
        y_ += 4;
        heads();
        const double top = y_;
        offset_ = {kMargin + (width_ - all_.width) / 2, top};
        for (const auto& frame : all_.frames) paint(frame);
        for (const auto& edge : all_.edges) paint(edge);
        for (const auto& box : all_.boxes) paint(box);
        y_ = top + all_.height + 8;
        for (const auto& said : d_.said) words(joined_lines(said, language_), kSmall, false);
        if (!d_.legend.empty()) words(joined_lines(d_.legend, language_), kSmall, false);
        y_ += kMargin;
        const auto wide = points_said(width_ + 2 * kMargin), high = points_said(y_);
        set(paper, "height", high);
        set(root_, "xmlns", "http://www.w3.org/2000/svg");
        set(root_, "lang", language_ == Language::nl ? "nl" : "en");
        set(root_, "xml:lang", language_ == Language::nl ? "nl" : "en");
        set(root_, "role", "img");
        set(root_, "aria-labelledby", "drawing-title drawing-description");
        set(root_, "viewBox", "0 0 " + wide + " " + high);
        set(root_, "width", wide + "pt");
        set(root_, "height", high + "pt");
        return written_xml(document_, Layout::indented);
    }

   private:
    /// For who cannot see it: each arrow in a sentence.
    std::string description() const {
        std::string out = joined_lines(d_.about, language_) + ". ";
        out += say(message::drawn_table, {say(message::drawn_caption)}).in(language_);
        for (const auto& arrow : d_.arrows) {
            std::vector<Text> to;
            for (const auto each : arrow.to) to.push_back(d_.doers[each].title);
            for (const auto& line : arrow.lines)
                out += " " + joined_lines(joined({arrow.whose, listed(to)}, " → "), language_) + ": " +
                       joined_lines(joined({lead_of(d_, line), line.part}, ", "), language_) + ".";
        }
        return out;
    }

    void text(double x, double y, const std::string& line, double size, bool bold) {
        if (line.empty()) return;
        auto node = add_text(root_, "text", line,
                             {{"x", points_said(x)}, {"y", points_said(y)}, {"font-size", points_said(size)}});
        if (bold) set(node, "class", "b");
    }
    void words(const std::string& said, double size, bool bold) {
        constexpr std::size_t kMostLines = 6;
        for (const auto& line : fitted(said, width_, size, bold, kMostLines)) {
            y_ += size * 1.25;
            text(kMargin, y_, line, size, bold);
        }
    }

    void heads() {
        if (all_.edges.empty()) return;
        y_ += kLeading;
        const auto left = kMargin + (width_ - all_.width) / 2;
        double middle = all_.width, right = all_.width;
        for (const auto& frame : all_.frames) middle = std::min(middle, frame.at.x);
        for (const auto& box : all_.boxes)
            if (box.kind == SketchBox::Kind::doer) right = std::min(right, box.at.x);
        text(left, y_, say(message::drawn_head_whose).in(language_), kSmall, true);
        text(left + middle, y_, say(message::drawn_head_what).in(language_), kSmall, true);
        text(left + right, y_, say(message::drawn_head_who).in(language_), kSmall, true);
        y_ += 6;
    }

    std::string x_of(double x) const { return points_said(offset_.x + x); }
    std::string y_of(double y) const { return points_said(offset_.y + y); }

    std::string kind_of(Change change, bool open) const {
        std::string out = open ? "open" : "";
        if (!d_.difference) return out;
        const auto* name = change == Change::goes ? "goes" : change == Change::comes ? "comes" : "stays";
        return out + (out.empty() ? "" : " ") + name;
    }

    pugi::xml_node rectangle(Spot at, double width, double height, const std::string& kind, double round) {
        auto node =
            add(root_, "rect",
                {{"x", x_of(at.x)}, {"y", y_of(at.y)}, {"width", points_said(width)}, {"height", points_said(height)}});
        if (round > 0) set(node, "rx", points_said(round));
        if (!kind.empty()) set(node, "class", kind);
        return node;
    }

    void lines(const std::vector<SketchLine>& all, double x, double y) {
        for (const auto& line : all) {
            y += kLeading;
            text(offset_.x + x, offset_.y + y - 2.5, line.text, line.small ? kSmall : kText, line.bold);
        }
    }

    void paint(const SketchFrame& frame) {
        rectangle(frame.at, frame.width, frame.height, "frame", 6);
        lines(frame.lines, frame.at.x + kPadding, frame.at.y + 3);
    }
    void paint(const SketchBox& box) {
        std::string kind = box.kind == SketchBox::Kind::label ? kind_of(box.change, box.open) : box.open ? "open" : "";
        if (box.kind != SketchBox::Kind::label)
            kind =
                std::string(box.kind == SketchBox::Kind::owner ? "owner" : "doer") + (kind.empty() ? "" : " " + kind);
        rectangle(box.at, box.width, box.height, kind, box.kind == SketchBox::Kind::owner ? 5 : 0);
        lines(box.lines, box.at.x + kPadding, box.at.y + kPadding - 2);
    }

    void paint(const SketchEdge& edge) {
        if (edge.curve.empty()) return;
        // A point and three for each piece; one more is the point of the arrow.
        const bool pointed = edge.curve.size() % 3 == 2;
        const auto pieces = edge.curve.size() - (pointed ? 1 : 0);
        std::string path = "M" + x_of(edge.curve[0].x) + " " + y_of(edge.curve[0].y) + "C";
        for (std::size_t i = 1; i < pieces; ++i)
            path += (i > 1 ? " " : "") + x_of(edge.curve[i].x) + " " + y_of(edge.curve[i].y);
        auto node = add(root_, "path", {{"d", path}});
        if (const auto kind = kind_of(edge.change, edge.open); !kind.empty()) set(node, "class", kind);
        if (!pointed) return;
        const auto from = edge.curve[pieces - 1], to = edge.curve[pieces];
        const double length = std::hypot(to.x - from.x, to.y - from.y);
        if (length <= 0) return;
        const double across = 3 / length;
        const Spot side{(to.y - from.y) * across, (from.x - to.x) * across};
        add(root_, "polygon",
            {{"points", x_of(to.x) + "," + y_of(to.y) + " " + x_of(from.x + side.x) + "," + y_of(from.y + side.y) +
                            " " + x_of(from.x - side.x) + "," + y_of(from.y - side.y)}});
    }

    const report::Drawing& d_;
    Language language_;
    const Sketch& all_;
    double width_, y_ = 0;
    Spot offset_;
    pugi::xml_document document_;
    pugi::xml_node root_;
};

}  // namespace

std::optional<std::string> svg(const report::Drawing& drawing, Language language, const Positions& positions) {
    const auto all = placed(sketch(drawing, language), positions);
    if (!all) return std::nullopt;
    return Painter(drawing, language, *all).painted();
}

}  // namespace belegd::render
