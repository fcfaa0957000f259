#include <algorithm>

#include "render/cells.hpp"
#include "render/columns.hpp"
#include "render/render.hpp"
#include "render/wrap.hpp"

namespace belegd::render {
namespace {

constexpr std::size_t kNarrowest = 40;
constexpr std::size_t kGap = 2;     ///< between two columns
constexpr std::size_t kIndent = 2;  ///< of rows under a group name, of values under the name of a row

/// Each line wrapped; of several lines what is wrapped hangs in, so that one sees where the next begins.
std::vector<std::string> hanging(const CellLines& lines, std::size_t width) {
    if (lines.size() < 2 || width <= kIndent) return wrapped(lines, width);
    std::vector<std::string> out;
    for (const auto& line : lines) {
        const auto pieces = wrapped(line, width);
        std::size_t longest = 0;
        for (const auto word : words(line)) longest = std::max(longest, display_width(word));
        if (pieces.size() < 2 || longest > width - kIndent) {
            out.insert(out.end(), pieces.begin(), pieces.end());
            continue;
        }
        out.push_back(pieces.front());
        const auto rest = line.find_first_not_of(' ', pieces.front().size());
        for (const auto& piece : wrapped(std::string_view(line).substr(std::min(rest, line.size())), width - kIndent))
            out.push_back(std::string(kIndent, ' ') + piece);
    }
    return out;
}

/// Where the cells of a row come to stand.
struct TableLayout {
    std::vector<std::size_t> widths;
    std::vector<bool> right;  ///< aligned to the right

    std::size_t whole() const {
        std::size_t out = kGap * (widths.size() - 1);
        for (const auto width : widths) out += width;
        return out;
    }

    /// The lines of a row, each with all its columns.
    std::vector<std::string> lines(const std::vector<CellLines>& cells, std::size_t indent) const {
        std::vector<std::string> out;
        for (std::size_t column = 0, left = 0; column < widths.size(); left += widths[column++] + kGap) {
            const auto shift = column == 0 ? indent : 0;
            const auto pieces = hanging(cells[column], widths[column] - shift);
            if (out.size() < pieces.size()) out.resize(pieces.size());
            for (std::size_t i = 0; i < pieces.size(); ++i)
                out[i] = padded(out[i], left + shift) + padded(pieces[i], widths[column] - shift, right[column]);
        }
        return out;
    }
};

class Printer {
   public:
    Printer(Language language, std::size_t width) : language_(language), width_(std::max(width, kNarrowest)) {}

    void heading(const Text& text, int level) {
        begin_part();
        std::size_t longest = 0;
        for (const auto& line : wrapped(in_one_line(text), width_)) {
            longest = std::max(longest, display_width(line));
            print(line);
        }
        if (level <= 2) print(repeated(level == 1 ? "═" : "─", longest));
    }

    void operator()(const report::Paragraph& paragraph) {
        begin_part();
        print_hanging("", written(paragraph.text), 0);
    }

    void operator()(const report::Bullets& bullets) {
        begin_part();
        for (const auto& item : bullets.items) print_hanging("•", written(item), 2);
    }

    void operator()(const report::Sheet& sheet) {
        begin_part();
        Pairs pairs;
        for (const auto& row : sheet.rows) pairs.emplace_back(in_one_line(row.first), written(row.second));
        print_pairs(pairs, 0);
    }

    void operator()(const report::Table& table) {
        if (!table.caption.empty()) {
            begin_part();
            print_hanging("", {in_one_line(table.caption)}, 0);
        }
        if (table.columns.empty()) return;
        begin_part();
        const auto cells = all_cells(table);
        const auto indent = table.groups.empty() ? 0 : kIndent;
        const auto taken = kGap * (table.columns.size() - 1) + indent;
        auto widths = taken < width_ ? shared_widths(cells, width_ - taken) : std::nullopt;
        if (!widths) return print_row_by_row(table, cells);
        widths->front() += indent;
        TableLayout layout{*widths, {}};
        for (std::size_t column = 0; column < widths->size(); ++column)
            layout.right.push_back(column > 0 && holds_amounts(table, column, language_));
        print_side_by_side(table, cells, layout);
    }

    /// Where the document has no place for them, under a heading of their own.
    void notes(const std::vector<Text>& notes, bool listed) {
        if (notes.empty()) return;
        if (listed)
            begin_part();
        else
            heading(kNotes, 2);
        const auto label = [](std::size_t number) { return "[" + std::to_string(number) + "]"; };
        const auto indent = label(notes.size()).size() + 1;
        for (std::size_t i = 0; i < notes.size(); ++i) print_hanging(label(i + 1), lines(notes[i], language_), indent);
    }

    std::string take() { return std::move(out_); }

