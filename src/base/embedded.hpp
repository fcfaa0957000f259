#pragma once

#include <span>
#include <string_view>

/// Text files of the source tree that are compiled into the binary, so that the tool needs nothing beside it.
namespace belegd::embedded {

/// `name` is the file name without folders: "kern.belegd". Both views stay valid for ever.
struct File {
    std::string_view name;
    std::string_view text;
};

/// The law in belegd: the files of dsl/library, by name. Defined in the library `model`.
std::span<const File> library();

/// What documents are poured into: the *.mustache, *.css and *.xml of src/render. Defined in the library `render`.
std::span<const File> templates();

/// A page for each finding, dsl/reference/findings/*.md, by name. Defined in the library `cli`.
std::span<const File> pages();

/// First models to begin with, dsl/templates/*.belegd, by name: "dvo.nl.belegd". Defined in the library `cli`.
std::span<const File> models();

}  // namespace belegd::embedded
