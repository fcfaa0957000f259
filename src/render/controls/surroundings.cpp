#include "render/controls/surroundings.hpp"

#include <algorithm>
#include <cstring>
#include <functional>
#include <utility>
#include <variant>

#include "render/xml.hpp"

namespace belegd::render::controls {
namespace {

using pugi::xml_node;

bool has_name(xml_node node, const char* name) { return std::strcmp(node.name(), name) == 0; }

std::size_t counted(const pugi::xml_attribute& number) {
    constexpr int most = 1 << 30;
    return static_cast<std::size_t>(std::clamp(number.as_int(), 0, most));
}

void each_below(xml_node parent, const std::function<void(xml_node)>& visit) {
    struct Walker : pugi::xml_tree_walker {
        const std::function<void(xml_node)>* visit = nullptr;
        bool for_each(xml_node& node) override {
            (*visit)(node);
            return true;
        }
    } walker;
    walker.visit = &visit;
    parent.traverse(walker);
}

template <typename Visit>
void each_line(const std::vector<paper::Block>& blocks, Visit visit) {
    for (const auto& block : blocks) {
        if (const auto* paragraph = std::get_if<paper::Paragraph>(&block))
            for (const auto& line : paragraph->lines) visit(line);
        if (const auto* table = std::get_if<paper::Table>(&block))
            for (const auto& row : table->rows)
                for (const auto& cell : row.cells)
                    for (const auto& line : cell.lines) visit(line);
    }
}

}  // namespace

Outside::Outside(const XmlPart& text, const std::vector<xml_node>& contents_that_go) : place_of_note(kPlaceOfNote) {
    read(text.root(), {contents_that_go.begin(), contents_that_go.end()}, false);
    for (const auto& each : notes) notes_that_go.erase(each);
    const auto taken = [&] {
        return std::any_of(places_.begin(), places_.end(),
                           [&](const auto& each) { return each.starts_with(place_of_note); });
    };
    while (taken()) place_of_note += "_";
}

void Outside::read(xml_node parent, const std::set<xml_node>& that_go, bool goes) {
    for (const auto node : parent.children()) {
        const bool now = goes || that_go.count(node) > 0;
        if (has_name(node, "w:footnoteReference")) (now ? notes_that_go : notes).insert(node.attribute("w:id").value());
        if (!now) {
            for (const auto attribute : node.attributes())
                if (std::strncmp(attribute.name(), "r:", 2) == 0) relations.insert(attribute.value());
            if (has_name(node, "w:bookmarkStart")) {
                places_.insert(node.attribute("w:name").value());
                highest_place = std::max(highest_place, counted(node.attribute("w:id")));
            }
        } else if (has_name(node, "w:bookmarkStart") &&
                   !std::string_view(node.attribute("w:name").value()).starts_with(kPlaceOfNote)) {
            highest_place = std::max(highest_place, counted(node.attribute("w:id")));
        }
        read(node, that_go, now);
    }
}

bool Outside::goes_with_a_note(xml_node node) const {
    for (; node; node = node.parent())
        if (has_name(node, "w:footnote")) return notes_that_go.count(node.attribute("w:id").value()) > 0;
    return false;
}

House::House(WordPackage& package, HouseStyle& style, const Outside& outside)
    : package_(package),
      style_(style),
      of_text_(package, package.main().name, outside.relations),
      links_(&of_text_),
      place_of_note_(outside.place_of_note),
      first_place_(outside.highest_place) {
    if (const auto* const notes = package_.part_of_kind("footnotes"))
        for (const auto note : notes->root().children("w:footnote"))
            if (outside.notes_that_go.count(note.attribute("w:id").value()) == 0)
                first_note_ = std::max(first_note_, counted(note.attribute("w:id")));
}

void House::number(const paper::Excerpts& written, const std::vector<const Control*>& controls) {
    for (std::size_t i = 0; i < controls.size(); ++i)
        each_line(written.blocks[i], [&](const paper::Line& line) {
            for (const auto& reference : line.notes) {
                if (!reference.first) continue;
                shown_.resize(std::max(shown_.size(), reference.number + 1), 0);
                shown_[reference.number] = reference.number + controls[i]->notes_before;
            }
        });
}

void House::settle(xml_node content, const XmlPart& part) {
    std::set<std::string> twice;
    std::vector<xml_node> marks;
    const bool declared = static_cast<bool>(part.root().attribute("xmlns:r"));
    each_below(content, [&](xml_node node) {
        if (!declared && has_name(node, "w:hyperlink") && node.attribute("r:id"))
            set(node, "xmlns:r", word::kRelations);
        if (has_name(node, "w:bookmarkStart") && !placed_.insert(node.attribute("w:name").value()).second) {
            twice.insert(node.attribute("w:id").value());
            marks.push_back(node);
        }
        if (has_name(node, "w:bookmarkEnd") && twice.count(node.attribute("w:id").value()) > 0) marks.push_back(node);
    });
    for (auto mark : marks) mark.parent().remove_child(mark);
}

void House::write_notes(const std::vector<std::vector<paper::Line>>& notes, const Outside& outside) {
    auto* part = package_.part_of_kind("footnotes");
    if (part == nullptr && notes.empty()) return;
    std::string added;
    if (part == nullptr) {
        part = &package_.made_part("footnotes", "w:footnotes");
        pugi::xml_document begun;
        word::begin_footnotes(begun, *this);
        added = inner_xml(begun.document_element());
    }
    std::set<std::string> needed;
    for (const auto note : part->root().children("w:footnote")) {
        if (outside.notes_that_go.count(note.attribute("w:id").value()) > 0) {
            part->changes.remove(note);
            continue;
        }
        each_below(note, [&](xml_node node) {
            for (const auto attribute : node.attributes())
                if (std::strncmp(attribute.name(), "r:", 2) == 0) needed.insert(attribute.value());
        });
    }
    of_notes_ = std::make_unique<PartRelations>(package_, part->name, needed);
    links_ = of_notes_.get();
    pugi::xml_document out;
    auto parent = out.append_child("content");
    for (std::size_t i = 0; i < notes.size(); ++i) word::write_footnote(parent, i + 1, notes[i], *this);
    settle(parent, *part);
    links_ = &of_text_;
    added += inner_xml(parent);
    if (!added.empty()) part->changes.put_last(part->root(), std::move(added));
}

void House::finish() {
    of_text_.finish();
    if (of_notes_) of_notes_->finish();
}

}  // namespace belegd::render::controls
