#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "report/document.hpp"

/// What controls may ask for.
namespace belegd::render::controls {

enum class Tag {
    title,
    dated,
    day,
    reference,
    section,  ///< one of the appendix
    drawing,
    appendix  ///< the whole of it
};

struct TagInfo {
    Tag tag;
    std::string_view nl, en;
    report::Section section = report::Section::none;

    bool is_line() const { return tag != Tag::section && tag != Tag::appendix; }
    Text name() const { return {std::string(nl), std::string(en)}; }
};

std::span<const TagInfo> tags();

/// Whatever its case and its language, with `-`, `_` or blanks between its words; null where it is none of ours.
const TagInfo* tag_named(std::string_view written);

/// The tag that a misspelt one may mean.
const TagInfo* tag_near(std::string_view written);

/// What the appendix calls one of its sections.
Text heading_of(report::Section section);

}  // namespace belegd::render::controls
