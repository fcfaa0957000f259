#include "render/controls/house_style.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include "base/fold.hpp"
#include "render/paper.hpp"
#include "render/xml.hpp"

namespace belegd::render::controls {
namespace {

using pugi::xml_node;

constexpr std::string_view kOwnList = "belegd";
constexpr int kMostBases = 32;

std::string value_of(xml_node node) { return node.attribute("w:val").value(); }

std::string name_of(xml_node style) { return folded(value_of(style.child("w:name"))); }

/// What programs that translate the names of styles into Dutch call them.
std::string in_dutch(const std::string& name) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 7> known{
        {{"title", "titel"},
         {"caption", "bijschrift"},
         {"strong", "zwaar"},
         {"normal", "standaard"},
         {"list bullet", "lijst opsom.teken"},
         {"footnote text", "voetnoottekst"},
         {"footnote reference", "voetnootmarkering"}}};
    if (name.starts_with("heading ")) return "kop " + name.substr(8);
    for (const auto& [english, dutch] : known)
        if (name == english) return std::string(dutch);
    return name;
}

bool has_alias(xml_node style, const std::string& wanted) {
    const auto all = value_of(style.child("w:aliases"));
    for (std::size_t at = 0; at <= all.size();) {
        const auto end = std::min(all.find_first_of(",;", at), all.size());
        if (folded(all.substr(at, end - at)) == wanted) return true;
        at = end + 1;
    }
    return false;
}

}  // namespace

HouseStyle::HouseStyle(WordPackage& package) : package_(package), styles_(package.part_of_kind("styles")) {
    begin_as(own_, "docx_styles.xml");
    if (styles_ == nullptr) styles_ = &package_.made_part("styles", "w:styles");
    for (const auto style : styles_->root().children("w:style"))
        taken_.insert(folded(style.attribute("w:styleId").value()));
    if (const auto* const settings = package_.part_of_kind("settings"))
        if (const auto chosen = by_id(value_of(settings->root().child("w:defaultTableStyle")));
            chosen && name_of(chosen) != "normal table")
            house_table_ = chosen.attribute("w:styleId").value();
}

xml_node HouseStyle::by_id(std::string_view id) const {
    if (id.empty()) return {};
    return styles_->root().find_child([&](xml_node each) {
        return std::strcmp(each.name(), "w:style") == 0 && each.attribute("w:styleId").value() == id;
    });
}

xml_node HouseStyle::by_names(xml_node own) const {
    const auto name = name_of(own);
    const auto dutch = in_dutch(name);
    const std::string_view type = own.attribute("w:type").value();
    const bool is_default = own.attribute("w:default").as_bool();
    std::array<xml_node, 4> found;  // by its name, an alias, a Dutch name, or what all others begin as
    for (const auto each : styles_->root().children("w:style")) {
        if (each.attribute("w:type").value() != type) continue;
        const auto keep = [&](std::size_t rank, bool fits) {
            if (fits && !found[rank]) found[rank] = each;
        };
        keep(0, name_of(each) == name);
        keep(1, has_alias(each, name));
        keep(2, name_of(each) == dutch);
        keep(3, is_default && each.attribute("w:default").as_bool());
    }
    for (const auto each : found)
        if (each) return each;
    return {};
}

template <typename Answer, typename Ask>
std::optional<Answer> HouseStyle::inherited(xml_node style, Ask ask) const {
    for (int i = 0; style && i < kMostBases; ++i) {
        if (std::optional<Answer> said = ask(style)) return said;
        style = by_id(value_of(style.child("w:basedOn")));
    }
    return std::nullopt;
}

std::string HouseStyle::id_of(std::string_view own) {
    const std::string key(own);
    if (own == "Overview" && !house_table_.empty()) return house_table_;
    if (const auto known = ids_.find(key); known != ids_.end()) return known->second;
    const auto style = own_.document_element().find_child_by_attribute("w:style", "w:styleId", key.c_str());
    const auto there = by_names(style);
    auto id = there ? std::string(there.attribute("w:styleId").value()) : add(style);
    return ids_.insert_or_assign(key, std::move(id)).first->second;
}

std::string HouseStyle::add(xml_node own) {
    const std::string key = own.attribute("w:styleId").value();
    auto id = key;
    for (int i = 2; taken_.count(folded(id)) > 0; ++i) id = key + "Belegd" + (i == 2 ? "" : std::to_string(i));
    taken_.insert(folded(id));
    ids_.emplace(key, id);
    pugi::xml_document out;
    auto style = out.append_copy(own);
    style.attribute("w:styleId").set_value(id.c_str());
    style.remove_attribute("w:default");
    for (const auto* other : {"w:basedOn", "w:next"})
        if (auto refers = style.child(other)) refers.attribute("w:val").set_value(id_of(value_of(refers)).c_str());
    if (auto number = style.child("w:pPr").child("w:numPr").child("w:numId"))
        number.attribute("w:val").set_value(bullets().c_str());
    tint(style);
    // The styles that it is based on come first.
    added_ += inner_xml(out);
    return id;
}

