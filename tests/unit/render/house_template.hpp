#pragma once

#include <string>
#include <utility>
#include <vector>

#include "render/archive.hpp"
#include "report/document.hpp"

/// The Word file of a municipality, as Dutch Word writes one: ids in Dutch, a header with a logo, data of its own, remarks.
namespace belegd::house {

inline const std::string kNames =
    R"( xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml")";
/// In the way of writing of other programs than ours.
inline const std::string kHead = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\r\n";
inline const std::string kOffice = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

inline std::string run(const std::string& words, const std::string& look = {}) {
    return "<w:r>" + (look.empty() ? "" : "<w:rPr>" + look + "</w:rPr>") + "<w:t xml:space='preserve'>" + words +
           "</w:t></w:r>";
}
inline std::string paragraph(const std::string& runs, const std::string& style = {}) {
    return "<w:p>" + (style.empty() ? "" : "<w:pPr><w:pStyle w:val='" + style + "'/></w:pPr>") + runs + "</w:p>";
}
inline std::string control(const std::string& tag, const std::string& content, const std::string& more = {}) {
    return "<w:sdt><w:sdtPr><w:tag w:val=\"" + tag + "\"/>" + more + "</w:sdtPr><w:sdtContent>" + content +
           "</w:sdtContent></w:sdt>";
}
inline const std::string kWaiting = "<w:rStyle w:val=\"Tijdelijk\"/>";
/// That waits for a text.
inline std::string block(const std::string& tag) {
    return control(tag, paragraph(run("Klik hier", kWaiting)), "<w:showingPlcHdr/>");
}
inline std::string inline_control(const std::string& tag, const std::string& more = "<w:showingPlcHdr/>") {
    return control(tag, run("[" + tag + "]", kWaiting), more);
}

inline std::string styles(const std::string& more = {}) {
    std::string out =
        kHead + "<w:styles" + kNames +
        "><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Standaard\"><w:name w:val=\"Normal\"/>"
        "</w:style><w:style w:type=\"character\" w:styleId=\"Tijdelijk\"><w:name w:val=\"Placeholder "
        "Text\"/></w:style><w:style w:type=\"table\" w:default=\"1\" w:styleId=\"Standaardtabel\"><w:name "
        "w:val=\"Normal Table\"/></w:style><w:style w:type=\"table\" w:styleId=\"Tabelraster\"><w:name "
        "w:val=\"Table Grid\"/></w:style>";
    for (const std::string level : {"1", "2", "3"})
        out.append("<w:style w:type=\"paragraph\" w:styleId=\"Kop")
            .append(level)
            .append("\"><w:name w:val=\"heading ")
            .append(level)
            .append("\"/><w:basedOn w:val=\"Standaard\"/><w:rPr><w:color w:val=\"006B3F\"/></w:rPr></w:style>");
    return out + more + "</w:styles>";
}

inline const std::string kSheet =
    "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId7\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar "
    "w:top=\"1417\" w:right=\"1417\" w:bottom=\"1417\" w:left=\"1417\" w:header=\"708\" w:footer=\"708\" "
    "w:gutter=\"0\"/></w:sectPr>";

/// A part that is written over that of the template, or beside it.
using Parts = std::vector<std::pair<std::string, std::string>>;

inline std::string relations(const std::vector<std::pair<std::string, std::string>>& all) {
    std::string out = kHead + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    int id = 6;
    for (const auto& [kind, target] : all)
        out.append("<Relationship Id=\"rId")
            .append(std::to_string(++id))
            .append("\" Type=\"")
            .append(kOffice)
            .append(kind)
            .append("\" Target=\"")
            .append(target)
            .append("\"/>");
    return out + "</Relationships>";
}

/// The file, with this between the body's tags.
inline std::string file(const std::string& body, const Parts& other = {},
                        const std::string& kind = "wordprocessingml.document.main+xml") {
    std::vector<render::ArchivePart> parts;
    const std::string word = "application/vnd.openxmlformats-officedocument.";
    const auto put = [&](const std::string& name, const std::string& bytes, bool compressed = true) {
        parts.push_back({name, bytes, compressed});
    };
    put("[Content_Types].xml",
        kHead +
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default "
            "Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" "
            "ContentType=\"" +
            word + kind + "\"/></Types>");
    put("_rels/.rels", relations({{"officeDocument", "word/document.xml"}}));
    put("word/document.xml", kHead + "<w:document" + kNames + "><w:body>" + body + kSheet + "</w:body></w:document>");
    put("word/_rels/document.xml.rels", relations({{"header", "header1.xml"},
                                                   {"styles", "styles.xml"},
                                                   {"comments", "/word/comments.xml"},
                                                   {"customXml", "../customXml/item1.xml"}}));
    put("word/styles.xml", styles());
    put("word/header1.xml",
        kHead + "<w:hdr" + kNames + ">" + paragraph(run("Gemeente: ") + inline_control("TITEL")) + "</w:hdr>");
    put("word/_rels/header1.xml.rels", relations({{"image", "media/logo.png"}}));
    put("word/media/logo.png", std::string("\x89PNG\r\n\x1a\n\0\x01\xFF", 11), false);
    put("word/comments.xml", kHead + "<w:comments" + kNames + "><w:comment w:id='3'/></w:comments>");
    put("customXml/item1.xml", "<zaak  xmlns='urn:x' ><nr a=\"1\"  /></zaak>\n");
    for (const auto& [name, bytes] : other) {
        bool there = false;
        for (auto& each : parts)
            if (each.name == name) each.bytes = bytes, there = true;
        if (!there) put(name, bytes);
    }
    return render::archive(parts);
}

}  // namespace belegd::house
