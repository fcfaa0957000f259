#include "cli/rename.hpp"

#include <filesystem>
#include <map>

#include "cli/files.hpp"
#include "cli/reading.hpp"
#include "diagnostics/messages/commands.hpp"
#include "diagnostics/messages/general.hpp"
#include "resolve/names/navigation.hpp"

namespace belegd::cli {
namespace {

struct Kind {
    const char *nl, *en;
    model::NameKind kind;
};
constexpr Kind kKinds[] = {{"partij", "party", model::NameKind::party},
                           {"functie", "function", model::NameKind::function},
                           {"taak", "task", model::NameKind::task},
                           {"vorm", "form", model::NameKind::form},
                           {"bron", "source", model::NameKind::document},
                           {"variant", "variant", model::NameKind::variant},
                           {"besluit", "decision", model::NameKind::decision},
                           {"orgaan", "organ", model::NameKind::organ},
                           {"pakket", "package", model::NameKind::package},
                           {"overzicht", "overview", model::NameKind::overview},
                           {"wet", "law", model::NameKind::statute},
                           {"procedure", "procedure", model::NameKind::procedure},
                           {"stap", "step", model::NameKind::step},
                           {"bepaling", "provision", model::NameKind::provision},
                           {"hoedanigheid", "capacity", model::NameKind::capacity},
                           {"voorwaarde", "condition", model::NameKind::condition}};

std::optional<model::NameKind> kind_named(const std::string& kind) {
    for (const auto& each : kKinds)
        if (kind == each.nl || kind == each.en) return each.kind;
    return std::nullopt;
}

}  // namespace

std::vector<std::string> kinds_of_names() {
    std::vector<std::string> out;
    for (const auto& each : kKinds)
        for (const std::string name : {each.nl, each.en})
            if (out.empty() || out.back() != name) out.push_back(name);
    return out;
}

Result rename(const Call& call) {
    Result result;
    const auto [path, analysis] = one_model(call, result);
    if (!analysis) return result;
    const auto language = language_of(call, *analysis);
    const auto& sources = analysis->texts.sources;
    const auto made =
        resolve::renamed(analysis->texts, analysis->model, *call.name, *call.new_name, kind_named(call.kind));
    if (!made.wrong.empty()) return cannot(result, language, made.wrong), result;

    std::map<std::string, std::string> changed;  // by the name under which the model uses them
    std::vector<Text> files;
    const auto folder = std::filesystem::path(path).parent_path();
    for (const auto& [file, text] : made.files) {
        changed[sources[file].name()] = text;
        const auto where = file == analysis->texts.main ? path : (folder / sources[file].name()).string();
        if (where == kStandard)
            result.out = text;
        else
            result.files.push_back({where, text, std::string(sources[file].whole())});
        files.emplace_back(where);
    }
    // Read again as it would be: a name that breaks a sentence elsewhere is not given.
    const auto& main = sources[analysis->texts.main];
    const auto again = analysis::of(
        main.name(), changed.contains(main.name()) ? changed[main.name()] : std::string(main.whole()),
        [&changed, &from = path](const std::string& used) -> std::optional<std::string> {
            if (const auto found = changed.find(used); found != changed.end()) return found->second;
            return beside(from, used);
        },
        graph::Mode::planned);
    const bool same = again->readable() && again->model.mentions.size() == analysis->model.mentions.size() &&
                      again->coverage.answers.size() == analysis->coverage.answers.size() &&
                      again->diagnostics.items().size() == analysis->diagnostics.items().size();
    if (!same) {
        result.files.clear();
        result.out.clear();
        return cannot(result, language, say(message::rename_breaks, {quoted(Text(*call.new_name))})), result;
    }
    const auto from = quoted(Text(*call.name)), to = quoted(Text(*call.new_name));
    // What was renamed on standard input is the result; the sentence about it is not.
    (result.out.empty() ? result.out : result.err) +=
        (made.places == 1
             ? say(message::rename_once, {from, to, listed(files)})
             : say(message::rename_done, {from, to, number(static_cast<long long>(made.places)), listed(files)}))
            .in(language) +
        "\n";
    return result;
}

}  // namespace belegd::cli
