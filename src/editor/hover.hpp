#pragma once

#include <optional>

#include "editor/workspace.hpp"

namespace belegd::editor {

/// What is told of a place: in Markdown, with the stretch that it is about.
struct Hover {
    Text told;
    std::uint32_t begin = 0, end = 0;
};

/// What stands at a place of a file: of a name what it is, in full, and where it is declared; of a word of the language
/// what it does; of a date which day of the week it is, or which days it stands for; of a code what it is called.
std::optional<Hover> hover(const analysis::Analysis& analysis, const std::string& path, const std::string& text,
                           std::uint32_t at);

/// What a word of the language does, with a line in which it stands, in Markdown.
Text word_told(syntax::Word word);

}  // namespace belegd::editor
