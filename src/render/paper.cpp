#include "render/paper.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <optional>
#include <utility>

#include "render/cells.hpp"
#include "render/paper_columns.hpp"

namespace belegd::render::paper {
namespace {

const Text kColumns{"kolommen", "columns"};
const Text kPartOf{"deel {} van {}", "part {} of {}"};

/// Which blocks lie on their side: what stands from one heading to the next lies as its tables need. Headings that follow
/// each other at once, and what stands before the first heading, belong to the text below them.
std::vector<bool> directions(const report::Document& document, Language language) {
    const auto& blocks = document.blocks;
    std::vector<bool> out(blocks.size(), false);
    bool on_its_side = false, only_headings = true, headed = false;
    std::size_t begin = 0;
    const auto close = [&](std::size_t end) {
        for (; begin < end; ++begin) out[begin] = on_its_side;
        on_its_side = false;
        only_headings = true;
    };
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        if (const auto* heading = std::get_if<report::Heading>(&blocks[i])) {
            if (level_below_title(*heading, document) == 0) continue;
            if (!only_headings && headed) close(i);
            headed = only_headings = true;
            continue;
        }
        only_headings = false;
        if (const auto* table = std::get_if<report::Table>(&blocks[i]))
            on_its_side = on_its_side || lies_on_its_side(*table, language);
    }
    close(blocks.size());
    return out;
}

/// Notes by their place in the text, which is how word processors number footnotes.
class Notes {
   public:
    Notes(std::size_t count, bool listed) : number_(count, 0), listed_(listed) {}

    Reference refer(std::size_t note) {
        assert(note >= 1 && note <= number_.size());
        if (listed_) return {note, false, true};
        auto& number = number_[note - 1];
        const bool first = number == 0;
        if (first) {
            order_.push_back(note - 1);
            number = order_.size();
        }
        return {number, first};
    }

    const std::vector<std::size_t>& order() const { return order_; }
    bool used(std::size_t at) const { return listed_ || number_[at] > 0; }

   private:
    std::vector<std::size_t> number_, order_;
    bool listed_;
};

/// As much of a title as stands on a line above a page, up to the end of a word.
std::string beginning(const std::string& title) {
    constexpr std::size_t most = 95;  // characters; some ten more of usual width would fit
    std::size_t end = 0, blank = 0, characters = 0;
    for (; end < title.size(); ++end) {
        if ((title[end] & 0xC0) == 0x80) continue;
        if (title[end] == ' ') blank = end;
        if (characters++ == most) break;
    }
    if (end == title.size()) return title;
    return title.substr(0, blank > 0 ? blank : end) + "…";
}

class Pen {
   public:
    Pen(const report::Document& document, Language language, Notes& notes, std::optional<Twips> width = {})
        : document_(document), language_(language), notes_(notes), width_(width) {}

    Paper take() {
        out_.title = one_line(document_.title);
        out_.head = beginning(out_.title);
        const auto on_its_side = directions(document_, language_);
        turn(!on_its_side.empty() && on_its_side.front());
        if (!out_.title.empty()) put({Paragraph::Kind::title, 0, {plain(out_.title)}, Mark::none});
        for (std::size_t i = 0; i < document_.blocks.size(); ++i) {
            turn(on_its_side[i]);
            std::visit(*this, document_.blocks[i]);
        }
        write_unused();
        out_.notes = notes_for_the_foot();
        return std::move(out_);
    }

    /// The blocks alone, one below the other.
    std::vector<Block> take_blocks() {
        turn(false);
        for (const auto& block : document_.blocks) std::visit(*this, block);
        return std::move(out_.parts.back().blocks);
    }

    std::vector<std::vector<Line>> notes_for_the_foot() {
        std::vector<std::vector<Line>> out;
        for (const auto at : notes_.order()) out.push_back(lines_of(document_.notes[at]));
        return out;
    }

