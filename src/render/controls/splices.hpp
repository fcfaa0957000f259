#pragma once

#include <cstddef>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

/// XML of somebody else, changed in places: every byte outside these stays as it was written.
namespace belegd::render::controls {

class Splices {
   public:
    /// The text that the tree was read from, without a change since.
    explicit Splices(std::string_view text) : text_(text) {}

    void remove(pugi::xml_node element);
    void replace(pugi::xml_node element, std::string with);
    /// Before an element, or at the end of what stands in one.
    void put_before(pugi::xml_node element, std::string what);
    void put_last(pugi::xml_node parent, std::string what);
    /// All that stands in an element.
    void put_instead(pugi::xml_node parent, std::string what);
    /// The value of an attribute in the tag that begins an element; empty takes the attribute away.
    void set(pugi::xml_node element, std::string_view attribute, std::string_view value);

    /// The text with all changes. Of two at one place the first asked for comes first; they do not overlap.
    std::string text() const;
    /// An element as it is written.
    std::string_view written(pugi::xml_node element) const;

   private:
    struct Change {
        std::size_t begin, end;
        std::string with;
    };
    struct Tags {
        std::size_t begin, after_first, before_last, end;  ///< `<a>`, what stands in it, `</a>`
        bool empty;                                        ///< `<a/>`
    };
    Tags tags_of(pugi::xml_node element) const;
    std::size_t end_of_tag(std::size_t begin) const;

    std::string_view text_;
    std::vector<Change> changes_;
};

}  // namespace belegd::render::controls
