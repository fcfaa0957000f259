#pragma once

#include <map>
#include <pugixml.hpp>
#include <string>
#include <vector>

#include "report/document.hpp"

/// Documents of word processors, read back.
namespace belegd::papers {

/// What stands in a ZIP archive.
struct Opened {
    std::vector<std::string> names;            ///< in order
    std::map<std::string, std::string> parts;  ///< by name
    std::map<std::string, bool> compressed;
};
Opened opened(const std::string& bytes);

/// One part of a document, read; the test ends where it is not there.
struct Part {
    Part(const std::string& bytes, const std::string& name);
    std::size_t count(const char* path) const { return document.select_nodes(path).size(); }
    std::string attribute(const char* path) const { return document.select_node(path).attribute().value(); }
    std::string text(const char* path) const { return document.select_node(path).node().text().get(); }
    pugi::xml_document document;
};

/// What a reader sees, line by line: of the text and of the notes. Without numbers of notes, and without empty lines.
struct Said {
    std::vector<std::string> text;
    std::vector<std::string> notes;
    std::size_t first_references = 0, later_references = 0;  ///< to footnotes
    std::size_t listed_references = 0;                       ///< to a list in the text
};
Said said_by_docx(const std::string& bytes);
Said said_by_odt(const std::string& bytes);
/// What a document says, read off itself; a table counts once, also if it is divided over several.
Said said_by(const report::Document& document, Language language);

/// Whether a table of a Word document is divided over several.
bool is_divided(const std::string& docx);
/// What `found` does not say of what is expected, or says otherwise; empty: it says all. Where a table is divided, its
/// first column and its groups are said again, and its caption names the part.
std::string lost(const Said& expected, const Said& found, bool divided);

/// What is wrong with a Word document or an ODT apart from its words; empty: nothing. Parts that are not there or of no
/// kind, relations and references that lead nowhere, tables whose rows do not agree, ids given twice.
std::string wrong_with_docx(const std::string& bytes);
std::string wrong_with_odt(const std::string& bytes);

}  // namespace belegd::papers
