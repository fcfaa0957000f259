#pragma once

#include <cstddef>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "render/package.hpp"
#include "render/paper.hpp"

/// The text of a Word document; its elements in the order that ECMA-376 asks, because Word reads no other.
namespace belegd::render::word {

inline constexpr const char* kWord = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
inline constexpr const char* kRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The relations of the text with what stands on every page; empty: nothing does.
struct EveryPage {
    std::string header, footer;
};

/// What a text takes from the document that it stands in.
class Surroundings {
   public:
    virtual ~Surroundings() = default;
    /// The id that a style has there, by its id in docx_styles.xml.
    virtual std::string style(std::string_view id) = 0;
    /// The id of a relation of the text with a page on the web.
    virtual std::string link(const std::string& address) = 0;
    /// Completes the properties of a paragraph in a list, where its style alone makes it none.
    virtual void list(pugi::xml_node /*properties*/) {}
    /// The colour of lines around the names of columns; empty where the style of tables says how these look.
    virtual std::string accent() const { return std::string(paper::kAccent); }
    /// Whether text begins at once where a table ends, so that there must be something between them.
    virtual bool is_tight() const { return false; }
    /// The name of the place of a note, its id and that of the note at the foot.
    virtual std::string place(std::size_t number) const { return "_RefNote" + std::to_string(number); }
    virtual std::size_t place_id(std::size_t number) const { return number; }
    virtual std::size_t note_id(std::size_t number) const { return number; }
    /// The number that a note at the foot has there.
    virtual std::size_t shown(std::size_t number) const { return number; }
};

/// Blocks below each other, as the last of `parent`; the last of them is a paragraph.
void write_blocks(pugi::xml_node parent, const std::vector<paper::Block>& blocks, Surroundings& around);
/// A note at the foot of a page: `w:footnote` below `notes`.
void write_footnote(pugi::xml_node notes, std::size_t number, const std::vector<paper::Line>& lines,
                    Surroundings& around);
/// `w:footnotes` of a part without notes, with the two lines that Word draws above them.
void begin_footnotes(pugi::xml_document& out, Surroundings& around);

/// word/document.xml
void write_body(pugi::xml_document& out, const paper::Paper& paper, const EveryPage& every_page, Relations& relations);

/// word/footnotes.xml
void write_footnotes(pugi::xml_document& out, const paper::Paper& paper, Relations& relations);

/// A paragraph with a style, in a part of its own: `w:p` below `parent`.
pugi::xml_node add_paragraph(pugi::xml_node parent, std::string_view style);
/// A run of text.
void add_run(pugi::xml_node paragraph, std::string_view text);
/// What Word works out itself (`PAGE`), with what is shown until it does, and to readers that work nothing out.
void add_field(pugi::xml_node paragraph, const std::string& instruction, const std::string& shown,
               std::string_view style = {});

}  // namespace belegd::render::word
