#include "unit/render/workbooks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <pugixml.hpp>
#include <set>
#include <stdexcept>

#include "base/date.hpp"
#include "base/fold.hpp"
#include "render/cells.hpp"
#include "render/xml.hpp"
#include "unit/render/papers.hpp"

namespace belegd::workbooks {
namespace {

using pugi::xml_node;

std::string attribute(xml_node node, const char* name) { return node.attribute(name).value(); }

pugi::xml_document parsed_part(const papers::Opened& from, const std::string& name) {
    pugi::xml_document out;
    const auto part = from.parts.find(name);
    if (part == from.parts.end()) throw std::runtime_error("no part " + name);
    if (const auto done =
            out.load_buffer(part->second.data(), part->second.size(), pugi::parse_default | pugi::parse_ws_pcdata);
        !done)
        throw std::runtime_error(name + ": " + done.description());
    return out;
}

/// What a spreadsheet makes of `_x005F_`.
std::string unescaped(std::string text) {
    for (auto at = text.find("_x005F_"); at != std::string::npos; at = text.find("_x005F_", at + 1))
        text.replace(at, 7, "_");
    return text;
}

/// `758825.5` as a format shows it: what belegd writes of formats, and nothing else.
std::string shown(std::string number, std::string format, Language language) {
    if (format.ends_with("d mmmm yyyy")) {
        return spelled(Day{std::stoi(number) - 25569}).in(language);
    }
    std::string before, behind;
    const bool negative = number.starts_with('-');
    if (negative) number.erase(0, 1);
    for (const auto& [code, said] :
         {std::pair("[$€-413]", "€"), std::pair("[$€-809]", "€"), std::pair("\"EUR\"", "EUR")})
        if (format.starts_with(code)) {
            before = said;
            format.erase(0, std::strlen(code));
        }
    if (format.starts_with(' ')) before += ' ', format.erase(0, 1);
    const auto end = format.find_last_of("0#") + 1;
    behind = format.substr(end);
    format.erase(end);
    std::erase(behind, '"');
    if (behind.ends_with('%')) {  // two places to the left, without rounding
        const auto point = number.find('.');
        auto digits = number.substr(0, point) + number.substr(point + 1);
        const auto whole = point + 2;
        number = digits.substr(0, whole) + (digits.size() > whole ? "." + digits.substr(whole) : "");
        number.erase(0, std::min(number.find_first_not_of('0'), whole - 1));
    }
    auto point = std::min(number.find('.'), number.size());
    std::string whole = number.substr(0, point), decimals = point < number.size() ? number.substr(point + 1) : "";
    const auto asked = format.find('.') == std::string::npos ? 0 : format.size() - format.find('.') - 1;
    if (asked != decimals.size()) throw std::runtime_error(number + " in " + format + " is rounded");
    if (format.starts_with("#,##0"))
        for (auto at = static_cast<int>(whole.size()) - 3; at > 0; at -= 3)
            whole.insert(static_cast<std::size_t>(at), language == Language::nl ? "." : ",");
    return (negative ? "-" : "") + before + whole +
           (decimals.empty()           ? ""
            : language == Language::nl ? ","
                                       : ".") +
           decimals + behind;
}

std::string without_blanks(const std::string& text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.compare(i, 2, "\u00A0") == 0)
            ++i;
        else if (text[i] != ' ')
            out += text[i];
    }
    return out;
}

/// How many UTF-16 units a text takes.
std::size_t units_of(const std::string& text) {
    std::size_t out = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        out += (byte & 0xC0) == 0x80 ? 0 : byte >= 0xF0 ? 2 : 1;
    }
    return out;
}

std::size_t column_of(const std::string& place) {
    std::size_t out = 0;
    for (const char c : place)
        if (c >= 'A') out = out * 26 + static_cast<std::size_t>(c - 'A' + 1);
    return out;
}
std::size_t row_of(const std::string& place) { return std::stoul(place.substr(place.find_first_of("0123456789"))); }

}  // namespace

const Cell& Sheet::at(const std::string& place) const {
    static const Cell none;
    const auto found = cells.find(place);
    return found == cells.end() ? none : found->second;
}

std::vector<std::string> Sheet::row(std::size_t number) const {
    std::vector<std::string> out;
    for (std::size_t column = 0; column < columns; ++column)
        out.push_back(at(static_cast<char>('A' + column) + std::to_string(number)).text);
    return out;
}

const Sheet& Workbook::sheet(const std::string& name) const {
    for (const auto& each : sheets)
        if (each.name == name) return each;
    throw std::runtime_error("no sheet " + name);
}

std::vector<std::string> Workbook::names() const {
    std::vector<std::string> out;
    for (const auto& each : sheets) out.push_back(each.name);
    return out;
}

