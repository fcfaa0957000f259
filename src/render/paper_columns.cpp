#include "render/paper_columns.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <string>
#include <string_view>

#include "render/cells.hpp"
#include "render/columns.hpp"
#include "render/wrap.hpp"

namespace belegd::render::paper {
namespace {

/// Half an em of nine points, in which columns are measured.
constexpr Twips kUnit = 90;
constexpr std::size_t kMostUpright = 6;  ///< columns
constexpr std::size_t kSheet = 60;       ///< lines

using CellRows = std::vector<std::vector<CellLines>>;

/// About how wide a character is in the type of documents, in hundredths of an em: on the wide side, because words must fit.
std::size_t width_of(char32_t character) {
    constexpr std::u32string_view narrow = U"ijltfrI.,;:'!|()[]-", wide = U"mwMW@%&";
    if (narrow.find(character) != std::u32string_view::npos) return 36;
    if (wide.find(character) != std::u32string_view::npos) return 88;
    if (character >= 'A' && character <= 'Z') return 64;
    return 52;
}

/// A word, or a part of it, in units: one byte of ASCII is its own character, all else is as wide as a terminal shows it.
std::size_t units_of(std::string_view word) {
    std::size_t all = 0;
    std::string other;
    for (const char byte : word)
        if ((byte & 0x80) == 0)
            all += width_of(static_cast<char32_t>(byte));
        else
            other += byte;
    all += 60 * display_width(other);
    return (all + 49) / 50;
}

/// A line as long in characters as it is wide in units, that breaks where a word processor breaks it: at blanks and
/// behind hyphens.
std::string in_units(std::string_view line) {
    std::string out;
    for (const auto word : words(line)) {
        if (!out.empty()) out += ' ';
        std::size_t begin = 0;
        for (const auto part : parts(word)) {
            const auto end = static_cast<std::size_t>(part.data() - word.data()) + part.size();
            if (end < word.size() && part.back() != '-') continue;
            out.append(units_of(word.substr(begin, end - begin)), 'x');
            if (end < word.size()) out.back() = '-';
            begin = end;
        }
    }
    return out;
}

CellLines measured(const Text& text, Language language) {
    CellLines out;
    for (const auto& line : lines(text, language)) out.push_back(in_units(line));
    return out;
}

CellLines measured(const report::Cell& cell, Language language) {
    CellLines out;
    for (const auto& line : lines(cell, language)) {
        auto whole = line.plain();
        for (const auto note : line.notes) whole += std::to_string(note);
        out.push_back(in_units(whole));
    }
    return out;
}

CellRows measured(const report::Table& table, const std::vector<std::size_t>& columns, Language language) {
    CellRows out(1);
    for (const auto column : columns) out.back().push_back(measured(table.columns[column], language));
    for (const auto& row : table.rows) {
        out.emplace_back();
        for (const auto column : columns) out.back().push_back(measured(cell_at(row, column), language));
    }
    return out;
}

std::size_t sum_of(const std::vector<std::size_t>& widths) {
    return std::accumulate(widths.begin(), widths.end(), std::size_t{0});
}

/// Columns so wide that no word breaks, over the whole of the room; nothing when words do not fit.
std::optional<std::vector<Twips>> spread(const CellRows& rows, Twips width) {
    const auto needs = needs_of(rows);
    const auto beside = needs.size() * 2 * kBesideText;
    if (beside >= width) return std::nullopt;
    const auto available = (width - beside) / kUnit;
    const auto shared = shared_widths(rows, available);
    if (!shared) return std::nullopt;
    const auto& units = *shared;
    const auto all_units = sum_of(units);
    std::vector<Twips> out;
    out.reserve(units.size());
    for (const auto each : units) out.push_back(2 * kBesideText + (width - beside) * each / all_units);
    out.back() += width - sum_of(out);
    return out;
}

/// About how many lines the rows take.
std::size_t height_of(const CellRows& rows, const std::vector<Twips>& widths) {
    const auto taken = [](const std::string& line, std::size_t width) {
        std::size_t out = 1, used = 0;
        for (const auto word : words(line)) {
            if (used > 0 && used + 1 + word.size() > width) ++out, used = 0;
            used += (used > 0 ? 1 : 0) + word.size();
        }
        return out;
    };
    std::size_t out = 0;
    for (const auto& row : rows) {
        std::size_t highest = 1;
        for (std::size_t column = 0; column < row.size(); ++column) {
            std::size_t height = 0;
            for (const auto& line : row[column]) height += taken(line, (widths[column] - 2 * kBesideText) / kUnit);
            highest = std::max(highest, height);
        }
        out += highest;
    }
    return out;
}

/// Columns of one width.
std::vector<Twips> alike(std::size_t columns, Twips width) {
    std::vector<Twips> out(columns, width / columns);
    out.back() += width % columns;
    return out;
}

std::vector<std::size_t> every_column(const report::Table& table) {
    std::vector<std::size_t> out(table.columns.size());
    std::iota(out.begin(), out.end(), std::size_t{0});
    return out;
}

}  // namespace

bool lies_on_its_side(const report::Table& table, Language language) {
    if (table.columns.empty()) return false;
    if (table.columns.size() > kMostUpright) return true;
    const auto rows = measured(table, every_column(table), language);
    const auto upright = spread(rows, room(false)), lying = spread(rows, room(true));
    if (!upright) return true;
    // The longest words can leave a long text so little room that it takes sheet after sheet, a word on each line.
    const auto height = height_of(rows, *upright);
    return lying && height > kSheet && height > 2 * height_of(rows, *lying);
}

std::vector<Columns> columns_of(const report::Table& table, Language language, Twips width) {
    const auto all = every_column(table);
    if (all.empty()) return {};
    if (auto widths = spread(measured(table, all, language), width)) return {{all, std::move(*widths)}};
    std::vector<Columns> out;
    for (std::size_t next = std::min<std::size_t>(1, all.size() - 1); next < all.size();) {
        auto& one = out.emplace_back();
        if (next > 0) one.at.push_back(0);
        one.at.push_back(next++);
        // A single column beside the first may be too wide: then its words break.
        one.widths = spread(measured(table, one.at, language), width).value_or(alike(one.at.size(), width));
        for (; next < all.size(); ++next) {
            auto more = one.at;
            more.push_back(next);
            auto widths = spread(measured(table, more, language), width);
            if (!widths) break;
            one = {std::move(more), std::move(*widths)};
        }
    }
    return out;
}

std::vector<Twips> widths_of(const report::Sheet& sheet, Language language, Twips width) {
    CellRows rows;
    for (const auto& [label, value] : sheet.rows)
        rows.push_back({measured(label, language), measured(value, language)});
    if (rows.empty()) return alike(2, width);
    // Short values leave the labels as narrow as they are.
    auto out = spread(rows, width).value_or(alike(2, width));
    const auto narrow = std::min(out[0], width / 3);
    return {narrow, width - narrow};
}

}  // namespace belegd::render::paper
