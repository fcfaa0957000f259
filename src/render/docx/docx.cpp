#include <fmt/format.h>

#include "render/docx/body.hpp"
#include "render/package.hpp"
#include "render/paper.hpp"
#include "render/render.hpp"
#include "render/xml.hpp"

namespace belegd::render {
namespace {

std::string type_of(std::string_view part) { return fmt::format("officedocument.wordprocessingml.{}+xml", part); }

std::string dense(const pugi::xml_document& document) { return written_xml(document, Layout::dense); }

std::string styles_in(const std::string& language) {
    pugi::xml_document out;
    begin_as(out, "docx_styles.xml");
    auto spoken = out.select_node("/w:styles/w:docDefaults/w:rPrDefault/w:rPr/w:lang").node();
    for (const auto* script : {"w:val", "w:eastAsia"}) spoken.attribute(script).set_value(language.c_str());
    return dense(out);
}

std::string settings_in(const std::string& language) {
    pugi::xml_document out;
    begin_as(out, "docx_settings.xml");
    out.select_node("/w:settings/w:themeFontLang").node().attribute("w:val").set_value(language.c_str());
    return dense(out);
}

std::string numbering() {
    pugi::xml_document out;
    begin_as(out, "docx_numbering.xml");
    return dense(out);
}

std::string header(const std::string& title) {
    pugi::xml_document out;
    word::add_run(word::add_paragraph(add(out, "w:hdr", {{"xmlns:w", word::kWord}}), "Header"), title);
    return dense(out);
}

std::string footer() {
    pugi::xml_document out;
    auto paragraph = word::add_paragraph(add(out, "w:ftr", {{"xmlns:w", word::kWord}}), "Footer");
    word::add_field(paragraph, "PAGE", "1");
    word::add_run(paragraph, " / ");
    word::add_field(paragraph, "NUMPAGES", "1");
    return dense(out);
}

}  // namespace

std::string docx(const report::Document& document, Language language) {
    const auto paper = paper::laid_out(document, language);
    const auto spoken = fmt::format("{}-{}", paper::locale(language).language, paper::locale(language).country);

    Relations of_text, of_notes, own;
    of_text.to_part("styles", "styles.xml");
    of_text.to_part("numbering", "numbering.xml");
    of_text.to_part("settings", "settings.xml");
    of_text.to_part("footnotes", "footnotes.xml");
    word::EveryPage every_page;
    if (!paper.head.empty()) every_page.header = of_text.to_part("header", "header1.xml");
    every_page.footer = of_text.to_part("footer", "footer1.xml");
    pugi::xml_document text, notes;
    word::write_body(text, paper, every_page, of_text);
    word::write_footnotes(notes, paper, of_notes);

    Package out;
    out.put("word/document.xml", dense(text), type_of("document.main"), &of_text);
    out.put("word/footnotes.xml", dense(notes), type_of("footnotes"), &of_notes);
    out.put("word/styles.xml", styles_in(spoken), type_of("styles"));
    out.put("word/numbering.xml", numbering(), type_of("numbering"));
    out.put("word/settings.xml", settings_in(spoken), type_of("settings"));
    if (!paper.head.empty()) out.put("word/header1.xml", header(paper.head), type_of("header"));
    out.put("word/footer1.xml", footer(), type_of("footer"));
    out.put("docProps/core.xml", core_properties(paper.title, spoken), "package.core-properties+xml");
    own.to_part("officeDocument", "word/document.xml");
    own.to_part("core-properties", "docProps/core.xml");
    return out.take(own);
}

}  // namespace belegd::render
