#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include "base/fold.hpp"
#include "render/cells.hpp"
#include "render/render.hpp"
#include "report/origins.hpp"

namespace belegd::render {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
const Text kGroup{"groep", "group"};
const Text kContent{"inhoud", "content"};
const Text kRest{"overzicht", "overview"};
const Text kTableFile{"tabel", "table"};

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

class CsvWriter {
   public:
    explicit CsvWriter(Language language) : language_(language) {}

    void heading(const Text& text) { headings_.push_back(text); }

    void operator()(const report::Heading& heading) {
        headings_.push_back(heading.text);
        last_heading_ = heading.text;
    }

    /// Between tables that go on with the same columns it waits until after the last of them.
    void operator()(const report::Paragraph& paragraph) {
        if (columns_.empty()) {
            begin_part();
            for (const auto& line : lines(paragraph.text, language_)) write_row(with_notes({line.plain()}, line.notes));
            return;
        }
        for (const auto& line : lines(paragraph.text, language_)) {
            later_.push_back(with_notes({written(last_heading_), line.plain()}, line.notes));
        }
    }

    void operator()(const report::Bullets& bullets) {
        begin_part();
        for (const auto& item : bullets.items)
            for (const auto& line : lines(item, language_)) write_row(with_notes({line.plain()}, line.notes));
    }

    void operator()(const report::Sheet& sheet) {
        begin_part();
        for (const auto& row : sheet.rows)
            for (const auto& line : lines(row.second, language_))
                write_row(with_notes({written(row.first), line.plain()}, line.notes));
    }

    /// A table that stands in a file of its own.
    void elsewhere(const report::Table& table, const std::string& file) {
        begin_part();
        write_row({written(table.caption), file});
    }

    /// A table without what says which it is.
    void alone(const report::Table& table) {
        auto bare = table;
        bare.caption = {};
        (*this)(bare);
    }

    void operator()(const report::Table& table) {
        if (table.across.empty())
            write_as_it_stands(report::with_origins(table));
        else
            write_long(table);
    }

    /// Where the document has no place for them, under a heading of their own.
    void notes(const std::vector<Text>& notes, bool listed) {
        if (notes.empty()) return;
        if (!listed) headings_.push_back(kNotes);
        begin_part();
        for (std::size_t i = 0; i < notes.size(); ++i) write_row({references({i + 1}), written(notes[i])});
    }

    std::string take() {
        end_long();
        return std::move(out_);
    }

   private:
    using Fields = std::vector<std::string>;

    std::string written(const Text& text) const { return joined_lines(text, language_, "\n"); }

    static Fields with_notes(Fields fields, const std::vector<std::size_t>& notes) {
        if (!notes.empty()) fields.push_back(references(notes));
        return fields;
    }

    /// The group stands in every row, so that sorting and filtering keep it; notes have a column of their own, so that
    /// equal cells stay equal.
    void write_as_it_stands(const report::Table& table) {
        begin_part();
        if (!table.caption.empty()) write_row({written(table.caption)});
        const bool grouped = !table.groups.empty();
        const bool noted = std::any_of(table.rows.begin(), table.rows.end(), [](const auto& row) {
            return std::any_of(row.begin(), row.end(), [](const auto& cell) {
                return std::any_of(cell.lines.begin(), cell.lines.end(),
                                   [](const auto& line) { return !line.notes.empty(); });
            });
        });
        const auto write = [&](const std::string& group, Fields fields, const std::string& notes) {
            if (grouped) fields.insert(fields.begin(), group);
            if (noted) fields.push_back(notes);
            write_row(fields);
        };

        Fields names;
        for (const auto& column : table.columns) names.push_back(written(column));
        write(written(kGroup), names, written(kNotes));
        for (const auto& section : sections(table))
            for (auto row = section.begin; row < section.end; ++row) {
                Fields fields;
                std::vector<std::size_t> all;  // the row's notes, each once
                for (std::size_t column = 0; column < table.columns.size(); ++column) {
                    std::string text;
                    for (const auto& line : lines(cell_at(table.rows[row], column), language_)) {
                        text += (text.empty() ? "" : "\n") + line.plain();
                        all.insert(all.end(), line.notes.begin(), line.notes.end());
                    }
                    fields.push_back(std::move(text));
                }
                std::sort(all.begin(), all.end());
                all.erase(std::unique(all.begin(), all.end()), all.end());
                write(section.name != nullptr ? written(*section.name) : "", fields, references(all));
            }
    }

    /// A row for every thing a row is about, every column and every line, to sort and filter by; tables with the same
    /// columns go on below each other.
    void write_long(const report::Table& table) {
        Fields columns;
        for (const auto& fact : table.about) columns.push_back(written(fact.first));
        for (const auto& name : {kGroup, table.columns.front(), table.across, kContent, kNotes})
            columns.push_back(written(name));
        if (columns == columns_) {
            headings_.clear();
        } else {
            begin_part();
            write_row(columns);
            columns_ = columns;
        }
        Fields about;
        for (const auto& fact : table.about) about.push_back(written(fact.second));
        for (const auto& section : sections(table))
            for (auto row = section.begin; row < section.end; ++row)
                for (const auto& name : lines(cell_at(table.rows[row], 0), language_))
                    for (std::size_t column = 1; column < table.columns.size(); ++column)
                        for (const auto& line : lines(cell_at(table.rows[row], column), language_)) {
                            auto fields = about;
                            fields.push_back(section.name != nullptr ? written(*section.name) : "");
                            fields.push_back(name.text);
                            fields.push_back(written(table.columns[column]));
                            fields.push_back(line.plain());
                            fields.push_back(references(line.notes));
                            write_row(fields);
                        }
    }

