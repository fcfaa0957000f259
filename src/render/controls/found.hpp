#pragma once

#include <cstddef>
#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "render/controls/house_style.hpp"
#include "render/controls/tags.hpp"
#include "render/controls/word_package.hpp"
#include "render/paper.hpp"

/// The controls of a document, and where they stand.
namespace belegd::render::controls {

struct Control {
    enum class Level { run, block, cell, row };

    const TagInfo* info;
    std::string tag;  ///< as it is written
    pugi::xml_node node;
    XmlPart* part;
    Level level;
    bool in_text;                   ///< of the document itself, and not of a text box in it
    const Control* around;          ///< one of ours in which it lies
    int above = 0;                  ///< the level of the heading above it; 0: there is none
    pugi::xml_node heading_before;  ///< right above it
    std::size_t notes_before = 0;   ///< footnotes of the document itself

    pugi::xml_node properties() const { return node.child("w:sdtPr"); }
    /// What holds its content: of one around a cell that cell.
    pugi::xml_node content() const;
};

struct Found {
    std::vector<std::unique_ptr<Control>> controls;  ///< with a tag of ours, in the order of the parts and their text
    std::vector<std::string> near;                   ///< tags of others that look like ours
};

Found controls_of(WordPackage& package, const HouseStyle& style);
/// Whether there is one at all that would be filled.
bool any_control(WordPackage& package);

/// What keeps a control from being filled; nothing when it can be.
std::vector<Text> wrong_with(const Control& control, bool overwriting);

/// How the names of the places of notes begin.
inline constexpr std::string_view kPlaceOfNote = "_RefNote";

/// The words of a paragraph.
std::string words_of(pugi::xml_node paragraph);

/// How wide the text is where a control stands.
paper::Twips room_of(const Control& control);

}  // namespace belegd::render::controls
