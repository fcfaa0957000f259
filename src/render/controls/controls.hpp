#pragma once

#include <string>
#include <vector>

#include "base/text.hpp"
#include "report/document.hpp"

/// A Word document of somebody else, with content controls (`w:sdt`) that take the sections of an appendix by their tags.
namespace belegd::render {

struct Filled {
    std::string bytes;          ///< the document; empty where something is wrong
    std::vector<Text> wrong;    ///< why it cannot be filled: each thing by itself
    std::vector<Text> remarks;  ///< what was left as it is, or done besides
};

/// For what it is filled. What is only held against a document may overwrite what somebody would miss.
enum class Purpose { writing, comparing };

/// Fills the controls, and changes nothing else:
/// - a part of the package without such a control keeps its bytes, in another every byte outside stays; only styles,
///   numbering, notes and relations that the new content needs are added. Filled again it is the same, byte for byte.
/// - Styles are found by the names that they have in every language of Word, never by their ids.
/// - Headings go on below the level of the heading above the control; one that says the same as the heading right above it
///   is left out. Tables are as wide as the text there; nothing lies on its side.
/// - Where no control lists the sources, they are footnotes. Remarks of readers stay, on the whole of the new content.
/// - A control of which Word locks the content is filled and stays locked: that is against typing in it.
/// - `w:proofState` stays: the settings of the document are its own.
Filled filled(const std::string& bytes, const report::Document& document, Language language,
              Purpose purpose = Purpose::writing);

/// Whether a document has a control that `filled` would fill.
bool has_controls(const std::string& bytes);

}  // namespace belegd::render
