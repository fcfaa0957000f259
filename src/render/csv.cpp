#include <algorithm>

#include "render/cells.hpp"
#include "render/render.hpp"

namespace belegd::render {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// Whether a spreadsheet would calculate instead of show: `=…`, `@…`, and `+…` or `-…` that is no number.
bool reads_as_formula(std::string_view text) {
    if (text.empty()) return false;
    if (text[0] == '=' || text[0] == '@') return true;
    if (text[0] != '+' && text[0] != '-') return false;
    return text.find_first_not_of("0123456789., %€", 1) != std::string_view::npos;
}

std::string field(const std::string& text) {
    auto shown = reads_as_formula(text) ? "'" + text : text;
    if (shown.find_first_of(";\"\n") == std::string::npos) return shown;
    std::string out = "\"";
    for (const char byte : shown) out += byte == '"' ? "\"\"" : std::string(1, byte);
    return out + '"';
}

class Writer {
   public:
    explicit Writer(Language language) : language_(language) {}

    void operator()(const report::Heading& heading) { last_heading_ = &heading.text; }
    void operator()(const report::Paragraph&) {}
    void operator()(const report::Bullets&) {}

    void operator()(const report::Sheet& sheet) {
        begin_table(last_heading_ != nullptr ? *last_heading_ : Text());
        const bool noted = std::any_of(sheet.rows.begin(), sheet.rows.end(),
                                       [](const auto& row) { return !row.second.notes.empty(); });
        for (const auto& row : sheet.rows) {
            std::vector<std::string> fields{written(row.first), written(row.second.text)};
            if (noted) fields.push_back(references(row.second));
            write_row(fields);
        }
    }

    /// The group stands in every row, so that sorting and filtering keep it; notes have a column of their own, so that
    /// equal cells stay equal.
    void operator()(const report::Table& table) {
        begin_table(table.caption);
        const bool grouped = !table.groups.empty();
        const bool noted = std::any_of(table.rows.begin(), table.rows.end(), [](const auto& row) {
            return std::any_of(row.begin(), row.end(), [](const auto& cell) { return !cell.notes.empty(); });
        });
        const auto write = [&](const std::string& group, std::vector<std::string> fields, const std::string& notes) {
            if (grouped) fields.insert(fields.begin(), group);
            if (noted) fields.push_back(notes);
            write_row(fields);
        };

        std::vector<std::string> names;
        for (const auto& column : table.columns) names.push_back(written(column));
        write(written({"Groep", "Group"}), names, written(kNotes));
        for (const auto& section : sections(table))
            for (auto row = section.begin; row < section.end; ++row) {
                std::vector<std::string> fields;
                report::Cell all;  // the row's notes, each once
                for (std::size_t column = 0; column < table.columns.size(); ++column) {
                    const auto& cell = cell_at(table.rows[row], column);
                    fields.push_back(written(cell.text));
                    all.notes.insert(all.notes.end(), cell.notes.begin(), cell.notes.end());
                }
                std::sort(all.notes.begin(), all.notes.end());
                all.notes.erase(std::unique(all.notes.begin(), all.notes.end()), all.notes.end());
                write(section.name != nullptr ? written(*section.name) : "", fields, references(all));
            }
    }

    void notes(const std::vector<Text>& notes) {
        if (notes.empty()) return;
        begin_table(kNotes);
        for (std::size_t i = 0; i < notes.size(); ++i)
            write_row({"[" + std::to_string(i + 1) + "]", written(notes[i])});
    }

    std::string take() { return std::move(out_); }

   private:
    std::string written(const Text& text) const { return joined_lines(text, language_, "\n"); }

    void begin_table(const Text& caption) {
        if (out_.size() > kByteOrderMark.size()) out_ += "\r\n";
        if (!caption.empty()) write_row({written(caption)});
    }

    void write_row(const std::vector<std::string>& fields) {
        for (std::size_t i = 0; i < fields.size(); ++i) out_ += (i > 0 ? ";" : "") + field(fields[i]);
        out_ += "\r\n";
    }

    Language language_;
    const Text* last_heading_ = nullptr;
    std::string out_{kByteOrderMark};
};

}  // namespace

std::string csv(const report::Document& document, Language language) {
    Writer writer(language);
    for (const auto& block : document.blocks) std::visit(writer, block);
    writer.notes(document.notes);
    return writer.take();
}

}  // namespace belegd::render
