#pragma once

#include <optional>
#include <string>

#include "base/text.hpp"
#include "render/drawing/drawing.hpp"

namespace belegd::cli {

/// The places of a graph, as Graphviz finds them when it can be called as `dot`; nothing, with the reason in `wrong`, where
/// it is not there or fails. It is asked about boxes of a given size without words, so that no font of the machine counts.
std::optional<render::Positions> layout_of(const std::string& asked, Text& wrong);

}  // namespace belegd::cli