Workbook read(const std::string& xlsx, Language language) {
    const auto all = papers::opened(xlsx);
    const auto book = parsed_part(all, "xl/workbook.xml"), strings = parsed_part(all, "xl/sharedStrings.xml"),
               styles = parsed_part(all, "xl/styles.xml"), about = parsed_part(all, "docProps/core.xml"),
               relations = parsed_part(all, "xl/_rels/workbook.xml.rels");
    Workbook out;
    out.title = about.document_element().child("dc:title").child_value();
    out.language = about.document_element().child("dc:language").child_value();
    std::vector<std::string> texts;
    for (const auto text : strings.document_element().children("si")) {
        texts.emplace_back();
        for (const auto& part : text.select_nodes(".//t")) texts.back() += unescaped(part.node().child_value());
    }
    std::vector<Cell> looks;
    for (const auto look : styles.document_element().child("cellXfs").children()) {
        auto& cell = looks.emplace_back();
        const auto format =
            styles.select_node(fmt::format("//numFmt[@numFmtId='{}']", look.attribute("numFmtId").as_int()).c_str());
        cell.format = attribute(format.node(), "formatCode");
        cell.strong = look.attribute("fontId").as_int() > 0;
        cell.wraps = look.child("alignment").attribute("wrapText").as_bool();
        cell.quoted = look.attribute("quotePrefix").as_bool();
    }
    for (const auto each : book.document_element().child("sheets").children()) {
        auto& sheet = out.sheets.emplace_back();
        sheet.name = attribute(each, "name");
        const auto part = relations.select_node(fmt::format("//*[@Id='{}']", attribute(each, "r:id")).c_str());
        const auto read = parsed_part(all, "xl/" + attribute(part.node(), "Target"));
        const auto root = read.document_element();
        sheet.filter = attribute(root.child("autoFilter"), "ref");
        sheet.frozen_from = attribute(root.child("sheetViews").child("sheetView").child("pane"), "topLeftCell");
        sheet.header = root.child("headerFooter").child("oddHeader").child_value();
        for (const auto& node : read.select_nodes("//c")) {
            const auto place = attribute(node.node(), "r");
            auto cell = looks.at(node.node().attribute("s").as_uint());
            const std::string value = node.node().child_value("v");
            if (attribute(node.node(), "t") == "s") {
                cell.text = texts.at(std::stoul(value));
            } else if (!value.empty()) {
                cell.number = value;
                cell.text = shown(value, cell.format, language);
            }
            sheet.rows = std::max(sheet.rows, row_of(place));
            sheet.columns = std::max(sheet.columns, column_of(place));
            if (!sheet.cells.emplace(place, std::move(cell)).second) throw std::runtime_error(place + " twice");
        }
        for (const auto link : root.child("hyperlinks").children())
            sheet.links[attribute(link, "ref")] = attribute(link, "location");
    }
    return out;
}

