#include "render/cells.hpp"

#include <algorithm>

namespace belegd::render {
namespace {

bool is_control(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    return byte < 0x20 || byte == 0x7F;
}

/// Whether a C1 control character, two bytes in UTF-8, starts here.
bool is_wide_control(std::string_view text, std::size_t at) {
    return text[at] == '\xC2' && at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) < 0xA0;
}

/// Control characters count as blanks, a run of blanks as one.
std::string tidied(std::string_view line) {
    std::string out;
    bool blank = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const bool wide = is_wide_control(line, i);
        if (wide || is_control(line, i) || line[i] == ' ') {
            blank = true;
            i += wide ? 1 : 0;
            continue;
        }
        if (blank && !out.empty()) out += ' ';
        blank = false;
        out += line[i];
    }
    return out;
}

bool consume(std::string_view& text, std::string_view start) {
    if (!text.starts_with(start)) return false;
    text.remove_prefix(start.size());
    return true;
}

/// `12`, `-3,5 %`, `€ 758.825`, `€ 64.000,-`, `EUR 758,825.50`; not a date.
bool is_amount(std::string_view text) {
    if (!consume(text, "-")) consume(text, "+");
    if (consume(text, "€") || consume(text, "EUR")) {
        if (!consume(text, " ")) consume(text, "\u00A0");
        consume(text, "-");
    }
    if (text.empty() || text[0] < '0' || text[0] > '9') return false;
    const auto rest = text.find_first_not_of("0123456789.,");
    if (rest == std::string_view::npos) return true;
    text.remove_prefix(rest);
    return text == "-" || text == "%" || text == " %" || text == "\u00A0%";
}

}  // namespace

std::vector<std::string> lines(const Text& text, Language language) {
    std::string_view rest = text.in(language);
    std::vector<std::string> out;
    for (auto end = rest.find('\n'); end != std::string_view::npos; end = rest.find('\n')) {
        out.push_back(tidied(rest.substr(0, end)));
        rest.remove_prefix(end + 1);
    }
    out.push_back(tidied(rest));
    return out;
}

std::string joined_lines(const Text& text, Language language, std::string_view between) {
    std::string out;
    for (const auto& line : lines(text, language)) {
        if (!out.empty()) out += between;
        out += line;
    }
    return out;
}

std::vector<WrittenLine> lines(const report::Cell& cell, Language language) {
    std::vector<WrittenLine> out;
    for (const auto& line : cell.lines) {
        const auto first = out.size();
        for (auto& text : lines(line.text, language)) out.push_back({std::move(text), {}});
        if (auto lead = joined_lines(line.lead, language); !lead.empty())
            out[first].lead = std::move(lead) + (out[first].text.empty() ? "" : ":");
        out.back().notes = line.notes;
    }
    if (out.empty()) out.emplace_back();
    return out;
}

std::string references(const std::vector<std::size_t>& notes) {
    if (notes.empty()) return {};
    std::string out;
    for (const auto note : notes) out += (out.empty() ? "[" : ",") + std::to_string(note);
    return out + "]";
}

int level_below_title(const report::Heading& heading, const report::Document& document) {
    if (heading.level <= 1 && heading.text == document.title) return 0;
    return std::clamp(heading.level, 2, 6);
}

const report::Cell& cell_at(const std::vector<report::Cell>& row, std::size_t column) {
    static const report::Cell empty;
    return column < row.size() ? row[column] : empty;
}

std::vector<Section> sections(const report::Table& table) {
    std::vector<Section> out;
    if (table.groups.empty() || table.groups.front().first > 0) out.push_back({nullptr, 0, 0});
    for (const auto& group : table.groups) {
        const auto row = std::min(group.first, table.rows.size());
        if (!out.empty()) out.back().end = row;
        out.push_back({&group.second, row, row});
    }
    out.back().end = table.rows.size();
    return out;
}

bool holds_amounts(const report::Table& table, std::size_t column, Language language) {
    bool found = false;
    for (const auto& row : table.rows) {
        for (const auto& line : lines(cell_at(row, column), language)) {
            if (line.text.empty() || line.text == "–") continue;
            if (!is_amount(line.text)) return false;
            found = true;
        }
    }
    return found;
}

}  // namespace belegd::render
