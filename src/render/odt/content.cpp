#include "render/odt/content.hpp"

#include <fmt/format.h>

#include <map>
#include <string>
#include <utility>

#include "render/xml.hpp"

namespace belegd::render::open_document {
namespace {

using paper::Mark;
using pugi::xml_node;

/// `481.90pt`
std::string length(paper::Twips twips) { return fmt::format("{}.{:02}pt", twips / 20, twips % 20 * 5); }

std::string colour(std::string_view hex) { return "#" + std::string(hex); }

const char* name_of(Mark mark) {
    switch (mark) {
        case Mark::attention: return "attention";
        case Mark::open: return "open";
        case Mark::none: break;
    }
    return "plain";
}

const char* sheet_of(bool on_its_side) { return on_its_side ? "On_20_its_20_side" : "Standard"; }

class Content {
   public:
    Content(pugi::xml_document& out, const paper::Paper& paper) : paper_(paper) {
        auto all = begin(out, "office:document-content");
        styles_ = add(all, "office:automatic-styles");
        text_ = add(add(all, "office:body"), "office:text");
        add_cell_styles();
    }

    void write() {
        for (const auto& part : paper_.parts) {
            // The sheets turn where the first thing on them says so.
            turns_to_ = sheet_of(part.on_its_side);
            for (const auto& block : part.blocks) {
                if (!is_bullet(block)) list_ = {};
                std::visit(*this, block);
            }
        }
        if (!text_.first_child()) add(text_, "text:p", {{"text:style-name", "Standard"}});
    }

    void operator()(const paper::Paragraph& paragraph) {
        using Kind = paper::Paragraph::Kind;
        const auto style = style_for(parent_style(paragraph), paragraph.mark, false);
        if (paragraph.kind == Kind::heading) {
            auto heading = add(text_, "text:h", {{"text:style-name", style}});
            set(heading, "text:outline-level", std::to_string(paragraph.level));
            return write_lines(heading, paragraph.lines);
        }
        auto parent = text_;
        if (paragraph.kind == Kind::bullet) {
            if (!list_) list_ = add(text_, "text:list", {{"text:style-name", "Bullets"}});
            parent = add(list_, "text:list-item");
        }
        auto out = add(parent, "text:p", {{"text:style-name", style}});
        if (paragraph.kind == Kind::note) {
            const auto number = std::to_string(paragraph.level);
            add(out, "text:bookmark", {{"text:name", "note" + number}});
            append_text(out, number);
            add(out, "text:tab");
        }
        write_lines(out, paragraph.lines);
    }

    void operator()(const paper::Table& table) {
        const auto name = "Table" + std::to_string(++tables_);
        paper::Twips width = 0;
        for (const auto each : table.widths) width += each;
        auto about = add(add_style(name, "table"), "style:table-properties");
        if (!turns_to_.empty()) set(about.parent(), "style:master-page-name", std::exchange(turns_to_, {}));
        set(about, "style:width", length(width));
        set(about, "table:align", "left");
        set(about, "fo:margin-top", "3pt");
        set(about, "fo:margin-bottom", "8pt");
        set(about, "table:border-model", "collapsing");
        if (table.together == table.rows.size()) set(about, "style:may-break-between-rows", "false");
        auto out = add(text_, "table:table", {{"table:name", name}, {"table:style-name", name}});
        if (!table.title.empty()) add_text(out, "table:title", table.title);
        if (!table.description.empty()) add_text(out, "table:desc", table.description);
        for (std::size_t column = 0; column < table.widths.size(); ++column) {
            const auto style = name + "." + std::to_string(column + 1);
            add(add_style(style, "table-column"), "style:table-column-properties",
                {{"style:column-width", length(table.widths[column])}});
            add(out, "table:table-column", {{"table:style-name", style}});
        }
        for (const auto& row : table.rows) {
            const bool names = row.kind == paper::Row::Kind::names;
            write_row(names ? add(out, "table:table-header-rows") : out, table, row);
        }
    }