std::string wrong_with_xlsx(const std::string& bytes) {
    const auto all = papers::opened(bytes);
    std::string out;
    const auto say = [&](const std::string& what) { out += what + "\n"; };
    if (all.names.front() != "[Content_Types].xml") say("the kinds are not first");
    const auto types = parsed_part(all, "[Content_Types].xml");
    std::set<std::string> typed;
    for (const auto type : types.document_element().children("Override")) typed.insert(attribute(type, "PartName"));
    for (const auto& name : all.names) {
        parsed_part(all, name);
        if (!name.ends_with(".rels") && name != "[Content_Types].xml" && typed.erase("/" + name) == 0)
            say(name + " has no kind");
        if (all.parts.at(name).find("<f>") != std::string::npos || all.parts.at(name).find("<f ") != std::string::npos)
            say(name + " has a formula");
    }
    for (const auto& name : typed) say(name + " has a kind and is not there");
    const auto book = read(bytes, Language::nl);
    if (book.sheets.empty()) say("no sheet");
    std::set<std::string> names;
    for (const auto& sheet : book.sheets) {
        const auto& name = sheet.name;
        if (name.empty() || units_of(name) > 31 || name.find_first_of("[]:*?/\\\n\t") != std::string::npos ||
            name.starts_with('\'') || name.ends_with('\'') || folded(name) == "history")
            say("a name that Excel refuses: " + name);
        if (!names.insert(folded(name)).second) say("a name twice: " + name);
    }
    // A text is one part, or runs that each have theirs; Excel takes anything else for a broken file.
    const auto strings = parsed_part(all, "xl/sharedStrings.xml");
    for (const auto text : strings.document_element().children("si")) {
        const auto parts = text.select_nodes("t").size(), runs = text.select_nodes("r[count(t) = 1]").size();
        if (parts + text.select_nodes("r").size() != text.select_nodes("*").size() || (runs == 0) != (parts == 1) ||
            runs != text.select_nodes("r").size())
            say("a text of several parts: " + std::string(text.select_node(".//t").node().child_value()));
    }
    // The order of elements is law to Excel.
    const std::vector<std::string> order{"sheetPr",     "sheetViews", "sheetFormatPr", "cols",
                                         "sheetData",   "autoFilter", "mergeCells",    "hyperlinks",
                                         "pageMargins", "pageSetup",  "headerFooter"};
    for (std::size_t i = 0; i < book.sheets.size(); ++i) {
        const auto& sheet = book.sheets[i];
        const auto part = parsed_part(all, fmt::format("xl/worksheets/sheet{}.xml", i + 1));
        auto at = order.begin();
        for (const auto child : part.document_element().children()) {
            at = std::find(at, order.end(), child.name());
            if (at == order.end()) {
                say(sheet.name + ": " + child.name() + " is out of order");
                break;
            }
        }
        std::size_t last_row = 0;
        for (const auto row : part.document_element().child("sheetData").children()) {
            if (row.attribute("r").as_uint() <= last_row) say(sheet.name + ": rows are out of order");
            last_row = row.attribute("r").as_uint();
            if (row.attribute("ht").as_double() > 409) say(sheet.name + ": a row is too high");
            std::size_t last_column = 0;
            for (const auto cell : row.children()) {
                const auto place = attribute(cell, "r");
                if (row_of(place) != last_row || column_of(place) <= last_column)
                    say("a cell is out of order: " + place);
                last_column = column_of(place);
            }
        }
        for (const auto& [place, cell] : sheet.cells)
            if (units_of(cell.text) > 32767) say("a text is too long for a cell: " + place);
        for (const auto& [place, to] : sheet.links) {
            auto name = to.substr(1, to.rfind('!') - 2);
            for (auto quote = name.find("''"); quote != std::string::npos; quote = name.find("''", quote + 1))
                name.erase(quote, 1);
            if (names.count(folded(name)) == 0) say(fmt::format("{} leads to no sheet: {}", place, to));
        }
        if (sheet.filter.empty() != sheet.frozen_from.empty()) say(sheet.name + ": names without a filter");
        if (!sheet.filter.empty()) {
            if (sheet.frozen_from != "A2") say(sheet.name + ": its names do not stay in view");
            if (!sheet.filter.starts_with("A1:")) say(sheet.name + ": another filter");
            const auto end = sheet.filter.substr(3);
            if (column_of(end) != sheet.columns || row_of(end) != sheet.rows)
                say(sheet.name + ": a part is not filtered");
        }
        if (units_of(sheet.header) > 255) say(sheet.name + ": what stands above its pages is too long");
    }
    return out;
}

namespace {

class Lines {
   public:
    Lines(const report::Document& document, Language language) : document_(document), language_(language) {}

    std::vector<std::string> take() {
        text(document_.title);
        for (const auto& block : document_.blocks) std::visit(*this, block);
        for (const auto& note : document_.notes) text(note);
        return std::move(out_);
    }

    void operator()(const report::Heading& heading) { text(heading.text); }
    void operator()(const report::Paragraph& paragraph) { cell(paragraph.text); }
    void operator()(const report::NoteList&) {}
    void operator()(const report::Bullets& bullets) {
        for (const auto& item : bullets.items) cell(item);
    }
    void operator()(const report::Sheet& sheet) {
        for (const auto& [label, value] : sheet.rows) text(label), cell(value);
    }
    void operator()(const report::Table& table) {
        text(table.caption);
        for (const auto& name : table.columns) text(name);
        if (table.columns.empty()) return;
        for (const auto& group : table.groups)
            if (group.first < table.rows.size()) text(group.second);
        for (const auto& row : table.rows)
            for (std::size_t i = 0; i < std::min(row.size(), table.columns.size()); ++i) cell(row[i]);
    }

   private:
    void put(const std::string& line) {
        if (!line.empty()) out_.push_back(without_blanks(render::holdable(line)));
    }
    void text(const Text& all) { put(render::joined_lines(all, language_)); }
    void cell(const report::Cell& all) {
        for (const auto& line : render::lines(all, language_)) put(line.plain());
    }

    const report::Document& document_;
    Language language_;
    std::vector<std::string> out_;
};

}  // namespace

std::string lost(const report::Document& document, const std::string& xlsx, Language language) {
    std::set<std::string> there;
    for (const auto& sheet : read(xlsx, language).sheets)
        for (const auto& [place, cell] : sheet.cells) {
            std::string line;
            std::string whole;
            for (const char c : cell.text + "\n") {
                if (c != '\n') {
                    line += c;
                    continue;
                }
                whole += (whole.empty() ? "" : " ") + line;
                there.insert(without_blanks(line));
                line.clear();
            }
            there.insert(without_blanks(whole));
        }
    for (const auto& line : Lines(document, language).take())
        if (there.count(line) == 0) return line;
    return {};
}

}  // namespace belegd::workbooks
