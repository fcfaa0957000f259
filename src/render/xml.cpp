#include "render/xml.hpp"

#include <algorithm>
#include <cassert>

#include "base/source.hpp"
#include "render/template_file.hpp"

namespace belegd::render {
namespace {

constexpr std::string_view kBox = "\xEF\xBF\xBD";

/// How many bytes at the start of valid UTF-8 are a character that XML 1.0 leaves out, or drops itself; else 0.
std::size_t unholdable(std::string_view text) {
    if (static_cast<unsigned char>(text[0]) < 0x20) return text[0] == '\n' || text[0] == '\t' ? 0 : 1;
    return text.starts_with("\xEF\xBF\xBE") || text.starts_with("\xEF\xBF\xBF") ? 3 : 0;
}

struct Bytes : pugi::xml_writer {
    std::string text;
    void write(const void* bytes, std::size_t size) override { text.append(static_cast<const char*>(bytes), size); }
};

}  // namespace

std::string holdable(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        auto valid = text.substr(0, std::min(first_invalid_utf8(text), text.size()));
        text.remove_prefix(valid.size());
        while (!valid.empty()) {
            const auto left_out = unholdable(valid);
            if (left_out == 0)
                out += valid[0];
            else if (valid[0] != '\r')
                out += kBox;
            valid.remove_prefix(std::max<std::size_t>(left_out, 1));
        }
        if (text.empty()) break;
        out += kBox;
        text.remove_prefix(1);
    }
    return out;
}

void set(pugi::xml_node node, const char* name, std::string_view value) {
    node.append_attribute(name).set_value(holdable(value).c_str());
}

pugi::xml_node add(pugi::xml_node parent, const char* name, Attributes attributes) {
    auto out = parent.append_child(name);
    for (const auto& [key, value] : attributes) set(out, key, value);
    return out;
}

pugi::xml_node add_text(pugi::xml_node parent, const char* name, std::string_view text, Attributes attributes) {
    auto out = add(parent, name, attributes);
    append_text(out, text);
    return out;
}

void append_text(pugi::xml_node node, std::string_view text) {
    if (!text.empty()) node.append_child(pugi::node_pcdata).set_value(holdable(text).c_str());
}

std::string written_xml(const pugi::xml_document& document, Layout layout) {
    // A declaration that is a node of the document would come twice: there is none, and this is the only one.
    assert(document.first_child().type() != pugi::node_declaration);
    Bytes out;
    out.text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    const unsigned form = layout == Layout::indented ? pugi::format_indent : pugi::format_raw;
    document.save(out, " ", form | pugi::format_no_declaration, pugi::encoding_utf8);
    return out.text;
}

std::string inner_xml(pugi::xml_node parent) {
    Bytes out;
    for (const auto child : parent.children())
        child.print(out, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
    return std::move(out.text);
}

void begin_as(pugi::xml_document& document, std::string_view template_name) {
    const auto text = template_file(template_name);
    [[maybe_unused]] const auto read = document.load_buffer(text.data(), text.size());
    assert(read);
}

}  // namespace belegd::render
