#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace belegd {

enum class Language { nl, en };

/// Words in both languages as a table has them, ready when the program is compiled.
struct Words {
    std::string_view nl, en;

    constexpr std::string_view in(Language language) const { return language == Language::nl ? nl : en; }
    constexpr bool empty() const { return nl.empty(); }
};

/// The same words in Dutch and in English; built from one string it reads alike in both.
struct Text {
    std::string nl, en;

    // Made, copied and dropped in nearly every line that speaks, and so in one place and not in each of those.
    Text();
    Text(std::string both);
    Text(std::string_view both);
    Text(const char* both);
    Text(std::string dutch, std::string english);
    Text(const Words& words);
    Text(const Text&);
    Text(Text&&) noexcept;
    Text& operator=(const Text&);
    Text& operator=(Text&&) noexcept;
    ~Text();

    const std::string& in(Language language) const { return language == Language::nl ? nl : en; }
    bool empty() const { return nl.empty(); }
    bool operator==(const Text&) const = default;
};

/// The number as a text, for messages.
Text number(long long value);

/// `a, b en c` / `a, b and c`; empty for no items.
Text listed(const std::vector<Text>& items);

/// `a, b of c` / `a, b or c`.
Text alternatives(const std::vector<Text>& items);

/// With one blank wherever there are blanks or ends of lines.
std::string on_one_line(std::string_view text);

/// The words of a piece of Markdown without its marks: no backticks, no asterisks, of a link its words.
std::string without_marks(std::string_view markdown);

/// A title as words in the middle of a sentence; an abbreviation keeps its capitals.
Text within_sentence(Text title);

/// Both texts, one after the other with `between` in the middle.
Text joined(const std::vector<Text>& items, std::string_view between);

}  // namespace belegd
