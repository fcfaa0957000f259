// The Static Analysis Results Interchange Format, version 2.1.0 (OASIS).
#include <map>
#include <nlohmann/json.hpp>

#include "base/version.hpp"
#include "diagnostics/messages/general.hpp"
#include "render/diagnostics.hpp"
#include "render/findings.hpp"
#include "render/json_text.hpp"

namespace belegd::render {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kSchema = "https://json.schemastore.org/sarif-2.1.0.json";
constexpr const char* kLibrary = "BELEGD_LIBRARY";

/// A path as a URI: absolute only when the path is.
std::string uri(const std::string& path) {
    constexpr std::string_view unchanged = "-._~/";
    constexpr char digits[] = "0123456789ABCDEF";
    std::string out = path.starts_with('/') ? "file://" : "";
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (letter || unchanged.find(c) != std::string_view::npos)
            out += c;
        else
            (out += '%', out += digits[byte >> 4], out += digits[byte & 15]);
    }
    return out;
}

/// A text as the format wants it: `{` would begin a place to be filled in.
std::string doubled(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '{' || c == '}') out += c;
        out += c;
    }
    return out;
}

/// A column counted in UTF-16 code units: a character beyond the first plane counts twice.
std::uint32_t utf16_column(const Source& source, Place place) {
    auto column = place.column;
    auto left = place.column;
    for (const char c : source.line(place.line)) {
        if ((c & 0xC0) != 0x80 && --left == 0) break;
        if ((c & 0xF8) == 0xF0) ++column;
    }
    return column;
}

class Run {
   public:
    Run(Language language, const Pages& page) : language_(language), page_(page) {}

    Json of(const std::vector<Found>& all) {
        auto results = Json::array(), unread = Json::array(), artifacts = Json::array(), questions = Json::array();
        Codes codes;
        for (const auto& found : all)
            for (const auto& item : found.diagnostics.items())
                if (is_result(item)) codes.try_emplace(item.code_id(), &item);
        for (const auto& found : all) {
            artifacts.push_back({{"location", {{"uri", uri(found.path)}}}, {"roles", {"analysisTarget"}}});
            for (const auto& item : found.diagnostics.items()) {
                if (!is_result(item)) continue;
                const auto index = std::distance(codes.begin(), codes.find(item.code_id()));
                results.push_back(result(item, found, index));
            }
            if (found.count_of_questions > 0)
                questions.push_back({{"model", found.path}, {"count", found.count_of_questions}});
            if (!found.failure.empty())
                unread.push_back(
                    {{"level", "error"},
                     {"message", {{"text", doubled(found.failure.in(language_))}}},
                     {"locations",
                      Json::array({{{"physicalLocation", {{"artifactLocation", {{"uri", uri(found.path)}}}}}}})}});
        }
        Json invocation{{"executionSuccessful", unread.empty()}};
        if (!unread.empty()) invocation["toolExecutionNotifications"] = unread;
        Json out{{"tool", {{"driver", driver(codes)}}},
                 {"language", language_ == Language::nl ? "nl" : "en"},
                 {"columnKind", "utf16CodeUnits"},
                 {"originalUriBaseIds", {{kLibrary, {{"description", text(say(message::library_of_belegd))}}}}},
                 {"invocations", Json::array({invocation})},
                 {"artifacts", artifacts},
                 {"results", results}};
        if (!questions.empty()) out["properties"] = {{"questions", questions}};
        return out;
    }

   private:
    /// Each code with a finding that has it.
    using Codes = std::map<std::string_view, const Diagnostic*>;

    /// What is asked is no result.
    static bool is_result(const Diagnostic& item) { return !item.is_question() || item.accepted; }

    Json text(const Text& said) const { return {{"text", doubled(said.in(language_))}}; }

    Json driver(const Codes& codes) const {
        auto rules = Json::array();
        for (const auto& [code, item] : codes) {
            const auto& name = item->code_name();
            const auto page = page_(*item);
            Json rule{{"id", code}, {"name", name.in(language_)}, {"shortDescription", text(name)}};
            if (!page.empty()) rule["help"] = {{"text", page}, {"markdown", page}};
            rule["defaultConfiguration"] = {{"level", severity_id(item->severity())}};
            rule["properties"] = {{"name", in_both(name)}};
            rules.push_back(std::move(rule));
        }
        return {{"name", "belegd"},
                {"version", kVersion},
                {"language", language_ == Language::nl ? "nl" : "en"},
                {"rules", rules}};
    }

    Json location(const Label& label, const Found& found) const {
        const auto& source = found.sources[label.span.file];
        const auto from = source.place(label.span.begin), to = source.place(label.span.end);
        const auto path = path_of(found, label.span.file);
        Json artifact{{"uri", uri(path.value_or(source.name() + ".belegd"))}};
        if (!path) artifact["uriBaseId"] = kLibrary;
        Json out{{"physicalLocation",
                  {{"artifactLocation", artifact},
                   {"region",
                    {{"startLine", from.line},
                     {"startColumn", utf16_column(source, from)},
                     {"endLine", to.line},
                     {"endColumn", utf16_column(source, to)}}}}}};
        if (!label.text.empty()) out["message"] = text(label.text);
        return out;
    }

    Json result(const Diagnostic& item, const Found& found, std::ptrdiff_t rule) const {
        Json out{{"ruleId", item.code_id()},
                 {"ruleIndex", rule},
                 {"level", severity_id(item.severity())},
                 {"message", {{"text", doubled(told(item, language_))}}},
                 {"locations", Json::array({location(item.primary, found)})}};
        for (const auto& label : item.related) {
            auto related = location(label, found);
            related["id"] = out.contains("relatedLocations") ? out["relatedLocations"].size() + 1 : 1;
            out["relatedLocations"].push_back(std::move(related));
        }
        if (item.accepted)
            out["suppressions"] = Json::array({{{"kind", "inSource"}, {"justification", item.accepted->reason}}});
        out["partialFingerprints"] = {{"belegdFinding/v1", item.id}};
        auto& properties = out["properties"] = {{"model", found.path}};
        for (const auto& fact : item.facts) properties["facts"].push_back(fact.in(language_));
        if (!item.why.empty()) properties["why"] = why(item, language_);
        for (const auto& remedy : item.remedies)
            properties["remedies"].push_back({{"text", plain(remedy, language_)}, {"safe", false}});
        return out;
    }

    Language language_;
    const Pages& page_;
};

}  // namespace

std::string sarif(const std::vector<Found>& all, Language language, const Pages& page) {
    const Json out{{"$schema", kSchema}, {"version", "2.1.0"}, {"runs", Json::array({Run(language, page).of(all)})}};
    return out.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace belegd::render
