#include <cstring>
#include <map>
#include <pugixml.hpp>

#include "base/fold.hpp"
#include "render/archive.hpp"
#include "render/written/builder.hpp"

namespace belegd::render {
namespace {

using pugi::xml_node;

bool is(xml_node node, const char* name) { return std::strcmp(node.name(), name) == 0; }

/// What styles are called: each program that saves a document gives them other ids, and keeps these names, in small letters
/// or not; Dutch ones where somebody made them so.
class Styles {
   public:
    explicit Styles(xml_node all) {
        for (const auto style : all.children("w:style"))
            names_[style.attribute("w:styleId").value()] = folded(style.child("w:name").attribute("w:val").value());
    }

    bool is_heading(xml_node paragraph) const {
        const auto name = of(paragraph.child("w:pPr").child("w:pStyle"));
        return name.starts_with("heading ") || name.starts_with("kop ");
    }
    bool is_caption(xml_node paragraph) const {
        const auto name = of(paragraph.child("w:pPr").child("w:pStyle"));
        return name == "caption" || name == "bijschrift";
    }
    /// A number of a note, in the list or at the foot.
    bool is_reference(xml_node run) const {
        const auto name = of(run.child("w:rPr").child("w:rStyle"));
        return name.starts_with("footnote ") || name == "voetnootmarkering";
    }

   private:
    std::string of(xml_node style) const {
        const std::string id = style.attribute("w:val").value();
        const auto known = names_.find(id);
        return known == names_.end() ? folded(id) : known->second;
    }

    std::map<std::string, std::string> names_;
};

class WordReader {
   public:
    explicit WordReader(xml_node styles) : styles_(styles) {}

    Written take() { return builder_.take(); }

    void read(xml_node body, int depth = 0) {
        if (depth > kDeepest) return;
        for (const auto node : body.children()) {
            if (is(node, "w:p")) {
                std::string text;
                gather(node, text);
                if (styles_.is_heading(node))
                    builder_.heading(text);
                else if (!styles_.is_caption(node))
                    builder_.line(text);
            } else if (is(node, "w:tbl")) {
                builder_.begin_table();
                for (const auto row : node.children("w:tr")) {
                    std::vector<std::string> cells;
                    for (const auto cell : row.children("w:tc")) cells.push_back(words_of(cell));
                    if (row.child("w:trPr").child("w:tblHeader"))
                        builder_.columns(std::move(cells));
                    else
                        builder_.row(std::move(cells));
                }
            } else if (is(node, "w:sdt")) {
                read(node.child("w:sdtContent"), depth + 1);
            }
        }
    }

   private:
    /// The words of a paragraph; of what somebody changed with marks on, what stands there now.
    void gather(xml_node node, std::string& out, int depth = 0) const {
        if (depth > kDeepest) return;
        for (const auto child : node.children()) {
            if (is(child, "w:t")) out += child.child_value();
            if (is(child, "w:br") || is(child, "w:tab") || is(child, "w:cr")) out += ' ';
            if (is(child, "w:del") || is(child, "w:moveFrom") || is(child, "w:pPr")) continue;
            if (is(child, "w:r") && styles_.is_reference(child)) continue;
            gather(child, out, depth + 1);
        }
    }

    std::string words_of(xml_node cell, int depth = 0) const {
        if (depth > kDeepest) return {};
        std::string out;
        for (const auto child : cell.children("w:p")) {
            gather(child, out);
            out += ' ';
        }
        for (const auto control : cell.children("w:sdt"))
            out += words_of(control.child("w:sdtContent"), depth + 1) + " ";
        return tidied_words(out);
    }

    Styles styles_;
    WrittenBuilder builder_;
};

}  // namespace

std::optional<Written> written_in_docx(const std::string& bytes) {
    const auto part = part_of(bytes, "word/document.xml");
    pugi::xml_document document;
    if (!part || !document.load_buffer(part->data(), part->size(), pugi::parse_default | pugi::parse_ws_pcdata))
        return std::nullopt;
    pugi::xml_document styles;
    if (const auto named = part_of(bytes, "word/styles.xml")) styles.load_buffer(named->data(), named->size());
    WordReader reader(styles.child("w:styles"));
    reader.read(document.child("w:document").child("w:body"));
    return reader.take();
}

}  // namespace belegd::render
