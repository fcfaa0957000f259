#include "render/package.hpp"

#include <algorithm>
#include <utility>

#include "render/xml.hpp"

namespace belegd::render {
namespace {

constexpr std::string_view kOffice = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
constexpr std::string_view kPackaged = "http://schemas.openxmlformats.org/package/2006/";

std::string named(std::string_view space, std::string_view name) { return std::string(space) + std::string(name); }

}  // namespace

std::string relations_of(const std::string& part) {
    const auto name = part.rfind('/') + 1;  // 0 without a folder
    return part.substr(0, name) + "_rels/" + part.substr(name) + ".rels";
}

Relations::Relations()
    : node_(render::add(document_, "Relationships", {{"xmlns", named(kPackaged, "relationships")}})) {}

std::string Relations::add(std::string_view type, std::string_view target) {
    auto id = "rId" + std::to_string(++count_);
    render::add(node_, "Relationship", {{"Id", id}, {"Type", type}, {"Target", target}});
    return id;
}

std::string Relations::to_part(std::string_view kind, std::string_view target) {
    // The properties are a matter of the package, all else of the document.
    return add(
        kind == "core-properties" ? named(kPackaged, "relationships/metadata/core-properties") : named(kOffice, kind),
        target);
}

std::string Relations::to_address(const std::string& address) {
    const auto known =
        std::find_if(addresses_.begin(), addresses_.end(), [&](const auto& each) { return each.first == address; });
    if (known != addresses_.end()) return known->second;
    auto id = add(named(kOffice, "hyperlink"), address);
    set(node_.last_child(), "TargetMode", "External");
    addresses_.emplace_back(address, id);
    return id;
}

std::string Relations::written() const { return written_xml(document_, Layout::dense); }

Package::Package() : all_types_(add(types_, "Types", {{"xmlns", named(kPackaged, "content-types")}})) {
    add(all_types_, "Default",
        {{"Extension", "rels"}, {"ContentType", "application/vnd.openxmlformats-package.relationships+xml"}});
    add(all_types_, "Default", {{"Extension", "xml"}, {"ContentType", "application/xml"}});
}

void Package::put(const std::string& name, std::string bytes, std::string_view content_type,
                  const Relations* relations) {
    add(all_types_, "Override",
        {{"PartName", "/" + name}, {"ContentType", named("application/vnd.openxmlformats-", content_type)}});
    parts_.push_back({name, std::move(bytes)});
    if (relations != nullptr && !relations->empty()) parts_.push_back({relations_of(name), relations->written()});
}

std::string Package::take(const Relations& own) {
    // Who reads the package as a stream needs the kinds of the parts before the parts.
    parts_.insert(parts_.begin(),
                  {{"[Content_Types].xml", written_xml(types_, Layout::dense)}, {relations_of(""), own.written()}});
    return archive(parts_);
}

std::string core_properties(const std::string& title, const std::string& language) {
    pugi::xml_document out;
    auto all = add(out, "cp:coreProperties",
                   {{"xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"},
                    {"xmlns:dc", "http://purl.org/dc/elements/1.1/"}});
    add_text(all, "dc:title", title);
    add_text(all, "dc:creator", "belegd");
    add_text(all, "dc:language", language);
    return written_xml(out, Layout::dense);
}

}  // namespace belegd::render
