#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/model.hpp"
#include "syntax/load.hpp"

/// Where names stand: every name knows where it is declared and where it is used.
namespace belegd::resolve {

using namespace model;

/// One thing with the places of one of its names, in order of file and place.
struct NamePlaces {
    NameKind kind;
    std::uint32_t index;
    std::vector<Span> declared, used;
};

/// What is called so; case, accents and `-`, `_`, blank do not count. Several, when things of different kinds are.
std::vector<NamePlaces> called(const Model& model, const Sources& sources, std::string_view name);

/// The name at a place in a file, with all its other places; nothing where no name stands.
std::optional<NamePlaces> name_at(const Model& model, const Sources& sources, std::uint32_t file, std::uint32_t offset);

/// The texts of the model's own files with one name replaced by another wherever it stands.
struct Renamed {
    struct File {
        std::uint32_t file;
        std::string text;
        std::size_t places = 0;
        /// What was replaced, in order of place.
        struct Replaced {
            Span span;
            std::string text;
        };
        std::vector<Replaced> replaced = {};
    };
    std::vector<File> files;
    Text wrong;  ///< why it cannot be done; then nothing is changed
};
/// `kind` chooses when things of different kinds have the name. The new name gets quotation marks where it needs them.
Renamed renamed(const syntax::Texts& texts, const Model& model, std::string_view name, std::string_view to,
                std::optional<NameKind> kind = {});

}  // namespace belegd::resolve
