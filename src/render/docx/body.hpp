#pragma once

#include <pugixml.hpp>

#include "render/package.hpp"
#include "render/paper.hpp"

/// The text of a Word document; its elements in the order that ECMA-376 asks, because Word reads no other.
namespace belegd::render::word {

inline constexpr const char* kWord = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
inline constexpr const char* kRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The relations of the text with what stands on every page; empty: nothing does.
struct EveryPage {
    std::string header, footer;
};

/// word/document.xml
void write_body(pugi::xml_document& out, const paper::Paper& paper, const EveryPage& every_page, Relations& relations);

/// word/footnotes.xml
void write_footnotes(pugi::xml_document& out, const paper::Paper& paper, Relations& relations);

/// A paragraph with a style, in a part of its own: `w:p` below `parent`.
pugi::xml_node add_paragraph(pugi::xml_node parent, std::string_view style);
/// A run of text.
void add_run(pugi::xml_node paragraph, std::string_view text);
/// What Word works out itself (`PAGE`), with what is shown until it does, and to readers that work nothing out.
void add_field(pugi::xml_node paragraph, const std::string& instruction, const std::string& shown,
               std::string_view style = {});

}  // namespace belegd::render::word