void HouseStyle::tint(xml_node style) const {
    const auto colour = accent().empty() ? std::string("auto") : accent();
    for (auto node = style.first_child(); node;) {
        for (const auto* each : {"w:val", "w:color"}) {
            const bool holds = std::strcmp(each, "w:color") == 0 || std::strcmp(node.name(), "w:color") == 0;
            if (auto said = node.attribute(each); holds && said && said.value() == paper::kAccent)
                said.set_value(colour.c_str());
        }
        if (node.first_child()) {
            node = node.first_child();
            continue;
        }
        while (node && node != style && !node.next_sibling()) node = node.parent();
        node = node == style ? xml_node() : node.next_sibling();
    }
}

std::string HouseStyle::table() { return id_of("Overview"); }

std::string HouseStyle::accent() const {
    if (!house_table_.empty()) return {};
    const auto heading = own_.document_element().find_child_by_attribute("w:style", "w:styleId", "Heading1");
    const auto said = inherited<std::string>(by_names(heading), [](xml_node style) -> std::optional<std::string> {
        const auto colour = value_of(style.child("w:rPr").child("w:color"));
        return colour.empty() ? std::nullopt : std::optional(colour);
    });
    const bool plain =
        said && said->size() == 6 && said->find_first_not_of("0123456789ABCDEFabcdef") == std::string::npos;
    return plain ? *said : "auto";
}

std::string HouseStyle::bullets() {
    if (!bullets_.empty()) return bullets_;
    auto& part = package_.made_part("numbering", "w:numbering");
    const auto root = part.root();
    int most_abstract = -1, most = 0;
    xml_node first, last;
    for (const auto each : root.children("w:abstractNum")) {
        const auto id = each.attribute("w:abstractNumId").as_int();
        most_abstract = std::max(most_abstract, id);
        if (value_of(each.child("w:name")) != kOwnList) continue;
        for (const auto number : root.children("w:num"))
            if (number.child("w:abstractNumId").attribute("w:val").as_int() == id)
                return bullets_ = number.attribute("w:numId").value();
    }
    for (const auto each : root.children("w:num")) {
        if (!first) first = each;
        last = each;
        most = std::max(most, each.attribute("w:numId").as_int());
    }
    bullets_ = std::to_string(most + 1);
    pugi::xml_document own, definition, number;
    begin_as(own, "docx_numbering.xml");
    auto abstract = definition.append_copy(own.document_element().child("w:abstractNum"));
    const auto id = std::to_string(most_abstract + 1);
    abstract.attribute("w:abstractNumId").set_value(id.c_str());
    auto name = abstract.insert_child_after("w:name", abstract.child("w:multiLevelType"));
    set(name, "w:val", kOwnList);
    abstract.child("w:lvl").remove_child("w:pStyle");
    render::add(render::add(number, "w:num", {{"w:numId", bullets_}}), "w:abstractNumId", {{"w:val", id}});
    // Definitions stand before the numbers that use them, and both before what closes the part.
    const auto closing = root.child("w:numIdMacAtCleanup");
    const auto put = [&](xml_node before, const pugi::xml_document& what) {
        if (before)
            part.changes.put_before(before, inner_xml(what));
        else
            part.changes.put_last(root, inner_xml(what));
    };
    put(first ? first : closing, definition);
    put(closing, number);
    return bullets_;
}

void HouseStyle::list(xml_node properties) {
    const auto style = by_id(value_of(properties.child("w:pStyle")));
    if (!style) return;  // it is one of ours, with its number
    const auto numbered = inherited<bool>(style, [](xml_node each) -> std::optional<bool> {
        return each.child("w:pPr").child("w:numPr") ? std::optional(true) : std::nullopt;
    });
    if (numbered) return;
    auto number = render::add(properties, "w:numPr");
    render::add(number, "w:ilvl", {{"w:val", "0"}});
    render::add(number, "w:numId", {{"w:val", bullets()}});
}

int HouseStyle::level_of(xml_node paragraph) const {
    const auto properties = paragraph.child("w:pPr");
    constexpr int most = 9;
    const auto level = [](xml_node node) -> std::optional<int> {
        const auto outline = node.child("w:pPr").child("w:outlineLvl").attribute("w:val");
        if (outline) return outline.as_int(most) + 1;
        const auto name = name_of(node);
        for (const std::string_view heading : {"heading ", "kop "})
            if (name.starts_with(heading) && name.size() == heading.size() + 1 && is_digit(name.back()))
                return name.back() - '0';
        return std::nullopt;
    };
    const auto own = properties.child("w:outlineLvl").attribute("w:val");
    const auto found = own ? std::optional(own.as_int(most) + 1)
                           : inherited<int>(by_id(value_of(properties.child("w:pStyle"))), level);
    return found && *found >= 1 && *found <= most ? *found : 0;
}

bool HouseStyle::is_placeholder(xml_node run) const {
    return name_of(by_id(value_of(run.child("w:rPr").child("w:rStyle")))) == "placeholder text";
}

void HouseStyle::finish() {
    if (!added_.empty()) styles_->changes.put_last(styles_->root(), std::exchange(added_, {}));
}

}  // namespace belegd::render::controls
