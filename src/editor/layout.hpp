#pragma once

#include <optional>
#include <string>
#include <vector>

#include "editor/workspace.hpp"
#include "syntax/format.hpp"

namespace belegd::editor {

/// A file laid out: a model, or the blocks of one in Markdown. `into`: in the words of this language, where that can be
/// without changing what it says; absent: in that of the file. `lexicon`: with the names of the library.
syntax::Formatted laid_out(bool markdown, const std::string& text, const syntax::Lexicon& lexicon,
                           std::optional<Language> into = {});

/// What makes one text of another: whole lines, as few as stand between what both begin and end with.
std::optional<Edit> difference(const std::string& path, const std::string& before, const std::string& after);

}  // namespace belegd::editor
