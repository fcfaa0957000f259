#include "language_server/wire.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/version.hpp"
#include "diagnostics/messages/editor.hpp"

namespace belegd::language_server {
namespace {

using editor::Colour;
using editor::Completion;
using syntax::Word;

/// The kinds of token, in the order of their numbers.
constexpr const char* kTokens[] = {"keyword", "function", "modifier", "enumMember", "class",  "variable",
                                   "string",  "number",   "type",     "operator",   "comment"};

/// The number of a colour's token; of what could not be read there is none.
int token_of(Colour colour) { return colour == Colour::unread ? -1 : static_cast<int>(colour); }

enum class Symbol : int {
    file = 1,
    module = 2,
    ns = 3,
    package = 4,
    class_ = 5,
    method = 6,
    field = 8,
    enum_ = 10,
    interface = 11,
    function = 12,
    boolean = 17,
    array = 18,
    object = 19,
    key = 20,
    event = 24,
    operator_ = 25
};

Symbol symbol_of(Word word) {
    if (syntax::has(word, syntax::Verb)) return Symbol::operator_;
    switch (word) {
        case Word::municipality:
        case Word::organisation:
        case Word::region: return Symbol::ns;
        case Word::cooperation:
        case Word::arrangement:
        case Word::agreement: return Symbol::class_;
        case Word::source:
        case Word::law: return Symbol::file;
        case Word::domain: return Symbol::package;
        case Word::task:
        case Word::function: return Symbol::function;
        case Word::variant: return Symbol::enum_;
        case Word::decision:
        case Word::milestone: return Symbol::event;
        case Word::article:
        case Word::paragraph:
        case Word::letter:
        case Word::annex: return Symbol::method;
        case Word::rule:
        case Word::named_condition: return Symbol::interface;
        case Word::test: return Symbol::boolean;
        case Word::overview: return Symbol::array;
        case Word::cost: return Symbol::field;
        case Word::division_key:
        case Word::price_index: return Symbol::key;
        default: return Symbol::object;
    }
}

int kind_of(Completion::Kind kind) {
    constexpr int kVariable = 6, kClass = 7, kModule = 9, kKeyword = 14, kReference = 18, kEnumMember = 20,
                  kConstant = 21;
    switch (kind) {
        case Completion::Kind::statement: return kClass;
        case Completion::Kind::verb:
        case Completion::Kind::clause: return kKeyword;
        case Completion::Kind::value: return kEnumMember;
        case Completion::Kind::date: return kConstant;
        case Completion::Kind::name: return kVariable;
        case Completion::Kind::code: return kReference;
        case Completion::Kind::file: return kModule;
    }
    return kVariable;
}

bool says(const Json& from, std::initializer_list<const char*> way) {
    const auto* at = &from;
    for (const auto* const each : way) {
        if (!at->is_object() || !at->contains(each)) return false;
        at = &(*at)[each];
    }
    return at->is_boolean() && at->get<bool>();
}

bool begins_alike(std::string_view label, std::string_view typed) {
    if (typed.size() > label.size()) return false;
    return std::equal(typed.begin(), typed.end(), label.begin(), [](char one, char other) {
        const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
        return lower(one) == lower(other);
    });
}

}  // namespace

Position position_of(const Json& json) {
    const auto counted = [&](const char* name) -> std::size_t {
        const auto& value = json.at(name);
        if (!value.is_number_unsigned()) throw Refusal{Fault::wrong_parameters, say(message::server_no_place)};
        return static_cast<std::size_t>(std::min<std::uint64_t>(value.get<std::uint64_t>(), 1u << 31));
    };
    return {counted("line"), counted("character")};
}

std::string written(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

Client client_of(const Json& parameters) {
    Client out;
    const auto able = parameters.value("capabilities", Json::object());
    if (const auto general = able.value("general", Json::object()); general.contains("positionEncodings"))
        for (const auto& each : general["positionEncodings"]) {
            if (each == "utf-8") out.encoding = Encoding::utf8;
            if (each == "utf-8" || each == "utf-16") break;
        }
    if (const auto locale = parameters.find("locale"); locale != parameters.end() && locale->is_string())
        out.language = locale->get_ref<const std::string&>().starts_with("nl") ? Language::nl : Language::en;
    out.related = says(able, {"textDocument", "publishDiagnostics", "relatedInformation"});
    out.hierarchy = says(able, {"textDocument", "documentSymbol", "hierarchicalDocumentSymbolSupport"});
    out.watches = says(able, {"workspace", "didChangeWatchedFiles", "dynamicRegistration"});
    return out;
}

Json capabilities(Encoding encoding) {
    constexpr int kIncremental = 2;
    return {
        {"capabilities",
         {{"positionEncoding", encoding == Encoding::utf8 ? "utf-8" : "utf-16"},
          {"textDocumentSync", {{"openClose", true}, {"change", kIncremental}, {"save", true}}},
          {"completionProvider", Json::object()},
          {"hoverProvider", true},
          {"definitionProvider", true},
          {"referencesProvider", true},
          {"renameProvider", {{"prepareProvider", true}}},
          {"documentSymbolProvider", true},
          {"documentFormattingProvider", true},
          {"codeActionProvider", {{"codeActionKinds", Json::array({"quickfix"})}}},
          {"foldingRangeProvider", true},
          {"semanticTokensProvider",
           {{"legend", {{"tokenTypes", kTokens}, {"tokenModifiers", Json::array({"declaration"})}}}, {"full", true}}},
          {"experimental", {{"overview", "belegd/overview"}}}}},
        {"serverInfo", {{"name", "belegd"}, {"version", kVersion}}}};
}

const Lines& Wire::lines(const std::string& path) {
    auto found = lines_.find(path);
    if (found == lines_.end()) found = lines_.emplace(path, Lines(workspace_.text(path).value_or(""))).first;
    return found->second;
}

std::string Wire::uri(const std::string& path) const {
    const auto found = uris_.find(path);
    return found == uris_.end() ? uri_of(path) : found->second;
}

Json Wire::position(const std::string& path, std::size_t offset) {
    const auto at = lines(path).position(offset, client_.encoding);
    return {{"line", at.line}, {"character", at.character}};
}

Json Wire::range(const std::string& path, std::size_t begin, std::size_t end) {
    return {{"start", position(path, begin)}, {"end", position(path, end)}};
}

Json Wire::location(const editor::Location& at) {
    return {{"uri", uri(at.path)}, {"range", range(at.path, at.begin, at.end)}};
}

Json Wire::edits(const std::vector<editor::Edit>& all) {
    auto out = Json::array();
    for (const auto& each : all)
        out.push_back({{"range", range(each.at.path, each.at.begin, each.at.end)}, {"newText", each.text}});
    return out;
}

Json Wire::changes(const std::vector<editor::Edit>& all) {
    auto files = Json::object();
    for (const auto& each : all) {
        auto& file = files[uri(each.at.path)];
        if (file.is_null()) file = Json::array();
        for (auto& one : edits({each})) file.push_back(std::move(one));
    }
    return {{"changes", std::move(files)}};
}

Json Wire::problem(const editor::Problem& problem, Language language) {
    constexpr int kError = 1, kWarning = 2, kInformation = 3, kHint = 4;
    const int severity = problem.accepted                        ? kHint
                         : problem.severity == Severity::error   ? kError
                         : problem.severity == Severity::warning ? kWarning
                                                                 : kInformation;
    Json out{{"range", range(problem.at.path, problem.at.begin, problem.at.end)},
             {"severity", severity},
             {"code", problem.code},
             {"source", "belegd"},
             {"message", problem.message.in(language)},
             {"data", {{"id", problem.id}}}};
    if (client_.related && !problem.related.empty()) {
        auto related = Json::array();
        for (const auto& each : problem.related)
            related.push_back({{"location", location(each.at)}, {"message", each.text.in(language)}});
        out["relatedInformation"] = std::move(related);
    }
    return out;
}

Json Wire::completion(const std::string& path, const Completion& each, Language language, std::size_t rank) {
    auto order = std::to_string(rank);
    order.insert(0, 4 - std::min<std::size_t>(order.size(), 4), '0');
    const auto typed = std::string_view(lines(path).text()).substr(each.begin, each.end - each.begin);
    Json out{{"label", each.label}, {"kind", kind_of(each.kind)}};
    if (!each.detail.empty()) out["detail"] = each.detail.in(language);
    auto told = each.explained.in(language);
    if (!each.example.empty()) told += "\n\n```belegd\n" + each.example.in(language) + "\n```";
    if (!told.empty()) out["documentation"] = {{"kind", "markdown"}, {"value", told}};
    out["sortText"] = order;
    // What was typed without accents, or begins a later word, is to be found all the same.
    if (!begins_alike(each.label, typed)) out["filterText"] = typed;
    out["textEdit"] = {{"range", range(path, each.begin, each.end)}, {"newText", each.text}};
    return out;
}

Json Wire::symbol(const std::string& path, const editor::Part& part, Language language) {
    Json out{{"name", part.name},
             {"detail", part.kind.in(language)},
             {"kind", static_cast<int>(symbol_of(part.word))},
             {"range", range(path, part.begin, part.end)},
             {"selectionRange", range(path, part.name_begin, part.name_end)}};
    if (!part.parts.empty()) out["children"] = symbols(path, part.parts, language);
    return out;
}

void Wire::flat(const std::string& path, const std::vector<editor::Part>& parts, const std::string& inside,
                Language language, Json& out) {
    for (const auto& part : parts) {
        Json each{{"name", part.name},
                  {"kind", static_cast<int>(symbol_of(part.word))},
                  {"location", location({path, part.begin, part.end})}};
        if (!inside.empty()) each["containerName"] = inside;
        out.push_back(std::move(each));
        flat(path, part.parts, part.name, language, out);
    }
}

Json Wire::symbols(const std::string& path, const std::vector<editor::Part>& parts, Language language) {
    auto out = Json::array();
    if (!client_.hierarchy) return flat(path, parts, {}, language, out), out;
    for (const auto& part : parts) out.push_back(symbol(path, part, language));
    return out;
}

Json Wire::tokens(const std::string& path, const std::vector<editor::Coloured>& colours) {
    const auto& all = lines(path);
    auto data = Json::array();
    Position last;
    for (const auto& each : colours) {
        const auto type = token_of(each.colour);
        if (type < 0) continue;
        const auto at = all.position(each.begin, client_.encoding);
        const auto text = std::string_view(all.text()).substr(each.begin, each.end - each.begin);
        data.push_back(at.line - last.line);
        data.push_back(at.line == last.line ? at.character - last.character : at.character);
        data.push_back(characters_in(text, client_.encoding));
        data.push_back(type);
        data.push_back(each.colour == Colour::declared ? 1 : 0);
        last = at;
    }
    return {{"data", std::move(data)}};
}

}  // namespace belegd::language_server
