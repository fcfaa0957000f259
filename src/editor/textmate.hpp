#pragma once

#include <string>

namespace belegd::editor {

/// The words of the table as a TextMate grammar (JSON), for editors that colour a text before anybody has read it. It
/// knows the first word of a line and the others, and no more: where names end only the syntax tree tells.
std::string textmate_grammar();

}  // namespace belegd::editor
