#include "unit/render/papers.hpp"

#include <doctest/doctest.h>

#include <fmt/format.h>
#include <zip.h>

#include <algorithm>
#include <cstring>
#include <pugixml.hpp>
#include <set>
#include <stdexcept>

#include "render/cells.hpp"
#include "render/xml.hpp"

namespace belegd::papers {
namespace {

using pugi::xml_node;

bool is(xml_node node, const char* name) { return std::strcmp(node.name(), name) == 0; }
std::string of(xml_node node, const char* attribute) { return node.attribute(attribute).value(); }

pugi::xml_document parsed(const Opened& from, const std::string& name) {
    pugi::xml_document out;
    const auto part = from.parts.find(name);
    if (part == from.parts.end()) throw std::runtime_error("no part " + name);
    if (const auto read =
            out.load_buffer(part->second.data(), part->second.size(), pugi::parse_full | pugi::parse_ws_pcdata);
        !read)
        throw std::runtime_error(name + ": " + read.description());
    // One declaration, and nothing else before the root.
    if (out.first_child().type() != pugi::node_declaration ||
        out.first_child().next_sibling() != out.document_element())
        throw std::runtime_error(name + ": no single declaration");
    return out;
}

void add_line(std::vector<std::string>& lines, const std::string& line) {
    if (!line.empty()) lines.push_back(line);
}

bool is_reference(xml_node run) { return of(run.child("w:rPr").child("w:rStyle"), "w:val") == "FootnoteReference"; }

/// The lines of a paragraph of Word.
void read_runs(xml_node paragraph, std::vector<std::string>& lines) {
    for (const auto child : paragraph.children()) {
        if (is(child, "w:r") && !is_reference(child)) {
            if (child.child("w:br")) lines.emplace_back();
            lines.back() += child.child("w:t").child_value();
        } else if (is(child, "w:hyperlink")) {
            read_runs(child, lines);
        }
    }
}

void read_paragraphs(xml_node node, std::vector<std::string>& out) {
    for (const auto child : node.children()) {
        if (!is(child, "w:p")) {
            read_paragraphs(child, out);
            continue;
        }
        std::vector<std::string> lines(1);
        read_runs(child, lines);
        for (const auto& line : lines) add_line(out, line);
    }
}

void read_open(xml_node node, std::vector<std::string>& lines, Said& said);

void read_open_paragraphs(xml_node node, std::vector<std::string>& out, Said& said) {
    for (const auto child : node.children()) {
        if (is(child, "table:title") || is(child, "table:desc")) continue;
        if (!is(child, "text:p") && !is(child, "text:h")) {
            read_open_paragraphs(child, out, said);
            continue;
        }
        std::vector<std::string> lines(1);
        read_open(child, lines, said);
        for (const auto& line : lines) add_line(out, line);
    }
}

void read_open(xml_node node, std::vector<std::string>& lines, Said& said) {
    for (const auto child : node.children()) {
        if (child.type() == pugi::node_pcdata) {
            lines.back() += child.value();
        } else if (is(child, "text:line-break")) {
            lines.emplace_back();
        } else if (is(child, "text:note")) {
            ++said.first_references;
            read_open_paragraphs(child.child("text:note-body"), said.notes, said);
        } else if (is(child, "text:span") && of(child, "text:style-name") == "Footnote_20_anchor") {
            if (child.child("text:note-ref")) ++said.later_references;
            if (of(child.child("text:a"), "xlink:href").starts_with("#")) ++said.listed_references;
        } else {
            read_open(child, lines, said);
        }
    }
}

class Reader {
   public:
    Reader(const report::Document& document, Language language) : document_(document), language_(language) {}

    Said take() {
        line(document_.title);
        for (const auto& block : document_.blocks) std::visit(*this, block);
        // Notes stand in the order in which the text comes upon them; who is not referred to, below the text.
        std::set<std::size_t> used;
        for (const auto note : order_) {
            used.insert(note);
            for (const auto& each : render::lines(document_.notes[note - 1], language_)) put(out_.notes, each);
        }
        if (document_.lists_notes()) return std::move(out_);
        bool any = false;
        for (std::size_t note = 1; note <= document_.notes.size(); ++note) {
            if (used.count(note) > 0) continue;
            if (!any) line(render::kNotes);
            any = true;
            for (const auto& each : render::lines(document_.notes[note - 1], language_)) put(out_.text, each);
        }
        return std::move(out_);
    }

