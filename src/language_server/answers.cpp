#include "language_server/answers.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "diagnostics/messages/commands.hpp"
#include "diagnostics/messages/editor.hpp"
#include "editor/hover.hpp"
#include "editor/layout.hpp"
#include "editor/names.hpp"
#include "editor/renaming.hpp"
#include "render/diagnostics.hpp"
#include "render/render.hpp"
#include "report/overview.hpp"
#include "syntax/markdown.hpp"

namespace belegd::language_server {
namespace {

[[noreturn]] void refuse(Fault fault, Text why) { throw Refusal{fault, std::move(why)}; }

std::optional<std::string> text_of(const Json& from, const char* name) {
    const auto found = from.find(name);
    if (found == from.end() || !found->is_string() || found->get_ref<const std::string&>().empty()) return std::nullopt;
    return found->get<std::string>();
}

std::string bare_name(const std::string& path) { return path.substr(path.find_last_of("/\\") + 1); }

}  // namespace

std::optional<Json> Answers::to(const std::string& method, const Json& parameters) {
    using Answer = Json (Answers::*)(const Json&);
    constexpr std::pair<std::string_view, Answer> kMethods[] = {
        {"textDocument/completion", &Answers::completion},
        {"textDocument/hover", &Answers::hover},
        {"textDocument/definition", &Answers::definition},
        {"textDocument/references", &Answers::references},
        {"textDocument/prepareRename", &Answers::prepare_rename},
        {"textDocument/rename", &Answers::rename},
        {"textDocument/documentSymbol", &Answers::symbols},
        {"textDocument/semanticTokens/full", &Answers::tokens},
        {"textDocument/formatting", &Answers::formatting},
        {"textDocument/codeAction", &Answers::actions},
        {"textDocument/foldingRange", &Answers::foldings},
        {"belegd/overview", &Answers::overview}};
    for (const auto& [name, answer] : kMethods)
        if (name == method) return (this->*answer)(parameters);
    return std::nullopt;
}

Language Answers::language_of(const analysis::Analysis& analysis) const {
    return language_.value_or(analysis.texts.language);
}

Answers::Asked Answers::asked(const Json& parameters) {
    Asked out;
    const auto uri = parameters.at("textDocument").at("uri").get<std::string>();
    out.path = path_of(uri);
    const auto* text = workspace_.open_text(out.path);
    if (text == nullptr) refuse(Fault::wrong_parameters, say(message::server_not_open, {Text(uri)}));
    out.text = *text;
    const auto models = workspace_.models_of(out.path);
    out.model = models.front();
    out.analysis = nullptr;
    for (const auto& model : models) {
        const auto* analysis = workspace_.model(model);
        if (analysis == nullptr || !editor::file_of(*analysis, out.path)) continue;
        out.model = model;
        out.analysis = analysis;
        break;
    }
    out.language = out.analysis != nullptr ? language_of(*out.analysis) : language_.value_or(client_.language);
    return out;
}

const analysis::Analysis& Answers::analysis_of(const Asked& asked) const {
    if (asked.analysis == nullptr || !asked.analysis->readable())
        refuse(Fault::refused, say(message::server_not_readable, {Text(bare_name(asked.model))}));
    return *asked.analysis;
}

std::uint32_t Answers::place(const Asked& asked, const Json& position) {
    const auto at = position_of(position);
    const auto& lines = wire_.lines(asked.path);
    if (at.line >= lines.count())
        refuse(Fault::wrong_parameters, say(message::server_no_line, {Text(bare_name(asked.path)),
                                                                      number(static_cast<long long>(at.line) + 1)}));
    return static_cast<std::uint32_t>(lines.offset(at, client_.encoding));
}

Json Answers::completion(const Json& parameters) {
    constexpr std::size_t kMost = 200;  // more is no choice
    // While somebody types, what was known of the model before is near enough, and at hand.
    const auto path = path_of(parameters.at("textDocument").at("uri").get<std::string>());
    const auto* text = workspace_.open_text(path);
    if (text == nullptr) refuse(Fault::wrong_parameters, say(message::server_not_open, {Text(path)}));
    const auto model = workspace_.models_of(path).front();
    const auto* analysis = workspace_.known(model);
    if (analysis == nullptr) analysis = workspace_.model(model);
    Asked about{path, *text, model, analysis, {}};
    about.language = analysis != nullptr ? language_of(*analysis) : language_.value_or(client_.language);
    const auto at = place(about, parameters.at("position"));
    const auto found = editor::completions(path, *text, at, analysis, workspace_.world().today());
    auto items = Json::array();
    for (std::size_t i = 0; i < std::min(found.size(), kMost); ++i)
        items.push_back(wire_.completion(path, found[i], about.language, i));
    return {{"isIncomplete", true}, {"items", std::move(items)}};
}

Json Answers::hover(const Json& parameters) {
    const auto about = asked(parameters);
    const auto at = place(about, parameters.at("position"));
    if (about.analysis == nullptr) return nullptr;
    const auto found = editor::hover(*about.analysis, about.path, about.text, at);
    if (!found) return nullptr;
    return {{"contents", {{"kind", "markdown"}, {"value", found->told.in(about.language)}}},
            {"range", wire_.range(about.path, found->begin, found->end)}};
}

Json Answers::definition(const Json& parameters) {
    const auto about = asked(parameters);
    const auto at = place(about, parameters.at("position"));
    if (about.analysis == nullptr) return nullptr;
    const auto name = editor::name_there(*about.analysis, about.path, at);
    if (!name || name->declared.empty()) return nullptr;
    auto out = Json::array();
    for (const auto& each : name->declared) out.push_back(wire_.location(each));
    return out;
}

Json Answers::references(const Json& parameters) {
    const auto about = asked(parameters);
    const auto at = place(about, parameters.at("position"));
    const bool declarations = parameters.value("context", Json::object()).value("includeDeclaration", false);
    auto out = Json::array();
    // A file that several models use has a name in each of them.
    std::vector<editor::Location> all;
    const auto add = [&](const std::vector<editor::Location>& places) {
        for (const auto& each : places)
            if (std::find(all.begin(), all.end(), each) == all.end()) all.push_back(each);
    };
    for (const auto& model : workspace_.models_of(about.path)) {
        const auto* analysis = workspace_.model(model);
        const auto name = analysis == nullptr ? std::nullopt : editor::name_there(*analysis, about.path, at);
        if (!name) continue;
        if (declarations) add(name->declared);
        add(name->used);
    }
    for (const auto& each : all) out.push_back(wire_.location(each));
    return out;
}

Json Answers::prepare_rename(const Json& parameters) {
    const auto about = asked(parameters);
    const auto at = place(about, parameters.at("position"));
    const auto name = editor::name_there(analysis_of(about), about.path, at);
    if (!name) return nullptr;
    if (!name->own) refuse(Fault::refused, say(message::server_of_library, {quoted(Text(name->name))}));
    return {{"range", wire_.range(name->here.path, name->here.begin, name->here.end)}, {"placeholder", name->name}};
}

Json Answers::rename(const Json& parameters) {
    const auto about = asked(parameters);
    const auto at = place(about, parameters.at("position"));
    const auto to = parameters.at("newName").get<std::string>();
    const auto name = editor::name_there(analysis_of(about), about.path, at);
    if (!name) refuse(Fault::refused, say(message::server_no_name));
    auto files = editor::files_of(workspace_);
    auto before = files.read(about.model);
    editor::Renaming renaming(std::move(files), name->name, to, name->kind);
    if (auto wrong = renaming.everywhere(about.model, std::move(before)); !wrong.empty())
        refuse(Fault::refused, std::move(wrong));
    std::vector<editor::Edit> edits;
    for (const auto& [one_name, change] : renaming.changed())
        for (const auto& each : change.replaced)
            edits.push_back({{change.path, each.span.begin, each.span.end}, each.text});
    return wire_.changes(edits);
}

namespace {

editor::Reading reading_of(const std::string& path, const std::string& text, const analysis::Analysis* analysis) {
    return editor::reading(path, text, analysis != nullptr ? analysis->texts.lexicon : editor::plain_lexicon());
}

}  // namespace

Json Answers::symbols(const Json& parameters) {
    const auto about = asked(parameters);
    return wire_.symbols(about.path, editor::outline(reading_of(about.path, about.text, about.analysis)),
                         about.language);
}

Json Answers::tokens(const Json& parameters) {
    const auto about = asked(parameters);
    return wire_.tokens(about.path, editor::colours(reading_of(about.path, about.text, about.analysis)));
}

Json Answers::foldings(const Json& parameters) {
    const auto about = asked(parameters);
    auto out = Json::array();
    const auto& lines = wire_.lines(about.path);
    for (const auto& each : editor::folds(reading_of(about.path, about.text, about.analysis))) {
        const auto first = lines.position(each.begin, client_.encoding).line;
        auto last = lines.position(each.end, client_.encoding).line;
        if (!each.comment && last > first) --last;  // the brace that closes it stays in sight
        if (last <= first) continue;
        Json fold{{"startLine", first}, {"endLine", last}};
        fold["kind"] = each.comment ? "comment" : "region";
        out.push_back(std::move(fold));
    }
    return out;
}

Json Answers::formatting(const Json& parameters) {
    const auto about = asked(parameters);
    const auto found = editor::laid_out(syntax::is_markdown(about.path), about.text, editor::plain_lexicon());
    if (!found.readable) refuse(Fault::refused, say(message::server_not_readable, {Text(bare_name(about.path))}));
    const auto edit = editor::difference(about.path, about.text, found.text);
    return edit ? wire_.edits({*edit}) : Json::array();
}

Json Answers::actions(const Json& parameters) {
    const auto about = asked(parameters);
    const auto begin = place(about, parameters.at("range").at("start"));
    const auto end = place(about, parameters.at("range").at("end"));
    const auto only = parameters.value("context", Json::object()).value("only", Json());
    auto out = Json::array();
    const bool wanted = !only.is_array() || std::any_of(only.begin(), only.end(), [](const Json& kind) {
        return kind == "quickfix" || kind == "";
    });
    if (!wanted) return out;
    for (const auto& model : workspace_.models_of(about.path)) {
        const auto* analysis = workspace_.model(model);
        if (analysis == nullptr) continue;
        const auto language = language_of(*analysis);
        for (const auto& problem : editor::problems(*analysis)) {
            if (problem.at.path != about.path || problem.at.begin > end || problem.at.end < begin) continue;
            for (const auto& fix : problem.fixes) {
                Json action{{"title", fix.title.in(language)},
                            {"kind", "quickfix"},
                            {"diagnostics", Json::array({wire_.problem(problem, language)})},
                            {"edit", wire_.changes(fix.edits)}};
                if (!fix.choice && problem.fixes.size() == 1) action["isPreferred"] = true;
                if (std::find(out.begin(), out.end(), action) == out.end()) out.push_back(std::move(action));
            }
        }
    }
    return out;
}

Json Answers::overview(const Json& parameters) {
    const auto about = asked(parameters);
    const auto& analysis = analysis_of(about);
    Text wrong;
    const auto what = report::overview_asked(
        analysis.model, {text_of(parameters, "name"), text_of(parameters, "for"), text_of(parameters, "variant"), {}},
        wrong);
    if (!what) refuse(Fault::refused, std::move(wrong));
    const auto extent = text_of(parameters, "extent").value_or("");
    const auto document = report::overview(analysis, *what,
                                           extent == "short"  ? report::Extent::brief
                                           : extent == "full" ? report::Extent::full
                                                              : report::Extent::appendix);
    return {{"title", document.title.in(about.language)}, {"html", render::html(document, about.language)}};
}

}  // namespace belegd::language_server
