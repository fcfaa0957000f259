#pragma once

#include <map>
#include <memory>
#include <optional>
#include <pugixml.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "render/controls/splices.hpp"

/// A Word document of somebody else as a package of parts.
namespace belegd::render::controls {

/// What lies deeper than this is no document.
inline constexpr int kDeepestPart = 256;

/// A part in XML: as it is written, as a tree, and what changes in it.
struct XmlPart {
    XmlPart(std::string part_name, std::string bytes);

    std::string name;
    const std::string text;
    pugi::xml_document tree;
    bool readable = false;
    int depth = 0;
    Splices changes;

    pugi::xml_node root() const { return tree.document_element(); }
};

class WordPackage {
   public:
    /// Says in `wrong` why it is no document to be filled; then nothing else may be asked of it.
    WordPackage(const std::string& bytes, std::vector<Text>& wrong);

    XmlPart& main() { return *main_; }
    /// The parts of a kind that the text refers to (`header`), in the order of its relations.
    std::vector<XmlPart*> parts_of_kind(std::string_view kind);
    /// The one of a kind; null where there is none.
    XmlPart* part_of_kind(std::string_view kind);
    /// The same; where there is none a new one, with a root and nothing in it.
    XmlPart& made_part(std::string_view kind, const std::string& root);
    /// The relations of a part, if it has any.
    XmlPart* known_relations_of(const std::string& part);
    /// The same; where it has none, new ones.
    XmlPart& relations_of(const std::string& part);

    /// The document with what changed in its parts; the same bytes where nothing did.
    std::string written() const;

   private:
    XmlPart* read(const std::string& name);
    XmlPart& made(const std::string& name, const std::string& text);
    void look_at_kinds();
    void find_main();

    const std::string& bytes_;
    std::vector<Text>& wrong_;
    std::map<std::string, std::string> names_;  ///< of the parts, by their names in small letters
    std::map<std::string, std::unique_ptr<XmlPart>> parts_;
    std::set<std::string> new_;                ///< parts that were not there
    std::map<std::string, XmlPart*> of_kind_;  ///< those, by their kind
    XmlPart* main_ = nullptr;
    XmlPart* types_ = nullptr;
};

/// What a part refers to. Of the pages on the web that stood in content that goes, those that nothing else needs go too.
class PartRelations {
   public:
    PartRelations(WordPackage& package, std::string part, const std::set<std::string>& needed);
    /// The id of a relation with a page on the web; one for each address.
    std::string to_address(const std::string& address);
    /// Writes down what is new.
    void finish();

   private:
    WordPackage& package_;
    std::string part_;
    std::map<std::string, std::string> ids_;  ///< by address
    std::string added_;
    std::size_t count_ = 0;
};

}  // namespace belegd::render::controls
