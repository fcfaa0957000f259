#include "render/xlsx/book.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

#include "base/fold.hpp"
#include "render/package.hpp"
#include "render/paper.hpp"
#include "render/wrap.hpp"
#include "render/xml.hpp"

namespace belegd::render::book {
namespace {

using pugi::xml_node;

constexpr std::string_view kSheets = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr std::string_view kRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr std::size_t kLongestText = 32000;  // UTF-16 units, of 32767
constexpr int kFirstOwnFormat = 164;
constexpr double kHighest = 409;  // of a row, in points

std::string_view character(std::string_view text) {
    std::size_t bytes = 1;
    while (bytes < text.size() && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80) ++bytes;
    return text.substr(0, bytes);
}

/// In UTF-16, by which spreadsheets count.
std::size_t units(std::string_view sign) { return sign.size() == 4 ? 2 : 1; }

std::size_t length(std::string_view text) {
    std::size_t out = 0;
    while (!text.empty()) {
        const auto sign = character(text);
        out += units(sign);
        text.remove_prefix(sign.size());
    }
    return out;
}

/// How many bytes of a text stand in so many units; what stands above or below a letter stays with it.
std::size_t bytes_within(std::string_view text, std::size_t most) {
    std::size_t end = 0, done = 0, used = 0;
    while (done < text.size()) {
        const auto sign = character(text.substr(done));
        if (display_width(sign) > 0) end = done;
        used += units(sign);
        if (used > most) return end > 0 ? end : done;
        done += sign.size();
    }
    return text.size();
}

std::string number(std::size_t value) { return std::to_string(value); }

/// `A`, `Z`, `AA`
std::string column_name(std::size_t column) {
    std::string out;
    for (++column; column > 0; column = (column - 1) / 26)
        out.insert(out.begin(), static_cast<char>('A' + (column - 1) % 26));
    return out;
}

std::string place(std::size_t row, std::size_t column) { return column_name(column) + number(row + 1); }

std::string quoted_name(const std::string& sheet) {
    std::string out = "'";
    for (const char c : sheet) out += c == '\'' ? "''" : std::string(1, c);
    return out + "'";
}

/// A spreadsheet reads `_x0041_` as the character with that number.
std::string escaped(const std::string& text) {
    const auto hex = [](char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); };
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto mark = std::string_view(text).substr(i, 7);
        if (mark.size() == 7 && mark.starts_with("_x") && mark[6] == '_' &&
            std::all_of(mark.begin() + 2, mark.begin() + 6, hex))
            out += "_x005F";
        out += text[i];
    }
    return out;
}

/// Each look once, in the order in which they come by.
class Styles {
   public:
    Styles() { of({}); }
    std::size_t of(const Look& look) {
        const auto found = std::find(looks_.begin(), looks_.end(), look);
        if (found != looks_.end()) return static_cast<std::size_t>(found - looks_.begin());
        looks_.push_back(look);
        return looks_.size() - 1;
    }

    std::string written() const {
        pugi::xml_document out;
        begin_as(out, "xlsx_styles.xml");
        auto root = out.document_element();
        auto all = root.child("cellXfs"), formats = root.child("numFmts");
        std::vector<std::string> known;
        for (const auto& look : looks_) {
            std::size_t format = 0;
            if (!look.format.empty()) {
                auto at = std::find(known.begin(), known.end(), look.format);
                format = kFirstOwnFormat + static_cast<std::size_t>(at - known.begin());
                if (at == known.end()) {
                    known.push_back(look.format);
                    add(formats, "numFmt", {{"numFmtId", number(format)}, {"formatCode", look.format}});
                }
            }
            auto one = add(all, "xf",
                           {{"numFmtId", number(format)},
                            {"fontId", number(static_cast<std::size_t>(look.font))},
                            {"fillId", number(static_cast<std::size_t>(look.fill))},
                            {"borderId", look.framed ? "1" : "0"},
                            {"xfId", "0"}});
            if (look.quoted) set(one, "quotePrefix", "1");
            for (const auto* what : {"applyNumberFormat", "applyFont", "applyFill", "applyBorder", "applyAlignment"})
                set(one, what, "1");
            auto alignment = add(one, "alignment");
            if (look.to_the_right) set(alignment, "horizontal", "right");
            if (!look.to_the_right && !look.format.empty()) set(alignment, "horizontal", "left");
            set(alignment, "vertical", "top");
            if (look.wraps) set(alignment, "wrapText", "1");
        }
        set(all, "count", number(looks_.size()));
        set(formats, "count", number(known.size()));
        if (known.empty()) root.remove_child(formats);
        return written_xml(out, Layout::dense);
    }

