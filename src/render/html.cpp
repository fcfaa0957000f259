#include <algorithm>
#include <cassert>
#include <kainjow/mustache.hpp>
#include <utility>

#include "render/cells.hpp"
#include "render/render.hpp"
#include "render/template_file.hpp"
#include "render/wrap.hpp"
#include "report/origins.hpp"

namespace belegd::render {
namespace {

using kainjow::mustache::data;
using List = data::type;

constexpr std::size_t kWide = 7;      ///< a table of more columns gets smaller type
constexpr int kPart = 2;              ///< headings of this level make the list of contents
constexpr std::size_t kMany = 4;      ///< of so many parts, or more, a list of contents is of use
constexpr std::size_t kTooMany = 20;  ///< of more it is a page of its own that nobody reads

constexpr std::size_t kUnbroken = 40;  ///< a longer word breaks anywhere: it would widen its table beyond the paper

bool has_unbroken_word(const report::Table& table, Language language) {
    const auto unbroken = [](const std::string& text) {
        const auto all = words(text);
        return std::any_of(all.begin(), all.end(), [](const auto& word) { return display_width(word) > kUnbroken; });
    };
    for (const auto& row : table.rows)
        for (const auto& cell : row)
            for (const auto& line : lines(cell, language))
                if (unbroken(line.plain())) return true;
    return std::any_of(table.columns.begin(), table.columns.end(),
                       [&](const Text& column) { return unbroken(column.in(language)); });
}

const char* name_of(enum report::Cell::Mark mark) {
    switch (mark) {
        case report::Cell::Mark::attention: return "attention";
        case report::Cell::Mark::open: return "open";
        case report::Cell::Mark::none: break;
    }
    return "";
}

/// False instead of an empty string: an empty string does not close a section, and an absent name is looked up outside.
data optional(const std::string& text) { return text.empty() ? data(false) : data(text); }

/// A document as the data that page.mustache names; every object sets all names its part of the page uses.
class Page {
   public:
    Page(const report::Document& document, Language language, std::string svg = {})
        : document_(document), language_(language), svg_(std::move(svg)), used_(document.notes.size(), false) {
        for (const auto& block : document.blocks) std::visit(*this, block);
    }

    void operator()(const report::Heading& heading) {
        const int level = level_below_title(heading, document_);
        if (level == 0) return;
        data out;
        out["level"] = std::to_string(level);
        out["text"] = one_line(heading.text);
        out["number"] = std::to_string(++headings_);
        if (level == kPart) parts_ << out;
        blocks_.push_back({"heading", out});
    }

    void operator()(const report::Paragraph& paragraph) { blocks_.push_back({"paragraph", cell(paragraph.text)}); }

    void operator()(const report::NoteList&) { blocks_.push_back({"listed", {"notes", notes()}}); }

    void operator()(const report::Bullets& bullets) {
        data items(List::list);
        for (const auto& item : bullets.items) items << cell(item);
        blocks_.push_back({"bullets", {"items", items}});
    }

    void operator()(const report::Sheet& sheet) {
        data pairs(List::list);
        for (const auto& row : sheet.rows) {
            auto pair = cell(row.second);
            pair["label"] = one_line(row.first);
            pairs << pair;
        }
        blocks_.push_back({"sheet", {"pairs", pairs}});
    }

    void operator()(const report::Table& written) {
        const auto table = report::with_origins(written);
        if (!svg_.empty()) blocks_.push_back({"picture", {"svg", std::exchange(svg_, {})}});
        std::vector<std::string> classes;
        data columns(List::list);
        for (std::size_t column = 0; column < table.columns.size(); ++column) {
            const bool is_origin = column == written.columns.size();
            classes.emplace_back(is_origin                                               ? "origin"
                                 : column > 0 && holds_amounts(table, column, language_) ? "amount"
                                                                                         : "");
            data head;
            head["name"] = optional(one_line(table.columns[column]).string_value());
            head["class"] = optional(classes.back());
            columns << head;
        }

        data parts(List::list);
        for (const auto& section : sections(table)) {
            data rows(List::list);
            for (auto row = section.begin; row < section.end; ++row) rows << table_row(table, row, classes);
            data part;
            part["group"] = section.name != nullptr ? one_line(*section.name) : data(false);
            part["rows"] = std::move(rows);
            parts << part;
        }

        data out;
        out["number"] = std::to_string(++tables_);
        out["caption"] = one_line(table.caption);
        out["wide"] = data(table.columns.size() > kWide);
        out["unbroken"] = data(has_unbroken_word(table, language_));
        out["width"] = std::to_string(table.columns.size());
        out["columns"] = std::move(columns);
        out["sections"] = std::move(parts);
        blocks_.push_back({"table", out});
    }

