#pragma once

#include <string>
#include <string_view>

/// Characters that show nothing themselves, or change how the others are shown.
namespace belegd {

/// Whether a character cannot be seen: a control, a space without width, a mark of direction, a byte order mark. An end of
/// a line and a tab are none of these.
bool is_hidden(char32_t character);

/// `U+200B`
std::string code_of(char32_t character);

/// The first character of a text when it is hidden, else 0.
char32_t hidden_at(std::string_view text);

/// A text with its hidden characters by their code, as a message quotes it.
std::string with_hidden_named(std::string_view text);

/// A text as a terminal may show it: one sign for each character that would move the cursor, change a colour or turn the
/// direction, and for each byte that is no text; ends of lines and tabs stay. As many characters as there were.
std::string harmless(std::string_view text);

}  // namespace belegd
