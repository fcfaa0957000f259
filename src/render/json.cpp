#include <nlohmann/json.hpp>

#include "render/json_text.hpp"
#include "render/render.hpp"

namespace belegd::render {
namespace {

using Json = nlohmann::ordered_json;

Json value(const Text& text) { return in_both(text); }

Json value(const std::vector<Text>& texts) { return in_both(texts); }

const char* value(enum report::Cell::Mark mark) {
    switch (mark) {
        case report::Cell::Mark::attention: return "attention";
        case report::Cell::Mark::open: return "open";
        case report::Cell::Mark::none: break;
    }
    return "none";
}

Json value(const report::Cell& cell) {
    auto lines = Json::array();
    for (const auto& line : cell.lines) {
        auto& written = lines.emplace_back(Json{{"text", value(line.text)}, {"notes", line.notes}});
        if (!line.lead.empty()) written["lead"] = value(line.lead);
    }
    return {{"lines", std::move(lines)}, {"mark", value(cell.mark)}};
}

Json value(const std::vector<report::Cell>& cells) {
    auto out = Json::array();
    for (const auto& cell : cells) out.push_back(value(cell));
    return out;
}

Json value(const report::Heading& heading) {
    return {{"type", "heading"}, {"level", heading.level}, {"text", value(heading.text)}};
}

Json value(const report::Paragraph& paragraph) { return {{"type", "paragraph"}, {"content", value(paragraph.text)}}; }

Json value(const report::Bullets& bullets) { return {{"type", "bullets"}, {"items", value(bullets.items)}}; }

/// By row, the lines of the model that it rests on.
Json value(const std::vector<std::vector<report::Origin>>& origins) {
    auto out = Json::array();
    for (const auto& row : origins) {
        auto& lines = out.emplace_back(Json::array());
        for (const auto& each : row) lines.push_back({{"file", each.file}, {"line", each.line}});
    }
    return out;
}

Json value(const report::Table& table) {
    auto rows = Json::array(), groups = Json::array(), about = Json::array();
    for (const auto& row : table.rows) rows.push_back(value(row));
    for (const auto& group : table.groups)
        groups.push_back({{"before_row", group.first}, {"name", value(group.second)}});
    for (const auto& fact : table.about) about.push_back({{"name", value(fact.first)}, {"value", value(fact.second)}});
    return {{"type", "table"},
            {"caption", value(table.caption)},
            {"about", std::move(about)},
            {"across", value(table.across)},
            {"columns", value(table.columns)},
            {"groups", std::move(groups)},
            {"rows", std::move(rows)},
            {"origins", value(table.origins)}};
}

Json value(const report::Sheet& sheet) {
    auto rows = Json::array();
    for (const auto& row : sheet.rows) rows.push_back({{"label", value(row.first)}, {"content", value(row.second)}});
    return {{"type", "sheet"}, {"rows", std::move(rows)}};
}

Json value(const report::NoteList&) { return {{"type", "notes"}}; }

}  // namespace

std::string json(const report::Document& document) {
    auto blocks = Json::array();
    for (const auto& block : document.blocks)
        blocks.push_back(std::visit([](const auto& each) { return value(each); }, block));
    const Json all{{"title", value(document.title)}, {"blocks", std::move(blocks)}, {"notes", value(document.notes)}};
    return all.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace belegd::render
