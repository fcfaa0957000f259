#include "render/drawing/measure.hpp"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "render/wrap.hpp"

namespace belegd::render {
namespace {

/// Widths of the printable signs of ASCII, in thousandths of the size.
constexpr std::array<int, 95> kSignWidths{
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333,  278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667,  611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278,  556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500,  500, 334, 260, 334, 584};
constexpr int kOtherSign = 600;      ///< another sign
constexpr int kDouble = 1000;        ///< one that takes two columns of a terminal
constexpr double kBolder = 1.08;     ///< bold is so much wider
constexpr double kSpareRoom = 1.04;  ///< and another face than the one measured may be

int sign_width(utf8proc_int32_t sign) {
    if (sign >= 32 && sign < 127) return kSignWidths[static_cast<std::size_t>(sign - 32)];
    const int columns = utf8proc_charwidth(sign);
    if (columns == 0) return 0;
    if (columns == 2) return kDouble;
    // An accent does not widen its letter.
    std::array<utf8proc_int32_t, 8> apart{};
    int boundary = 0;
    const auto count = utf8proc_decompose_char(sign, apart.data(), static_cast<utf8proc_ssize_t>(apart.size()),
                                               UTF8PROC_DECOMPOSE, &boundary);
    if (count > 1 && apart[0] >= 32 && apart[0] < 127) return kSignWidths[static_cast<std::size_t>(apart[0] - 32)];
    return kOtherSign;
}

/// The signs that show as one: a letter with its accents.
std::size_t shown_as_one(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        utf8proc_int32_t sign = 0;
        const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at),
                                             static_cast<utf8proc_ssize_t>(text.size() - at), &sign);
        if (at > 0 && (length <= 0 || utf8proc_charwidth(sign) != 0)) break;
        at += length <= 0 ? 1 : static_cast<std::size_t>(length);
    }
    return at;
}

}  // namespace

double text_width(std::string_view utf8, double size, bool bold) {
    int out = 0;
    for (std::size_t at = 0; at < utf8.size();) {
        utf8proc_int32_t sign = 0;
        const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(utf8.data() + at),
                                             static_cast<utf8proc_ssize_t>(utf8.size() - at), &sign);
        out += length <= 0 ? kOtherSign : sign_width(sign);
        at += length <= 0 ? 1 : static_cast<std::size_t>(length);
    }
    return out * size * kSpareRoom * (bold ? kBolder : 1) / 1000;
}

std::vector<std::string> fitted(const std::string& text, double width, double size, bool bold, std::size_t most) {
    std::vector<std::string> out{""};
    const auto fits = [&](const std::string& line) { return text_width(line, size, bold) <= width; };
    const auto add = [&](std::string_view piece, bool blank) {
        const auto longer = out.back() + (blank && !out.back().empty() ? " " : "") + std::string(piece);
        if (fits(longer)) return out.back() = longer, void();
        if (!out.back().empty()) out.emplace_back();
        for (auto rest = piece; !rest.empty();) {
            const auto sign = rest.substr(0, shown_as_one(rest));
            // With a hyphen where it was parted within a word.
            if (!out.back().empty() && !fits(out.back() + std::string(sign) + (rest.size() > sign.size() ? "-" : ""))) {
                out.back() += '-';
                out.emplace_back();
            }
            out.back() += sign;
            rest.remove_prefix(sign.size());
        }
    };
    for (const auto word : words(text)) {
        bool first = true;
        for (const auto part : parts(word)) {
            add(part, first);
            first = false;
        }
        if (out.size() > most + 1) break;
    }
    if (out.size() <= most) return out;
    out.resize(most);
    auto& last = out.back();
    const auto cut = [&] {
        std::size_t at = 0, before = 0;
        while (at < last.size()) before = at, at += shown_as_one(std::string_view(last).substr(at));
        last.resize(before);
    };
    while (!last.empty() && !fits(last + " …")) cut();
    last += " …";
    return out;
}

std::string points_said(double value) {
    const auto tenths = static_cast<long long>(std::llround(value * 10));
    const auto size = std::llabs(tenths);
    auto out = fmt::format("{}{}", tenths < 0 ? "-" : "", size / 10);
    if (size % 10 != 0) out += fmt::format(".{}", size % 10);
    return out;
}

}  // namespace belegd::render