   private:
    std::vector<Look> looks_;
};

/// Each text once.
class Strings {
   public:
    std::size_t of(const std::vector<Run>& runs) {
        ++uses_;
        const auto [found, fresh] = numbers_.emplace(runs, numbers_.size());
        if (fresh) all_.push_back(runs);
        return found->second;
    }

    std::string written() const {
        pugi::xml_document out;
        auto root =
            add(out, "sst", {{"xmlns", kSheets}, {"count", number(uses_)}, {"uniqueCount", number(all_.size())}});
        for (const auto& runs : all_) {
            auto text = add(root, "si");
            const bool rich = std::any_of(runs.begin(), runs.end(), [](const Run& run) { return run.strong; });
            for (const auto& run : runs) {
                auto part = rich ? add(text, "r") : text;
                if (rich) {
                    auto look = add(part, "rPr");
                    if (run.strong) add(look, "b");
                    add(look, "sz", {{"val", "11"}});
                    add(look, "rFont", {{"val", "Calibri"}});
                    add(look, "family", {{"val", "2"}});
                }
                add_text(part, "t", escaped(run.text), {{"xml:space", "preserve"}});
            }
        }
        return written_xml(out, Layout::dense);
    }

   private:
    std::map<std::vector<Run>, std::size_t> numbers_;
    std::vector<std::vector<Run>> all_;
    std::size_t uses_ = 0;
};

/// With what reads alike in one run: a text that is set in one way has a single part.
std::vector<Run> joined_runs(std::vector<Run> runs) {
    std::vector<Run> out;
    for (auto& run : runs) {
        if (run.text.empty()) continue;
        if (!out.empty() && out.back().strong == run.strong)
            out.back().text += run.text;
        else
            out.push_back(std::move(run));
    }
    return out;
}

/// Takes what one cell holds off the front of a longer text.
std::vector<Run> taken(std::vector<Run>& runs) {
    std::vector<Run> out;
    std::size_t room = kLongestText;
    while (!runs.empty() && room > 0) {
        auto& first = runs.front();
        const auto bytes = bytes_within(first.text, room);
        if (bytes == 0) break;  // it begins the next cell
        out.push_back({first.text.substr(0, bytes), first.strong});
        room -= length(out.back().text);
        first.text.erase(0, bytes);
        if (!first.text.empty()) break;
        runs.erase(runs.begin());
    }
    return out;
}

/// What people see above a page of paper: `&` begins a code, and a longer text is refused.
std::string page_header(const std::string& text) {
    constexpr std::size_t most = 120;
    std::string out = "&L";
    for (const char c : text.substr(0, bytes_within(text, most))) out += c == '&' ? "&&" : std::string(1, c);
    return out;
}

double line_height(Font font) {
    switch (font) {
        case Font::title: return 24;
        case Font::heading: return 18;
        case Font::plain:
        case Font::strong:
        case Font::link: break;
    }
    return 15;
}

/// How many lines a text takes in a column. Its width is counted in digits, and most letters are narrower.
std::size_t lines_in(const std::vector<Run>& runs, double width) {
    constexpr double letters = 1.15;
    std::string text;
    for (const auto& run : runs) text += run.text;
    std::vector<std::string> lines(1);
    for (const char c : text)
        if (c == '\n')
            lines.emplace_back();
        else
            lines.back() += c;
    return wrapped(lines, std::max<std::size_t>(static_cast<std::size_t>(width * letters), 2)).size();
}

