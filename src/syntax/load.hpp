#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "syntax/lexicon.hpp"
#include "syntax/ready_trees.hpp"
#include "syntax/tree.hpp"

namespace belegd::syntax {

/// The texts of one model with their trees: the library modules it uses, the files it uses, the model itself last.
struct Texts {
    Sources sources;
    std::vector<syntax::Tree> trees;
    syntax::Lexicon lexicon;
    std::uint32_t main = 0;  ///< the model's own file in `sources`
    Language language = Language::nl;
};

/// Gives the text of a file named in `gebruik "…"`, relative to the model's folder; nothing when there is none.
using FileReader = std::function<std::optional<std::string>(const std::string& path)>;

/// Reads a model and everything it uses; in the sources each file has a name that leads to it from where the model's
/// own name does. A circle, a path outside the folder and an unknown module are reported. The modules of the library
/// that are `ready` are not read again.
Texts load(std::string name, std::string text, const FileReader& read, Diagnostics& diagnostics,
           std::span<const ReadyTree> ready = {});

/// The folder that a path leads through, with its last slash; empty for a bare name.
std::string folder_of(std::string_view path);

/// A text of the model's own as its `gebruik` names it: from the model's folder.
std::string from_folder(const Texts& texts, std::uint32_t file);

/// The files that a text itself says it uses, relative to its folder, as written; what cannot be read says nothing.
std::vector<std::string> files_used(std::string name, std::string text);

}  // namespace belegd::syntax
