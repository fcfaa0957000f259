#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// Characters that show nothing themselves, or change how the others are shown.
namespace belegd {

/// Whether a character cannot be seen: a control, a space without width, a mark of direction, a byte order mark. An end of
/// a line and a tab are none of these.
bool is_hidden(char32_t character);

/// `U+200B`
std::string code_of(char32_t character);

/// What a hidden character is called, as far as it has a name that people know.
enum class Hidden : std::uint8_t { other, soft_hyphen, no_width_space, no_width_joiner, direction, byte_order_mark };
Hidden hidden_kind(char32_t character);

/// A letter of another script that looks like a Latin one.
struct LookAlike {
    char latin = 0;  ///< the letter it is taken for; 0: it is none of these
    bool greek = false;
};
LookAlike look_alike(char32_t character);

/// The first character of a text when it is hidden, else 0.
char32_t hidden_at(std::string_view text);

/// A text with its hidden characters by their code, as a message quotes it.
std::string with_hidden_named(std::string_view text);

/// A text as a terminal may show it: one sign for each character that would move the cursor, change a colour or turn the
/// direction, and for each byte that is no text; ends of lines and tabs stay. As many characters as there were.
std::string harmless(std::string_view text);

}  // namespace belegd
