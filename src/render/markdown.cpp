#include <algorithm>

#include "base/fold.hpp"

#include "render/cells.hpp"
#include "render/render.hpp"

namespace belegd::render {
namespace {

bool is_alphanumeric(char byte) {
    return is_digit(byte) || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte & 0x80) != 0;
}

/// `&amp;` and `&#38;` would be read as the character they name.
bool starts_entity(std::string_view rest) {
    const auto end = rest.find_first_not_of("#0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", 1);
    return end != std::string_view::npos && end > 1 && rest[end] == ';';
}

bool needs_backslash(std::string_view text, std::size_t at) {
    switch (text[at]) {
        case '_':  // within a word it is a letter as any other
            return at == 0 || at + 1 == text.size() || !is_alphanumeric(text[at - 1]) || !is_alphanumeric(text[at + 1]);
        case '&': return starts_entity(text.substr(at));
        default: return std::string_view("\\`*[]<>|~$").find(text[at]) != std::string_view::npos;
    }
}

/// Where a `-`, `#` or `3.` at the start of a line would make a list or heading: the place for a backslash, or npos.
std::size_t block_mark(std::string_view line) {
    if (line.empty()) return std::string_view::npos;
    if (std::string_view("#+-=").find(line[0]) != std::string_view::npos) return 0;
    std::size_t digits = 0;
    while (digits < line.size() && is_digit(line[digits])) ++digits;
    const bool counts = digits > 0 && digits < line.size() && (line[digits] == '.' || line[digits] == ')') &&
                        (digits + 1 == line.size() || line[digits + 1] == ' ');
    return counts ? digits : std::string_view::npos;
}

std::string marked_as_text(std::string_view line, bool starts_block = false) {
    const auto mark = starts_block ? block_mark(line) : std::string_view::npos;
    std::string out;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (i == mark || needs_backslash(line, i)) out += '\\';
        out += line[i];
    }
    return out;
}

class MarkdownWriter {
   public:
    /// `above`: the level of the heading that all others stand under.
    MarkdownWriter(Language language, int above) : language_(language), above_(above) {}

    void heading(const Text& text, int level) {
        begin_part();
        out_ +=
            std::string(static_cast<std::size_t>(std::min(level + above_ - 1, 6)), '#') + ' ' + one_line(text) + '\n';
    }

    void operator()(const report::Paragraph& paragraph) {
        begin_part();
        out_ += written(paragraph.text, true) + '\n';
    }

    /// With another mark than a sheet, which would otherwise go on as the same list.
    void operator()(const report::Bullets& bullets) {
        begin_part();
        for (const auto& item : bullets.items) out_ += "* " + written(item, true) + '\n';
    }

    void operator()(const report::Sheet& sheet) {
        begin_part();
        for (const auto& row : sheet.rows) out_ += "- **" + one_line(row.first) + ":** " + written(row.second) + '\n';
    }

    void operator()(const report::Table& table) {
        if (!table.caption.empty()) {
            begin_part();
            out_ += "**" + one_line(table.caption) + "**\n";
        }
        if (table.columns.empty()) return;
        begin_part();
        std::vector<std::string> names, rules;
        for (std::size_t column = 0; column < table.columns.size(); ++column) {
            names.push_back(one_line(table.columns[column]));
            rules.emplace_back(column > 0 && holds_amounts(table, column, language_) ? "---:" : "---");
        }
        write_row(names);
        write_row(rules);
        for (const auto& section : sections(table)) {
            if (section.name != nullptr) {
                std::vector<std::string> cells(table.columns.size());
                cells[0] = "**" + one_line(*section.name) + "**";
                write_row(cells);
            }
            for (auto row = section.begin; row < section.end; ++row) {
                std::vector<std::string> cells;
                for (std::size_t column = 0; column < table.columns.size(); ++column)
                    cells.push_back(written(cell_at(table.rows[row], column)));
                write_row(cells);
            }
        }
    }

    /// Where the document has no place for them, under a heading of their own.
    void notes(const std::vector<Text>& notes, bool listed) {
        if (notes.empty()) return;
        if (!listed) heading(kNotes, 2);
        begin_part();
        for (std::size_t i = 0; i < notes.size(); ++i)
            out_ += std::to_string(i + 1) + ". " + written(report::Cell(notes[i]), true) + '\n';
    }

    void write(const report::Document& document) {
        for (const auto& block : document.blocks)
            std::visit(report::overloaded{[&](const report::Heading& each) {
                                              if (const int level = level_below_title(each, document); level > 0)
                                                  heading(each.text, level);
                                          },
                                          [&](const report::NoteList&) { notes(document.notes, true); },
                                          [&](const auto& other) { (*this)(other); }},
                       block);
        if (!document.lists_notes()) notes(document.notes, false);
    }

    std::string take() { return std::move(out_); }

   private:
    void begin_part() {
        if (!out_.empty()) out_ += '\n';
    }

    std::string one_line(const Text& text) const { return marked_as_text(joined_lines(text, language_)); }

    std::string written(const report::Cell& cell, bool starts_block = false) const {
        std::string out;
        for (const auto& line : lines(cell, language_)) {
            if (!out.empty()) out += "<br>";
            if (!line.lead.empty()) out += "**" + marked_as_text(line.lead) + "**" + (line.text.empty() ? "" : " ");
            out += marked_as_text(line.text, starts_block && out.empty()) + references(line.notes);
        }
        return out;
    }

    void write_row(const std::vector<std::string>& cells) {
        for (const auto& cell : cells) out_ += cell.empty() ? "| " : "| " + cell + ' ';
        out_ += "|\n";
    }

    Language language_;
    int above_;
    std::string out_;
};

}  // namespace

std::string markdown(const report::Document& document, Language language) {
    MarkdownWriter writer(language, 1);
    if (!document.title.empty()) writer.heading(document.title, 1);
    writer.write(document);
    return writer.take();
}

std::string markdown_below(const report::Document& document, Language language, int above) {
    MarkdownWriter writer(language, above);
    writer.write(document);
    return writer.take();
}

}  // namespace belegd::render