   private:
    static bool is_bullet(const paper::Block& block) {
        const auto* paragraph = std::get_if<paper::Paragraph>(&block);
        return paragraph != nullptr && paragraph->kind == paper::Paragraph::Kind::bullet;
    }

    static std::string parent_style(const paper::Paragraph& paragraph) {
        using Kind = paper::Paragraph::Kind;
        switch (paragraph.kind) {
            case Kind::title: return "Title";
            case Kind::heading: return "Heading_20_" + std::to_string(paragraph.level);
            case Kind::bullet: return "List_20_Bullet";
            case Kind::caption: return "Caption";
            case Kind::note: return "Note_20_in_20_list";
            case Kind::body: break;
        }
        return "Text_20_body";
    }

    xml_node add_style(const std::string& name, const char* family) {
        return add(styles_, "style:style", {{"style:name", name}, {"style:family", family}});
    }

    void add_cell_styles() {
        add(add_style("row", "table-row"), "style:table-row-properties", {{"fo:keep-together", "always"}});
        const auto add_cell = [&](const std::string& name, std::string_view shade, const std::string& above,
                                  const std::string& below, const char* stands) {
            auto cell = add(add_style(name, "table-cell"), "style:table-cell-properties");
            set(cell, "fo:padding-left", length(paper::kBesideText));
            set(cell, "fo:padding-right", length(paper::kBesideText));
            for (const auto* side : {"fo:padding-top", "fo:padding-bottom"}) set(cell, side, "2pt");
            for (const auto* side : {"fo:border-left", "fo:border-right"}) set(cell, side, "none");
            set(cell, "fo:border-top", above);
            set(cell, "fo:border-bottom", below);
            set(cell, "style:vertical-align", stands);
            if (!shade.empty()) set(cell, "fo:background-color", colour(shade));
        };
        const auto thin = "0.5pt solid #C3C9CF";
        const auto thick = "1pt solid " + colour(paper::kAccent);
        for (const auto mark : {Mark::none, Mark::attention, Mark::open}) {
            add_cell(std::string("cell.") + name_of(mark), paper::shade(mark), thin, thin, "top");
            add_cell(std::string("last.") + name_of(mark), paper::shade(mark), thin, thick, "top");
        }
        add_cell("names", paper::kTint, thick, thick, "bottom");
        add_cell("group", paper::kTint, thin, thin, "top");
    }

    /// The style of a paragraph: a named one, or one after it where the paragraph is marked, stands to the right or begins
    /// a sheet of another direction.
    std::string style_for(const std::string& parent, Mark mark, bool to_the_right) {
        const auto turns_to = std::exchange(turns_to_, {});
        if (mark == Mark::none && !to_the_right && turns_to.empty()) return parent;
        auto& known = after_[parent + "|" + name_of(mark) + (to_the_right ? "|right|" : "|left|") + turns_to];
        if (!known.empty()) return known;
        known = "P" + std::to_string(after_.size());
        auto style = add_style(known, "paragraph");
        set(style, "style:parent-style-name", parent);
        if (!turns_to.empty()) set(style, "style:master-page-name", turns_to);
        auto properties = add(style, "style:paragraph-properties");
        if (mark != Mark::none) set(properties, "fo:background-color", colour(paper::shade(mark)));
        if (to_the_right) set(properties, "fo:text-align", "end");
        return known;
    }