    void operator()(const report::Heading& heading) {
        const int level = level_below_title(heading, document_);
        if (level == 0) return;
        last_heading_ = one_line(heading.text);
        put({Paragraph::Kind::heading, level - 1, {plain(last_heading_)}, Mark::none});
    }

    void operator()(const report::Paragraph& paragraph) {
        put({Paragraph::Kind::body, 0, lines_of(paragraph.text), paragraph.text.mark});
    }

    void operator()(const report::Bullets& bullets) {
        for (const auto& item : bullets.items) put({Paragraph::Kind::bullet, 0, lines_of(item), item.mark});
    }

    void operator()(const report::NoteList&) {
        for (std::size_t i = 0; i < document_.notes.size(); ++i)
            put({Paragraph::Kind::note, static_cast<int>(i) + 1, lines_of(document_.notes[i]), Mark::none});
    }

    void operator()(const report::Sheet& sheet) {
        if (sheet.rows.empty()) return;
        Table out;
        out.title = last_heading_;
        out.labelled = true;
        out.widths = widths_of(sheet, language_, width());
        for (const auto& [label, value] : sheet.rows)
            out.rows.push_back(
                {Row::Kind::facts, {{{plain(one_line(label))}, Mark::none, false}, written(value, false)}});
        out.together = rows_together(out);
        put(std::move(out));
    }

    void operator()(const report::Table& table) {
        const auto tables = columns_of(table, language_, width());
        const auto caption = one_line(table.caption);
        if (tables.empty() && !caption.empty()) put({Paragraph::Kind::caption, 0, {plain(caption)}, Mark::none});
        for (std::size_t i = 0; i < tables.size(); ++i) {
            auto title = caption;
            if (tables.size() > 1) {
                const auto part = fmt::format(fmt::runtime(kPartOf.in(language_)), i + 1, tables.size());
                title += title.empty() ? part : " (" + part + ")";
            }
            if (!title.empty()) put({Paragraph::Kind::caption, 0, {plain(title)}, Mark::none});
            put(written(table, tables[i], title.empty() ? last_heading_ : title));
        }
    }

   private:
    /// A short table is not divided over sheets of paper, and of a long one without names above its columns no single row
    /// stands below its heading.
    static std::size_t rows_together(const Table& table) {
        constexpr std::size_t short_one = 10;
        std::size_t height = 0;
        for (const auto& row : table.rows) {
            std::size_t highest = 0;
            for (std::size_t column = 0; column < row.cells.size(); ++column)
                highest = std::max(
                    highest, row.kind == Row::Kind::group ? 1 : height_of(row.cells[column], table.widths[column]));
            height += highest;
        }
        if (height <= short_one) return table.rows.size();
        return table.labelled ? std::min<std::size_t>(table.rows.size(), 3) : 0;
    }

    /// About how many lines a cell takes on paper.
    static std::size_t height_of(const Cell& cell, Twips width) {
        constexpr Twips letter = 95;  // at 9 points
        const auto room = std::max<Twips>(width / letter, 1);
        std::size_t out = 0;
        for (const auto& line : cell.lines) {
            std::size_t length = 0;
            for (const auto& piece : line.pieces) length += piece.text.size();
            out += std::max<std::size_t>((length + room - 1) / room, 1);
        }
        return out;
    }

    std::string one_line(const Text& text) const { return joined_lines(text, language_); }
    static Line plain(const std::string& text) { return {pieces(text), {}}; }

    std::vector<Line> lines_of(const report::Cell& cell) {
        std::vector<Line> out;
        for (const auto& line : lines(cell, language_)) {
            out.push_back(plain(line.text));
            if (!line.lead.empty()) {
                auto& all = out.back().pieces;
                all.insert(all.begin(), {line.lead + (line.text.empty() ? "" : " "), false, true});
            }
            for (const auto note : line.notes) out.back().notes.push_back(notes_.refer(note));
        }
        return out;
    }

