#include <algorithm>
#include <iterator>
#include <utility>

#include "render/cells.hpp"
#include "render/render.hpp"
#include "render/wrap.hpp"
#include "render/xlsx/book.hpp"
#include "report/origins.hpp"

namespace belegd::render {
namespace {

const Text kOverview{"Overzicht", "Overview"};
const Text kSources{"Bronnen", "Sources"};
const Text kTable{"Tabel", "Table"};
const Text kGroup{"groep", "group"};
const Text kNumber{"nummer", "number"};
const Text kSaid{"tekst", "text"};

constexpr double kNarrowest = 8, kWidest = 60, kText = 100, kWidestLabel = 34, kReferences = 10;
constexpr std::size_t kRunsOn = 60;
constexpr double kLinesOfRow = 20;
constexpr std::size_t kFilter = 4;  // the button beside the name of a column

class SpreadsheetWriter {
   public:
    SpreadsheetWriter(const report::Document& document, Language language) : document_(document), language_(language) {}

    std::string take() {
        overview_.name = names_.name(kOverview.in(language_), {});
        if (!document_.notes.empty()) sources_ = names_.name(kSources.in(language_), {});
        overview_.caption = one_line(document_.title);
        if (!overview_.caption.empty()) put_above(overview_.caption, book::Font::title);
        for (const auto& block : document_.blocks) std::visit(*this, block);
        if (!document_.lists_notes() && !document_.notes.empty()) {
            put_heading(kNotes.in(language_));
            (*this)(report::NoteList{});
        }
        overview_.widths = {label_ > 0 ? std::min(label_, kWidestLabel) : 3, kText, kReferences};
        std::vector<book::Sheet> all{std::move(overview_)};
        std::move(tables_.begin(), tables_.end(), std::back_inserter(all));
        if (!document_.notes.empty()) all.push_back(notes());
        return book::written(all, one_line(document_.title), language_);
    }

    void operator()(const report::Heading& heading) {
        if (level_below_title(heading, document_) == 0) return;
        last_heading_ = one_line(heading.text);
        put_heading(last_heading_);
    }

    void operator()(const report::Paragraph& paragraph) {
        for (const auto& line : lines(paragraph.text, language_)) put_line({}, line, paragraph.text.mark);
    }

    void operator()(const report::Bullets& bullets) {
        for (const auto& item : bullets.items) {
            auto mark = text_of("•");
            mark.look.to_the_right = true;
            for (const auto& line : lines(item, language_))
                put_line(std::exchange(mark, book::Cell()), line, item.mark);
        }
    }

    void operator()(const report::Sheet& sheet) {
        for (const auto& [label, value] : sheet.rows) {
            const auto name = one_line(label);
            auto first = text_of(name, book::Font::strong);
            first.look.wraps = true;
            label_ = std::max(label_, static_cast<double>(display_width(name)) + 2);
            for (const auto& line : lines(value, language_))
                put_line(std::exchange(first, book::Cell()), line, value.mark);
        }
    }

    void operator()(const report::NoteList&) {
        if (!document_.notes.empty()) put_way_to(sources_, sources_);
    }

    void operator()(const report::Table& table) {
        const auto caption = one_line(table.caption);
        if (table.columns.empty()) {
            if (!caption.empty()) put({{}, text_of(caption, book::Font::strong)});
            return;
        }
        book::Sheet out;
        out.name = names_.name(last_heading_.empty() ? caption : last_heading_, kTable.in(language_));
        out.caption = caption.empty() ? last_heading_ : caption;
        out.names = true;
        put_way_to(out.name, caption.empty() ? out.name : caption);
        write_rows(report::with_origins(table), out);
        set_widths(out);
        tables_.push_back(std::move(out));
    }

   private:
    using Row = std::vector<book::Cell>;

    std::string one_line(const Text& text) const { return joined_lines(text, language_); }

    static book::Cell text_of(const std::string& text, book::Font font = book::Font::plain) {
        book::Cell out;
        if (!text.empty()) out.runs.push_back({text});
        out.look.font = font;
        return out;
    }

    static book::Cell in_table(const std::string& text) {
        auto out = text_of(text);
        out.look.framed = out.look.wraps = true;
        return out;
    }

    static book::Fill fill(enum report::Cell::Mark mark) {
        switch (mark) {
            case report::Cell::Mark::attention: return book::Fill::attention;
            case report::Cell::Mark::open: return book::Fill::open;
            case report::Cell::Mark::none: break;
        }
        return book::Fill::none;
    }

    static void add_line(std::vector<book::Run>& runs, const WrittenLine& line) {
        if (!line.lead.empty()) runs.push_back({line.lead + (line.text.empty() ? "" : " "), true});
        if (!line.text.empty()) runs.push_back({line.text});
    }

    void put(Row row) { overview_.rows.push_back(std::move(row)); }

    void put_heading(const std::string& text) {
        if (!overview_.rows.empty()) put({});
        put_above(text, book::Font::heading);
    }

    /// A short one runs on beyond its cell by itself.
    void put_above(const std::string& text, book::Font font) {
        auto out = text_of(text, font);
        out.across = out.look.wraps = display_width(text) > kRunsOn;
        put({std::move(out)});
    }

