#include "render/wrap.hpp"

#include <utf8proc.h>

#include <algorithm>

namespace belegd::render {
namespace {

struct Character {
    std::size_t bytes, width;
};

Character first_character(std::string_view utf8) {
    utf8proc_int32_t point = 0;
    const auto bytes = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(utf8.data()),
                                        static_cast<utf8proc_ssize_t>(utf8.size()), &point);
    if (bytes <= 0) return {1, 1};
    return {static_cast<std::size_t>(bytes), static_cast<std::size_t>(utf8proc_charwidth(point))};
}

bool is_letter(char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte & 0x80) != 0; }

class WrappedLines {
   public:
    explicit WrappedLines(std::size_t width) : width_(width), lines_(1) {}

    void add_word(std::string_view word) {
        const auto needs = display_width(word);
        if (needs <= width_) return add(word, needs, blank());
        auto between = blank();
        for (const auto part : parts(word)) {
            const auto part_needs = display_width(part);
            if (part_needs <= width_)
                add(part, part_needs, between);
            else
                add_broken(part);
            between = 0;
        }
    }

    std::vector<std::string> take() { return std::move(lines_); }

   private:
    std::size_t blank() const { return used_ > 0 ? 1 : 0; }
    bool fits(std::size_t columns) const { return used_ + columns <= width_; }

    void add(std::string_view text, std::size_t needs, std::size_t between) {
        if (!fits(between + needs)) {
            start_line();
            between = 0;
        }
        lines_.back().append(between, ' ').append(text);
        used_ += between + needs;
    }

    void add_broken(std::string_view text) {
        if (used_ > 0) start_line();
        while (!text.empty()) {
            const auto character = first_character(text);
            add(text.substr(0, character.bytes), character.width, 0);
            text.remove_prefix(character.bytes);
        }
    }

    void start_line() {
        lines_.emplace_back();
        used_ = 0;
    }

    std::size_t width_, used_ = 0;
    std::vector<std::string> lines_;
};

}  // namespace

std::size_t display_width(std::string_view utf8) {
    std::size_t width = 0;
    while (!utf8.empty()) {
        const auto character = first_character(utf8);
        width += character.width;
        utf8.remove_prefix(character.bytes);
    }
    return width;
}

std::vector<std::string_view> words(std::string_view text) {
    std::vector<std::string_view> out;
    while (true) {
        text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
        if (text.empty()) return out;
        out.push_back(text.substr(0, text.find(' ')));
        text.remove_prefix(out.back().size());
    }
}

std::vector<std::string_view> parts(std::string_view word) {
    std::vector<std::string_view> out;
    std::size_t begin = 0;
    for (std::size_t i = 1; i + 1 < word.size(); ++i) {
        const bool joins = word[i] == '-' || word[i] == '/' || word[i] == '_';
        if (!joins || i - begin < 2 || !is_letter(word[i + 1])) continue;
        out.push_back(word.substr(begin, i + 1 - begin));
        begin = i + 1;
    }
    out.push_back(word.substr(begin));
    return out;
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
    WrappedLines out(width);
    for (const auto word : words(text)) out.add_word(word);
    return out.take();
}

std::vector<std::string> wrapped(const std::vector<std::string>& lines, std::size_t width) {
    std::vector<std::string> out;
    for (const auto& line : lines)
        for (auto& piece : wrapped(line, width)) out.push_back(std::move(piece));
    return out;
}

std::string padded(std::string text, std::size_t width, bool right) {
    const auto used = display_width(text);
    if (used < width) text.insert(right ? 0 : text.size(), width - used, ' ');
    return text;
}

std::string repeated(std::string_view sign, std::size_t times) {
    std::string out;
    for (; times > 0; --times) out += sign;
    return out;
}

}  // namespace belegd::render