class Writer {
   public:
    std::string sheet(const Sheet& sheet, bool first) {
        pugi::xml_document out;
        auto root = add(out, "worksheet", {{"xmlns", kSheets}});
        add(add(root, "sheetPr"), "pageSetUpPr", {{"fitToPage", "1"}});
        auto view = add(add(root, "sheetViews"), "sheetView", {{"workbookViewId", "0"}});
        if (first) set(view, "tabSelected", "1");
        if (!sheet.names) set(view, "showGridLines", "0");
        if (sheet.names) {
            add(view, "pane",
                {{"ySplit", "1"}, {"topLeftCell", "A2"}, {"activePane", "bottomLeft"}, {"state", "frozen"}});
            add(view, "selection", {{"pane", "bottomLeft"}, {"activeCell", "A2"}, {"sqref", "A2"}});
        }
        add(root, "sheetFormatPr", {{"defaultRowHeight", "15"}});
        if (!sheet.widths.empty()) {
            auto columns = add(root, "cols");
            for (std::size_t i = 0; i < sheet.widths.size(); ++i)
                add(columns, "col",
                    {{"min", number(i + 1)},
                     {"max", number(i + 1)},
                     {"width", fmt::format("{:.1f}", sheet.widths[i])},
                     {"customWidth", "1"}});
        }
        auto data = add(root, "sheetData");
        links_.clear();
        merged_.clear();
        row_ = 0;
        for (const auto& cells : sheet.rows) rows(data, cells, sheet.widths);
        if (sheet.names) add(root, "autoFilter", {{"ref", "A1:" + place(row_ - 1, sheet.rows.front().size() - 1)}});
        if (!merged_.empty()) {
            auto all = add(root, "mergeCells", {{"count", number(merged_.size())}});
            for (const auto& cells : merged_) add(all, "mergeCell", {{"ref", cells}});
        }
        if (!links_.empty()) {
            auto all = add(root, "hyperlinks");
            for (const auto& [from, to] : links_)
                add(all, "hyperlink", {{"ref", from}, {"location", quoted_name(to) + "!A1"}});
        }
        add(root, "pageMargins",
            {{"left", "0.5"},
             {"right", "0.5"},
             {"top", "0.8"},
             {"bottom", "0.6"},
             {"header", "0.3"},
             {"footer", "0.3"}});
        add(root, "pageSetup",
            {{"paperSize", "9"}, {"orientation", sheet.names ? "landscape" : "portrait"}, {"fitToHeight", "0"}});
        auto every_page = add(root, "headerFooter");
        if (!sheet.caption.empty()) add_text(every_page, "oddHeader", page_header(sheet.caption));
        add_text(every_page, "oddFooter", "&R&P / &N");
        return written_xml(out, Layout::dense);
    }

    /// The cells of the filter of the sheet that was written last.
    std::size_t last_row() const { return row_; }
    std::string styles() const { return styles_.written(); }
    std::string strings() const { return strings_.written(); }

   private:
    /// A row, and below it what its cells do not hold.
    void rows(xml_node data, std::vector<Cell> cells, const std::vector<double>& widths) {
        bool more = true;
        while (std::exchange(more, false)) {
            auto row = add(data, "row", {{"r", number(row_ + 1)}});
            double height = 0;
            for (std::size_t column = 0; column < cells.size(); ++column) {
                auto& cell = cells[column];
                height = std::max(height, write(row, cell, column, widths));
                cell.value.reset();
                cell.to_sheet.clear();
                more = more || !cell.runs.empty();
            }
            // Not every spreadsheet finds the height itself.
            if (height > 0) set(row, "ht", fmt::format("{:g}", std::min(height, kHighest)));
            ++row_;
        }
    }

    /// The height that a cell needs in a column.
    double write(xml_node row, Cell& cell, std::size_t column, const std::vector<double>& widths) {
        const auto text = joined_runs(taken(cell.runs));
        if (text.empty() && !cell.value && !cell.look.framed) return 0;
        auto look = cell.look;
        if (cell.value) look.format = cell.value->format;
        if (!cell.value && !text.empty())
            look.quoted = std::string_view("=+-@").find(text.front().text.front()) != std::string_view::npos;
        auto out = add(row, "c", {{"r", place(row_, column)}, {"s", number(styles_.of(look))}});
        if (cell.value) {
            add_text(out, "v", cell.value->number);
        } else if (!text.empty()) {
            set(out, "t", "s");
            add_text(out, "v", number(strings_.of(text)));
        }
        if (!cell.to_sheet.empty()) links_.emplace_back(place(row_, column), cell.to_sheet);
        auto width = widths[column];
        if (cell.across) {
            merged_.push_back(place(row_, column) + ":" + place(row_, widths.size() - 1));
            width = std::accumulate(widths.begin(), widths.end(), 0.0) * line_height(Font::plain) /
                    line_height(cell.look.font);
        }
        return line_height(cell.look.font) * static_cast<double>(cell.look.wraps ? lines_in(text, width) : 1);
    }

