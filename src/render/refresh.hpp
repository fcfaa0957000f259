#pragma once

#include <string>
#include <vector>

#include "analysis/analysis.hpp"

namespace belegd::render {

/// A Markdown text with the overviews of its model brought up to date between their markers, and nothing else changed.
struct Refreshed {
    std::string text;
    std::vector<Text> names;  ///< of what was between markers, in order
    std::vector<Text> changed;
    Text wrong;  ///< with its place; then nothing else is to be used
};
Refreshed refreshed(const analysis::Analysis& analysis, Language language);

}  // namespace belegd::render
