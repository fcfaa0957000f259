#pragma once

#include <optional>
#include <string>

#include "base/text.hpp"
#include "report/drawing.hpp"

/// A drawing in bytes, one function per form. Same drawing, same bytes: no fonts are asked, no clock, no locale.
namespace belegd::render {

/// Places, as a program for the layout of graphs gives them: what it was asked in `layout_asked`.
struct Positions {
    std::string answer;  ///< what `dot -Tjson0` prints
};

/// The graph with the size of each box, as `dot` reads it; every size is counted here and none is left to a font.
std::string layout_asked(const report::Drawing& drawing, Language language);

/// A drawing for a page or a paper, with its title and a description for who cannot see it; nothing when the layout is
/// none of this drawing.
std::optional<std::string> svg(const report::Drawing& drawing, Language language, const Positions& layout);
/// For diagrams.net: boxes and arrows to move about, uncompressed. Without a layout they stand in three columns.
std::string drawio(const report::Drawing& drawing, Language language, const std::optional<Positions>& layout);
/// For Graphviz.
std::string dot(const report::Drawing& drawing, Language language);
/// For whatever shows Mermaid: GitLab, GitHub, a wiki.
std::string mermaid(const report::Drawing& drawing, Language language);

}  // namespace belegd::render
