// The binding: what the page asks as JSON, answered by the functions that answer the command line. Files lie in the memory
// of the page, so that a command reads its model as it always does; nothing here makes a document of its own.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <stdexcept>

#include "analysis/changes.hpp"
#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/reading.hpp"
#include "editor/names.hpp"
#include "model/describe.hpp"
#include "render/json_text.hpp"
#include "render/render.hpp"
#include "report/overview.hpp"
#include "syntax/load.hpp"
#include "workbench/layout.hpp"
#include "workbench/names.hpp"

namespace belegd::workbench {
namespace {

using cli::Call;

struct Answer {
    std::string told;   ///< JSON
    std::string bytes;  ///< a document, or a text
};

std::string written(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

std::optional<std::string> text_of(const Json& asked, const char* name) {
    const auto found = asked.find(name);
    if (found == asked.end() || !found->is_string() || found->get_ref<const std::string&>().empty())
        return std::nullopt;
    return found->get<std::string>();
}

std::optional<Day> day_of(const Json& asked, const char* name) {
    const auto text = text_of(asked, name);
    return text ? day_from_iso(*text) : std::nullopt;
}

/// By the command line's own table; a page has no shell to complete in, no manual to install, no call to help with and no other editor.
Call::Command command_of(const std::string& name) {
    using Command = Call::Command;
    const auto found = cli::command_named(name);
    if (!found || *found == Command::completion || *found == Command::man || *found == Command::help ||
        *found == Command::language_server)
        throw std::invalid_argument("there is no command " + name);
    return *found;
}

Call call_of(const Json& asked) {
    Call call;
    if (const auto command = text_of(asked, "command")) call.command = command_of(*command);
    if (const auto path = text_of(asked, "path")) call.paths = {*path};
    call.name = text_of(asked, "name");
    call.new_name = text_of(asked, "new_name");
    call.kind = text_of(asked, "kind").value_or("");
    if (const auto language = text_of(asked, "lang")) call.language = *language == "en" ? Language::en : Language::nl;
    call.format = text_of(asked, "format").value_or("");
    call.variant = text_of(asked, "variant");
    call.participant = text_of(asked, "for");
    call.before = text_of(asked, "before");
    call.after = text_of(asked, "after");
    call.tasks = text_of(asked, "tasks");
    call.on = day_of(asked, "on");
    call.today = day_of(asked, "today");
    call.house = text_of(asked, "template");
    call.print = call.command == Call::Command::format;
    if (const auto found = asked.find("participants"); found != asked.end())
        call.participants = found->get<std::vector<std::string>>();
    if (const auto extent = text_of(asked, "extent"))
        call.extent = *extent == "short"  ? report::Extent::brief
                      : *extent == "full" ? report::Extent::full
                                          : report::Extent::appendix;
    constexpr std::size_t width = 100;  // of a terminal that is not there
    call.width = width;
    return call;
}

/// What a command gives; for files that it changes, their new texts. A drawing tells what is to be laid out, and is asked
/// for again with `positions`.
Answer run(const Json& asked) {
    if (!text_of(asked, "command")) throw std::invalid_argument("no command is named");
    cli::layout = {text_of(asked, "positions"), {}};
    auto result = cli::execute(call_of(asked));
    Json told{{"exit", result.exit_code}, {"err", result.err}};
    if (!cli::layout.asked.empty()) told["layout"] = std::move(cli::layout.asked);
    for (const auto& file : result.files) told["files"].push_back({{"path", file.path}, {"text", file.text}});
    return {written(told), std::move(result.out)};
}

/// The model that was asked about last, until a file changes.
struct {
    std::string path;
    std::unique_ptr<analysis::Analysis> analysis;
} known;

Answer write(const Json& asked) {
    known = {};
    const std::filesystem::path path(asked.at("path").get<std::string>());
    if (path.has_parent_path()) std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << asked.at("text").get_ref<const std::string&>();
    return {"{}", {}};
}

Answer remove(const Json& asked) {
    known = {};
    std::error_code ignored;
    std::filesystem::remove(asked.at("path").get<std::string>(), ignored);
    return {"{}", {}};
}

Json change_json(const analysis::Analysis& analysis, const analysis::Change& change) {
    const auto text = analysis.texts.sources[analysis.texts.main].whole();
    return {{"file", analysis.texts.sources[analysis.texts.main].name()},
            {"from", in_page(text, change.span.begin)},
            {"to", in_page(text, change.span.end)},
            {"text", change.text},
            {"said", render::in_both(change.said)},
            {"tests", change.tests}};
}

/// Null when there is none.
const analysis::Analysis* model_of(const Json& asked) {
    auto path = asked.at("path").get<std::string>();
    if (!known.analysis || known.path != path) {
        auto analysis = cli::read(call_of(asked), path).analysis;
        known = {std::move(path), std::move(analysis)};
    }
    return known.analysis.get();
}

/// What the remedies of each finding write, by the id of the finding and in the order of its remedies; and what its code
/// is called and the articles it names, as they are printed.
Answer remedies(const Json& asked) {
    auto out = Json::object();
    if (const auto* analysis = model_of(asked); analysis != nullptr && analysis->readable())
        for (const auto& finding : analysis->findings) {
            auto changes = Json::array(), law = Json::array();
            for (const auto& change : analysis::proposed_changes(*analysis, finding))
                changes.push_back(change ? change_json(*analysis, *change) : Json());
            for (const auto& citation : finding.diagnostic.citations) law.push_back(render::in_both(spelled(citation)));
            out[finding.diagnostic.id] = {{"name", render::in_both(finding.diagnostic.code_name())},
                                          {"changes", std::move(changes)},
                                          {"law", std::move(law)}};
        }
    return {written(out), {}};
}

/// The smallest change that takes one finding away, tried; null when there is none.
Answer smallest(const Json& asked) {
    const auto call = call_of(asked);
    const auto path = asked.at("path").get<std::string>();
    const auto* analysis = model_of(asked);
    if (analysis != nullptr && analysis->readable())
        for (const auto& finding : analysis->findings) {
            if (finding.diagnostic.id != asked.at("id").get_ref<const std::string&>()) continue;
            const auto retry = [&](std::string text) { return cli::read_as(call, path, std::move(text)); };
            const auto change = analysis::smallest_change(*analysis, finding, retry);
            return {written(change ? change_json(*analysis, *change) : Json()), {}};
        }
    return {"null", {}};
}

Answer model(const Json& asked) {
    const auto* analysis = model_of(asked);
    return {analysis != nullptr ? written(names(*analysis)) : "null", {}};
}

/// The appendix as a page, and of each of its tables what is to be asked about a cell and on which lines it rests.
Answer appendix(const Json& asked) {
    const auto call = call_of(asked);
    const auto* analysis = model_of(asked);
    if (analysis == nullptr || !analysis->readable()) {
        cli::Result failed;
        cli::one_model(call, failed);
        return {written({{"exit", failed.exit_code}, {"err", failed.err}}), {}};
    }
    const auto language = cli::language_of(call, *analysis);
    Text wrong;
    const auto what =
        report::overview_asked(analysis->model, {call.name, call.participant, call.variant, call.on}, wrong);
    if (!what) return {written({{"exit", 2}, {"err", wrong.in(language)}}), {}};
    const auto document = report::overview(*analysis, *what, call.extent);
    std::map<std::string, std::string> paths;  // of the model's own files, by their bare names
    for (std::uint32_t file = 0; file < analysis->texts.sources.size(); ++file)
        if (const auto& source = analysis->texts.sources[file]; source.own()) paths[source.bare_name()] = source.name();
    auto tables = Json::array();
    for (const auto& block : document.blocks) {
        const auto* table = std::get_if<report::Table>(&block);
        if (table == nullptr) continue;
        auto rows = Json::array();
        for (const auto& row : table->asked) {
            auto cells = Json::array();
            for (const auto& cell : row) {
                auto lines = Json::array();
                for (const auto& origin : cell.from)
                    if (const auto file = paths.find(origin.file); file != paths.end())
                        lines.push_back({{"file", file->second}, {"line", origin.line}});
                cells.push_back({{"what", cell.what},
                                 {"variant", cell.variant},
                                 {"for", cell.parties},
                                 {"on", iso(cell.day)},
                                 {"lines", std::move(lines)}});
            }
            rows.push_back(std::move(cells));
        }
        tables.push_back(std::move(rows));
    }
    return {written({{"exit", 0}, {"err", ""}, {"tables", std::move(tables)}}), render::html(document, language)};
}

/// The name at a place of a file, with every place of it in the model's own files; null where no name stands.
Answer named(const Json& asked) {
    const auto* analysis = model_of(asked);
    if (analysis == nullptr || !analysis->readable()) return {"null", {}};
    const auto path = asked.at("file").get<std::string>();
    const auto file = editor::file_of(*analysis, path);
    if (!file) return {"null", {}};
    const auto at = in_bytes(analysis->texts.sources[*file].whole(), asked.at("at").get<std::size_t>());
    const auto found = editor::name_there(*analysis, path, static_cast<std::uint32_t>(at));
    if (!found) return {"null", {}};
    std::map<std::string, std::size_t> files;
    for (const auto* places : {&found->declared, &found->used})
        for (const auto& place : *places) ++files[place.path];
    return {written({{"name", found->name},
                     {"kind", render::in_both(model::name_of(found->kind))},
                     {"own", found->own},
                     {"files", files}}),
            {}};
}

/// Of some files which are models of their own, and which files each of them brings in; by whatever way, and also itself.
Answer models(const Json& asked) {
    const auto files = asked.at("files").get<std::vector<std::string>>();
    std::map<std::string, std::set<std::string>> uses;
    for (const auto& file : files) {
        const auto folder = std::filesystem::path(file).parent_path();
        std::vector<std::string> left{file};
        while (!left.empty()) {
            const auto each = left.back();
            left.pop_back();
            if (!uses[file].insert(each).second) continue;
            for (const auto& used : syntax::files_used(each, cli::file_text(each).value_or("")))
                left.push_back((folder / used).lexically_normal().string());
        }
    }
    auto out = Json::object();
    for (const auto& [file, all] : uses) {
        const bool part = std::any_of(uses.begin(), uses.end(), [&, &name = file, &own = all](const auto& other) {
            return other.first != name && other.second.count(name) > 0 && own.count(other.first) == 0;
        });
        if (!part) out[file] = all;
    }
    return {written(out), {}};
}

Answer answered(const Json& asked) {
    const auto what = asked.at("ask").get<std::string>();
    if (what == "run") return run(asked);
    if (what == "write") return write(asked);
    if (what == "remove") return remove(asked);
    if (what == "remedies") return remedies(asked);
    if (what == "smallest") return smallest(asked);
    if (what == "model") return model(asked);
    if (what == "appendix") return appendix(asked);
    if (what == "named") return named(asked);
    if (what == "models") return models(asked);
    if (what == "language") return {written(words_of_language()), {}};
    throw std::invalid_argument("there is no question " + what);
}

Answer last;

}  // namespace
}  // namespace belegd::workbench

extern "C" {

/// Answers a question in JSON. What it gave is read with the four functions below, until the next question.
void belegd_ask(const char* question) {
    using namespace belegd::workbench;
    try {
        last = answered(Json::parse(question));
    } catch (const std::exception& failed) {
        last = {written({{"failed", failed.what()}}), {}};
    }
}
const char* belegd_told() { return belegd::workbench::last.told.data(); }
std::size_t belegd_told_size() { return belegd::workbench::last.told.size(); }
const char* belegd_bytes() { return belegd::workbench::last.bytes.data(); }
std::size_t belegd_bytes_size() { return belegd::workbench::last.bytes.size(); }
}
