#include "render/docx/body.hpp"

#include <string>

#include "base/text.hpp"
#include "render/xml.hpp"

namespace belegd::render::word {
namespace {

using paper::Mark;
using pugi::xml_node;

constexpr std::string_view kReference = "FootnoteReference";

std::string digits(std::size_t number) { return std::to_string(number); }

void add_shade(xml_node properties, std::string_view colour) {
    if (!colour.empty()) add(properties, "w:shd", {{"w:val", "clear"}, {"w:color", "auto"}, {"w:fill", colour}});
}

void add_borders(xml_node properties, std::initializer_list<const char*> sides, std::string_view colour) {
    auto borders = add(properties, "w:tcBorders");
    for (const auto* side : sides)
        add(borders, side, {{"w:val", "single"}, {"w:sz", "8"}, {"w:space", "0"}, {"w:color", colour}});
}

/// A run in the style of a character, for the caller to fill.
xml_node styled_run(xml_node paragraph, std::string_view style) {
    auto run = add(paragraph, "w:r");
    if (!style.empty()) add(add(run, "w:rPr"), "w:rStyle", {{"w:val", style}});
    return run;
}

void fill(xml_node run, std::string_view text) { add_text(run, "w:t", text, {{"xml:space", "preserve"}}); }

/// A document of its own has every style by the id that it has here.
class OwnDocument : public Surroundings {
   public:
    explicit OwnDocument(Relations& relations) : relations_(relations) {}
    std::string style(std::string_view id) override { return std::string(id); }
    std::string link(const std::string& address) override { return relations_.to_address(address); }

   private:
    Relations& relations_;
};

class Writer {
   public:
    explicit Writer(Surroundings& around) : around_(around) {}

    void write_lines(xml_node paragraph, const std::vector<paper::Line>& lines) {
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (i > 0) add(add(paragraph, "w:r"), "w:br");
            write_line(paragraph, lines[i]);
        }
    }

    void write_line(xml_node paragraph, const paper::Line& line) {
        for (const auto& piece : line.pieces) {
            if (piece.text.empty()) continue;
            if (!piece.address) {
                fill(run(paragraph, piece.strong ? "Strong" : ""), piece.text);
                continue;
            }
            auto link = add(paragraph, "w:hyperlink", {{"r:id", around_.link(piece.text)}});
            fill(run(link, "Hyperlink"), piece.text);
        }
        for (std::size_t i = 0; i < line.notes.size(); ++i) {
            if (i > 0) fill(run(paragraph, kReference), ",");
            refer(paragraph, line.notes[i]);
        }
    }

    void operator()(xml_node body, const paper::Paragraph& paragraph) {
        auto out = this->paragraph(body, style_of(paragraph));
        if (paragraph.kind == paper::Paragraph::Kind::bullet) around_.list(out.child("w:pPr"));
        add_shade(out.child("w:pPr"), paper::shade(paragraph.mark));
        if (paragraph.kind == paper::Paragraph::Kind::note) {
            const auto number = static_cast<std::size_t>(paragraph.level);
            const auto id = digits(around_.place_id(number));
            add(out, "w:bookmarkStart", {{"w:id", id}, {"w:name", around_.place(number)}});
            add_run(out, digits(number));
            add(out, "w:bookmarkEnd", {{"w:id", id}});
            add(add(out, "w:r"), "w:tab");
        }
        write_lines(out, paragraph.lines);
    }

    void operator()(xml_node body, const paper::Table& table) {
        auto out = add(body, "w:tbl");
        auto properties = add(out, "w:tblPr");
        add(properties, "w:tblStyle", {{"w:val", around_.style("Overview")}});
        paper::Twips width = 0;
        for (const auto each : table.widths) width += each;
        add(properties, "w:tblW", {{"w:w", digits(width)}, {"w:type", "dxa"}});
        add(properties, "w:tblLayout", {{"w:type", "fixed"}});
        add(properties, "w:tblLook",
            {{"w:val", table.labelled ? "0680" : "06A0"},
             {"w:firstRow", table.labelled ? "0" : "1"},
             {"w:lastRow", "0"},
             {"w:firstColumn", "1"},
             {"w:lastColumn", "0"},
             {"w:noHBand", "1"},
             {"w:noVBand", "1"}});
        if (!table.title.empty()) add(properties, "w:tblCaption", {{"w:val", table.title}});
        if (!table.description.empty()) add(properties, "w:tblDescription", {{"w:val", table.description}});
        auto grid = add(out, "w:tblGrid");
        for (const auto each : table.widths) add(grid, "w:gridCol", {{"w:w", digits(each)}});
        for (std::size_t row = 0; row < table.rows.size(); ++row)
            write_row(out, table, table.rows[row], row + 1 < table.together);
    }

