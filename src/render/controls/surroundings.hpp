#pragma once

#include <cstddef>
#include <pugixml.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "render/controls/found.hpp"
#include "render/controls/house_style.hpp"
#include "render/controls/word_package.hpp"
#include "render/docx/body.hpp"
#include "render/paper.hpp"

/// What our content takes from the document that it is put into: its styles, and numbers that nothing there has.
namespace belegd::render::controls {

/// What of a text stands outside the content that goes, and what goes with that.
class Outside {
   public:
    Outside(const XmlPart& text, const std::vector<pugi::xml_node>& contents_that_go);

    std::set<std::string> relations;  ///< that stay needed
    std::set<std::string> notes;      ///< footnotes that are referred to
    std::set<std::string> notes_that_go;
    std::size_t highest_place = 0;
    std::string place_of_note;  ///< how the names of the places of our notes begin

    /// Whether something stands in a footnote that goes.
    bool goes_with_a_note(pugi::xml_node node) const;

   private:
    void read(pugi::xml_node parent, const std::set<pugi::xml_node>& that_go, bool goes);
    std::set<std::string> places_;
};

class House : public word::Surroundings {
   public:
    House(WordPackage& package, HouseStyle& style, const Outside& outside);

    std::string style(std::string_view id) override { return style_.id_of(id); }
    std::string link(const std::string& address) override { return links_->to_address(address); }
    void list(pugi::xml_node properties) override { style_.list(properties); }
    std::string accent() const override { return style_.accent(); }
    bool is_tight() const override { return true; }  // styles of a house part paragraphs by what stands below them
    std::string place(std::size_t number) const override { return place_of_note_ + std::to_string(number); }
    std::size_t place_id(std::size_t number) const override { return first_place_ + number; }
    std::size_t note_id(std::size_t number) const override { return first_note_ + number; }
    std::size_t shown(std::size_t number) const override { return number < shown_.size() ? shown_[number] : number; }

    /// Which numbers Word will give to notes at the foot: it counts those of the document too.
    void number(const paper::Excerpts& written, const std::vector<const Control*>& controls);
    /// Makes new content fit in a part: places that are there twice, and the names of its kinds of attributes.
    void settle(pugi::xml_node content, const XmlPart& part);
    /// Notes at the foot instead of those that go.
    void write_notes(const std::vector<std::vector<paper::Line>>& notes, const Outside& outside);
    /// Writes down what is new among relations.
    void finish();

   private:
    WordPackage& package_;
    HouseStyle& style_;
    PartRelations of_text_;
    std::unique_ptr<PartRelations> of_notes_;
    PartRelations* links_;
    std::string place_of_note_;
    std::size_t first_place_, first_note_ = 0;
    std::vector<std::size_t> shown_;
    std::set<std::string> placed_;
};

}  // namespace belegd::render::controls
