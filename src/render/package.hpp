#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "render/archive.hpp"

/// How the parts of a document of Word or Excel name each other, as the Open Packaging Conventions have it.
namespace belegd::render {

/// The part with what another refers to: `word/document.xml` ──► `word/_rels/document.xml.rels`.
std::string relations_of(const std::string& part);

/// What one part refers to: other parts, and pages on the web.
class Relations {
   public:
    Relations();
    /// The id of a relation (`rId1`) with a part: its kind (`styles`), and its name from where this part lies.
    std::string to_part(std::string_view kind, std::string_view target);
    /// The id of a relation with a page on the web; one for each address.
    std::string to_address(const std::string& address);
    bool empty() const { return !node_.first_child(); }
    std::string written() const;

   private:
    std::string add(std::string_view type, std::string_view target);

    pugi::xml_document document_;
    pugi::xml_node node_;
    std::vector<std::pair<std::string, std::string>> addresses_;  ///< with their ids
    std::size_t count_ = 0;
};

/// The parts of a package, and what each of them is.
class Package {
   public:
    Package();
    /// A part of a kind as its content type names it (`…wordprocessingml.styles+xml`), and what it refers to.
    void put(const std::string& name, std::string bytes, std::string_view content_type,
             const Relations* relations = nullptr);
    /// The archive, with the relations of the package itself.
    std::string take(const Relations& own);

   private:
    pugi::xml_document types_;
    pugi::xml_node all_types_;
    std::vector<ArchivePart> parts_;
};

/// What a package says of itself, without a day: same document, same bytes.
std::string core_properties(const std::string& title, const std::string& language);

}  // namespace belegd::render
