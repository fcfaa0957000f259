#include <algorithm>
#include <cstring>
#include <map>
#include <set>
#include <utility>

#include "base/fold.hpp"
#include "diagnostics/diagnostic.hpp"
#include "diagnostics/messages/controls.hpp"
#include "render/cells.hpp"
#include "render/controls/controls.hpp"
#include "render/controls/found.hpp"
#include "render/controls/house_style.hpp"
#include "render/controls/kept.hpp"
#include "render/controls/surroundings.hpp"
#include "render/controls/word_package.hpp"
#include "render/docx/body.hpp"
#include "render/paper.hpp"
#include "render/xml.hpp"
#include "syntax/words.hpp"

namespace belegd::render {
namespace controls {
namespace {

using pugi::xml_node;
using report::Section;
using Blocks = std::vector<report::Block>;

/// An appendix by its sections.
struct Divided {
    Blocks head;  ///< for whom, of which day, and what is said before the rest
    std::map<Section, Blocks> sections;

    explicit Divided(const report::Document& document) {
        auto now = Section::none;
        for (const auto& block : document.blocks) {
            const auto* heading = std::get_if<report::Heading>(&block);
            if (heading != nullptr && heading->section != Section::none) now = heading->section;
            (now == Section::none ? head : sections[now]).push_back(block);
        }
    }
};

/// Level by level deeper; no deeper than our styles go.
void lower(std::vector<paper::Block>& blocks, int by) {
    constexpr int deepest = 5;
    for (auto& block : blocks)
        if (auto* paragraph = std::get_if<paper::Paragraph>(&block);
            paragraph != nullptr && paragraph->kind == paper::Paragraph::Kind::heading)
            paragraph->level = std::clamp(paragraph->level + by, 1, deepest);
}

std::string_view without_number(std::string_view words) {
    while (!words.empty() && (is_digit(words.front()) || words.front() == '.' || words.front() == ' '))
        words.remove_prefix(1);
    return words;
}

class Filler {
   public:
    Filler(WordPackage& package, const report::Document& document, Language language, Purpose purpose, Filled& out)
        : package_(package),
          style_(package),
          document_(document),
          divided_(document),
          language_(language),
          purpose_(purpose),
          out_(out),
          found_(controls_of(package, style_)) {}

    void fill() {
        if (out_.wrong.empty()) choose();
        if (!out_.wrong.empty()) return;
        Outside outside(package_.main(), contents_that_go());
        House house(package_, style_, outside);
        for (const auto* each : lines_)
            if (!outside.goes_with_a_note(each->node)) fill_line(*each);
        fill_sections(house, outside);
        house.finish();
        style_.finish();
        out_.bytes = package_.written();
        if (out_.bytes.empty()) out_.wrong.push_back(say(message::word_damaged));
    }

   private:
    Text words_for(const TagInfo& info) const {
        switch (info.tag) {
            case Tag::title: return document_.title;
            case Tag::dated: return document_.dated;
            case Tag::day: return document_.day;
            case Tag::reference: return document_.reference;
            default: return {};
        }
    }

    /// What is filled, and what is in the way of it.
    void choose() {
        for (const auto& control : found_.controls) {
            const auto& info = *control->info;
            const Text tag(control->tag);
            if (info.tag == Tag::drawing) {
                remark(say(message::control_drawing, {tag}));
                continue;
            }
            if (info.is_line() && words_for(info).empty()) {
                using syntax::Word;
                const auto word = info.tag == Tag::dated ? Word::dated : Word::reference;
                remark(say(message::control_kept, {tag, syntax::info(word).phrase}));
                continue;
            }
            for (auto& each : wrong_with(*control, purpose_ == Purpose::writing)) wrong(std::move(each));
            (info.is_line() ? lines_ : sections_).push_back(control.get());
        }
        for (const auto& tag : found_.near) remark(say(message::control_near, {Text(tag), tag_near(tag)->name()}));
        if (found_.controls.empty()) {
            wrong(say(message::control_none));
            for (auto& each : std::exchange(out_.remarks, {})) wrong(std::move(each));
            std::vector<Text> known;
            for (const auto& each : tags()) known.push_back(each.name());
            wrong(say(message::control_known_tags, {listed(known)}));
            wrong(say(message::control_how));
        }
        const bool whole = std::any_of(sections_.begin(), sections_.end(),
                                       [](const auto* each) { return each->info->tag == Tag::appendix; });
        if (divided_.sections.count(Section::annex) > 0 && !whole && !found_.controls.empty())
            wrong(say(message::control_full_needs_whole, {tag_named("bijlage")->name()}));
    }