    void operator()(const report::Heading& heading) {
        if (render::level_below_title(heading, document_) > 0) line(heading.text);
    }
    void operator()(const report::Paragraph& paragraph) { cell(paragraph.text); }
    void operator()(const report::Bullets& bullets) {
        for (const auto& item : bullets.items) cell(item);
    }
    void operator()(const report::Sheet& sheet) {
        for (const auto& [label, value] : sheet.rows) line(label), cell(value);
    }
    void operator()(const report::NoteList&) {
        for (std::size_t i = 0; i < document_.notes.size(); ++i) {
            auto all = render::lines(document_.notes[i], language_);
            all.front() = std::to_string(i + 1) + all.front();
            for (const auto& each : all) put(out_.text, each);
        }
    }
    void operator()(const report::Table& table) {
        line(table.caption);
        if (table.columns.empty()) return;
        for (const auto& column : table.columns) line(column);
        for (std::size_t row = 0; row <= table.rows.size(); ++row) {
            for (const auto& [before, name] : table.groups)
                if (before == row) line(name);
            if (row == table.rows.size()) break;
            for (std::size_t column = 0; column < table.columns.size(); ++column)
                if (column < table.rows[row].size()) cell(table.rows[row][column]);
        }
    }

   private:
    static void put(std::vector<std::string>& lines, const std::string& text) {
        add_line(lines, render::holdable(text));
    }
    void line(const Text& text) { put(out_.text, render::joined_lines(text, language_)); }

    void cell(const report::Cell& cell) {
        for (const auto& each : render::lines(cell, language_)) {
            put(out_.text, each.plain());
            for (const auto note : each.notes) {
                if (document_.lists_notes()) {
                    ++out_.listed_references;
                    continue;
                }
                const bool first = std::find(order_.begin(), order_.end(), note) == order_.end();
                if (first) order_.push_back(note);
                ++(first ? out_.first_references : out_.later_references);
            }
        }
    }

    const report::Document& document_;
    Language language_;
    Said out_;
    std::vector<std::size_t> order_;
};

/// The name of a part that another names from where it lies.
std::string from(const std::string& part, const std::string& target) {
    return part.substr(0, part.rfind('/') + 1) + target;
}

class DocxCheck {
   public:
    explicit DocxCheck(const std::string& bytes) : opened_(opened(bytes)) {}

    std::string wrong() {
        if (opened_.names.empty() || opened_.names.front() != "[Content_Types].xml") say("the kinds are not first");
        std::set<std::string> typed;
        const auto types = parsed(opened_, "[Content_Types].xml");
        for (const auto type : types.document_element().children("Override")) typed.insert(of(type, "PartName"));
        for (const auto& name : opened_.names) {
            parsed(opened_, name);
            if (name.ends_with(".rels") || name == "[Content_Types].xml") continue;
            if (typed.erase("/" + name) == 0) say(name + " has no kind");
            if (reached_.count(name) == 0) reach();
        }
        for (const auto& name : typed) say(name + " has a kind and is not there");
        for (const auto& name : opened_.names)
            if (!name.ends_with(".rels") && name != "[Content_Types].xml" && reached_.count(name) == 0)
                say("nothing leads to " + name);
        const auto text = parsed(opened_, "word/document.xml"), notes = parsed(opened_, "word/footnotes.xml");
        for (const auto note : notes.document_element().children("w:footnote")) {
            once(footnotes_, of(note, "w:id"), "footnote");
            read(note, "word/footnotes.xml");
        }
        read(text.document_element(), "word/document.xml");
        if (footnotes_.size() != referred_.size() + 2) say("a footnote without a reference");
        for (const auto& place : pointed_)
            if (bookmarks_.count(place) == 0) say("nothing is called " + place);
        return wrong_;
    }

   private:
    void say(const std::string& what) { wrong_ += what + "\n"; }
    void once(std::set<std::string>& all, const std::string& id, const char* what) {
        if (!all.insert(id).second) say(std::string(what) + " " + id + " twice");
    }

    /// Every part that relations lead to from the package.
    void reach() {
        std::vector<std::pair<std::string, std::string>> open{{"", "_rels/.rels"}};
        while (!open.empty()) {
            const auto [part, relations] = open.back();
            open.pop_back();
            if (opened_.parts.count(relations) == 0) continue;
            const auto read = parsed(opened_, relations);
            for (const auto relation : read.document_element().children()) {
                once(relations_[part], of(relation, "Id"), "relation");
                if (of(relation, "TargetMode") == "External") continue;
                const auto target = from(part, of(relation, "Target"));
                if (opened_.parts.count(target) == 0)
                    say(fmt::format("{} leads to {}, which is not there", relations, target));
                if (reached_.insert(target).second)
                    open.emplace_back(target, from(target, "_rels/" + target.substr(target.rfind('/') + 1) + ".rels"));
            }
        }
    }