   private:
    using Cells = std::vector<std::vector<CellLines>>;
    using Pairs = std::vector<std::pair<std::string, CellLines>>;

    void print(std::string line) {
        while (!line.empty() && line.back() == ' ') line.pop_back();
        out_ += line + '\n';
    }

    void begin_part() {
        if (!out_.empty()) out_ += '\n';
    }

    std::string in_one_line(const Text& text) const { return joined_lines(text, language_); }

    CellLines written(const report::Cell& cell) const {
        CellLines out;
        for (const auto& line : lines(cell, language_)) out.push_back(line.plain() + references(line.notes));
        return out;
    }

    /// The names of the columns, then the rows, all as wide as the table.
    Cells all_cells(const report::Table& table) const {
        Cells out(1);
        for (const auto& column : table.columns) out.front().push_back({in_one_line(column)});
        for (const auto& row : table.rows) {
            out.emplace_back();
            for (std::size_t column = 0; column < table.columns.size(); ++column)
                out.back().push_back(written(cell_at(row, column)));
        }
        return out;
    }

    void print_hanging(const std::string& label, const CellLines& lines, std::size_t indent) {
        auto start = padded(label, indent);
        for (const auto& line : wrapped(lines, width_ - indent)) {
            print(start + line);
            start.assign(indent, ' ');
        }
    }

    /// `label:  value` below each other, the values in one column.
    void print_pairs(const Pairs& pairs, std::size_t indent) {
        std::size_t longest = 0, word = 0;
        for (const auto& pair : pairs) {
            longest = std::max(longest, display_width(pair.first) + 1);
            for (const auto each : words(pair.first)) word = std::max(word, display_width(each) + 1);
        }
        const auto left = std::min(longest, std::max(width_ / 3, std::min(word, width_ / 2)));
        const TableLayout layout{{left + indent, width_ - indent - left - kGap}, {false, false}};
        for (const auto& pair : pairs)
            for (const auto& line : layout.lines({{pair.first + ':'}, pair.second}, indent)) print(line);
    }

    void print_side_by_side(const report::Table& table, const Cells& cells, const TableLayout& layout) {
        const auto rule = repeated("─", layout.whole());
        for (const auto& line : layout.lines(cells.front(), 0)) print(line);
        print(rule);
        for (const auto& section : sections(table)) {
            if (section.name != nullptr) {
                if (section.begin > 0) print(rule);
                print_hanging("", {in_one_line(*section.name)}, 0);
            }
            bool was_high = false;  // rows of several lines stand apart
            for (auto row = section.begin; row < section.end; ++row) {
                const auto lines = layout.lines(cells[row + 1], section.name != nullptr ? kIndent : 0);
                if (row > section.begin && (was_high || lines.size() > 1)) print("");
                was_high = lines.size() > 1;
                for (const auto& line : lines) print(line);
            }
        }
        print(rule);
    }

    void print_row_by_row(const report::Table& table, const Cells& cells) {
        bool first = true;
        const auto stand_apart = [&] {
            if (!first) print("");
            first = false;
        };
        for (const auto& section : sections(table)) {
            if (section.name != nullptr) {
                stand_apart();
                print_hanging("──", {in_one_line(*section.name) + " ──"}, 3);
            }
            for (auto row = section.begin; row < section.end; ++row) {
                stand_apart();
                print_row(cells.front(), cells[row + 1]);
            }
        }
    }

    /// The first cell as `column: name of the row`, below it the others that say something.
    void print_row(const std::vector<CellLines>& columns, const std::vector<CellLines>& row) {
        auto name = row.front();
        if (const auto& label = columns.front().front(); !label.empty()) name.front() = label + ": " + name.front();
        print_hanging("", name, 0);
        Pairs pairs;
        for (std::size_t column = 1; column < row.size(); ++column)
            if (row[column] != CellLines{""}) pairs.emplace_back(columns[column].front(), row[column]);
        print_pairs(pairs, kIndent);
    }

    Language language_;
    std::size_t width_;
    std::string out_;
};

}  // namespace

std::string text(const report::Document& document, Language language, std::size_t width) {
    Printer printer(language, width);
    if (!document.title.empty()) printer.heading(document.title, 1);
    for (const auto& block : document.blocks)
        std::visit(report::overloaded{[&](const report::Heading& heading) {
                                          if (const int level = level_below_title(heading, document); level > 0)
                                              printer.heading(heading.text, level);
                                      },
                                      [&](const report::NoteList&) { printer.notes(document.notes, true); },
                                      [&](const auto& other) { printer(other); }},
                   block);
    if (!document.lists_notes()) printer.notes(document.notes, false);
    return printer.take();
}

}  // namespace belegd::render