    void wrong(Text what) { add_once(out_.wrong, std::move(what)); }
    void remark(Text what) { add_once(out_.remarks, std::move(what)); }
    static void add_once(std::vector<Text>& all, Text what) {
        if (std::find(all.begin(), all.end(), what) == all.end()) all.push_back(std::move(what));
    }

    std::vector<xml_node> contents_that_go() const {
        std::vector<xml_node> out;
        for (const auto* all : {&lines_, &sections_})
            for (const auto* each : *all) out.push_back(each->node.child("w:sdtContent"));
        return out;
    }

    /// A line of text takes the look of what it replaces, or of what the control gives to who types in it.
    void fill_line(const Control& control) {
        const auto old = control.content();
        const bool waiting = static_cast<bool>(control.properties().child("w:showingPlcHdr"));
        const auto run =
            old.find_node([](xml_node each) { return std::strcmp(each.name(), "w:r") == 0 && each.child("w:t"); });
        const auto look =
            run && !waiting && !style_.is_placeholder(run) ? run.child("w:rPr") : control.properties().child("w:rPr");
        pugi::xml_document out;
        auto parent = out.append_child("content");
        auto line = parent;
        if (control.level != Control::Level::run) {
            line = parent.append_child("w:p");
            const auto paragraph = old.find_node([](xml_node each) { return std::strcmp(each.name(), "w:p") == 0; });
            if (const auto properties = paragraph.child("w:pPr")) line.append_copy(properties);
        }
        auto said = line.append_child("w:r");
        if (look) said.append_copy(look);
        add_text(said, "w:t", joined_lines(words_for(*control.info), language_), {{"xml:space", "preserve"}});
        put(control, parent);
    }

    Blocks blocks_for(const Control& control, bool with_head) const {
        if (control.info->tag == Tag::appendix) {
            auto out = divided_.head;
            for (const auto& [section, blocks] : divided_.sections) out.insert(out.end(), blocks.begin(), blocks.end());
            return out;
        }
        const auto section = divided_.sections.find(control.info->section);
        Blocks out;
        if (section == divided_.sections.end())
            out.emplace_back(
                report::Paragraph{report::Cell(say(message::control_no_section, {heading_of(control.info->section)}))});
        else
            out = section->second;
        const bool headed = section != divided_.sections.end();
        if (headed && says_heading(control)) out.erase(out.begin());
        if (with_head)
            out.insert(out.begin() + (headed && !says_heading(control) ? 1 : 0), divided_.head.begin(),
                       divided_.head.end());
        return out;
    }

    /// Whether the heading right above a control is that of its section.
    bool says_heading(const Control& control) const {
        if (!control.heading_before) return false;
        const auto words = words_of(control.heading_before);
        return folded(without_number(words)) == folded(heading_of(control.info->section).in(language_));
    }

    /// The first of these to have it is the one in short, which begins the appendix; else the first of all.
    const Control* for_the_head() const {
        for (const auto* each : sections_)
            if (each->info->tag == Tag::appendix) return nullptr;
        for (const auto* each : sections_)
            if (each->info->section == Section::in_short) return each;
        return sections_.empty() ? nullptr : sections_.front();
    }