    data take() {
        data out;
        out["language"] = in(Text{"nl", "en"});
        out["title"] = one_line(document_.title);
        out["style"] = template_file("page.css");
        out["blocks"] = std::move(blocks_);
        out["has_contents"] = data(parts_.list_value().size() >= kMany && parts_.list_value().size() <= kTooMany);
        out["contents_title"] = in(Text{"Inhoud", "Contents"});
        out["parts"] = std::move(parts_);
        out["has_notes"] = data(!document_.notes.empty() && !document_.lists_notes());
        out["notes"] = notes();
        out["notes_title"] = in(kNotes);
        out["note_word"] = in(Text{"noot", "note"});
        out["back_words"] =
            in(Text{"terug naar de eerste verwijzing naar noot", "back to the first reference to note"});
        out["note_items"] = data(kainjow::mustache::partial([] { return template_file("notes.mustache"); }));
        out["cell"] = data(kainjow::mustache::partial([] { return template_file("cell.mustache"); }));
        return out;
    }

   private:
    data in(const Text& text) const { return text.in(language_); }
    data one_line(const Text& text) const { return joined_lines(text, language_); }

    data lines_of(const Text& text) const {
        data out(List::list);
        for (const auto& line : lines(text, language_)) {
            data each;
            each["continues"] = data(!out.is_empty_list());
            each["line"] = line;
            out << each;
        }
        return out;
    }

    /// Remembers which notes are referred to: a note leads back to its first reference.
    data uses(const std::vector<std::size_t>& notes) {
        data out(List::list);
        for (const auto note : notes) {
            assert(note >= 1 && note <= used_.size());
            data each;
            each["continues"] = data(!out.is_empty_list());
            each["number"] = std::to_string(note);
            each["first"] = data(!used_[note - 1]);
            used_[note - 1] = true;
            out << each;
        }
        return out;
    }

    data cell(const report::Cell& cell, const std::string& kind = {}) {
        data written(List::list);
        const auto all = lines(cell, language_);
        for (const auto& line : all) {
            data each;
            each["several"] = data(all.size() > 1);
            each["continues"] = data(!written.is_empty_list());
            each["lead"] = optional(line.lead);
            each["line"] = line.text;
            each["has_uses"] = data(!line.notes.empty());
            each["uses"] = uses(line.notes);
            written << each;
        }
        std::string classes = name_of(cell.mark);
        if (!kind.empty()) classes += classes.empty() ? kind : ' ' + kind;
        data out;
        out["class"] = optional(classes);
        out["lines"] = std::move(written);
        return out;
    }

    data table_row(const report::Table& table, std::size_t at, const std::vector<std::string>& classes) {
        const auto& row = table.rows[at];
        data others(List::list), out;
        for (std::size_t column = 0; column < classes.size(); ++column) {
            auto written = cell(cell_at(row, column), classes[column]);
            written["label"] = optional(one_line(table.columns[column]).string_value());
            if (column == 0)
                out["row_name"] = std::move(written);
            else
                others << written;
        }
        out["others"] = std::move(others);
        return out;
    }

    data notes() const {
        data out(List::list);
        for (std::size_t i = 0; i < document_.notes.size(); ++i) {
            data note;
            note["number"] = std::to_string(i + 1);
            note["lines"] = lines_of(document_.notes[i]);
            note["used"] = data(used_[i]);
            out << note;
        }
        return out;
    }

    const report::Document& document_;
    Language language_;
    std::string svg_;  ///< until it has been placed
    std::vector<bool> used_;
    std::size_t tables_ = 0, headings_ = 0;
    data blocks_{List::list}, parts_{List::list};
};

}  // namespace

std::string html_with(const report::Document& document, Language language, const std::string& svg) {
    kainjow::mustache::mustache page(template_file("page.mustache"));
    assert(page.is_valid());
    // Within a page it is no document of its own.
    const auto begin = std::min(svg.find("<svg"), svg.size());
    return page.render(Page(document, language, svg.substr(begin)).take()) + '\n';
}

std::string html(const report::Document& document, Language language) { return html_with(document, language, {}); }

}  // namespace belegd::render
