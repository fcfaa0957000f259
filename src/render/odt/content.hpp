#pragma once

#include <pugixml.hpp>

#include "render/paper.hpp"

/// The text of a document in the OpenDocument format.
namespace belegd::render::open_document {

/// A node with the names of all vocabularies that OpenDocument is written in.
pugi::xml_node begin(pugi::xml_document& out, const char* name);

/// content.xml
void write_content(pugi::xml_document& out, const paper::Paper& paper);

}  // namespace belegd::render::open_document
