#pragma once

#include <optional>
#include <string>
#include <vector>

#include "render/drawing/drawing.hpp"

/// A drawing in one language with the size of everything in it, and then with its place.
namespace belegd::render {

inline constexpr double kText = 9;  ///< the size of type, in points; the small type
inline constexpr double kSmall = 8.6;
inline constexpr double kLeading = 11.5;
inline constexpr double kPadding = 6;

struct SketchLine {
    std::string text;
    bool bold = false, small = false;
};

struct Spot {
    double x = 0, y = 0;  ///< of the corner above and to the left
};

struct SketchBox {
    enum class Kind : std::uint8_t { owner, label, doer } kind;
    std::string id;
    std::vector<std::string> words;  ///< all that it says, whole
    std::vector<SketchLine> lines;   ///< what fits
    bool open = false;               ///< for nobody
    report::Drawing::Change change = report::Drawing::Change::stays;
    double width = 0, height = 0;
    Spot at = {};
};

struct SketchFrame {
    std::string id;
    std::vector<std::string> words;  ///< title and form
    std::vector<SketchLine> lines;
    std::vector<std::size_t> labels;  ///< in `boxes`
    double width = 0, height = 0;     ///< of its lines, before there are places; then of the whole
    Spot at = {};
};

struct SketchEdge {
    std::size_t from, to;  ///< in `boxes`
    bool arrow;            ///< ends in an arrow
    bool open = false;
    report::Drawing::Change change = report::Drawing::Change::stays;
    std::vector<Spot> curve = {};  ///< a Bézier curve: a point, and three for each piece
};

struct Sketch {
    std::vector<SketchBox> boxes;
    std::vector<SketchFrame> frames;
    std::vector<SketchEdge> edges;
    double width = 0, height = 0;
};

/// Without places.
Sketch sketch(const report::Drawing& drawing, Language language);
/// The same for `dot`, with sizes and without words, or with words for people.
std::string sketch_in_dot(const Sketch& sketch, const report::Drawing& drawing, Language language, bool for_layout);
/// With the places of an answer; nothing when it is none about this sketch.
std::optional<Sketch> placed(Sketch sketch, const Positions& layout);
/// In three columns, where there is no layout.
Sketch stacked(Sketch sketch);

}  // namespace belegd::render