    Cell written(const report::Cell& cell, bool to_the_right) { return {lines_of(cell), cell.mark, to_the_right}; }

    /// What a table is about, for who hears it read aloud.
    std::string described(const report::Table& table, const Columns& columns) const {
        std::string out;
        for (const auto& [what, which] : table.about) out += one_line(what) + ": " + one_line(which) + "; ";
        out += table.across.empty() ? kColumns.in(language_)
                                    : kColumns.in(language_) + " (" + one_line(table.across) + ")";
        std::string between = ": ";
        for (const auto column : columns.at) out += std::exchange(between, ", ") + one_line(table.columns[column]);
        return out;
    }

    Table written(const report::Table& table, const Columns& columns, const std::string& title) {
        Table out;
        out.title = title;
        out.description = described(table, columns);
        out.widths = columns.widths;
        std::vector<bool> amounts;
        Row names{Row::Kind::names, {}};
        for (const auto column : columns.at) {
            amounts.push_back(column > 0 && holds_amounts(table, column, language_));
            names.cells.push_back({{plain(one_line(table.columns[column]))}, Mark::none, amounts.back()});
        }
        out.rows.push_back(std::move(names));
        for (const auto& section : sections(table)) {
            if (section.name != nullptr)
                out.rows.push_back({Row::Kind::group, {{{plain(one_line(*section.name))}, Mark::none, false}}});
            for (auto row = section.begin; row < section.end; ++row) {
                auto& written_row = out.rows.emplace_back();
                for (std::size_t i = 0; i < columns.at.size(); ++i)
                    written_row.cells.push_back(written(cell_at(table.rows[row], columns.at[i]), amounts[i]));
            }
        }
        out.together = rows_together(out);
        return out;
    }

    void write_unused() {
        bool any = false;
        for (std::size_t i = 0; i < document_.notes.size(); ++i) {
            if (notes_.used(i)) continue;
            if (!std::exchange(any, true))
                put({Paragraph::Kind::heading, 1, {plain(kNotes.in(language_))}, Mark::none});
            put({Paragraph::Kind::bullet, 0, lines_of(document_.notes[i]), Mark::none});
        }
    }

    Twips width() const { return width_.value_or(room(out_.parts.back().on_its_side)); }
    void turn(bool on_its_side) {
        if (out_.parts.empty() || out_.parts.back().on_its_side != on_its_side) out_.parts.push_back({on_its_side, {}});
    }
    void put(Paragraph paragraph) { out_.parts.back().blocks.emplace_back(std::move(paragraph)); }
    void put(Table table) { out_.parts.back().blocks.emplace_back(std::move(table)); }

    const report::Document& document_;
    Language language_;
    Notes& notes_;
    std::optional<Twips> width_;
    std::string last_heading_;
    Paper out_;
};

}  // namespace

std::string_view shade(Mark mark) {
    switch (mark) {
        case Mark::attention: return "FCF1EC";
        case Mark::open: return "FBF7E6";
        case Mark::none: break;
    }
    return {};
}

Locale locale(Language language) { return language == Language::nl ? Locale{"nl", "NL"} : Locale{"en", "GB"}; }

Paper laid_out(const report::Document& document, Language language) {
    Notes notes(document.notes.size(), document.lists_notes());
    return Pen(document, language, notes).take();
}

Excerpts laid_out(const std::vector<Excerpt>& excerpts, const std::vector<Text>& notes, bool listed,
                  Language language) {
    Notes numbers(notes.size(), listed);
    Excerpts out;
    report::Document document;
    document.notes = notes;
    for (const auto& each : excerpts) {
        document.blocks = each.blocks;
        out.blocks.push_back(Pen(document, language, numbers, each.room).take_blocks());
    }
    out.notes = Pen(document, language, numbers).notes_for_the_foot();
    return out;
}

}  // namespace belegd::render::paper
