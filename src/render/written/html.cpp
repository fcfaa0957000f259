#include <gumbo.h>

#include <cstring>
#include <memory>

#include "render/written/builder.hpp"

namespace belegd::render {
namespace {

bool has_class(const GumboNode& node, const char* name) {
    const auto* attribute = gumbo_get_attribute(&node.v.element.attributes, "class");
    return attribute != nullptr && std::strcmp(attribute->value, name) == 0;
}

bool is_element(const GumboNode& node) { return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE; }

template <typename Visit>
void each_child(const GumboNode& node, Visit visit) {
    for (unsigned i = 0; i < node.v.element.children.length; ++i)
        visit(*static_cast<const GumboNode*>(node.v.element.children.data[i]));
}

/// The words in a node, without references to notes and the ways back from them.
void gather(const GumboNode& node, std::string& out, int depth) {
    if (depth > kDeepest) return;
    if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE) {
        out += node.v.text.text;
        return;
    }
    if (!is_element(node)) return;
    if (node.v.element.tag == GUMBO_TAG_BR) out += ' ';
    if (node.v.element.tag == GUMBO_TAG_SUP || has_class(node, "back")) return;
    each_child(node, [&](const GumboNode& child) { gather(child, out, depth + 1); });
}

std::string words_of(const GumboNode& node) {
    std::string out;
    gather(node, out, 0);
    return tidied_words(out);
}

class Reader {
   public:
    Written take() { return builder_.take(); }

    void read(const GumboNode& node, int depth = 0) {
        if (!is_element(node) || depth > kDeepest) return;
        switch (node.v.element.tag) {
            case GUMBO_TAG_H1:
            case GUMBO_TAG_P:
            case GUMBO_TAG_LI: return builder_.line(words_of(node));
            case GUMBO_TAG_H2:
            case GUMBO_TAG_H3:
            case GUMBO_TAG_H4:
            case GUMBO_TAG_H5:
            case GUMBO_TAG_H6: return builder_.heading(words_of(node));
            case GUMBO_TAG_HEAD:
            case GUMBO_TAG_NAV:
            case GUMBO_TAG_CAPTION: return;
            case GUMBO_TAG_TABLE:
            case GUMBO_TAG_DL: builder_.begin_table(); break;
            case GUMBO_TAG_TR: return row(node);
            case GUMBO_TAG_DIV:
                if (node.parent != nullptr && is_element(*node.parent) && node.parent->v.element.tag == GUMBO_TAG_DL)
                    return row(node);
                break;
            default: break;
        }
        each_child(node, [&](const GumboNode& child) { read(child, depth + 1); });
    }

   private:
    void row(const GumboNode& node) {
        std::vector<std::string> cells;
        each_child(node, [&](const GumboNode& child) {
            if (is_element(child)) cells.push_back(words_of(child));
        });
        const bool names =
            node.parent != nullptr && is_element(*node.parent) && node.parent->v.element.tag == GUMBO_TAG_THEAD;
        if (names)
            builder_.columns(std::move(cells));
        else
            builder_.row(std::move(cells));
    }

    WrittenBuilder builder_;
};

}  // namespace

bool reads_html() { return true; }

std::optional<Written> written_in_html(const std::string& bytes) {
    if (bytes.find('<') == std::string::npos) return std::nullopt;
    const auto drop = [](GumboOutput* output) { gumbo_destroy_output(&kGumboDefaultOptions, output); };
    const std::unique_ptr<GumboOutput, decltype(drop)> page(
        gumbo_parse_with_options(&kGumboDefaultOptions, bytes.data(), bytes.size()), drop);
    Reader reader;
    reader.read(*page->root);
    return reader.take();
}

}  // namespace belegd::render
