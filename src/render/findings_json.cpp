#include <nlohmann/json.hpp>

#include "render/findings.hpp"
#include "render/json_text.hpp"

namespace belegd::render {
namespace {

using Json = nlohmann::ordered_json;

Json place_json(const Label& label, const Found& found) {
    const auto& sources = found.sources;
    const auto from = sources.place(label.span), to = sources.last_place(label.span);
    Json out{{"file", path_of(found, label.span.file).value_or(sources[label.span.file].name())},
             {"start", {{"line", from.line}, {"col", from.column}}},
             {"end", {{"line", to.line}, {"col", to.column}}}};
    if (!label.text.empty()) out["label"] = in_both(label.text);
    return out;
}

const char* part_id(Citation::Kind kind) {
    switch (kind) {
        case Citation::Kind::article: return "article";
        case Citation::Kind::paragraph: return "lid";
        case Citation::Kind::letter: return "onder";
        case Citation::Kind::section: return "section";
        case Citation::Kind::heading: return "title";
        case Citation::Kind::chapter: return "chapter";
        case Citation::Kind::division: return "division";
        case Citation::Kind::annex: return "annex";
        case Citation::Kind::addendum: return "addendum";
        case Citation::Kind::page: return "page";
    }
    return "";
}

Json citation_json(const Citation& citation) {
    Json out{{"law", citation.law}};
    if (!citation.bwb.empty()) out["bwb"] = citation.bwb;
    for (const auto& part : citation.parts) out[part_id(part.kind)] = part.value;
    if (!citation.worded_on.empty()) out["validOn"] = citation.worded_on;
    return out;
}

Json finding_json(const Diagnostic& item, const Found& found) {
    Json row{{"code", item.code_id()},
             {"severity", severity_id(item.severity())},
             {"message", in_both(item.message)},
             {"primary", place_json(item.primary, found)},
             {"related", Json::array()}};
    for (const auto& label : item.related) row["related"].push_back(place_json(label, found));
    row["facts"] = Json::array();
    for (const auto& fact : item.facts) row["facts"].push_back(in_both(fact));
    if (!item.why.empty()) row["why"] = in_both(item.why);
    row["citations"] = Json::array();
    for (const auto& citation : item.citations) row["citations"].push_back(citation_json(citation));
    row["fixes"] = Json::array();
    for (const auto& remedy : item.remedies)
        row["fixes"].push_back({{"applicability", "maybe"}, {"title", in_both(remedy.text)}});
    if (item.accepted) {
        auto& accepted = row["accepted"] = {{"reason", item.accepted->reason}};
        if (item.accepted->until) accepted["until"] = iso(*item.accepted->until);
    }
    row["id"] = item.id;
    row["model"] = found.path;
    return row;
}

}  // namespace

std::string findings_json(const std::vector<Found>& all) {
    Json out{{"findings", Json::array()}};
    for (const auto& found : all) {
        for (const auto& item : found.diagnostics.items())
            if (!item.is_question() || item.accepted) out["findings"].push_back(finding_json(item, found));
        if (found.count_of_questions > 0)
            out["questions"].push_back({{"model", found.path}, {"count", found.count_of_questions}});
        if (!found.failure.empty())
            out["unread"].push_back({{"file", found.path}, {"message", in_both(found.failure)}});
        if (!found.tests) continue;
        if (!out.contains("tests")) out["tests"] = Json::array();
        for (const auto& test : *found.tests) {
            Json row{{"test", test.text.nl}, {"place", place_json(at(test.span), found)}, {"passed", !test.failure}};
            if (test.failure) row["finding"] = test.failure->id;
            for (const auto& sentence : test.unlawful) row["unlawful"].push_back(in_both(sentence));
            row["model"] = found.path;
            out["tests"].push_back(std::move(row));
        }
    }
    return out.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace belegd::render
