#include "render/controls/kept.hpp"

#include <cstring>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "render/controls/found.hpp"

namespace belegd::render::controls {
namespace {

using pugi::xml_node;

/// What begins and ends somewhere in a text, by its two names.
constexpr std::pair<const char*, const char*> kRanges[] = {
    {"w:bookmarkStart", "w:bookmarkEnd"}, {"w:commentRangeStart", "w:commentRangeEnd"}, {"w:permStart", "w:permEnd"}};

struct Marks : pugi::xml_tree_walker {
    std::vector<xml_node> begins, ends, references;

    bool for_each(xml_node& node) override {
        for (const auto& [begin, end] : kRanges) {
            if (std::strcmp(node.name(), begin) == 0) begins.push_back(node);
            if (std::strcmp(node.name(), end) == 0) ends.push_back(node);
        }
        if (std::strcmp(node.name(), "w:r") == 0 && node.child("w:commentReference")) references.push_back(node);
        return true;
    }
};

std::string key_of(xml_node mark) {
    for (const auto& [begin, end] : kRanges)
        if (std::strcmp(mark.name(), end) == 0) return std::string(begin) + mark.attribute("w:id").value();
    return std::string(mark.name()) + mark.attribute("w:id").value();
}

/// The place of a note, which the new content has itself.
bool is_place_of_note(xml_node mark) {
    return std::string_view(mark.attribute("w:name").value()).starts_with(kPlaceOfNote);
}

xml_node first_paragraph(xml_node content) {
    if (const auto child = content.child("w:p")) return child;
    return content.find_node([](xml_node node) { return std::strcmp(node.name(), "w:p") == 0; });
}

xml_node last_paragraph(xml_node content) {
    for (auto node = content.last_child(); node; node = node.previous_sibling())
        if (std::strcmp(node.name(), "w:p") == 0) return node;
    return first_paragraph(content);
}

}  // namespace

void keep_marks(xml_node old_content, xml_node new_content) {
    Marks marks;
    old_content.traverse(marks);
    if (marks.begins.empty() && marks.ends.empty() && marks.references.empty()) return;
    // Within a line there is no paragraph.
    const bool is_line = !first_paragraph(new_content);
    auto first = is_line ? new_content : first_paragraph(new_content);
    auto last = is_line ? new_content : last_paragraph(new_content);
    std::set<std::string> begun, dropped;
    auto at = first.child("w:pPr");
    for (const auto mark : marks.begins) {
        if (is_place_of_note(mark)) {
            dropped.insert(key_of(mark));
            continue;
        }
        begun.insert(key_of(mark));
        at = at ? first.insert_copy_after(mark, at) : first.prepend_copy(mark);
    }
    std::vector<xml_node> at_end;
    for (const auto mark : marks.ends) {
        const auto key = key_of(mark);
        if (dropped.count(key) > 0) continue;
        const bool is_place = std::strcmp(mark.name(), "w:bookmarkEnd") == 0 && begun.count(key) > 0;
        if (is_place)
            first.append_copy(mark);
        else
            at_end.push_back(mark);
    }
    for (const auto mark : at_end) last.append_copy(mark);
    for (const auto run : marks.references) last.append_copy(run);
}

}  // namespace belegd::render::controls