    void fill_sections(House& house, Outside& outside) {
        bool listed = false;
        for (const auto* each : sections_)
            listed = listed || each->info->tag == Tag::appendix || each->info->section == Section::sources;
        std::vector<paper::Excerpt> excerpts;
        const auto* head = for_the_head();
        for (const auto* each : sections_) {
            excerpts.push_back({blocks_for(*each, each == head), room_of(*each)});
        }
        const bool has_list = listed && document_.lists_notes();
        auto written = paper::laid_out(excerpts, document_.notes, has_list, language_);
        house.number(written, sections_);
        for (std::size_t i = 0; i < sections_.size(); ++i) {
            const auto& control = *sections_[i];
            auto& blocks = written.blocks[i];
            const bool above_all = control.above == 0;
            const bool titled = control.info->tag == Tag::appendix && !has_title() && !document_.title.empty();
            lower(blocks, control.above - (says_heading(control) ? 1 : 0) + (titled && !above_all ? 1 : 0));
            if (titled) {
                using Kind = paper::Paragraph::Kind;
                const paper::Line title{pieces(joined_lines(document_.title, language_)), {}};
                blocks.insert(blocks.begin(), paper::Paragraph{above_all ? Kind::title : Kind::heading,
                                                               std::min(control.above + 1, 5),
                                                               {title},
                                                               report::Cell::Mark::none});
            }
            pugi::xml_document out;
            auto parent = out.append_child("content");
            word::write_blocks(parent, blocks, house);
            house.settle(parent, package_.main());
            put(control, parent);
        }
        house.write_notes(written.notes, outside);
    }

    bool has_title() const {
        return std::any_of(lines_.begin(), lines_.end(),
                           [](const auto* each) { return each->info->tag == Tag::title; });
    }

    /// New content for old, and what was only true of the old goes.
    void put(const Control& control, xml_node content) {
        auto& changes = control.part->changes;
        const auto all = control.node.child("w:sdtContent"), old = control.content();
        keep_marks(all, content);
        auto bytes = inner_xml(content);
        if (control.level == Control::Level::cell) {
            if (const auto properties = old.child("w:tcPr")) bytes = std::string(changes.written(properties)) + bytes;
            changes.put_instead(old, std::move(bytes));
        } else if (all) {
            changes.put_instead(all, std::move(bytes));
        } else {
            changes.put_last(control.node, "<w:sdtContent>" + bytes + "</w:sdtContent>");
        }
        const auto properties = control.properties();
        if (const auto waiting = properties.child("w:showingPlcHdr")) changes.remove(waiting);
        for (const auto* name : {"w:dataBinding", "w15:dataBinding"}) {
            const auto binding = properties.child(name);
            if (!binding) continue;
            changes.remove(binding);
            remark(say(message::control_unbound, {Text(control.tag)}));
        }
        if (const auto date = properties.child("w:date"); date.attribute("w:fullDate"))
            changes.set(date, "w:fullDate",
                        control.info->tag == Tag::dated && document_.dated_on ? iso(*document_.dated_on) + "T00:00:00Z"
                                                                              : std::string());
    }

    WordPackage& package_;
    HouseStyle style_;
    const report::Document& document_;
    Divided divided_;
    Language language_;
    Purpose purpose_;
    Filled& out_;
    Found found_;
    std::vector<const Control*> lines_, sections_;
};

}  // namespace
}  // namespace controls

Filled filled(const std::string& bytes, const report::Document& document, Language language, Purpose purpose) {
    Filled out;
    controls::WordPackage package(bytes, out.wrong);
    if (out.wrong.empty()) controls::Filler(package, document, language, purpose, out).fill();
    if (!out.wrong.empty()) out.bytes.clear();
    return out;
}

bool has_controls(const std::string& bytes) {
    std::vector<Text> wrong;
    controls::WordPackage package(bytes, wrong);
    return wrong.empty() && controls::any_control(package);
}

}  // namespace belegd::render
