#include "render/controls/found.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <functional>
#include <string_view>

#include "diagnostics/diagnostic.hpp"
#include "diagnostics/messages/controls.hpp"

namespace belegd::render::controls {
namespace {

using pugi::xml_node;
using Level = Control::Level;

bool is_called(xml_node node, std::string_view name) { return node.name() == name; }

bool is_any_of(xml_node node, std::initializer_list<std::string_view> names) {
    return std::any_of(names.begin(), names.end(), [&](auto name) { return is_called(node, name); });
}

xml_node ancestor(xml_node node, std::initializer_list<std::string_view> names) {
    for (node = node.parent(); node; node = node.parent())
        if (is_any_of(node, names)) return node;
    return {};
}

Level level_of(xml_node control) {
    const auto around = ancestor(control, {"w:p", "w:tbl", "w:tr", "w:tc", "w:body", "w:txbxContent", "w:hdr", "w:ftr",
                                           "w:footnote", "w:endnote"});
    if (is_called(around, "w:p")) return Level::run;
    if (is_called(around, "w:tr")) return Level::cell;
    return is_called(around, "w:tbl") ? Level::row : Level::block;
}

constexpr auto kTracked = {"w:ins",       "w:del",         "w:moveFrom",   "w:moveTo",         "w:rPrChange",
                           "w:pPrChange", "w:tblPrChange", "w:trPrChange", "w:tcPrChange",     "w:sectPrChange",
                           "w:cellIns",   "w:cellDel",     "w:cellMerge",  "w:numberingChange"};

bool is_tracked(xml_node node) {
    return std::any_of(kTracked.begin(), kTracked.end(), [&](const char* name) { return is_called(node, name); });
}

bool holds(xml_node in, const std::function<bool(xml_node)>& what) { return static_cast<bool>(in.find_node(what)); }

xml_node element_before(xml_node node) {
    for (node = node.previous_sibling(); node; node = node.previous_sibling())
        if (node.type() == pugi::node_element && !is_any_of(node, {"w:bookmarkStart", "w:bookmarkEnd", "w:proofErr"}))
            return node;
    return {};
}

bool has_tracked_change(const Control& control) {
    for (auto node = control.node; node; node = node.parent())
        if (is_tracked(node)) return true;
    // A control that was put in or taken out itself lies between two marks.
    const std::string_view before = element_before(control.node).name();
    return (before.starts_with("w:customXml") && before.ends_with("RangeStart")) || holds(control.node, is_tracked);
}

/// Goes through a part in the order of its text.
class Finder {
   public:
    Finder(Found& out, const HouseStyle* style) : out_(out), style_(style) {}

    void read(XmlPart& part, bool is_text) {
        part_ = &part;
        text_ = is_text;
        level_ = 0;
        notes_ = 0;
        visit(part.root(), nullptr, is_text);
    }

   private:
    void visit(xml_node parent, const Control* around, bool in_text) {
        for (const auto node : parent.children()) {
            if (node.type() != pugi::node_element) continue;
            const auto* within = around;
            if (is_called(node, "w:sdt")) {
                if (const auto* control = control_at(node, around, in_text))
                    within = fills(*control) ? control : around;
            } else if (is_called(node, "w:p") && within == nullptr && in_text && style_ != nullptr) {
                if (const auto level = style_->level_of(node); level > 0 && !words_of(node).empty()) level_ = level;
            } else if (is_called(node, "w:footnoteReference") && within == nullptr) {
                ++notes_;
            }
            visit(node, within, in_text && !is_called(node, "w:txbxContent"));
        }
    }

    static bool fills(const Control& control) { return control.info->tag != Tag::drawing; }