    void put_line(book::Cell before, const WrittenLine& line, enum report::Cell::Mark mark) {
        book::Cell text;
        add_line(text.runs, line);
        if (line.lead.empty()) text.value = book::day_value(line.text, language_);
        if (text.value) text.runs.clear();
        text.look.wraps = true;
        text.look.fill = fill(mark);
        if (before.runs.empty() && text.runs.empty() && !text.value && line.notes.empty()) return;
        put({std::move(before), std::move(text), text_of(references(line.notes))});
    }

    /// Where the text comes to what stands on a sheet of its own.
    void put_way_to(const std::string& sheet, const std::string& text) {
        auto way = text_of(text, book::Font::link);
        way.look.wraps = true;
        way.to_sheet = sheet;
        put({{}, std::move(way)});
    }

    static book::Cell named(const std::string& text) {
        auto out = in_table(text);
        out.look.font = book::Font::strong;
        out.look.fill = book::Fill::names;
        return out;
    }

    /// A cell of a table, and the notes to it.
    book::Cell cell(const report::Cell& cell, bool amounts, std::vector<std::size_t>& notes) const {
        auto out = in_table({});
        const auto all = lines(cell, language_);
        for (const auto& line : all) {
            if (!out.runs.empty()) out.runs.push_back({"\n"});
            add_line(out.runs, line);
            notes.insert(notes.end(), line.notes.begin(), line.notes.end());
        }
        if (all.size() == 1 && all.front().lead.empty())
            out.value = amounts ? book::amount_value(all.front().text, language_)
                                : book::day_value(all.front().text, language_);
        if (out.value) out.runs.clear();
        out.look.to_the_right = amounts;
        out.look.fill = fill(cell.mark);
        return out;
    }

    /// What holds for every row and the group stand in each of them, so that sorting and filtering keep them; notes have a
    /// column of their own, so that equal cells stay equal.
    void write_rows(const report::Table& table, book::Sheet& out) const {
        const bool grouped = !table.groups.empty();
        Row names;
        for (const auto& fact : table.about) names.push_back(named(one_line(fact.first)));
        if (grouped) names.push_back(named(kGroup.in(language_)));
        std::vector<bool> amounts;
        for (std::size_t column = 0; column < table.columns.size(); ++column) {
            amounts.push_back(column > 0 && holds_amounts(table, column, language_));
            names.push_back(named(one_line(table.columns[column])));
            names.back().look.to_the_right = amounts.back();
        }
        out.rows.push_back(std::move(names));
        bool noted = false;
        for (const auto& section : sections(table))
            for (auto row = section.begin; row < section.end; ++row) {
                auto& cells = out.rows.emplace_back();
                for (const auto& fact : table.about) cells.push_back(in_table(one_line(fact.second)));
                if (grouped) cells.push_back(in_table(section.name != nullptr ? one_line(*section.name) : ""));
                std::vector<std::size_t> all;
                for (std::size_t column = 0; column < table.columns.size(); ++column)
                    cells.push_back(cell(cell_at(table.rows[row], column), amounts[column], all));
                std::sort(all.begin(), all.end());
                all.erase(std::unique(all.begin(), all.end()), all.end());
                noted = noted || !all.empty();
                cells.push_back(in_table(references(all)));
            }
        if (noted)
            out.rows.front().push_back(named(kNotes.in(language_)));
        else
            for (auto row = out.rows.begin() + 1; row != out.rows.end(); ++row) row->pop_back();
    }

    /// As wide as what stands in it, up to a limit: a wider one where a text would be too high for a row.
    static void set_widths(book::Sheet& out) {
        for (std::size_t column = 0; column < out.rows.front().size(); ++column) {
            std::size_t widest = 0, longest = 0;
            for (std::size_t row = 0; row < out.rows.size(); ++row) {
                const auto& cell = out.rows[row][column];
                std::string text = cell.value ? std::string(20, '0') : "";
                for (const auto& run : cell.runs) text += run.text;
                longest = std::max(longest, text.size());
                for (std::size_t begin = 0; begin <= text.size();) {
                    const auto end = std::min(text.find('\n', begin), text.size());
                    widest = std::max(widest, display_width(std::string_view(text).substr(begin, end - begin)) +
                                                  (row == 0 ? kFilter : 0));
                    begin = end + 1;
                }
            }
            const auto most = std::clamp(static_cast<double>(longest) / kLinesOfRow, kWidest, 2 * kWidest);
            out.widths.push_back(std::clamp(static_cast<double>(widest) + 2, kNarrowest, most));
        }
    }

    book::Sheet notes() const {
        book::Sheet out;
        out.name = out.caption = sources_;
        out.names = true;
        out.rows.push_back({named(kNumber.in(language_)), named(kSaid.in(language_))});
        for (std::size_t i = 0; i < document_.notes.size(); ++i) {
            auto place = in_table({});
            place.value = book::Value{std::to_string(i + 1), "0"};
            out.rows.push_back({std::move(place), in_table(joined_lines(document_.notes[i], language_, "\n"))});
        }
        out.widths = {static_cast<double>(kNumber.in(language_).size() + kFilter) + 2, kText};
        return out;
    }

    const report::Document& document_;
    Language language_;
    book::Names names_;
    book::Sheet overview_;
    std::vector<book::Sheet> tables_;
    std::string last_heading_, sources_;
    double label_ = 0;  ///< how wide the widest label is
};

}  // namespace

std::string xlsx(const report::Document& document, Language language) {
    return SpreadsheetWriter(document, language).take();
}

}  // namespace belegd::render
