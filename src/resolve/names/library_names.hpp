#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/basics.hpp"

namespace belegd::resolve {

using namespace model;

/// A name of the library, and the module that declares it.
struct LibraryName {
    std::string folded;
    std::string module;
};

/// The module of the library that declares a name of a kind, whether or not a model uses it. An organ that more than one
/// module speaks of (`bestuur`) is of none.
std::optional<LibraryName> library_with(NameKind kind, std::string_view name);
/// The same for the longest name that a text begins with and that ends where a word ends.
std::optional<LibraryName> library_begins(NameKind kind, std::string_view text);

}  // namespace belegd::resolve
