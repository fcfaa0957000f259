#include "syntax/strange_letters.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/hidden.hpp"
#include "base/quotes.hpp"
#include "diagnostics/messages/reading.hpp"
#include "syntax/lexicon.hpp"
#include "syntax/words.hpp"

namespace belegd::syntax {
namespace {

Text called(char32_t character) {
    switch (hidden_kind(character)) {
        case Hidden::soft_hyphen: return say(message::a_soft_hyphen);
        case Hidden::no_width_space: return say(message::a_no_width_space);
        case Hidden::no_width_joiner: return say(message::a_no_width_joiner);
        case Hidden::direction: return say(message::a_direction_mark);
        case Hidden::byte_order_mark: return say(message::a_byte_order_mark);
        case Hidden::other: break;
    }
    return say(message::a_control_character);
}

/// Where the characters of a text begin, and what they are.
struct Character {
    char32_t code;
    std::uint32_t at, bytes;
};
std::vector<Character> characters_of(std::string_view text) {
    std::vector<Character> out;
    out.reserve(text.size());
    for (std::uint32_t at = 0; at < text.size();) {
        const auto first = static_cast<unsigned char>(text[at]);
        const std::uint32_t bytes = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        char32_t code = bytes == 1 ? first : bytes == 2 ? first & 0x1F : bytes == 3 ? first & 0x0F : first & 0x07;
        for (std::uint32_t i = 1; i < bytes && at + i < text.size(); ++i)
            code = (code << 6) | (static_cast<unsigned char>(text[at + i]) & 0x3F);
        out.push_back({code, at, bytes});
        at += bytes;
    }
    return out;
}

bool is_latin(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0x24F); }
bool parts_words(char32_t c) { return c < 0x80 && !is_latin(c) && !(c >= '0' && c <= '9'); }

class Name {
   public:
    Name(const Sources& sources, Span span, std::string_view file, Diagnostics& diagnostics)
        : text_(unquoted(sources.text(span))),
          span_(span),
          file_(file),
          diagnostics_(diagnostics),
          all_(characters_of(text_)) {}

    void tell() const {
        for (const auto& each : all_)
            if (is_hidden(each.code)) return tell_hidden(each);
        for (std::size_t i = 0; i < all_.size(); ++i)
            if (look_alike(all_[i].code).latin != 0 && mixed(i)) return tell_alike(i);
    }

   private:
    /// Whether the word around a look-alike has Latin letters too, or nothing but look-alikes.
    bool mixed(std::size_t i) const {
        auto first = i, last = i;
        while (first > 0 && !parts_words(all_[first - 1].code)) --first;
        while (last + 1 < all_.size() && !parts_words(all_[last + 1].code)) ++last;
        bool latin = false, only = last > first;
        for (auto at = first; at <= last; ++at) {
            latin = latin || is_latin(all_[at].code);
            only = only && look_alike(all_[at].code).latin != 0;
        }
        return latin || only;
    }

    void add(Code code, Text message, Text remedy) const {
        Diagnostic out{code, std::move(message), belegd::at(span_), {}, {}, {}, {}, {}, {}};
        out.remedies.push_back({std::move(remedy)});
        out.id = std::string(info(code).id) + "/" + std::string(file_) + "/" + with_hidden_named(text_);
        diagnostics_.add(std::move(out));
    }

    void tell_hidden(const Character& each) const {
        const Text code(code_of(each.code));
        std::string clean;
        for (const auto& one : all_)
            if (!is_hidden(one.code)) clean += text_.substr(one.at, one.bytes);
        const Text before(std::string(with_hidden_named(text_.substr(0, each.at))));
        add(Code::L04, say(message::hidden_in_name, {Text(clean), before, code, called(each.code)}),
            say(message::drop_hidden, {code}));
    }

    void tell_alike(std::size_t i) const {
        const auto& each = all_[i];
        const auto alike = look_alike(each.code);
        std::string clean;
        for (const auto& one : all_) {
            const auto latin = look_alike(one.code).latin;
            clean += latin != 0 ? std::string(1, latin) : std::string(text_.substr(one.at, one.bytes));
        }
        add(Code::N18,
            say(message::look_alike_in_name,
                {Text(text_), number(static_cast<long long>(i) + 1), Text(text_.substr(each.at, each.bytes)),
                 Text(code_of(each.code)), say(alike.greek ? message::greek_letter : message::cyrillic_letter),
                 Text(std::string(1, alike.latin))}),
            say(message::write_instead, {Text(name_to_write(clean))}));
    }

    std::string_view text_;
    Span span_;
    std::string_view file_;
    Diagnostics& diagnostics_;
    std::vector<Character> all_;
};

}  // namespace

void tell_strange_letters(const Sources& sources, const Tree& tree, Diagnostics& diagnostics) {
    const auto text = sources[tree.file].text();
    const auto beyond_latin = [](char c) {
        return static_cast<unsigned char>(c) >= 0xCD || static_cast<unsigned char>(c) == 0xC2;
    };
    if (std::none_of(text.begin(), text.end(), beyond_latin)) return;
    std::set<std::string_view> told;
    for (std::uint32_t node = 1; node < tree.nodes.size(); ++node) {
        const auto kind = tree[node].kind, before = tree[node - 1].kind;
        const bool quoted_name =
            kind == Kind::string &&
            (before == Kind::entry || (before == Kind::statement && has(tree[node - 1].word, Declares)));
        if (kind != Kind::name && !quoted_name) continue;
        const auto name = sources.text(tree.span(node));
        if (std::none_of(name.begin(), name.end(), beyond_latin) || !told.insert(name).second) continue;
        Name(sources, tree.span(node), sources[tree.file].name(), diagnostics).tell();
    }
}

}  // namespace belegd::syntax
