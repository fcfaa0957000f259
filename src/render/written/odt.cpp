#include <cstring>
#include <pugixml.hpp>

#include "render/archive.hpp"
#include "render/written/builder.hpp"

namespace belegd::render {
namespace {

using pugi::xml_node;

bool is_called(xml_node node, const char* name) { return std::strcmp(node.name(), name) == 0; }

class OpenReader {
   public:
    explicit OpenReader(xml_node content) {
        // Who saves a document gives each paragraph a style of its own, after the one that it had.
        for (const auto style : content.child("office:automatic-styles").children("style:style"))
            parents_.append_copy(style);
    }

    Written take() { return builder_.take(); }

    void read(xml_node node, int depth = 0) {
        if (depth > kDeepest) return;
        for (const auto child : node.children()) {
            if (is_called(child, "text:h")) {
                if (child.attribute("text:outline-level").as_int(1) > 0) builder_.heading(words_of(child));
            } else if (is_called(child, "text:p")) {
                if (!has_style(child, "Caption")) builder_.line(words_of(child));
            } else if (is_called(child, "table:table")) {
                builder_.begin_table();
                rows(child, false, 0);
            } else {
                read(child, depth + 1);
            }
        }
    }

   private:
    void rows(xml_node table, bool names, int depth) {
        if (depth > kDeepest) return;
        for (const auto child : table.children()) {
            if (is_called(child, "table:table-header-rows")) rows(child, true, depth + 1);
            if (is_called(child, "table:table-rows")) rows(child, names, depth + 1);
            if (!is_called(child, "table:table-row")) continue;
            std::vector<std::string> cells;
            for (const auto cell : child.children("table:table-cell")) cells.push_back(words_of(cell));
            if (names)
                builder_.columns(std::move(cells));
            else
                builder_.row(std::move(cells));
        }
    }

    bool has_style(xml_node node, const char* name) const {
        const std::string style = node.attribute("text:style-name").value();
        if (style == name) return true;
        const auto own = parents_.find_child_by_attribute("style:style", "style:name", style.c_str());
        return std::strcmp(own.attribute("style:parent-style-name").value(), name) == 0;
    }

    void gather(xml_node node, std::string& out, int depth = 0) const {
        if (depth > kDeepest) return;
        for (const auto child : node.children()) {
            if (child.type() == pugi::node_pcdata) {
                out += child.value();
                continue;
            }
            if (is_called(child, "text:note") || is_called(child, "text:note-ref") ||
                is_called(child, "text:tracked-changes"))
                continue;
            if (is_called(child, "text:a") && std::strncmp(child.attribute("xlink:href").value(), "#note", 5) == 0)
                continue;
            if (is_called(child, "text:line-break") || is_called(child, "text:tab") || is_called(child, "text:s"))
                out += ' ';
            gather(child, out, depth + 1);
            if (is_called(child, "text:p")) out += ' ';
        }
    }

    std::string words_of(xml_node node) const {
        std::string out;
        gather(node, out);
        return tidied_words(out);
    }

    pugi::xml_document parents_;
    WrittenBuilder builder_;
};

}  // namespace

std::optional<Written> written_in_odt(const std::string& bytes) {
    const auto part = part_of(bytes, "content.xml");
    pugi::xml_document document;
    if (!part || !document.load_buffer(part->data(), part->size(), pugi::parse_default | pugi::parse_ws_pcdata))
        return std::nullopt;
    const auto content = document.child("office:document-content");
    OpenReader reader(content);
    reader.read(content.child("office:body").child("office:text"));
    return reader.take();
}

}  // namespace belegd::render
