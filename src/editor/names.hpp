#pragma once

#include <optional>
#include <string>
#include <vector>

#include "editor/workspace.hpp"

namespace belegd::editor {

/// The name at a place, with every place of it in the reader's own files.
struct NameThere {
    model::NameKind kind;
    std::uint32_t index;         ///< of the thing, as resolve::NamePlaces has it
    std::string name;            ///< as it is declared, without quotation marks
    bool own = false;            ///< declared in the reader's own files, and so the reader's to change
    std::optional<Span> origin;  ///< where it is declared first, also in the library; nothing where it is nowhere
    Location here;
    std::vector<Location> declared, used;
};
std::optional<NameThere> name_there(const analysis::Analysis& analysis, std::string_view path, std::uint32_t at);

/// What a thing of this name is called in full; empty when it has no title.
Text title_of(const model::Model& model, model::NameKind kind, std::string_view name);

/// Where it stands, in a sentence: `staat in model.belegd, regel 12`.
Text origin_said(const analysis::Analysis& analysis, Span span);

}  // namespace belegd::editor
