#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace belegd::language_server {

/// In what characters of a line are counted.
enum class Encoding : unsigned char { utf16, utf8 };

/// A place as the protocol counts: lines and characters from 0.
struct Position {
    std::size_t line = 0, character = 0;
    bool operator==(const Position&) const = default;
};

/// The lines of a text: they end with a line feed, a return, or both.
class Lines {
   public:
    explicit Lines(std::string text);

    std::size_t count() const { return starts_.size(); }
    const std::string& text() const { return text_; }
    /// The offset of a place; behind the end of a line its end, behind the last line the end of the text.
    std::size_t offset(Position at, Encoding encoding) const;
    Position position(std::size_t offset, Encoding encoding) const;

   private:
    std::string text_;
    std::vector<std::size_t> starts_;
};

/// How many characters a text without ends of lines has.
std::size_t characters_in(std::string_view text, Encoding encoding);

/// The path of a file by its address (`file:///home/…`); what is the address of no file is its own path.
std::string path_of(std::string_view uri);
std::string uri_of(std::string_view path);

}  // namespace belegd::language_server
