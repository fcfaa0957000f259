#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "syntax/parser.hpp"

/// Syntax trees as people can read them.
namespace belegd::shape {

/// A text, its tree, and what was said about it. `names` are protected, as those of the library are.
struct Parsed {
    explicit Parsed(std::string_view text, const std::vector<std::string>& names = {});

    Sources sources;
    Diagnostics diagnostics;
    syntax::Tree tree;

    /// One line for each node below the document, indented: its kind, its word, and its text when it holds no others.
    /// An only child stands on the line of its parent, after `:`.
    std::string shape() const;
    /// One line for each finding: code and place.
    std::string said() const;
};

/// The tree of a text that must read without a finding.
std::string read(std::string_view text, const std::vector<std::string>& names = {});
/// The findings of a text, then its tree.
std::string misread(std::string_view text, const std::vector<std::string>& names = {});

/// The kind of a node, as the grammar calls it.
const char* name_of(syntax::Kind kind);

}  // namespace belegd::shape