    const Control* control_at(xml_node node, const Control* around, bool in_text) {
        const std::string tag = node.child("w:sdtPr").child("w:tag").attribute("w:val").value();
        const auto* info = tag_named(tag);
        if (info == nullptr) {
            if (!tag.empty() && tag_near(tag) != nullptr) out_.near.push_back(tag);
            return nullptr;
        }
        auto control = std::make_unique<Control>(
            Control{info, tag, node, part_, controls::level_of(node), in_text, around, level_, {}, notes_});
        if (const auto before = element_before(node);
            style_ != nullptr && is_called(before, "w:p") && style_->level_of(before) > 0)
            control->heading_before = before;
        out_.controls.push_back(std::move(control));
        return out_.controls.back().get();
    }

    Found& out_;
    const HouseStyle* style_;
    XmlPart* part_ = nullptr;
    bool text_ = false;
    int level_ = 0;
    std::size_t notes_ = 0;
};

void find_in(WordPackage& package, Finder& finder) {
    finder.read(package.main(), true);
    for (const auto* kind : {"header", "footer", "footnotes", "endnotes"})
        for (auto* part : package.parts_of_kind(kind)) finder.read(*part, false);
}

/// Of what kind a control is that takes no text, as a message; and its name where that says no more.
const Message* refused_kind(xml_node properties, std::string& which) {
    static const std::array<std::pair<std::string_view, const Message*>, 13> all{
        {{"w:dropDownList", &message::control_is_list},
         {"w:comboBox", &message::control_is_list},
         {"w14:checkbox", &message::control_is_check_box},
         {"w:picture", &message::control_is_picture},
         {"w:docPartObj", &message::control_is_other},
         {"w:docPartList", &message::control_is_other},
         {"w:equation", &message::control_is_other},
         {"w:citation", &message::control_is_other},
         {"w:bibliography", &message::control_is_other},
         {"w:group", &message::control_is_other},
         {"w15:repeatingSection", &message::control_is_other},
         {"w15:repeatingSectionItem", &message::control_is_other},
         {"w15:webExtensionLinked", &message::control_is_other}}};
    for (const auto& [name, said] : all)
        if (properties.child(std::string(name).c_str())) {
            which = name.substr(name.find(':') + 1);
            return said;
        }
    return nullptr;
}

}  // namespace

xml_node Control::content() const {
    const auto all = node.child("w:sdtContent");
    return level == Level::cell ? all.child("w:tc") : all;
}

Found controls_of(WordPackage& package, const HouseStyle& style) {
    Found out;
    Finder finder(out, &style);
    find_in(package, finder);
    return out;
}

bool any_control(WordPackage& package) {
    Found out;
    Finder finder(out, nullptr);
    find_in(package, finder);
    return std::any_of(out.controls.begin(), out.controls.end(),
                       [](const auto& each) { return each->info->tag != Tag::drawing; });
}

std::vector<Text> wrong_with(const Control& control, bool overwriting) {
    const Text tag(control.tag);
    std::vector<Text> out;
    const auto refuse = [&](Message message) { out.push_back(say(message, {tag})); };
    std::string which;
    if (const auto* kind = refused_kind(control.properties(), which)) {
        out.push_back(say(*kind, {tag, Text(which)}));
        return out;
    }
    if (control.around != nullptr) out.push_back(say(message::control_within, {tag, Text(control.around->tag)}));
    const auto all = control.node.child("w:sdtContent");
    const auto cells = all.children("w:tc");
    if (control.level == Level::row || (control.level == Level::cell && std::distance(cells.begin(), cells.end()) != 1))
        refuse(message::control_around_row);
    if (!control.info->is_line()) {
        if (!control.in_text)
            refuse(message::control_outside_text);
        else if (control.level == Level::run)
            refuse(message::control_in_line);
        if (control.properties().child("w:text")) refuse(message::control_is_plain);
    }
    if (!overwriting) return out;
    if (has_tracked_change(control)) refuse(message::control_tracked);
    if (holds(all, [](xml_node node) { return is_called(node, "w:sectPr"); })) refuse(message::control_holds_section);
    return out;
}

std::string words_of(xml_node paragraph) {
    std::string out;
    struct Words : pugi::xml_tree_walker {
        std::string* out = nullptr;
        bool for_each(xml_node& node) override {
            if (is_called(node, "w:t")) *out += node.child_value();
            return true;
        }
    } words;
    words.out = &out;
    paragraph.traverse(words);
    return out;
}

namespace {

constexpr int kLeast = 1440, kBesideWord = 108;  ///< an inch; what Word leaves beside the text of a cell

int twips(xml_node node, const char* attribute, int otherwise) {
    const auto said = node.attribute(attribute);
    return said ? said.as_int(otherwise) : otherwise;
}

/// The sheets on which a block of the body stands: said at the end of its section.
xml_node section_of(xml_node block) {
    for (auto node = block; node; node = node.next_sibling()) {
        if (is_called(node, "w:sectPr")) return node;
        if (const auto said = node.child("w:pPr").child("w:sectPr")) return said;
    }
    return {};
}

int room_of_section(xml_node section) {
    constexpr int margin = 1417;
    const auto margins = section.child("w:pgMar");
    const int width = twips(section.child("w:pgSz"), "w:w", static_cast<int>(paper::kShortSide));
    const int text =
        width - twips(margins, "w:left", margin) - twips(margins, "w:right", margin) - twips(margins, "w:gutter", 0);
    const auto columns = section.child("w:cols");
    const int count = twips(columns, "w:num", 1);
    if (count < 2 || count > 45) return text;
    if (const auto first = columns.child("w:col")) return twips(first, "w:w", text / count);
    return (text - (count - 1) * twips(columns, "w:space", 720)) / count;
}

int room_of_cell(xml_node cell, int around) {
    const auto row = ancestor(cell, {"w:tr"}), table = ancestor(cell, {"w:tbl"});
    int all = 0;
    std::vector<int> grid;
    for (const auto column : table.child("w:tblGrid").children("w:gridCol")) {
        grid.push_back(twips(column, "w:w", 0));
        all += grid.back();
    }
    std::size_t at =
        static_cast<std::size_t>(std::max(twips(row.child("w:trPr").child("w:gridBefore"), "w:val", 0), 0));
    int width = 0;
    const auto spans = [](xml_node each) {
        return static_cast<std::size_t>(std::clamp(twips(each.child("w:tcPr").child("w:gridSpan"), "w:val", 1), 1, 63));
    };
    for (const auto each : row.select_nodes("w:tc | w:sdt/w:sdtContent/w:tc")) {
        if (each.node() != cell) {
            at += spans(each.node());
            continue;
        }
        for (std::size_t i = at; i < std::min(at + spans(cell), grid.size()); ++i) width += grid[i];
        break;
    }
    const auto own = cell.child("w:tcPr").child("w:tcW");
    if (std::strcmp(own.attribute("w:type").value(), "dxa") == 0 && own.attribute("w:w").as_int() > 0)
        width = own.attribute("w:w").as_int();
    if (width <= 0) width = around;
    const auto margins = table.child("w:tblPr").child("w:tblCellMar");
    const auto beside = [&](const char* one, const char* other) {
        const auto said = margins.child(one) ? margins.child(one) : margins.child(other);
        return twips(said, "w:w", kBesideWord);
    };
    return std::min(width, std::max(around, all)) - beside("w:left", "w:start") - beside("w:right", "w:end");
}

}  // namespace

paper::Twips room_of(const Control& control) {
    auto block = control.node;
    while (block.parent() && !is_called(block.parent(), "w:body")) block = block.parent();
    const int section = room_of_section(section_of(block));
    const auto cell = control.level == Level::cell ? control.content() : ancestor(control.node, {"w:tc"});
    const int room = cell ? room_of_cell(cell, section) : section;
    return static_cast<paper::Twips>(std::clamp(room, kLeast, 31'680));  // 22 inches: no paper of Word is wider
}

}  // namespace belegd::render::controls