    void read(xml_node node, const std::string& part) {
        if (node.attribute("r:id") && relations_[part].count(of(node, "r:id")) == 0)
            say("no relation " + of(node, "r:id"));
        if (is(node, "w:footnoteReference")) {
            once(referred_, of(node, "w:id"), "reference to footnote");
            if (footnotes_.count(of(node, "w:id")) == 0) say("no footnote " + of(node, "w:id"));
        }
        if (node.attribute("w:anchor")) pointed_.insert(of(node, "w:anchor"));
        if (is(node, "w:bookmarkStart")) once(bookmarks_, of(node, "w:name"), "bookmark");
        if (is(node, "w:instrText")) {
            const std::string instruction = node.child_value();
            if (instruction.starts_with(" NOTEREF "))
                pointed_.insert(instruction.substr(9, instruction.find(' ', 9) - 9));
        }
        if (is(node, "w:tbl")) read_table(node);
        for (const auto child : node.children()) read(child, part);
    }

    void read_table(xml_node table) {
        int width = 0, columns = 0;
        for (const auto column : table.child("w:tblGrid").children()) {
            ++columns;
            width += column.attribute("w:w").as_int();
        }
        if (width != table.child("w:tblPr").child("w:tblW").attribute("w:w").as_int()) say("columns make no table");
        if (is(table.next_sibling(), "w:tbl")) say("two tables that are one");
        for (const auto row : table.children("w:tr")) {
            int across = 0, wide = 0;
            for (const auto cell : row.children("w:tc")) {
                const auto span = cell.child("w:tcPr").child("w:gridSpan");
                across += span ? span.attribute("w:val").as_int() : 1;
                wide += cell.child("w:tcPr").child("w:tcW").attribute("w:w").as_int();
                if (!is(cell.last_child(), "w:p")) say("a cell does not end in a paragraph");
            }
            if (across != columns || wide != width) say("a row of other columns");
            if (!row.child("w:trPr").child("w:cantSplit")) say("a row that may be split");
        }
    }

    Opened opened_;
    std::string wrong_;
    std::set<std::string> reached_, footnotes_, referred_, bookmarks_, pointed_;
    std::map<std::string, std::set<std::string>> relations_;
};

}  // namespace

Opened opened(const std::string& bytes) {
    zip_error_t error;
    zip_error_init(&error);
    auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    auto* zip = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
    if (zip == nullptr) throw std::runtime_error("no archive");
    Opened out;
    const auto count = zip_get_num_entries(zip, 0);
    for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t>(count); ++i) {
        zip_stat_t about;
        if (zip_stat_index(zip, i, 0, &about) != 0) throw std::runtime_error("a part without a name");
        std::string text(about.size, '\0');
        auto* file = zip_fopen_index(zip, i, 0);
        if (file == nullptr || zip_fread(file, text.data(), text.size()) != static_cast<zip_int64_t>(text.size()))
            throw std::runtime_error("a part that cannot be read");
        zip_fclose(file);
        out.names.emplace_back(about.name);
        out.compressed[about.name] = about.comp_method != ZIP_CM_STORE;
        if (!out.parts.emplace(about.name, std::move(text)).second) throw std::runtime_error("a part twice");
    }
    zip_discard(zip);
    return out;
}

Part::Part(const std::string& bytes, const std::string& name) {
    const auto all = opened(bytes);
    const auto part = all.parts.find(name);
    REQUIRE(part != all.parts.end());
    REQUIRE(document.load_buffer(part->second.data(), part->second.size()));
}

Said said_by_docx(const std::string& bytes) {
    const auto from = opened(bytes);
    const auto text = parsed(from, "word/document.xml"), notes = parsed(from, "word/footnotes.xml");
    Said out;
    read_paragraphs(text.document_element().child("w:body"), out.text);
    for (const auto note : notes.document_element().children("w:footnote")) {
        if (note.attribute("w:type")) continue;  // the lines above notes
        const auto begin = out.notes.size();
        read_paragraphs(note, out.notes);
        if (out.notes.size() > begin) out.notes[begin].erase(0, 1);  // the blank behind its number
        if (out.notes.size() > begin && out.notes[begin].empty())
            out.notes.erase(out.notes.begin() + static_cast<std::ptrdiff_t>(begin));
    }
    out.first_references = text.select_nodes("//w:footnoteReference").size();
    out.later_references = text.select_nodes("//w:instrText[contains(., 'NOTEREF')]").size();
    out.listed_references = text.select_nodes("//w:hyperlink[@w:anchor]").size();
    return out;
}

