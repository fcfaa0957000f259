#pragma once

#include <initializer_list>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <utility>

/// XML as every writer of it needs it: with nothing in it that XML 1.0 cannot hold.
namespace belegd::render {

/// A text that XML can hold: what is no UTF-8 or no character of XML becomes a question mark in a box.
std::string holdable(std::string_view text);

void set(pugi::xml_node node, const char* name, std::string_view value);

using Attributes = std::initializer_list<std::pair<const char*, std::string_view>>;
/// A new last child.
pugi::xml_node add(pugi::xml_node parent, const char* name, Attributes attributes = {});
/// A new last child that holds a text; blanks at its ends count.
pugi::xml_node add_text(pugi::xml_node parent, const char* name, std::string_view text, Attributes attributes = {});
/// A text behind what the node holds already.
void append_text(pugi::xml_node node, std::string_view text);

enum class Layout { indented, dense };
/// The bytes of a document, with its declaration.
std::string written_xml(const pugi::xml_document& document, Layout layout);

/// What stands in a node, as it is written within another text: dense, without a declaration.
std::string inner_xml(pugi::xml_node parent);

/// A document that begins as a file of src/render, without its comments.
void begin_as(pugi::xml_document& document, std::string_view template_name);

}  // namespace belegd::render