    Styles styles_;
    Strings strings_;
    std::vector<std::pair<std::string, std::string>> links_;  ///< of this sheet: from a cell to a sheet
    std::vector<std::string> merged_;                         ///< of this sheet
    std::size_t row_ = 0;
};

std::string type_of(std::string_view part) { return fmt::format("officedocument.spreadsheetml.{}+xml", part); }

}  // namespace

Names::Names() : taken_{"history"} {}  // which Excel keeps for itself

std::string Names::name(const std::string& wanted, const std::string& or_else) {
    const auto tidy = [](std::string_view text, std::size_t most) {
        std::string out;
        for (const char c : holdable(text)) {
            if (std::string_view("[]*?").find(c) != std::string_view::npos) continue;
            out += c == ':' || c == '/' || c == '\\' ? '-' : c == '\n' || c == '\t' ? ' ' : c;
        }
        const auto trim = [&] {
            while (!out.empty() && (out.front() == '\'' || out.front() == ' ')) out.erase(0, 1);
            while (!out.empty() && (out.back() == '\'' || out.back() == ' ')) out.pop_back();
        };
        trim();
        if (length(out) <= most) return out;
        // At the end of a word, when that leaves most of it.
        const auto end = bytes_within(out, most - 1);
        const bool within_word = std::string_view(" ,.;:()-").find(out[end]) == std::string_view::npos;
        out.erase(end);
        const auto blank = out.rfind(' ');
        if (within_word && blank != std::string::npos && blank > out.size() / 2) out.erase(blank);
        trim();
        return out + "…";
    };
    auto whole = tidy(wanted, kLongestName);
    const auto& said = whole.empty() ? or_else : wanted;
    whole = tidy(said, kLongestName);
    for (std::size_t i = 2; std::find(taken_.begin(), taken_.end(), folded(whole)) != taken_.end(); ++i) {
        const auto behind = " (" + number(i) + ")";
        whole = tidy(said, kLongestName - behind.size()) + behind;
    }
    taken_.push_back(folded(whole));
    return whole;
}

std::string written(const std::vector<Sheet>& sheets, const std::string& title, Language language) {
    const auto spoken = fmt::format("{}-{}", paper::locale(language).language, paper::locale(language).country);
    Package out;
    Writer writer;
    Relations of_book, own;
    pugi::xml_document book;
    auto root = add(book, "workbook", {{"xmlns", kSheets}, {"xmlns:r", kRelations}});
    add(add(root, "bookViews"), "workbookView", {{"tabRatio", "800"}});
    auto all = add(root, "sheets");
    auto defined = add(root, "definedNames");
    std::vector<ArchivePart> parts;
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        const auto& sheet = sheets[i];
        const auto part = "worksheets/sheet" + number(i + 1) + ".xml";
        parts.push_back({"xl/" + part, writer.sheet(sheet, i == 0)});
        add(all, "sheet",
            {{"name", sheet.name}, {"sheetId", number(i + 1)}, {"r:id", of_book.to_part("worksheet", part)}});
        if (!sheet.names) continue;
        const auto from = quoted_name(sheet.name) + "!";
        add_text(defined, "definedName",
                 fmt::format("{}$A$1:${}${}", from, column_name(sheet.rows.front().size() - 1), writer.last_row()),
                 {{"name", "_xlnm._FilterDatabase"}, {"localSheetId", number(i)}, {"hidden", "1"}});
        add_text(defined, "definedName", from + "$1:$1", {{"name", "_xlnm.Print_Titles"}, {"localSheetId", number(i)}});
    }
    if (!defined.first_child()) root.remove_child(defined);
    of_book.to_part("styles", "styles.xml");
    of_book.to_part("sharedStrings", "sharedStrings.xml");
    out.put("xl/workbook.xml", written_xml(book, Layout::dense), type_of("sheet.main"), &of_book);
    for (auto& part : parts) out.put(part.name, std::move(part.bytes), type_of("worksheet"));
    out.put("xl/styles.xml", writer.styles(), type_of("styles"));
    out.put("xl/sharedStrings.xml", writer.strings(), type_of("sharedStrings"));
    out.put("docProps/core.xml", core_properties(title, spoken), "package.core-properties+xml");
    own.to_part("officeDocument", "xl/workbook.xml");
    own.to_part("core-properties", "docProps/core.xml");
    return out.take(own);
}

}  // namespace belegd::render::book
