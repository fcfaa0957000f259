#pragma once

#include <map>
#include <optional>
#include <pugixml.hpp>
#include <set>
#include <string>
#include <string_view>

#include "render/controls/word_package.hpp"

/// How a document of somebody else looks: its styles, its lists and the colour of its headings.
namespace belegd::render::controls {

class HouseStyle {
   public:
    explicit HouseStyle(WordPackage& package);

    /// The id there of a style of ours (its id in docx_styles.xml), found by its names; one that is not there is added.
    std::string id_of(std::string_view own);
    /// The style of tables that the document itself takes for new ones; else ours.
    std::string table();
    /// The colour of the first headings, for the lines of our tables; `auto` where it is none of its own, empty where tables
    /// have a style of the house.
    std::string accent() const;
    /// Makes a paragraph one of a list where its style does not.
    void list(pugi::xml_node properties);

    /// The level of a heading, from 1; 0 for a paragraph that is none.
    int level_of(pugi::xml_node paragraph) const;
    /// Whether a run has the style of a text that waits to be replaced.
    bool is_placeholder(pugi::xml_node run) const;

    /// Writes down what is new.
    void finish();

   private:
    pugi::xml_node by_id(std::string_view id) const;
    pugi::xml_node by_names(pugi::xml_node own) const;
    /// The first of a style and those it is based on for which there is an answer.
    template <typename Answer, typename Ask>
    std::optional<Answer> inherited(pugi::xml_node style, Ask ask) const;
    std::string add(pugi::xml_node own);
    void tint(pugi::xml_node style) const;
    std::string bullets();

    WordPackage& package_;
    XmlPart* styles_;
    pugi::xml_document own_;
    std::map<std::string, std::string> ids_;  ///< by those of ours
    std::set<std::string> taken_;
    std::string added_, bullets_;
    std::string house_table_;
};

}  // namespace belegd::render::controls