    void end_long() {
        columns_.clear();
        if (!later_.empty()) out_ += "\r\n";
        for (const auto& fields : later_) write_row(fields);
        later_.clear();
    }

    void begin_part() {
        end_long();
        if (out_.size() > kByteOrderMark.size()) out_ += "\r\n";
        for (const auto& text : headings_) write_row({written(text)});
        headings_.clear();
    }

    void write_row(const Fields& fields) {
        for (std::size_t i = 0; i < fields.size(); ++i) out_ += (i > 0 ? ";" : "") + field(fields[i]);
        out_ += "\r\n";
    }

    Language language_;
    std::vector<Text> headings_;  ///< not yet written
    Text last_heading_;
    Fields columns_;             ///< of the long table that may go on
    std::vector<Fields> later_;  ///< what was said between its parts
    std::string out_{kByteOrderMark};
};

/// Names of files from what people call a thing, each once.
class FileNames {
   public:
    explicit FileNames(std::string rest) : taken_{std::move(rest)} {}

    std::string name(const std::string& caption, const std::string& or_else) {
        auto base = words_of(caption);
        if (base.empty()) base = or_else;
        // Windows keeps these for itself, whatever their ending.
        const std::string_view kept[] = {"con", "prn", "aux", "nul"};
        const bool port = base.size() == 4 && (base.starts_with("com") || base.starts_with("lpt")) && is_digit(base[3]);
        if (port || std::find(std::begin(kept), std::end(kept), base) != std::end(kept)) base = or_else + "-" + base;
        auto out = base;
        for (int i = 2; std::find(taken_.begin(), taken_.end(), out) != taken_.end(); ++i)
            out = base + "-" + std::to_string(i);
        taken_.push_back(out);
        return out + ".csv";
    }

   private:
    /// Its words without case and accents, as many as a name of a file holds well.
    static std::string words_of(const std::string& text) {
        constexpr std::size_t most = 80;  // bytes
        std::string out, word;
        std::string_view rest = text;
        const auto close = [&] {
            const bool fits = out.size() + 1 + word.size() <= most;
            if (!word.empty() && (fits || out.empty())) out += (out.empty() ? "" : "-") + word;
            word.clear();
            return fits;
        };
        while (!rest.empty()) {
            const auto [character, bytes] = folded_character(rest);
            const auto sign = rest.substr(0, bytes);
            rest.remove_prefix(bytes);
            if (is_word_character(character) && character != '_' && character != '-' && character != '\'') {
                if (word.size() + sign.size() <= most) word += folded(sign);
            } else if (!close()) {
                return out;
            }
        }
        close();
        return out;
    }

    std::vector<std::string> taken_;
};

}  // namespace

CsvTables csv_tables(const report::Document& document, Language language) {
    CsvTables out;
    CsvWriter rest(language);
    const auto& own = kRest.in(language);
    FileNames names(own);
    out.rest_file = own + ".csv";
    std::string heading;
    if (!document.title.empty()) rest.heading(document.title);
    const auto put = [&](const report::Table& table) {
        if (table.columns.empty()) return rest(table);
        auto caption = joined_lines(table.caption, language);
        auto file = names.name(caption.empty() ? heading : caption, kTableFile.in(language));
        CsvWriter alone(language);
        alone.alone(table);
        rest.elsewhere(table, file);
        out.tables.push_back({heading, std::move(caption), std::move(file), alone.take()});
    };
    for (const auto& block : document.blocks)
        std::visit(report::overloaded{[&](const report::Heading& each) {
                                          if (level_below_title(each, document) == 0) return;
                                          heading = joined_lines(each.text, language);
                                          rest(each);
                                      },
                                      [&](const report::Table& table) { put(table); },
                                      [&](const report::NoteList&) { rest.notes(document.notes, true); },
                                      [&](const auto& other) { rest(other); }},
                   block);
    if (!document.lists_notes()) rest.notes(document.notes, false);
    out.rest = rest.take();
    return out;
}

std::string csv(const report::Document& document, Language language) {
    CsvWriter writer(language);
    if (!document.title.empty()) writer.heading(document.title);
    for (const auto& block : document.blocks)
        std::visit(report::overloaded{[&](const report::Heading& heading) {
                                          if (level_below_title(heading, document) > 0) writer(heading);
                                      },
                                      [&](const report::NoteList&) { writer.notes(document.notes, true); },
                                      [&](const auto& other) { writer(other); }},
                   block);
    if (!document.lists_notes()) writer.notes(document.notes, false);
    return writer.take();
}

}  // namespace belegd::render