    /// The note at the foot of a page.
    void write_note(xml_node notes, std::size_t number, const std::vector<paper::Line>& lines) {
        auto note = add(notes, "w:footnote", {{"w:id", digits(around_.note_id(number))}});
        auto out = paragraph(note, "FootnoteText");
        add(run(out, kReference), "w:footnoteRef");
        add_run(out, " ");
        write_lines(out, lines);
    }

    xml_node paragraph(xml_node parent, std::string_view style) { return add_paragraph(parent, around_.style(style)); }

   private:
    xml_node run(xml_node paragraph, std::string_view style) {
        return styled_run(paragraph, style.empty() ? std::string() : around_.style(style));
    }

    static std::string style_of(const paper::Paragraph& paragraph) {
        using Kind = paper::Paragraph::Kind;
        switch (paragraph.kind) {
            case Kind::title: return "Title";
            case Kind::heading: return "Heading" + std::to_string(paragraph.level);
            case Kind::bullet: return "ListBullet";
            case Kind::caption: return "Caption";
            case Kind::note: return "NoteInList";
            case Kind::body: break;
        }
        return "Normal";
    }

    /// The first reference to a note is the footnote. A later one is a cross-reference to it, as Word makes them itself:
    /// its number follows when somebody adds a footnote of his own above it, and it leads to the note; a second footnote
    /// with the same text would do neither.
    void refer(xml_node paragraph, const paper::Reference& reference) {
        const auto number = digits(reference.number);
        const auto place = around_.place(reference.number);
        if (reference.listed) {
            auto link = add(paragraph, "w:hyperlink", {{"w:anchor", place}, {"w:history", "1"}});
            return fill(run(link, kReference), number);
        }
        if (!reference.first)
            return add_field(paragraph, "NOTEREF " + place + " \\f \\h", digits(around_.shown(reference.number)),
                             around_.style(kReference));
        const auto id = digits(around_.place_id(reference.number));
        add(paragraph, "w:bookmarkStart", {{"w:id", id}, {"w:name", place}});
        add(run(paragraph, kReference), "w:footnoteReference", {{"w:id", digits(around_.note_id(reference.number))}});
        add(paragraph, "w:bookmarkEnd", {{"w:id", id}});
    }

    void write_row(xml_node out, const paper::Table& table, const paper::Row& row, bool with_next) {
        using Kind = paper::Row::Kind;
        auto written = add(out, "w:tr");
        auto properties = add(written, "w:trPr");
        add(properties, "w:cantSplit");
        if (row.kind == Kind::names) add(properties, "w:tblHeader");
        for (std::size_t column = 0; column < row.cells.size(); ++column) {
            const auto& cell = row.cells[column];
            auto cell_out = add(written, "w:tc");
            auto about = add(cell_out, "w:tcPr");
            auto width = table.widths[column];
            if (row.kind == Kind::group)
                for (std::size_t other = 1; other < table.widths.size(); ++other) width += table.widths[other];
            add(about, "w:tcW", {{"w:w", digits(width)}, {"w:type", "dxa"}});
            if (row.kind == Kind::group && table.widths.size() > 1)
                add(about, "w:gridSpan", {{"w:val", digits(table.widths.size())}});
            // Said here too: not every word processor draws what the style of a table says of its first row.
            const auto accent = around_.accent();
            if (row.kind == Kind::names && !accent.empty()) add_borders(about, {"w:top", "w:bottom"}, accent);
            if (row.kind == Kind::facts || !accent.empty())
                add_shade(about, row.kind == Kind::facts ? paper::shade(cell.mark) : paper::kTint);
            if (row.kind == Kind::names) add(about, "w:vAlign", {{"w:val", "bottom"}});
            const auto style = row.kind == Kind::names         ? "TableHeading"
                               : row.kind == Kind::group       ? "TableGroup"
                               : table.labelled && column == 0 ? "TableLabel"
                               : cell.lines.size() > 1         ? "TableLine"
                                                               : "TableText";
            for (const auto& line : cell.lines) {
                auto said = paragraph(cell_out, style);
                if (with_next) add(said.child("w:pPr"), "w:keepNext");
                if (cell.to_the_right) add(said.child("w:pPr"), "w:jc", {{"w:val", "right"}});
                write_line(said, line);
            }
        }
    }

