// Any bytes as somebody's Word document that is to be filled: as the whole file, and as the parts of one. What can be filled
// can be filled again, and is then the same.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "render/archive.hpp"
#include "render/controls/controls.hpp"
#include "render/written/written.hpp"

namespace {

constexpr std::size_t kLongest = 64 << 10;  // bytes

belegd::report::Document appendix() {
    using namespace belegd::report;
    Document out;
    out.title = "Taken & <zo>";
    out.dated = "1 maart 2027";
    out.blocks.emplace_back(Heading{2, "Wie doet wat", Section::work});
    Table table;
    table.columns = {"onderdeel", "nu"};
    table.rows = {{Cell("uitvoering", {1}), Cell("Leiden, https://example.org", {1})}};
    out.blocks.emplace_back(table);
    out.blocks.emplace_back(Bullets{{Cell("een", {1})}});
    out.blocks.emplace_back(Heading{2, "Bronnen", Section::sources});
    out.blocks.emplace_back(NoteList{});
    out.notes = {"Raadsvoorstel, https://example.org/a"};
    return out;
}

void fill(const std::string& bytes) {
    using namespace belegd;
    static const auto document = appendix();
    const auto once = render::filled(bytes, document, Language::nl);
    (void)render::filled(bytes, document, Language::en, render::Purpose::comparing);
    if (once.bytes.empty()) return;
    (void)render::written_in_docx(once.bytes);
    const auto twice = render::filled(once.bytes, document, Language::nl);
    if (twice.bytes != once.bytes) std::abort();
}

std::string relations(const std::string& type, const std::string& target) {
    return "<Relationships><Relationship Id=\"a\" "
           "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" +
           type + "\" Target=\"" + target + "\"/></Relationships>";
}

void read(const std::string& bytes) {
    fill(bytes);
    const std::string word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    const std::string types =
        "<Types><Override PartName=\"/word/document.xml\" "
        "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";
    const auto control = "<w:document xmlns:w=\"" + word +
                         "\"><w:body><w:sdt><w:sdtPr><w:tag "
                         "w:val=\"overzicht-taken\"/></w:sdtPr><w:sdtContent/></w:sdt></w:body></w:document>";
    const auto file = [&](const std::string& text, const std::string& kind, const std::string& part) {
        fill(belegd::render::archive({{"[Content_Types].xml", types},
                                      {"_rels/.rels", relations("officeDocument", "word/document.xml")},
                                      {"word/document.xml", text},
                                      {"word/_rels/document.xml.rels", relations(kind, "x.xml")},
                                      {"word/x.xml", part}}));
    };
    file("<w:document xmlns:w=\"" + word + "\"><w:body>" + bytes + "</w:body></w:document>", "header", bytes);
    for (const auto* kind : {"styles", "numbering", "footnotes", "settings"}) file(control, kind, bytes);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size <= kLongest) read(std::string(reinterpret_cast<const char*>(data), size));
    return 0;
}
