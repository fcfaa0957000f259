#include <string>

#include "render/archive.hpp"
#include "render/odt/content.hpp"
#include "render/paper.hpp"
#include "render/render.hpp"
#include "render/xml.hpp"

namespace belegd::render {
namespace {

constexpr std::string_view kMimeType = "application/vnd.oasis.opendocument.text";

std::string dense_part(const pugi::xml_document& document) { return written_xml(document, Layout::dense); }

std::string styles_for(const std::string& head, const paper::Locale& locale) {
    pugi::xml_document out;
    begin_as(out, "odt_styles.xml");
    const auto root = out.document_element();
    auto spoken = root.select_node("office:styles/style:default-style/style:text-properties").node();
    spoken.attribute("fo:language").set_value(std::string(locale.language).c_str());
    spoken.attribute("fo:country").set_value(std::string(locale.country).c_str());
    for (const auto& header : root.select_nodes("office:master-styles/style:master-page/style:header/text:p"))
        append_text(header.node(), head);
    return dense_part(out);
}

/// Without a day: same document, same bytes.
std::string about(const std::string& title, const paper::Locale& locale) {
    pugi::xml_document out;
    auto all = add(open_document::begin(out, "office:document-meta"), "office:meta");
    add_text(all, "meta:generator", "belegd");
    add_text(all, "dc:title", title);
    add_text(all, "meta:initial-creator", "belegd");
    add_text(all, "dc:creator", "belegd");
    add_text(all, "dc:language", std::string(locale.language) + "-" + std::string(locale.country));
    return dense_part(out);
}

std::string manifest(const std::vector<ArchivePart>& parts) {
    pugi::xml_document out;
    auto all =
        add(out, "manifest:manifest",
            {{"xmlns:manifest", "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"}, {"manifest:version", "1.2"}});
    const auto entry = [&](std::string_view path, std::string_view type) {
        return add(all, "manifest:file-entry", {{"manifest:full-path", path}, {"manifest:media-type", type}});
    };
    set(entry("/", kMimeType), "manifest:version", "1.2");
    for (const auto& part : parts)
        if (part.compressed) entry(part.name, "text/xml");
    return dense_part(out);
}

}  // namespace

std::string odt(const report::Document& document, Language language) {
    const auto paper = paper::laid_out(document, language);
    const auto locale = paper::locale(language);
    pugi::xml_document content;
    open_document::write_content(content, paper);
    // Who looks at the first bytes of a file must see there what it is.
    std::vector<ArchivePart> parts{{"mimetype", std::string(kMimeType), false},
                                   {"content.xml", dense_part(content)},
                                   {"styles.xml", styles_for(paper.head, locale)},
                                   {"meta.xml", about(paper.title, locale)}};
    parts.push_back({"META-INF/manifest.xml", manifest(parts)});
    return archive(parts);
}

}  // namespace belegd::render