    Surroundings& around_;
};

/// The sheets of a part; in the paragraph that ends it, or at the end of the body for the last.
void add_section(xml_node parent, const paper::Part& part, const EveryPage& every_page) {
    auto out = add(parent, "w:sectPr");
    if (!every_page.header.empty()) add(out, "w:headerReference", {{"w:type", "default"}, {"r:id", every_page.header}});
    if (!every_page.footer.empty()) add(out, "w:footerReference", {{"w:type", "default"}, {"r:id", every_page.footer}});
    const auto width = digits(part.on_its_side ? paper::kLongSide : paper::kShortSide);
    const auto height = digits(part.on_its_side ? paper::kShortSide : paper::kLongSide);
    auto size = add(out, "w:pgSz", {{"w:w", width}, {"w:h", height}});
    if (part.on_its_side) set(size, "w:orient", "landscape");
    const auto margin = digits(paper::kMargin);
    add(out, "w:pgMar",
        {{"w:top", margin},
         {"w:right", margin},
         {"w:bottom", margin},
         {"w:left", margin},
         {"w:header", "567"},
         {"w:footer", "567"},
         {"w:gutter", "0"}});
}

/// The two lines that Word draws above footnotes.
void add_separator(xml_node notes, const std::string& style, const char* type, const char* id, const char* mark) {
    auto note = add(notes, "w:footnote", {{"w:type", type}, {"w:id", id}});
    add(add(add_paragraph(note, style), "w:r"), mark);
}

xml_node begin(pugi::xml_document& out, const char* name) {
    return add(out, name, {{"xmlns:w", kWord}, {"xmlns:r", kRelations}});
}

}  // namespace

xml_node add_paragraph(xml_node parent, std::string_view style) {
    auto out = add(parent, "w:p");
    add(add(out, "w:pPr"), "w:pStyle", {{"w:val", style}});
    return out;
}

void add_run(xml_node paragraph, std::string_view text) { fill(add(paragraph, "w:r"), text); }

void add_field(xml_node paragraph, const std::string& instruction, const std::string& shown, std::string_view style) {
    const auto mark = [&](const char* what) {
        add(styled_run(paragraph, style), "w:fldChar", {{"w:fldCharType", what}});
    };
    mark("begin");
    add_text(styled_run(paragraph, style), "w:instrText", " " + instruction + " ", {{"xml:space", "preserve"}});
    mark("separate");
    fill(styled_run(paragraph, style), shown);
    mark("end");
}

void write_blocks(xml_node parent, const std::vector<paper::Block>& blocks, Surroundings& around) {
    Writer writer(around);
    bool table_before = false;
    for (const auto& block : blocks) {
        const bool is_table = std::holds_alternative<paper::Table>(block);
        // Tables without anything between them would be one.
        const auto* text = std::get_if<paper::Paragraph>(&block);
        const bool is_heading = text != nullptr && text->kind == paper::Paragraph::Kind::heading;
        if (table_before && (is_table || (around.is_tight() && !is_heading))) writer.paragraph(parent, "TableGap");
        table_before = is_table;
        std::visit([&](const auto& each) { writer(parent, each); }, block);
    }
    // A paragraph ends it.
    if (table_before || blocks.empty()) writer.paragraph(parent, "TableEnd");
}

void begin_footnotes(pugi::xml_document& out, Surroundings& around) {
    auto notes = begin(out, "w:footnotes");
    const auto style = around.style("TableText");
    add_separator(notes, style, "separator", "-1", "w:separator");
    add_separator(notes, style, "continuationSeparator", "0", "w:continuationSeparator");
}

void write_footnote(xml_node notes, std::size_t number, const std::vector<paper::Line>& lines, Surroundings& around) {
    Writer(around).write_note(notes, number, lines);
}

void write_body(pugi::xml_document& out, const paper::Paper& paper, const EveryPage& every_page, Relations& relations) {
    auto body = add(begin(out, "w:document"), "w:body");
    OwnDocument own(relations);
    for (const auto& part : paper.parts) {
        write_blocks(body, part.blocks, own);
        const bool last = &part == &paper.parts.back();
        add_section(last ? body : body.last_child().child("w:pPr"), part, every_page);
    }
}

void write_footnotes(pugi::xml_document& out, const paper::Paper& paper, Relations& relations) {
    OwnDocument own(relations);
    begin_footnotes(out, own);
    for (std::size_t i = 0; i < paper.notes.size(); ++i)
        write_footnote(out.document_element(), i + 1, paper.notes[i], own);
}

}  // namespace belegd::render::word
