#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace belegd {

/// A stretch of bytes in one file: [begin, end).
struct Span {
    std::uint32_t file = 0;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    bool empty() const { return begin == end; }
    auto operator<=>(const Span&) const = default;
};

/// A position as people count: line and column from 1, columns in characters, not bytes.
struct Place {
    std::uint32_t line = 1;
    std::uint32_t column = 1;
    auto operator<=>(const Place&) const = default;
};

/// One text with the name under which messages show it.
class Source {
   public:
    /// `own` is false for the library, whose text is shown but is not the reader's to change.
    Source(std::string name, std::string text, bool own = true);
    /// `read`: the part that is read, where the text is a model with something around it; an offset in it is the same
    /// place in the text.
    Source(std::string name, std::string text, bool own, std::string read);

    const std::string& name() const { return name_; }
    /// The same apart from where it lies: that differs from one desk to the next.
    std::string bare_name() const { return name_.substr(name_.find_last_of("/\\") + 1); }
    /// What is read; the places and lines below are those of the whole text.
    std::string_view text() const { return read_ ? *read_ : text_; }
    std::string_view whole() const { return text_; }
    bool own() const { return own_; }

    Place place(std::uint32_t offset) const;
    /// The text of a line (from 1), without its end.
    std::string_view line(std::uint32_t number) const;

   private:
    const std::vector<std::uint32_t>& line_starts() const;

    std::string name_, text_;
    std::optional<std::string> read_;
    bool own_;
    mutable std::vector<std::uint32_t> line_starts_;  ///< gathered when first asked for: of most texts nobody does
};

/// All texts of a run, addressed by Span::file; the sources outlive what points into them.
class Sources {
   public:
    std::uint32_t add(Source source);
    const Source& operator[](std::uint32_t file) const { return files_[file]; }
    std::size_t size() const { return files_.size(); }
    std::string_view text(Span span) const {
        return files_[span.file].text().substr(span.begin, span.end - span.begin);
    }
    Place place(Span span) const { return files_[span.file].place(span.begin); }
    Place last_place(Span span) const { return files_[span.file].place(span.end); }

   private:
    std::vector<Source> files_;
};

/// The number of characters in valid UTF-8.
std::uint32_t characters(std::string_view utf8);

/// The offset of the first byte that is not UTF-8, or npos.
std::size_t first_invalid_utf8(std::string_view bytes);

}  // namespace belegd
