// What a file is that is no text in UTF-8, and in which language a text is written.
#include <algorithm>

#include "base/fold.hpp"
#include "diagnostics/messages/reading.hpp"
#include "syntax/mistakes.hpp"
#include "syntax/parser.hpp"

namespace belegd::syntax {
namespace {

/// The characters 0x80 to 0x9F of Windows-1252; 0 for the five it does not have. Above them it is as Unicode.
constexpr char32_t kWindows1252[] = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                     0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                     0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                     0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

/// The character of a byte in Windows-1252 as UTF-8, or nothing.
std::string of_windows_1252(unsigned char byte) {
    const char32_t code = byte >= 0x80 && byte < 0xA0 ? kWindows1252[byte - 0x80] : byte;
    const auto six = [](char32_t bits) { return static_cast<char>(0x80 | (bits & 0x3F)); };
    if (code == 0) return {};
    if (code < 0x80) return std::string(1, static_cast<char>(code));
    if (code < 0x800) return {static_cast<char>(0xC0 | (code >> 6)), six(code)};
    return {static_cast<char>(0xE0 | (code >> 12)), six(code >> 6), six(code)};
}

bool is_windows_1252(std::string_view bytes) {
    return std::all_of(bytes.begin(), bytes.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0x20 ? !of_windows_1252(byte).empty() : byte == '\t' || byte == '\n' || byte == '\r';
    });
}

}  // namespace

std::optional<Diagnostic> unreadable(const Sources& sources, std::uint32_t file) {
    const auto text = sources[file].text();
    auto bad = std::min(first_invalid_utf8(text), text.find('\0'));
    const bool one_line = bad == std::string_view::npos && text.find('\n') == std::string_view::npos;
    if (one_line) bad = text.find('\r');
    if (bad == std::string_view::npos) return std::nullopt;
    const auto place = static_cast<std::uint32_t>(bad);
    Diagnostic out{Code::L01, {}, at({file, place, place + 1}), {}, {}, say(message::why_utf8),
                   {},        {}, "L01/" + sources[file].name()};
    const auto remedies = [&](std::initializer_list<Message> all) {
        for (const auto each : all) out.remedies.push_back({say(each)});
    };
    if (one_line) {
        out.message = say(message::lone_returns);
        out.why = {};
        remedies({message::save_with_line_ends});
        return out;
    }
    const auto zeros = static_cast<std::size_t>(std::count(
        text.begin(), text.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(text.size(), 4096)), '\0'));
    const bool marked = text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF");
    const auto data = text.starts_with("PK\x03\x04") || text.starts_with("\xD0\xCF\x11\xE0") ? message::a_word_document
                      : text.starts_with("%PDF")                                             ? message::a_pdf
                                                                                             : message::a_binary;
    if (data == message::a_binary && (marked || zeros > std::min<std::size_t>(text.size(), 4096) / 3)) {
        out.message = say(message::utf_16);
        remedies({message::save_as_utf8, message::save_as_utf8_notepad});
    } else if (data != message::a_binary || text.find('\0') != std::string_view::npos) {
        out.message = say(message::no_text, {say(data)});
        remedies({message::copy_text});
    } else if (is_windows_1252(text)) {
        out.message = say(message::windows_1252, {Text(of_windows_1252(static_cast<unsigned char>(text[bad])))});
        remedies({message::save_as_utf8, message::save_as_utf8_notepad});
    } else {
        out.message = say(message::not_utf8);
        remedies({message::save_as_utf8, message::save_as_utf8_notepad});
    }
    return out;
}

Language language_of(std::string_view text) {
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        const auto written = text.substr(0, end);
        auto line = folded(written.substr(0, written.find('#')));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
        if (line.starts_with("taal ") || line.starts_with("language "))
            return line.substr(line.find(' ') + 1).starts_with("en") ? Language::en : Language::nl;
        if (!line.empty() && line != " ") break;
    }
    return Language::nl;
}

}  // namespace belegd::syntax