Said said_by_odt(const std::string& bytes) {
    const auto content = parsed(opened(bytes), "content.xml");
    Said out;
    read_open_paragraphs(content.document_element().child("office:body"), out.text, out);
    return out;
}

Said said_by(const report::Document& document, Language language) { return Reader(document, language).take(); }

bool is_divided(const std::string& docx) {
    const auto text = opened(docx).parts.at("word/document.xml");
    return text.find("deel 1 van ") != std::string::npos || text.find("part 1 of ") != std::string::npos;
}

std::string lost(const Said& expected, const Said& found, bool divided) {
    // A part of a table comes upon notes before the next part does.
    if (divided
            ? !std::is_permutation(found.notes.begin(), found.notes.end(), expected.notes.begin(), expected.notes.end())
            : found.notes != expected.notes)
        return "other notes";
    if (found.first_references != expected.first_references) return "other footnotes";
    if (!divided && found.later_references != expected.later_references) return "other references";
    if (!divided && found.listed_references != expected.listed_references) return "other references to the list";
    if (!divided) {
        const auto [mine, other] =
            std::mismatch(expected.text.begin(), expected.text.end(), found.text.begin(), found.text.end());
        if (mine == expected.text.end() && other == found.text.end()) return {};
        return (mine == expected.text.end() ? "the end" : *mine) +
               " != " + (other == found.text.end() ? "the end" : *other);
    }
    for (const auto& line : expected.text)
        if (std::none_of(found.text.begin(), found.text.end(),
                         [&](const auto& each) { return each == line || each.starts_with(line + " ("); }))
            return "without " + line;
    return {};
}

std::string wrong_with_docx(const std::string& bytes) { return DocxCheck(bytes).wrong(); }

std::string wrong_with_odt(const std::string& bytes) {
    const auto from = opened(bytes);
    std::string out;
    const auto say = [&](const std::string& what) { out += what + "\n"; };
    if (from.names.empty() || from.names.front() != "mimetype" || from.compressed.at("mimetype"))
        say("no kind at its head");
    std::set<std::string> listed{"mimetype", "META-INF/manifest.xml"}, styles, kinds, notes;
    const auto manifest = parsed(from, "META-INF/manifest.xml");
    for (const auto entry : manifest.document_element().children()) listed.insert(of(entry, "manifest:full-path"));
    listed.erase("/");
    if (listed != std::set<std::string>(from.names.begin(), from.names.end())) say("the list of parts is another");
    const auto content = parsed(from, "content.xml"), named = parsed(from, "styles.xml");
    parsed(from, "meta.xml");
    for (const auto* part : {&content, &named})
        for (const auto& style : part->select_nodes("//style:style | //text:list-style | //style:master-page")) {
            const auto name = of(style.node(), "style:name");
            styles.insert(name);
            if (!kinds.insert(style.node().name() + of(style.node(), "style:family") + name).second)
                say("a style twice: " + name);
        }
    for (const auto* name : {"text:style-name", "table:style-name", "style:parent-style-name", "style:master-page-name",
                             "style:next-style-name", "style:list-style-name"})
        for (const auto* part : {&content, &named})
            for (const auto& use : part->select_nodes(("//@" + std::string(name)).c_str()))
                if (styles.count(use.attribute().value()) == 0) say(std::string("no style ") + use.attribute().value());
    for (const auto& note : content.select_nodes("//text:note"))
        if (!notes.insert(of(note.node(), "text:id")).second) say("a note twice");
    for (const auto& use : content.select_nodes("//text:note-ref"))
        if (notes.count(of(use.node(), "text:ref-name")) == 0) say("no note " + of(use.node(), "text:ref-name"));
    for (const auto& table : content.select_nodes("//table:table")) {
        const auto columns = table.node().select_nodes("table:table-column").size();
        for (const auto& row : table.node().select_nodes(".//table:table-row"))
            if (row.node().select_nodes("table:table-cell | table:covered-table-cell").size() != columns)
                say("a row of other columns");
    }
    return out;
}

}  // namespace belegd::papers