    void write_row(xml_node out, const paper::Table& table, const paper::Row& row) {
        using Kind = paper::Row::Kind;
        auto written = add(out, "table:table-row", {{"table:style-name", "row"}});
        const bool last = &row == &table.rows.back();
        for (std::size_t column = 0; column < row.cells.size(); ++column) {
            const auto& cell = row.cells[column];
            const auto style = row.kind == Kind::names   ? std::string("names")
                               : row.kind == Kind::group ? std::string("group")
                                                         : std::string(last ? "last." : "cell.") + name_of(cell.mark);
            auto cell_out =
                add(written, "table:table-cell", {{"table:style-name", style}, {"office:value-type", "string"}});
            if (row.kind == Kind::group && table.widths.size() > 1)
                set(cell_out, "table:number-columns-spanned", std::to_string(table.widths.size()));
            const auto parent = row.kind == Kind::names         ? "Table_20_Heading"
                                : row.kind == Kind::group       ? "Table_20_Group"
                                : table.labelled && column == 0 ? "Table_20_Label"
                                : cell.lines.size() > 1         ? "Table_20_Line"
                                                                : "Table_20_Contents";
            const auto paragraph = style_for(parent, Mark::none, cell.to_the_right);
            for (const auto& line : cell.lines)
                write_line(add(cell_out, "text:p", {{"text:style-name", paragraph}}), line);
            if (row.kind == Kind::group)
                for (std::size_t other = 1; other < table.widths.size(); ++other)
                    add(written, "table:covered-table-cell");
        }
    }

    void write_lines(xml_node paragraph, const std::vector<paper::Line>& lines) {
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (i > 0) add(paragraph, "text:line-break");
            write_line(paragraph, lines[i]);
        }
    }

    void write_line(xml_node paragraph, const paper::Line& line) {
        for (const auto& piece : line.pieces) {
            if (piece.address)
                add_text(
                    paragraph, "text:a", piece.text,
                    {{"xlink:type", "simple"}, {"xlink:href", piece.text}, {"text:style-name", "Internet_20_link"}});
            else if (piece.strong)
                add_text(paragraph, "text:span", piece.text, {{"text:style-name", "Strong_20_Emphasis"}});
            else
                append_text(paragraph, piece.text);
        }
        for (std::size_t i = 0; i < line.notes.size(); ++i) {
            if (i > 0) add_text(paragraph, "text:span", ",", {{"text:style-name", "Footnote_20_anchor"}});
            refer(paragraph, line.notes[i]);
        }
    }

    /// As in Word: the first reference is the footnote, later ones are cross-references that keep its number.
    void refer(xml_node paragraph, const paper::Reference& reference) {
        const auto number = std::to_string(reference.number);
        const auto id = "note" + number;
        if (reference.listed) {
            auto raised = add(paragraph, "text:span", {{"text:style-name", "Footnote_20_anchor"}});
            add_text(raised, "text:a", number, {{"xlink:type", "simple"}, {"xlink:href", "#" + id}});
            return;
        }
        if (!reference.first) {
            auto raised = add(paragraph, "text:span", {{"text:style-name", "Footnote_20_anchor"}});
            add_text(raised, "text:note-ref", number,
                     {{"text:note-class", "footnote"}, {"text:reference-format", "text"}, {"text:ref-name", id}});
            return;
        }
        auto note = add(paragraph, "text:note", {{"text:id", id}, {"text:note-class", "footnote"}});
        add_text(note, "text:note-citation", number);
        auto body = add(add(note, "text:note-body"), "text:p", {{"text:style-name", "Footnote"}});
        write_lines(body, paper_.notes[reference.number - 1]);
    }

    const paper::Paper& paper_;
    xml_node styles_, text_, list_;
    std::string turns_to_;
    std::map<std::string, std::string> after_;
    std::size_t tables_ = 0;
};

}  // namespace

xml_node begin(pugi::xml_document& out, const char* name) {
    constexpr std::pair<const char*, const char*> spaces[] = {{"office", "office"}, {"style", "style"},
                                                              {"text", "text"},     {"table", "table"},
                                                              {"meta", "meta"},     {"fo", "xsl-fo-compatible"}};
    auto node = add(out, name);
    for (const auto& [prefix, space] : spaces)
        set(node, fmt::format("xmlns:{}", prefix).c_str(),
            fmt::format("urn:oasis:names:tc:opendocument:xmlns:{}:1.0", space));
    set(node, "xmlns:xlink", "http://www.w3.org/1999/xlink");
    set(node, "xmlns:dc", "http://purl.org/dc/elements/1.1/");
    set(node, "office:version", "1.2");
    return node;
}

void write_content(pugi::xml_document& out, const paper::Paper& paper) { Content(out, paper).write(); }

}  // namespace belegd::render::open_document
