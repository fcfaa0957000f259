#include "render/controls/word_package.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include "base/fold.hpp"
#include "diagnostics/diagnostic.hpp"
#include "diagnostics/messages/controls.hpp"
#include "render/archive.hpp"
#include "render/docx/body.hpp"
#include "render/package.hpp"
#include "render/xml.hpp"

namespace belegd::render::controls {
namespace {

using pugi::xml_node;

constexpr std::string_view kOwnRelation = "belegdLink";
constexpr std::string_view kTypes = "[Content_Types].xml";
constexpr std::string_view kRelationsNamespace = "http://schemas.openxmlformats.org/package/2006/relationships";
constexpr std::string_view kDeclaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

std::string small_letters(std::string_view name) {
    std::string out(name);
    for (auto& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

std::string relation_type(std::string_view kind) { return std::string(word::kRelations) + "/" + std::string(kind); }

/// The part that another names from where it lies.
std::string target_of(const std::string& part, std::string_view target) {
    std::vector<std::string> steps;
    auto whole = target.starts_with('/') ? std::string(target.substr(1))
                                         : part.substr(0, part.rfind('/') + 1) + std::string(target);
    for (std::size_t at = 0; at <= whole.size();) {
        const auto end = std::min(whole.find('/', at), whole.size());
        auto step = whole.substr(at, end - at);
        if (step == ".." && !steps.empty())
            steps.pop_back();
        else if (step != "." && step != ".." && !step.empty())
            steps.push_back(std::move(step));
        at = end + 1;
    }
    std::string out;
    for (const auto& step : steps) out += (out.empty() ? "" : "/") + step;
    return out;
}

/// What a part of a kind begins with; others write the same with names that belegd does not know.
std::string root_of(std::string_view kind) {
    return kind == "header" ? "w:hdr" : kind == "footer" ? "w:ftr" : "w:" + std::string(kind);
}

/// An element as it is written into another.
std::string element(const char* name, Attributes attributes) {
    pugi::xml_document out;
    add(out, name, attributes);
    return inner_xml(out);
}

bool deeper_than(xml_node root, int most, int& deepest) {
    int depth = 0;
    for (auto node = root; node;) {
        deepest = std::max(deepest, depth);
        if (depth > most) return true;
        if (const auto child = node.first_child()) {
            node = child;
            ++depth;
            continue;
        }
        while (node != root && !node.next_sibling()) {
            node = node.parent();
            --depth;
        }
        if (node == root) break;
        node = node.next_sibling();
    }
    return false;
}

/// What a file is that is no archive.
Message kind_of_no_archive(std::string_view bytes) {
    constexpr std::string_view compound = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    using namespace std::string_view_literals;
    // A compound file holds the names of its parts in sixteen bits.
    constexpr auto encrypted = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv;
    if (bytes.starts_with(compound))
        return bytes.find(encrypted) != std::string_view::npos ? message::word_encrypted : message::word_is_old;
    return bytes.starts_with("PK") ? message::word_damaged : message::word_is_none;
}

}  // namespace

XmlPart::XmlPart(std::string part_name, std::string bytes)
    : name(std::move(part_name)), text(std::move(bytes)), changes(text) {
    constexpr unsigned all = pugi::parse_full | pugi::parse_ws_pcdata;
    const auto read = tree.load_buffer(text.data(), text.size(), all, pugi::encoding_utf8);
    readable = static_cast<bool>(read) && root();
    // A definition of its own kind is no part of a document, and may hide what stands there.
    std::size_t roots = 0;
    for (const auto node : tree.children()) {
        readable = readable && node.type() != pugi::node_doctype;
        if (node.type() == pugi::node_element) ++roots;
    }
    readable = readable && roots == 1;
    if (readable) deeper_than(root(), kDeepestPart, depth);
}

PartRelations::PartRelations(WordPackage& package, std::string part, const std::set<std::string>& needed)
    : package_(package), part_(std::move(part)) {
    auto* const known = package_.known_relations_of(part_);
    if (known == nullptr) return;
    const auto page = relation_type("hyperlink");
    for (const auto each : known->root().children()) {
        if (each.type() != pugi::node_element) continue;
        const std::string id = each.attribute("Id").value();
        if (each.attribute("Type").value() != page ||
            std::strcmp(each.attribute("TargetMode").value(), "External") != 0)
            continue;
        if (id.starts_with(kOwnRelation) && needed.count(id) == 0)
            known->changes.remove(each);
        else
            ids_.emplace(each.attribute("Target").value(), id);
    }
}

std::string PartRelations::to_address(const std::string& address) {
    const auto known = ids_.find(address);
    if (known != ids_.end()) return known->second;
    const auto taken = [&](const std::string& id) {
        return std::any_of(ids_.begin(), ids_.end(), [&](const auto& each) { return each.second == id; });
    };
    std::string id;
    do id = std::string(kOwnRelation) + std::to_string(++count_);
    while (taken(id));
    added_ +=
        element("Relationship",
                {{"Id", id}, {"Type", relation_type("hyperlink")}, {"Target", address}, {"TargetMode", "External"}});
    return ids_.emplace(address, id).first->second;
}

void PartRelations::finish() {
    if (added_.empty()) return;
    auto& relations = package_.relations_of(part_);
    relations.changes.put_last(relations.root(), std::exchange(added_, {}));
}

WordPackage::WordPackage(const std::string& bytes, std::vector<Text>& wrong) : bytes_(bytes), wrong_(wrong) {
    if (!bytes.starts_with("PK\x03\x04")) {
        wrong_.push_back(say(kind_of_no_archive(bytes)));
        return;
    }
    const auto contents = contents_of(bytes);
    if (!contents || contents->encrypted) {
        wrong_.push_back(say(contents ? message::word_encrypted : message::word_damaged));
        return;
    }
    for (const auto& name : contents->names) names_.emplace(small_letters(name), name);
    look_at_kinds();
    if (wrong_.empty()) find_main();
}

void WordPackage::look_at_kinds() {
    const auto kind = part_of(bytes_, "mimetype").value_or("");
    if (kind.starts_with("application/vnd.oasis.opendocument"))
        return wrong_.push_back(say(message::word_is_open_document));
    for (const auto& each : names_) {
        if (each.first.ends_with("vbaproject.bin")) return wrong_.push_back(say(message::word_has_macros));
        if (each.first.starts_with("_xmlsignatures/")) return wrong_.push_back(say(message::word_is_signed));
    }
    types_ = read(std::string(kTypes));
    if (types_ == nullptr && wrong_.empty()) wrong_.push_back(say(message::word_is_none));
}

void WordPackage::find_main() {
    auto* const package = read("_rels/.rels");
    if (!wrong_.empty()) return;
    std::string name;
    bool strict = false;
    if (package != nullptr)
        for (const auto each : package->root().children()) {
            const std::string_view type = each.attribute("Type").value();
            if (!type.ends_with("/officeDocument")) continue;
            strict = strict || type != relation_type("officeDocument");
            if (name.empty()) name = target_of("", each.attribute("Target").value());
        }
    std::string content_type;
    xml_node said;
    for (const auto each : types_->root().children("Override"))
        if (small_letters(each.attribute("PartName").value()) == "/" + small_letters(name)) said = each;
    if (!said)
        for (const auto each : types_->root().children("Default"))
            if (name.ends_with("." + std::string(each.attribute("Extension").value()))) said = each;
    content_type = said.attribute("ContentType").value();
    if (content_type.find("macroEnabled") != std::string::npos) return wrong_.push_back(say(message::word_has_macros));
    if (content_type.find("spreadsheetml") != std::string::npos) return wrong_.push_back(say(message::word_is_sheet));
    const bool is_template = content_type.ends_with("wordprocessingml.template.main+xml");
    if (!is_template && !content_type.ends_with("wordprocessingml.document.main+xml"))
        return wrong_.push_back(say(message::word_is_none));
    if (strict) return wrong_.push_back(say(message::word_is_strict));
    main_ = read(name);
    if (main_ == nullptr && wrong_.empty()) wrong_.push_back(say(message::word_damaged));
    if (!wrong_.empty()) return;
    const auto root = main_->root();
    if (std::strcmp(root.name(), "w:document") != 0 ||
        std::strcmp(root.attribute("xmlns:w").value(), word::kWord) != 0 || !root.child("w:body"))
        return wrong_.push_back(say(message::word_part_unreadable, {Text(main_->name)}));
    // What is made of a template is a document.
    if (is_template)
        types_->changes.set(said, "ContentType",
                            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml");
}

XmlPart* WordPackage::read(const std::string& name) {
    const auto known = parts_.find(small_letters(name));
    if (known != parts_.end()) return known->second.get();
    const auto written = names_.find(small_letters(name));
    if (written == names_.end()) return nullptr;
    auto bytes = render::part_of(bytes_, written->second);
    auto part = std::make_unique<XmlPart>(written->second, std::move(bytes).value_or(""));
    const std::string_view root = part->root().name();
    if (name == kTypes) part->readable = part->readable && root == "Types";
    if (name.ends_with(".rels")) part->readable = part->readable && root == "Relationships";
    if (!part->readable || part->depth > kDeepestPart) {
        wrong_.push_back(part->readable ? say(message::word_part_too_deep, {Text(part->name), number(kDeepestPart)})
                                        : say(message::word_part_unreadable, {Text(part->name)}));
        return nullptr;
    }
    return parts_.emplace(small_letters(name), std::move(part)).first->second.get();
}

XmlPart& WordPackage::made(const std::string& name, const std::string& text) {
    new_.insert(name);
    names_.emplace(small_letters(name), name);
    return *parts_.emplace(small_letters(name), std::make_unique<XmlPart>(name, text)).first->second;
}

std::vector<XmlPart*> WordPackage::parts_of_kind(std::string_view kind) {
    std::vector<XmlPart*> out;
    auto* const relations = read(render::relations_of(main_->name));
    if (relations == nullptr) return out;
    for (const auto each : relations->root().children()) {
        if (each.attribute("Type").value() != relation_type(kind)) continue;
        auto* const part = read(target_of(main_->name, each.attribute("Target").value()));
        if (part != nullptr && part->root().name() != root_of(kind)) {
            wrong_.push_back(say(message::word_part_unreadable, {Text(part->name)}));
            continue;
        }
        if (part != nullptr && std::find(out.begin(), out.end(), part) == out.end()) out.push_back(part);
    }
    return out;
}

XmlPart* WordPackage::part_of_kind(std::string_view kind) {
    const auto all = parts_of_kind(kind);
    return all.empty() ? nullptr : all.front();
}

XmlPart* WordPackage::known_relations_of(const std::string& part) { return read(render::relations_of(part)); }

XmlPart& WordPackage::relations_of(const std::string& part) {
    if (auto* const known = known_relations_of(part)) return *known;
    return made(render::relations_of(part), std::string(kDeclaration) + "<Relationships xmlns=\"" +
                                                std::string(kRelationsNamespace) + "\"></Relationships>");
}

XmlPart& WordPackage::made_part(std::string_view kind, const std::string& root) {
    if (auto* const known = part_of_kind(kind)) return *known;
    if (const auto known = of_kind_.find(std::string(kind)); known != of_kind_.end()) return *known->second;
    const auto folder = main_->name.substr(0, main_->name.rfind('/') + 1);
    auto file = std::string(kind) + ".xml";
    for (int i = 2; names_.count(small_letters(folder + file)) > 0; ++i)
        file = std::string(kind) + std::to_string(i) + ".xml";
    auto& relations = relations_of(main_->name);
    relations.changes.put_last(relations.root(), element("Relationship", {{"Id", "belegd_" + std::string(kind)},
                                                                          {"Type", relation_type(kind)},
                                                                          {"Target", file}}));
    types_->changes.put_last(
        types_->root(),
        element("Override", {{"PartName", "/" + folder + file},
                             {"ContentType", "application/vnd.openxmlformats-officedocument.wordprocessingml." +
                                                 std::string(kind) + "+xml"}}));
    auto& out = made(folder + file, std::string(kDeclaration) + "<" + root + " xmlns:w=\"" + word::kWord +
                                        "\" xmlns:r=\"" + word::kRelations + "\"></" + root + ">");
    of_kind_.emplace(kind, &out);
    return out;
}

std::string WordPackage::written() const {
    std::map<std::string, std::string> changed;
    for (const auto& [key, part] : parts_)
        if (auto text = part->changes.text(); text != part->text || new_.count(part->name) > 0)
            changed.emplace(part->name, std::move(text));
    return changed.empty() ? bytes_ : with_parts(bytes_, changed).value_or("");
}

}  // namespace belegd::render::controls
